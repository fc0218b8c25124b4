"""Quotations that no known verb reports: "...", ông X ví von; Chị Y bức xúc: "..."; one that goes on another."""

from functools import cache

from camket.graph.extraction.speech.audience import OPENERS
from camket.graph.extraction.speech.contents import quotation_at, quotation_before
from camket.graph.extraction.speech.frame_draft import Content, FrameDraft
from camket.graph.extraction.speech.speakers import heads, quoting, speaker_of
from camket.graph.extraction.text.cues import WordTable, lexicon, words
from camket.graph.extraction.text.subjects import Subject
from camket.graph.extraction.text.verbs import Verb, VerbMention, verbs_in
from camket.graph.facts import EntityKind, SpeechAct

MAX_CUE = 4
"""Tokens of a manner of speaking that is no known verb ("thẳng thắn", "bức xúc")."""
MAX_MANNER = 16
"""Tokens between a speaker and a quotation's colon that tell in many words how he speaks."""
MAX_CALLED = 14
"""Tokens of what somebody calls by words between quotation marks, his verb included."""
MAX_OUTLET = 10
"""Tokens that name those who pass on somebody else's words, at most."""

_SPEAKERS = {EntityKind.PERSON, EntityKind.BODY, EntityKind.POST}
_DASHES = {"-", "–", "—"}
_JOINTS = {",", "-", "–", "—", ":", "."}
_PLAIN = Verb(SpeechAct.ASSERTING)


def add_quoted(draft: FrameDraft) -> None:
    """Adds the frames of the sentence's quotations that have none yet, and of one that ends right before it."""
    before = range(max(0, draft.first - MAX_CUE), draft.first)
    if draft.end_from < draft.first and not any(token in draft.quoted for token in before):
        return
    _with_speaker_after(draft)
    _with_speaker_before(draft)
    _with_speaker_inside(draft)
    _called(draft)
    _told_of(draft)
    _resumed(draft)
    _continued(draft)


def _with_speaker_after(draft: FrameDraft) -> None:
    for token in range(draft.first, draft.last):
        phrase = draft.index.begin.get(token)
        if phrase is None or phrase.kind not in _SPEAKERS or token in draft.quoted:
            continue
        passing = quoting().ending(draft.norms, token - 1) if token > draft.first else 0
        content = quotation_before(draft, _outlet(draft, token - passing) if passing else token)
        if content is None or content.first > draft.first + 1 or draft.covered(content.first):
            continue
        cue = _cue(draft, draft.index.last_token(phrase) + 1)
        cue = cue or (VerbMention(token - passing, token, _PLAIN) if passing else None)
        if cue is not None:
            draft.add_all([phrase], cue, content)


def _outlet(draft: FrameDraft, verb: int) -> int:
    """Where those are named who pass on a quotation before them ("...", Reuters dẫn lời ông X); else `verb`."""
    for token in range(verb - 1, max(draft.first, verb - MAX_OUTLET) - 1, -1):
        if draft.norms[token] in _JOINTS or token in draft.quoted:
            return token + 1
    return verb


