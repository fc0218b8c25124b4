"""Who speaks: the subject of a reporting verb, right before it or at the head of its clause."""

from functools import cache

from camket.graph.extraction.reading import Phrase
from camket.graph.extraction.speech.audience import OPENERS, colon_after
from camket.graph.extraction.speech.frame_draft import FrameDraft
from camket.graph.extraction.text.cue_words import begins_action, connectives, given, links, prepositions, subordinators
from camket.graph.extraction.text.cues import WordTable, words
from camket.graph.extraction.text.subjects import Subject
from camket.graph.extraction.text.verbs import VerbMention, verbs, verbs_in
from camket.graph.facts import EntityKind

MAX_CLAUSE = 120
"""Tokens within which a verb must follow the head of its clause."""
MAX_APPOSITION = 40
"""Tokens an apposition has at most."""
MAX_RELATIVE = 20
"""Tokens within which "nói rằng" must follow its subject where other words stand between."""
MAX_TITLE = 6
"""Tokens of a title before a name that are no part of its phrase ("nhà nghiên cứu bảo mật X")."""

_MARKS = {",", "-", "–", "—", "("}
_ENDS = {";", ":", "\n"} | OPENERS
_GOING_ON = {"của", "theo", "về", "cho", "tại"}  # a post's own words after it: "Trưởng nhóm tư vấn theo ..."
_PARTS = {EntityKind.POST, EntityKind.BODY, EntityKind.PLACE}
_ACTORS = {EntityKind.PERSON, EntityKind.BODY, EntityKind.POST}


def speaker_of(draft: FrameDraft, mention: VerbMention, *, known: bool = True) -> Subject | None:
    """The subject of a verb: right before it, else named at the head of the clause and described up to the verb.

    known: it is a reporting verb, and no other words that may stand for one.
    """
    if quoting().ending(draft.norms, mention.first - 1):
        return _passed_on(draft, mention)
    near = draft.index.before(mention.first, draft.first)
    if near and draft.norms[near.first - 1] in {"được", "bị"} and near.first > draft.first:
        return None
    noun = words("speech", "no_verb_after").ending(draft.norms, mention.first - 1)
    if near is None and noun and not (mention.verb.weak and colon_after(draft, mention.last)):
        return None
    if near is None:
        return _described(draft, mention.first) or (_relative(draft, mention) if known else None)
    apart = draft.norms[near.first - 1] in {",", ";", "("} and near.first in draft.index.begin
    part = near.phrases[0].kind in _PARTS or near.phrases[0].span == near.phrases[0].name  # "Trường Phạm Văn Đồng"
    if part and near.first > draft.first:
        described = _described(draft, near.first)
        if apart and described and draft.index.last_token(described.phrases[-1]) + 2 != near.first:
            return near
        return described if described and described.phrases[0].kind == EntityKind.PERSON else near
    return near


def _passed_on(draft: FrameDraft, mention: VerbMention) -> Subject | None:
    """ "Ông A được đài B dẫn lời nói": A, whose words are passed on."""
    for subject in heads(draft, mention.first):
        if draft.norms[draft.index.last_token(subject.phrases[-1]) + 1] == "được":
            return subject
    return None


def heads(draft: FrameDraft, before: int) -> list[Subject]:
    """The people and bodies named before a token that may be the subject of its clause, the nearest first."""
    found: list[Subject] = []
    for token in range(before - 1, max(draft.first, before - MAX_CLAUSE) - 1, -1):
        if draft.norms[token] in {";"} or token in draft.quoted:
            break
        phrase = draft.index.begin.get(token)
        if phrase is None or phrase.kind not in _ACTORS:
            continue
        subject = draft.index.subject(phrase, draft.first)
        if subject is not None and _heads_clause(draft, subject):
            found.append(subject)
    return found


def past_titles(draft: FrameDraft, phrase: Phrase) -> int:
    """The token after a name, the apposition that describes it and the bodies and posts that go on with it.

    "Theo ông X, Trưởng khoa Y, Bệnh viện Z, ...": all up to the last comma. A list of bodies is the subject, though.
    """
    end = past_apposition(draft, phrase)
    described = end > draft.index.last_token(phrase) + 1 or "," in draft.reading.slice(phrase.span)
    while described and end + 1 < draft.last and draft.norms[end] == ",":
        added = draft.index.begin.get(end + 1)
        after = draft.index.last_token(added) + 1 if added and added.kind in _PARTS else draft.last
        if after + 1 >= draft.last or draft.norms[after] != ",":
            break
        following = draft.index.begin.get(after + 1)
        if following is not None and following.kind != EntityKind.POST:
            break
        end = after
    return end


