"""Bearers sorted into those who are one: joined pair by pair, never against a judgement, nor within one article.

The rules of `people` and `things` propose joins in an order of their own that depends only on which bearers there are;
so the outcome is the same in whatever order articles were read. In doubt nobody is joined.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Final, NamedTuple

from camket.graph import edtf
from camket.graph.identity.bearers import Bearer, Chain
from camket.graph.identity.joins import Ground, Join
from camket.graph.identity.territories import contradict

_UNDATED: Final = "9999"

Named = tuple[str, str]
"""A bearer by article id and entity key."""


class Ruling(NamedTuple):
    """What editors say of some bearers: pairs that are one, each with their words, and pairs that are two."""

    same: tuple[tuple[Named, Named, str], ...] = ()
    different: tuple[tuple[Named, Named], ...] = ()


class Cluster:
    """Bearers held to be one, by their places in the canonical order."""

    def __init__(self, place: int, bearer: Bearer) -> None:
        self.members = {place}
        self.articles = {bearer.article}
        self.reference = bearer.reference
        self.apart: set[int] = set()  # bearers that are none of these, by a judgement
        self.joins: list[Join] = []
        self.territories: dict[Chain, tuple[date, date] | None] = dict.fromkeys(
            bearer.evidence.territories, days_of(bearer)
        )
        self.first = place

    def take(self, other: "Cluster") -> None:
        """Make another's bearers this one's."""
        self.members |= other.members
        self.articles |= other.articles
        self.apart |= other.apart
        self.joins += other.joins
        for chain, days in other.territories.items():
            self.territories[chain] = _hull(self.territories[chain], days) if chain in self.territories else days
        earlier, later = (self, other) if self.first < other.first else (other, self)
        self.reference = earlier.reference or later.reference
        self.first = earlier.first


class Clusters:
    """The bearers of a block in canonical order, each in a cluster."""

    def __init__(self, bearers: Iterable[Bearer], ruling: Ruling) -> None:
        self.bearers = sorted(bearers, key=canonical)
        self._of = [Cluster(place, bearer) for place, bearer in enumerate(self.bearers)]
        places = {(bearer.article, bearer.key): place for place, bearer in enumerate(self.bearers)}
        for one, other in ruling.different:
            if one in places and other in places:
                self._of[places[one]].apart.add(places[other])
                self._of[places[other]].apart.add(places[one])
        for one, other, words in sorted(ruling.same):
            if one in places and other in places:
                earlier, later = sorted((places[one], places[other]))
                self._join(earlier, later, Ground.JUDGED_SAME, words)

    def of(self, place: int) -> Cluster:
        """The cluster that a bearer is in."""
        return self._of[place]

    def all(self) -> list[Cluster]:
        """Every cluster, in the canonical order of their first members."""
        return [found for place, found in enumerate(self._of) if found.first == place]

    def join(
        self,
        earlier: int,
        later: int,
        ground: Ground,
        shared: str,
        *,
        heed_places: bool = False,
        within_articles: bool = False,
    ) -> bool:
        """Make two bearers one, if they may be; true where they are one then. The options are those of `may_join`."""
        one, other = self._of[earlier], self._of[later]
        if one is other:
            return True
        if not self.may_join(one, other, heed_places=heed_places, within_articles=within_articles):
            return False
        self._join(earlier, later, ground, shared)
        return True

    def may_join(
        self, one: Cluster, other: Cluster, *, heed_places: bool = False, within_articles: bool = False
    ) -> bool:
        """Whether nothing speaks against two clusters' being one: no article has both, no judgement parts them.

        heed_places: nor are they in different places within one term. within_articles: an article may have both.
        """
        if not one.apart.isdisjoint(other.members):
            return False
        if not within_articles and not one.articles.isdisjoint(other.articles):
            return False
        return not (heed_places and contradict(one.territories, other.territories))

    def link(
        self,
        places: Iterable[int],
        ground: Ground,
        shared: str,
        *,
        allowed: Callable[[Bearer, Bearer], bool] | None = None,
        heed_places: bool = False,
        within_articles: bool = False,
    ) -> None:
        """Join each of some bearers, who have something in common, to the first earlier cluster among them that it may.

        places: in canonical order. allowed: whether a bearer may join the last one of a cluster.
        """
        lasts: list[int] = []
        for place in places:
            for at, last in enumerate(lasts):
                if allowed and not allowed(self.bearers[last], self.bearers[place]):
                    continue
                if self.join(last, place, ground, shared, heed_places=heed_places, within_articles=within_articles):
                    lasts[at] = place
                    break
            else:
                lasts.append(place)

    def _join(self, earlier: int, later: int, ground: Ground, shared: str) -> None:
        one, other = self._of[earlier], self._of[later]
        if one is other:
            return
        large, small = (one, other) if len(one.members) >= len(other.members) else (other, one)
        for place in small.members:
            self._of[place] = large
        large.take(small)
        large.joins.append(Join(ground, shared, self.bearers[earlier], self.bearers[later]))


def canonical(bearer: Bearer) -> tuple[str, str, int, str]:
    """The order in which bearers are looked at: date, undated ones last, then article id and place in the text."""
    return (bearer.published or _UNDATED, bearer.article, bearer.start, bearer.key)


def grouped(
    places: Iterable[int], keys: Callable[[int], Iterable[tuple[str, ...]]]
) -> Iterator[tuple[tuple[str, ...], list[int]]]:
    """Bearers by what they have in common, sorted by that; only what at least two have."""
    found: dict[tuple[str, ...], list[int]] = {}
    for place in places:
        for key in keys(place):
            found.setdefault(key, []).append(place)
    for key in sorted(found):
        if len(found[key]) > 1:
            yield key, found[key]


def nearest_days(one: Sequence[date], other: Sequence[date]) -> int | None:
    """The fewest days between dates of two sorted lists; None where one is empty."""
    short, long = sorted((one, other), key=len)
    gaps = [abs((near - day).days) for day in short for near in _neighbours(long, day)]
    return min(gaps, default=None)


def _neighbours(days: Sequence[date], day: date) -> Sequence[date]:
    at = bisect_left(days, day)
    return days[max(0, at - 1) : at + 1]


def days_of(bearer: Bearer) -> tuple[date, date] | None:
    """The first and the last day on which a bearer's article may have come out; None if unknown."""
    if not bearer.published:
        return None
    return edtf.first_day(bearer.published), edtf.last_day(bearer.published)


def _hull(one: tuple[date, date] | None, other: tuple[date, date] | None) -> tuple[date, date] | None:
    """From the first to the last day of both; None, any day, where one is not known."""
    return (min(one[0], other[0]), max(one[1], other[1])) if one and other else None
