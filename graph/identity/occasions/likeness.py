"""Whether two reports may be of one occasion, and how much they have in common."""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache
from typing import Final, NamedTuple

from camket.graph import edtf
from camket.graph.extraction.text.cues import lexicon
from camket.graph.identity.occasions.report import DAY, MONTH, Report

ENOUGH: Final = 2.5
"""So much two reports dated to the day must have in common to be of one occasion."""

ENOUGH_UNDATED: Final = 3.5
"""The same where one of them does not say the day: it is joined to what a dated one tells, never to another such."""

NEWS_DAYS: Final = 2
"""An article that does not say the day tells of what happened at most so many days before it was published."""

_PERSON, _PRIVATE, _BODY, _APEX, _ROOT = 2.0, 1.0, 1.0, 0.5, 1.0
_PLACE, _KIND, _SINGULAR, _WORDS, _AROUND = 0.5, 0.5, 1.0, 1.0, 0.5
_LIKE_WORDS: Final = 0.45
_SHARED_AROUND: Final = 3


class Likeness(NamedTuple):
    """What two reports share: IRIs of people and bodies, roots, whether the place, the kind, the words are alike."""

    score: float
    people: frozenset[str]
    bodies: frozenset[str]
    roots: frozenset[str]


def likeness(one: Report, other: Report) -> Likeness | None:
    """What speaks for one occasion; None where something speaks against it."""
    if one.article == other.article or not _days_meet(one, other) or not kinds_alike(one, other):
        return None
    if places_contradict(one, other) or (one.part and other.part and one.part != other.part):
        return None
    found = _measure(one, other)
    return None if _other_parties(one, other, found) else found


def is_enough(found: Likeness, one: Report, other: Report) -> bool:
    """Whether they have enough in common: more than the kind and the day, more where a day is not said."""
    if not (found.people or found.bodies or found.roots):
        return _words_alike(one, other) >= _LIKE_WORDS and bool(set(one.places) & set(other.places))
    return found.score >= (ENOUGH if one.is_dated and other.is_dated else ENOUGH_UNDATED)


def _measure(one: Report, other: Report) -> Likeness:
    people = frozenset(one.people) & frozenset(other.people)
    bodies = frozenset(one.bodies) & frozenset(other.bodies)
    roots = frozenset(one.roots) & frozenset(other.roots)
    score = sum(_PERSON if _is_iri(who) else _PRIVATE for who in people)
    score += sum(_APEX if who.rsplit("id/", 1)[-1] in _apex() else _BODY for who in bodies)
    score += _ROOT * max(0, len(roots) - len(bodies) - bool(people and not bodies))
    score += _PLACE * bool(one.places and other.places and set(one.places) & set(other.places))
    score += (_SINGULAR if one.kind in lexicon("occasions")["singular"] else _KIND) * (one.kind == other.kind)
    score += _WORDS * (_words_alike(one, other) >= _LIKE_WORDS)
    score += _AROUND * (len(frozenset(one.around) & frozenset(other.around)) // _SHARED_AROUND)
    return Likeness(score, people, bodies, roots)


def _is_iri(who: str) -> bool:
    return "/" in who


def _words_alike(one: Report, other: Report) -> float:
    """The share of the shorter clause's content words that the other has too; 0 where it has too few to tell."""
    fewest = min(len(one.words), len(other.words))
    return len(set(one.words) & set(other.words)) / fewest if fewest >= 4 else 0.0


def _days_meet(one: Report, other: Report) -> bool:
    if one.is_dated and other.is_dated:
        several = one.start != one.last or other.start != other.last
        return one.start <= other.last and other.start <= one.last and (not several or one.kind == other.kind)
    if not one.is_dated and not other.is_dated:
        return False
    dated, vague = (one, other) if one.is_dated else (other, one)
    if (
        dated.kind != vague.kind
        or len(vague.published) != DAY
        or (vague.start and vague.start[:MONTH] != dated.start[:MONTH])
    ):
        return False
    return dated.start <= vague.published <= (_day(dated.last) + timedelta(NEWS_DAYS)).isoformat()


@cache
def _day(text: str) -> date:
    return edtf.last_day(text)


def kinds_alike(one: Report, other: Report) -> bool:
    """Whether one gathering may be called by both kinds."""
    return one.kind == other.kind or frozenset((one.kind, other.kind)) in _alike()


@cache
def _alike() -> frozenset[frozenset[str]]:
    return frozenset(
        frozenset((one, other)) for group in lexicon("occasions")["alike"] for one in group for other in group
    )


@cache
def _apex() -> frozenset[str]:
    return frozenset(lexicon("life")["apex"])


def places_contradict(one: Report, other: Report) -> bool:
    """Whether they name places of one level that are not the same and have nothing around them in common."""
    if not one.places or not other.places or set(one.places) & set(other.places):
        return False
    return _level(one.places[0]) == _level(other.places[0]) and _level(one.places[0]) != ""


@cache
def _levels() -> tuple[tuple[str, str], ...]:
    heads = lexicon("places")["heads"]
    return tuple((word + " ", level) for level in ("district", "commune", "hamlet") for word in heads[level])


def _level(name: str) -> str:
    """The level of a place by the word its name begins with; a bare name is that of a province, city or country."""
    for head, level in _levels():
        if name.startswith(head):
            return level
    return "" if any(name.startswith(word + " ") for word in lexicon("places")["heads"]["other"]) else "top"


def _other_parties(one: Report, other: Report, found: Likeness) -> bool:
    """Whether each names a party that the other has not, where the parties are what tells one meeting from another."""
    mine, theirs = _territories(one.roots), _territories(other.roots)
    if mine and theirs and not mine & theirs and not found.people:
        return True
    if one.kind not in _between() or len(found.people) > 1:
        return False
    only = set(one.roots) - found.roots, set(other.roots) - found.roots
    if len(found.roots) <= 1 and all(only):
        return True
    strangers = set(one.people) - found.people, set(other.people) - found.people
    return len(found.people) == 1 and not found.bodies and all(strangers) and len(found.roots) < 2


def _territories(roots: Iterable[str]) -> set[str]:
    return {root for root in roots if root.startswith("place/")}


@cache
def _between() -> frozenset[str]:
    return frozenset(lexicon("occasions")["between_parties"])
