"""Numbers reported as reached or current: an indicator of a named body or place is given a value."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from camket.graph.edtf import last_day
from camket.graph.extraction import indicators
from camket.graph.extraction.chronology import Anchor, whole_month
from camket.graph.extraction.cues import lexicon
from camket.graph.extraction.dates import frame_of
from camket.graph.extraction.measures import Measured, measured_in
from camket.graph.extraction.reading import Reading
from camket.graph.extraction.topic import Subject, subject_of
from camket.graph.extraction.units import is_listed, one_of
from camket.graph.facts import Change, Measure, Observation, Span

_PIECE = re.compile(r";|\n")
_WITH = re.compile(r"(?:\A|\s)(?:với|cùng)\s")
_LIST_WORDS = 4  # words between two numbers of one list: ", 3 người mất tích, hơn 12.600 ngôi nhà"
_LONGEST = 12  # words of an indicator; what is longer was not cut where it should have been
_AHEAD = timedelta(45)  # a period that ends later than this after publication is not over: no report of it


@Language.component("camket_observations")
def observations(doc: Doc) -> Doc:
    """Fills `reading.observations`: what articles report, not what anybody is to reach.

    Runs after undertakings: what lies in the evidence of one is its measure, not an observation. Where it is not plain
    whose number it is, nothing is written.
    """
    reading: Reading = doc._.reading
    taken = [u.evidence for u in reading.undertakings]
    for sentence in reading.sentences:
        if reading.quantities_in(sentence):
            reading.observations.extend(_of_sentence(reading, sentence, taken))
    return doc


def _of_sentence(reading: Reading, sentence: Span, taken: list[Span]) -> Iterator[Observation]:
    """The observations of one sentence; a cue that blocks one piece blocks those after it."""
    for piece in _pieces(reading, sentence):
        if _blocked().search(reading.slice(Span(sentence.start, piece.start)).lower()):
            return
        groups: dict[tuple[str, ...], list[tuple[Measured, Subject]]] = {}
        subject = None
        for found in _reported(reading, piece, taken):
            told = subject_of(reading, Span(sentence.start, piece.end), found)
            subject = told or (subject if found.carried or _goes_with(reading, found) else None)
            if subject:
                groups.setdefault(subject.entities, []).append((found, subject))
        for entities, those in groups.items():
            yield _observation(reading, piece, entities, those)


def _goes_with(reading: Reading, found: Measured) -> bool:
    """Whether a number belongs to whatever the one before it belonged to: "26 dự án với tổng vốn ..."."""
    return _WITH.search(reading.slice(found.before).lower()) is not None


def _pieces(reading: Reading, sentence: Span) -> Iterator[Span]:
    """The parts of a sentence between semicolons."""
    start = sentence.start
    for match in _PIECE.finditer(reading.text, sentence.start, sentence.end):
        yield Span(start, match.start())
        start = match.end()
    yield Span(start, sentence.end)


def _reported(reading: Reading, piece: Span, taken: list[Span]) -> Iterator[Measured]:
    """The measures of a piece that are reported as reached or current."""
    accepted_until = -1
    for found in measured_in(reading, piece):
        start = found.quantity.span.start
        left = reading.slice(Span(piece.start, start)).lower()
        near = reading.slice(found.before).lower()
        right = reading.slice(Span(found.quantity.span.end, _clause_end(reading, found.quantity.span.end, piece.end)))
        if _is_taken(found.quantity.span, taken) or _blocked().search(f"{left}|{right.lower()}"):
            continue
        if _blocked_near().search(near) or _is_nobodys(found):
            continue
        period = found.measure.period or _period(reading, found)[0]
        if _is_to_come(reading, period):
            continue
        if _says_so(reading, found) or _continues(reading, found, accepted_until):
            accepted_until = found.quantity.span.end
            yield found


def _is_nobodys(found: Measured) -> bool:
    """Whether it is a price, an index or a score, its unit is not in the lexicon, or its indicator is no phrase."""
    words = lexicon("indicators")["reports"]
    indicator, unit = f"{found.measure.indicator.lower()} ", found.quantity.unit
    if indicator.startswith(tuple(words["not_reported"])) and not indicator.startswith("giá trị"):
        return True
    if indicator.count(" ") > _LONGEST or any(f" {word} " in indicator for word in words["not_within"]):
        return True
    ratio = unit == "lần" and found.measure.change is not Change.LEVEL
    return (unit in words["not_counted"] and not ratio) or not is_listed(unit)


def _is_taken(span: Span, taken: list[Span]) -> bool:
    """Whether an undertaking's evidence holds the number."""
    return any(evidence.start <= span.start and span.end <= evidence.end for evidence in taken)


