"""Edges of one kind between the same two nodes as one edge, the heavier the more there were."""

from collections import defaultdict
from typing import TYPE_CHECKING, Any

import networkx

from camket.graph.export.attributes import SEPARATOR
from camket.graph.export.property_graph import hashed

if TYPE_CHECKING:
    Graph = networkx.MultiDiGraph[str]

_LEAST, _GREATEST = "start", "end"


def merged(graph: "Graph") -> "Graph":
    """`graph` with each bundle of like edges as one.

    `weight` adds up; `start` is the earliest and `end` the latest; of other attributes all that differ are kept, with
    ` | ` between where they are texts, the first where they are not.
    """
    made: Graph = networkx.MultiDiGraph(**graph.graph)
    made.add_nodes_from(graph.nodes(data=True))
    bundles: dict[tuple[str, str, str], list[dict[str, Any]]] = defaultdict(list)
    for source, target, data in graph.edges(data=True):
        bundles[source, target, data["kind"]].append(data)
    for (source, target, kind), edges in sorted(bundles.items()):
        made.add_edge(source, target, key=hashed(source, kind, target), **_one(edges))
    return made


def _one(edges: list[dict[str, Any]]) -> dict[str, Any]:
    one: dict[str, Any] = {}
    for name in dict.fromkeys(name for data in edges for name in data):
        values = list(dict.fromkeys(data[name] for data in edges if name in data))
        if name == "weight":
            one[name] = float(sum(data[name] for data in edges))
        elif name == _LEAST:
            one[name] = min(values)
        elif name == _GREATEST:
            one[name] = max(values)
        else:
            one[name] = SEPARATOR.join(values) if isinstance(values[0], str) else values[0]
    return one
