"""One clause: which cue it has, who is to act, and where the words of the undertaking begin and end."""

from dataclasses import dataclass, field

from camket.graph.extraction.reading import Phrase
from camket.graph.extraction.speech.regions import opening
from camket.graph.extraction.text.cue_words import (
    CueWord,
    begins_action,
    cue_at,
    documents,
    elliptical,
    hedges,
    needs,
    negations,
    passive,
    refusable,
    suffers,
)
from camket.graph.extraction.text.subjects import Subject
from camket.graph.extraction.undertakings.clause_actors import ClauseActors
from camket.graph.facts import EntityKind, Reason, UndertakingKind

MIN_ACTION = 2
"""Syllables that must follow the actor for there to be something to do."""


@dataclass(slots=True)
class Found:
    """An undertaking in the making: actors as phrases (empty: those of the clause before), tokens of cue and words."""

    kind: UndertakingKind
    actors: list[Phrase]
    cue: tuple[int, int]
    first: int
    last: int
    teller: Phrase | None = None


@dataclass(slots=True)
class Declined:
    """A refusal: who declines, and its words."""

    actors: list[Phrase]
    cue: tuple[int, int]
    first: int
    last: int


@dataclass(slots=True)
class Outcome:
    """What a clause gave, and for its cues that gave nothing, why."""

    found: list[Found] = field(default_factory=list)
    declined: list[Declined] = field(default_factory=list)
    doubts: list[tuple[int, int, Reason]] = field(default_factory=list)


