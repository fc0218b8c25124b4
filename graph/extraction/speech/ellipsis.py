"""Reporting verbs without a subject of their own: a further verb of the same speaker, in the sentence or the next."""

from functools import cache

from camket.graph.extraction.reading import SpeechFrame
from camket.graph.extraction.speech.contents import after_verb, reports
from camket.graph.extraction.speech.frame_draft import FrameDraft
from camket.graph.extraction.speech.regions import opening
from camket.graph.extraction.speech.speakers import heads
from camket.graph.extraction.text.cue_words import connectives
from camket.graph.extraction.text.cues import WordTable, words
from camket.graph.extraction.text.subjects import Subject, adverbs
from camket.graph.extraction.text.verbs import VerbMention, verbs
from camket.graph.facts import EntityKind, Span, SpeechAct

MAX_WRITTEN = 25
"""Tokens within which a verb must follow the one who writes ("X đã gửi công văn đến Y đề nghị")."""

MAX_PURPOSE = 12
"""Tokens within which "để" makes a joined verb part of a purpose."""

_LINKS = {"và", "còn", ",", ";", "mà"}
_TO_OTHERS = {SpeechAct.DIRECTING, SpeechAct.PROPOSING, SpeechAct.HOPING}


def add_elided(draft: FrameDraft, mention: VerbMention, waiting: Subject | None) -> None:
    """Adds the frame of a verb whose subject was named before: "..., đồng thời yêu cầu ...", "gửi công văn đề nghị".

    waiting: the subject of a weak verb before it that reported nothing yet ("trao đổi với báo X khẳng định").
    """
    noun = words("speech", "no_verb_after").ending(draft.norms, mention.first - 1)
    noun = 0 if writings().ending(draft.norms, mention.first - 1) else noun
    told = not mention.verb.weak and (not mention.verb.silent or _orders_next(draft, mention))
    if not (told or (mention.verb.weak and _goes_on(draft, mention))) or noun or _lists(draft, mention):
        return
    start, joined = _link(draft, mention.first)
    if joined and _is_purpose(draft, start):
        return
    previous = draft.frames[-1] if draft.frames else None
    comma = not {",", ";", "mà"}.isdisjoint(draft.norms[start : mention.first])
    ordering = mention.verb.act == SpeechAct.DIRECTING and ";" in draft.norms[start : mention.first]
    apart = comma and (ordering or previous is None or previous.act == SpeechAct.PRAISING)
    if previous is not None:
        together = [f for f in draft.frames if f.content == previous.content and f.cue == previous.cue]
        if (joined or apart) and _split(draft, previous, mention, start, joined):
            for frame in together:
                draft.add(frame.speaker, frame.subject, mention, after_verb(draft, mention))
        return
    subject = waiting or (_main(draft, start, mention, joined) if joined or apart else None) or _writer(draft, mention)
    if subject is not None:
        draft.add_all(subject.phrases, mention, after_verb(draft, mention))


def _goes_on(draft: FrameDraft, mention: VerbMention) -> bool:
    """Whether a weak verb goes on what was said ("đồng thời lưu ý ...", "... và chỉ đạo nhà trường ...")."""
    meanwhile = draft.norms[mention.first - 2 : mention.first] == ["đồng", "thời"]
    if mention.verb.clause and meanwhile:
        return bool(draft.frames) and draft.frames[-1].act != SpeechAct.DIRECTING
    if mention.verb.act != SpeechAct.DIRECTING or mention.last >= draft.last:
        return False
    if meanwhile or draft.norms[mention.first - 1] == ";":  # groups are more often told by the one who was told first
        told = draft.index.begin.get(mention.last)
        return told is not None and told.kind != EntityKind.GROUP
    if draft.norms[mention.first - 1] != "và":
        return False
    return reports(draft, mention) or bool(words("speech", "own_body", "units").at(draft.norms, mention.last))


def _orders_next(draft: FrameDraft, mention: VerbMention) -> bool:
    """Whether what somebody asked ends before a verb that tells a further order as a deed ("...; giao Sở B ...")."""
    return bool(draft.frames) and draft.norms[mention.first - 1] == ";" and mention.last in draft.index.begin


def _is_purpose(draft: FrameDraft, end: int) -> bool:
    """Whether what is joined is part of what something is done for ("để người dân xem và đánh giá ...")."""
    for token in range(end - 1, max(draft.first, end - MAX_PURPOSE) - 1, -1):
        if draft.norms[token] in {"để", "nhằm"}:
            return True
        if not draft.norms[token].isalpha() or verbs().at(draft.norms, token):
            return False
    return False


