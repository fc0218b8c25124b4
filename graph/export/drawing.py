"""The property graph as the explorer reads it: small enough to be sent, or to be put into a file."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import networkx

Drawing = dict[str, Any]

_NOT_SENT = frozenset({"colour", "size", "label_en"})
"""What kinds say for all their nodes or edges, or what is made in the explorer."""


def drawing(graph: "networkx.MultiDiGraph[str]") -> Drawing:
    """`graph` as JSON values. Edges name their ends by position; a missing value is no key.

    `kinds`: the colour of each kind of node; `relations`: what each kind of edge is called in Vietnamese (its name is
    English).
    """
    names = list(graph)
    position = {name: index for index, name in enumerate(names)}
    kinds = {graph.nodes[name]["kind"]: graph.nodes[name]["colour"] for name in names}
    relations = {data["kind"]: data["label"] for _, _, data in graph.edges(data=True)}
    return {
        "kinds": dict(sorted(kinds.items())),
        "relations": dict(sorted(relations.items())),
        "nodes": [{"id": name, **_node(graph.nodes[name])} for name in names],
        "edges": [
            {"id": key, "source": position[source], "target": position[target], **_edge(data)}
            for source, target, key, data in graph.edges(keys=True, data=True)
        ],
    }


def _node(data: dict[str, Any]) -> dict[str, Any]:
    english = {"label_en": data["label_en"]} if "label_en" in data else {}
    return {**{name: value for name, value in data.items() if name not in _NOT_SENT}, **english}


def _edge(data: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in data.items() if name not in _NOT_SENT | {"label"}}