class ClauseReader(ClauseActors):
    """Reads clauses of one article."""

    def addressed(self, first: int, last: int, kind: UndertakingKind, *, inherits: bool) -> Outcome:
        """A clause that tells or wishes somebody to do something: its actor is its subject, not the one who tells."""
        start = opening(self.reading, first, last)
        outcome = Outcome()
        if self._hedged_at(start):
            outcome.doubts.append((start, start + 1, Reason.HEDGED))
            return outcome
        subject = self.addressee(start, last)
        if subject is None and not (inherits and begins_action(self.norms, self.after_adverbials(start, last), last)):
            outcome.doubts.append((start, min(start + 1, last), Reason.NO_ACTOR))
            return outcome
        after = self.index.last_token(subject.phrases[-1]) + 1 if subject else start
        if last - after < MIN_ACTION and not (subject and after == start):
            outcome.doubts.append((start, min(start + 1, last), Reason.NO_CONTENT))
            return outcome
        outcome.found.append(Found(kind, subject.phrases if subject else [], (start, start), start, last))
        return outcome

    def told(self, first: int, last: int, *, spoken: bool, inherits: bool) -> Outcome:
        """A clause that tells something: each cue in it that has an actor of its own begins an undertaking."""
        outcome = Outcome()
        start = opening(self.reading, first, last)
        floor = start
        token = start
        while token < last:
            hit = cue_at(self.norms, token)
            if hit is None or token + hit[0] > last:
                token += 1
                continue
            length, cue = hit
            self._take(outcome, cue, token, token + length, start, floor, last, spoken=spoken, inherits=inherits)
            token += length
            if outcome.found and outcome.found[-1].cue == (token - length, token):
                floor = token
                if cue.addressing:
                    break
        return outcome

    def _take(
        self,
        outcome: Outcome,
        cue: CueWord,
        first: int,
        after: int,
        start: int,
        floor: int,
        last: int,
        *,
        spoken: bool,
        inherits: bool,
    ) -> None:
        negated = negations().ending(self.norms, first - 1) if first > start else 0
        if negated:
            if refusable(self.norms, first, after):
                self._decline(outcome, first - negated, after, start, floor, last)
            return
        if cue.spoken and (not spoken or needs().at(self.norms, min(after, last - 1))):
            return
        if self._hedged_before(first, start) or self._hedged_at(after):
            outcome.doubts.append((first, after, Reason.HEDGED))
            return
        if cue.modal and (suffers(self.norms, after) or suffers(self.norms, self.past_adverbs(after, last))):
            outcome.doubts.append((first, after, Reason.NO_ACTOR))
            return
        if cue.modal and passive().at(self.norms, min(after, last - 1)):
            self._passive(outcome, cue, first, after, start, last)
            return
        if cue.noun:
            self._goal_noun(outcome, first, after, start, last)
            return
        subject = self.index.before(first, floor, represented=True)
        if subject is None and floor == start and (cue.modal or cue.spoken):
            subject = self.worded(start, first + 1, end=self.before_adverbs(first, start) + 1)
        if subject is None and cue.addressing and documents().ending(self.norms, self.before_adverbs(first, start)):
            told = self.addressed(after, last, cue.kind, inherits=False)
            for found in told.found:
                found.cue = (first, after)
            outcome.found += told.found
        elif subject is not None and not spoken and cue.modal and self.receives(subject):
            outcome.doubts.append((first, after, Reason.NO_ACTOR))
        elif subject is not None and cue.spoken and subject.phrases[0].form == "pronoun":
            return  # "chúng tôi cần điện ổn định" tells what they need
        elif subject is not None and not spoken and subject.first > start and self.norms[subject.first - 1] == "rằng":
            outcome.doubts.append((first, after, Reason.NO_SPEAKER))  # what is said, and nobody known says it
        elif subject is not None:
            self._open(outcome, cue, subject, (first, after), self.evidence_start(subject, start), last)
        elif subject is None and self._elided(first, start):
            if outcome.found and outcome.found[-1].last == last:
                return  # a further verb of the same undertaking
            leading = self.leading_subject(start, first)
            if leading is None and not inherits:
                outcome.doubts.append((first, after, Reason.NO_ACTOR))
                return
            if cue.addressing:
                if leading is not None:  # "Bộ lo ngại ... và yêu cầu X ...": the one who tells was named before
                    self._open(outcome, cue, leading, (first, after), first, last)
                return
            begin = start if leading is None or first == start else first
            outcome.found.append(Found(cue.kind, leading.phrases if leading else [], (first, after), begin, last))
        else:
            outcome.doubts.append((first, after, Reason.NO_ACTOR))

    def _open(
        self, outcome: Outcome, cue: CueWord, subject: Subject, words: tuple[int, int], begin: int, last: int
    ) -> None:
        self._close(outcome, subject.first)
        if not cue.addressing:
            outcome.found.append(Found(cue.kind, subject.phrases, words, begin, last))
            return
        addressed = self.addressed(words[1], last, cue.kind, inherits=False)
        for found in addressed.found:
            found.cue, found.teller = words, subject.phrases[0]
        outcome.found += addressed.found
        outcome.doubts += [(*words, reason) for _, _, reason in addressed.doubts]

    def _close(self, outcome: Outcome, token: int) -> None:
        """Ends the undertaking that is open where the next one's actor begins."""
        if outcome.found and outcome.found[-1].last > token:
            while token - 1 > outcome.found[-1].first and self.norms[token - 1] in {
                ",",
                "và",
                "còn",
                "song",
                "nhưng",
                "đồng",
                "thời",
            }:
                token -= 1
            outcome.found[-1].last = token

    def _decline(self, outcome: Outcome, first: int, after: int, start: int, floor: int, last: int) -> None:
        subject = self.index.before(first, floor, represented=True)
        if subject is None and not self._elided(first, start):
            outcome.doubts.append((first, after, Reason.NO_ACTOR))
            return
        begin = subject.first if subject else first
        self._close(outcome, begin)
        actors = subject.phrases if subject else []
        if not actors and not outcome.found:
            leading = self.leading_subject(start, first)
            actors = leading.phrases if leading else []
        elif not actors:
            actors = outcome.found[-1].actors
        outcome.declined.append(Declined(actors, (first, after), begin, last))

    def _passive(self, outcome: Outcome, cue: CueWord, first: int, after: int, start: int, last: int) -> None:
        agent = self.index.begin.get(after + 1)
        if agent and self.norms[after] == "do" and self.norms[min(self.index.last_token(agent) + 1, last - 1)] == "làm":
            agent = None  # "do ông X làm trưởng đoàn" tells who he is, not what he will do
        if agent is None or (agent.kind == EntityKind.PLACE and self.norms[after] != "được"):
            outcome.doubts.append((first, after, Reason.NO_ACTOR))
            return
        outcome.found.append(Found(cue.kind, [agent], (first, after), start, last))

    def _goal_noun(self, outcome: Outcome, first: int, after: int, start: int, last: int) -> None:
        """ "Mục tiêu của X là ...", "chỉ tiêu X đặt ra là ..." : the goal is X's."""
        owner = self.index.begin.get(after + 1) if after < last and self.norms[after] == "của" else None
        if owner is None:
            return
        then = self.index.last_token(owner) + 1
        for date in self.reading.dates_in(self.reading.span(first, last)):
            if self.reading.starts[then : then + 1] == [date.span.start]:
                then = self.reading.tokens(date.span)[-1] + 1
        if then < last and self.norms[then] in {"là", ":"} and last - then > MIN_ACTION:
            outcome.found.append(Found(UndertakingKind.GOAL, [owner], (first, after), first, last))

    def _elided(self, token: int, start: int) -> bool:
        """Whether the subject of the verb at `token` is left out: it begins the clause or follows a comma or "và"."""
        return self.after_adverbials(start, token + 1) >= token or elliptical().ending(self.norms, token - 1) > 0

    def _hedged_before(self, token: int, start: int) -> bool:
        return token > start and hedges().ending(self.norms, token - 1) > 0

    def _hedged_at(self, token: int) -> bool:
        return token < len(self.norms) and hedges().at(self.norms, token) is not None
