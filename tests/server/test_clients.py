"""Clients that are not ours get the same rows."""

import csv
import io
import shutil
import subprocess
from typing import Any

import pytest
import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, JSON, POST, TURTLE, XML, SPARQLWrapper

from camket.graph import api
from camket.ontology.namespaces import PREFIXES

SELECT = """PREFIX ck: <https://w3id.org/camket/ontology#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?who ?cue ?due { ?x a ck:Undertaking ; ck:actor/skos:prefLabel ?who ; ck:cue ?cue . OPTIONAL { ?x ck:due ?due } }
ORDER BY ?who ?cue ?due"""
ROWS = [
    ("UBND tỉnh Thanh Giang", "cam kết", "2025-06-30"),
    ("UBND tỉnh Thanh Giang", "yêu cầu", ""),
]


def rows(found: list[tuple[Any, ...]]) -> list[tuple[str, ...]]:
    return [tuple("" if value is None else str(value) for value in row) for row in found]


@pytest.fixture(scope="module")
def expected(server: Any, store: Any) -> list[tuple[str, ...]]:
    """What the store itself answers."""
    answer: Any = api.query(api.open_store(store), SELECT)
    found = [tuple("" if value is None else value.value for value in row) for row in answer]
    assert set(ROWS) <= set(found)
    return found


def test_camket_itself(server: Any, expected: list[tuple[str, ...]]) -> None:
    answer: Any = api.query(api.open_store(f"{server.url}sparql"), SELECT)
    assert [tuple("" if value is None else value.value for value in row) for row in answer] == expected


@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
def test_rdflib(server: Any, expected: list[tuple[str, ...]], method: str) -> None:
    graph = rdflib.Graph(SPARQLStore(f"{server.url}sparql", method=method, returnFormat="json"))
    assert rows([tuple(row) for row in graph.query(SELECT)]) == expected  # type: ignore[arg-type]
    pledge = rdflib.URIRef(PREFIXES["ck"] + "Pledge")
    assert len(set(graph.subjects(rdflib.RDF.type, pledge))) == 3


def converted(client: SPARQLWrapper) -> Any:
    return client.queryAndConvert()


@pytest.mark.parametrize("method", ["GET", POST])
def test_sparqlwrapper(server: Any, expected: list[tuple[str, ...]], method: str) -> None:
    client = SPARQLWrapper(f"{server.url}sparql")
    client.setMethod(method)
    client.setQuery(SELECT)
    client.setReturnFormat(JSON)
    found = converted(client)["results"]["bindings"]
    assert [tuple(row.get(name, {"value": ""})["value"] for name in ("who", "cue", "due")) for row in found] == expected
    client.setReturnFormat(CSV)
    assert [tuple(row) for row in csv.reader(io.StringIO(converted(client).decode()))][1:] == expected
    client.setReturnFormat(XML)
    assert len(converted(client).getElementsByTagName("result")) == len(expected)
    client.setQuery("DESCRIBE <person/Lê_Văn_Thuấn>")
    client.setReturnFormat(TURTLE)
    assert len(rdflib.Graph().parse(data=converted(client), format="turtle")) > 1


@pytest.mark.skipif(not shutil.which("curl"), reason="curl is not here")
@pytest.mark.parametrize("options", [["--get"], []])
def test_curl(server: Any, expected: list[tuple[str, ...]], options: list[str]) -> None:
    command = ["curl", "-sf", "-H", "Accept: text/csv", *options, "--data-urlencode", f"query={SELECT}"]
    shown = subprocess.run([*command, f"{server.url}sparql"], capture_output=True, text=True, check=True)
    assert [tuple(row) for row in csv.reader(io.StringIO(shown.stdout))][1:] == expected
