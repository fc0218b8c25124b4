"""Who undertakes what a speaker says without a subject."""

from camket.graph.extraction.reading import Phrase, Reading, SpeechFrame
from camket.graph.extraction.speech.regions import opening
from camket.graph.extraction.undertakings.clause import ClauseReader
from camket.graph.extraction.undertakings.first_person import collective, own_company
from camket.graph.facts import EntityKind

MIN_BROKEN_OFF = 3
"""Tokens from the beginning of a sentence to the one who says it, where another's name stands before him."""


class Voices:
    """Tells whose undertaking it is, of the speeches of one article."""

    def __init__(self, reading: Reading, reader: ClauseReader) -> None:
        self.reading = reading
        self.reader = reader
        self.index = reader.index

    def speaker(self, frame: SpeechFrame) -> Phrase:
        """Whoever undertakes what a speaker says without a subject: he; the company he speaks for, if he does."""
        interrupted = self._interrupted(frame)
        if interrupted is not None:
            return interrupted
        entity = frame.on_behalf_of or own_company(self.reading, frame) or frame.speaker
        return Phrase(frame.subject, frame.subject, entity, self.reading.entities[entity].kind)

    def spoken_for(self, frame: SpeechFrame) -> Phrase:
        """Who answers for a promise that things will be so: the body the speaker speaks for, else he."""
        entity = collective(self.reading, frame)
        return Phrase(frame.subject, frame.subject, entity, self.reading.entities[entity].kind)

    def _interrupted(self, frame: SpeechFrame) -> Phrase | None:
        """ "Thành phố, ông X khẳng định, sẽ ...": who begins the sentence that is broken off to tell who says it."""
        teller = self.reading.token_at(min(frame.subject.start, frame.cue.start))
        said = self.reading.token_at(frame.content.start)
        norms = self.reading.norms
        if teller < MIN_BROKEN_OFF or said <= teller or (norms[teller - 1], norms[said - 1]) != (",", ","):
            return None
        phrase = self.index.end.get(teller - 2)
        first = self.index.first_token(phrase) if phrase else teller
        begins = opening(self.reading, self.reader.sentence_start(first), teller) == first
        return phrase if phrase and begins and phrase.kind != EntityKind.PERSON else None
