"""Names of people of other countries, told by their first or family name ("John", "Zhang") and not by a firm's."""

from collections.abc import Sequence
from functools import cache

from camket.graph.extraction.text.cues import WordTable, lexicon
from camket.graph.extraction.text.lexicon import is_vietnamese, plain, surnames

_LONGEST_FAMILY_FIRST = 3  # parts of a name like "Park Geun-hye"


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(lexicon("foreign_names")[key].split())


@cache
def _not_people() -> WordTable[str]:
    return plain(lexicon("foreign_names")["not_people"])


def is_foreign_name(norms: Sequence[str], first: int, last: int) -> bool:
    """Whether a run of capitals, `last` exclusive, begins with a foreign first name or a family name of Asia."""
    parts = [norm for norm in norms[first:last] if norm != "-"]
    if len(parts) < 2 or all(map(is_vietnamese, parts)) or names_thing(norms, first, last):
        return False
    asian = parts[0] in _words("family_first") and len(parts) <= _LONGEST_FAMILY_FIRST
    return parts[0] in _words("given") or asian


def names_thing(norms: Sequence[str], first: int, last: int) -> bool:
    """Whether the run holds a word of firms, clubs or goods ("Grand Hotel"), or is a firm's that bears a name."""
    rest = norms[first + 1 if norms[first] in _words("family_first") else first : last]
    return not _words("not_in_names").isdisjoint(rest) or bool(_not_people().at(norms, first))


def after_employer(norms: Sequence[str], first: int, last: int) -> int | None:
    """Where the name begins in a run that a foreign employer begins: "CEO | Skyvanta | Tom Barker"; None for none."""
    if norms[first] in surnames() or norms[first] in _words("given"):
        return None
    starts = (at for at in range(first + 1, last - 1) if norms[at] in _words("given") and norms[at - 1] != "-")
    return next((at for at in starts if is_foreign_name(norms, at, last)), None)
