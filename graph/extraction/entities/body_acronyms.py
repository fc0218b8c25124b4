"""Bodies called by capitals alone ("VAMC cho biết", "Phó Chủ tịch VAMC"), and news agencies that speak."""

from functools import cache

from camket.graph.extraction.entities.body_entities import BodyEntities
from camket.graph.extraction.entities.named_bodies import abbreviations, body_key, new_body
from camket.graph.extraction.text.cues import WordTable, lexicon
from camket.graph.extraction.text.lexicon import is_abbreviation, is_vietnamese, plain, role_length, table
from camket.ontology import reference

_SHORTEST, _LONGEST = 3, 8  # letters
_ROMAN = frozenset("IVXLC")
_KIND_SAID = 5  # tokens from "tạp chí" to the name, adjectives between
_POST = 4  # tokens a post before the acronym may have


@cache
def _none() -> frozenset[str]:
    return frozenset(word.upper() for word in lexicon("bodies")["acronyms"]["none"])


@cache
def _speaks() -> WordTable[str]:
    words = [word for verb in lexicon("speech")["verb"] if verb.get("act") for word in verb["words"]]
    return plain(words)


@cache
def _acts() -> WordTable[str]:
    return plain(lexicon("bodies")["acronyms"]["acts"])


@cache
def _agencies() -> WordTable[str]:
    """Names of news agencies, papers and broadcasters of the reference data, with the preferred name of each."""
    media = [body for body in reference.bodies() if body.category == "MediaBody"]
    return table((name, body.name) for body in media for name in (body.name, *body.aliases))


@cache
def _media_after() -> WordTable[str]:
    return plain(lexicon("bodies")["acronyms"]["media_after"])


@cache
def _media_nouns() -> WordTable[str]:
    return plain(lexicon("bodies")["acronyms"]["media_nouns"])


def mark_acronyms(scan: BodyEntities, size: int) -> None:
    """Marks every mention of a body that the article knows by its capitals only, if once it holds a post or speaks.

    size: the tokens before the line of credits.
    """
    taken = {t for mark in scan.reading.marks.values() for t in range(mark.first, mark.last)}
    free = [at for at in range(size) if scan.words[at][0].isupper() and at not in taken]
    found: dict[str, list[int]] = {}
    for at in free:
        if _may_be_body(scan, at):
            found.setdefault(scan.words[at], []).append(at)
    for word, places in found.items():
        if any(_is_actor(scan, at, at + 1) for at in places):
            key = body_key(word)
            scan.reading.entities.setdefault(key, new_body(key, word, ""))
            for at in places:
                scan.mention(key, at, at + 1, "name")
    _mark_represented(scan, free)
    _mark_agencies(scan, free)


def _mark_agencies(scan: BodyEntities, free: list[int]) -> None:
    """A news agency is a body of the article where it says something, not where it is credited."""
    for at in free:
        found = _agencies().at(scan.norms, at)
        if not found or not (_is_actor(scan, at, at + found[0]) or _is_addressed(scan, at)):
            continue
        key = body_key(found[1])
        scan.reading.entities.setdefault(key, new_body(key, found[1], "MediaBody"))
        scan.mention(key, at, at + found[0], "name")


def _is_addressed(scan: BodyEntities, at: int) -> bool:
    """Whether a paper is one that somebody speaks to ("nói với Reuters"), or its kind is said ("tạp chí uy tín X")."""
    if at and _media_after().ending(scan.norms, at - 1):
        return True
    for first in range(max(0, at - _KIND_SAID), at):
        if _media_nouns().at(scan.norms, first) and all(word.islower() for word in scan.words[first + 1 : at]):
            return True
    return False


def _mark_represented(scan: BodyEntities, free: list[int]) -> None:
    """ "đại diện Talentnet": a foreign name that somebody speaks for is a body's."""
    spoken_for = (at for at in free if at > 1 and scan.norms[at - 1] == "diện" and scan.norms[at - 2] == "đại")
    found = {scan.words[at] for at in spoken_for if _foreign(scan.words[at])}
    for at in free if found else ():
        if scan.words[at] in found:
            key = body_key(scan.words[at])
            scan.reading.entities.setdefault(key, new_body(key, scan.words[at], ""))
            scan.mention(key, at, at + 1, "name")


def _foreign(word: str) -> bool:
    return word.isalpha() and word[0].isupper() and not is_abbreviation(word) and not is_vietnamese(word.lower())


def _may_be_body(scan: BodyEntities, at: int) -> bool:
    word = scan.words[at]
    if not (word.isalpha() and is_abbreviation(word) and _SHORTEST <= len(word) <= _LONGEST):
        return False
    if word.lower() in abbreviations() or set(word) <= _ROMAN:
        return False
    return word not in _none() and not _shouted(scan, at) and not _agencies().at(scan.norms, at)


def _shouted(scan: BodyEntities, at: int) -> bool:
    """Whether the words beside it are capitals too: a headline."""
    beside = [scan.words[t] for t in (at - 1, at + 1) if 0 <= t < len(scan.words)]
    return any(word.isalpha() and is_abbreviation(word) and word not in _none() for word in beside)


def _is_actor(scan: BodyEntities, first: int, last: int) -> bool:
    """Whether it is the body of a post, or the subject of a verb of saying or acting."""
    norms = scan.norms
    if any(role_length(norms, start) == first - start for start in range(max(0, first - _POST), first)):
        return True
    if last >= len(norms) or (first and norms[first - 1] in lexicon("bodies")["acronyms"]["not_after"]):
        return False
    while last < len(norms) - 1 and (
        norms[last] in lexicon("bodies")["acronyms"]["passed"] or norms[last][0].isdigit()
    ):
        last += 1
    return bool(_speaks().at(norms, last) or _acts().at(norms, last))
