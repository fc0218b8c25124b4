"""What is said: where the content of a reporting verb begins and ends, after the verb or before the speaker."""

from functools import cache

from camket.graph.extraction.speech.audience import MIN_SAID, OPENERS, colon_after, past_audience
from camket.graph.extraction.speech.frame_draft import Content, FrameDraft
from camket.graph.extraction.text.cue_words import (
    begins_action,
    given,
    prepositions,
    subordinators,
)
from camket.graph.extraction.text.cues import WordTable, words
from camket.graph.extraction.text.group_words import group_length
from camket.graph.extraction.text.verbs import VerbMention, verbs
from camket.graph.facts import SpeechAct

MAX_CLAUSE = 20
"""Tokens within which a clause shows by its predicate that it is one."""
MAX_PLACE = 8
"""Tokens that tell where somebody answers, before a colon."""
_CLOSERS = {"”", '"', "»"}
_LEADS = {",", ":", "rằng", "là", "thêm"}
_MARKERS = {",", ":", "rằng", "“", '"', "«", "—", "–"}
_ENDS = {".", "!", "?", "…"}
_DASHES = {",", "-", "–", "—"}
_NO_CLAUSE = {"sự", "việc", "tính", "nỗi", "và"}  # a predicate after these is a noun, or another deed
_DIRECTING = {SpeechAct.DIRECTING, SpeechAct.PROPOSING}


def after_verb(draft: FrameDraft, mention: VerbMention) -> Content:
    """The content that begins after a verb and those it is said to, to the end of its sentence or quotation."""
    norms, token = draft.norms, past_audience(draft, mention)
    begin = token
    while token < draft.last:
        if norms[token] in _LEADS and draft.reading.words[token] == norms[token]:
            token += 1
        elif norms[token : token + 2] == ["như", "sau"]:
            token += 2
        else:
            break
    quotation = quotation_at(draft, token)
    if quotation is not None:
        return quotation
    unclosed = token < draft.last and norms[token] in OPENERS and token + 1 not in draft.quoted
    token += unclosed and _CLOSERS.isdisjoint(norms[token + 1 : token + MIN_SAID])
    end = draft.end if token <= draft.end_from else draft.last
    marked = not {",", ":", "rằng"}.isdisjoint(norms[begin:token])
    return Content(token, end, marked=marked)


def quotation_at(draft: FrameDraft, mark: int) -> Content | None:
    """The quotation whose opening mark is the token `mark`."""
    while mark + 1 < len(draft.norms) and draft.norms[mark] == draft.norms[mark + 1] == '"':
        mark += 1  # typists double it
    if mark < len(draft.norms) and draft.norms[mark] in OPENERS and mark + 1 in draft.quoted:
        first, last = draft.quoted[mark + 1]
        return Content(first, last, True) if first == mark + 1 else None
    return None


def quotation_before(draft: FrameDraft, first: int, *, across: bool = False) -> Content | None:
    """The quotation that ends right before a speaker: "...", ông X; "..." - ông X; if `across`, "...?" Ông X nói."""
    norms, token = draft.norms, first - 1
    between = _DASHES | _ENDS if across else _DASHES
    while token > 0 and norms[token] in between:
        token -= 1
    if token <= 0 or norms[token] not in _CLOSERS:
        return None
    if token < draft.first and not across and norms[draft.first] not in _DASHES:
        return None  # it ends the sentence before, and is somebody else's
    inner = token - 1
    while inner > 0 and inner not in draft.quoted and norms[inner] in {",", "."}:
        inner -= 1
    found = draft.quoted.get(inner)
    if not found or (not across and not _opens(draft, found[0])):
        return None  # words of the article's that hold a quotation
    return Content(*found, quoted=True)


def _opens(draft: FrameDraft, first: int) -> bool:
    """Whether a quotation begins its sentence, or stands after a colon."""
    return first <= draft.first + 1 or draft.norms[first - 2] == ":"


def clause_before(draft: FrameDraft, subject: int, verb: int) -> Content | None:
    """What stands before "..., ông X cho biết." where nothing follows the verb: the whole sentence up to it."""
    last = subject - 1
    told = is_occasion(draft, verb) and _has_predicate(draft, draft.first, last)
    if not (told or nothing_after(draft, verb)) or last - draft.first < MIN_SAID or draft.norms[last] not in _DASHES:
        return None
    adverbial = any(t.at(draft.norms, draft.first) for t in (prepositions(), given(), subordinators(), verbs()))
    if draft.frames or last - 1 in draft.quoted or (adverbial and "," not in draft.norms[draft.first : last]):
        return None
    return Content(draft.first, last)


def _has_predicate(draft: FrameDraft, first: int, last: int) -> bool:
    return any(words("speech", "predicates").at(draft.norms, token) for token in range(first, last))


def is_occasion(draft: FrameDraft, verb: int) -> bool:
    """Whether only the occasion follows a verb ("... cho biết tại cuộc họp báo chiều 21/10")."""
    keys = ("words", "occasions")
    if verb >= draft.last or not any(words("speech", "audience", key).at(draft.norms, verb) for key in keys):
        return False
    if draft.last - verb > MAX_CLAUSE or draft.norms[verb + 1 : verb + 2] in (["kia"], ["đây"], ["đó"]):
        return False
    apart = {",", ":", "rằng"}.isdisjoint(draft.norms[verb : draft.last])
    return apart and not _has_predicate(draft, verb, draft.last)


def nothing_after(draft: FrameDraft, verb: int) -> bool:
    """Whether a verb that ends at a token ends its sentence, but for words like "như vậy"."""
    tail = verb
    while tail < draft.last and (not draft.norms[tail][:1].isalnum() or tails().at(draft.norms, tail)):
        found = tails().at(draft.norms, tail)
        tail += found[0] if found else 1
    return tail >= draft.last


def reports(draft: FrameDraft, mention: VerbMention) -> bool:
    """Whether a weak verb reports speech here: by a mark, a quotation, or a clause that tells something."""
    after = mention.last
    if after >= draft.last:
        return False
    directing = mention.verb.act in _DIRECTING
    answered = words("speech", "answering").ending(draft.norms, after - 1)  # "trả lời đại biểu X về ..."
    if answered and words("speech", "audience").at(draft.norms, after) and _colon_near(draft, after):
        return True
    if after in draft.index.begin or group_length(draft.norms, after):
        return directing or (mention.verb.clause and not answered)
    if directing:
        return draft.norms[after] in {":", "rằng"}
    if draft.norms[after] == ",":
        return not begins_action(draft.norms, after + 1, draft.last)
    if draft.norms[after] in _MARKERS or colon_after(draft, after):
        return True
    return mention.verb.clause and is_clause(draft, after)


def _colon_near(draft: FrameDraft, first: int) -> bool:
    """Whether a colon follows with nothing but words before it ("ngay tại chỗ:")."""
    for token in range(first, min(first + MAX_PLACE, draft.last)):
        if not draft.norms[token][:1].isalnum():
            return draft.norms[token] == ":"
    return False


def is_clause(draft: FrameDraft, first: int) -> bool:
    """Whether a predicate follows ("... sẽ ...", "... đã ...") before the first comma."""
    for token in range(first, min(first + MAX_CLAUSE, draft.last)):
        if draft.norms[token] in {",", ";"}:
            return False
        if words("speech", "predicates").at(draft.norms, token) and draft.norms[token - 1] not in _NO_CLAUSE:
            return True
    return False


@cache
def tails() -> WordTable[bool]:
    """What may follow a verb at the end of a sentence without being what is said."""
    return words("speech", "tails")
