"""Whose meeting it is: the roots of those who take part, and whether two reports name other ones."""

from collections.abc import Iterable
from functools import cache
from typing import Final, NamedTuple

from camket.graph.extraction.text.cues import lexicon
from camket.graph.identity.occasions.places import level_of, shared_places
from camket.graph.identity.occasions.report import Report

_ON_SITE: Final = frozenset({"Inspection", "Visit"})


class Likeness(NamedTuple):
    """What two reports share: IRIs of people and bodies, roots, whether the place, the kind, the words are alike."""

    score: float
    people: frozenset[str]
    bodies: frozenset[str]
    roots: frozenset[str]


def shared_roots(one: Report, other: Report) -> frozenset[str]:
    """The roots both have; one that tells of no province has that which its article is about."""
    mine, theirs = ({*r.roots, *(f"place/{top}" for top in _by_level(r, guessed=True)["top"])} for r in (one, other))
    return frozenset(mine & theirs)


def other_parties(one: Report, other: Report, found: Likeness) -> bool:
    """Whether each names a party that the other has not, where the parties are what tells one meeting from another."""
    if _territories_apart(one, other) and not found.people:
        return True
    if one.kind not in _between() or len(found.people) > 1:
        return False
    if one.kind in _ON_SITE and found.people and _same_site(one, other):
        return False
    if _territories_apart(one, other, guessed=True):
        return True
    only = _parties(set(one.roots) - found.roots), _parties(set(other.roots) - found.roots)
    if len(found.roots) <= 1 and all(only):
        return True
    strangers = set(one.people) - found.people, set(other.people) - found.people
    return len(found.people) == 1 and not found.bodies and all(strangers) and len(found.roots) < 2


def _territories_apart(one: Report, other: Report, guessed: bool = False) -> bool:
    """Whether those who take part are of provinces, or of districts, that are not the same.

    guessed: the place that an article is about counts for one that names no other.
    """
    mine, theirs = (_by_level(report, guessed) for report in (one, other))
    return any(mine[level] and theirs[level] and not mine[level] & theirs[level] for level in mine)


def _by_level(report: Report, guessed: bool) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {level: set() for level in ("top", "district", "commune")}
    for root in report.roots:
        if root.startswith("place/") and level_of(place := root.removeprefix("place/")) in found:
            found[level_of(place)].add(place)
    about = report.about.removeprefix("place/")
    if guessed and not any(found.values()) and about and level_of(about) == "top":
        found["top"].add(about)
    return found


def _parties(roots: Iterable[str]) -> set[str]:
    """The roots that are parties: of places only provinces and countries, as a district may stand for its province."""
    return {root for root in roots if not root.startswith("place/") or level_of(root.removeprefix("place/")) == "top"}


def _same_site(one: Report, other: Report) -> bool:
    """Whether both are at one place below a province."""
    return any(level_of(place) != "top" for place in shared_places(one, other))


@cache
def _between() -> frozenset[str]:
    return frozenset(lexicon("occasions")["between_parties"])
