"""Who says what: the frames of speech, and the statements among them."""

from spacy.language import Language
from spacy.tokens import Doc

from camket.graph.extraction.reading import Reading, SpeechFrame
from camket.graph.extraction.rules import rule
from camket.graph.extraction.speech.interviews import interview
from camket.graph.extraction.speech.speech_frames import FrameFinder
from camket.graph.extraction.speech.turns import turns
from camket.graph.facts import Span, Statement

MIN_CONTENT = 5
"""Syllables a content has at least: what is shorter tells nothing (annotation guidelines)."""


@Language.component("camket_speech")
def speech(doc: Doc) -> Doc:
    """Fills `reading.frames`, and `reading.statements` with those whose content is long enough."""
    reading: Reading = doc._.reading
    finder = FrameFinder(reading)
    for span in reading.sentences:
        reading.frames += finder.sentence(span)
    answers = turns(reading, finder.index) or interview(reading, finder.index)
    reading.frames += [a for a in answers if not any(_overlap(a.content, f.content) for f in reading.frames)]
    reading.frames.sort(key=lambda frame: frame.content.start)
    for frame in reading.frames:
        if frame.statement is not None:
            frame.statement = _state(reading, frame)
    return doc


def _overlap(first: Span, second: Span) -> bool:
    return first.start < second.end and second.start < first.end


def _state(reading: Reading, frame: SpeechFrame) -> int | None:
    if sum(reading.words[i][:1].isalnum() for i in reading.tokens(frame.content)) < MIN_CONTENT:
        return None
    last = reading.statements[-1] if reading.statements else None
    if last and (last.speaker, last.evidence) == (frame.speaker, frame.content):
        return len(reading.statements) - 1  # a verb on either side tells it: "bà nói: “...”, bà cho biết thêm"
    reading.statements.append(
        Statement(
            speaker=frame.speaker,
            cue=reading.slice(frame.cue),
            speech_act=frame.act,
            evidence=frame.content,
            context=(frame.subject,),
            rule=_rule(reading, frame),
            on_behalf_of=frame.on_behalf_of,
        )
    )
    return len(reading.statements) - 1


def _rule(reading: Reading, frame: SpeechFrame) -> str:
    """Where the verb stands beside what is said; of an answer in an interview there is none."""
    if frame.cue == frame.subject:
        return rule("speech", "answer")
    where = "verb-before" if frame.cue.start < frame.content.start else "verb-after"
    return rule("speech", f"quotation-{where}" if frame.quoted else where, reading.slice(frame.cue))
