"""What forbids that a number is reported as reached: it is to come, wished for, doubted, a condition or a price."""

import re
from functools import cache

from camket.graph.extraction.measures.changes import is_before_change
from camket.graph.extraction.measures.indicators import next_break
from camket.graph.extraction.measures.measures import Measured
from camket.graph.extraction.reading import QuantityMention, Reading
from camket.graph.extraction.text.cues import lexicon, one_of
from camket.graph.facts import Span

_REACH = 1200  # characters before a number, or of what was said before, in which a word can block it
_PRICED = re.compile(
    r"/\s?(?:kg|lít|cổ phiếu|cp|lượng|chỉ|tấn|m2|m²|usd|trái phiếu|thùng|kwh|con|quả|suất|vé)(?!\w)", re.IGNORECASE
)

_THAN = re.compile(r"(?<!\w)so với\s(?:mức|con số|mốc)\s(?:khoảng\s|gần\s|hơn\s|trên\s)?\Z")
_SUPPOSED = re.compile(r"[^,.;:\n]*?\smà\s[^.;:\n]*\sthì\s")  # "Tăng trưởng 10% mà dân còn nghèo thì ..."


def is_blocked(reading: Reading, piece: Span, found: Measured) -> bool:
    """Whether the words around a number say that it is to come, wished for, doubted, or a condition."""
    end = found.quantity.span.end
    left = _unnamed(reading, Span(piece.start, found.quantity.span.start))
    right = reading.text[end : end + next_break(reading.text[end : piece.end])].lower()
    if _PRICED.match(reading.text, end) or _SUPPOSED.match(reading.text, end, piece.end):
        return True
    if _THAN.search(left) or (is_before_change(reading, found.quantity) and not _dated_after(found)):
        return True
    return bool(_blocked().search(left) or _blocked_after().search(right)) or _near(reading, found)


def _dated_after(found: Measured) -> bool:
    """Whether a number bears a time of its own: "(từ) 5,3% năm 2022"."""
    return found.dated is not None and found.dated.start >= found.quantity.span.end


def number_before_change(reading: Reading, piece: Span, found: Measured) -> QuantityMention | None:
    """What a number was before it changed, where that stands right before it: "từ 5.300 hộ xuống 3.200 hộ"."""
    before = reading.quantities_in(Span(piece.start, found.quantity.span.start))
    alike = bool(before) and before[-1].unit == found.quantity.unit
    return before[-1] if alike and is_before_change(reading, before[-1]) else None


def blocks(reading: Reading, said: Span) -> bool:
    """Whether words with a cue that blocks stand in what was said before in the sentence."""
    return _blocked().search(_unnamed(reading, said)) is not None


def _unnamed(reading: Reading, span: Span) -> str:
    """The words of a span from its last "song" on in small letters, blanks for names: no "cần" in "Cần Thơ"."""
    span = Span(max(span.start, span.end - _REACH), span.end)
    text = reading.slice(span).lower()
    for phrase in reading.phrases_in(span):
        first, last = phrase.name.start - span.start, phrase.name.end - span.start
        text = text[:first] + " " * (last - first) + text[last:]
    turns = [match.end() for match in contrast().finditer(text)]
    return text[turns[-1] :] if turns else text


def _near(reading: Reading, found: Measured) -> bool:
    return _blocked_near().search(reading.slice(found.before).lower()) is not None


@cache
def contrast() -> re.Pattern[str]:
    """What sets what is reached apart from what was planned: "song", "nhưng đến nay"."""
    return re.compile(rf"(?<!\w)(?<!thì ){one_of(lexicon('indicators')['reports']['contrast'])}(?!\w)(?! đó)")


@cache
def _blocked() -> re.Pattern[str]:
    """A cue that blocks, or "giao" with the blanks that stand for the name of whoever is charged."""
    words = lexicon("indicators")["reports"]
    cues = rf"(?<!\w)(?!{one_of(words['unblocked'])}(?!\w)){one_of(words['blocked'])}(?!\w)"
    return re.compile(rf"{cues}|(?<!\w)(?:đã|vừa|và)\sgiao\s{{3,}}")


@cache
def _blocked_after() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){one_of(lexicon('indicators')['reports']['blocked_after'])}(?!\w)")


@cache
def _blocked_near() -> re.Pattern[str]:
    return re.compile(rf"(?<!trong )(?<!\w){one_of(lexicon('indicators')['reports']['blocked_near'])}(?!\w)")
