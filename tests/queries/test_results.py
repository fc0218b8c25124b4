"""Every answer in every format that can hold it, read back by another reader."""

import csv
import io
import json

import pyoxigraph
import pytest
import rdflib

from camket.graph import results
from camket.graph.errors import UsageError
from camket.graph.store import Dataset

SELECT = "SELECT ?name ?none WHERE { ?x a foaf:Person ; skos:prefLabel ?name } ORDER BY ?name"
CONSTRUCT = "CONSTRUCT { ?x skos:prefLabel ?name } WHERE { ?x a foaf:Person ; skos:prefLabel ?name }"
PEOPLE = ["Lê Văn Thuấn", "Lê Văn Thuận", "Trần Quốc Khởi", "Đỗ Thị Hiền"]


def written(dataset: Dataset, sparql: str, name: str) -> bytes:
    out = io.BytesIO()
    results.write(dataset.query(sparql), name, out, dataset.base)
    return out.getvalue()


def test_rows(thanh_giang: Dataset) -> None:
    found = json.loads(written(thanh_giang, SELECT, "json"))
    assert [row["name"]["value"] for row in found["results"]["bindings"]] == PEOPLE
    assert found["results"]["bindings"][0]["name"]["xml:lang"] == "vi"
    table = list(csv.reader(io.StringIO(written(thanh_giang, SELECT, "csv").decode())))
    assert table == [["name", "none"], *([name, ""] for name in PEOPLE)]
    assert written(thanh_giang, SELECT, "tsv").decode().splitlines()[1] == '"Lê Văn Thuấn"@vi\t'
    xml = rdflib.query.Result.parse(io.BytesIO(written(thanh_giang, SELECT, "xml")), format="xml")
    assert [str(row[rdflib.Variable("name")]) for row in xml.bindings] == PEOPLE


@pytest.mark.parametrize("name", ["json", "xml", "csv", "tsv"])
def test_yes_and_no(thanh_giang: Dataset, name: str) -> None:
    assert b"true" in written(thanh_giang, "ASK { ?x a ck:Pledge }", name)
    assert written(thanh_giang, "ASK { ?x a ck:Visit }", name).endswith(b"\n")


@pytest.mark.parametrize(
    ("name", "rdflib_name"),
    [("ttl", "turtle"), ("nt", "nt"), ("jsonld", "json-ld"), ("rdfxml", "xml"), ("trig", "trig"), ("nq", "nquads")],
)
def test_triples(thanh_giang: Dataset, name: str, rdflib_name: str) -> None:
    data = written(thanh_giang, CONSTRUCT, name)
    read = rdflib.Dataset(default_union=True).parse(data=data, format=rdflib_name)
    assert sorted(map(str, read.objects())) == PEOPLE
    assert data == written(thanh_giang, CONSTRUCT, name)
    assert data.endswith(b"\n")


def test_a_format_that_cannot_hold_the_answer_is_refused(thanh_giang: Dataset) -> None:
    with pytest.raises(UsageError, match=r"'ttl' cannot hold rows .*: use json, xml, csv, tsv"):
        written(thanh_giang, SELECT, "ttl")
    with pytest.raises(UsageError, match=r"'csv' cannot hold triples .*: use ttl, nt, jsonld, rdfxml, trig, nq"):
        written(thanh_giang, CONSTRUCT, "csv")


def test_an_empty_answer_is_well_formed(thanh_giang: Dataset) -> None:
    nothing = "CONSTRUCT { ?x a ck:Visit } WHERE { ?x a ck:Visit }"
    for name in results.GRAPH_FORMATS:
        written(thanh_giang, nothing, name)
    assert list(pyoxigraph.parse(written(thanh_giang, nothing, "ttl"), pyoxigraph.RdfFormat.TURTLE)) == []