def past_apposition(draft: FrameDraft, phrase: Phrase) -> int:
    """The token after a name and the apposition that describes it ("ông X, Giám đốc điều hành Y" before ",")."""
    end = draft.index.last_token(phrase) + 1
    begun = "," in draft.reading.slice(phrase.span) and draft.norms[end : end + 1] != [","]
    if end + 1 >= draft.last or not (begun or draft.norms[end] in _MARKS):
        return end
    if draft.norms[end] == "," and not _describes(draft, end + 1):
        return end
    depth = 0
    for token in range(end, min(end + MAX_APPOSITION, draft.last)):
        word = draft.norms[token]
        depth += (word == "(") - (word == ")")
        if token > end and not depth and (word in {",", ":", "thì"} or word in _ENDS):
            return token
    return end


def _describes(draft: FrameDraft, token: int) -> bool:
    """Whether an apposition begins at the token: a post, or a word for what somebody is."""
    phrase = draft.index.begin.get(token)
    if token in draft.reading.posts or (phrase and phrase.kind == EntityKind.POST):
        return True
    if phrase or not describing().at(draft.norms, token):
        return False
    for end in range(token, min(token + MAX_RELATIVE, draft.last)):
        if draft.norms[end] in {",", ":"}:
            return True
        if words("speech", "predicates").at(draft.norms, end):
            return False
    return False


def _described(draft: FrameDraft, before: int) -> Subject | None:
    """ "Ông A, một người dân ở B, cho biết": the head of the clause, where all that follows it describes it.

    A body that only a comma sets off describes whoever is named before it ("Anh C, ban đại diện lớp, cho biết").
    """
    body: Subject | None = None
    for subject in heads(draft, before):
        phrase = subject.phrases[-1]
        first = draft.index.last_token(phrase) + 1
        gap = draft.norms[first:before]
        if len(gap) > MAX_APPOSITION or _ENDS & set(gap) or verbs_in(draft.norms, first, before):
            break
        if "Theo" in draft.reading.words[first:before]:
            break  # a caption runs into the sentence
        if phrase.kind == EntityKind.POST or not gap:
            continue
        within = not _MARKS.isdisjoint(draft.reading.slice(phrase.span))
        apposed = within or gap[0] in _MARKS or dwelling().at(draft.norms, first)
        if gap == [","] or (within and gap[0] in _GOING_ON) or (apposed and not _acts(draft, first)):
            if phrase.kind == EntityKind.PERSON:
                return subject
            body = body or subject
    return body


def _acts(draft: FrameDraft, first: int) -> bool:
    """Whether what follows a name is something that happens, and no description of it."""
    norms, token = draft.norms, first
    if norms[first] == "(" and ")" in norms[first : first + MAX_APPOSITION]:
        token = first = norms.index(")", first) + 1
    while token < draft.last and norms[token] in _MARKS:
        token += 1
    if token >= draft.last or dwelling().at(norms, token) or norms[first] in {"-", "–", "—"}:
        return False
    if token != first and begins_action(norms, token, draft.last):
        return True
    if token != first and draft.reading.words[token][:1].isupper() and not _describes(draft, token):
        return True  # another name, which is the subject
    tables = (verbs(), connectives(), given(), prepositions(), subordinators(), words("speech", "predicates"))
    return norms[token] in {"và", "còn", "nhưng", "bị", "được"} or any(t.at(norms, token) for t in tables)


def _relative(draft: FrameDraft, mention: VerbMention) -> Subject | None:
    """ "Ông A từng sống ở B nói rằng": the head of the clause, where "rằng" or a quotation tells of speech."""
    quoted = colon_after(draft, mention.last)
    told = quoted or "rằng" in draft.norms[mention.last - 1 : mention.last + 1]
    found = heads(draft, mention.first) if told else []
    if not found:
        return None
    first = draft.index.last_token(found[0].phrases[-1]) + 1
    gap = range(first, mention.first)
    if (
        len(gap) > MAX_RELATIVE
        or verbs_in(draft.norms, first, mention.first)
        or "khi" in draft.norms[first : gap.stop - 1]
    ):
        return None
    others = any(t in draft.index.begin and draft.index.begin[t].kind != EntityKind.PLACE for t in gap)
    apart = {";"} if quoted else {",", ";"}
    return None if others or apart & set(draft.norms[first : mention.first]) else found[0]


def _heads_clause(draft: FrameDraft, subject: Subject) -> bool:
    """Whether nothing but adverbials, connectives and a title stand between a subject and the mark before it."""
    norms = draft.norms
    for token in range(subject.first - 1, max(draft.first, subject.first - MAX_TITLE) - 1, -1):
        if norms[token] == "," or token in draft.index.date_end or links().ending(norms, token):
            return True
        if connectives().ending(norms, token):
            return True
        if not norms[token].isalpha() or subordinators().ending(norms, token) or verbs().ending(norms, token):
            return False
    return subject.first - draft.first < MAX_TITLE and not begins_action(norms, draft.first, subject.first)


@cache
def quoting() -> WordTable[bool]:
    """The verbs of passing on what somebody else said."""
    return words("speech", "quoting")


@cache
def describing() -> WordTable[bool]:
    """The words that begin an apposition without a post: what somebody is."""
    return words("speech", "describing")


@cache
def dwelling() -> WordTable[bool]:
    """The words that tell where somebody lives or belongs, right after the name."""
    return words("speech", "dwelling")
