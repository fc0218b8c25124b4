"""When a number is better left out: what it measures, or whose it is, cannot be told from the words around it."""

import re
from functools import cache

from camket.graph.extraction.measures.yardsticks import is_duration
from camket.graph.extraction.reading import QuantityMention, Reading
from camket.graph.extraction.text.cues import lexicon, one_of
from camket.graph.facts import EntityKind, Span

_RATE = re.compile(
    r"\s?/\s?(?:1\s|một\s)?(giờ|ngày|tuần|tháng|quý|năm)(?!\w)|\s(?:mỗi|một)\s(ngày|tuần|tháng|năm)(?!\w)"
)
_WORTH = re.compile(
    r"\s(?:có\s)?(?:với\s)?(?:tổng\s)?(?:trị giá|giá trị)(?:\s(?:khoảng|gần|hơn|trên))?\Z|\s(?:riêng\s)?tối thiểu\Z"
)
_BROUGHT = re.compile(r"\A(?:(?P<name>[A-Z]{2,}\d*)\s(?:báo\s|bị\s)?|báo\s)(?=(?:lãi|lỗ)(?:\s|\Z))")
_ARE = re.compile(
    r"(?:\s[^\W\d_]+){1,4}?\slà\s(?:những\s|các\s)?(?:người\s|hộ\s)?((?:[^\W\d_]+\s?){2,5})(?=[,.;\n]|\Z)"
)
_IS = re.compile(r"(?:\s[^\W\d_]+){0,4}?\slà\s")
_INITIAL = re.compile(r"(?<!\w)(?:ông|bà|anh|chị|em|cô|chú)\s[A-ZĐ]\.", re.IGNORECASE)
_MANY_STATES = re.compile(r"\d\s(?:nước|quốc gia|tỉnh|doanh nghiệp|ngân hàng)\scó\s(?:\S+\s){0,5}\Z", re.IGNORECASE)
_SUFFERS = re.compile(
    r"((?:\s[^\W\d_]+){0,4}?)\s((?:bị|bỏ|mắc|nghỉ)(?:\s[^\W\d_]+){1,3}?)"
    r"(?=[,.;:)]|\Z|\s(?:trên|trong|tại|ở|do|vì|và|từ|sau)\s)"
)
_OF_WHAT = re.compile(r"\s(?:của|ở|tại|vào|từ|sẽ)\s")
_LEAST_LASTING = 4  # words of "thời gian xử lý hồ sơ" that are kept of a longer one
_HARMED = re.compile(r"\s(?:bị|bỏ|mắc|nghỉ|thoát)\s[^.\n]*\Z")
_SHORT_NAME = re.compile(r"\(([A-Z]{3,})\)\s\Z")
_SHORT_REACH = 14  # characters of "(CPI) "
_ENDS = re.compile(r"[;\n]|\.\s")
_REACH = 60  # characters before a number in which those counted stand whose number it is


def polished(reading: Reading, quantity: QuantityMention, indicator: str) -> str:
    """An indicator without what a worth or a ticker adds, with the time it is counted for; "" where it is no phrase."""
    indicator = _turned().sub(r"\2 \1", indicator)
    indicator = _BROUGHT.sub("", _WORTH.sub("", _of_this().sub("", indicator)))
    at = reading.text.rfind(indicator, max(0, quantity.span.start - 2 * _REACH), quantity.span.start)
    short = _SHORT_NAME.search(reading.text[max(0, at - _SHORT_REACH) : max(0, at)])
    indicator = f"{short[1]} {indicator}" if short and indicator else indicator
    if is_duration(quantity):
        indicator = _what_lasts(indicator)
    if _no_phrase().search(indicator.lower()) or (is_duration(quantity) and _no_lasting(indicator)):
        return ""
    if indicator.lower() in lexicon("indicators")["doubts"]["bare"]:
        return ""
    are = _ARE.match(reading.text, quantity.span.end) if quantity.unit == "%" else None
    if are and indicator in are[0]:
        indicator = f"{indicator} {are[1]}"
    suffers = _SUFFERS.match(reading.text, quantity.span.end)
    if suffers and not quantity.unit.isupper() and indicator.endswith(suffers[1].strip() or quantity.unit):
        indicator = f"{indicator} {suffers[2]}"
    rate = _RATE.match(reading.text, quantity.span.end)
    if rate and indicator and "mỗi" not in indicator.lower().split():
        return f"{indicator} mỗi {rate[1] or rate[2]}"
    return indicator


