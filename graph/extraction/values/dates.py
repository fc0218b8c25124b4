"""Expressions of time, made absolute from the day of publication; which of them an action or an event is tied to."""

import re
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from camket.graph.edtf import first_day, last_day
from camket.graph.extraction.reading import DateMention, Reading
from camket.graph.extraction.text.cues import one_of
from camket.graph.extraction.values.date_finder import Finder, last_word
from camket.graph.extraction.values.date_meanings import lexicon
from camket.graph.facts import Span

_COUNT = re.compile(r"(?<=\s)(?:các|hai|ba|bốn|năm|\d)\s\Z")  # "trong hai năm 2014-2015"
_PLANNED = frozenset({"tiêu", "hoạch"})  # ends of "mục tiêu", "chỉ tiêu", "kế hoạch"
_GONE_BY = (" trước", " qua", " ngoái", " rồi")
_NEAR = 30  # characters before a date in which a yardstick is sought
_LEAD_WORDS = 3  # before a date that opens a sentence: "Ngay trong", "Bước sang"
_SINCE = frozenset({"từ", "kể từ", "sau"})  # since when: no deadline
_JOINT = re.compile(r"[\s,():]*")  # between the dates that open a sentence, and between them and its subject
_CLAUSE_START = re.compile(r"[,;:.(“\"\n–]\s*\Z|\A\s*\Z")


@Language.component("camket_dates")
def dates(doc: Doc) -> Doc:
    """Fills `reading.dates`, in text order and without overlap. Spans hold the word that sets a limit ("trước ...").

    Where the document has no date of publication, only what the text itself says in full is resolved.
    """
    reading: Reading = doc._.reading
    reading.dates.extend(Finder(reading).found())
    return doc


def due_in(reading: Reading, clause: Span, *, framed: bool = False) -> DateMention | None:
    """The deadline or period that an undertaking's clause ties its action to, or None ("trong thời gian tới").

    A limit ("trước ngày 30/6") comes first; else the last date that stands as an adverb of time. Where the clause has
    several actions with a date each, one mention over all of them is given: the earliest to the latest. What is past
    at publication, a yardstick ("so với năm 2024", "thay vì") or a thing's own date ("ký năm 2023") is none.
    framed: where the clause names none, take the time that frames its passage ("Năm 2024, tỉnh ..."): right for goals.
    """
    candidates = [d for d in reading.dates_in(clause) if is_adverbial(reading, clause, d) and not _is_past(reading, d)]
    if all(_is_planned(reading, date) for date in candidates):
        opening = opening_of(reading, clause)
        if opening or candidates or not framed:
            return opening or (candidates[-1] if candidates else None)
        frame = frame_of(reading, clause.start, paragraphs=2)
        return None if frame is None or _is_past(reading, frame) else frame
    candidates = _before_purpose(reading, candidates)
    if len(candidates) == 1:
        return candidates[0]
    limits = [d for d in candidates if d.before]
    if limits and limits[-1] is not candidates[-1]:
        return limits[-1]
    first, last = candidates[0], candidates[-1]
    if first.period and _joined(reading, first, last):
        edtf = f"{first.edtf.split('/')[0]}/{last.edtf.split('/')[-1]}"
        return DateMention(Span(first.span.start, last.span.end), edtf, last.before, True)
    return last


def opening_of(reading: Reading, clause: Span) -> DateMention | None:
    """The date to come that opens the sentence, or its part, whose subject the clause begins with.

    "Sang quý IV, | công ty sẽ ...", "Muộn nhất 30/6 | các nhà thầu phải ...".
    """
    sentence = reading.sentences[reading.sentence_of(clause.start)]
    start = max(sentence.start, reading.text.rfind(";", sentence.start, clause.start) + 1)
    dates = reading.dates_in(Span(start, clause.start))
    if not dates or _is_past(reading, dates[-1]) or is_now(reading, dates[-1]) or is_compared(reading, dates[-1]):
        return None
    lead = reading.text[start : dates[0].span.start]
    joint = reading.text[dates[-1].span.end : clause.start]
    between = reading.text[dates[0].span.end : dates[-1].span.start]
    opens = len(lead.split()) <= _LEAD_WORDS and lead.lower().strip() not in _SINCE
    if not opens or _JOINT.fullmatch(joint) is None or (len(dates) > 1 and not _JOINT.fullmatch(between)):
        return None
    published = reading.document.published
    return dates[-1] if _to_come(reading.slice(clause)) or not published or dates[-1].edtf > published else None