def _lists(draft: FrameDraft, mention: VerbMention) -> bool:
    """Whether a comma follows a verb of asking: it is one noun of a list ("mục đích, yêu cầu, quan điểm")."""
    return mention.verb.act == SpeechAct.DIRECTING and draft.norms[mention.last : mention.last + 1] == [","]


def add_carried(draft: FrameDraft, mention: VerbMention) -> None:
    """Adds the frame of a verb that opens its sentence: "Đồng thời đề nghị ..." is said by the speaker before."""
    earlier = draft.earlier
    if earlier is None or draft.frames or mention.verb.weak or mention.verb.silent:
        return
    linked = opening(draft.reading, draft.first, draft.last) > draft.first
    if linked or earlier.act == mention.verb.act == SpeechAct.DIRECTING:
        draft.add(earlier.speaker, earlier.subject, mention, after_verb(draft, mention))


def add_written(draft: FrameDraft, mention: VerbMention) -> bool:
    """Adds the frame of "Công văn nêu rõ", "Thông báo này cho biết": whoever spoke before wrote it; whether it did."""
    token = opening(draft.reading, draft.first, draft.last)
    found = words("speech", "papers").at(draft.norms, token)
    if draft.earlier is None or not found:
        return False
    token += found[0]
    token += draft.norms[token : token + 1] in (["này"], ["trên"])
    while token < mention.first and (adverb := adverbs().at(draft.norms, token)):
        token += adverb[0]
    if token != mention.first or (mention.verb.weak and not reports(draft, mention)):
        return False
    draft.add(draft.earlier.speaker, draft.earlier.subject, mention, after_verb(draft, mention))
    return True


def _link(draft: FrameDraft, verb: int) -> tuple[int, bool]:
    """Where the words begin that link a verb to what stands before it, and whether one of them joins the two."""
    start, joined = verb, False
    while start > draft.first:
        word = draft.norms[start - 1]
        length = 1 if word in _LINKS else adverbs().ending(draft.norms, start - 1)
        joint = connectives().ending(draft.norms, start - 1)
        alone = draft.norms[start - 2 : start] == ["đồng", "thời"] or start - joint <= draft.first
        joint = joint if alone or draft.norms[start - joint - 1] in _LINKS else 0
        joined = joined or word == "và" or joint > 0
        if not (length or joint):
            break
        start -= max(length, joint)
    return max(start, draft.first), joined


def _split(draft: FrameDraft, previous: SpeechFrame, mention: VerbMention, start: int, joined: bool) -> bool:
    """Ends the frame before where the new verb's words begin; whether the verb is one of its speaker."""
    apart = draft.norms[start] == ";" and reports(draft, mention)
    if previous.act == mention.verb.act == SpeechAct.DIRECTING and not (joined or apart):
        return False
    end = draft.reading.ends[start - 1] if start else 0
    said = previous.quoted and previous.content.end <= draft.reading.starts[mention.first]
    if not said and previous.content.start < end:
        for frame in draft.frames:
            if frame.content == previous.content and frame is not previous:
                frame.content = Span(frame.content.start, end)
        previous.content = Span(previous.content.start, end)
    return True


def _main(draft: FrameDraft, before: int, mention: VerbMention, joined: bool) -> Subject | None:
    """The subject of the sentence, if only one is named; a body only where its own verb is joined to it, or it asks."""
    found = heads(draft, before)
    subject = found[0] if len(found) == 1 else None
    if subject is not None and draft.norms[draft.index.last_token(subject.phrases[-1]) + 1] in {"bị", "được"}:
        return None  # others do it to him
    if subject is None or subject.phrases[0].kind == EntityKind.PERSON:
        return subject
    return subject if joined or mention.verb.act in _TO_OTHERS else None


def _writer(draft: FrameDraft, mention: VerbMention) -> Subject | None:
    """Whoever "vừa có công văn", "gửi thư đến Y": what follows is in the writing."""
    for subject in heads(draft, mention.first):
        first = draft.index.last_token(subject.phrases[-1]) + 1
        gap = range(first, mention.first)
        if len(gap) > MAX_WRITTEN or not {"bị", "được"}.isdisjoint(draft.norms[first : mention.first]):
            return None
        if "khi" in draft.norms[first : mention.first - 1]:
            return None  # what somebody else did
        if any(writings().at(draft.norms, token) for token in gap):
            return subject
    return None


@cache
def writings() -> WordTable[bool]:
    """The words for what somebody writes or gives out."""
    return words("speech", "writings")
