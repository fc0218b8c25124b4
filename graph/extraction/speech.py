"""Who says what: a named speaker, a reporting verb, and the words that are the content."""

from dataclasses import dataclass
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from camket.graph.extraction.cues import WordTable, words
from camket.graph.extraction.quotations import MIN_QUOTATION
from camket.graph.extraction.reading import Phrase, Reading, SpeechFrame
from camket.graph.extraction.subjects import PhraseIndex, Subject
from camket.graph.extraction.turns import turns
from camket.graph.extraction.verbs import Verb, VerbMention, verbs_in
from camket.graph.facts import EntityKind, Span, SpeechAct, Statement

MIN_CONTENT = 5
"""Syllables a content has at least: what is shorter tells nothing (annotation guidelines)."""

_MARKERS = {",", ":", "rằng", "là", "“", '"', "«", "—", "–"}
_OPENERS = {"“", '"', "«"}
_CLOSERS = {"”", '"', "»"}
_FINAL = ".!?… \n/;,"
_CONTRAST = {"đồng thời", "song", "nhưng", "và"}


@dataclass(slots=True)
class _Sentence:
    """One sentence at work: its tokens (`last` exclusive) and the frames found in it."""

    first: int
    last: int
    frames: list[SpeechFrame]


class _Speech:
    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.norms = reading.norms
        self.index = PhraseIndex(reading)
        self.quoted: dict[int, tuple[int, int]] = {}
        for span in reading.quotations:
            covered = reading.tokens(span)
            if len(covered) >= MIN_QUOTATION:
                for token in covered:
                    self.quoted[token] = (covered[0], covered[-1] + 1)

    def sentence(self, span: Span) -> list[SpeechFrame]:
        """The frames of one sentence, in text order."""
        covered = self.reading.tokens(span)
        if not len(covered):
            return []
        at_work = _Sentence(covered[0], covered[-1] + 1, [])
        self._according(at_work)
        fronted: VerbMention | None = None
        for mention in verbs_in(self.norms, at_work.first, at_work.last):
            if mention.first in self.quoted:
                continue
            if mention.first == at_work.first and not mention.verb.weak:
                fronted = mention
                continue
            subject = self.index.before(mention.first, at_work.first)
            if subject is not None:
                self._with_subject(at_work, mention, subject)
                if fronted is not None and at_work.frames:
                    self._front(at_work, fronted, subject)
                    fronted = None
            else:
                self._elided(at_work, mention)
        at_work.frames.sort(key=lambda frame: frame.content.start)
        return at_work.frames

    def _according(self, at_work: _Sentence) -> None:
        """ "Theo ông X, ...": the rest of the sentence is what he says; "..., theo ông X.": what stands before."""
        token = at_work.first
        while token < at_work.last:
            found = according().at(self.norms, token)
            after = token + found[0] if found else token
            phrase = self.index.begin.get(after)
            opens = token == at_work.first or self.norms[token - 1] == ","
            if found and phrase and opens and token not in self.quoted and phrase.kind != EntityKind.GROUP:
                end = self.index.last_token(phrase) + 1
                cue = self.reading.span(token, after)
                if token == at_work.first and end < at_work.last and self.norms[end] == ",":
                    self._add(at_work, phrase, cue, end + 1, at_work.last, Verb(SpeechAct.ASSERTING))
                    return
                if token > at_work.first and self._nothing_left(end, at_work.last):
                    self._add(at_work, phrase, cue, at_work.first, token - 1, Verb(SpeechAct.ASSERTING))
                    return
            token += 1

    def _nothing_left(self, token: int, last: int) -> bool:
        return all(not word[:1].isalnum() for word in self.norms[token:last])

    def _with_subject(self, at_work: _Sentence, mention: VerbMention, subject: Subject) -> None:
        quotation = self._quotation_before(subject.first, at_work)
        if quotation is not None:
            self._add_all(at_work, subject, mention, *quotation, quoted=True)
            return
        if mention.verb.weak and not self._marked(mention):
            return
        if mention.verb.silent and mention.last - mention.first == 1 and mention.last not in self.index.begin:
            return
        if at_work.frames and not self._cut(at_work, subject.first):
            return
        self._add_all(at_work, subject, mention, *self._content(mention.last, at_work))

    def _elided(self, at_work: _Sentence, mention: VerbMention) -> None:
        """A further verb of the same subject: "..., đồng thời yêu cầu ..."; or the first one after another action."""
        if mention.verb.weak or mention.verb.silent:
            return
        start = mention.first
        joined = False
        while start > at_work.first and self.norms[start - 1] in {"và", "đã", "cũng", "còn", ","}:
            joined = joined or self.norms[start - 1] in {"và"}
            start -= 1
        while start - 2 >= at_work.first and self.norms[start - 2 : start] == ["đồng", "thời"]:
            joined = True
            start -= 2
            while start > at_work.first and self.norms[start - 1] in {",", ";", "và"}:
                start -= 1
        previous = at_work.frames[-1] if at_work.frames else None
        if not joined and not (previous and previous.act == SpeechAct.PRAISING and start < mention.first):
            return
        if previous is not None:
            if previous.act == mention.verb.act == SpeechAct.DIRECTING and not joined:
                return
            end = self.reading.ends[start - 1]
            if previous.quoted and previous.content.end <= self.reading.starts[mention.first]:
                pass
            elif previous.content.start < end:
                previous.content = Span(previous.content.start, end)
            speaker = previous.speaker
            span = previous.subject
        else:
            main = self._main_subject(at_work, start)
            if main is None:
                return
            speaker, span = main.entity, main.span
        first, last, quoted = self._content(mention.last, at_work)
        self._append(
            at_work, speaker, span, self.reading.span(mention.first, mention.last), first, last, mention.verb, quoted
        )

    def _main_subject(self, at_work: _Sentence, before: int) -> Phrase | None:
        """The first phrase of the sentence that begins its main clause."""
        begins = (
            self.index.begin[token]
            for token in range(at_work.first, before)
            if token in self.index.begin and (token == at_work.first or self.norms[token - 1] == ",")
        )
        phrase = next(begins, None)
        return phrase if phrase and phrase.kind == EntityKind.PERSON else None

    def _front(self, at_work: _Sentence, fronted: VerbMention, subject: Subject) -> None:
        """ "Cho rằng ..., ông X tin tưởng ...": what stands before the subject is said by him too."""
        end = subject.first
        while end > fronted.last and self.norms[end - 1] == ",":
            end -= 1
        cue = self.reading.span(fronted.first, fronted.last)
        self._add(at_work, subject.phrases[0], cue, fronted.last, end, fronted.verb)

    def _marked(self, mention: VerbMention) -> bool:
        if mention.last >= len(self.norms):
            return False
        if mention.verb.act in {SpeechAct.DIRECTING, SpeechAct.PROPOSING}:
            return mention.last in self.index.begin
        return self.norms[mention.last] in _MARKERS - {"là"}

    def _cut(self, at_work: _Sentence, first: int) -> bool:
        """A new subject with its verb ends the frame before it only after ";" or a word that contrasts the two."""
        previous = at_work.frames[-1]
        if previous.content.end <= self.reading.starts[first] or previous.quoted:
            return previous.content.end <= self.reading.starts[first]
        if previous.content.start >= self.reading.starts[first]:
            return True
        if self.norms[first - 1] == ";" or self.norms[first - 1] == "còn":
            previous.content = Span(previous.content.start, self.reading.ends[first - 2])
            return True
        return False

    def _quotation_before(self, first: int, at_work: _Sentence) -> tuple[int, int] | None:
        token = first - 1
        while token > 0 and self.norms[token] in {",", "-", "–"}:
            token -= 1
        if token <= 0 or self.norms[token] not in _CLOSERS:
            return None
        inner = token - 1
        while inner > 0 and inner not in self.quoted and self.norms[inner] in {",", "."}:
            inner -= 1
        return self.quoted.get(inner)

    def _content(self, token: int, at_work: _Sentence) -> tuple[int, int, bool]:
        """The tokens of the content that begins after a verb, and whether they are a quotation."""
        while token < at_work.last and self.norms[token] in {",", ":", "rằng", "là", "thêm"}:
            token += 1
        if token < at_work.last and self.norms[token] in _OPENERS and token + 1 in self.quoted:
            first, last = self.quoted[token + 1]
            if first == token + 1:
                return first, last, True
        return token, at_work.last, False

    def _add_all(
        self, at_work: _Sentence, subject: Subject, mention: VerbMention, first: int, last: int, quoted: bool
    ) -> None:
        cue = self.reading.span(mention.first, mention.last)
        for phrase in subject.phrases:
            self._append(at_work, phrase.entity, phrase.span, cue, first, last, mention.verb, quoted)

    def _add(self, at_work: _Sentence, phrase: Phrase, cue: Span, first: int, last: int, verb: Verb) -> None:
        self._append(at_work, phrase.entity, phrase.span, cue, first, last, verb, False)

    def _append(
        self,
        at_work: _Sentence,
        speaker: str,
        subject: Span,
        cue: Span,
        first: int,
        last: int,
        verb: Verb,
        quoted: bool,
    ) -> None:
        text = self.reading.text
        while last > first and text[self.reading.starts[last - 1]] in _FINAL:
            last -= 1
        if last <= first:
            return
        content = self.reading.span(first, last)
        frame = SpeechFrame(speaker, verb.act, subject, cue, content, quoted, verb.forecast)
        frame.statement = None if verb.silent else -1
        frame.on_behalf_of = self._on_behalf(at_work)
        at_work.frames.append(frame)

    def _on_behalf(self, at_work: _Sentence) -> str | None:
        found = behalf().at(self.norms, at_work.first)
        phrase = self.index.begin.get(at_work.first + found[0]) if found else None
        return phrase.entity if phrase and phrase.kind == EntityKind.BODY else None


