"""Who holds which post: claims in phrases and after verbs, completed where the context leaves no doubt."""

from collections.abc import Iterable

from camket.graph.extraction.entities.named_bodies import body_named, likeliest
from camket.graph.extraction.entities.person_phrases import Claim
from camket.graph.extraction.entities.place_names import abroad
from camket.graph.extraction.reading import Mark, Phrase, PostMark, Reading
from camket.graph.extraction.text.cues import lexicon
from camket.graph.extraction.text.lexicon import is_vietnamese, surnames
from camket.graph.extraction.text.tokenizer import fold
from camket.graph.facts import EntityKind, PostHolding, Span

_SKIPPED = {
    ",",
    "được",
    "bầu",
    "đã",
    "đang",
    "tiếp",
    "tục",
    "tái",
    "đắc",
    "cử",
    "trúng",
    "vừa",
    "chính",
    "thức",
    "sẽ",
    "cũng",
}
_TAKES = (
    ("giữ", "chức", "vụ"),
    ("giữ", "chức"),
    ("giữ", "cương", "vị"),
    ("đảm", "nhiệm", "chức", "vụ"),
    ("đảm", "nhiệm", "chức"),
    ("đảm", "nhận", "chức", "vụ"),
    ("đảm", "nhiệm"),
    ("nhậm", "chức"),
    ("giữ", "vai", "trò"),
    ("làm",),
    ("chức", "vụ"),
    ("chức",),
    ("hiện", "là"),
    ("nay", "là"),
    ("là",),
    ("tiếp", "nhận", "chức"),
    ("tái", "đắc", "cử"),
    ("đắc", "cử"),
    ("trúng", "cử"),
)
_ELECTED = _TAKES[-3:]  # these may stand before another verb, too ("trúng cử và giữ chức")
_PAST = {"từng", "nguyên"}
_LOOK_AHEAD = 8


def settle(reading: Reading, claims: Iterable[Claim]) -> None:
    """Turns claims into holdings, with those that verbs make of the people's phrases so far ("giữ chức", "làm")."""
    every = [*claims, *after_verbs(reading, reading.phrases)]
    record(reading, sorted(every, key=lambda c: (c.evidence.start, c.post.first)))


def record(reading: Reading, claims: list[Claim]) -> None:
    """Adds the holdings of `claims`, each distinct (member, role, body) once, at its fullest evidence."""
    for claim in claims:
        if claim.post.organization or claim.post.place:
            _add(reading, claim, claim.post.role, claim.post.organization)
    for claim in claims:
        if not (claim.post.organization or claim.post.place) and not _known(reading, claim):
            completed = _complete(reading, claim)
            if completed:
                _add(reading, claim, *completed)
    reading.holdings.sort(key=lambda h: h.evidence)


def _add(reading: Reading, claim: Claim, role: str, organization: str | None) -> None:
    role = role[0].upper() + role[1:]
    for number, held in enumerate(reading.holdings):
        if held.member != claim.person or fold(held.role) != fold(role) or held.organization != organization:
            continue
        if len(range(*claim.evidence)) > len(range(*held.evidence)):
            reading.holdings[number] = PostHolding(
                evidence=claim.evidence,
                member=held.member,
                role=held.role,
                organization=organization,
                former=held.former,
            )
        return
    reading.holdings.append(
        PostHolding(
            evidence=claim.evidence,
            member=claim.person,
            role=role,
            organization=organization,
            former=claim.post.former,
        )
    )


def _known(reading: Reading, claim: Claim) -> bool:
    """Whether a bare "Thứ trưởng" only says again what the article says in full of this person."""
    role = fold(claim.post.role)
    return any(h.member == claim.person and (fold(h.role) + " ").startswith(role + " ") for h in reading.holdings)


def _complete(reading: Reading, claim: Claim) -> tuple[str, str | None] | None:
    """Role and body of a post without one, from what the role implies or the article has spoken of; None in doubt."""
    role = fold(claim.post.role)
    words = lexicon("posts")
    country = next((p.place for p in claim.companions if p.place), None)
    implied = words["implied"].get(role)
    if (implied or role in words["alone"]["roles"]) and country:
        return f"{claim.post.role} {reading.entities[country].name}", None
    foreign = is_foreign(reading, claim.person)
    at_home = role in words["by_body"]["roles"] and not abroad(reading)
    if foreign and (at_home or role in words["only"]):
        return _by_body(reading, claim, role)
    if foreign and (implied or role not in words["of_foreigners"]["roles"]):
        return _same_role(reading, claim.person, role) if implied else None
    if implied:
        where = Mark(claim.post.first, claim.post.last, EntityKind.BODY, "")
        return claim.post.role, body_named(reading, implied, "StateBody", where)
    if role in words["alone"]["roles"]:
        return claim.post.role, None
    return _by_body(reading, claim, role)


