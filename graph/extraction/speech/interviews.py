"""The answers of an interview without labels: what follows a question to somebody ("Thưa ông, ...?") is his words."""

from functools import cache

from camket.graph.extraction.reading import Reading, SpeechFrame
from camket.graph.extraction.speech.turns import DASHES
from camket.graph.extraction.text.cues import WordTable, words
from camket.graph.extraction.text.subjects import PhraseIndex
from camket.graph.facts import EntityKind, Span, SpeechAct

MIN_QUESTIONS = 2
"""Questions to somebody from which on an article is taken for an interview with him."""
MIN_FIRST = 2
"""First persons that nobody's quotation holds: somebody answers."""

MAX_LEADING = 3
"""Sentences of the one who asks that stand between his dash and his question."""


def interview(reading: Reading, index: PhraseIndex) -> list[SpeechFrame]:
    """A frame for each run of sentences between the questions, in text order; it gives no statement.

    Nothing where it is not plain from the words before the first question who answers.
    """
    told = _Told(reading)
    questions = [number for number in range(len(reading.sentences)) if told.asks(number)]
    asked = [number for number in questions if told.addresses(number)]
    leading = {before for number in questions for before in told.leading(number)}
    if len(asked) < MIN_QUESTIONS or told.first_persons() < MIN_FIRST:
        return []
    name = _answering(reading, index, asked[0])
    if name is None:
        return []
    found: list[SpeechFrame] = []
    for number in range(asked[0] + 1, len(reading.sentences)):
        sentence = reading.sentences[number]
        if number in questions or number in leading or told.framed(sentence):
            continue
        speaker, span = name
        found.append(SpeechFrame(speaker, SpeechAct.ASSERTING, span, span, sentence, quoted=True))
    return found


class _Told:
    """What of an article stands in somebody's words already."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.taken = [*reading.quotations, *(frame.content for frame in reading.frames)]

    def framed(self, span: Span) -> bool:
        """Whether somebody's words overlap the span."""
        return any(other.start < span.end and span.start < other.end for other in self.taken)

    def asks(self, number: int) -> bool:
        """Whether a sentence is a question in nobody's quotation."""
        sentence = self.reading.sentences[number]
        return self.reading.text[sentence.end - 1] == "?" and not self.framed(Span(sentence.end - 1, sentence.end))

    def leading(self, question: int) -> range:
        """The sentences from a dash on that lead up to a question: "- Năm 2015, bộ sẽ ... Ông nghĩ sao?"."""
        for number in range(question, max(-1, question - MAX_LEADING - 1), -1):
            if self.reading.words[self.reading.tokens(self.reading.sentences[number])[0]] in DASHES:
                return range(number, question)
        return range(0)

    def addresses(self, number: int) -> bool:
        """Whether a question is put to somebody: it says "ông", "thưa"."""
        covered = self.reading.tokens(self.reading.sentences[number])
        return any(words("speech", "addressed").at(self.reading.norms, token) for token in covered)

    def first_persons(self) -> int:
        """How often somebody says "tôi" outside all quotations."""
        spans = [self.reading.span(i, i + 1) for i, norm in enumerate(self.reading.norms) if norm == "tôi"]
        return sum(not self.framed(span) for span in spans)


def _answering(reading: Reading, index: PhraseIndex, first: int) -> tuple[str, Span] | None:
    """Who answers, and where he is named: the one man who speaks, or talks with somebody, before the first question."""
    end = reading.sentences[first].start
    found = {f.speaker: f.subject for f in reading.frames if f.content.start < end and _person(reading, f.speaker)}
    for number in range(first):
        covered = reading.tokens(reading.sentences[number])
        if not any(talking().at(reading.norms, token) for token in covered):
            continue
        for token in covered:
            phrase = index.begin.get(token)
            if phrase is not None and phrase.kind == EntityKind.PERSON:
                found.setdefault(phrase.entity, phrase.span)
    return next(iter(found.items())) if len(found) == 1 else None


def _person(reading: Reading, key: str) -> bool:
    return reading.entities[key].kind == EntityKind.PERSON


@cache
def talking() -> WordTable[bool]:
    """The words that tell of an interview."""
    return words("speech", "talking")
