"""The body or country of a post that is told without one, where the article leaves no doubt about it."""

from camket.graph.extraction.entities.constituencies import constituency
from camket.graph.extraction.entities.last_bodies import last_body, only_body
from camket.graph.extraction.entities.leaders import country_of_leader
from camket.graph.extraction.entities.named_bodies import body_named
from camket.graph.extraction.entities.person_phrases import Claim
from camket.graph.extraction.entities.place_names import VIETNAM, abroad
from camket.graph.extraction.reading import Mark, Reading
from camket.graph.extraction.text.cues import lexicon
from camket.graph.extraction.text.lexicon import is_vietnamese, surnames
from camket.graph.extraction.text.tokenizer import fold
from camket.graph.facts import EntityKind

_OF = ("của", "thuộc", "(")
_WITH = ("và", "cùng", ",")
_NEAR = 12  # tokens back to the post of who is named right before
_ROLE_ENDS = ("trưởng", "tướng", "thống", "phòng", "giao", "vụ", "chính", "vương", "sứ")
_SENTENCE = 40  # tokens back to the post of who came before
_OFTEN = 2  # mentions of a country from which on it may be the one of a president told without it


def posts_of_states(reading: Reading) -> frozenset[str]:
    """The posts told with a country that are not past, folded."""
    return frozenset(fold(post.role) for post in reading.posts.values() if post.place and not post.former)


def complete(reading: Reading, claim: Claim, told: frozenset[str]) -> tuple[str, str | None] | None:
    """Role and body of a post without one, from what the role implies or the article has spoken of; None in doubt.

    told: the article's `posts_of_states`.
    """
    role = fold(claim.post.role)
    words = lexicon("posts")
    country = next((p.place for p in claim.companions if p.place), None)
    if not country and (led := country_of_leader(reading, claim)):
        return f"{claim.post.role} {led}", None
    implied = words["implied"].get(role)
    if (implied or role in words["alone"]["roles"]) and country:
        return f"{claim.post.role} {reading.entities[country].name}", None
    if fold(reading.entities[claim.person].name) in words["fixed"].get(role, ()):
        return None
    if claim.post.more[:1].islower():  # a part with a name of its own: "giám đốc trung tâm ..."
        return None
    if role in words["anywhere"]["roles"]:
        return claim.post.role, None
    if not claim.post.more and (village := _of_hamlet(reading, role)):
        return village, None
    alone = not any(post.organization or post.place for post in claim.companions)
    if alone and (own := _own(reading, claim)):
        return own
    foreign = is_foreign(reading, claim.person)
    if foreign and role in words["at_home"]["roles"]:
        return None
    at_home = role in words["by_body"]["roles"] and not abroad(reading)
    if foreign and (at_home or role in words["only"]):
        return _by_body(reading, claim, role)
    if foreign and (implied or role not in words["of_foreigners"]["roles"]):
        state = role in words["of_states"]["roles"] or role.startswith("bộ trưởng ")
        return _of_state(reading, claim, role, told) if state else None
    if implied:
        where = Mark(claim.post.first, claim.post.last, EntityKind.BODY, "")
        return claim.post.role, body_named(reading, implied, "StateBody", where)
    if role in words["alone"]["roles"]:
        return claim.post.role, None
    if role in words["of_envoys"]["roles"]:
        return _of_envoy(reading, claim, told)
    return _by_body(reading, claim, role)


def _of_envoy(reading: Reading, claim: Claim, told: frozenset[str]) -> tuple[str, str | None] | None:
    """ "Đại sứ X" with a Vietnamese name, in an article on another country: ours there."""
    there = _of_country(reading, claim, told)
    if not there:
        return None
    country = there[0].removeprefix(claim.post.role).strip()
    return f"{claim.post.role} Việt Nam tại {country}", None


def _own(reading: Reading, claim: Claim) -> tuple[str, str | None] | None:
    """The country or body named right after the holder: "Chủ tịch X của Trung Quốc", "bác sĩ X (Viện Y)"."""
    role = fold(claim.post.role)
    at = reading.token_at(claim.evidence.end - 1) + 1
    mark = reading.marks.get(at + 1) if at < len(reading.norms) and reading.norms[at] in _OF else None
    if mark is None and at and reading.words[at - 1] == ")":  # the bracket is a part of the phrase
        opened = next((t for t in reversed(reading.tokens(claim.evidence)) if reading.words[t] == "("), None)
        mark = reading.marks.get(opened + 1) if opened is not None else None
    if not mark:
        return None
    if mark.kind is EntityKind.BODY:
        return claim.post.role, mark.entity
    if reading.place_levels.get(mark.entity) != "country" or reading.norms[at : at + 1] != ["của"]:
        return None
    state = role in lexicon("posts")["of_states"]["roles"] or role == "chủ tịch"
    return (f"{claim.post.role} {reading.entities[mark.entity].name}", None) if state else None


