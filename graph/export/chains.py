"""The shortest chains from one thing to another in the property graph: who is joined to whom, through which facts.

Actors are joined through facts: two who attended one meeting are two links apart. What articles merely mention, and how
bodies and places are arranged, joins nobody here.
"""

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from camket.graph.export.links import Links

SEARCHED: Final = 200_000
"""So many nodes are looked at before the search is given up."""

_COMPARED: Final = 500
"""Of more chains than these the first so many are sorted."""


@dataclass(frozen=True, slots=True)
class Chains:
    """total: how many shortest chains there are. found: some of them, each the IRIs from start to end.

    complete: False where the search was given up before it met a chain.
    """

    total: int
    found: tuple[tuple[str, ...], ...]
    complete: bool = True


def shortest_chains(links: Links, start: str, end: str, *, limit: int, searched: int = SEARCHED) -> Chains:
    """The shortest chains between two different nodes, at most `limit`, those that lead through fewer places first.

    The same graph gives the same chains in the same order. The search goes from both ends, level by level, and is
    given up where it has looked at `searched` nodes without meeting.
    """
    sides = (_Side(start), _Side(end))
    while all(side.edge for side in sides):
        if sum(len(side.distance) for side in sides) >= searched:
            return Chains(0, (), complete=False)
        nearer = min(sides, key=lambda side: len(side.edge))
        nearer.go_on(links)
        met = sorted(node for node in nearer.edge if all(node in side.distance for side in sides))
        if met:
            return _between(links, sides, met, limit)
    return Chains(0, ())


class _Side:
    """What is reached from one end: how far it is, and by way of which nodes one step nearer to that end."""

    def __init__(self, end: str) -> None:
        self.distance = {end: 0}
        self.nearer: dict[str, list[str]] = {end: []}
        self.edge = [end]

    def go_on(self, links: Links) -> None:
        """Everything one link further."""
        reached: list[str] = []
        for node in self.edge:
            further = self.distance[node] + 1
            for near in links.of(node):
                if near not in self.distance:
                    self.distance[near] = further
                    self.nearer[near] = []
                    reached.append(near)
                if self.distance[near] == further:
                    self.nearer[near].append(node)
        self.edge = reached

    def ways(self, node: str) -> Iterator[tuple[str, ...]]:
        """Every shortest way from the end to `node`."""
        if not self.distance[node]:
            yield (node,)
        for before in sorted(self.nearer[node]):
            for way in self.ways(before):
                yield (*way, node)

    def count(self, nodes: Iterable[str]) -> dict[str, int]:
        """How many shortest ways there are from the end to each of `nodes`."""
        counts: dict[str, int] = {}
        for node in self._up_to(nodes):
            counts[node] = sum(counts[before] for before in self.nearer[node]) or 1
        return counts

    def _up_to(self, nodes: Iterable[str]) -> list[str]:
        """`nodes` and all that lies on a way to them, the nearest to the end first."""
        found = set(nodes)
        waiting = list(found)
        while waiting:
            further = [before for before in self.nearer[waiting.pop()] if before not in found]
            found.update(further)
            waiting += further
        return sorted(found, key=lambda node: self.distance[node])


def _between(links: Links, sides: tuple[_Side, _Side], met: list[str], limit: int) -> Chains:
    """The chains that lead through one of the nodes at which the two sides met."""
    there, back = sides
    counts = [side.count(met) for side in sides]
    total = sum(counts[0][node] * counts[1][node] for node in met)
    every = ((*way, *reversed(rest[:-1])) for node in met for way in there.ways(node) for rest in back.ways(node))
    compared = sorted(itertools.islice(every, max(limit, _COMPARED)), key=lambda chain: (_places(links, chain), chain))
    return Chains(total, tuple(compared[:limit]))


def _places(links: Links, chain: tuple[str, ...]) -> int:
    return sum(links.kind(node) == "place" for node in chain[1:-1])
