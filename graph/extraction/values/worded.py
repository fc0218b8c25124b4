"""Amounts told without a figure: "không còn hộ nghèo", "gấp đôi", "giảm một nửa"; and signs before one: "$3 tỷ"."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from camket.graph.extraction.reading import QuantityMention
from camket.graph.extraction.text.cues import lexicon, one_of
from camket.graph.extraction.values.units import ZERO, none_left
from camket.graph.facts import Change, Comparator, Span

_NONE = len("không")


def none_of(lowered: str) -> Iterator[QuantityMention]:
    """ "không còn hộ nghèo": none of a counted noun is left."""
    for match in none_left().finditer(lowered):
        span, number = Span(match.start(), match.end()), Span(match.start(), match.start() + _NONE)
        yield QuantityMention(span, number, Comparator.EQUAL, ZERO, match[match.lastindex or 0])


def worded(lowered: str) -> Iterator[tuple[Span, Decimal, str, bool]]:
    """The amounts that are words alone: where, value, unit, and whether the words themselves say an increase.

    A share ("một nửa") counts only after a verb of change or a comparator.
    """
    table, rules = lexicon("units")["worded"], _share_after()
    for match in _worded().finditer(lowered):
        entry = table[match[0]]
        increase = bool(entry.get("increase"))
        if increase or rules.search(lowered, max(0, match.start() - 12), match.start()):
            yield Span(match.start(), match.end()), Decimal(entry["value"]), entry["unit"], increase


def sign_before(text: str, start: int) -> tuple[str, int] | None:
    """The currency whose sign stands right before the figure at `start`, and where the sign begins."""
    code = lexicon("units")["signs"].get(text[start - 1 : start])
    return (code, start - 3 if text[:start].endswith("US$") else start - 1) if code else None


def difference(words: str, unit: str, right: str) -> Change:
    """What "thấp hơn" makes of a number: a difference, where its unit or "so với" after it says so, else LEVEL."""
    table = lexicon("units")["differences"]
    if unit in table["units"] or right.lstrip().startswith(("so với", "so cùng", "cùng kỳ")):
        if words in table["increase"]:
            return Change.INCREASE
        if words in table["decrease"]:
            return Change.DECREASE
    return Change.LEVEL


@cache
def _worded() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){one_of(lexicon('units')['worded'])}(?!\w)")


@cache
def _share_after() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){one_of(lexicon('units')['worded_rules']['share_after'])}\s\Z")
