"""Counts that are themselves the subject of how things stand: "17/21 xã đã đạt chuẩn", "94% sinh viên có việc làm"."""

import re
from functools import cache

from camket.graph.extraction.measures.deeds import is_harm
from camket.graph.extraction.measures.indicators import next_break
from camket.graph.extraction.measures.measures import Measured
from camket.graph.extraction.measures.yardsticks import is_duration
from camket.graph.extraction.reading import Phrase, Reading
from camket.graph.extraction.text.cues import lexicon, one_of
from camket.graph.extraction.values.dates import is_now
from camket.graph.extraction.values.units import is_listed
from camket.graph.facts import EntityKind, Span

_MARK = re.compile(r"[,;:.\n]\s")
_OF_SO_MANY = re.compile(r"/\d")
_WHERE = re.compile(r"(?<!\w)(?:tại|ở|trên địa bàn|thuộc)\s(?:tỉnh\s|thành phố\s|huyện\s|xã\s)?\Z")
_DAY = len("2025-03-07")
_REACH = 30  # characters before a place in which "tại" stands


def is_counted(reading: Reading, piece: Span, found: Measured) -> bool:
    """Whether a count opens its clause and a verb after it says how those counted stand.

    So many of so many, or a share, at any time; a mere count only as things stand now or over a stretch of time.
    """
    quantity = found.quantity
    voters = quantity.unit in lexicon("indicators")["counted"]["voters"]
    if voters or quantity.unit.isupper() or is_duration(quantity) or not is_listed(quantity.unit) or is_harm(found):
        return False
    left = _left_of(reading, piece, quantity.span.start)
    if left is None or not _stands().search(reading.slice(rest_of(reading, piece, found)).lower()):
        return False
    return bool(quantity.unit == "%" or is_part(reading, found) or _lasts(reading, piece, found, left))


def is_part(reading: Reading, found: Measured) -> bool:
    """Whether a number is so many of so many: "17/21 xã"."""
    return _OF_SO_MANY.match(reading.text, found.quantity.number.end) is not None


def rest_of(reading: Reading, piece: Span, found: Measured) -> Span:
    """What stands after a number up to the next mark."""
    end = found.quantity.span.end
    return Span(end, end + next_break(reading.text[end : piece.end]))


def place_after(reading: Reading, rest: Span) -> Phrase | None:
    """The place where those counted are: "hoạt động tại Cần Thơ"."""
    for phrase in reading.phrases_in(rest):
        left = reading.text[max(rest.start, phrase.span.start - _REACH) : phrase.span.start]
        if phrase.kind is EntityKind.PLACE and _WHERE.search(left):
            return phrase
    return None


def _left_of(reading: Reading, piece: Span, start: int) -> str | None:
    """The words between the last mark, or verb of saying, and a count, if they are but adverbs and dates; else None."""
    window = Span(max(piece.start, start - 4 * _REACH), start)
    text = reading.slice(window).lower()
    for date in reading.dates_in(window):
        text = text.replace(reading.slice(date.span).lower(), " ")
    marks = [m.end() for m in _MARK.finditer(text)]
    left = text[marks[-1] :] if marks else text
    says = [m.end() for m in _says().finditer(left)]
    left = left[says[-1] :] if says else left
    return left if _bare().fullmatch(left.strip()) else None


def _lasts(reading: Reading, piece: Span, found: Measured, left: str) -> bool:
    sentence = reading.sentences[reading.sentence_of(piece.start)]
    dates = [d for d in reading.dates_in(sentence) if not d.before]
    if any(len(d.edtf) == _DAY and not is_now(reading, d) for d in dates):
        return False
    return "hiện" in left.split() or any(d.period or is_now(reading, d) for d in dates)


@cache
def _bare() -> re.Pattern[str]:
    words = lexicon("indicators")["counted"]
    return re.compile(rf"(?:(?:{one_of(words['opening'])})(?:\s|\Z))*")


@cache
def _stands() -> re.Pattern[str]:
    return re.compile(rf"\s{one_of(lexicon('indicators')['counted']['stands'])}(?!\w)(?! lại)")


@cache
def _says() -> re.Pattern[str]:
    verbs = [word for verb in lexicon("speech")["verb"] for word in verb["words"]]
    return re.compile(rf"(?<!\w){one_of(verbs)}(?!\w)(?:\srằng)?")