@Language.component("camket_speech")
def speech(doc: Doc) -> Doc:
    """Fills `reading.frames`, and `reading.statements` with those whose content is long enough."""
    reading: Reading = doc._.reading
    finder = _Speech(reading)
    for span in reading.sentences:
        reading.frames += finder.sentence(span)
    answers = turns(reading, finder.index)
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
    made_at = _occasion(reading, frame)
    context = [] if made_at is None else [reading.events[made_at].evidence]
    reading.statements.append(
        Statement(
            speaker=frame.speaker,
            cue=reading.slice(frame.cue),
            speech_act=frame.act,
            evidence=frame.content,
            context=(frame.subject, *context),
            on_behalf_of=frame.on_behalf_of,
            made_at=made_at,
            said_on=None if made_at is None else reading.events[made_at].start,
        )
    )
    return len(reading.statements) - 1


def _occasion(reading: Reading, frame: SpeechFrame) -> int | None:
    """The event at which it was said: that of the article which the speaker attended, where there is just one."""
    attended = [i for i, event in enumerate(reading.events) if frame.speaker in event.attendees]
    return attended[0] if len(attended) == 1 else None


@cache
def according() -> WordTable[bool]:
    """The words after which a source follows: "theo", "theo báo cáo của"."""
    return words("speech", "according")


@cache
def behalf() -> WordTable[bool]:
    """The words after which the body follows that somebody speaks for."""
    return words("speech", "behalf")
