"""Puts what a clause gave among the reading's undertakings and refusals, with its slots."""

from dataclasses import replace
from functools import cache

from camket.graph.extraction.reading import DateMention, Phrase, Reading, SpeechFrame
from camket.graph.extraction.rules import rule
from camket.graph.extraction.text.subjects import PhraseIndex
from camket.graph.extraction.undertakings.ends import last_word
from camket.graph.extraction.undertakings.first_person import body_of
from camket.graph.extraction.undertakings.found import Declined, Found
from camket.graph.extraction.undertakings.slots import beneficiary_in, condition_in, deadline_in, numbers_in
from camket.graph.extraction.undertakings.stages import stages_in
from camket.graph.extraction.undertakings.thread import Thread
from camket.graph.extraction.undertakings.turns import turned
from camket.graph.facts import Refusal, Span, SpeechAct, Undertaking, UndertakingKind
from camket.ontology import reference

MAX_PREPOSITION = 12
"""Characters within which a date opens a clause, and so holds for those after ";" too."""

_OUTLET = "MediaBody"


class Recorder:
    """Writes the undertakings and refusals of one article."""

    def __init__(self, reading: Reading, index: PhraseIndex) -> None:
        self.reading = reading
        self.index = index
        self.countries = {e.reference: e.key for e in reading.entities.values() if e.reference in _capitals().values()}

    def add(self, found: Found, frame: SpeechFrame | None, thread: Thread) -> Thread:
        """Adds what was found in somebody's words (`frame`); returns what it leaves to the next clause.

        What has no actor, or tells somebody to do something by himself, is not added and leaves all as it was.
        """
        found.last = last_word(self.reading, found)
        evidence = self.reading.span(found.first, found.last)
        actors = self.who(found.actors) or thread.actors
        stated_by = self._stated_by(found, frame, actors)
        if found.kind == UndertakingKind.GOAL and len(actors) == 1 and found.actors:
            own = body_of(self.reading, actors[0])
            actors, stated_by = ((own,), stated_by or actors[0]) if own else (actors, stated_by)
        if not actors or (found.kind == UndertakingKind.DIRECTIVE and actors == (stated_by,)):
            return thread
        date = self._deadline(found, evidence, thread)
        due, due_at = (date.edtf, date.span) if date else (None, None)
        if due is None and found.kind == thread.kind and (thread.framed or found.kind == UndertakingKind.GOAL):
            due, due_at = thread.due, thread.due_at
        spans = tuple(p.span for p in found.actors) or thread.actor_spans
        voice = frame or self._told_by(found, evidence)
        left = Thread(thread.sentence, voice, found.kind, actors, spans, due, self._cue(found, frame, thread))
        left.due_at = due_at
        left.framed = (
            thread.framed
            or found.frame is not None
            or (date is not None and date.span.start - evidence.start < MAX_PREPOSITION)
        )
        if not self._announces(found):
            told = [*spans, *([frame.subject] if frame else []), *([due_at] if due_at else [])]
            self._write(found, evidence, told, left, stated_by)
        return left

    def _stated_by(self, found: Found, frame: SpeechFrame | None, actors: tuple[str, ...]) -> str | None:
        """Who says it; an outlet only reports what others do, and says it of itself alone."""
        speaker = found.teller.entity if found.teller else frame.speaker if frame and not found.nameless else None
        outlet = speaker is not None and self.reading.entities[speaker].category == _OUTLET
        return None if outlet and speaker not in actors else speaker

    def _deadline(self, found: Found, evidence: Span, thread: Thread) -> DateMention | None:
        """When it is due: as the clause says, or the words that frame several; those of its list before any others."""
        framing = self.reading.dates_in(self.reading.span(*found.frame)) if found.frame else []
        goal = found.kind == UndertakingKind.GOAL
        listed = goal and thread.kind == found.kind and thread.framed and thread.due is not None and not found.actors
        own = deadline_in(self.reading, evidence, goal=goal and not framing and not listed)
        return own or (framing[-1] if framing else None)

    def _told_by(self, found: Found, evidence: Span) -> SpeechFrame | None:
        """The voice in which a teller without a frame of speech goes on ("Bộ X vừa có văn bản yêu cầu ...")."""
        teller = found.teller
        if teller is None or found.cue[0] == found.cue[1]:
            return None
        cue = self.reading.span(*found.cue)
        return SpeechFrame(teller.entity, SpeechAct.DIRECTING, teller.span, cue, evidence)

    def _write(self, found: Found, evidence: Span, told: list[Span], left: Thread, stated_by: str | None) -> None:
        """Writes one undertaking; told: where its actor, speaker and deadline stand."""
        outside = {s for s in told if not (evidence.start <= s.start and s.end <= evidence.end)}
        measures = numbers_in(self.reading, evidence, left.due)
        taken_up = turned(self.reading, found.kind, evidence, left.due, measures)
        self.reading.undertakings.append(
            Undertaking(
                kind=found.kind,
                rule=rule("undertakings", found.rule or f"{found.kind.lower()}-cue", left.cue),
                actors=left.actors,
                cue=left.cue,
                evidence=evidence,
                context=tuple(sorted(outside.union(taken_up.context))),
                beneficiaries=beneficiary_in(self.reading, self.index, evidence, left.actors),
                stated_by=stated_by,
                stated_in=left.frame.statement if left.frame else None,
                condition=condition_in(self.reading, evidence),
                due=left.due,
                measures=measures,
                turn=taken_up.turn,
                former_due=taken_up.former_due,
                former_measures=taken_up.former_measures,
                stages=stages_in(self.reading, evidence),
            )
        )

    def refuse(self, declined: Declined, frame: SpeechFrame | None, thread: Thread) -> None:
        """Adds a refusal, if anybody is known to decline."""
        actors = self.who(declined.actors) or thread.actors or ((frame.speaker,) if frame else ())
        if actors:
            cue = self.reading.slice(self.reading.span(*declined.cue))
            self.reading.refusals.append(
                Refusal(
                    actors=actors,
                    cue=cue,
                    rule=rule("undertakings", "refusal", cue),
                    stated_by=frame.speaker if frame else None,
                    evidence=self.reading.span(declined.first, declined.last),
                    context=(frame.subject,) if frame else (),
                )
            )

    def who(self, phrases: list[Phrase]) -> tuple[str, ...]:
        """The entities of the phrases, each once; of "hai bên" the two."""
        keys = [key for p in phrases for key in self.reading.members.get(p.entity, (p.entity,))]
        return tuple(dict.fromkeys(self._government(key) for key in keys))

    def _government(self, key: str) -> str:
        """The country a foreign capital stands for ("Washington sẽ ..."), where the article names it too."""
        place = self.reading.entities[key].reference
        country = self.countries.get(_capitals().get(place or "", ""))
        return country or key

    def _announces(self, found: Found) -> bool:
        """Whether the clause only announces a list ("... phấn đấu đạt các mục tiêu sau:") that is told next."""
        words = self.reading.words
        after = words[found.last : found.last + 1]
        return after == [":"] and self.reading.text[self.reading.ends[found.last] :][:1] in {"\n", ""}

    def _cue(self, found: Found, frame: SpeechFrame | None, thread: Thread) -> str:
        first, last = found.cue
        if first < last:
            return self.reading.slice(self.reading.span(first, last))
        if thread.kind == found.kind and thread.cue:
            return thread.cue
        return self.reading.slice(frame.cue) if frame else self.reading.words[first]

    def lengthen(self, last: int) -> None:
        """A goal told in words goes on after ";": its evidence takes in the next of them."""
        reading = self.reading
        previous = reading.undertakings[-1] if reading.undertakings else None
        end = reading.ends[last - 1]
        same = previous and reading.sentence_of(previous.evidence.start) == reading.sentence_of(end - 1)
        if previous and same and previous.kind == UndertakingKind.GOAL and not previous.measures:
            span = Span(previous.evidence.start, end)
            reading.undertakings[-1] = replace(previous, evidence=span)


@cache
def _capitals() -> dict[str, str]:
    """The countries that foreign capitals stand for."""
    return {place.iri: place.stands_for for place in reference.places() if place.stands_for}
