"""Assessments: what became of something undertaken, clause by clause. Precision comes before recall here."""

from spacy.language import Language
from spacy.tokens import Doc

from camket.graph.extraction.assessments.clause import ClauseBounds, Told
from camket.graph.extraction.assessments.doers import Doers
from camket.graph.extraction.assessments.extents import Part, done_on, measures_of, part_of
from camket.graph.extraction.assessments.predicates import Predicate, may_begin, predicate_at
from camket.graph.extraction.reading import DateMention, Reading
from camket.graph.extraction.rules import rule
from camket.graph.extraction.speech.regions import Region, clauses, opening, regions
from camket.graph.facts import Assessment, Outcome, Span, SpeechAct

_TELLING = frozenset({SpeechAct.ASSERTING, SpeechAct.COMMITTING, SpeechAct.REFUSING})
_HOW = {Outcome.DONE: "done", Outcome.PARTLY: "partly", Outcome.NOT_DONE: "not-done"}
_ENDED = frozenset({"xong", "dứt", "trọn"})
_AHEAD = 5  # tokens behind a verb within which one of these is looked for


class _Assessments:
    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.norms = reading.norms
        self.doers = Doers(reading)
        self.bounds = ClauseBounds(reading, self.doers)
        self.taken = [fact.evidence for fact in (*reading.undertakings, *reading.refusals)]

    def run(self) -> None:
        """Reads every region in which somebody, or the article, tells something."""
        for region in regions(self.reading):
            frame = region.frame
            asks = self.reading.slice(self.reading.sentences[region.sentence]).rstrip().endswith("?")
            if asks or region.unattributed or (frame and (frame.act not in _TELLING or frame.forecast)):
                continue
            for first, last in clauses(self.reading, region):
                self._clause(region, opening(self.reading, first, last), last)

    def _clause(self, region: Region, start: int, last: int) -> None:
        token = start
        while token < last:
            predicate = self._predicate(token, last)
            if predicate is None:
                token += 1
                continue
            found = self._assessment(region, predicate, start, last)
            if found:
                self.reading.assessments.append(found)
                start = opening(self.reading, self.reading.token_at(found.evidence.end - 1) + 1, last)
            token = max(predicate.last, start)

    def _predicate(self, token: int, last: int) -> Predicate | None:
        """The predicate at `token`; a verb without "đã" only before "xong"."""
        ended = not _ENDED.isdisjoint(self.norms[token + 1 : min(last, token + _AHEAD)])
        predicate = (
            predicate_at(self.norms, token, self.doers.names) if ended or self.norms[token] in may_begin() else None
        )
        return predicate if predicate and predicate.last <= last else None

    def _assessment(self, region: Region, predicate: Predicate, start: int, last: int) -> Assessment | None:
        doer = self.doers.of(predicate, start, last, region.frame)
        told = self.bounds.told(predicate, doer, start, last) if doer else None
        if told is None or self._is_taken(self.bounds.span(told)):
            return None
        part = part_of(self.reading, predicate.last, told.last)
        if predicate.counted and part is None:
            return None
        outcome = self.bounds.outcome(told, in_part=part is not None)
        date = done_on(self.reading, self.bounds.span(told), outcome)
        compared = self.bounds.says(told, "done") or self.bounds.says(told, "late")
        if (predicate.everyday or (predicate.dated and date is None)) and not (compared or part):
            return None
        return self._fact(region, told, outcome, date, part)

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
    if not may_begin().isdisjoint(reading.norms) or not _ENDED.isdisjoint(reading.norms):
        _Assessments(reading).run()
    return doc
