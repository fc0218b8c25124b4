import csv
import io
import zipfile
from pathlib import Path

import igraph
import networkx
import pytest

from camket.graph.export import export
from camket.graph.store import Dataset

FILES = {
    "gephi": ("nodes.csv", ["Id", "Label"], "edges.csv", ["Source", "Target", "Type", "Id", "Label", "Kind", "Weight"]),
    "kumu": ("elements.csv", ["Label", "Type", "Description"], "connections.csv", ["From", "To", "Direction", "Type"]),
    "flourish": ("points.csv", ["id", "name", "group"], "links.csv", ["source", "target", "value"]),
}


def rows_of(path: Path) -> dict[str, list[dict[str, str]]]:
    with zipfile.ZipFile(path) as archive:
        return {
            name: list(csv.DictReader(io.TextIOWrapper(archive.open(name), "utf-8", newline="")))
            for name in archive.namelist()
        }


@pytest.mark.parametrize("tool", FILES)
def test_headings_and_counts(dataset: Dataset, tmp_path: Path, graph: "networkx.MultiDiGraph[str]", tool: str) -> None:
    nodes, of_nodes, edges, of_edges = FILES[tool]
    export(dataset, tmp_path / f"graph.{tool}.zip")
    read = rows_of(tmp_path / f"graph.{tool}.zip")
    assert list(read[nodes][0])[: len(of_nodes)] == of_nodes
    assert list(read[edges][0])[: len(of_edges)] == of_edges
    assert (len(read[nodes]), len(read[edges])) == (graph.number_of_nodes(), graph.number_of_edges())


@pytest.mark.parametrize(("tool", "name", "ends"), [
    ("gephi", "Id", ("Source", "Target")), ("kumu", "Label", ("From", "To")), ("flourish", "id", ("source", "target")),
])  # fmt: skip
def test_igraph_joins_the_two_files_into_the_same_graph(
    dataset: Dataset, tmp_path: Path, graph: "networkx.MultiDiGraph[str]", tool: str, name: str, ends: tuple[str, str]
) -> None:
    export(dataset, tmp_path / f"graph.{tool}.zip")
    nodes, edges = rows_of(tmp_path / f"graph.{tool}.zip").values()
    read = igraph.Graph.DictList(nodes, edges, directed=True, vertex_name_attr=name, edge_foreign_keys=ends)
    assert (read.vcount(), read.ecount()) == (graph.number_of_nodes(), graph.number_of_edges())
    assert sorted(read.degree()) == sorted(degree for _, degree in graph.degree())


def test_letters_quotes_and_lines_come_through(dataset: Dataset, tmp_path: Path) -> None:
    export(dataset, tmp_path / "graph.gephi.zip")
    labels = {row["Label"] for row in rows_of(tmp_path / "graph.gephi.zip")["nodes.csv"]}
    assert {'Công ty "Sóng <&> Xanh"\ndòng hai 😀', "Đỗ Minh Khải"} <= labels
