"""Whom an editor had better look at: the same or near names not joined, and joins on weak ground."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise
from pathlib import Path
from typing import Final

from camket.graph.identity.bearers import Bearer
from camket.graph.identity.clusters import Named
from camket.graph.identity.doubt import against
from camket.graph.identity.joins import WEAK, Ground, Join
from camket.graph.identity.name_data import namesakes
from camket.graph.identity.names import near, spelled
from camket.graph.identity.people import DOUBT, HIGH_RANK, REGION
from camket.graph.identity.resolution import Resolved
from camket.graph.judging.reading import Resolution, opened
from camket.graph.judging.why import Side, side

FOLDERS: Final = ("person", "body")

_OF_ONE_NAME: Final = 12  # people of one name that are compared each with each; the others with the one before
_ODDS: Final = {
    Ground.ONLY_BEARER: 1.0,
    Ground.SAME_REGION: REGION,
    Ground.SAME_RANK: HIGH_RANK,
    Ground.NEAR_NAME_SAME_POST: REGION,
}
_APART: Final = 3.0  # how much less doubtful two are where their places speak against them


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two that may be one though they are not joined, or may be two though they are.

    joined: by which ground, "" if they are two. doubt: from 1, a toss-up, down. one, other: their IRIs.
    """

    doubt: float
    joined: str
    one: str
    other: str
    sides: tuple[Side, Side]
    against: tuple[str, ...]


def candidates(store: str | Path, folders: Iterable[str] = FOLDERS) -> list[Candidate]:
    """The doubtful pairs of people and bodies, the most doubtful first; none that an editor has judged."""
    with opened(Path(store)) as (folder, database):
        resolution = Resolution(database, folder.base)
        judged = {frozenset((_named(pair.one), _named(pair.other))) for pair in resolution.pairs}
        found = []
        seen: set[str] = set()
        for kind in folders:
            for block in resolution.blocks(kind):
                together = [one for one in resolution.together([block]) if one.iri not in seen]
                seen.update(one.iri for one in together)
                found += [*_apart(together, judged), *_weak(together, judged)]
        return sorted(found, key=lambda c: (-c.doubt, c.one, c.other, c.sides[1].article))


def _apart(together: list[Resolved], judged: set[frozenset[Named]]) -> Iterator[Candidate]:
    for one, other in _likely(together):
        if not _is_judged(one.bearers, other.bearers, judged):
            reasons = tuple(against(one, other))
            yield Candidate(
                _doubt_apart(one, other, reasons), "", one.iri, other.iri, (_telling(one), _telling(other)), reasons
            )


def _likely(together: list[Resolved]) -> Iterator[tuple[Resolved, Resolved]]:
    """The pairs of one name, or of names that are near."""
    named: dict[str, list[Resolved]] = {}
    for one in together:
        named.setdefault(spelled(one.bearers[0].folder, one.bearers[0].name), []).append(one)
    for same in named.values():
        yield from combinations(same, 2) if len(same) <= _OF_ONE_NAME else pairwise(same)
    for a, b in combinations(sorted(named), 2):
        if together[0].bearers[0].folder == "person" and near(a, b):
            yield from ((one, other) for one in named[a][:_OF_ONE_NAME] for other in named[b][:_OF_ONE_NAME])


def _weak(together: list[Resolved], judged: set[frozenset[Named]]) -> Iterator[Candidate]:
    for one in together:
        for join in one.joins:
            if join.ground in WEAK and frozenset((_named(join.earlier), _named(join.later))) not in judged:
                yield Candidate(
                    _doubt_joined(join),
                    join.ground,
                    one.iri,
                    one.iri,
                    (side(join.earlier), side(join.later)),
                    (f"shared: {join.shared}" if join.shared else "only the name is the same",),
                )


def _doubt_apart(one: Resolved, other: Resolved, reasons: tuple[str, ...]) -> float:
    bearer = one.bearers[0]
    others = namesakes(spelled("person", bearer.name)) if bearer.folder == "person" else DOUBT
    distance = abs(math.log10(max(others, 1e-6) / DOUBT))
    apart = any(reason.startswith(("two places", "named side by side")) for reason in reasons)
    return round(1 / (1 + distance) / (_APART if apart else 1), 3)


def _doubt_joined(join: Join) -> float:
    others = (
        namesakes(spelled("person", join.later.name)) * _ODDS[join.ground] if join.later.folder == "person" else 1e-3
    )
    return round(1 / (1 + abs(math.log10(max(others, 1e-6) / DOUBT))), 3)


def _telling(one: Resolved) -> Side:
    """The article that tells most of somebody."""
    return side(max(one.bearers, key=lambda b: (len(b.evidence.posts) + len(b.evidence.ranks), b.published, b.article)))


def _is_judged(mine: Iterable[Bearer], theirs: Iterable[Bearer], judged: set[frozenset[Named]]) -> bool:
    if not judged:
        return False
    here, there = {_named(bearer) for bearer in mine}, {_named(bearer) for bearer in theirs}
    return any(len(pair & here) == 1 and len(pair & there) == 1 for pair in judged)


def _named(bearer: Bearer) -> Named:
    return (bearer.article, bearer.key)
