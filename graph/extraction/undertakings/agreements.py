"""What the parties of an agreement owe each other by it."""

from camket.graph.extraction.reading import Reading
from camket.graph.extraction.speech.regions import Region, opening
from camket.graph.extraction.speech.sources import according
from camket.graph.extraction.text.cue_words import begins_action
from camket.graph.extraction.text.cues import words
from camket.graph.extraction.undertakings.clause import ClauseReader
from camket.graph.extraction.undertakings.found import Found, Outcome
from camket.graph.extraction.undertakings.thread import Continuation
from camket.graph.facts import UndertakingKind

MIN_OWED = 3
"""Tokens from the verb on that tell what is owed."""


class Agreements:
    """Reads sentences that tell what has been agreed."""

    def __init__(self, reading: Reading, reader: ClauseReader, continuation: Continuation) -> None:
        self.reading = reading
        self.reader = reader
        self.continuation = continuation

    def told_in(self, region: Region) -> bool:
        """ "Theo thỏa thuận, X ...; Y ...": what the sentence tells, its parties have agreed to do."""
        norms = self.reading.norms
        hit = according().at(norms, region.first)
        paper = region.first + hit[0] if hit else region.last
        return paper < region.last and words("undertakings", "agreements").at(norms, paper) is not None

    def owed(self, first: int, last: int) -> Outcome:
        """What the party named first in a clause will do by it; nothing where it tells what has been done."""
        leading = self.reader.leading_subject(opening(self.reading, first, last), last)
        verb = self.reader.index.last_token(leading.phrases[-1]) + 1 if leading else last
        if leading is None or self.continuation.reports(first, last) or last - verb < MIN_OWED:
            return Outcome()
        if not begins_action(self.reading.norms, verb, last):
            return Outcome()
        return Outcome(
            found=[Found(UndertakingKind.PLEDGE, leading.phrases, (verb, verb), leading.first, last, rule="agreement")]
        )
