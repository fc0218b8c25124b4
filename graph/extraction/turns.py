"""The turns of an interview set as dialogue ("PV: ...", "Ông X: ..."): whose words a paragraph is."""

from functools import cache

from camket.graph.extraction.cues import WordTable, words
from camket.graph.extraction.reading import Reading, SpeechFrame
from camket.graph.extraction.sentences import paragraphs
from camket.graph.extraction.subjects import PhraseIndex
from camket.graph.facts import EntityKind, Span, SpeechAct

MIN_TURNS = 2
"""Labelled paragraphs from which on an article is taken for an interview."""
_DASHES = {"-", "–", "—", "*", "•"}


def turns(reading: Reading, index: PhraseIndex) -> list[SpeechFrame]:
    """A frame for the answer of each turn, in text order; it gives no statement, for nothing reports the speech.

    A turn lasts until the next label; paragraphs before the first label, and the interviewer's, belong to nobody.
    """
    found: list[SpeechFrame] = []
    labels = 0
    speaking = False
    for paragraph in paragraphs(reading.text):
        covered = reading.tokens(paragraph)
        token = next((t for t in covered if reading.words[t] not in _DASHES), None)
        if token is None:
            continue
        label = _label(reading, index, token)
        if label is None:
            if speaking:
                found[-1].content = Span(found[-1].content.start, paragraph.end)
            continue
        labels += 1
        speaker, colon = label
        speaking = speaker is not None and colon < covered[-1]
        if speaker is not None and speaking:
            content = Span(reading.starts[colon + 1], paragraph.end)
            name = reading.span(token, colon)
            cue = reading.span(colon, colon + 1)
            found.append(SpeechFrame(speaker, SpeechAct.ASSERTING, name, cue, content, quoted=True))
    return found if labels >= MIN_TURNS else []


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
