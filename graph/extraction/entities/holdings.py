"""Who holds which post: claims in phrases and after verbs, completed where the context leaves no doubt."""

from collections.abc import Iterable
from functools import cache

from camket.graph.extraction.entities.constituencies import constituencies, role_of_deputy
from camket.graph.extraction.entities.person_phrases import Claim
from camket.graph.extraction.entities.post_completion import complete, posts_of_states
from camket.graph.extraction.entities.voted_posts import voted_posts
from camket.graph.extraction.reading import Phrase, PostMark, Reading
from camket.graph.extraction.rules import rule
from camket.graph.extraction.text.cues import WordTable, lexicon
from camket.graph.extraction.text.lexicon import plain
from camket.graph.extraction.text.tokenizer import fold
from camket.graph.facts import EntityKind, PostHolding, Span

_ELECTED = ("tái đắc cử", "đắc cử", "trúng cử")  # these may stand before another verb, too ("trúng cử và giữ chức")
_LOOK_AHEAD = 8


@cache
def _takes() -> WordTable[str]:
    return plain([*lexicon("posts")["takes"], *lexicon("posts")["leaves"]])


def settle(reading: Reading, claims: Iterable[Claim]) -> None:
    """Turns claims into holdings, with those that verbs make of the people's phrases so far ("giữ chức", "làm")."""
    every = [*claims, *after_verbs(reading, reading.phrases), *voted_posts(reading, reading.phrases)]
    record(reading, sorted(every, key=lambda c: (c.evidence.start, c.post.first)))


def record(reading: Reading, claims: list[Claim]) -> None:
    """Adds the holdings of `claims`, each distinct (member, role, body) once, at its fullest evidence."""
    seats = constituencies(reading, claims)
    for claim in claims:
        if claim.post.organization or claim.post.place:
            role = role_of_deputy(_whole(claim.post), claim.post.organization, seats.get(claim.person))
            _add(reading, claim, role, claim.post.organization)
    told = posts_of_states(reading)
    for claim in claims:
        if not (claim.post.organization or claim.post.place) and not _known(reading, claim):
            completed = complete(reading, claim, told)
            if completed:
                role = f"{completed[0]} {claim.post.more}".strip()
                _add(reading, claim, role_of_deputy(role, completed[1], seats.get(claim.person)), completed[1])
            elif claim.post.more and fold(claim.post.role) not in lexicon("posts")["only_of_bodies"]:
                _add(reading, claim, _whole(claim.post), None)
    reading.holdings.sort(key=lambda h: h.evidence)


def _whole(post: PostMark) -> str:
    return f"{post.role} {post.more}".strip()


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
                rule=rule("entities", claim.how, claim.post.role),
            )
        return
    reading.holdings.append(
        PostHolding(
            evidence=claim.evidence,
            member=claim.person,
            role=role,
            organization=organization,
            former=claim.post.former,
            rule=rule("entities", claim.how, claim.post.role),
        )
    )


def _known(reading: Reading, claim: Claim) -> bool:
    """Whether a bare "Thứ trưởng" only says again what the article says in full of this person."""
    role = fold(claim.post.role)
    return any(h.member == claim.person and (fold(h.role) + " ").startswith(role + " ") for h in reading.holdings)


def after_verbs(reading: Reading, phrases: Iterable[Phrase]) -> list[Claim]:
    """Claims such as "... giữ chức Phó Chủ tịch UBND tỉnh", "do ... làm trưởng đoàn", "ông từng là ..."."""
    claims: list[Claim] = []
    for phrase in phrases:
        if phrase.kind is not EntityKind.PERSON:
            continue
        post = _taken(reading, reading.token_at(phrase.span.end - 1) + 1)
        if post:
            evidence = Span(phrase.span.start, reading.ends[post.last - 1])
            claims.append(Claim(phrase.entity, post, evidence, how="post-taken"))
    return claims


def _taken(reading: Reading, at: int) -> PostMark | None:
    norms, past, words = reading.norms, False, lexicon("posts")
    stop = min(at + _LOOK_AHEAD, len(norms))
    while at < stop:
        verb = _takes().at(norms, at)
        if verb and verb[1] in _ELECTED and at + verb[0] not in reading.posts:
            verb = None
        if verb:
            return _post_taken(reading, at + verb[0], verb[1], past or verb[1] in words["leaves"])
        if norms[at] in words["past"]:
            past = True
        elif norms[at] not in words["before_takes"]:
            return None
        at += 1
    return None


def _post_taken(reading: Reading, at: int, verb: str, past: bool) -> PostMark | None:
    """The post at a token that somebody takes with the verb before it; None where it is another's or none is named."""
    post = reading.posts.get(at)
    if not post or post.plural:
        return None
    mark = reading.marks.get(post.last)
    if (mark and mark.kind is EntityKind.PERSON) or (verb.endswith("là") and post.organization is None):
        return None
    return PostMark(post.first, post.last, post.role, post.organization, post.place, past or post.former)
