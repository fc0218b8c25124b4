"""Whether a number is a level, an increase or a decrease: the verb right before it or before its indicator."""

import re
from functools import cache

from camket.graph.extraction.measures.yardsticks import SHARES, is_duration
from camket.graph.extraction.reading import QuantityMention, Reading
from camket.graph.extraction.text.cues import lexicon, one_of
from camket.graph.facts import Change, Comparator, Span

_LEVEL = re.compile(r"(?:^|\s)(?:lên|xuống|còn|đạt|tới|là|ở|bằng|mức|giữ)(?:\s(?:mức|ở))?\s*\Z")
_CHANGED = re.compile(r"(?<!\w)(tốc độ tăng(?: trưởng)?|tăng trưởng|tăng|kéo giảm|cắt giảm|giảm)(?!\w)")
_CHANGES = re.compile(r"(?<!\w)(?:(tăng|nâng)|(?:kéo\s|cắt\s)?giảm|hạ)\s+\Z")
_DIFFERS = re.compile(r"(?<!\w)(?:(cao|nhiều|lớn)|thấp|ít|nhỏ|kém)\shơn(?:\s[^\W\d_]+){1,5}\s+\Z")
_BOUND = re.compile(r"(?<!\w)(tối thiểu|tối đa|ít nhất)\s(?:(?:phải|cần|cũng|là|đạt|có|được)\s+)+\Z")
_COMPARED_AGAIN = re.compile(r"\sso với\s[^.;\n]{1,60}?(?:,|và|,\svà)\s+\Z")  # "tăng 3% so với quý I và 8% so với ..."
_TURNED_REACH = 90  # characters between two such numbers
_FROM = re.compile(r"(?<!\w)từ\s(?:(?:mức|con số|mốc|khoảng|gần|hơn|trên|chỉ)\s)*\Z")
_FROM_REACH = 24  # characters before a number in which these stand
_TO = re.compile(r"[^,.;:\n]{0,40}?\s(?:xuống|lên|còn)\s")
_EXCEEDS = re.compile(r"(?<!\w)(?:vượt|gấp|cao hơn|nhiều hơn|lớn hơn)(?:\s[^\W\d_]+){1,6}\s+\Z")


def change_of(reading: Reading, quantity: QuantityMention, left: str, indicator: str) -> tuple[Comparator, Change]:
    """The comparator of a number, and whether it is a level or a difference.

    left: what stands before it in its segment, lower-case. A number right after a verb of change, or whose indicator
    stands right after one ("giảm mức phí 100 đồng"), is a difference; so are "vượt quy chuẩn 3,8 lần" and "vượt 5,8% dự
    toán": by so much, not more than so much.
    """
    own = reading.slice(quantity.span).lower()
    if quantity.unit == "lần" and (_EXCEEDS.search(left) or own.startswith("vượt ")):
        return Comparator.EQUAL, Change.INCREASE
    if _over_target(reading, quantity, own):
        return Comparator.EQUAL, Change.INCREASE
    bound = _BOUND.search(left) if quantity.comparator is Comparator.EQUAL else None
    if bound:
        return (Comparator.AT_MOST if bound[1] == "tối đa" else Comparator.AT_LEAST), Change.LEVEL
    if quantity.comparator is Comparator.EQUAL and is_duration(quantity) and _within().search(left):
        return Comparator.AT_MOST, Change.LEVEL
    if is_before_change(reading, quantity):
        return quantity.comparator, Change.LEVEL
    again = _compared_again(reading, quantity)
    return quantity.comparator, again or _change(quantity, left, indicator.lower())


def is_before_change(reading: Reading, quantity: QuantityMention) -> bool:
    """Whether a number is what something was before it changed: the first of "giảm từ 5,3% xuống còn 3,2%"."""
    start, end = quantity.span
    left = reading.text[max(0, start - _FROM_REACH) : start].lower()
    return bool(_FROM.search(left)) and _TO.match(reading.text, end) is not None


def _compared_again(reading: Reading, quantity: QuantityMention) -> Change | None:
    """The change of the share before, where it is compared again: "tăng 3% so với X, và 8% so với Y"."""
    start, end = quantity.span
    if quantity.unit not in SHARES or not reading.text[end : end + 12].lower().lstrip().startswith("so với"):
        return None
    before = reading.quantities_in(Span(start - _TURNED_REACH, start))
    if not before or before[-1].unit != quantity.unit:
        return None
    between = reading.text[before[-1].span.end : start].lower()
    return before[-1].change if _COMPARED_AGAIN.match(between) and before[-1].change is not Change.LEVEL else None


def _change(quantity: QuantityMention, left: str, indicator: str) -> Change:
    if quantity.change is not Change.LEVEL or _LEVEL.search(left):
        return quantity.change
    differs = _DIFFERS.search(left)
    if differs and (quantity.unit.isupper() or quantity.unit in SHARES):
        return Change.INCREASE if differs[1] else Change.DECREASE
    if quantity.unit not in SHARES:
        at = left.rfind(indicator) if indicator and left.rstrip().endswith(indicator) else -1
        verb = _CHANGES.search(left[:at]) if at > 0 else None
        return Change.LEVEL if verb is None else Change.INCREASE if verb[1] else Change.DECREASE
    verbs = _CHANGED.findall(left)
    if not verbs:
        return Change.LEVEL
    return Change.DECREASE if "giảm" in verbs[-1] else Change.INCREASE


@cache
def _within() -> re.Pattern[str]:
    """ "hoàn thành ... trong (90 ngày)": the time is a limit."""
    finishing = one_of(lexicon("units")["durations"]["finishing"])
    return re.compile(rf"(?<!\w){finishing}(?!\w)[^,;\n]*\strong\s+\Z")


def _over_target(reading: Reading, quantity: QuantityMention, own: str) -> bool:
    if quantity.unit != "%" or not own.startswith("vượt ") or "mốc" in own:
        return False
    return reading.text[quantity.span.end :][:40].lstrip().startswith(tuple(lexicon("indicators")["yardsticks"]))