def _of_hamlet(reading: Reading, role: str) -> str | None:
    """The village that the article tells of, of whose head no name of it is told."""
    hamlet = reading.setting.get("hamlet")
    if not hamlet or role not in lexicon("posts")["of_hamlets"]["roles"]:
        return None
    name = reading.entities[hamlet].name
    return f"Trưởng {name}" if fold(name).startswith(role.removeprefix("trưởng ")) else None


def _before_or_after(reading: Reading, claim: Claim, role: str) -> str | None:
    """The body of a like post that another left: "ông X, nguyên Giám đốc Sở Y, và bà Z, Giám đốc đương nhiệm"."""
    first = reading.token_at(claim.evidence.start)
    start = reading.token_at(reading.sentences[reading.sentence_of(claim.evidence.start)].start)
    for at in range(first - 1, max(start, first - _SENTENCE) - 1, -1):
        post = reading.posts.get(at)
        if post and post.organization and fold(post.role) == role and post.former != claim.post.former:
            return post.organization
    return None


def _by_body(reading: Reading, claim: Claim, role: str) -> tuple[str, str | None] | None:
    if other := _before_or_after(reading, claim, role):
        return claim.post.role, other
    heads = lexicon("posts")["context"].get(role)
    body = last_body(reading, heads, claim.evidence.end) if heads else only_body(reading, role, claim.evidence)
    if not body and role == "đại biểu" and constituency(reading, claim):
        body = body_named(
            reading, "Quốc hội", "StateBody", Mark(claim.post.first, claim.post.last, EntityKind.BODY, "")
        )
    return (claim.post.role, body) if body else None


def is_foreign(reading: Reading, person: str) -> bool:
    """Whether a person is, or may be, no Vietnamese: by the name, or by an article that names only other countries."""
    parts = fold(reading.entities[person].name).split()
    return parts[0] not in surnames() or not all(is_vietnamese(part) for part in parts) or abroad(reading)


def _same_role(reading: Reading, claim: Claim, role: str, told: frozenset[str]) -> tuple[str, str | None] | None:
    """A foreigner's country, which only another mention of the post names, or "tại Đức" as the sentence begins."""
    first = reading.token_at(reading.sentences[reading.sentence_of(claim.evidence.start)].start)
    here = reading.marks.get(first + 1) if reading.norms[first] in ("tại", "ở") else None
    if here and reading.place_levels.get(here.entity) == "country":
        return f"{claim.post.role} {reading.entities[here.entity].name}", None
    held = {fold(h.role) for h in reading.holdings if h.member != claim.person}
    countries = {reading.entities[key].name for key, level in reading.place_levels.items() if level == "country"}
    free = sorted(name for name in countries if f"{role} {fold(name)}" in told - held)
    return (f"{claim.post.role} {free[0]}", None) if len(free) == 1 else None


def _of_state(reading: Reading, claim: Claim, role: str, told: frozenset[str]) -> tuple[str, str | None] | None:
    """The post of a state whose country is not told with it, where the article leaves no doubt."""
    country = _colleague(reading, claim)
    if country:
        return f"{claim.post.role} {reading.entities[country].name}", None
    return _same_role(reading, claim, role, told) or _of_country(reading, claim, told)


def _colleague(reading: Reading, claim: Claim) -> str | None:
    """The country of who is named right before: "Tổng thống Velmora X và | Ngoại trưởng Y"."""
    first = reading.token_at(claim.evidence.start)
    if not first or reading.norms[first - 1] not in _WITH:
        return None
    for at in range(first - 2, max(-1, first - _NEAR), -1):
        post = reading.posts.get(at)
        if post:
            return None if post.former or post.last >= first else post.place
        if reading.words[at].islower() and reading.words[at] not in _ROLE_ENDS:
            return None
    return None


def _of_country(reading: Reading, claim: Claim, told: frozenset[str]) -> tuple[str, str | None] | None:
    """A post of the one other country that the article tells of, and tells of more than once; of several the one it
    names most, and far more often than any other whose leader it does not name."""
    states = [key for key, level in reading.place_levels.items() if level == "country" and key != VIETNAM]
    counts = sorted(((len(reading.entities[key].mentions), key) for key in states), reverse=True)
    if not counts or counts[0][0] < _OFTEN:
        return None
    name = reading.entities[counts[0][1]].name
    if len(counts) > 1:
        rivals = [often for often, key in counts[1:] if not _is_led(fold(reading.entities[key].name), told)]
        if _is_led(fold(name), told) or counts[0][0] < _OFTEN * max([_OFTEN, *rivals]):
            return None
    return f"{claim.post.role} {name}", None


def _is_led(country: str, told: frozenset[str]) -> bool:
    """Whether the article tells of a leader of the country."""
    return any(f"{head} {country}" in told for head in lexicon("posts")["of_states"]["heads"])
