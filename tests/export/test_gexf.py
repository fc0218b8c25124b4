import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from camket.graph.export import export, to_networkx
from camket.graph.export.gexf import write_gexf
from camket.graph.export.xml_text import xml_text
from camket.graph.store import Dataset
from camket.ontology.namespaces import BASE

NAMESPACES = {"g": "http://gexf.net/1.3", "viz": "http://gexf.net/1.3/viz"}
SCHEMA = Path(__file__).parents[3] / "shared" / "conformance" / "gexf-1.3" / "gexf.rng"
ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]))


@pytest.fixture
def written(dataset: Dataset, tmp_path: Path) -> Path:
    export(dataset, tmp_path / "graph.gexf")
    return tmp_path / "graph.gexf"


def small_graph(text: str) -> "networkx.MultiDiGraph[str]":
    graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    graph.graph["node_columns"] = dict.fromkeys(("kind", "label", "colour", "quote"), "string") | {"size": "double"}
    graph.graph["edge_columns"] = dict.fromkeys(("kind", "label", "quote"), "string")
    for node in "ab":
        graph.add_node(node, kind="person", label=text, colour="#ff0080", size=4.5, quote=text)
    graph.add_edge("a", "b", key="e1", kind="met", label=text, quote=text)
    graph.add_edge("a", "b", key="e2", kind="met", label=text)
    return graph


def valid(document: bytes) -> bool:
    schema = etree.RelaxNG(etree.parse(SCHEMA))
    accepted: bool = schema.validate(etree.fromstring(document))
    return accepted


@pytest.mark.skipif(not SCHEMA.is_file(), reason="the GEXF 1.3 schema (../shared/conformance/gexf-1.3) is not here")
def test_valid_against_the_schema_of_gexf_1_3(written: Path, dataset: Dataset, tmp_path: Path) -> None:
    assert valid(written.read_bytes())
    export(dataset, tmp_path / "all.gexf", all_people=True)
    assert valid((tmp_path / "all.gexf").read_bytes())
    assert not valid(written.read_bytes().replace(b'version="1.3"', b'version="1.9"'))


def test_nodes_and_edges_are_those_of_the_property_graph(written: Path, dataset: Dataset) -> None:
    graph, root = to_networkx(dataset), etree.parse(written)
    assert {node.get("id"): node.get("label") for node in root.iterfind(".//g:node", NAMESPACES)} == {
        node: data["label"] for node, data in graph.nodes(data=True)
    }
    edges = {
        (edge.get("source"), edge.get("target"), edge.get("id"), edge.get("kind"))
        for edge in root.iterfind(".//g:edge", NAMESPACES)
    }
    assert edges == {(*ends, data["kind"]) for *ends, data in graph.edges(keys=True, data=True)}


def test_a_pledge_is_open_from_its_publication_to_its_due_day(written: Path) -> None:
    [pledge] = etree.parse(written).xpath("//g:node[contains(@id, 'bao-01#pledge=')]", namespaces=NAMESPACES)
    assert (pledge.get("start"), pledge.get("end")) == ("2025-05-13", "2025-06-30")
    assert pledge.find("viz:color", NAMESPACES).attrib == {"r": "224", "g": "123", "b": "0"}
    assert float(pledge.find("viz:size", NAMESPACES).get("value")) > 4
    values = {value.get("for"): value.get("value") for value in pledge.iterfind(".//g:attvalue", NAMESPACES)}
    assert values["measures"] == "Mặt bằng = 1200 ha | Mặt bằng >= 55600000000000.5 VND 2026/2030"
    assert (values["value"], values["evidence_count"], values["end"]) == ("1200.0", "1", "2025-06-30")


def test_a_goal_without_a_due_day_has_no_end(written: Path) -> None:
    [goal] = etree.parse(written).xpath("//g:node[contains(@id, 'tin/02#')]", namespaces=NAMESPACES)
    assert goal.get("start") == "2025-01-01"
    assert goal.get("end") is None


def test_every_value_belongs_to_a_declared_column(written: Path) -> None:
    root = etree.parse(written)
    for of in ("node", "edge"):
        declared = root.xpath(f"//g:attributes[@class='{of}']/g:attribute/@id", namespaces=NAMESPACES)
        used = root.xpath(f"//g:{of}//g:attvalue/@for", namespaces=NAMESPACES)
        assert used
        assert set(used) <= set(declared)
        assert len(set(declared)) == len(declared)


def test_an_edge_is_as_heavy_as_it_has_facts(written: Path) -> None:
    root = etree.parse(written)
    assert set(root.xpath("//g:edge/@weight", namespaces=NAMESPACES)) == {"1.0"}
    assert len(root.xpath("//g:edge[@weight]", namespaces=NAMESPACES)) == len(root.findall(".//g:edge", NAMESPACES))
    assert "weight" not in root.xpath("//g:attribute/@id", namespaces=NAMESPACES)  # Gephi would have two columns


def test_the_day_of_writing_is_not_in_the_file(written: Path) -> None:
    assert b"lastmodifieddate" not in written.read_bytes()


def test_networkx_reads_it_back(written: Path, dataset: Dataset) -> None:
    read, graph = networkx.read_gexf(written, version="1.3"), to_networkx(dataset)
    assert set(read.nodes) == set(graph.nodes)
    assert read.number_of_edges() == graph.number_of_edges()
    company = read.nodes[BASE + "body/Công_ty_%22Sóng_&_Xanh%22"]
    assert company["label"] == 'Công ty "Sóng <&> Xanh"\ndòng hai 😀'
    assert company["kind"] == "body"


def test_graphology_reads_every_node_and_edge(
    written: Path, graph: "networkx.MultiDiGraph[str]", javascript: Callable[[str, Path], Any]
) -> None:
    script = """
        import graphology from 'graphology';
        import gexf from 'graphology-gexf';
        tell(gexf.parse(graphology.MultiDirectedGraph, read).export());
    """
    found = javascript(script, written)
    assert {node["key"]: node["attributes"]["label"] for node in found["nodes"]} == {
        node: data["label"] for node, data in graph.nodes(data=True)
    }
    assert {(edge["source"], edge["target"], edge["key"]) for edge in found["edges"]} == set(graph.edges(keys=True))
    assert all(edge["attributes"]["weight"] == 1 for edge in found["edges"])
    for node in found["nodes"]:
        read, data = node["attributes"], graph.nodes[node["key"]]
        red, green, blue = bytes.fromhex(data["colour"].removeprefix("#"))
        assert read["color"] == f"rgb({red},{green},{blue})"
        assert all(read[name] == value for name, value in data.items() if name not in ("label", "colour"))


@given(ANY_TEXT)
def test_any_label_survives(text: str) -> None:
    out = io.BytesIO()
    write_gexf(small_graph(text), out)
    root = etree.fromstring(out.getvalue())
    expected = {xml_text(text)}
    assert {node.get("label") for node in root.iterfind(".//g:node", NAMESPACES)} == expected
    assert {edge.get("label") for edge in root.iterfind(".//g:edge", NAMESPACES)} == expected
    assert set(root.xpath("//g:attvalue[@for='quote']/@value", namespaces=NAMESPACES)) == expected
