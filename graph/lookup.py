"""Finding people, bodies, places, groups and posts by name, as a person types it: `to lam` finds Tô Lâm.

Names are compared in tiers, and the first tier in which anything matches decides: as written, capitals aside; with
accents left out but none wrong (`to lam`, `tô lam`); with any accents; a name that holds the words in a row. Within a
tier a preferred name comes before another name. So `Tô Lâm` never brings up a `Tố Lâm`, though `to lam` brings up both.
An IRI, whole or without its base (`person/Tô_Lâm`), means the thing itself.
"""

import difflib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from camket.graph.errors import QueryError
from camket.graph.store import Dataset
from camket.graph.views.rows import select

NEAR = 3  # how many near names an error names
NEAR_CUTOFF = 0.6

_HOLDS = 3  # the tier of names that hold the words in a row

# The kinds of things that bear names, by the class that tells them apart.
CLASSES = {
    "foaf:Person": "person",
    "org:Organization": "body",
    "schema:Place": "place",
    "ck:Group": "group",
    "org:Post": "post",
}

OCCASIONS = {"ck:Occasion": "occasion"}
"""Meetings that several articles tell of: looked for only where one is asked for, and nothing else is called so."""

_NAMES = """SELECT ?thing ?kind ?name ?preferred WHERE {{
  VALUES (?class ?kind) {{ {classes} }}
  ?thing a ?class .
  {{ ?thing skos:prefLabel ?name BIND (true AS ?preferred) }} UNION
  {{ ?thing skos:altLabel ?name BIND (false AS ?preferred) }}
}}"""


class UnknownNameError(QueryError):
    """Nothing in the graph bears a name."""


class AmbiguousNameError(QueryError):
    """Several things are called alike and one was asked for; `matches` has them."""

    def __init__(self, message: str, matches: "list[Match]") -> None:
        super().__init__(message)
        self.matches = matches


@dataclass(frozen=True, slots=True, order=True)
class Match:
    """A thing found by name: its preferred name, its kind (`person`, `body` ...) and its IRI."""

    name: str
    kind: str
    iri: str


@dataclass(frozen=True, slots=True)
class _Named:
    match: Match
    name: str
    preferred: bool


def fold(name: str) -> str:
    """`name` in lower case, without accents (đ becomes d), with single spaces."""
    letters = unicodedata.normalize("NFD", name.casefold())
    plain = "".join(c for c in letters if not unicodedata.combining(c)).replace("đ", "d")
    return " ".join(plain.split())


def find(dataset: Dataset, name: str, classes: Mapping[str, str] = CLASSES) -> list[Match]:
    """All things of the first tier in which `name` matches, sorted by name; empty where nothing does."""
    return _best(_all_names(dataset, classes), name, dataset.base)


def find_namesakes(dataset: Dataset, name: str) -> list[Match]:
    """All that is called `name`, for a query's parameter: several namesakes are all meant.

    Raises UnknownNameError where nothing is called so, and AmbiguousNameError where only parts of several different
    names match.
    """
    names = _all_names(dataset)
    matches = _best(names, name, dataset.base)
    if not matches:
        raise unknown(name, names)
    if len(matches) > 1 and not any(fold(name) == fold(entry.name) for entry in names):
        raise ambiguous(name, matches)
    return matches


def find_one(dataset: Dataset, name: str, classes: Mapping[str, str] = CLASSES) -> Match:
    """The one thing called `name`. Raises UnknownNameError or AmbiguousNameError."""
    names = _all_names(dataset, classes)
    matches = _best(names, name, dataset.base)
    if not matches:
        raise unknown(name, names)
    if len(matches) > 1:
        raise ambiguous(name, matches)
    return matches[0]


def ambiguous(name: str, matches: list[Match]) -> AmbiguousNameError:
    """The error for a name that means several things."""
    alike = len({match.name for match in matches}) == 1
    told = [_tail(match.iri) if alike else f"{match.name} ({match.kind})" for match in matches[:NEAR]]
    more = f" and {len(matches) - NEAR} more" if len(matches) > NEAR else ""
    way_out = "give one of these" if alike else "give the whole name or the IRI"
    return AmbiguousNameError(f"{name!r} means {len(matches)} things: {', '.join(told)}{more}; {way_out}", matches)


def _tail(iri: str) -> str:
    """An IRI without its base, as commands take it: `person/Tô_Lâm`."""
    return "/".join(iri.split("/")[-2:])


def unknown(name: str, names: "Iterable[_Named]") -> UnknownNameError:
    """The error for a name that nothing bears, with the names that are near."""
    written: dict[str, set[str]] = {}
    for entry in names:
        written.setdefault(fold(entry.name), set()).add(entry.name)
    keys = difflib.get_close_matches(fold(name), sorted(written), NEAR, NEAR_CUTOFF)
    near = [spelling for key in keys for spelling in sorted(written[key])][:NEAR]
    hint = f"did you mean {' or '.join(near)}?" if near else "no name comes near"
    return UnknownNameError(f"nothing in the store is called {name!r}: {hint}")


def _all_names(dataset: Dataset, classes: Mapping[str, str] = CLASSES) -> list[_Named]:
    """Every name of things of these classes with what bears it, sorted."""
    query = _NAMES.format(classes=" ".join(f'({term} "{kind}")' for term, kind in classes.items()))
    found = {(r["thing"], r["kind"], r["name"], r["preferred"] == "true") for r in select(dataset, query)}
    rows = sorted(found)
    titles = {thing: name for thing, _, name, preferred in rows if preferred}
    return [_Named(Match(titles.get(iri, name), kind, iri), name, first) for iri, kind, name, first in rows]


def _best(names: list[_Named], name: str, base: str) -> list[Match]:
    if meant := {entry.match for entry in names if entry.match.iri in (name, base + name)}:
        return sorted(meant)
    written = _lower(name)
    tiers: dict[tuple[int, bool], set[Match]] = {}
    for entry in names:
        tier = _tier(written, _lower(entry.name))
        if tier is not None:
            # Of names that hold the words somewhere, it does not matter which is the preferred one.
            tiers.setdefault((tier, tier < _HOLDS and not entry.preferred), set()).add(entry.match)
    return sorted(tiers[min(tiers)]) if tiers else []


def _tier(written: str, name: str) -> int | None:
    """How well a name matches, 0 for best, None for not at all; both in lower case and NFC."""
    if written == name:
        return 0
    folded, plain = fold(written), fold(name)
    if folded == plain:
        return 1 if _agrees(written, name) else 2
    return _HOLDS if folded and f" {folded} " in f" {plain} " else None


def _agrees(written: str, name: str) -> bool:
    """Whether `name` is `written` with accents added only to letters that have none."""
    return len(written) == len(name) and all(w in (n, fold(n)) for w, n in zip(written, name, strict=True))


def _lower(name: str) -> str:
    return unicodedata.normalize("NFC", " ".join(name.split())).casefold()
