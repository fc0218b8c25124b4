"""Where people have their posts, and where bodies and places are: what agrees and what contradicts.

A chain is a place with those that contain it, innermost first, as `names.spelled` has them.
"""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Final

from camket.graph.identity.references import HOME, place_successors

TERM_MONTHS: Final = 60
"""Posts in different places contradict each other where the articles are at most so many months apart: a term of
People's Councils and Party Committees is five years. Who moves on sooner is joined by a post both articles tell."""

Chain = tuple[str, ...]
Days = tuple[date, date] | None

_KINDS: Final = ("tỉnh ", "thành phố ", "tp ", "huyện ", "quận ", "thị xã ", "thị trấn ", "xã ", "phường ", "nước ")


def contradict(some: Mapping[Chain, Days], others: Mapping[Chain, Days]) -> bool:
    """Whether two have to do with places that have nothing in common, where they are nearest in time.

    Each chain comes with its first and last day, None if unknown.
    """
    gaps = {(mine, theirs): months_between(some[mine], others[theirs]) for mine in some for theirs in others}
    least = min(gaps.values(), default=0)
    nearest = [pair for pair, gap in gaps.items() if gap == least]
    return least <= TERM_MONTHS and bool(nearest) and not any(meet(*pair) or _became(*pair) for pair in nearest)


@lru_cache(maxsize=65536)
def meet(one: Chain, other: Chain) -> bool:
    """Whether two chains have a place in common."""
    return not {bare_place(place) for place in one}.isdisjoint(map(bare_place, other))


@lru_cache(maxsize=65536)
def agree(one: Chain, other: Chain) -> bool:
    """Whether two chains can be of one thing: the innermost place of one is among the other's, and so are those around.

    A thing of the whole country is none of a province's.
    """
    mine, theirs = (tuple(map(bare_place, chain)) for chain in (one, other))
    if not mine or not theirs or HOME in (mine[0], theirs[0]):
        return mine[:1] == theirs[:1] or not mine or not theirs
    if mine[0] == theirs[0]:
        around = {*mine[1:]} - {HOME}, {*theirs[1:]} - {HOME}
        return not all(around) or not around[0].isdisjoint(around[1])
    return mine[0] in theirs or theirs[0] in mine


def months_between(one: Days, other: Days) -> int:
    """Whole months from the end of the earlier stretch of days to the beginning of the later; 0 where unknown."""
    if not one or not other:
        return 0
    begins, ends = max(one[0], other[0]), min(one[1], other[1])
    return max(0, (begins.year - ends.year) * 12 + begins.month - ends.month)


@lru_cache(maxsize=65536)
def bare_place(name: str) -> str:
    """A place without its kind: "tỉnh thanh giang" is "thanh giang", "quận 1" stays."""
    for kind in _KINDS:
        if name.startswith(kind) and not name[len(kind) :].isdecimal():
            return name[len(kind) :]
    return name


def _became(one: Chain, other: Chain) -> bool:
    """Whether a place of one chain became one of the other's."""
    mine, theirs = {bare_place(place) for place in one}, {bare_place(place) for place in other}
    known = place_successors()
    return any(
        not known.get(place, frozenset()).isdisjoint(there)
        for here, there in ((mine, theirs), (theirs, mine))
        for place in here
    )
