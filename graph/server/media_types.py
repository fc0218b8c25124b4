"""The formats that answers are written in, as HTTP calls them, and which of them a client wants."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from starlette.requests import Request

ROWS: Final[Mapping[str, str]] = {
    "application/sparql-results+json": "json",
    "application/sparql-results+xml": "xml",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
    "application/json": "json",
    "application/xml": "xml",
    "text/xml": "xml",
}
"""Media types of rows and yes/no answers, each with the format's name in `camket.graph.results`; best first."""

TRIPLES: Final[Mapping[str, str]] = {
    "text/turtle": "ttl",
    "application/n-triples": "nt",
    "application/ld+json": "jsonld",
    "application/rdf+xml": "rdfxml",
    "application/trig": "trig",
    "application/n-quads": "nq",
    "application/json": "jsonld",
    "application/xml": "rdfxml",
    "text/xml": "rdfxml",
}
"""Media types of triples."""

HTML: Final = "text/html"

_QUALITY: Final = re.compile(r"\s*q\s*=\s*(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*\Z", re.IGNORECASE)
_RANGE: Final = re.compile(r"\s*(\*|[\w!#$&^.+-]+)/(\*|[\w!#$&^.+-]+)\s*\Z", re.ASCII)
_LONGEST: Final = 8192
_TEXT: Final = "text/"


@dataclass(frozen=True, slots=True)
class Accepted:
    """What a client takes: media ranges with their quality from 0 to 1. No ranges: anything."""

    ranges: tuple[tuple[str, str, float], ...] = ()

    @classmethod
    def of(cls, request: Request) -> "Accepted":
        """What a request's Accept headers say; what in them is not understood is left out.

        A header in which nothing is understood takes nothing.
        """
        header = ",".join(request.headers.getlist("accept"))[:_LONGEST]
        if not header.strip():
            return cls()
        ranges = [found for part in header.split(",") if (found := _range(part))]
        return cls(tuple(ranges) or (("", "", 0.0),))

    def quality(self, media_type: str) -> float:
        """How much a media type is wanted; the most exact range that it falls in decides."""
        if not self.ranges:
            return 1.0
        kind, _, name = media_type.partition("/")
        fitting = [
            ((k != "*") + (n != "*"), quality) for k, n, quality in self.ranges if k in ("*", kind) and n in ("*", name)
        ]
        return max(fitting)[1] if fitting else 0.0

    def best(self, offered: Sequence[str]) -> str | None:
        """The media type that is wanted most, of equals the first; None where none is wanted."""
        best = max(offered, key=self.quality, default=None)
        return best if best is not None and self.quality(best) > 0 else None


def content_type(media_type: str) -> str:
    """What stands in Content-Type: a text's letters are UTF-8."""
    return f"{media_type}; charset=utf-8" if media_type.startswith(_TEXT) else media_type


def _range(part: str) -> tuple[str, str, float] | None:
    media_range, *parameters = part.split(";")
    found = _RANGE.match(media_range)
    if not found or (found[1] == "*" != found[2]):
        return None
    qualities = [float(q[1]) for parameter in parameters if (q := _QUALITY.match(parameter))]
    return found[1].lower(), found[2].lower(), qualities[0] if qualities else 1.0
