"""Numbers reported as reached or current: an indicator of a named body or place is given a value."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.language import Language
from spacy.tokens import Doc

from camket.graph.extraction.measures import indicators
from camket.graph.extraction.measures.assumed_owners import (
    congress_body,
    people_here,
    producer_before,
    setting_for,
    speaking_for,
)
from camket.graph.extraction.measures.blocks import blocks, is_blocked, number_before_change
from camket.graph.extraction.measures.counted import is_counted, is_part, place_after, rest_of
from camket.graph.extraction.measures.doubts import is_of_unknown, is_only_part, is_only_some, is_shadowed
from camket.graph.extraction.measures.measures import Measured, measured_in
from camket.graph.extraction.measures.owners import speakers_body
from camket.graph.extraction.measures.partners import is_mutual, partners_of
from camket.graph.extraction.measures.reports import is_nobodys, said_from
from camket.graph.extraction.measures.setting import setting_of
from camket.graph.extraction.measures.strangers import is_of_others, names_stranger, opens_with_name
from camket.graph.extraction.measures.times import counted_over, is_estimate, is_to_come, period_of
from camket.graph.extraction.measures.topic import Subject, is_part_apart, names_anybody, subject_of
from camket.graph.extraction.measures.yardsticks import is_duration
from camket.graph.extraction.reading import Reading
from camket.graph.extraction.rules import rule
from camket.graph.extraction.values.dates import is_now
from camket.graph.facts import Change, EntityKind, Measure, Observation, Span

_PIECE = re.compile(r";|\n")
_BREAK = re.compile(r"[,:]\s")
_WITH = re.compile(r"(?:\A|\s)(?:với|cùng)\s")
_LEAD_WORDS = 3  # before what goes on about the same owner: "Trong đó", "Tuy nhiên, cũng"
_ASIDE = 40  # characters before a number in which a bracket opens
_NEAR = 200  # characters from the number reported last within which a sentence may go on with its owner


@Language.component("camket_observations")
def observations(doc: Doc) -> Doc:
    """Fills `reading.observations`: what articles report, not what anybody is to reach.

    Runs after undertakings: what lies in the evidence of one is its measure, not an observation. Where it is not plain
    whose number it is, nothing is written.
    """
    reading: Reading = doc._.reading
    taken = [u.evidence for u in reading.undertakings]
    told: _Told | None = None
    for sentence in reading.sentences:
        if told and (reading.text.find("\n", told.end, sentence.start) >= 0 or sentence.start - told.end > _NEAR):
            told = None
        if reading.quantities_in(sentence) and not reading.slice(sentence).rstrip().endswith("?"):
            told = _Sentence(reading, sentence, taken, told).read() or told
    return doc


@dataclass(frozen=True, slots=True)
class _Told:
    """Whose number was reported last, and where it ends: what goes on without a subject is its owner's as well."""

    subject: Subject
    end: int
    assumed: bool = False  # the place the article is about, not named with the number


