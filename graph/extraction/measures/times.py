"""When a reported number held: the time told with it, what frames its passage, or what the article looks back on."""

import re
from datetime import timedelta
from functools import cache

from camket.graph.edtf import last_day
from camket.graph.extraction.measures.blocks import contrast
from camket.graph.extraction.measures.doubts import is_flow
from camket.graph.extraction.measures.measures import Measured
from camket.graph.extraction.measures.reports import is_state
from camket.graph.extraction.measures.ties import is_since
from camket.graph.extraction.reading import DateMention, Reading
from camket.graph.extraction.text.cues import lexicon, one_of
from camket.graph.extraction.values.chronology import Anchor, whole_month
from camket.graph.extraction.values.dates import frame_of, is_compared, is_now
from camket.graph.facts import Span

_COMPARED = re.compile(r"(?:so với|cùng kỳ|kể từ|gấp|bằng|hơn|quy định|thay)\s(?:\S+\s){0,3}\Z")
_ESTIMATED = re.compile(r"(?<!\w)ước(?:\s(?:đạt|tính|khoảng|thực hiện|tăng|giảm|còn))*\s\Z")
_TURN_REACH = 300  # characters before a number in which a contrast stands
_YARDSTICK = 30  # characters before a date in which what it is compared with is named
_UNTIL = re.compile(r"(?<!\w)(?:tính|ước)?\s?(?:đến|tới)\s(?:hết\s|cuối\s|ngày\s)*(?:tháng|\d)")
_UNTIL_REACH = 24  # characters before a date in which "tính đến hết" stands
_PARTS = re.compile(r"(?:Trong đó|Cụ thể|Riêng)[,\s]")
_PRESENT = 60  # characters before the clause of a number in which a word of the present stands
_DAY = len("2025-03-07")
_TERM = re.compile(r"(?<!\w)nhiệm k[ỳì]\s(?:vừa\s)?qua(?!\w)")
_MONTH = len("2025-03")
_YEAR = len("2025")
_LEAD = 2  # sentences in which an article tells what it looks back on
_AHEAD = timedelta(45)  # a period that ends later than this after publication is not over: no report of it
_AHEAD_OF_YEAR = timedelta(92)  # the same of a whole year: its last quarter reports it


def period_of(reading: Reading, found: Measured) -> tuple[str | None, Span | None]:
    """The time of a number that its piece ties to none, and where it is told.

    What stands before it in its sentence, else what frames it; for an indicator with a head noun also what frames the
    passage ("cả năm", three sentences before). Else the month of publication for what somebody has or lacks, and
    nothing for what has been reached at a time that is not told.
    """
    offset = found.quantity.span.start
    sentence = reading.sentences[reading.sentence_of(offset)]
    told = _told_before(reading, Span(sentence.start, offset))
    frame = told or _of_the_whole(reading, sentence) or frame_of(reading, offset)
    if frame is None or frame.span.start < sentence.start:
        passage = Span(reading.text.rfind("\n", 0, offset) + 1, offset)
        spans = [d for d in reading.dates_in(passage) if d.period and not d.before and not is_compared(reading, d)]
        frame = (frame or (spans[-1] if spans else None)) if found.named or found.carried else None
    if frame and frame.span.start < sentence.start and _is_this_year(reading, frame):
        frame = None  # "mục tiêu năm 2013 ... . Doanh thu từ than đạt 38.000 tỷ đồng": of a time not told
    frame = frame or _term_of(reading, sentence)
    frame = frame or (_review_of(reading) if found.named or found.carried else None)
    if (
        frame
        and is_to_come(reading, frame.edtf)
        and contrast().search(reading.text[max(frame.span.end, sentence.start, offset - _TURN_REACH) : offset].lower())
    ):
        frame = None  # "đến năm 2030 phải xây 4.000 căn, song mới có 800 căn"
    if frame and is_since(reading, frame):
        return None, None  # "từ đầu năm 2007, công ty đã xây 5 trang trại": not in 2007
    if frame:
        return whole_month(frame.edtf), frame.span
    if is_flow(found.measure.indicator) or not is_state(reading, found) or not _is_present(reading, found):
        return None, None
    return Anchor.of(reading.document.published).this_month, None


def counted_over(reading: Reading, found: Measured, period: str | None, where: Span | None) -> str | None:
    """The period of what adds up over a year, where only its end is told: from January on."""
    if period is None or where is None or len(period) != _MONTH or period.endswith("-01"):
        return period
    said = f"{reading.slice(found.before)} {found.measure.indicator}".lower()
    if not (is_flow(found.measure.indicator) or _adding_up().search(said)):
        return period
    told = reading.text[max(0, where.start - _UNTIL_REACH) : where.start + _UNTIL_REACH // 2].lower()
    return f"{period[:_YEAR]}-01/{period}" if _UNTIL.search(told) else period


@cache
def _adding_up() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){one_of(lexicon('indicators')['reports']['adding_up'])}(?!\w)")


