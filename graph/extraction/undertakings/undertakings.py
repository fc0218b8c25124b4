"""Undertakings and refusals: what somebody will do, means to reach, is told to do or is hoped to do, and declines."""

from spacy.language import Language
from spacy.tokens import Doc

from camket.graph.extraction.reading import Phrase, Reading, SpeechFrame
from camket.graph.extraction.rules import rule
from camket.graph.extraction.speech.issuers import issued
from camket.graph.extraction.speech.regions import Region, clauses, opening, regions, starts_linked
from camket.graph.extraction.text.cue_words import begins_action, cue_at, suffers
from camket.graph.extraction.text.cues import words
from camket.graph.extraction.text.group_words import group_length
from camket.graph.extraction.text.subjects import FIRST_PERSON, PhraseIndex, Subject
from camket.graph.extraction.undertakings.agreements import Agreements
from camket.graph.extraction.undertakings.ahead import Ahead
from camket.graph.extraction.undertakings.clause import ClauseReader
from camket.graph.extraction.undertakings.doubts import Doubts
from camket.graph.extraction.undertakings.first_person import add_first_person, add_own_body
from camket.graph.extraction.undertakings.found import Found, Outcome, Voice
from camket.graph.extraction.undertakings.record import Recorder
from camket.graph.extraction.undertakings.silences import Silences
from camket.graph.extraction.undertakings.standing import Standing
from camket.graph.extraction.undertakings.thread import ADDRESSED, Continuation, Thread
from camket.graph.extraction.undertakings.unable import Unable
from camket.graph.extraction.undertakings.voices import Voices
from camket.graph.facts import Abstention, EntityKind, Reason, SpeechAct, UndertakingKind

_KINDS = {
    SpeechAct.DIRECTING: UndertakingKind.DIRECTIVE,
    SpeechAct.HOPING: UndertakingKind.EXPECTATION,
    SpeechAct.COMMITTING: UndertakingKind.PLEDGE,
}
_PROMISES = frozenset({UndertakingKind.PLEDGE, UndertakingKind.GOAL})
MIN_BARE = 3
"""Syllables of a clause without a cue that goes on with an undertaking."""


