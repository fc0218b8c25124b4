"""The turns of an interview set as dialogue ("PV: ...", "Ông X: ..."): whose words a paragraph is."""

from functools import cache

from camket.graph.extraction.reading import Reading, SpeechFrame
from camket.graph.extraction.text.cues import WordTable, words
from camket.graph.extraction.text.sentences import paragraphs
from camket.graph.extraction.text.subjects import PhraseIndex
from camket.graph.facts import EntityKind, Span, SpeechAct

MIN_TURNS = 2
"""Labelled paragraphs from which on an article is taken for an interview."""
DASHES = frozenset({"-", "–", "—", "*", "•"})
"""The marks before who speaks."""


def turns(reading: Reading, index: PhraseIndex) -> list[SpeechFrame]:
    """A frame for the answer of each turn, in text order; it gives no statement, for nothing reports the speech.

    A turn lasts until the next label; paragraphs before the first label, and the interviewer's, belong to nobody. Where
    labels stand behind marks ("* PV: ...", "- Ông X: ...") the marks alone tell the turns after the first.
    """
    found: list[SpeechFrame] = []
    labels = 0
    answering: tuple[str, str, Span] | None = None  # the mark, the speaker and the name of the answers
    speaking = False
    for paragraph in paragraphs(reading.text):
        covered = reading.tokens(paragraph)
        token, mark = _opening(reading, covered)
        if token is None:
            continue
        label = _label(reading, index, token)
        if label is None and mark and answering and mark == answering[0]:
            found.append(_answer(reading, answering[1], answering[2], reading.starts[token], paragraph.end))
            speaking = True
        elif label is None and mark and answering:
            speaking = False
        elif label is None and speaking:
            found[-1].content = Span(found[-1].content.start, paragraph.end)
        elif label is not None:
            labels += 1
            speaker, colon = label
            speaking = speaker is not None and colon < covered[-1]
            if speaker is not None and speaking:
                answering = (mark, speaker, reading.span(token, colon))
                found.append(_answer(reading, speaker, answering[2], reading.starts[colon + 1], paragraph.end))
    return found if labels >= MIN_TURNS else []


def _opening(reading: Reading, covered: range) -> tuple[int | None, str]:
    """The first token of a paragraph after the mark that stands before it, and the mark ("" if none)."""
    token = next((t for t in covered if reading.words[t] not in DASHES), None)
    return token, reading.words[covered[0]] if token is not None and token > covered[0] else ""


def _answer(reading: Reading, speaker: str, name: Span, start: int, end: int) -> SpeechFrame:
    return SpeechFrame(speaker, SpeechAct.ASSERTING, name, name, Span(start, end), quoted=True)


def _label(reading: Reading, index: PhraseIndex, token: int) -> tuple[str | None, int] | None:
    """The speaker (None: the interviewer) and the token of the colon, where a label begins at `token`."""
    asked = interviewer().at(reading.norms, token)
    phrase = index.begin.get(token)
    if asked:
        speaker, after = None, token + asked[0]
    elif phrase and phrase.kind == EntityKind.PERSON:
        speaker, after = phrase.entity, index.last_token(phrase) + 1
    else:
        return None
    if after < len(reading.words) and reading.words[after] == ":":
        return speaker, after
    return None


@cache
def interviewer() -> WordTable[bool]:
    """The labels of the one who asks."""
    return words("speech", "interviewer")
