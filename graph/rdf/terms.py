"""RDF terms as N-Quads text, exactly as Oxigraph writes them, so that a graph can be compared byte for byte."""

import re
from decimal import Decimal
from typing import Final
from urllib.parse import quote

from camket.graph import edtf
from camket.ontology.namespaces import CK, PREFIXES

_ESCAPED: Final = re.compile('[\x00-\x1f"\\\\\x7f]')
_SHORT: Final = {"\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", '"': '\\"', "\\": "\\\\"}
_XSD: Final = PREFIXES["xsd"]

# What RFC 3987 lets stand unencoded in one segment of an IRI's path, "_" left out: it stands for a space.
_NOT_IN_SEGMENT: Final = re.compile(
    "[^A-Za-z0-9.~!$&'()*+,;=:@\\-"
    "\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef"
    + "".join(f"{chr(plane)}-{chr(plane + 0xFFFD)}" for plane in range(0x10000, 0xE0000, 0x10000))
    + "]"
)


def iri(value: str) -> str:
    """An absolute IRI as a term."""
    return f"<{value}>"


def term(prefix: str, name: str) -> str:
    """A term of one of the project's vocabularies: `term("org", "role")`."""
    return f"<{PREFIXES[prefix]}{name}>"


def ck(name: str) -> str:
    """A term of Camket's own vocabulary."""
    return f"<{CK}{name}>"


def string(text: str) -> str:
    """A plain string."""
    return f'"{_ESCAPED.sub(_escape, text)}"'


def vietnamese(text: str) -> str:
    """A string in Vietnamese."""
    return f'"{_ESCAPED.sub(_escape, text)}"@vi'


def integer(number: int) -> str:
    """A whole number. `xsd:integer` and nothing derived from it: Oxigraph keeps no derived type."""
    return f'"{number}"^^<{_XSD}integer>'


def decimal(number: Decimal) -> str:
    """A decimal in canonical form: no exponent, no trailing zeros."""
    digits = format(number, "f")
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    return f'"{"0" if digits in ("-0", "") else digits}"^^<{_XSD}decimal>'


def boolean(value: bool) -> str:
    """A truth value."""
    return f'"{"true" if value else "false"}"^^<{_XSD}boolean>'


def date(point: str) -> str:
    """An EDTF date as `xsd:date`, `xsd:gYearMonth` or `xsd:gYear`, as precise as it is; an interval as a string."""
    return string(point) if "/" in point else f'"{point}"^^<{_XSD}{edtf.datatype(point)}>'


def day(value: str) -> str:
    """An ISO day as `xsd:date`."""
    return f'"{value}"^^<{_XSD}date>'


def any_uri(value: str) -> str:
    """An address as `xsd:anyURI`."""
    return f'"{_ESCAPED.sub(_escape, value)}"^^<{_XSD}anyURI>'


def segment(name: str) -> str:
    """A name as one segment of an IRI's path: a space is `_`, Vietnamese letters stay, the rest is percent-encoded."""
    return "_".join(_NOT_IN_SEGMENT.sub(_percent, word) for word in name.split())


def _escape(found: re.Match[str]) -> str:
    character = found.group()
    return _SHORT.get(character) or f"\\u{ord(character):04X}"


def _percent(found: re.Match[str]) -> str:
    return f"%{ord('_'):X}" if found.group() == "_" else quote(found.group(), safe="")