class _Undertakings:
    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        add_first_person(reading)
        add_own_body(reading)
        self.index = PhraseIndex(reading)
        self.reader = ClauseReader(reading, self.index)
        self.recorder = Recorder(reading, self.index)
        self.continuation = Continuation(reading, self.reader)
        self.voices = Voices(reading, self.reader)
        self.doubts = Doubts(reading, self.index)
        self.silences = Silences(reading, self.index)
        self.agreements = Agreements(reading, self.reader, self.continuation)
        self.ahead = Ahead(reading, self.reader)
        self.unable = Unable(reading, self.reader)
        self.standing = Standing(reading, self.reader)
        self.thread = Thread()
        self.promisor: Phrase | None = None  # whoever promised something in the sentence before
        self.before: SpeechFrame | None = None  # the speech that the sentence before is the content of

    def run(self) -> None:
        """Reads every region in text order."""
        for region in regions(self.reading):
            reason = self.silences.reason(region)
            if reason is None:
                self._region(region)
                continue
            self.standing.drop()
            self._doubt(region, region.first, region.first + 1, reason)
            if reason == Reason.FORECAST:
                self.thread = Thread(region.sentence, region.frame)

    def _advised(self, region: Region, frame: SpeechFrame) -> UndertakingKind | None:
        """ "Khuyến cáo người dân tiêm phòng": a verb of advice before whoever is advised and a verb of doing."""
        norms = self.reading.norms
        proposes = frame.act == SpeechAct.PROPOSING  # "đề xuất Cục X hỗ trợ ...": only somebody named
        if not (proposes or words("undertakings", "advice").at(norms, self.reading.token_at(frame.cue.start))):
            return None
        start = opening(self.reading, region.first, region.last)
        leading = self.reader.leading_subject(start, region.last)
        if proposes and (leading is None or leading.phrases[0].kind == EntityKind.GROUP):
            return None
        after = self.index.last_token(leading.phrases[-1]) + 1 if leading else start + group_length(norms, start)
        advised = after > start and after < region.last and cue_at(norms, after) is None
        return UndertakingKind.DIRECTIVE if advised and begins_action(norms, after, region.last) else None

    def _region(self, region: Region) -> None:
        frame = region.frame
        carried = frame is None and region.sentence - self.thread.sentence == 1
        linked = carried and starts_linked(self.reading, region)
        kind = (_KINDS.get(frame.act) or self._advised(region, frame)) if frame else None
        carries_on = carried and self.continuation.carries_on(region, self.thread, linked=linked)
        self.before = self.thread.frame if carried else None
        promised = self.thread.actors if carried and self.thread.kind in _PROMISES else ()
        self.promisor = self._promisor(promised) if frame is None else None
        still = self.standing.of(region)
        if frame is None:
            frame = issued(self.reading, region, self.reader.issues) or self._sourced(region)
        asks = carried and frame is None and self.thread.frame is not None and self.continuation.asks_on(region)
        if frame is None and carried and (linked or carries_on or asks or self.continuation.orders_on(region)):
            frame = self.thread.frame
        if carries_on and not asks:
            kind = self.thread.kind
        else:
            self.thread = Thread(kind=kind)
        speaker = self.voices.speaker(region.frame) if kind == UndertakingKind.PLEDGE and region.frame else None
        if speaker is not None:
            self.thread.actors, self.thread.actor_spans = (speaker.entity,), (speaker.span,)
        planned = self._planned(region) if kind is None and region.frame is None else None
        if planned is not None:
            kind = self.thread.kind = UndertakingKind.GOAL
            self.thread.actors, self.thread.actor_spans = (planned.entity,), (planned.span,)
        self.thread.sentence = region.sentence
        self.thread.frame = frame
        self._clauses(region, frame, kind, still, planned=planned is not None, asks=asks)

    def _planned(self, region: Region) -> Phrase | None:
        """Whose goals the region tells: what a plan foresees, or what a resolution told before sets."""
        plan = self.reader.plan(region.first, region.last)
        if plan is None and (resolved := self.reader.resolved(region.first, region.last, region.sentence)):
            plan, self.thread.cue = resolved
        return plan

    def _clauses(
        self,
        region: Region,
        frame: SpeechFrame | None,
        kind: UndertakingKind | None,
        still: SpeechFrame | None,
        *,
        planned: bool,
        asks: bool,
    ) -> None:
        for number, (first, last) in enumerate(clauses(self.reading, region)):
            bare = kind if number == 0 else self.thread.kind or kind
            voice = self._voice(region, frame, still, asks=asks)
            outcome = self._told(first, last, voice, bare, own=number == 0 and region.frame is not None)
            if not outcome.found and not outcome.declined:
                unable = self.unable.told(region, first, last)
                outcome = unable if unable.declined else outcome
            commanded = (planned and number == 0) or (bare == UndertakingKind.DIRECTIVE and region.frame is not None)
            bare_may_count = bare is not None and (
                (commanded and not self.continuation.so_far(first, last))
                or not self.continuation.reports(first, last, listed=number > 0)
            )
            if region.frame is None and kind is None and not outcome.found and self.agreements.told_in(region):
                outcome = self.agreements.owed(first, last)
            if not (outcome.found or outcome.declined or outcome.doubts) and bare is None:
                outcome = self.ahead.told(first, last)
            if not outcome.found and not outcome.declined and bare is not None and bare_may_count:
                body = voice.body if number == 0 and voice.commits else None
                hoper = self.voices.himself(region.frame) if number == 0 and region.frame else None
                outcome = self._bare(first, last, bare, outcome, body, hoper)
            for declined in outcome.declined:
                self.recorder.refuse(declined, frame, self.thread)
            for found in outcome.found:
                before = self.thread.frame if number > 0 and found.kind in ADDRESSED else None
                said = frame or (still if found.answered else None) or self._same_voice(found) or before
                doubt = self.doubts.reason(found, said, self.thread.actors)
                if doubt is not None:
                    self._doubt(region, *found.cue, doubt)
                    self.thread = Thread(region.sentence, frame)
                    continue
                self.thread = self.recorder.add(found, said, self.thread)
                self.reader.remember(found)
            if not outcome.found and not outcome.declined:
                for start, end, reason in outcome.doubts[:1]:
                    self._doubt(region, start, end, reason)

    def _told(self, first: int, last: int, voice: Voice, bare: UndertakingKind | None, *, own: bool) -> Outcome:
        """What the clause's cues give; in orders only a clause of its own that names who "sẽ" or "phấn đấu"."""
        start = opening(self.reading, first, last)
        mine = start < last and self.reading.norms[start] in FIRST_PERSON  # “Tôi yêu cầu Sở X ...”, ông ra lệnh
        if bare not in ADDRESSED or mine:
            return self.reader.told(first, last, voice)
        outcome = Outcome() if own else self.reader.told(first, last, voice)
        norms = self.reading.norms
        seen_to = {f.cue for f in outcome.found if (hit := cue_at(norms, f.cue[0])) and hit[1].acting and hit[1].dated}
        outcome.found = [f for f in outcome.found if f.cue not in seen_to]  # "Sở X bảo đảm ... trước 1/6"
        apart = [f for f in outcome.found if f.actors and (f.kind not in ADDRESSED or f.cue[0] == start)]
        return Outcome(found=apart) if len(apart) == len(outcome.found) else Outcome()

    def _sourced(self, region: Region) -> SpeechFrame | None:
        """The frame of a sentence that tells what somebody's plan or order says."""
        source = self.reader.source(region.first, region.last)
        if source is None:
            return None
        content = self.reading.span(region.first, region.last)
        return SpeechFrame(source.entity, SpeechAct.ASSERTING, source.span, source.span, content)

    def _voice(self, region: Region, frame: SpeechFrame | None, still: SpeechFrame | None, *, asks: bool) -> Voice:
        """How the region's clauses are read; "phải" orders where somebody says it and does not just complain.

        still: the speech that the region goes on with, so that its speaker answers for what things will be.
        """
        own = frame if (asks or region.frame) and frame and not frame.complaint else None
        source = self.voices.lead_source(region) if not (own or still or self.promisor) else None
        heard = own or still or source
        spoken_for = self.voices.spoken_for(heard) if heard else None
        return Voice(
            speaker=self.voices.speaker(own) if own else None,
            body=spoken_for if own else self.promisor or spoken_for,
            orders=frame is not None and not frame.complaint,
            inherits=bool(self.thread.actors),
            framed=region.frame is not None,
            thanks=region.frame is not None and region.frame.act == SpeechAct.PRAISING,
            commits=region.frame is not None and region.frame.act == SpeechAct.COMMITTING,
            leads=source is not None,
        )

    def _bare(
        self, first: int, last: int, kind: UndertakingKind, told: Outcome, body: Phrase | None, hoper: Phrase | None
    ) -> Outcome:
        """A clause without a cue of its own that carries on what the words before it began.

        body: who answers for it where it follows the verb of promising at once; hoper: who hopes it with these words.
        """
        inherits = bool(self.thread.actors)
        if kind in ADDRESSED:
            outcome = self.reader.addressed(first, last, kind, inherits=inherits)
            own = kind == UndertakingKind.EXPECTATION and hoper and not outcome.found
            return self.reader.hoped(first, last, hoper) or outcome if own and hoper else outcome
        start = opening(self.reading, first, last)
        unsure = [reason for _, _, reason in told.doubts if reason != Reason.NO_ACTOR]
        norms = self.reading.norms
        had = norms[start : start + 1] == ["có"] and not suffers(norms, start)  # "cho biết sẽ | có chính sách"
        acts = had or begins_action(norms, start, last)
        if not inherits or unsure or (told.doubts and not acts):
            return told
        leading = self.reader.leading_subject(start, last)
        counted = bool(self.reading.quantities_in(self.reading.span(start, last)))
        goes_on = kind != UndertakingKind.PLEDGE or self._goes_on(leading, start, last)
        if not goes_on and not (counted and body):
            return told
        if kind == UndertakingKind.GOAL and not self._measurable(start, last):
            self.recorder.lengthen(last)
            return told
        if last - start < MIN_BARE and not counted:
            return Outcome()
        whole = norms[start : start + 1] == ["toàn"]  # "toàn tỉnh | có 12.000 doanh nghiệp": its place, not its owner
        actors = leading.phrases if leading and not whole else [body] if body and not goes_on else []
        return Outcome(found=[Found(kind, actors, (start, start), start, last, rule="goes-on")])

    def _measurable(self, first: int, last: int) -> bool:
        """Whether a clause sets a goal of its own: it has a number, or a deadline for something to be done."""
        span = self.reading.span(first, last)
        dated = bool(self.reading.dates_in(span)) and begins_action(self.reading.norms, first, last)
        return dated or bool(self.reading.quantities_in(span))

    def _goes_on(self, leading: Subject | None, start: int, last: int) -> bool:
        """Whether a clause without "sẽ" tells what he who pledged will do: a verb of doing, nobody else's name."""
        if leading and {p.entity for p in leading.phrases} != set(self.thread.actors):
            return False
        verb = self.index.last_token(leading.phrases[-1]) + 1 if leading else self.reader.after_adverbials(start, last)
        return begins_action(self.reading.norms, verb, last)

    def _promisor(self, promised: tuple[str, ...]) -> Phrase | None:
        """The one body or place that promised something before, where it was one alone."""
        kind = self.reading.entities[promised[0]].kind if len(promised) == 1 else None
        span = self.thread.actor_spans[0] if kind in {EntityKind.BODY, EntityKind.PLACE} else None
        return Phrase(span, span, promised[0], kind) if span and kind else None

    def _same_voice(self, found: Found) -> SpeechFrame | None:
        """Free indirect speech: right after somebody's words comes what the body he speaks for will do."""
        if self.before is None or found.kind == UndertakingKind.GOAL:
            return None
        actors = self.recorder.who(found.actors) or self.thread.actors
        speaker = self.before.speaker
        posts = {h.organization for h in self.reading.holdings if h.member == speaker and not h.former}
        return self.before if {*actors} <= posts else None

    def _doubt(self, region: Region, first: int, last: int, reason: Reason) -> None:
        evidence = self.reading.sentences[region.sentence]
        cue = self.reading.slice(self.reading.span(first, last))
        self.reading.abstentions.append(
            Abstention(evidence=evidence, cue=cue, reason=reason, rule=rule("ledger", "cue", cue))
        )


@Language.component("camket_undertakings")
def undertakings(doc: Doc) -> Doc:
    """Fills `reading.undertakings` and `reading.refusals`, and puts its doubts in `reading.abstentions`."""
    _Undertakings(doc._.reading).run()
    return doc
