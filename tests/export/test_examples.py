"""The examples, built as a user builds them and exported to every format: other tools read the same graph."""

from collections.abc import Callable
from pathlib import Path

import igraph
import networkx
import pyoxigraph
import pytest
import rdflib
from lxml import etree

from camket.graph import api
from camket.graph.build import build
from camket.graph.export import FORMATS, export, to_networkx
from camket.graph.store import Dataset

ROOT = Path(__file__).parents[2]
SCHEMA = ROOT.parent / "shared" / "conformance" / "gexf-1.3" / "gexf.rng"
RDFLIB_NAMES = {"turtle": "turtle", "trig": "trig", "ntriples": "nt", "nquads": "nquads", "jsonld": "json-ld"}

Graphs = Callable[[rdflib.Dataset | Dataset], dict[str, frozenset[object]]]


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    store = tmp_path_factory.mktemp("examples") / "camket.store"
    assert not build([ROOT / "examples"], store).refused
    return api.open_store(store)


@pytest.fixture(scope="module")
def written(examples: Dataset, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The files that are read back here, with nothing left out."""
    folder = tmp_path_factory.mktemp("written")
    files = {name: folder / f"graph{FORMATS[name].suffixes[0]}" for name in (*RDFLIB_NAMES, "gexf", "graphml")}
    for path in files.values():
        export(examples, path, with_text=True, all_people=True)
    return files


@pytest.mark.parametrize("name", ["trig", "nquads", "jsonld"])
def test_rdflib_reads_every_graph_back(
    examples: Dataset, written: dict[str, Path], graphs_of: Graphs, name: str
) -> None:
    read = rdflib.Dataset()
    read.parse(data=written[name].read_text(encoding="utf-8"), format=RDFLIB_NAMES[name])
    assert graphs_of(read) == graphs_of(examples)


@pytest.mark.parametrize("name", ["turtle", "ntriples"])
def test_rdflib_reads_the_union_back(
    examples: Dataset, written: dict[str, Path], union_of: Callable[[Dataset], rdflib.Graph], name: str
) -> None:
    read = rdflib.Graph().parse(written[name], format=RDFLIB_NAMES[name])
    assert set(read) == set(union_of(examples))  # no blank nodes, so equal means isomorphic
    assert len(read) == len(list(examples.quads()))  # every triple stands in exactly one graph


@pytest.mark.skipif(not SCHEMA.is_file(), reason="the GEXF 1.3 schema (../shared/conformance/gexf-1.3) is not here")
def test_gexf_is_valid(written: dict[str, Path]) -> None:
    etree.RelaxNG(etree.parse(SCHEMA)).assertValid(etree.parse(written["gexf"]))


def test_igraph_and_networkx_read_the_same_graphml(examples: Dataset, written: dict[str, Path]) -> None:
    graph = to_networkx(examples, all_people=True)
    by_igraph = igraph.Graph.Read_GraphML(str(written["graphml"]))
    by_networkx = networkx.read_graphml(written["graphml"], force_multigraph=True, edge_key_type=str)
    labels = {node: data["label"] for node, data in graph.nodes(data=True)}
    assert len(labels) >= len(articles(examples)) > 0
    assert dict(zip(by_igraph.vs["iri"], by_igraph.vs["label"], strict=True)) == labels
    assert {node: data["label"] for node, data in by_networkx.nodes(data=True)} == labels
    assert by_igraph.ecount() == by_networkx.number_of_edges() == graph.number_of_edges()


def articles(dataset: Dataset) -> list[str]:
    answer = dataset.query("SELECT ?article WHERE { ?article a schema:NewsArticle }")
    assert isinstance(answer, pyoxigraph.QuerySolutions)
    return [row["article"].value for row in answer]


def test_without_asking_no_text_and_no_private_person_leaves(examples: Dataset, tmp_path: Path) -> None:
    report = export(examples, tmp_path / "graph.nq")
    shown = (tmp_path / "graph.nq").read_text(encoding="utf-8")
    assert report.left_out["texts"] == len(articles(examples))
    assert "articleBody" not in shown
    assert "#person=" not in shown