def is_only_some(reading: Reading, quantity: QuantityMention) -> bool:
    """Whether a share is of those who are something told after it: "20% hội viên là những người có thu nhập thấp"."""
    told = _ARE.match(reading.text, quantity.span.end)
    return quantity.unit == "%" and told is None and _IS.match(reading.text, quantity.span.end) is not None


def is_only_part(reading: Reading, quantity: QuantityMention, before: Span) -> bool:
    """Whether a count is but a part of those counted before it: "500 học sinh bỏ học, trong đó có 176 nữ sinh"."""
    physical = quantity.unit in lexicon("units")["physical"]["words"]
    if physical or quantity.unit == "%" or quantity.unit.isupper():
        return False
    start = reading.text.rfind("trong đó", max(0, before.start - _REACH), quantity.span.start)
    whole = reading.text[max(0, start - _REACH) : start]
    return start >= 0 and bool(_HARMED.search(whole)) and not _ENDS.search(reading.text, start, quantity.span.start)


def is_of_unknown(reading: Reading, sentence: Span, start: int) -> bool:
    """Whether an initial, a region or so many states before a number are whose it is: nobody who is known."""
    left = reading.text[sentence.start : start]
    if _INITIAL.search(left) or _MANY_STATES.search(left[-_REACH:]):
        return True
    return _region().search(left.lower()) is not None


def is_shadowed(reading: Reading, sentence: Span, start: int, owner: str) -> bool:
    """Whether a body opens the sentence before a place that is taken for the owner."""
    if reading.entities[owner].kind is not EntityKind.PLACE:
        return False
    bodies = [p for p in reading.phrases_in(Span(sentence.start, start)) if p.kind is EntityKind.BODY]
    return any(reading.entities[p.entity].category == "Company" for p in bodies)


def is_flow(indicator: str) -> bool:
    """Whether an indicator is gained over a time, so that it cannot be of a month because it was told in it."""
    return _flow().match(indicator.lower()) is not None


def _what_lasts(indicator: str) -> str:
    """ "thời gian" with what lasts, without whose or where it is and without a name before it."""
    kept = _OF_WHAT.split(indicator)[0]
    words = (kept if len(kept.split()) >= _LEAST_LASTING else indicator).split()
    names = [at for at, word in enumerate(words) if word[:1].isupper() and at]
    rest = words[names[-1] + 1 :] if len(names) > 1 or (names and words[names[-1]].isupper()) else []
    return " ".join(["thời gian", *rest] if len(rest) + 1 >= _LEAST_LASTING else words)


def _no_lasting(indicator: str) -> bool:
    """Whether what is said to last so long is but what happens to stand there, or an anniversary."""
    return any(word[:1].isupper() for word in indicator.split()) or _no_length().search(indicator.lower()) is not None


@cache
def _turned() -> re.Pattern[str]:
    """What a verb is of, then the verb: "ngân sách Sơn Hà chỉ thu"; with what stands between them left out."""
    words = lexicon("indicators")["reports"]
    nouns, verbs = one_of(words["turned_of"]), one_of(words["turned"])
    return re.compile(rf"\A(?:két\s)?({nouns})(?:\s[^,;]*?)?\s({verbs})(?:\s(?:được|về))?\Z", re.IGNORECASE)


@cache
def _no_phrase() -> re.Pattern[str]:
    words = lexicon("indicators")["doubts"]
    return re.compile(rf"\A{one_of(words['opening'])}\s|(?<!\w){one_of(words['within'])}(?!\w)")


@cache
def _of_this() -> re.Pattern[str]:
    """Whose it is, where it is said with "này", or the term of a loan: "nợ công nước này", "trái phiếu kỳ hạn"."""
    owners = one_of(lexicon("indicators")["doubts"]["these"])
    return re.compile(rf"(?<=\S)\s(?:(?:(?:của|ở|tại)\s)?{owners}\snày|kỳ hạn|thời hạn)\Z")


@cache
def _no_length() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){one_of(lexicon('indicators')['doubts']['no_length'])}(?!\w)")


@cache
def _region() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){one_of(lexicon('indicators')['doubts']['regions'])}(?!\w)")


@cache
def _flow() -> re.Pattern[str]:
    return re.compile(rf"{one_of(lexicon('indicators')['doubts']['flows'])}(?!\w)")