def _says_so(reading: Reading, found: Measured) -> bool:
    """Whether the words before a number give an indicator its value, or say that somebody has so many."""
    left = reading.slice(found.before).lower().rstrip()
    if found.named and (_valued().search(left) or found.quantity.change is not Change.LEVEL):
        return True
    if found.named and left.endswith(found.measure.indicator.lower()):
        return found.quantity.comparator != "=" or found.quantity.unit == "%"
    match = _possession().search(left)
    if not match:
        return False
    done = lexicon("indicators")["reports"]
    return match[2] not in done["needs_done"] or match[1] is not None or _opening(left[: match.start()])


def _opening(left: str) -> bool:
    """Whether only a subject of a few words stands before the verb: "Vĩnh Giang thu hút 1,18 tỉ USD"."""
    return 0 < len(left.split()) <= _LIST_WORDS


def _continues(reading: Reading, found: Measured, accepted_until: int) -> bool:
    """Whether a number goes on with what the accepted one before it began: ", bằng 27% dự toán"."""
    if accepted_until < 0 or accepted_until > found.before.end:
        return False
    between = reading.text[accepted_until : found.quantity.span.start]
    return len(between.split()) <= _LIST_WORDS or (found.carried and len(between.split()) <= 2 * _LIST_WORDS)


def _observation(
    reading: Reading, piece: Span, entities: tuple[str, ...], those: list[tuple[Measured, Subject]]
) -> Observation:
    """One observation for what a piece reports of the same body or place."""
    first, last = those[0][0], those[-1][0]
    evidence = _trimmed(reading, Span(first.before.start, _clause_end(reading, last.quantity.span.end, piece.end)))
    period, source = _period(reading, first)
    context = sorted({subject.where for _, subject in those if not _within(subject.where, evidence)})
    if source and not _within(source, evidence):
        context = sorted({*context, source})
    measures = tuple(_dated(found.measure, period) for found, _ in those)
    return Observation(evidence=evidence, context=tuple(context), of=entities, measures=measures)


def _dated(measure: Measure, period: str | None) -> Measure:
    return measure if measure.period or period is None else replace(measure, period=period)


def _period(reading: Reading, found: Measured) -> tuple[str | None, Span | None]:
    """The time of a number that its piece ties to none, and where it is told.

    What frames its sentence; for an indicator with a head noun also what frames the passage ("cả năm", three sentences
    before); else the month of publication.
    """
    offset = found.quantity.span.start
    sentence = reading.sentences[reading.sentence_of(offset)]
    frame = frame_of(reading, offset)
    if frame is None or frame.span.start < sentence.start:
        passage = Span(reading.text.rfind("\n", 0, offset) + 1, offset)
        spans = [d for d in reading.dates_in(passage) if d.period and not d.before]
        frame = (frame or (spans[-1] if spans else None)) if found.named or found.carried else None
    if frame:
        return whole_month(frame.edtf), frame.span
    return Anchor.of(reading.document.published).this_month, None


def _clause_end(reading: Reading, start: int, limit: int) -> int:
    """Where the clause of a number ends: at the next mark or "và" after it."""
    return start + indicators.next_break(reading.text[start:limit])


def _trimmed(reading: Reading, span: Span) -> Span:
    """The span without blanks, commas and opening marks at its ends."""
    text = reading.slice(span)
    first = len(text) - len(text.lstrip(" ,.;:\n\"“”'"))
    return Span(span.start + first, span.start + len(text.rstrip(" ,.;:\n\"“”'")))


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _is_to_come(reading: Reading, period: str | None) -> bool:
    """Whether a period is still far from over at publication, so that nothing in it can have been reached."""
    published = reading.document.published
    return bool(period and published) and last_day(period or "") > last_day(published or "") + _AHEAD


@cache
def _blocked() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){one_of(lexicon('indicators')['reports']['blocked'])}(?!\w)")


@cache
def _blocked_near() -> re.Pattern[str]:
    return re.compile(rf"(?<!trong )(?<!\w){one_of(lexicon('indicators')['reports']['blocked_near'])}(?!\w)")


@cache
def _valued() -> re.Pattern[str]:
    """A verb between an indicator and its value."""
    return re.compile(rf"(?<!\w){one_of(lexicon('indicators')['verbs_right'])}\Z")


@cache
def _possession() -> re.Pattern[str]:
    """A verb of having or having done right before a number; group 1 is "đã" or the like, group 2 the verb."""
    words = lexicon("indicators")["reports"]
    fillers = one_of(words["possession_fillers"])
    return re.compile(rf"(?<!\w)(?:({one_of(words['done'])})\s)?({one_of(words['possession'])})(?:\s{fillers})?\Z")
