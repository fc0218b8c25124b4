"""What a number counts: currencies, shares and measures from the lexicon, counted nouns as the article has them."""

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from camket.graph.extraction.text.cues import lexicon, one_of
from camket.graph.facts import Comparator


class Unit(NamedTuple):
    """A unit that begins right after a number: its notation, where it ends, and its kind.

    kind: `code` (currencies, %, điểm %), `physical`, `duration`, `counted`, `actor` ("hai bên") or `open` (not listed).
    """

    notation: str
    end: int
    kind: str


_OPEN = re.compile(r"[^\W\d_]+")


@cache
def multiplier() -> re.Pattern[str]:
    """A scale right after a figure: "tỷ", "nghìn tỷ"."""
    return re.compile(rf"[^\S\n]?({one_of(lexicon('units')['multipliers'])})(?!\w)")


def scale_of(word: str) -> int:
    """What a scale multiplies by."""
    return int(lexicon("units")["multipliers"][word])


@cache
def _listed() -> tuple[re.Pattern[str], dict[str, tuple[str, str]]]:
    """Every unit of the lexicon: a pattern for the text after a number, and each one's notation and kind."""
    words = lexicon("units")
    table: dict[str, tuple[str, str]] = {}
    for section, kind in (
        ("counted", "counted"),
        ("actors", "actor"),
        ("durations", "duration"),
        ("physical", "physical"),
    ):
        table.update((word, (word, kind)) for word in words[section]["words"])
    for notation, forms in words["codes"].items():
        for word in forms:
            table[word] = (notation, "code")
    return re.compile(rf"[^\S\n]?({one_of(table)})(?!\w)"), table


@cache
def _not_counted() -> frozenset[str]:
    return frozenset(lexicon("units")["not_counted"]["words"])


def unit_after(lowered: str, text: str, end: int) -> Unit | None:
    """The unit of a number that ends at `end`: one of the lexicon, else the one or two small-letter syllables after it.

    None where neither follows: a capital, a mark, or a word that counts nothing ("của", "tuổi").
    """
    pattern, table = _listed()
    listed = pattern.match(lowered, end)
    if listed:
        notation, kind = table[listed[1]]
        return Unit(notation, listed.end(), kind)
    first = _syllable(text, end)
    if first is None or first[0] in _not_counted():
        return None
    second = _syllable(text, first[1])
    if second is None or second[0] in _not_counted():
        return Unit(first[0], first[1], "open")
    return Unit(f"{first[0]} {second[0]}", second[1], "open")


def _syllable(text: str, end: int) -> tuple[str, int] | None:
    """The small-letter syllable after `end` and one blank."""
    if end >= len(text) or text[end] not in " \u00a0":
        return None
    found = _OPEN.match(text, end + 1)
    return (found[0], found.end()) if found and found[0].islower() else None


@cache
def comparator_before() -> tuple[re.Pattern[str], dict[str, Comparator]]:
    """A comparator that ends where a number begins, and what each says."""
    words = lexicon("units")
    table = {phrase: Comparator(op) for op, phrases in words["comparators"].items() for phrase in phrases}
    fillers = one_of(words["comparator_fillers"]["words"])
    return re.compile(rf"(?<!\w)({one_of(table)})\s(?:[“\"]?{fillers}[”\"]?\s)?\Z"), table


@cache
def comparator_after() -> tuple[re.Pattern[str], dict[str, Comparator]]:
    """A comparator after the unit: "trở lên"."""
    table = {
        phrase: Comparator(op) for op, phrases in lexicon("units")["comparators_after"].items() for phrase in phrases
    }
    return re.compile(rf"\s({one_of(table)})(?!\w)"), table


@cache
def change_before() -> tuple[re.Pattern[str], frozenset[str]]:
    """A word of change that ends where a number (or its comparator) begins; and those that say an increase."""
    words = lexicon("units")["change"]
    increase = frozenset(words["increase"])
    return re.compile(rf"(?<!\w)({one_of([*increase, *words['decrease']])})\s(?:từ\s)?\Z"), increase


@cache
def name_before() -> re.Pattern[str]:
    """A word that makes the figure after it a name ("điều 4", "lần thứ 6"), not one that ends with it ("cung cấp")."""
    names = lexicon("units")["names"]
    barred = "".join(rf"(?<!{re.escape(word)}\s)" for word in names["compounds"])
    return re.compile(rf"(?<!\w){one_of(names['words'])}\s\Z{barred}")


@cache
def none_left() -> re.Pattern[str]:
    """ "không còn hộ nghèo", "không để sót một hộ nào": none of a counted noun; it is the group found."""
    words = lexicon("units")["none"]
    nouns = one_of(lexicon("units")["counted"]["words"])
    lost, any_one = one_of(words["lost"]), r"(?:một\s|bất\s(?:kỳ|cứ)\s)?"
    return re.compile(
        rf"(?<!\w)không\s(?:còn\s({nouns})(?!\w)"
        rf"|(?:có|{lost})\s{any_one}({nouns})(?:\snào(?!\w)|(?!\w)(?=[^,.;:\n]{{0,60}}\snào(?!\w)))"
        rf"|(?:còn|{lost})\s{any_one}([^\W\d_]+(?:\s[^\W\d_]+)?)\snào(?!\w)"
        rf"|{one_of(words['absent'])}\s({one_of(words['cases'])})(?!\w))"
    )


def is_listed(notation: str) -> bool:
    """Whether the lexicon has this unit; else it was taken from the text as it stands."""
    return notation in _notations()


@cache
def _notations() -> frozenset[str]:
    return frozenset(notation for notation, _ in _listed()[1].values())


def is_clock(notation: str) -> bool:
    """Whether the unit is an hour or a minute, which a figure mostly gives of the clock."""
    return notation in lexicon("units")["durations"]["clock"]


def lasts(left: str) -> bool:
    """Whether what stands before a number makes it a duration ("trong 24 giờ")."""
    return left.endswith(tuple(f"{word} " for word in lexicon("units")["durations"]["lasting"]))


ZERO = Decimal(0)
