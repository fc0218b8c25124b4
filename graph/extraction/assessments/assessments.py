"""Assessments: what became of something undertaken, clause by clause. Precision comes before recall here."""

from bisect import bisect_left

from spacy.language import Language
from spacy.tokens import Doc

from camket.graph.extraction.assessments.clause import ClauseBounds, Told
from camket.graph.extraction.assessments.doers import Doers
from camket.graph.extraction.assessments.extents import Part, done_on, measures_of, part_of, share_of
from camket.graph.extraction.assessments.predicates import Predicate, candidates_in, predicate_at
from camket.graph.extraction.assessments.untensed import day_told, days_gone_by, late_at, untensed_at, untensed_in
from camket.graph.extraction.reading import DateMention, Reading
from camket.graph.extraction.rules import rule
from camket.graph.extraction.speech.regions import Region, clauses, opening, regions
from camket.graph.extraction.text.cues import words
from camket.graph.facts import Assessment, Outcome, Span, SpeechAct

_TELLING = frozenset({SpeechAct.ASSERTING, SpeechAct.COMMITTING, SpeechAct.REFUSING})
_HOW = {Outcome.DONE: "done", Outcome.PARTLY: "partly", Outcome.NOT_DONE: "not-done"}


class _Assessments:
    def __init__(self, reading: Reading, candidates: list[int]) -> None:
        self.reading = reading
        self.norms = reading.norms
        self.candidates = candidates
        self.doers = Doers(reading)
        self.bounds = ClauseBounds(reading, self.doers)
        self.taken = [fact.evidence for fact in (*reading.undertakings, *reading.refusals)]

    def run(self) -> None:
        """Reads every region in which somebody, or the article, tells something."""
        for region in regions(self.reading):
            if not self._candidates_in(region.first, region.last):
                continue
            frame = region.frame
            asks = self.reading.slice(self.reading.sentences[region.sentence]).rstrip().endswith("?")
            if asks or region.unattributed or (frame and (frame.act not in _TELLING or frame.forecast)):
                continue
            for first, last in clauses(self.reading, region):
                self._clause(region, opening(self.reading, first, last), last)

    def _candidates_in(self, first: int, last: int) -> list[int]:
        return self.candidates[bisect_left(self.candidates, first) : bisect_left(self.candidates, last)]

    def _clause(self, region: Region, start: int, last: int) -> None:
        free, gone_by = start, bool(days_gone_by(self.reading, start, last))
        for token in self._candidates_in(start, last):
            predicate = self._predicate(token, gone_by=gone_by) if token >= free else None
            if predicate is None or predicate.last > last:
                continue
            free = token + 1 if predicate.counted or predicate.untensed else predicate.last
            found = self._assessment(region, predicate, start, last)
            if found:
                self.reading.assessments.append(found)
                free = start = opening(self.reading, self.reading.token_at(found.evidence.end - 1) + 1, last)

    def _predicate(self, token: int, *, gone_by: bool) -> Predicate | None:
        """The predicate at `token`; without "đã" or the like only where a day gone by is told."""
        late = late_at(self.norms, token, self.doers.index, self.doers.names) if gone_by else None
        predicate = late or predicate_at(self.norms, token, self.doers.names)
        return predicate or (untensed_at(self.norms, token, self.doers.names) if gone_by else None)

    def _assessment(self, region: Region, predicate: Predicate, start: int, last: int) -> Assessment | None:
        doer = self.doers.of(predicate, start, last, region.frame)
        told = self.bounds.told(predicate, doer, start, last) if doer else None
        if told is None or self._is_taken(self.bounds.span(told)):
            return None
        part = part_of(self.reading, predicate.last, told.last)
        if part is None and predicate.counted:
            part = share_of(self.reading, predicate.last, last) or self._so_far(predicate, start, last)
        if predicate.counted and part is None:
            return None
        outcome = self.bounds.outcome(told, in_part=part is not None)
        day = day_told(self.reading, predicate, start, told.doer.first, told.last)
        if predicate.untensed and day is None:
            return None
        date = day if predicate.untensed else done_on(self.reading, self.bounds.span(told), outcome)
        if date is None and outcome is Outcome.DONE:
            date = day
        date = None if predicate.deadline else date  # "lời hứa giao đất vào giữa năm | đã vỡ": the promise's day
        compared = self.bounds.says(told, "done") or self.bounds.says(told, "late")
        if (predicate.everyday or (predicate.dated and date is None)) and not (compared or part):
            return None
        return self._fact(region, told, outcome, date, part)

    def _so_far(self, predicate: Predicate, start: int, last: int) -> Part | None:
        """What was done when its day had come, or what share of a thing: "khi hạn chót trôi qua, X mới trả được"."""
        due = words("assessments", "partly", "due")
        if any(True for _ in due.among(self.norms, range(start, predicate.first))):
            return Part()
        share = predicate.exists and "%" in self.norms[predicate.last : predicate.last + 2]
        return Part() if share and "được" in self.norms[predicate.last : last] else None

    def _is_taken(self, evidence: Span) -> bool:
        """Whether an undertaking or a refusal is told with these words."""
        return any(evidence.start < span.end and span.start < evidence.end for span in self.taken)

    def _fact(
        self, region: Region, told: Told, outcome: Outcome, date: DateMention | None, part: Part | None
    ) -> Assessment:
        evidence, doer, frame = self.bounds.span(told), told.doer, region.frame
        cue = self.reading.slice(self.reading.span(told.predicate.first, told.predicate.last))
        spans = [phrase.span for phrase in doer.phrases]
        spans += ([frame.subject] if frame else []) + ([date.span] if date else [])
        keys = [key for phrase in doer.phrases for key in self.reading.members.get(phrase.entity, (phrase.entity,))]
        return Assessment(
            evidence=evidence,
            context=tuple(sorted({s for s in spans if not (evidence.start <= s.start and s.end <= evidence.end)})),
            outcome=outcome,
            cue=cue,
            rule=rule("assessments", _HOW[told.predicate.outcome], cue),
            actors=tuple(dict.fromkeys([*keys, *doer.entities])),
            stated_by=frame.speaker if frame else None,
            stated_in=frame.statement if frame else None,
            done_on=date.edtf if date else None,
            measures=measures_of(self.reading, evidence, part),
        )


@Language.component("camket_assessments")
def assessments(doc: Doc) -> Doc:
    """Fills `reading.assessments`. Runs after undertakings: what is still to be done is none."""
    reading: Reading = doc._.reading
    gone_by = bool(days_gone_by(reading, 0, len(reading.norms)))
    candidates = sorted({*candidates_in(reading.norms), *(untensed_in(reading.norms) if gone_by else ())})
    if candidates:
        _Assessments(reading, candidates).run()
    return doc
