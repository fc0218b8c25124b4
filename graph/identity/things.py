"""Which bodies or places of one name are one: those that are in one place, or of which there is no other."""

from collections.abc import Iterable, Iterator, Sequence

from camket.graph.identity.bearers import Bearer, Chain
from camket.graph.identity.clusters import Cluster, Clusters, grouped
from camket.graph.identity.joins import Ground
from camket.graph.identity.name_data import is_nameless
from camket.graph.identity.names import spelled
from camket.graph.identity.references import territory_of
from camket.graph.identity.territories import agree, bare_place

_ANYWHERE = ""


def cluster_things(found: Clusters) -> None:
    """Join the bodies or places of a block that are one."""
    everything = range(len(found.bearers))
    for _, sharing in grouped(everything, lambda place: [(ref,)] if (ref := found.bearers[place].reference) else []):
        found.link(sharing, Ground.SAME_REFERENCE, "", within_articles=True)
    names: dict[str, list[int]] = {}
    for place in everything:
        names.setdefault(spelled(found.bearers[place].folder, found.bearers[place].name), []).append(place)
    for name in sorted(names):
        _OneName(found, name, names[name]).settle()


class _OneName:
    """The bearers of one name: those with a place settle first, then those without."""

    def __init__(self, found: Clusters, name: str, places: Sequence[int]) -> None:
        self._found = found
        self._name = name
        self._folder = found.bearers[places[0]].folder
        self._unknown = [place for place in places if not found.bearers[place].reference]
        self._settled: dict[str, list[int]] = {}  # a member of each settled cluster, by the places it has to do with
        self._firsts: set[int] = set()
        for place in places:
            if found.bearers[place].reference and not self._is_settled(place):
                self._settle(place)

    def settle(self) -> None:
        """Join them."""
        for (region,), sharing in grouped(self._unknown, self._innermost):
            self._found.link(sharing, Ground.SAME_PLACE, region, allowed=_agreeing)
        for place in self._unknown:
            if self._found.bearers[place].evidence.territories and not self._is_settled(place):
                self._find_place(place)
        if self._folder == "body" and is_nameless(self._name):
            return
        self._without_place([p for p in self._unknown if not self._found.bearers[p].evidence.territories])

    def _innermost(self, place: int) -> Iterator[tuple[str, ...]]:
        for chain in self._found.bearers[place].evidence.territories:
            yield (bare_place(chain[0]),)

    def _find_place(self, place: int) -> None:
        """Join a cluster with a place to the one settled cluster that it agrees with."""
        cluster = self._found.of(place)
        around = {*_places(_chains(cluster)), _ANYWHERE}
        near = sorted({member for name in around for member in self._settled.get(name, ())})
        meant = {
            found.first: found
            for found in map(self._found.of, near)
            if _in_one_place(found, cluster) and self._found.may_join(found, cluster)
        }
        if len(meant) == 1:
            (first,) = meant
            self._firsts.discard(first)
            self._found.join(
                min(first, place), max(first, place), Ground.SAME_PLACE, next(iter(cluster.territories))[0]
            )
        self._settle(place)

    def _without_place(self, places: Sequence[int]) -> None:
        """Join those of whom no place is known to the only one of the name; they are one where there is none."""
        if len(self._firsts) > 1:
            return
        only = next(iter(self._firsts), None)
        for place in places:
            if only is None:
                only = place
            else:
                self._found.join(min(only, place), max(only, place), Ground.SAME_NAME, "")

    def _is_settled(self, place: int) -> bool:
        return self._found.of(place).first in self._firsts

    def _settle(self, place: int) -> None:
        cluster = self._found.of(place)
        self._firsts.add(cluster.first)
        for name in set(_places(_chains(cluster))) or {_ANYWHERE}:
            self._settled.setdefault(name, []).append(place)


def _agreeing(one: Bearer, other: Bearer) -> bool:
    return any(agree(mine, theirs) for mine in one.evidence.territories for theirs in other.evidence.territories)


def _in_one_place(one: Cluster, other: Cluster) -> bool:
    return any(agree(mine, theirs) for mine in _chains(one) for theirs in _chains(other))


def _chains(cluster: Cluster) -> Sequence[Chain]:
    """Where a cluster is; of what was recognised the reference data says it, where it does."""
    known = territory_of(cluster.reference) if cluster.reference else ()
    return [known] if known else list(cluster.territories) or [()]


def _places(chains: Iterable[Chain]) -> Iterator[str]:
    for chain in chains:
        yield from map(bare_place, chain)