def _cue(draft: FrameDraft, first: int) -> VerbMention | None:
    """The verb after a speaker: a known one of the clause, else the words right after him."""
    if first < draft.last and quoting().at(draft.norms, first):
        return None  # somebody else's words, which he passes on
    found = [m for m in verbs_in(draft.norms, first, draft.last) if m.first not in draft.quoted]
    if found:
        return found[0]
    last = first
    while last < min(first + MAX_CUE // 2, draft.last) and draft.norms[last].isalpha():
        last += 1
    return VerbMention(first, last, _PLAIN) if last > first else None


def _with_speaker_before(draft: FrameDraft) -> None:
    for colon in range(draft.first + 1, draft.last - 1):
        content = quotation_at(draft, colon + 1) if draft.norms[colon] == ":" else None
        if content is None or colon in draft.quoted or draft.covered(content.first):
            continue
        found: tuple[Subject, VerbMention] | None = None
        for first in range(colon - 1, max(draft.first, colon - MAX_CUE - 1), -1):
            if not draft.norms[first].isalpha() or recited().at(draft.norms, first):
                break
            cue = VerbMention(first, colon, _PLAIN)
            subject = speaker_of(draft, cue, known=False)
            found = (subject, cue) if subject is not None else found
        found = found or _in_a_manner(draft, colon)
        if found is not None:
            draft.add_all(found[0].phrases, found[1], content)


def _in_a_manner(draft: FrameDraft, colon: int) -> tuple[Subject, VerbMention] | None:
    """ "Ông X hết lời ngợi khen Y:", "Bà Z đưa ra lời khai mới:": the first head of the clause, and how he speaks."""
    found = heads(draft, colon)
    if not found or found[-1].phrases[0].kind != EntityKind.PERSON:
        return None
    first = draft.index.last_token(found[-1].phrases[-1]) + 1
    gap = range(first, colon)
    manner = next((t for t in gap if words("speech", "manners").at(draft.norms, t)), None)
    if manner is None or len(gap) > MAX_MANNER or any(other.first < manner for other in found[:-1]):
        return None
    heard = not {"bị", "được", "nghe"}.isdisjoint(draft.norms[first:colon])
    if heard or any(recited().at(draft.norms, t) or not draft.norms[t].isalpha() for t in gap):
        return None
    return found[-1], VerbMention(manner, colon, _PLAIN)


def _with_speaker_inside(draft: FrameDraft) -> None:
    """ "A - ông X nói - B" between one pair of marks."""
    for token in range(draft.first + 1, draft.last):
        phrase = draft.index.begin.get(token) if token in draft.quoted else None
        if phrase is None or phrase.kind not in _SPEAKERS or draft.norms[token - 1] not in _DASHES:
            continue
        after = draft.index.last_token(phrase) + 1
        found = verbs_in(draft.norms, after, min(after + MAX_CUE, draft.last))
        closed = found and draft.norms[found[0].last : found[0].last + 1] in (["-"], ["–"], ["—"], [","])
        if closed and not draft.covered(token):
            draft.add_all([phrase], found[0], Content(*draft.quoted[token], quoted=True))


def _called(draft: FrameDraft) -> None:
    """ "Ông X gọi đây là '...'", "Bà Y ví ngôi trường như '...'": what is between the marks is his or her word."""
    for mark in range(draft.first + 2, draft.last - 1):
        content = quotation_at(draft, mark) if calling("links").at(draft.norms, mark - 1) else None
        if content is None or mark in draft.quoted or draft.covered(content.first):
            continue
        for verb in range(mark - 2, max(draft.first, mark - MAX_CALLED), -1):
            found = calling("verbs").at(draft.norms, verb)
            if not draft.norms[verb].isalpha():
                break
            cue = VerbMention(verb, verb + found[0], _PLAIN) if found else None
            subject = speaker_of(draft, cue, known=False) if cue else None
            if cue and subject:
                draft.add_all(subject.phrases, cue, content)
                break


def _told_of(draft: FrameDraft) -> None:
    """ "...", đó là khẳng định của ông X; the same in a sentence of its own after the quotation."""
    for token in range(draft.first, draft.last):
        found = sayings().at(draft.norms, token) if token not in draft.quoted else None
        if not found:
            continue
        begin = token + found[0]
        begin += draft.norms[begin : begin + 1] == ["của"]
        phrase = draft.index.begin.get(begin)
        content = quotation_before(draft, token, across=token == draft.first)
        known = draft.earlier is not None and token == draft.first
        if phrase and phrase.kind in _SPEAKERS and content and not known and not draft.covered(content.first):
            draft.add_all([phrase], VerbMention(token, token + found[0], _PLAIN), content)


def _resumed(draft: FrameDraft) -> None:
    """ "A", ông X nói, "B": the second quotation is his too."""
    for frame in [f for f in draft.frames if f.quoted and f.content.end <= f.cue.start]:
        token = draft.reading.token_at(frame.cue.end)
        while token < draft.last and draft.norms[token] in _JOINTS:
            token += 1
        content = quotation_at(draft, token)
        if content is not None and not draft.covered(content.first):
            cue = VerbMention(draft.reading.token_at(frame.cue.start), draft.reading.token_at(frame.cue.end), _PLAIN)
            draft.add(frame.speaker, frame.subject, cue, content)


def _continued(draft: FrameDraft) -> None:
    """A sentence that is all quotation, right after one whose speaker is known: he goes on."""
    earlier = draft.earlier
    if earlier is None or draft.frames or draft.norms[draft.first] not in OPENERS:
        return
    content = quotation_at(draft, draft.first)
    if content is None or not _stands_alone(draft, content):
        return
    cue = VerbMention(draft.reading.token_at(earlier.cue.start), draft.reading.token_at(earlier.cue.end), _PLAIN)
    draft.add(earlier.speaker, earlier.subject, cue, content)


def _stands_alone(draft: FrameDraft, content: Content) -> bool:
    """Whether nothing but a final mark follows the quotation in its sentence: no other speaker is named for it."""
    closing = content.last
    after = closing + 1
    while after < len(draft.norms) and draft.norms[after] in {".", "!", "?", "…"}:
        after += 1
    if after >= len(draft.norms):
        return True
    starts = draft.reading.sentences[draft.reading.sentence_of(draft.reading.starts[after])].start
    return starts == draft.reading.starts[after] and draft.norms[after] not in _JOINTS


@cache
def sayings() -> WordTable[bool]:
    """The words that tell whose words a quotation was."""
    data = lexicon("speech")["sayings"]
    return WordTable((f"{opening} {noun}", True) for opening in data["openings"] for noun in data["nouns"])


@cache
def calling(part: str) -> WordTable[bool]:
    """The verbs of calling something by quoted words, or what stands before those words."""
    return words("speech", "calling", part)


@cache
def recited() -> WordTable[bool]:
    """The words before a colon that make what is quoted a text or a title, and nobody's own words."""
    return words("speech", "recited")
