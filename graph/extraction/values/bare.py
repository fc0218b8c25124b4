"""The unit of a number that has none after it: "đưa số ca mắc về 0", "nâng số khách hàng từ 6 lên 7,5 triệu"."""

import re
from functools import cache

from camket.graph.extraction.text.cues import lexicon, one_of
from camket.graph.extraction.values.units import Unit, comparator_before
from camket.graph.facts import Span

_REACH = 80  # characters before a number in which what it counts is named
_SUM = re.compile(r"\d\s(?:nghìn\s|ngàn\s)?(?:tỷ|tỉ)\sđồng(?!\w)")
_FOREIGN = re.compile(r"(?<!\w)(?:usd|đô la|euro|ndt|yên|dân|người)(?!\w)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_ENDS = re.compile(r"\s*(?:[,.;:)”\"\n]|\Z|\s[^\W\d_])")


def unit_named_before(lowered: str, number: Span, end: int, *, scaled: bool) -> Unit | None:
    """What a number counts that its clause names as "số ..." before it, where a verb gives it this value; else None.

    end: of the number with its scale. scaled: whether it has one ("7,5 triệu").
    """
    if not _ENDS.match(lowered, end) or (_YEAR.fullmatch(lowered, number.start, number.end) and not scaled):
        return None
    window = lowered[max(0, number.start - _REACH) : number.start]
    comparator = comparator_before()[0].search(window)
    window = window[: comparator.start()] if comparator else window
    named = [match[1] for match in _named().finditer(window)]
    if not named or not _given().search(window):
        return None
    return Unit(named[-1], end, "counted")


def money_left_out(lowered: str, number: Span, end: int) -> Unit | None:
    """Đồng, where other sums around say it: "đặt kế hoạch 4.500 tỷ đồng song chỉ được 3.940 tỷ"; else None.

    end: of the number with its scale.
    """
    if not _ENDS.match(lowered, end):
        return None
    around = lowered[max(0, number.start - 2 * _REACH) : end + _REACH // 2]
    return Unit("VND", end, "code") if _SUM.search(around) and not _FOREIGN.search(around) else None


@cache
def _named() -> re.Pattern[str]:
    """ "số" with a counted noun, up to which no mark stands after it."""
    nouns = one_of(lexicon("units")["counted"]["words"])
    return re.compile(rf"(?<!\w)(?<!con )số\s(?:lượng\s)?({nouns})(?!\w)(?=[^.;:\n]*\Z)")


@cache
def _given() -> re.Pattern[str]:
    """A verb of giving a value right before the number."""
    return re.compile(rf"(?<!\w){one_of(lexicon('units')['given']['words'])}\s\Z")
