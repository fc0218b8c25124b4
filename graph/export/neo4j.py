"""CSV for `neo4j-admin database import full`, in a ZIP file; the command whole is in docs/exports.md.

It needs `--multiline-fields=true`, for what articles say may go over several lines.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from camket.graph.export.archive import write_zip
from camket.graph.export.csv import csv_text
from camket.graph.export.cypher import label_of, type_of
from camket.graph.export.tables import Cell

if TYPE_CHECKING:
    import networkx

_TYPES: Final = {"string": "string", "integer": "long", "double": "double", "boolean": "boolean", "date": "date"}


def write_neo4j(graph: "networkx.MultiDiGraph[str]", out: BinaryIO) -> None:
    """Write a property graph to `out`: labels, types and ids as in `cypher.py`, dates as dates."""
    of_nodes, of_edges = graph.graph["node_columns"], graph.graph["edge_columns"]
    nodes = [(node, label_of(data["kind"]), *_cells(data, of_nodes)) for node, data in graph.nodes(data=True)]
    edges = [
        (source, target, type_of(data["kind"]), key, *_cells(data, of_edges))
        for source, target, key, data in graph.edges(keys=True, data=True)
    ]
    write_zip(out, {
        "nodes.csv": csv_text(["id:ID", ":LABEL", *_heading(of_nodes)], nodes),
        "relationships.csv": csv_text([":START_ID", ":END_ID", ":TYPE", "id:string", *_heading(of_edges)], edges),
    })  # fmt: skip


def _heading(columns: Mapping[str, str]) -> list[str]:
    return [f"{name}:{_TYPES[kind]}" for name, kind in columns.items()]


def _cells(data: Mapping[str, Any], columns: Mapping[str, str]) -> list[Cell]:
    return [str(value).lower() if isinstance(value := data.get(name), bool) else value for name in columns]
