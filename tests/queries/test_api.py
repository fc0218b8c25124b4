"""Camket from Python."""

from pathlib import Path

import pyoxigraph
import pytest
import rdflib

from camket.graph import api
from camket.graph.endpoint import Endpoint
from camket.graph.errors import QueryError, SourceError, StoreError, UsageError
from camket.graph.facts import ArticleFacts
from camket.graph.store import Dataset

HOUSING = "tỉnh cam kết xây 1.200 căn nhà ở xã hội cho công nhân trước ngày 30/6/2025"


def test_from_articles_to_a_store(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Bộ Xây dựng làm việc với UBND tỉnh Thanh Giang.", encoding="utf-8")
    (document,) = api.read(tmp_path / "a.txt")
    assert (document.id, document.text) == ("a", "Bộ Xây dựng làm việc với UBND tỉnh Thanh Giang.")
    assert isinstance(api.extract(document), ArticleFacts)
    report = api.build([tmp_path / "a.txt"], tmp_path / "store")
    assert (report.new, report.refused) == (1, [])
    dataset = api.open_store(tmp_path / "store")
    assert api.query(dataset, 'ASK { ?x a schema:NewsArticle ; dcterms:identifier "a" }')


def test_a_bad_source_is_raised_or_handed_over(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\x00\x01")
    (tmp_path / "b.txt").write_text("Bộ Xây dựng.", encoding="utf-8")
    with pytest.raises(SourceError, match="binary data"):
        list(api.read(tmp_path))
    refused: list[SourceError] = []
    assert [document.text for document in api.read(tmp_path, on_error=refused.append)] == ["Bộ Xây dựng."]
    assert len(refused) == 1


def test_queries_by_name_and_in_sparql(thanh_giang: Dataset) -> None:
    answer = api.query(thanh_giang, "due-in", during="2025", by="ubnd tinh thanh giang")
    assert isinstance(answer, pyoxigraph.QuerySolutions)
    assert [row["words"].value for row in answer] == [HOUSING]
    with pytest.raises(QueryError, match="did you mean due-in"):
        api.query(thanh_giang, "duein")
    with pytest.raises(UsageError, match="named query only"):
        api.query(thanh_giang, "ASK { ?s ?p ?o }", during="2025")


def test_as_rdflib_sees_it(thanh_giang: Dataset) -> None:
    graph = api.to_rdflib(thanh_giang)
    assert len(list(graph.graphs())) >= 4
    pledge = rdflib.URIRef("https://w3id.org/camket/ontology#Pledge")
    assert len(list(graph.subjects(rdflib.RDF.type, pledge))) == 3
    found = graph.query("SELECT ?n WHERE { ?p a foaf:Person ; skos:prefLabel ?n } ORDER BY ?n LIMIT 1")
    assert [str(row[0]) for row in found] == ["Lê Văn Thuấn"]  # type: ignore[index]


def test_as_networkx_sees_it(thanh_giang: Dataset) -> None:
    graph = api.to_networkx(thanh_giang)
    person = "https://w3id.org/camket/id/person/Đỗ_Thị_Hiền"
    assert graph.nodes[person]["label"] == "Đỗ Thị Hiền"
    assert graph.is_multigraph()
    assert graph.is_directed()


def test_where_there_is_no_store(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="make one with"):
        api.open_store(tmp_path / "nowhere")
    with pytest.raises(StoreError, match="cannot be reached"):
        api.open_store("http://127.0.0.1:1/sparql")


def test_an_endpoint_is_no_rdflib_store() -> None:
    endpoint = Endpoint.__new__(Endpoint)
    endpoint.url = "http://example.org/sparql"
    with pytest.raises(StoreError, match="only a store on disk"):
        api.to_rdflib(endpoint)
