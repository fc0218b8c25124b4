"""Who undertakes what a speaker says without a subject."""

from camket.graph.extraction.reading import Phrase, Reading, SpeechFrame
from camket.graph.extraction.speech.regions import Region, opening
from camket.graph.extraction.text.clause_words import until_now
from camket.graph.extraction.text.cue_words import begins_action, given, prepositions, subordinators
from camket.graph.extraction.text.cues import words
from camket.graph.extraction.text.group_words import group_length
from camket.graph.extraction.undertakings.clause import ClauseReader
from camket.graph.extraction.undertakings.first_person import collective, own_company
from camket.graph.facts import EntityKind, SpeechAct

_THAT = frozenset({"đó", "đây"})
_NAMED = frozenset({EntityKind.PERSON, EntityKind.BODY, EntityKind.POST})
MIN_TOLD = 4
"""Tokens of a sentence that says whose words the one before are, at least."""
_TELLING = frozenset({SpeechAct.ASSERTING, SpeechAct.COMMITTING})
MAX_LEAD = 3
"""Sentences after the first in which it is told who has said what it sums up."""
MAX_QUOTED = 80
"""Tokens of a quotation that are searched for its first person."""
MAX_BROKEN_OFF = 20
"""Tokens of whoever begins such a sentence, at most."""
MIN_BROKEN_OFF = 2
"""Tokens from the beginning of a sentence to the one who says it, where another's name stands before him."""


class Voices:
    """Tells whose undertaking it is, of the speeches of one article."""

    def __init__(self, reading: Reading, reader: ClauseReader) -> None:
        self.reading = reading
        self.reader = reader
        self.index = reader.index

    def speaker(self, frame: SpeechFrame) -> Phrase | None:
        """Whoever undertakes what a speaker says without a subject: he; the company he speaks for, if he does.

        None where the sentence begins with somebody else, whom nothing names, before it is broken off.
        """
        opened = self._broken_off(frame)
        if opened is not None:
            return self._beginning(*opened)
        plural = collective(self.reading, frame) if self._says_we(frame) else None
        entity = frame.on_behalf_of or plural or own_company(self.reading, frame) or frame.speaker
        return Phrase(frame.subject, frame.subject, entity, self.reading.entities[entity].kind)

    def himself(self, frame: SpeechFrame) -> Phrase:
        """The speaker, whoever he speaks for."""
        return Phrase(frame.subject, frame.subject, frame.speaker, self.reading.entities[frame.speaker].kind)

    def lead_source(self, region: Region) -> SpeechFrame | None:
        """The speech that the article's first sentence sums up: the first told after it, where that is no far."""
        if region.frame is not None:
            return None
        named = self._attributed(region.sentence + 1)
        if named is not None:
            return SpeechFrame(named.entity, SpeechAct.ASSERTING, named.span, named.span, named.span)
        if region.sentence > 0 or not self.reading.frames:
            return None
        first = self.reading.frames[0]
        told = self.reading.sentence_of(first.content.start) <= MAX_LEAD
        return first if told and first.act in _TELLING and not first.forecast else None

    def _attributed(self, number: int) -> Phrase | None:
        """Who is named in a sentence that says whose the one before is: "Đó là lịch trình Thứ trưởng X đưa ra ..."."""
        if number >= len(self.reading.sentences):
            return None
        covered, norms = self.reading.tokens(self.reading.sentences[number]), self.reading.norms
        noun = (
            words("undertakings", "announced", "nouns").at(norms, covered[0] + 2) if len(covered) > MIN_TOLD else None
        )
        if noun is None or norms[covered[0]] not in _THAT or norms[covered[0] + 1] != "là":
            return None
        after = covered[0] + 2 + noun[0]
        after += norms[after] in {"mà", "do", "được"}
        phrase = self.index.begin.get(after)
        return phrase if phrase is not None and phrase.kind in _NAMED else None

    def _says_we(self, frame: SpeechFrame) -> bool:
        """Whether he says "chúng tôi" in the same quotation: “Ngày 3/6 sẽ chạy thử. Chúng tôi sẽ ...”."""
        said = self.reading.tokens(frame.content)[:MAX_QUOTED] if frame.quoted else ()
        norms = self.reading.norms
        return any(norms[i] == "chúng" and norms[i + 1 : i + 2] == ["tôi"] for i in said)

    def spoken_for(self, frame: SpeechFrame) -> Phrase:
        """Who answers for a promise that things will be so: the body the speaker speaks for, else he."""
        entity = collective(self.reading, frame)
        return Phrase(frame.subject, frame.subject, entity, self.reading.entities[entity].kind)

    def _broken_off(self, frame: SpeechFrame) -> tuple[int, int] | None:
        """ "Thành phố, ông X khẳng định, sẽ ...": the tokens of whoever begins a sentence that tells next who says it.

        None where nothing but adverbials stands there ("Trong tháng tới, ông X khẳng định, sẽ ...").
        """
        teller = self.reading.token_at(min(frame.subject.start, frame.cue.start))
        said = self.reading.token_at(frame.content.start)
        norms = self.reading.norms
        if teller < MIN_BROKEN_OFF or said <= teller or (norms[teller - 1], norms[said - 1]) != (",", ","):
            return None
        first = opening(self.reading, max(self.reader.sentence_start(teller), teller - MAX_BROKEN_OFF), teller - 1)
        adverbial = any(table.at(norms, first) for table in (prepositions(), subordinators(), given(), until_now()))
        if adverbial or first >= teller - 1 or self.reader.after_adverbials(first, teller) > first:
            return None
        known = self.index.begin.get(first)
        acts = known is None and begins_action(norms, first, teller) and not group_length(norms, first)
        return None if acts or (known and known.entity == frame.speaker) else (first, teller - 1)

    def _beginning(self, first: int, last: int) -> Phrase | None:
        """The phrase that fills the tokens, or the group or body that they call by its kind; None where none does."""
        phrase = self.index.end.get(last - 1)
        if phrase and self.index.first_token(phrase) == first:
            return phrase
        group = self.reader.worded(first, last, end=last)
        return group.phrases[0] if group else self.reader.own_body(first)
