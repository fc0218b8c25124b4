"""A view of the property graph: whose surroundings, of which time, which kinds of facts, measured or not."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from camket.graph import edtf
from camket.graph.errors import UsageError
from camket.graph.export.links import NOT_FOLLOWED
from camket.graph.export.neighbourhood import ACTORS
from camket.graph.export.projection import load

if TYPE_CHECKING:
    import networkx

    Graph = networkx.MultiDiGraph[str]

DEFAULT_PROFILE: Final = "full"
DEFAULT_HOPS: Final = 2
"""From a person to what he promised, and on to whom."""


@dataclass(frozen=True, slots=True)
class View:
    """What of the property graph to export; every field but `profile` and `metrics` narrows.

    about: IRIs, whose surroundings up to `hops` edges away are kept (either way, never by way of an article's
    mentions). since, until: EDTF; facts are kept whose time (of a promise: from its publication to the day it is due)
    meets that between the first day of `since` and the last of `until`; those without any date are not. kinds: kinds
    of nodes; facts are then only of the kinds of facts named, actors only of the kinds of actors named. What a
    narrowing leaves without an edge goes too. metrics: with the measures of `metrics.py` as attributes.
    """

    profile: str = DEFAULT_PROFILE
    about: tuple[str, ...] | None = None
    hops: int = DEFAULT_HOPS
    since: str | None = None
    until: str | None = None
    kinds: tuple[str, ...] = ()
    metrics: bool = False

    def check(self) -> None:
        """Raises UsageError where the profile or a kind is unknown, or a date is none."""
        known = sorted({kind.kind for kind in load(self.profile).nodes})
        for kind in self.kinds:
            if kind not in known:
                raise UsageError(f"no kind of node is called {kind!r}: choose of {', '.join(known)}")
        for date in (self.since, self.until):
            if date is not None and not edtf.is_edtf(date):
                raise UsageError(f"{date!r} is no date: write 2025, 2025-06 or 2025-06-30")
        if self.since and self.until and edtf.first_day(self.since) > edtf.last_day(self.until):
            raise UsageError(f"nothing is after {self.since} and before {self.until}: exchange the two")

    @property
    def narrows(self) -> bool:
        """Whether anything but the profile is asked for."""
        return bool(self.about is not None or self.since or self.until or self.kinds)


def narrowed(graph: "Graph", view: View) -> "Graph":
    """What `view` keeps of a property graph, as a graph of its own; the graph itself where it keeps all."""
    if not view.narrows:
        return graph
    kept = graph.copy()
    kept.remove_nodes_from([node for node, data in graph.nodes(data=True) if not _wanted(data, view)])
    kept.remove_edges_from([(*ends, key) for *ends, key, data in graph.edges(keys=True, data=True)
                            if _is_dated(data) and not _in_time(data, view)])  # fmt: skip
    if view.about is not None:
        near = _around(kept, view.about, view.hops)
        kept.remove_nodes_from([node for node in graph if node in kept and node not in near])
    seeds = frozenset(view.about or ())
    kept.remove_nodes_from([node for node, degree in list(kept.degree()) if not degree and node not in seeds])
    return kept


def _wanted(data: dict[str, Any], view: View) -> bool:
    is_actor = data["kind"] in ACTORS
    named = [kind for kind in view.kinds if (kind in ACTORS) == is_actor]
    if named and data["kind"] not in named:
        return False
    return is_actor or _in_time(data, view)


def _is_dated(data: dict[str, Any]) -> bool:
    return "start" in data or "published" in data


def _in_time(data: dict[str, Any], view: View) -> bool:
    """Whether a node's or edge's days (inclusive, open where there is no end) meet those of the view."""
    if not view.since and not view.until:
        return True
    published = data.get("published")
    start = data.get("start") or (edtf.first_day(published).isoformat() if published else None)
    if start is None:
        return False
    end = data.get("end") or (None if "start" in data else edtf.last_day(published or "").isoformat())
    early_enough = view.until is None or start <= edtf.last_day(view.until).isoformat()
    return early_enough and (view.since is None or end is None or end >= edtf.first_day(view.since).isoformat())


def _around(graph: "Graph", seeds: Iterable[str], hops: int) -> set[str]:
    found = {seed: 0 for seed in seeds if seed in graph}
    waiting = deque(found)
    while waiting:
        node = waiting.popleft()
        if found[node] == hops:
            continue
        for near in _neighbours(graph, node):
            if near not in found:
                found[near] = found[node] + 1
                waiting.append(near)
    return set(found)


def _neighbours(graph: "Graph", node: str) -> Iterable[str]:
    for _, end, data in graph.out_edges(node, data=True):
        if data["kind"] not in NOT_FOLLOWED:
            yield end
    for end, _, data in graph.in_edges(node, data=True):
        if data["kind"] not in NOT_FOLLOWED:
            yield end
