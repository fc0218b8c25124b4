"""Nodes and edges as CSV with the headings that Gephi, Kumu and Flourish look for, two files in a ZIP file."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, BinaryIO

from camket.graph.export.archive import write_zip
from camket.graph.export.csv import csv_text

if TYPE_CHECKING:
    import networkx

    Graph = networkx.MultiDiGraph[str]

Row = Mapping[str, Any]


def write_gephi(graph: "Graph", out: BinaryIO) -> None:
    """`nodes.csv` (Id, Label, ...) and `edges.csv` (Source, Target, Type, Id, Label, Kind, Weight, ...)."""
    nodes = ({"Id": node, "Label": data["label"], **_but(data, "label")} for node, data in graph.nodes(data=True))
    edges = (
        {"Source": source, "Target": target, "Type": "Directed", "Id": key, "Label": data["label"],
         "Kind": data["kind"], "Weight": data["weight"], **_but(data, "label", "kind", "weight")}
        for source, target, key, data in graph.edges(keys=True, data=True)
    )  # fmt: skip
    heading = ["Source", "Target", "Type", "Id", "Label", "Kind", "Weight"]
    write_zip(out, {
        "nodes.csv": _csv(["Id", "Label", *_columns(graph, "node", "label")], nodes),
        "edges.csv": _csv([*heading, *_columns(graph, "edge", "label", "kind", "weight")], edges),
    })  # fmt: skip


def write_kumu(graph: "Graph", out: BinaryIO) -> None:
    """`elements.csv` (Label, Type, Description, ...) and `connections.csv` (From, To, Direction, Type, ...).

    Kumu knows elements by their labels, so that labels are made unique: the second of a name is `NAME (2)`.
    """
    names = _unique(graph)
    nodes = (
        {"Label": names[node], "Type": data["kind"], "Description": data.get("quote"), "IRI": node,
         **_but(data, "label", "kind", "quote")}
        for node, data in graph.nodes(data=True)
    )  # fmt: skip
    edges = (
        {"From": names[source], "To": names[target], "Direction": "directed", "Type": data["kind"],
         "Label": data["label"], "Strength": data["weight"], "Description": data.get("quote"), "Edge ID": key,
         **_but(data, "label", "kind", "weight", "quote")}
        for source, target, key, data in graph.edges(keys=True, data=True)
    )  # fmt: skip
    element = ["Label", "Type", "Description", "IRI", *_columns(graph, "node", "label", "kind", "quote")]
    connection = ["From", "To", "Direction", "Type", "Label", "Strength", "Description", "Edge ID"]
    more = _columns(graph, "edge", "label", "kind", "weight", "quote")
    write_zip(out, {"elements.csv": _csv(element, nodes), "connections.csv": _csv([*connection, *more], edges)})


def write_flourish(graph: "Graph", out: BinaryIO) -> None:
    """`points.csv` (id, name, group, size, ...) and `links.csv` (source, target, value, ...), for network graphs."""
    nodes = (
        {"id": node, "name": data["label"], "group": data["kind"], **_but(data, "label", "kind")}
        for node, data in graph.nodes(data=True)
    )
    edges = (
        {"source": source, "target": target, "value": data["weight"], "type": data["kind"], "link_id": key,
         **_but(data, "weight", "kind")}
        for source, target, key, data in graph.edges(keys=True, data=True)
    )  # fmt: skip
    points = _csv(["id", "name", "group", *_columns(graph, "node", "label", "kind")], nodes)
    links = ["source", "target", "value", "type", "link_id", *_columns(graph, "edge", "weight", "kind")]
    write_zip(out, {"points.csv": points, "links.csv": _csv(links, edges)})


def _csv(heading: list[str], rows: Iterable[Row]) -> str:
    return csv_text(heading, ([row.get(name) for name in heading] for row in rows))


def _columns(graph: "Graph", of: str, *own: str) -> list[str]:
    return [name for name in graph.graph[f"{of}_columns"] if name not in own]


def _but(data: Row, *names: str) -> dict[str, Any]:
    return {name: value for name, value in data.items() if name not in names}


def _unique(graph: "Graph") -> dict[str, str]:
    """A name of its own for every node."""
    taken: dict[str, int] = {}
    names: dict[str, str] = {}
    for node, data in graph.nodes(data=True):
        label = " ".join(data["label"].split())
        taken[label] = taken.get(label, 0) + 1
        names[node] = label if taken[label] == 1 else f"{label} ({taken[label]})"
    return names
