"""Speech in one sentence: a speaker, a reporting verb before, after or around the content, and the content."""

from dataclasses import dataclass
from functools import cache

from camket.graph.extraction.reading import Phrase, Reading, SpeechFrame
from camket.graph.extraction.text.cue_words import group_length
from camket.graph.extraction.text.cues import WordTable, words
from camket.graph.extraction.text.quotations import MIN_QUOTATION
from camket.graph.extraction.text.subjects import PhraseIndex, Subject
from camket.graph.extraction.text.verbs import Verb, VerbMention, verbs_in
from camket.graph.facts import EntityKind, Span, SpeechAct

MAX_AUDIENCE = 12
"""Tokens within which "với X" must reach its "rằng"."""

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


class FrameFinder:
    """Finds the frames of speech in the sentences of one article."""

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
            sources = self._sources(token + found[0]) if found else []
            opens = token == at_work.first or self.norms[token - 1] == ","
            if found and sources and opens and token not in self.quoted:
                end = self.index.last_token(sources[-1]) + 1
                mention = VerbMention(token, token + found[0], Verb(SpeechAct.ASSERTING))
                subject = Subject(sources, token + found[0])
                if token == at_work.first and end < at_work.last and self.norms[end] == ",":
                    self._add_all(at_work, subject, mention, end + 1, at_work.last, quoted=False)
                    return
                if token > at_work.first and self._nothing_left(end, at_work.last):
                    self._add_all(at_work, subject, mention, at_work.first, token - 1, quoted=False)
                    return
            token += 1

    def _sources(self, token: int) -> list[Phrase]:
        """Whoever is named from `token` on as a source: one, or several joined by "và"."""
        found: list[Phrase] = []
        while (phrase := self.index.begin.get(token)) and phrase.kind != EntityKind.GROUP:
            found.append(phrase)
            token = self.index.last_token(phrase) + 1
            if token >= len(self.norms) or self.norms[token] != "và":
                break
            token += 1
        return found

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
        while start > at_work.first and self.norms[start - 1] in {"và", "đã", "cũng", "còn", ",", ";", "chỉ"}:
            joined = joined or self.norms[start - 1] in {"và"}
            start -= 1
        while start - 2 >= at_work.first and self.norms[start - 2 : start] == ["đồng", "thời"]:
            joined = True
            start -= 2
            while start > at_work.first and self.norms[start - 1] in {",", ";", "và"}:
                start -= 1
        previous = at_work.frames[-1] if at_work.frames else None
        apart = start < mention.first and (previous is None or previous.act == SpeechAct.PRAISING)
        if not joined and not apart:
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
        """Whether a weak verb reports speech here: by a mark, a quotation, or somebody of whom it tells something."""
        if mention.last >= len(self.norms):
            return False
        directing = mention.verb.act in {SpeechAct.DIRECTING, SpeechAct.PROPOSING}
        if mention.last in self.index.begin or group_length(self.norms, mention.last):
            return directing or mention.verb.clause
        return not directing and self.norms[mention.last] in _MARKERS - {"là"}

    def _cut(self, at_work: _Sentence, first: int) -> bool:
        """A new subject with its verb ends the frame before it only after ";" or a word that contrasts the two."""
        previous = at_work.frames[-1]
        if previous.content.end <= self.reading.starts[first] or previous.quoted:
            return previous.content.end <= self.reading.starts[first]
        if previous.content.start > self.reading.starts[first]:
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
        opened = [self.quoted[i][1] for i in range(token, at_work.last) if i in self.quoted]
        return token, max([at_work.last, *opened]), False  # a quotation that begins in the sentence may end after it

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
        first = self._past_audience(first, last)
        if last <= first or (not quoted and verb.act != SpeechAct.PRAISING and no_content().at(self.norms, first)):
            return
        content = self.reading.span(first, last)
        frame = SpeechFrame(speaker, verb.act, subject, cue, content, quoted, verb.forecast, verb.complaint)
        frame.statement = None if verb.silent else -1
        frame.on_behalf_of = self._on_behalf(at_work)
        at_work.frames.append(frame)

    def _past_audience(self, first: int, last: int) -> int:
        """Past whom it is said to ("với phóng viên rằng ...")."""
        if self.norms[first] == "với":
            for token in range(first, min(last, first + MAX_AUDIENCE)):
                if self.norms[token] in {"rằng", ":"}:
                    return token + 1
        return first

    def _on_behalf(self, at_work: _Sentence) -> str | None:
        found = behalf().at(self.norms, at_work.first)
        phrase = self.index.begin.get(at_work.first + found[0]) if found else None
        return phrase.entity if phrase and phrase.kind == EntityKind.BODY else None


@cache
def according() -> WordTable[bool]:
    """The words after which a source follows: "theo", "theo báo cáo của"."""
    return words("speech", "according")


@cache
def behalf() -> WordTable[bool]:
    """The words after which the body follows that somebody speaks for."""
    return words("speech", "behalf")


@cache
def no_content() -> WordTable[bool]:
    """The words that a content does not begin with."""
    return words("speech", "no_content")
