"""The frames of one sentence in the making, with the article around it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from camket.graph.extraction.reading import Phrase, Reading, SpeechFrame
from camket.graph.extraction.text.cues import WordTable, lexicon, words
from camket.graph.extraction.text.subjects import PhraseIndex
from camket.graph.extraction.text.tokenizer import fold
from camket.graph.extraction.text.verbs import VerbMention
from camket.graph.facts import EntityKind, Span, SpeechAct

_DASHES = {"-", "–", "—"}
_FINAL = ".!?… \n/;,]"


@dataclass(frozen=True, slots=True)
class Content:
    """What is said: its tokens (`last` exclusive).

    quoted: they are a quotation. marked: "rằng", a comma or a colon stands between the verb and them.
    """

    first: int
    last: int
    quoted: bool = False
    marked: bool = False


@dataclass(slots=True)
class FrameDraft:
    """One sentence at work: its tokens (`last` exclusive) and the frames found in it.

    quoted: for each token of a quotation long enough to be speech, where that quotation begins and ends.
    earlier: the last frame of the sentence before in the same paragraph, whose speaker may go on.
    end: past the last quotation that begins in the sentence, for contents that begin by token `end_from`.
    """

    reading: Reading
    index: PhraseIndex
    quoted: Mapping[int, tuple[int, int]]
    first: int
    last: int
    earlier: SpeechFrame | None = None
    frames: list[SpeechFrame] = field(default_factory=list)
    end: int = field(init=False)
    end_from: int = field(init=False)

    def __post_init__(self) -> None:
        """Notes where what is said in the sentence may end: a quotation that begins in it may end after it."""
        inside = [token for token in range(self.first, self.last) if token in self.quoted]
        self.end_from = inside[-1] if inside else self.first - 1
        self.end = max(self.last, self.quoted[inside[-1]][1]) if inside else self.last

    @property
    def norms(self) -> list[str]:
        """The article's tokens, folded."""
        return self.reading.norms

    def add_all(self, speakers: Sequence[Phrase], mention: VerbMention, content: Content) -> None:
        """Adds a frame for each of several who say the same."""
        for phrase in speakers:
            self.add(self._voice(phrase), phrase.span, mention, content)

    def add(self, speaker: str, subject: Span, mention: VerbMention, content: Content) -> None:
        """Adds the frame of one speaker, final marks trimmed; none where nothing is left that could be said."""
        verb = mention.verb
        last = content.last
        while content.first < last and self.norms[content.first] in _DASHES:
            content = replace(content, first=content.first + 1)
        while last > content.first and self.reading.text[self.reading.starts[last - 1]] in _FINAL:
            last -= 1
        if not content.quoted:
            last = self._before_comment(content.first, last)
        free = (
            content.quoted or content.marked or (verb.act == SpeechAct.PRAISING and self.norms[content.first] != "và")
        )
        asked = not content.quoted and self.norms[self.last - 1] == "?" and verb.act != SpeechAct.ASKING
        if asked or last <= content.first or (not free and no_content().at(self.norms, content.first)):
            return
        addressed = self.index.begin.get(content.first)
        if verb.act == SpeechAct.DIRECTING and addressed and addressed.entity == speaker:
            return  # nobody asks himself: the subject was taken for somebody else
        said = self.reading.span(content.first, last)
        cue = self.reading.span(mention.first, mention.last)
        frame = SpeechFrame(speaker, verb.act, subject, cue, said, content.quoted, verb.forecast, verb.complaint)
        frame.statement = None if verb.silent else -1
        frame.on_behalf_of = self._on_behalf()
        self.frames.append(frame)

    def _voice(self, phrase: Phrase) -> str:
        """Whose words a phrase's are: a nameless spokesman's are those of the body he speaks for."""
        entity = self.reading.entities[phrase.entity]
        speaks_for = (
            phrase.kind == EntityKind.POST and fold(entity.role or "") in lexicon("speech")["spokesmen"]["roles"]
        )
        return entity.part_of if speaks_for and entity.part_of else phrase.entity

    def covered(self, token: int) -> bool:
        """Whether a frame's content holds the token."""
        offset = self.reading.starts[token]
        return any(f.content.start <= offset < f.content.end for f in self.frames)

    def _before_comment(self, first: int, last: int) -> int:
        """Where the article's own comment on what is said begins (", điều mà ..."), or another's words; else `last`."""
        for token in range(first + 1, min(last, self.last) - 1):
            if self.norms[token] != "," or token in self.quoted:
                continue
            if comments().at(self.norms, token + 1) or self._cites(token + 1):
                return token
        return last

    def _cites(self, token: int) -> bool:
        """Whether a body at the token passes on what somebody else said (", AFP dẫn lời một quan chức ...")."""
        phrase = self.index.begin.get(token)
        after = self.index.last_token(phrase) + 1 if phrase and phrase.kind == EntityKind.BODY else self.last
        return after < self.last and bool(words("speech", "quoting").at(self.norms, after))

    def _on_behalf(self) -> str | None:
        found = behalf().at(self.norms, self.first)
        phrase = self.index.begin.get(self.first + found[0]) if found else None
        return phrase.entity if phrase and phrase.kind == EntityKind.BODY else None


@cache
def comments() -> WordTable[bool]:
    """The words after a comma with which an article comments on what was said."""
    return words("speech", "comments")


@cache
def behalf() -> WordTable[bool]:
    """The words after which the body follows that somebody speaks for."""
    return words("speech", "behalf")


@cache
def no_content() -> WordTable[bool]:
    """The words that a content does not begin with."""
    return words("speech", "no_content")