def _is_present(reading: Reading, found: Measured) -> bool:
    """Whether the words before a number say that it holds now: "còn", "mới", "đã", not "có" alone."""
    start = reading.sentences[reading.sentence_of(found.quantity.span.start)].start
    left = reading.text[max(start, found.before.start - _PRESENT) : found.quantity.span.end].lower()
    return _present().search(left) is not None


@cache
def _present() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){one_of(lexicon('indicators')['reports']['present'])}(?!\w)")


def _of_the_whole(reading: Reading, sentence: Span) -> DateMention | None:
    """The time of the figure whose parts a sentence goes on to tell: "Trong đó, doanh thu từ than đạt ..."."""
    if not _PARTS.match(reading.text, sentence.start):
        return None
    last = next((one for one in reversed(reading.observations) if one.evidence.end <= sentence.start), None)
    if last is None or sentence.start - last.evidence.end > _PRESENT:
        return None
    before = reading.sentences[reading.sentence_of(last.evidence.start)]
    periods = {measure.period for measure in last.measures}
    return next((d for d in reading.dates_in(before) if whole_month(d.edtf) in periods), None)


def _is_this_year(reading: Reading, date: DateMention) -> bool:
    """Whether a date is the whole year of publication while that is far from over."""
    this_year = (reading.document.published or "")[:_YEAR]
    return date.edtf == this_year and is_to_come(reading, date.edtf)


def _term_of(reading: Reading, sentence: Span) -> DateMention | None:
    """The years of "nhiệm kỳ qua", where the article names them."""
    if not _TERM.search(reading.slice(sentence).lower()):
        return None
    terms = (d for d in reading.dates if d.period and reading.slice(d.span).lower().startswith("nhiệm k"))
    this_year = (reading.document.published or "")[:_YEAR]
    return next((d for d in terms if d.edtf[-_YEAR:] <= this_year), None)


def _review_of(reading: Reading) -> DateMention | None:
    """The year or months on which an article looks back, told where it begins ("Hội nghị tổng kết năm 2025")."""
    lead = Span(0, reading.sentences[min(_LEAD, len(reading.sentences)) - 1].end)
    if not _review().search(reading.slice(lead).lower()):
        return None
    spans = [d for d in reading.dates_in(lead) if not d.before and (d.period or len(d.edtf) == _YEAR)]
    return next((d for d in spans if not is_to_come(reading, d.edtf)), None)


@cache
def _review() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){one_of(lexicon('indicators')['reports']['review'])}(?!\w)")


def _told_before(reading: Reading, span: Span) -> DateMention | None:
    """The last stretch of time in a span that is no yardstick: "cho biết năm 2021 đơn vị bắt giữ"."""
    told = [
        d
        for d in reading.dates_in(span)
        if not d.before and len(d.edtf.split("/")[0]) < _DAY and not is_now(reading, d)
    ]
    told = [
        d for d in told if not _COMPARED.search(reading.text[max(0, d.span.start - _YARDSTICK) : d.span.start].lower())
    ]
    return told[-1] if told else None


def is_to_come(reading: Reading, period: str | None) -> bool:
    """Whether a period is still far from over at publication, so that nothing in it can have been reached."""
    published = reading.document.published
    if not period or not published:
        return False
    if period[:_YEAR] < published[:_YEAR] == period.split("/")[-1][:_YEAR]:
        return False  # a term that ends this year is looked back on
    return last_day(period) > last_day(published) + (_AHEAD_OF_YEAR if len(period) == _YEAR else _AHEAD)


def is_estimate(reading: Reading, found: Measured) -> bool:
    """Whether "ước (đạt)" gives what the year of publication, or a term that ends with it, comes to."""
    near = reading.text[max(0, found.quantity.span.start - _YARDSTICK) : found.quantity.span.start].lower()
    period = found.measure.period or period_of(reading, found)[0] or ""
    this_year = (reading.document.published or "")[:_YEAR]
    if found.carried:
        near = reading.text[max(0, found.quantity.span.start - 2 * _YARDSTICK) : found.before.start].lower()
        near = near[: near.rfind("ước ") + len("ước ")] if "ước " in near else ""
    return _ESTIMATED.search(near) is not None and period.split("/")[-1][:_YEAR] == this_year