def _by_body(reading: Reading, claim: Claim, role: str) -> tuple[str, str | None] | None:
    heads = lexicon("posts")["context"].get(role)
    body = last_body(reading, heads, claim.evidence.end) if heads else only_body(reading, role, claim.evidence)
    return (claim.post.role, body) if body else None


def is_foreign(reading: Reading, person: str) -> bool:
    """Whether a person is, or may be, no Vietnamese: by the name, or by an article that names only other countries."""
    parts = fold(reading.entities[person].name).split()
    return parts[0] not in surnames() or not all(is_vietnamese(part) for part in parts) or abroad(reading)


def _same_role(reading: Reading, person: str, role: str) -> tuple[str, str | None] | None:
    """A foreign head of government whose country only another mention of the post names."""
    if any(fold(h.role).startswith(role + " ") and h.member != person for h in reading.holdings):
        return None
    found = {post.role for post in reading.posts.values() if post.place and fold(post.role).startswith(role + " ")}
    return (min(found), None) if len(found) == 1 else None


def last_body(reading: Reading, heads: Iterable[str], before: int) -> str | None:
    """The key of the body mentioned last before a character whose name begins with one of `heads`.

    Heads are tried in turn; a body mentioned only later is taken where none was before.
    """
    for head in heads:
        found: list[tuple[int, str]] = []
        for entity in reading.entities.values():
            if entity.kind is EntityKind.BODY and (fold(entity.name) + " ").startswith(head + " "):
                found += [(m.start, entity.key) for m in entity.mentions]
        earlier = [pair for pair in found if pair[0] < before]
        if earlier or found:
            return max(earlier)[1] if earlier else min(found)[1]
    return None


def only_body(reading: Reading, role: str, evidence: Span) -> str | None:
    """The key of the one body that can have such a post, named up to `evidence` or else later; None in doubt.

    Of several the likeliest is taken, or the one that the same sentence names.
    """
    heads = tuple(f"{head} " for head in lexicon("posts")["only"].get(role.removeprefix("quyền "), ()))
    if not heads:
        return None
    found: dict[str, int] = {}
    for entity in reading.entities.values():
        named = [m.start for m in entity.mentions if m.start < evidence.end]
        if entity.kind is EntityKind.BODY and entity.mentions and (fold(entity.name) + " ").startswith(heads):
            found[entity.key] = max(named, default=-1)
    if len([at for at in found.values() if at >= 0]) > 1 and not likeliest(reading, _earlier(found)):
        start = reading.sentences[reading.sentence_of(evidence.start)].start
        found = {key: at for key, at in found.items() if at >= start}
    return likeliest(reading, _earlier(found))


def _earlier(found: dict[str, int]) -> list[str]:
    """The bodies named before a place in the text, or all where none was."""
    return [key for key, at in found.items() if at >= 0] or list(found)


def after_verbs(reading: Reading, phrases: Iterable[Phrase]) -> list[Claim]:
    """Claims such as "... giữ chức Phó Chủ tịch UBND tỉnh", "do ... làm trưởng đoàn", "ông từng là ..."."""
    claims: list[Claim] = []
    for phrase in phrases:
        if phrase.kind is not EntityKind.PERSON:
            continue
        post = _taken(reading, reading.token_at(phrase.span.end - 1) + 1)
        if post:
            evidence = Span(phrase.span.start, reading.ends[post.last - 1])
            claims.append(Claim(phrase.entity, post, evidence))
    return claims


def _taken(reading: Reading, at: int) -> PostMark | None:
    norms, past = reading.norms, False
    stop = min(at + _LOOK_AHEAD, len(norms))
    while at < stop:
        verb = next((v for v in _TAKES if tuple(norms[at : at + len(v)]) == v), None)
        if verb in _ELECTED and at + len(verb or ()) not in reading.posts:
            verb = None
        if verb:
            post = reading.posts.get(at + len(verb))
            if not post or post.plural:
                return None
            mark = reading.marks.get(post.last)
            if (mark and mark.kind is EntityKind.PERSON) or (verb == ("là",) and post.organization is None):
                return None
            return PostMark(post.first, post.last, post.role, post.organization, post.place, past or post.former)
        if norms[at] in _PAST:
            past = True
        elif norms[at] not in _SKIPPED:
            return None
        at += 1
    return None
