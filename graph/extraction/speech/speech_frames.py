"""Speech in one sentence: a speaker, a reporting verb before, after or around the content, and the content."""

from dataclasses import replace

from camket.graph.extraction.reading import Reading, SpeechFrame
from camket.graph.extraction.speech import contents
from camket.graph.extraction.speech.ellipsis import add_carried, add_elided, add_written
from camket.graph.extraction.speech.frame_draft import Content, FrameDraft
from camket.graph.extraction.speech.quoted_speech import add_quoted
from camket.graph.extraction.speech.regions import opening
from camket.graph.extraction.speech.reports import after_report, reporting, speaks
from camket.graph.extraction.speech.sources import add_sources
from camket.graph.extraction.speech.speakers import speaker_of
from camket.graph.extraction.speech.subordinate import speaker_beside
from camket.graph.extraction.text.cues import words
from camket.graph.extraction.text.quotations import MIN_QUOTATION
from camket.graph.extraction.text.sentences import LINK_MARKS
from camket.graph.extraction.text.subjects import PhraseIndex, Subject
from camket.graph.extraction.text.verbs import VerbMention, verbs, verbs_in
from camket.graph.facts import Span, SpeechAct

MAX_ADVERBS = 6
"""Tokens between a speaker and his verb where what he says stands before him without marks."""
MAX_PAPER = 12
"""Tokens within which a verb must follow "Công văn", "Thông báo này" at the beginning of a sentence."""


class FrameFinder:
    """Finds the frames of speech in the sentences of one article, which are to be given in text order."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.index = PhraseIndex(reading)
        self.quoted: dict[int, tuple[int, int]] = {}
        self.earlier: SpeechFrame | None = None
        self.end = 0
        for span in reading.quotations:
            covered = reading.tokens(span)
            if len(covered) >= MIN_QUOTATION:
                for token in covered:
                    self.quoted[token] = (covered[0], covered[-1] + 1)

    def sentence(self, span: Span) -> list[SpeechFrame]:
        """The frames of one sentence, in text order."""
        covered = self.reading.tokens(span)
        if not len(covered) or self.reading.words[covered[0]] in LINK_MARKS:
            return []  # a link's headline runs into the text after it
        if "\n" in self.reading.text[self.end : span.start]:
            self.earlier = None
        draft = FrameDraft(self.reading, self.index, self.quoted, covered[0], covered[-1] + 1, self.earlier)
        add_sources(draft)
        _add_reported(draft)
        add_quoted(draft)
        draft.frames.sort(key=lambda frame: frame.content.start)
        self.end = span.end
        if draft.frames or draft.first not in self.quoted:  # else the quotation before is still going on
            self.earlier = draft.frames[-1] if draft.frames else None
        return draft.frames


def _add_reported(draft: FrameDraft) -> None:
    """Adds the frames of the sentence's reporting verbs."""
    begin = opening(draft.reading, draft.first, draft.last)
    begin = draft.first if draft.norms[begin - 1] in {"riêng", "còn"} else begin
    fronted: VerbMention | None = None
    waiting: Subject | None = None
    report = reporting(draft, begin)
    for mention in verbs_in(draft.norms, draft.first, draft.last):
        mention = _past_name(draft, after_report(report, mention))
        if mention.first in draft.quoted or mention.first >= mention.last:
            continue
        if mention.first <= begin and not mention.verb.weak:
            fronted = mention
            continue
        author = speaks(draft, report, mention)
        subject = author or speaker_of(draft, mention) or speaker_beside(draft, mention)
        if author is not None and not draft.frames:
            draft.add_all(author.phrases, mention, contents.after_verb(draft, mention))
        elif subject is None:
            if draft.frames or mention.first - begin > MAX_PAPER or not add_written(draft, mention):
                add_elided(draft, mention, waiting)
        elif _add_with(draft, mention, subject):
            if fronted is not None and draft.frames:
                _front(draft, fronted, subject)
                fronted = None
        elif mention.verb.weak:
            waiting = subject
    if fronted is not None:
        add_carried(draft, fronted)


def _past_name(draft: FrameDraft, mention: VerbMention) -> VerbMention:
    """The verb without the words that are part of a name before it ("Duy Bảo cho biết"); empty where none is left.

    A capital in the middle of the sentence tells of a name.
    """
    first = mention.first
    while first < mention.last and first > draft.first and draft.reading.words[first][:1].isupper():
        if not draft.norms[first - 1][-1:].isalnum():
            break
        first += 1
    verb = first == mention.first or (first < mention.last and verbs().at(draft.norms, first))
    return replace(mention, first=first if verb else mention.last)


def _add_with(draft: FrameDraft, mention: VerbMention, subject: Subject) -> bool:
    """Adds the frames of a verb with its subject; False where it reports nothing of its own."""
    alone = contents.nothing_after(draft, mention.last)
    content = contents.quotation_before(draft, subject.first, across=alone)
    if content is None and mention.first - draft.index.last_token(subject.phrases[-1]) <= MAX_ADVERBS:
        content = contents.clause_before(draft, subject.first, mention.last)
    if content is None:
        if mention.verb.weak and not contents.reports(draft, mention):
            return False
        if mention.verb.silent and mention.last - mention.first == 1 and mention.last not in draft.index.begin:
            return False
        if draft.frames and not _cut(draft, subject.first):
            return True
        content = contents.after_verb(draft, mention)
        if not (content.quoted or content.marked) and contents.is_occasion(draft, mention.last):
            return False
    draft.add_all(subject.phrases, mention, content)
    if content.quoted and content.last <= mention.first and "và" in draft.norms[mention.first : mention.last]:
        draft.add_all(subject.phrases, mention, contents.after_verb(draft, mention))  # "..., ông X nói và cho biết ..."
    return True


def _front(draft: FrameDraft, fronted: VerbMention, subject: Subject) -> None:
    """ "Cho rằng ..., ông X tin tưởng ...": what stands before the subject is said by him too."""
    if fronted.verb.act == SpeechAct.ASKING or words("speech", "topics").at(draft.norms, fronted.last):
        return  # others asked it, or it tells only on what occasion he speaks
    end = subject.first
    while end > fronted.last and draft.norms[end - 1] == ",":
        end -= 1
    draft.add_all(subject.phrases[:1], fronted, Content(fronted.last, end))


def _cut(draft: FrameDraft, first: int) -> bool:
    """Whether a new subject with its verb speaks for itself: it ends the frame before only after ";" or "còn"."""
    previous = draft.frames[-1]
    start = draft.reading.starts[first]
    if previous.content.end <= start or previous.quoted:
        return previous.content.end <= start
    if previous.content.start > start:
        return True
    if draft.norms[first - 1] in {";", "còn"}:
        previous.content = Span(previous.content.start, draft.reading.ends[first - 2])
        return True
    return False
