import json
import shutil
import subprocess
from pathlib import Path

import networkx
import pytest

from camket.graph.errors import CamketError
from camket.graph.export import export
from camket.graph.export.drawn import MOST_NODES, write_svg
from camket.graph.store import Dataset

needs_dot = pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz is not installed")


@needs_dot
def test_graphviz_reads_every_node_and_edge_letter_by_letter(
    dataset: Dataset, tmp_path: Path, graph: "networkx.MultiDiGraph[str]"
) -> None:
    export(dataset, tmp_path / "graph.dot")
    read = json.loads(subprocess.check_output(["dot", "-Tdot_json", tmp_path / "graph.dot"], encoding="utf-8"))
    nodes = read["objects"]
    assert {node["iri"]: node["kind"] for node in nodes} == {
        node: data["kind"] for node, data in graph.nodes(data=True)
    }
    for node in nodes:
        quote = graph.nodes[node["iri"]].get("quote")
        assert node.get("quote") == (None if quote is None else quote.replace("\n", "\\n"))
    edges = {(nodes[edge["tail"]]["iri"], nodes[edge["head"]]["iri"], edge["eid"]) for edge in read["edges"]}
    assert edges == set(graph.edges(keys=True))


@needs_dot
@pytest.mark.parametrize(("suffix", "opening"), [("svg", b"<?xml"), ("png", b"\x89PNG")])
def test_graphviz_draws_it(dataset: Dataset, tmp_path: Path, suffix: str, opening: bytes) -> None:
    report = export(dataset, tmp_path / f"graph.{suffix}")
    assert (tmp_path / f"graph.{suffix}").read_bytes().startswith(opening)
    assert report.counts["nodes"] > 0


def test_without_graphviz_the_way_out_is_named(
    dataset: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(CamketError, match=r"svg .* Graphviz, which is not installed .*install it, or write \.dot"):
        export(dataset, tmp_path / "graph.svg")
    assert list(tmp_path.iterdir()) == []


def test_a_picture_nobody_could_read_is_not_drawn(tmp_path: Path) -> None:
    crowd: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    crowd.add_nodes_from(map(str, range(MOST_NODES + 1)))
    with (tmp_path / "x.svg").open("wb") as out, pytest.raises(CamketError, match="too many for a picture"):
        write_svg(crowd, out)
