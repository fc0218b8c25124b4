"""Whether two reports may be of one occasion, and how much they have in common."""

from collections.abc import Iterable
from functools import cache
from typing import Final

from camket.graph.extraction.text.cues import lexicon
from camket.graph.identity.occasions.days import days_meet, months_told
from camket.graph.identity.occasions.parties import Likeness, other_parties, shared_roots
from camket.graph.identity.occasions.places import places_contradict, shared_places
from camket.graph.identity.occasions.report import Report

ENOUGH: Final = 2.5
"""So much two reports dated to the day must have in common to be of one occasion."""

ENOUGH_UNDATED: Final = 3.5
"""The same where one of them does not say the day: it is joined to what a dated one tells, never to another such."""

_PERSON, _PRIVATE, _BODY, _APEX, _ROOT = 2.0, 1.0, 1.0, 0.5, 1.0
_PLACE, _KIND, _SINGULAR, _WORDS, _AROUND, _NAMED = 0.5, 0.5, 1.0, 1.0, 0.5, 0.5
_LIKE_WORDS: Final = 0.45
_SHARED_AROUND: Final = 3


def likeness(one: Report, other: Report) -> Likeness | None:
    """What speaks for one occasion; None where something speaks against it."""
    if one.article == other.article or not days_meet(one, other) or not kinds_alike(one, other):
        return None
    if places_contradict(one, other) or any(a and b and a != b for a, b in _told_of_both(one, other)):
        return None
    found = _measure(one, other)
    return None if other_parties(one, other, found) else found


def _told_of_both(one: Report, other: Report) -> Iterable[tuple[str, str]]:
    """What is the same where both tell it: the part of the day, and the number of the gathering."""
    return (one.part, other.part), (one.ordinal, other.ordinal)


def is_enough(found: Likeness, one: Report, other: Report) -> bool:
    """Whether they have enough in common: more than the kind and the day, more where a day is not said.

    Where they share nobody, something must tell it from the other gatherings of the day: the place, the words, the
    number or a name such as "lễ khởi công".
    """
    same_place = bool(shared_places(one, other))
    if not (one.is_dated and other.is_dated) and months_told(one, other):
        return _is_enough_for_month(found, one, other, same_place)
    like_words = _words_alike(one, other) >= _LIKE_WORDS
    told_apart = like_words or _named_alike(one, other)
    if "OtherGathering" in (one.kind, other.kind) and not (found.people or told_apart):
        return False  # a festival and a concert, a trial and a fair
    if not (found.people or found.bodies):
        if not found.roots:
            return same_place and (like_words or bool(one.ordinal and other.ordinal))
        if not (same_place or told_apart or len(found.roots) > 1):
            return False
    return found.score >= (ENOUGH if one.is_dated and other.is_dated else ENOUGH_UNDATED)


def _is_enough_for_month(found: Likeness, one: Report, other: Report, same_place: bool) -> bool:
    """Whether what was told with its month alone is what another tells with its day."""
    if one.kind in lexicon("occasions")["singular"]:
        return bool(found.bodies or (found.roots and one.ordinal and other.ordinal))
    return same_place and bool(found.people)


def _measure(one: Report, other: Report) -> Likeness:
    people = frozenset(one.people) & frozenset(other.people)
    bodies = frozenset(one.bodies) & frozenset(other.bodies)
    roots = shared_roots(one, other)
    score = sum(_PERSON if _is_iri(who) else _PRIVATE for who in people)
    score += sum(_APEX if who.rsplit("id/", 1)[-1] in _apex() else _BODY for who in bodies)
    score += _ROOT * max(0, len(roots) - len(bodies) - bool(people and not bodies))
    score += _PLACE * bool(shared_places(one, other))
    score += (_SINGULAR if _is_singular(one, other) else _KIND) * (one.kind == other.kind)
    score += _WORDS * (_words_alike(one, other) >= _LIKE_WORDS)
    score += _NAMED * _named_alike(one, other)
    score += _AROUND * (len(frozenset(one.around) & frozenset(other.around)) // _SHARED_AROUND)
    return Likeness(score, people, bodies, roots)


def _is_singular(one: Report, other: Report) -> bool:
    """Whether nobody holds two such on one day: by their kind, or by the name both bear."""
    words = lexicon("occasions")
    named = any(one.form.startswith(name) and other.form.startswith(name) for name in words["singular_names"])
    return named or one.kind in words["singular"]


def _named_alike(one: Report, other: Report) -> bool:
    """Whether both bear one number, or one name that is not just any gathering's: "kỳ họp", "lễ khởi công"."""
    if one.ordinal and one.ordinal == other.ordinal:
        return True
    short, long = sorted((one.form, other.form), key=len)
    return bool(short) and short not in _any_gathering() and f" {short} " in f" {long} "


@cache
def _any_gathering() -> frozenset[str]:
    return frozenset(lexicon("occasions")["any_gathering"])


def _is_iri(who: str) -> bool:
    return "/" in who


def _words_alike(one: Report, other: Report) -> float:
    """The share of the shorter clause's content words that the other has too; 0 where it has too few to tell."""
    fewest = min(len(one.words), len(other.words))
    return len(set(one.words) & set(other.words)) / fewest if fewest >= 4 else 0.0


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
