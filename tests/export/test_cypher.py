"""The Cypher and the CSV for Neo4j are run by Kùzu, an engine that wants its tables declared first."""

import csv
import datetime
import io
import re
import zipfile
from collections import defaultdict
from pathlib import Path
from typing import Any

import kuzu
import networkx
import pytest

from camket.graph.export import export
from camket.graph.export.cypher import label_of, type_of, write_cypher
from camket.graph.store import Dataset

TYPES = {"string": "STRING", "integer": "INT64", "double": "DOUBLE", "boolean": "BOOLEAN", "date": "DATE"}


def rows(engine: kuzu.Connection, statement: str) -> list[list[Any]]:
    answer = engine.execute(statement)
    assert isinstance(answer, kuzu.QueryResult)
    return [[*row] for row in answer.get_all()]


def plain(value: Any) -> Any:
    """A day as the property graph has it."""
    return value.isoformat() if isinstance(value, datetime.date) else value


@pytest.fixture
def engine(tmp_path: Path, graph: "networkx.MultiDiGraph[str]") -> kuzu.Connection:
    connection = kuzu.Connection(kuzu.Database(str(tmp_path / "kuzu")))
    nodes = {label_of(data["kind"]) for _, data in graph.nodes(data=True)}
    columns = ", ".join(f"`{name}` {TYPES[kind]}" for name, kind in graph.graph["node_columns"].items())
    for label in sorted(nodes):
        connection.execute(f"CREATE NODE TABLE `{label}` (id STRING PRIMARY KEY, {columns})")
    ends: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for source, target, data in graph.edges(data=True):
        ends[type_of(data["kind"])].add(tuple(label_of(graph.nodes[end]["kind"]) for end in (source, target)))
    columns = ", ".join(f"`{name}` {TYPES[kind]}" for name, kind in graph.graph["edge_columns"].items())
    for name, pairs in sorted(ends.items()):
        between = ", ".join(f"FROM `{source}` TO `{target}`" for source, target in sorted(pairs))
        connection.execute(f"CREATE REL TABLE `{name}` ({between}, id STRING, {columns})")
    return connection


def test_run_by_an_engine_it_makes_the_same_graph(
    dataset: Dataset, tmp_path: Path, engine: kuzu.Connection, graph: "networkx.MultiDiGraph[str]"
) -> None:
    export(dataset, tmp_path / "graph.cypher")
    statements = re.split(r";\n(?=C|M|\Z)", (tmp_path / "graph.cypher").read_text(encoding="utf-8"))[:-1]
    for statement in statements + statements:  # running it again changes nothing
        if not statement.startswith("CREATE CONSTRAINT"):
            engine.execute(statement)
    columns = list(graph.graph["node_columns"])
    asked = ", ".join(f"n.`{name}`" for name in columns)
    found = {}
    for node, *values in rows(engine, f"MATCH (n) RETURN n.id, {asked}"):
        found[node] = {name: plain(value) for name, value in zip(columns, values, strict=True) if value is not None}
    assert found == {node: graph.nodes[node] for node in graph}
    edges = rows(engine, "MATCH (a)-[r]->(b) RETURN a.id, b.id, r.id, r.kind")
    assert {tuple(edge) for edge in edges} == {
        (*ends, data["kind"]) for *ends, data in graph.edges(keys=True, data=True)
    }
    assert len(edges) == graph.number_of_edges()


@pytest.mark.parametrize("number", [1.02e16, 5.5e22, 1e-7, 0.1, -2.0])
def test_numbers_however_large_are_written_as_cypher_has_them(tmp_path: Path, number: float) -> None:
    graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph(node_columns={"value": "double", "kind": "string"})
    graph.graph["edge_columns"] = {}
    graph.add_node("x", kind="goal", value=number)
    out = io.BytesIO()
    write_cypher(graph, out)
    *_, statement = out.getvalue().decode().splitlines()
    assert "+" not in statement
    connection = kuzu.Connection(kuzu.Database(str(tmp_path / "kuzu")))
    connection.execute("CREATE NODE TABLE Goal (id STRING PRIMARY KEY, kind STRING, value DOUBLE)")
    connection.execute(statement)
    assert rows(connection, "MATCH (n:Goal) RETURN n.value") == [[number]]


def test_kinds_may_be_called_like_words_of_cypher(tmp_path: Path) -> None:
    graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph(
        node_columns={"kind": "string"}, edge_columns={"kind": "string"}
    )
    graph.add_nodes_from("ab", kind="group")
    graph.add_edge("a", "b", key="e", kind="order")
    out = io.BytesIO()
    write_cypher(graph, out)
    connection = kuzu.Connection(kuzu.Database(str(tmp_path / "kuzu")))
    connection.execute("CREATE NODE TABLE `Group` (id STRING PRIMARY KEY, kind STRING)")
    connection.execute("CREATE REL TABLE `ORDER` (FROM `Group` TO `Group`, id STRING, kind STRING)")
    for statement in out.getvalue().decode().splitlines()[1:]:
        connection.execute(statement)
    assert rows(connection, "MATCH (a)-[r]->(b) RETURN a.id, r.kind, b.id") == [["a", "order", "b"]]


def test_every_label_is_kept_unique_first(dataset: Dataset, tmp_path: Path) -> None:
    export(dataset, tmp_path / "graph.cypher")
    first, *_ = (tmp_path / "graph.cypher").read_text(encoding="utf-8").partition("MERGE")
    assert "CREATE CONSTRAINT IF NOT EXISTS FOR (n:`Person`) REQUIRE n.id IS UNIQUE;\n" in first


def test_the_csv_for_neo4j_is_loaded_with_the_same_counts(
    dataset: Dataset, tmp_path: Path, graph: "networkx.MultiDiGraph[str]"
) -> None:
    export(dataset, tmp_path / "graph.neo4j.zip")
    with zipfile.ZipFile(tmp_path / "graph.neo4j.zip") as archive:
        archive.extractall(tmp_path)
    connection = kuzu.Connection(kuzu.Database(str(tmp_path / "kuzu")))
    counts = [
        rows(connection, f"LOAD FROM '{tmp_path / name}' (header=true, parallel=false) RETURN COUNT(*)")
        for name in ("nodes.csv", "relationships.csv")
    ]
    assert counts == [[[graph.number_of_nodes()]], [[graph.number_of_edges()]]]


def test_the_headings_are_those_of_neo4j_admin(dataset: Dataset, tmp_path: Path) -> None:
    export(dataset, tmp_path / "graph.neo4j.zip")
    with zipfile.ZipFile(tmp_path / "graph.neo4j.zip") as archive:
        read = {name: list(csv.DictReader(io.TextIOWrapper(archive.open(name), "utf-8", newline="")))
                for name in archive.namelist()}  # fmt: skip
    [khai] = [row for row in read["nodes.csv"] if row["label:string"] == "Đỗ Minh Khải"]
    assert (khai[":LABEL"], khai["mention_count:long"]) == ("Person", "2")
    [promise] = [row for row in read["relationships.csv"] if row[":TYPE"] == "PROMISES" and "bao-01" in row[":END_ID"]]
    assert promise[":START_ID"].endswith("body/UBND_tỉnh_Vân_Hải")
    dates = {row["start:date"] for row in read["nodes.csv"]} - {""}
    assert "2025-05-13" in dates