def _before_purpose(reading: Reading, dates: list[DateMention]) -> list[DateMention]:
    """The dates up to "để": what it is done for has dates of its own ("về ngày 16/10 để dự giải từ ngày 25/10")."""
    between = reading.text[dates[0].span.end : dates[-1].span.start]
    purpose = re.search(r"\s(?:để|nhằm)\s", between)
    end = dates[0].span.end + purpose.start() if purpose else dates[-1].span.end
    return [date for date in dates if date.span.end <= end]


def frame_of(reading: Reading, offset: int, *, paragraphs: int = 1) -> DateMention | None:
    """The time that frames what is said at `offset`: "Năm 2024, tỉnh phấn đấu ...", for this and the next sentences.

    The last date before `offset`, in its paragraph (or in so many, that one the last), that opens a sentence or a
    clause ("Theo nghị quyết, năm 2025 tỉnh ...") and is a month or longer. "hiện", "đến nay" are none.
    """
    start = offset + 1
    for _ in range(paragraphs):
        start = reading.text.rfind("\n", 0, len(reading.text[:start].rstrip())) + 1
    for date in reversed(reading.dates_in(Span(start, offset))):
        left = reading.text[max(start, date.span.start - 3) : date.span.start]
        opens = _CLAUSE_START.search(left) is not None
        framing = len(date.edtf.split("/")[0]) < 10 and not is_now(reading, date) and not is_compared(reading, date)
        if opens and framing and not date.before:
            return date
    return None


def is_now(reading: Reading, date: DateMention) -> bool:
    """Whether a mention says no more than the moment of publication ("hiện", "đến nay")."""
    return reading.slice(date.span).lower() in lexicon()["now"]


def is_compared(reading: Reading, date: DateMention) -> bool:
    """Whether a date is what something is measured against: "so với năm 2024", "gấp đôi hiện nay"."""
    return _yardstick().search(reading.text[max(0, date.span.start - _NEAR) : date.span.start].lower()) is not None


def is_adverbial(reading: Reading, clause: Span, date: DateMention) -> bool:
    """Whether a date says when the clause's action is to be: a limit, or one that stands where an adverb stands."""
    if is_now(reading, date):
        return False
    left = _COUNT.sub("", reading.text[clause.start : date.span.start])
    opening = reading.slice(date.span).lower().split()[0]
    near = left[-_NEAR:].lower()
    if _yardstick().search(near) or (opening not in _adverbs() and not date.before and _own_date().search(near)):
        return False
    if date.before or _CLAUSE_START.search(left[-3:]) or left.strip() == "":
        return True
    return opening in _adverbs() or last_word(left.lower()) in _adverbs()


def _is_planned(reading: Reading, date: DateMention) -> bool:
    """Whether a date only says of when a plan is: "nhằm hoàn thành mục tiêu cả năm"."""
    whole = reading.slice(date.span).lower().startswith("cả ")
    return whole and last_word(reading.text[max(0, date.span.start - _NEAR) : date.span.start].lower()) in _PLANNED


def _to_come(words: str) -> bool:
    return re.search(r"(?<!\w)(?:sẽ|phải|dự kiến|phấn đấu)(?!\w)", words.lower()) is not None


@cache
def _adverbs() -> frozenset[str]:
    return frozenset(lexicon()["adverbial"])


@cache
def _yardstick() -> re.Pattern[str]:
    """A yardstick right before the date, with at most two words between; "lần thứ VI" counts, it compares nothing."""
    return re.compile(rf"(?<!\w){one_of(lexicon()['yardsticks'])}(?!\sthứ)\s(?:[^\s,;:]+\s){{0,2}}\Z")


@cache
def _own_date() -> re.Pattern[str]:
    """The verb of a thing's own date ("ký năm 2023") right before the date."""
    return re.compile(rf"(?<!\w){one_of(lexicon()['own_dates'])}\s\Z")


def _is_past(reading: Reading, date: DateMention) -> bool:
    """Whether the whole of it lies before the day, month or year of publication."""
    published = reading.document.published
    if reading.slice(date.span).lower().startswith("ngay trong"):
        return False  # said on the day itself, printed on the next
    if reading.slice(date.span).lower().endswith(_GONE_BY):
        return True  # "năm học trước" ends in the year of publication
    return bool(published) and last_day(date.edtf) < first_day(published or "")


def _joined(reading: Reading, first: DateMention, last: DateMention) -> bool:
    """Whether "và" and no mark joins the two: "khởi công trong quý I và thông xe trước Tết"."""
    between = reading.text[first.span.end : last.span.start]
    return " và " in between and not re.search(r"[,;.]", between) and first.edtf < last.edtf