class _Sentence:
    """One sentence with numbers; a cue that blocks one piece blocks those after it."""

    def __init__(self, reading: Reading, sentence: Span, taken: list[Span], told: _Told | None) -> None:
        self.reading, self.sentence, self.taken = reading, sentence, taken
        self.before = told
        self.told: _Told | None = None
        self.whole: _Told | None = None  # the same, of whom the next sentence may go on
        self.until = -1  # the end of the number accepted last
        self.how: dict[Span, str] = {}  # how each number is reported

    def read(self) -> _Told | None:
        """Adds the sentence's observations to the reading; gives the number reported last."""
        for piece in _pieces(self.reading, self.sentence):
            if blocks(self.reading, Span(self.sentence.start, piece.start)) and not self._is_current(piece):
                continue
            groups: dict[tuple[str, ...], list[tuple[Measured, Subject]]] = {}
            for found, said in self._reported(piece):
                told = self._owner(piece, found, said)
                if told and not self._doubts(found, told):
                    groups.setdefault(told.subject.entities, []).append((found, told.subject))
                    self.told = told
                    if not is_part_apart(self.reading, told.subject):
                        self.whole = told
            for entities, those in groups.items():
                read = rule("measures", self.how[those[0][0].quantity.span])
                self.reading.observations.append(_observation(self.reading, piece, entities, those, read))
        return self.whole or self.told

    def _doubts(self, found: Measured, told: _Told) -> bool:
        """Whether somebody else may be the owner, or the number be told of some of those counted only."""
        start = found.quantity.span.start
        if is_of_unknown(self.reading, self.sentence, start) or is_only_some(self.reading, found.quantity):
            return True
        level = found.quantity.change is Change.LEVEL
        if level and is_only_part(self.reading, found.quantity, found.before):
            return True
        if level and "(" in self.reading.text[max(0, start - _ASIDE) : start].rpartition(")")[2]:
            return True
        own = told.subject.entities
        return len(own) == 1 and is_shadowed(self.reading, self.sentence, start, own[0])

    def _is_current(self, piece: Span) -> bool:
        """Whether a piece begins with "hiện" or the like: it tells how things stand, whatever is planned before it."""
        dates = self.reading.dates_in(piece)
        return bool(dates) and is_now(self.reading, dates[0]) and self._is_bare(piece.start, dates[0].span.start)

    def _owner(self, piece: Span, found: Measured, said: int) -> _Told | None:
        """Who is named as the owner, else the owner of the number before where nothing stands between."""
        end = found.quantity.span.end
        if said == found.quantity.span.start and is_counted(self.reading, piece, found):
            return self._counted(piece, found)
        if said == found.quantity.span.start:
            held = self.told.subject if self.told else congress_body(self.reading)
            return _Told(held, end) if held else None
        strange = names_stranger(self.reading, found.before)
        if self.told and found.carried and not self.reading.phrases_in(found.before):
            return None if strange else replace(self.told, end=end)
        mutual = is_mutual(self.reading, found)
        pair = partners_of(self.reading, Span(self.sentence.start, piece.end)) if mutual else None
        if pair or mutual:
            return _Told(Subject(*pair), end) if pair else None
        own = subject_of(self.reading, Span(self.sentence.start, piece.end), found, said)
        if own:
            return _Told(own, end) if own.entities else None
        if self.told and (found.carried or self._goes_with(found)):
            return replace(self.told, end=end)
        last = self.told or self.before
        named = opens_with_name(found)
        bare = not named and (
            self._is_bare(piece.start, said) or (self.told is not None and self._is_bare(found.before.start, said))
        )
        if last and not last.assumed and not strange and (bare or self._goes_on(found, said)):
            return replace(last, end=end)
        producer = producer_before(self.reading, piece.start, found) if bare else None
        producer = producer or (None if strange else speaking_for(self.reading, self.sentence, found, said))
        if producer:
            return _Told(producer, end)
        if last and self.reading.entities[last.subject.entities[0]].kind is EntityKind.BODY:
            return None  # the passage is about a company, say: "xuất khẩu" is not the place's
        place = setting_for(self.reading, found)
        return _Told(place, end, assumed=True) if place else None

    def _counted(self, piece: Span, found: Measured) -> _Told | None:
        """Who has those counted: where they are, the owner of the number before, the place the article is about."""
        end = found.quantity.span.end
        place = place_after(self.reading, rest_of(self.reading, piece, found))
        if place:
            return _Told(Subject((place.entity,), place.span), end)
        own = subject_of(self.reading, Span(self.sentence.start, piece.end), found, found.quantity.span.start)
        if own and own.entities:
            return _Told(own, end)
        here = people_here(self.reading, rest_of(self.reading, piece, found), found)
        if here:
            return _Told(here, end, assumed=True)
        last = self.told or self.before
        if last:
            return replace(last, end=end)
        body = speakers_body(self.reading, found.quantity.span.start)
        if body:
            return _Told(Subject((body,), self.reading.entities[body].mentions[0]), end)
        setting = setting_of(self.reading) if is_part(self.reading, found) else None
        return _Told(Subject((setting,), self.reading.entities[setting].mentions[0]), end, True) if setting else None

    def _goes_on(self, found: Measured, said: int) -> bool:
        """Whether a number follows the one reported last in its sentence, and nobody else is named between the two."""
        if self.told is None or opens_with_name(found):
            return False
        between = Span(self.told.end, max(self.told.end, said, found.quantity.span.start))
        return not names_stranger(self.reading, between) and not names_anybody(self.reading, between)

    def _goes_with(self, found: Measured) -> bool:
        """Whether a number belongs to whatever the one before it belonged to: "26 dự án với tổng vốn ..."."""
        return _WITH.search(self.reading.slice(found.before).lower()) is not None

    def _is_bare(self, start: int, said: int) -> bool:
        """Whether only a few words without a name and dates stand before what reports the number."""
        between = Span(start, max(start, said))
        if self.reading.phrases_in(between):
            return False
        text = self.reading.slice(between)
        for date in self.reading.dates_in(between):
            text = text.replace(self.reading.slice(date.span), " ")
        return len(text.split()) <= _LEAD_WORDS and not any(word[0].isupper() for word in text.split()[1:])

    def _reported(self, piece: Span) -> Iterator[tuple[Measured, int]]:
        """The measures of a piece that are reported as reached or current, each with where its report begins."""
        reading = self.reading
        for found in measured_in(reading, piece):
            if _is_taken(found.quantity.span, self.taken) or is_blocked(reading, piece, found):
                continue
            if is_nobodys(self.reading, found) or is_of_others(reading, found):
                continue
            if is_duration(found.quantity) and "thời gian" not in reading.slice(found.before).lower():
                continue
            if is_to_come(reading, found.measure.period or period_of(reading, found)[0]) and not is_estimate(
                reading, found
            ):
                continue
            said = said_from(reading, piece, found, self.until)
            if said is not None:
                self.until = found.quantity.span.end
                self.how.setdefault(found.quantity.span, said[1])
                yield _with_what_changed(reading, piece, found), said[0]


