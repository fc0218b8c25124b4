"""Whether a number is a level, an increase or a decrease: the verb right before it or before its indicator."""

import re
from functools import cache

from camket.graph.extraction.measures.yardsticks import SHARES, is_duration
from camket.graph.extraction.reading import QuantityMention, Reading
from camket.graph.extraction.text.cues import lexicon, one_of
from camket.graph.facts import Change, Comparator

_LEVEL = re.compile(r"(?:^|\s)(?:lên|xuống|còn|đạt|tới|là|ở|bằng|mức|giữ)(?:\s(?:mức|ở))?\s*\Z")
_CHANGED = re.compile(r"(?<!\w)(tốc độ tăng(?: trưởng)?|tăng trưởng|tăng|kéo giảm|cắt giảm|giảm)(?!\w)")
_CHANGES = re.compile(r"(?<!\w)(?:(tăng|nâng)|(?:kéo\s|cắt\s)?giảm|hạ)\s+\Z")
_DIFFERS = re.compile(r"(?<!\w)(?:(cao|nhiều|lớn)|thấp|ít|nhỏ|kém)\shơn(?:\s[^\W\d_]+){1,5}\s+\Z")
_BOUND = re.compile(r"(?<!\w)(tối thiểu|tối đa|ít nhất)\s(?:(?:phải|cần|cũng|là|đạt|có|được)\s+)+\Z")
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
    return quantity.comparator, _change(quantity, left, indicator.lower())


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
