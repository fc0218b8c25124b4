"""Vietnamese numbers: figures ("55.600", "8,5") and words ("hai mươi lăm")."""

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from camket.graph.extraction.text.cues import lexicon

FIGURE = r"(?:\d{1,3}(?:\.\d{3})+(?![\d])(?:,\d+)?|\d+(?:[.,]\d+)?)"
"""A figure: thousands set off by full stops, decimals by a comma (or, as some write, by a stop: "8.5")."""

_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?\Z")
_MAX_DIGITS = 13  # a longer row of digits is no amount; with the largest scale it stays within the precision of Decimal


def value_of(figure: str) -> Decimal:
    """The value of a figure that FIGURE matched: `55.600` is 55600, `8,5` and `8.5` are 8.5."""
    if _THOUSANDS.match(figure):
        figure = figure.replace(".", "")
    return Decimal(figure.replace(",", "."))


def is_amount(figure: str) -> bool:
    """Whether a figure can be an amount: not "007", not a row of digits as of a telephone."""
    whole = re.split(r"[.,]", figure)[0]
    return sum(map(str.isdigit, figure)) <= _MAX_DIGITS and (len(whole) == 1 or not whole.startswith("0"))


def numeral(norms: Sequence[str], at: int) -> tuple[int, Decimal] | None:
    """The number word that begins at token `at`: how many tokens it has, and its value below 1000; else None.

    "hai" is 2, "mười lăm" 15, "hai mươi mốt" 21, "ba trăm linh năm" 305. "một" and "năm" begin one only where a scale
    or a multiplier follows: they are an article and a year elsewhere.
    """
    ones, inner, _, _ = _tables()
    if norms[at] not in ones or not _begins(norms, at):
        return None
    rules = lexicon("units")["numeral_rules"]
    total, last, end = 0, 0, at
    while end < len(norms):
        word = norms[end]
        if word == rules["hundreds"] and last:
            total, last = total + last * 100, 0
        elif word == rules["tens"] and last:
            total, last = total + last * 10, 0
        elif word in rules["fillers"] and total and not last:
            pass
        elif word == "mười" and not last:
            total += 10
        elif not last and word != "mười" and _is_digit(word, total, norms[end - 1] if end > at else ""):
            last = ones.get(word) or inner[word]
        else:
            break
        end += 1
    while end > at + 1 and norms[end - 1] in rules["fillers"]:
        end -= 1
    return end - at, Decimal(total + last)


def _begins(norms: Sequence[str], at: int) -> bool:
    """Whether a numeral may begin a number here: "một" and "năm" only before a scale, and in "năm năm" (five years)."""
    _, _, starters, scales = _tables()
    following = norms[at + 1] if at + 1 < len(norms) else ""
    return norms[at] not in starters or following in scales or norms[at] == following == "năm"


def _is_digit(word: str, total: int, previous: str) -> bool:
    """Whether `word` is a digit where it stands: in "hai mươi năm" năm is years, 25 is "hai mươi lăm"."""
    ones, inner, _, _ = _tables()
    if word == "năm":
        return not total or previous in lexicon("units")["numeral_rules"]["fillers"]
    return word in ones or (word in inner and total >= 10)


@cache
def _tables() -> tuple[dict[str, int], dict[str, int], frozenset[str], frozenset[str]]:
    """Numerals, those inside compounds only, those that need a scale after them, and the scales."""
    words = lexicon("units")
    rules = words["numeral_rules"]
    scales = {rules["tens"], rules["hundreds"], *(phrase.split()[0] for phrase in words["multipliers"])}
    return words["numerals"], words["inner_numerals"], frozenset(rules["only_before_scale"]), frozenset(scales)
