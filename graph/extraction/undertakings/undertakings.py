"""Undertakings and refusals: what somebody will do, means to reach, is told to do or is hoped to do, and declines."""

from dataclasses import dataclass, replace

from spacy.language import Language
from spacy.tokens import Doc

from camket.graph.edtf import first_day, last_day
from camket.graph.extraction.reading import Phrase, Reading, SpeechFrame
from camket.graph.extraction.speech.issuers import issued, issues
from camket.graph.extraction.speech.regions import Region, clauses, opening, regions, starts_linked
from camket.graph.extraction.text.cue_words import begins_action, past, states
from camket.graph.extraction.text.subjects import PhraseIndex, Subject
from camket.graph.extraction.undertakings.clause import ClauseReader, Declined, Found, Outcome
from camket.graph.extraction.undertakings.first_person import add_first_person, add_own_body
from camket.graph.extraction.undertakings.slots import beneficiary_in, condition_in, deadline_in, numbers_in
from camket.graph.facts import Abstention, EntityKind, Reason, Refusal, Span, SpeechAct, Undertaking, UndertakingKind

_KINDS = {
    SpeechAct.DIRECTING: UndertakingKind.DIRECTIVE,
    SpeechAct.HOPING: UndertakingKind.EXPECTATION,
    SpeechAct.COMMITTING: UndertakingKind.PLEDGE,
}
_ADDRESSED = {UndertakingKind.DIRECTIVE, UndertakingKind.EXPECTATION}
_VERB_WINDOW = 3


@dataclass(slots=True)
class _Thread:
    """What the sentence before leaves to the next: whose words, and what is being undertaken by whom until when."""

    sentence: int = -2
    frame: SpeechFrame | None = None
    kind: UndertakingKind | None = None
    actors: tuple[str, ...] = ()
    actor_spans: tuple[Span, ...] = ()
    due: str | None = None
    cue: str = ""


