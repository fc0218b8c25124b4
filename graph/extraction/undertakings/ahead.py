"""What somebody does on a day to come, told without a cue: "Từ ngày 6/12 tới, Hội X tổ chức ..."."""

from functools import cache

from camket.graph.edtf import first_day, last_day
from camket.graph.extraction.reading import Reading
from camket.graph.extraction.speech.regions import opening
from camket.graph.extraction.text.cue_words import begins_action, hedges, past, suffers
from camket.graph.extraction.text.cues import WordTable, words
from camket.graph.extraction.undertakings.clause import ClauseReader
from camket.graph.extraction.undertakings.found import Found, Outcome
from camket.graph.facts import EntityKind, UndertakingKind

MIN_DEED = 4
"""Tokens from the verb on that tell what is done."""
_NEAR = 3
_DOERS = frozenset({EntityKind.BODY, EntityKind.PLACE, EntityKind.GROUP})


class Ahead:
    """Reads clauses that set what somebody does in the time to come, without a cue."""

    def __init__(self, reading: Reading, reader: ClauseReader) -> None:
        self.reading = reading
        self.reader = reader
        self.norms = reading.norms

    def told(self, first: int, last: int) -> Outcome:
        """The pledge of a clause that opens with a time to come and goes on with who does what then."""
        start = opening(self.reading, first, last)
        subject = self.reader.leading_subject(start, last)
        if subject is None or subject.phrases[0].kind not in _DOERS or not self._to_come(first, subject.first):
            return Outcome()
        verb = self.reader.index.last_token(subject.phrases[-1]) + 1
        near = range(verb, min(last, verb + _NEAR))
        done = any(table.at(self.norms, token) for token in near for table in (past(), hedges()))
        told = self.norms[verb : verb + 1] in (["phải"], ["cần"])
        acts = begins_action(self.norms, verb, last) and not suffers(self.norms, verb)
        if done or told or not acts or last - verb < MIN_DEED:
            return Outcome()
        return Outcome(
            found=[Found(UndertakingKind.PLEDGE, subject.phrases, (verb, verb + 1), first, last, rule="time-ahead")]
        )

    def _to_come(self, first: int, last: int) -> bool:
        """Whether the words before the subject tell of a time after the article came out."""
        if any(coming().at(self.norms, token) for token in range(first, last)):
            return True
        published = self.reading.document.published
        dates = self.reading.dates_in(self.reading.span(first, last)) if last > first else []
        return published is not None and any(first_day(date.edtf) > last_day(published) for date in dates)


@cache
def coming() -> WordTable[bool]:
    """The words for the time to come, without a date."""
    return words("undertakings", "coming")
