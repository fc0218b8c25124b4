"""What is said: where the content of a reporting verb begins and ends, after the verb or before the speaker."""

from functools import cache

from camket.graph.extraction.speech.frame_draft import Content, FrameDraft
from camket.graph.extraction.text.cue_words import (
    begins_action,
    connectives,
    given,
    prepositions,
    subordinators,
)
from camket.graph.extraction.text.cues import WordTable, words
from camket.graph.extraction.text.group_words import group_length
from camket.graph.extraction.text.verbs import VerbMention, verbs
from camket.graph.facts import SpeechAct

MAX_AUDIENCE = 14
"""Tokens within which "với X" must reach its "rằng", its comma or its colon."""
MAX_CLAUSE = 20
"""Tokens within which a clause shows by its predicate that it is one."""
MIN_BEFORE = 5
"""Tokens from which on what stands before "ông X cho biết" is taken for what he says."""

OPENERS = {"“", '"', "«"}
_CLOSERS = {"”", '"', "»"}
_MARKERS = {",", ":", "rằng", "“", '"', "«", "—", "–"}
_DASHES = {",", "-", "–", "—"}
_DIRECTING = {SpeechAct.DIRECTING, SpeechAct.PROPOSING}


def after_verb(draft: FrameDraft, mention: VerbMention) -> Content:
    """The content that begins after a verb and those it is said to, to the end of its sentence or quotation."""
    norms, token = draft.norms, _past_audience(draft, mention)
    begin = token
    while token < draft.last:
        if norms[token] in {",", ":", "rằng", "là", "thêm"}:
            token += 1
        elif norms[token : token + 2] == ["như", "sau"]:
            token += 2
        else:
            break
    quotation = quotation_at(draft, token)
    if quotation is not None:
        return quotation
    token += token < draft.last and norms[token] in OPENERS and token + 1 not in draft.quoted  # it is never closed
    end = draft.end if token <= draft.end_from else draft.last
    marked = not {",", ":", "rằng"}.isdisjoint(norms[begin:token])
    return Content(token, end, marked=marked)


def quotation_at(draft: FrameDraft, mark: int) -> Content | None:
    """The quotation whose opening mark is the token `mark`."""
    if mark < len(draft.norms) and draft.norms[mark] in OPENERS and mark + 1 in draft.quoted:
        first, last = draft.quoted[mark + 1]
        return Content(first, last, True) if first == mark + 1 else None
    return None


def quotation_before(draft: FrameDraft, first: int, *, across: bool = False) -> Content | None:
    """The quotation that ends right before a speaker: "...", ông X; "..." - ông X; if `across`, "...?" Ông X nói."""
    norms, token = draft.norms, first - 1
    while token > 0 and norms[token] in _DASHES:
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
    told = _is_occasion(draft, verb) and _has_predicate(draft, draft.first, last)
    if not (told or nothing_after(draft, verb)) or last - draft.first < MIN_BEFORE or draft.norms[last] not in _DASHES:
        return None
    adverbial = any(t.at(draft.norms, draft.first) for t in (prepositions(), given(), subordinators(), verbs()))
    if draft.frames or last - 1 in draft.quoted or (adverbial and "," not in draft.norms[draft.first : last]):
        return None
    return Content(draft.first, last)


def _has_predicate(draft: FrameDraft, first: int, last: int) -> bool:
    return any(words("speech", "predicates").at(draft.norms, token) for token in range(first, last))


def _is_occasion(draft: FrameDraft, verb: int) -> bool:
    """Whether only the occasion follows a verb ("... cho biết tại cuộc họp báo chiều 21/10")."""
    if verb >= draft.last or not words("speech", "audience").at(draft.norms, verb):
        return False
    if draft.last - verb > MAX_CLAUSE:
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
    if after in draft.index.begin or group_length(draft.norms, after):
        return directing or mention.verb.clause
    if directing:
        return False
    if draft.norms[after] == ",":
        return not begins_action(draft.norms, after + 1, draft.last)
    if draft.norms[after] in _MARKERS or colon_after(draft, after):
        return True
    return mention.verb.clause and _is_clause(draft, after)


def _is_clause(draft: FrameDraft, first: int) -> bool:
    """Whether a predicate follows ("... sẽ ...", "... đã ...") before the first comma."""
    for token in range(first, min(first + MAX_CLAUSE, draft.last)):
        if draft.norms[token] in {",", ";"}:
            return False
        if words("speech", "predicates").at(draft.norms, token):
            return True
    return False


def colon_after(draft: FrameDraft, first: int) -> int:
    """The token after a colon that a quotation follows, past whom or where it is said; 0 where there is none."""
    for token in range(first, min(first + MAX_AUDIENCE, draft.last - 1)):
        if draft.norms[token] in {",", ";"} | OPENERS:
            return 0
        if draft.norms[token] == ":":
            return token + 1 if draft.norms[token + 1] in OPENERS else 0
    return 0


def _past_audience(draft: FrameDraft, mention: VerbMention) -> int:
    """Past whom, where and how it is said ("với phóng viên rằng", "trên Facebook:", "tại cuộc họp,")."""
    norms, first = draft.norms, mention.last
    colon = colon_after(draft, first) if mention.verb.weak else 0
    if colon or first >= draft.last or not words("speech", "audience").at(norms, first):
        return colon or first
    for token in range(first + 1, min(draft.last - 1, first + MAX_AUDIENCE)):
        if norms[token] in {"rằng", ":"}:
            return token + 1
        if norms[token] in OPENERS:
            return token
        if norms[token] == ",":
            if norms[first] == "với" and not _listens(draft, first + 1):
                return first
            goes_on = norms[token + 1] == "và" or any(t.at(norms, token + 1) for t in (connectives(), verbs()))
            return first if goes_on or draft.last - token < MIN_BEFORE else token + 1
    return _past_addressed(draft, first) if mention.verb.act == SpeechAct.COMMITTING else first


def _listens(draft: FrameDraft, token: int) -> bool:
    """Whether somebody is named at the token who may be told something."""
    listeners = words("speech", "listeners").at(draft.norms, token)
    return token in draft.index.begin or bool(listeners) or group_length(draft.norms, token) > 0


def _past_addressed(draft: FrameDraft, first: int) -> int:
    """Past those something is promised to: "hứa với bà con đơn vị sẽ ..."."""
    phrase = draft.index.begin.get(first + 1)
    return draft.index.last_token(phrase) + 1 if phrase and draft.norms[first] == "với" else first


@cache
def tails() -> WordTable[bool]:
    """What may follow a verb at the end of a sentence without being what is said."""
    return words("speech", "tails")
