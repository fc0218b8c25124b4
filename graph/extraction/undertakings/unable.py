"""What somebody asked for it says he cannot do: "tỉnh không thể giảm tiền thuê đất như hiệp hội kiến nghị"."""

from functools import cache

from camket.graph.extraction.reading import Reading
from camket.graph.extraction.speech.regions import Region
from camket.graph.extraction.text.cue_words import begins_action
from camket.graph.extraction.text.cues import WordTable, words
from camket.graph.extraction.text.subjects import FIRST_PERSON
from camket.graph.extraction.undertakings.clause import ClauseReader
from camket.graph.extraction.undertakings.found import Declined, Outcome
from camket.graph.facts import EntityKind

MIN_DECLINED = 4
"""Tokens from the verb on that tell what is declined."""
_GOING_ON = frozenset({",", "thời", "và"})  # "..., đồng thời | từ chối bổ sung nút giao"
_ANSWERING = frozenset({EntityKind.BODY, EntityKind.PLACE})


class Unable:
    """Reads clauses in which whoever speaks for a body declines what was asked of it, with no verb of promising."""

    def __init__(self, reading: Reading, reader: ClauseReader) -> None:
        self.reading = reading
        self.reader = reader
        self.norms = reading.norms

    def told(self, region: Region, first: int, last: int) -> Outcome:
        """The refusal of a clause, where the words around it tell that it was asked for."""
        if not self._asked(region):
            return Outcome()
        for token in range(first, last - MIN_DECLINED):
            found = _cannot().at(self.norms, token) if region.frame and token > first else None
            if found and begins_action(self.norms, token + found[0], last):
                return self._declined(first, token, token + found[0], last)
            if (said := self._declining(token)) and (outcome := self._refused(region, first, token, said, last)):
                return outcome
        return Outcome()

    def _declining(self, token: int) -> int:
        """The length of the words that decline by themselves at `token`, 0 where there are none."""
        found = words("undertakings", "refusal", "declining").at(self.norms, token)
        after = token + found[0] if found else len(self.norms)
        idle = after < len(self.norms) and words("undertakings", "refusal", "idle").at(self.norms, after)
        return found[0] if found and not idle else 0

    def _refused(self, region: Region, first: int, token: int, length: int, last: int) -> Outcome | None:
        """The refusal of a body or place named before such words, or of the speaker whose words go on with them."""
        declined = self._declined(first, token, token + length, last)
        if declined.declined:
            return declined
        goes_on = region.frame is not None and self.norms[token - 1] in _GOING_ON and token > first
        return Outcome(declined=[Declined([], (token, token + length), token, last)]) if goes_on else None

    def _declined(self, first: int, token: int, after: int, last: int) -> Outcome:
        subject = self.reader.index.before(token, first, represented=True)
        own = subject is not None and (
            all(phrase.kind in _ANSWERING for phrase in subject.phrases) or self.norms[subject.first] in FIRST_PERSON
        )
        if subject is None or not own:
            return Outcome()
        return Outcome(declined=[Declined(subject.phrases, (token, after), subject.first, last)])

    def _asked(self, region: Region) -> bool:
        """Whether the sentence, or the one before, tells of a request."""
        sentences = self.reading.sentences[max(0, region.sentence - 1) : region.sentence + 1]
        if len(sentences) > 1 and "\n" in self.reading.text[sentences[0].end : sentences[1].start]:
            sentences = sentences[1:]
        return any(True for span in sentences for _ in _requests().among(self.norms, self.reading.tokens(span)))


@cache
def _cannot() -> WordTable[bool]:
    return words("undertakings", "refusal", "cannot")


@cache
def _requests() -> WordTable[bool]:
    return words("undertakings", "refusal", "requests")
