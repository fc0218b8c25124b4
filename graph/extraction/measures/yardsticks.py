"""Numbers that compare, size or condition, instead of measuring what their clause is about."""

import re
from functools import cache

from camket.graph.extraction.reading import QuantityMention, Reading
from camket.graph.extraction.text.cues import lexicon, one_of
from camket.graph.facts import Comparator, Span

SHARES = frozenset({"%", "điểm %", "lần"})
"""Units of a share or a ratio."""

_VALUED = re.compile(r"(?<!\w)(?:còn|xuống|giảm|là|đạt|ở|về|mức)\s\Z")
_NEAR = 30  # characters before a number in which a yardstick is sought
_ONWARD = re.compile(r"(?:\s?/[^\s,;.]+)?\s*(?:lên|xuống|sang)(?!\w)")
_COMPARES = re.compile(r"(?:cao|thấp|nhiều|ít|lớn|nhỏ)\shơn\s(?:mức|con\ssố)\s")
_FROM = re.compile(r"(?<!\w)từ\s(?:mức\s)?\Z")


def is_yardstick(reading: Reading, quantity: QuantityMention, left: str) -> bool:
    """Whether a number compares, sizes or conditions instead of measuring what the clause is about."""
    words = lexicon("indicators")["skip"]
    own = reading.slice(quantity.span).lower()
    near = reading.text[max(0, quantity.span.start - _NEAR) : quantity.span.start].lower()
    if near.endswith("(") or any(word in own for word in words["thresholds"]):
        return True
    if own.endswith(tuple(words["sizes"])) and quantity.unit in lexicon("units")["physical"]["words"]:
        return True
    if own.startswith("trên ") and _is_rate(reading, quantity):
        return True
    if is_duration(quantity):
        return _is_time(reading, quantity, near)
    if (
        _COMPARES.match(own)
        or _skipped().search(near)
        or (_FROM.search(near) and _ONWARD.match(reading.text, quantity.span.end))
    ):
        return True
    if _conditional().search(left) or _is_size(reading, quantity):
        return True
    spelt = not own[quantity.number.start - quantity.span.start].isdigit() and quantity.value != 0
    counts = quantity.unit.isupper() or quantity.unit in SHARES or quantity.comparator is not Comparator.EQUAL
    return spelt and not counts and (not left.strip() or bool(_definite().search(near)))


def is_duration(quantity: QuantityMention) -> bool:
    """Whether the unit is a span of time."""
    return quantity.unit in lexicon("units")["durations"]["words"]


def _is_rate(reading: Reading, quantity: QuantityMention) -> bool:
    """Whether "trên" says of how many: "3,1 bác sĩ trên một vạn dân"."""
    start = quantity.span.start
    return any(q.span.end == start - 1 for q in reading.quantities_in(Span(max(0, start - 2 * _NEAR), start)))


def _is_time(reading: Reading, quantity: QuantityMention, near: str) -> bool:
    """Whether a span of time only says when ("hai năm tới") or counts something else ("2 ngày lương")."""
    if quantity.comparator in {Comparator.AT_MOST, Comparator.AT_LEAST}:
        return False
    after = reading.text[quantity.span.end : quantity.span.end + _NEAR].lower()
    return bool(_time_after().match(after) or _time_before().search(near))


def _is_size(reading: Reading, quantity: QuantityMention) -> bool:
    """Whether a measure below a bound only says how small those meant are ("hộ nuôi dưới 1 ha")."""
    physical = quantity.unit in lexicon("units")["physical"]["words"]
    ends = not reading.text[quantity.span.end : quantity.span.end + 2].strip()[:1].isalpha()
    valued = _VALUED.search(reading.text[max(0, quantity.span.start - _NEAR) : quantity.span.start].lower())
    return physical and quantity.comparator is Comparator.LESS_THAN and ends and not valued


@cache
def _time_after() -> re.Pattern[str]:
    words = one_of(lexicon("units")["durations"]["not_before"])
    return re.compile(rf"\s(?:{words}(?!\w)|(?:19|20)\d\d(?!\d))")


@cache
def _time_before() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){one_of(lexicon('units')['durations']['not_after'])}\s(?:trong\s)?\Z")


@cache
def _definite() -> re.Pattern[str]:
    """Words after which a number word only says of which ones something is told: "giữa hai nhà máy", "cả ba dự án"."""
    return re.compile(rf"(?<!\w){one_of(lexicon('indicators')['skip']['definite'])}\s\Z")


@cache
def _conditional() -> re.Pattern[str]:
    """A condition: "khi tỉnh giải ngân được", but not "trong khi"."""
    return re.compile(rf"(?<!trong )(?<!\w){one_of(lexicon('indicators')['skip']['conditions'])}\s")


@cache
def _skipped() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){one_of(lexicon('indicators')['skip']['before'])}\s\Z")