def _with_what_changed(reading: Reading, piece: Span, found: Measured) -> Measured:
    """The number with the words before the one it was before, which say what it measures: "giảm từ 5,3% xuống 3,2%"."""
    was = number_before_change(reading, piece, found)
    if was is None:
        return found
    breaks = [m.end() for m in _BREAK.finditer(reading.text, piece.start, was.span.start)]
    return replace(found, before=Span(breaks[-1] if breaks else piece.start, found.before.end))


def _pieces(reading: Reading, sentence: Span) -> Iterator[Span]:
    """The parts of a sentence between semicolons."""
    start = sentence.start
    for match in _PIECE.finditer(reading.text, sentence.start, sentence.end):
        yield Span(start, match.start())
        start = match.end()
    yield Span(start, sentence.end)


def _is_taken(span: Span, taken: list[Span]) -> bool:
    """Whether an undertaking's evidence holds the number."""
    return any(evidence.start <= span.start and span.end <= evidence.end for evidence in taken)


def _observation(
    reading: Reading, piece: Span, entities: tuple[str, ...], those: list[tuple[Measured, Subject]], read: str
) -> Observation:
    """One observation for what a piece reports of the same body or place."""
    first, last = those[0][0], those[-1][0]
    evidence = _trimmed(reading, Span(first.before.start, _clause_end(reading, last.quantity.span.end, piece.end)))
    period, source = period_of(reading, first)
    told = {subject.where for _, subject in those} | {found.dated for found, _ in those if found.dated}
    context = sorted(span for span in (told | {source} if source else told) if not _within(span, evidence))
    measures = tuple(_dated(reading, found, period, source) for found, _ in those)
    return Observation(evidence=evidence, context=tuple(context), rule=read, of=entities, measures=measures)


def _dated(reading: Reading, found: Measured, period: str | None, source: Span | None) -> Measure:
    """The measure with its own time, else the one of the first of those reported with it."""
    own = found.measure.period
    told = counted_over(reading, found, own or period, found.dated if own else source)
    return found.measure if told == own else replace(found.measure, period=told)


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