class _Undertakings:
    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        add_first_person(reading)
        add_own_body(reading)
        self.index = PhraseIndex(reading)
        self.reader = ClauseReader(reading, self.index)
        self.issues = issues(reading, self.index)
        self.thread = _Thread()
        self.before: SpeechFrame | None = None  # the speech that the sentence before is the content of

    def run(self) -> None:
        """Reads every region in text order."""
        for region in regions(self.reading):
            self._region(region)

    def _region(self, region: Region) -> None:
        frame = region.frame
        carried = frame is None and region.sentence - self.thread.sentence == 1
        linked = carried and starts_linked(self.reading, region)
        if region.unattributed:
            self._doubt(region, region.first, region.first + 1, Reason.NO_SPEAKER)
            return
        if self._asks(region):
            self._doubt(region, region.first, region.first + 1, Reason.QUESTION)
            return
        if frame is not None and frame.forecast:
            self._doubt(region, region.first, region.first + 1, Reason.FORECAST)
            self.thread = _Thread(region.sentence, frame)
            return
        kind = _KINDS.get(region.frame.act) if region.frame else None
        carries_on = kind is None and carried and self._carries_on(region, linked=linked)
        self.before = self.thread.frame if carried else None
        if frame is None:
            frame = issued(self.reading, region, self.issues)
        if frame is None and carried and (linked or carries_on):
            frame = self.thread.frame
        if carries_on:
            kind = self.thread.kind
        else:
            self.thread = _Thread(kind=kind)
        if kind == UndertakingKind.PLEDGE and region.frame:
            self.thread.actors, self.thread.actor_spans = (region.frame.speaker,), (region.frame.subject,)
        self.thread.sentence = region.sentence
        self.thread.frame = frame
        self._clauses(region, frame, kind)

    def _clauses(self, region: Region, frame: SpeechFrame | None, kind: UndertakingKind | None) -> None:
        for number, (first, last) in enumerate(clauses(self.reading, region)):
            inherits = bool(self.thread.actors)
            bare = kind if number == 0 else self.thread.kind or kind
            outcome = (
                self.reader.told(first, last, spoken=self._may_order(frame), inherits=inherits)
                if bare not in _ADDRESSED
                else Outcome()
            )
            commanded = bare in _ADDRESSED and region.frame is not None
            bare_may_count = bare is not None and (commanded or not self._reports(first, last))
            if not outcome.found and not outcome.declined and bare is not None and bare_may_count:
                outcome = self._bare(first, last, bare, outcome, inherits=inherits)
            for declined in outcome.declined:
                self._refuse(declined, frame)
            for found in outcome.found:
                self._add(found, frame)
            if not outcome.found and not outcome.declined:
                for start, end, reason in outcome.doubts[:1]:
                    self._doubt(region, start, end, reason)

    def _may_order(self, frame: SpeechFrame | None) -> bool:
        """Whether "phải" in these words orders something: somebody says them, and does not just complain."""
        return frame is not None and not frame.complaint

    def _bare(self, first: int, last: int, kind: UndertakingKind, told: Outcome, *, inherits: bool) -> Outcome:
        """A clause without a cue of its own that carries on what the words before it began."""
        if kind in _ADDRESSED:
            return self.reader.addressed(first, last, kind, inherits=inherits)
        if told.doubts or not inherits:
            return told
        start = opening(self.reading, first, last)
        leading = self.reader.leading_subject(start, last)
        if kind == UndertakingKind.PLEDGE and not self._goes_on(leading, start, last):
            return told
        if kind == UndertakingKind.GOAL and not self.reading.quantities_in(self.reading.span(start, last)):
            self._lengthen(last)
            return told
        return Outcome(
            found=[Found(kind, leading.phrases if leading else [], (start, start), start, last)]
            if last - start > 2
            else []
        )

    def _goes_on(self, leading: Subject | None, start: int, last: int) -> bool:
        """Whether a clause without "sẽ" tells what he who pledged will do: a verb of doing, nobody else's name."""
        if leading and {p.entity for p in leading.phrases} != set(self.thread.actors):
            return False
        verb = self.index.last_token(leading.phrases[-1]) + 1 if leading else self.reader.after_adverbials(start, last)
        return begins_action(self.reading.norms, verb, last)

    def _lengthen(self, last: int) -> None:
        """A goal told in words goes on after ";": its evidence takes in the next of them."""
        reading = self.reading
        previous = reading.undertakings[-1] if reading.undertakings else None
        end = reading.ends[last - 1]
        same = previous and reading.sentence_of(previous.evidence.start) == reading.sentence_of(end - 1)
        if previous and same and previous.kind == UndertakingKind.GOAL and not previous.measures:
            reading.undertakings[-1] = replace(previous, evidence=Span(previous.evidence.start, end))

    def _add(self, found: Found, frame: SpeechFrame | None) -> None:
        reading = self.reading
        evidence = reading.span(found.first, found.last)
        actors = self._who(found.actors) or self.thread.actors
        spans = tuple(p.span for p in found.actors) or self.thread.actor_spans
        frame = frame or self._same_voice(actors)
        stated_by = found.teller.entity if found.teller else frame.speaker if frame else None
        if not actors or (found.kind in _ADDRESSED and actors == (stated_by,)):
            return
        cue = self._cue(found, frame)
        date = deadline_in(reading, evidence, goal=found.kind == UndertakingKind.GOAL)
        due = date.edtf if date else None
        if due is None and found.kind == UndertakingKind.GOAL and found.kind == self.thread.kind:
            due = self.thread.due
        thread = _Thread(self.thread.sentence, frame, found.kind, actors, spans, due, cue)
        if self._announces(found):
            self.thread = thread
            return
        told = [frame.subject] if frame else []
        told += [date.span] if date else []
        outside = [s for s in (*spans, *told) if not (evidence.start <= s.start and s.end <= evidence.end)]
        reading.undertakings.append(
            Undertaking(
                kind=found.kind,
                actors=actors,
                cue=cue,
                evidence=evidence,
                context=tuple(sorted(set(outside))),
                beneficiaries=beneficiary_in(reading, self.index, evidence, actors),
                stated_by=stated_by,
                stated_in=frame.statement if frame else None,
                condition=condition_in(reading, evidence),
                due=due,
                measures=numbers_in(reading, evidence, due),
            )
        )
        self.thread = thread

    def _announces(self, found: Found) -> bool:
        """Whether the clause only announces a list ("... phấn đấu đạt các mục tiêu sau:") that is told next."""
        words = self.reading.words
        after = words[found.last : found.last + 1]
        return after == [":"] and self.reading.text[self.reading.ends[found.last] :][:1] in {"\n", ""}

    def _who(self, phrases: list[Phrase]) -> tuple[str, ...]:
        """The entities of the phrases, each once; of "hai bên" the two."""
        keys = [key for p in phrases for key in self.reading.members.get(p.entity, (p.entity,))]
        return tuple(dict.fromkeys(keys))

    def _refuse(self, declined: Declined, frame: SpeechFrame | None) -> None:
        actors = self._who(declined.actors) or self.thread.actors or ((frame.speaker,) if frame else ())
        if actors:
            self.reading.refusals.append(
                Refusal(
                    actors=actors,
                    cue=self.reading.slice(self.reading.span(*declined.cue)),
                    stated_by=frame.speaker if frame else None,
                    evidence=self.reading.span(declined.first, declined.last),
                    context=(frame.subject,) if frame else (),
                )
            )

    def _cue(self, found: Found, frame: SpeechFrame | None) -> str:
        first, last = found.cue
        if first < last:
            return self.reading.slice(self.reading.span(first, last))
        if self.thread.kind == found.kind and self.thread.cue:
            return self.thread.cue
        return self.reading.slice(frame.cue) if frame else self.reading.words[first]

    def _asks(self, region: Region) -> bool:
        return region.last < len(self.reading.words) and self.reading.words[region.last] == "?"

    def _same_voice(self, actors: tuple[str, ...]) -> SpeechFrame | None:
        """Free indirect speech: right after somebody's words comes what the body he speaks for will do."""
        if self.before is None:
            return None
        speaker = self.before.speaker
        posts = {h.organization for h in self.reading.holdings if h.member == speaker and not h.former}
        return self.before if {*actors} <= posts else None

    def _carries_on(self, region: Region, *, linked: bool) -> bool:
        """Whether a sentence without a voice of its own still tells what the one before began to."""
        if self.thread.kind is None or self._reports(region.first, region.last):
            return False
        if linked:
            return self.thread.kind != UndertakingKind.PLEDGE or self.thread.frame is not None
        subject = self.index.begin.get(region.first)
        if subject is not None and subject.entity not in self.thread.actors:
            return subject.kind == EntityKind.GROUP and self.thread.kind in _ADDRESSED
        return self.thread.kind == UndertakingKind.GOAL and bool(
            self.reading.quantities_in(self.reading.span(region.first, region.last))
        )

    def _reports(self, first: int, last: int) -> bool:
        """Whether the clause tells what has been or is: "đã", "ước" where its verb begins, before any number."""
        start = opening(self.reading, first, last)
        leading = self.reader.leading_subject(start, last)
        verb = self.index.last_token(leading.phrases[-1]) + 1 if leading else start
        numbers = self.reading.quantities_in(self.reading.span(start, last)) if start < last else []
        end = self.reading.token_at(numbers[0].span.start) if numbers else last
        if self.reading.norms[start : start + 1] == ["hiện"]:
            return True
        if leading and verb < last and states().at(self.reading.norms, verb):
            return True
        if numbers and end - 1 > start and self.reading.norms[end - 1] == "được":
            return True  # "bán được 28 triệu tấn"
        window = range(verb, min(end, verb + _VERB_WINDOW if leading else end))
        return any(past().at(self.reading.norms, token) for token in window) or self._is_over(start, end)

    def _is_over(self, first: int, last: int) -> bool:
        """Whether the clause bears a date that had passed when the article came out."""
        published = self.reading.document.published
        if published is None or first >= last:
            return False
        dates = self.reading.dates_in(self.reading.span(first, last))
        return any(last_day(date.edtf) < first_day(published) for date in dates)

    def _doubt(self, region: Region, first: int, last: int, reason: Reason) -> None:
        evidence = self.reading.sentences[region.sentence]
        cue = self.reading.slice(self.reading.span(first, last))
        self.reading.abstentions.append(Abstention(evidence=evidence, cue=cue, reason=reason))


@Language.component("camket_undertakings")
def undertakings(doc: Doc) -> Doc:
    """Fills `reading.undertakings` and `reading.refusals`, and puts its doubts in `reading.abstentions`."""
    _Undertakings(doc._.reading).run()
    return doc
