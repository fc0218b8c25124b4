"""What networkx measures of a property graph, as attributes of its nodes: the same figures for the same graph.

`degree` (edges either way), `betweenness` (on the undirected graph; in a graph of over `WHOLE` nodes from `SAMPLED` of
them, drawn with a fixed seed), `community` (Louvain, fixed seed, numbered by size, the largest 1), and `pagerank` where
scipy is installed (the extra `metrics`). Figures have `DIGITS` digits.
"""

from importlib.util import find_spec
from typing import TYPE_CHECKING, Final

import networkx

if TYPE_CHECKING:
    Graph = networkx.MultiDiGraph[str]

SEED: Final = 20260101
WHOLE: Final = 2000
SAMPLED: Final = 300
DIGITS: Final = 6

COLUMNS: Final = {"degree": "integer", "betweenness": "double", "community": "integer"}
PAGERANK: Final = {"pagerank": "double"}


def measure(graph: "Graph") -> None:
    """Puts the measures on the nodes of `graph` and names them among its columns."""
    plain = _plain(graph)
    between = networkx.betweenness_centrality(plain, k=SAMPLED if len(plain) > WHOLE else None, seed=SEED)
    communities = _communities(plain)
    ranks = networkx.pagerank(graph) if find_spec("scipy") and len(graph) else {}
    for node, data in graph.nodes(data=True):
        data["degree"] = graph.degree(node)
        data["betweenness"] = _rounded(between[node])
        data["community"] = communities[node]
        if ranks:
            data["pagerank"] = _rounded(ranks[node])
    graph.graph["node_columns"] |= COLUMNS | (PAGERANK if ranks else {})


def _plain(graph: "Graph") -> "networkx.Graph[str]":
    """`graph` without directions, like edges as one with their weights added up.

    Made by hand: networkx's own view gives neighbours in the order of a set, which is another in every process.
    """
    plain: networkx.Graph[str] = networkx.Graph()
    plain.add_nodes_from(graph)
    for source, target, data in graph.edges(data=True):
        before = plain.get_edge_data(source, target, default={"weight": 0.0})
        plain.add_edge(source, target, weight=before["weight"] + data["weight"])
    return plain


def _communities(graph: "networkx.Graph[str]") -> dict[str, int]:
    if not graph.number_of_edges():
        return {node: number for number, node in enumerate(graph, 1)}
    found = networkx.community.louvain_communities(graph, seed=SEED)
    by_size = sorted(found, key=lambda members: (-len(members), min(members)))
    return {node: number for number, members in enumerate(by_size, 1) for node in members}


def _rounded(value: float) -> float:
    return float(f"{value:.{DIGITS}g}")
