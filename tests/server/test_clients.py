"""Clients that are not ours get the same rows."""

import csv
import io
import json
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, JSON, POST, TURTLE, XML, SPARQLWrapper

from camket.graph import api
from camket.ontology.namespaces import PREFIXES

README = Path(__file__).parents[2] / "README.md"
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


@pytest.mark.skipif(not shutil.which("curl"), reason="curl is not here")
def test_what_the_readme_shows(serve: Any, tmp_path: Path) -> None:
    lines = [line for line in README.read_text(encoding="utf-8").splitlines() if line.startswith("curl ")]
    assert len(lines) == 3
    build = [sys.executable, "-m", "camket.cli", "build", "--store", str(tmp_path / "store")]
    subprocess.run([*build, str(README.parent / "examples" / "quang-ninh.md")], capture_output=True, check=True)
    url = serve(tmp_path / "store", "--workers", "1").url
    commands = [["-sSf", *shlex.split(line)[1:]] for line in lines]
    asked = [[part.replace("http://127.0.0.1:8000/", url) for part in command] for command in commands]
    rows_, person, article = (
        subprocess.run(["curl", *command], capture_output=True, text=True, check=True).stdout for command in asked
    )
    assert rows_.splitlines() == ["who", "Bộ Công an"]
    assert "<person/Tô_Lâm>" in person
    assert "quang-ninh" in json.dumps(json.loads(article))
