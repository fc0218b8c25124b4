"""The SPARQL 1.1 Protocol against a running server: every way to ask, every format, every refusal."""

import io
import json
from urllib.parse import urlencode

import httpx
import pyoxigraph
import pytest
import rdflib

from camket.ontology.namespaces import BASE

ASK = "ASK { ?x a ck:Pledge }"
NAMES = "SELECT ?name { ?x a foaf:Person ; skos:prefLabel ?name } ORDER BY ?name"
PEOPLE = ["Lê Văn Thuấn", "Lê Văn Thuận", "Trần Quốc Khởi", "Đỗ Thị Hiền"]
TRIPLES = "CONSTRUCT { ?x skos:prefLabel ?name } WHERE { ?x a foaf:Person ; skos:prefLabel ?name }"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
DIRECT = {"Content-Type": "application/sparql-query"}
UPDATE = {"Content-Type": "application/sparql-update"}


def names(response: httpx.Response) -> list[str]:
    assert response.status_code == 200, response.text
    return [row["name"]["value"] for row in response.json()["results"]["bindings"]]


def test_the_three_ways_to_ask(http: httpx.Client) -> None:
    assert names(http.get("/sparql", params={"query": NAMES})) == PEOPLE
    assert names(http.post("/sparql", data={"query": NAMES})) == PEOPLE
    assert names(http.post("/sparql", content=NAMES, headers=DIRECT)) == PEOPLE
    assert names(http.get("/sparql/", params={"query": NAMES, "format": "json", "unknown": "1"})) == PEOPLE
    assert http.head("/sparql", params={"query": NAMES}).text == ""


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        (None, "application/sparql-results+json"),
        ("*/*", "application/sparql-results+json"),
        ("application/json", "application/json"),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/csv", "text/csv; charset=utf-8"),
        ("text/tab-separated-values", "text/tab-separated-values; charset=utf-8"),
        ("text/turtle, text/*;q=0.5, */*;q=0.1", "text/csv; charset=utf-8"),
        ("application/json;q=0.1, application/sparql-results+xml;q=0.9", "application/sparql-results+xml"),
        ("image/png, TEXT/CSV ; q=1.0", "text/csv; charset=utf-8"),
    ],
)
def test_rows_come_in_the_format_asked_for(http: httpx.Client, accept: str | None, media_type: str) -> None:
    headers = {"Accept": accept} if accept else {}
    request = http.build_request("GET", "/sparql", params={"query": NAMES}, headers=headers)
    if accept is None:
        del request.headers["accept"]
    response = http.send(request)
    assert response.headers["content-type"] == media_type
    assert response.headers["vary"] == "Accept"
    kind = pyoxigraph.QueryResultsFormat.from_media_type(media_type)
    if kind and kind not in (pyoxigraph.QueryResultsFormat.CSV,):
        found = pyoxigraph.parse_query_results(response.content, kind)
        assert isinstance(found, pyoxigraph.QuerySolutions)
        assert [row["name"].value for row in found] == PEOPLE
    else:
        assert response.text.replace("\r\n", "\n").split("\n")[1:5] == PEOPLE


@pytest.mark.parametrize(
    ("accept", "name"),
    [
        ("text/turtle", "turtle"),
        ("application/n-triples", "nt"),
        ("application/rdf+xml", "xml"),
        ("application/ld+json", "json-ld"),
        ("application/trig", "trig"),
        ("application/n-quads", "nquads"),
    ],
)
def test_triples_come_in_the_format_asked_for(http: httpx.Client, accept: str, name: str) -> None:
    response = http.get("/sparql", params={"query": TRIPLES}, headers={"Accept": accept})
    assert response.headers["content-type"].partition(";")[0] == accept
    read = rdflib.Dataset(default_union=True).parse(data=response.content, format=name)
    assert sorted(map(str, read.objects())) == PEOPLE


def test_without_accept_rows_are_json_and_triples_turtle(http: httpx.Client) -> None:
    assert http.get("/sparql", params={"query": ASK}).json()["boolean"] is True
    response = http.get("/sparql", params={"query": "DESCRIBE <person/Trần_Quốc_Khởi>"})
    assert response.headers["content-type"] == "text/turtle; charset=utf-8"
    assert f"@base <{BASE}>" in response.text


def test_the_graphs_asked(http: httpx.Client) -> None:
    count = "SELECT (COUNT(*) AS ?name) { ?s a ck:Pledge }"
    named = "SELECT DISTINCT ?name { GRAPH ?name { ?s ?p ?o } } ORDER BY ?name"
    first = f"{BASE}article/thanh-giang-01"

    def asked(sparql: str, *graphs: tuple[str, str]) -> list[str]:
        return names(http.get(f"/sparql?{urlencode([('query', sparql), *graphs])}"))

    assert asked(count) == ["3"]
    assert asked(count, ("default-graph-uri", first)) == ["2"]
    assert asked(count, ("default-graph-uri", f"{BASE}graph/entities")) == ["0"]
    assert asked(count, ("named-graph-uri", first)) == ["0"]
    assert asked(named, ("named-graph-uri", first)) == [first]
    assert asked(named, ("default-graph-uri", first)) == []
    assert asked(f"SELECT (COUNT(*) AS ?name) FROM <{first}> {{ ?s a ck:Pledge }}") == ["2"]
    other = ("default-graph-uri", f"{BASE}graph/entities")
    assert asked(f"SELECT (COUNT(*) AS ?name) FROM <{first}> {{ ?s a ck:Pledge }}", other) == ["0"]


@pytest.mark.parametrize(
    ("status", "request_"),
    [
        (400, ("GET", "/sparql?query=SELECT", {}, "")),
        (400, ("GET", "/sparql?query=ASK%7B%7D&query=ASK%7B%7D", {}, "")),
        (400, ("GET", "/sparql?query=%FF", {}, "")),
        (400, ("GET", "/sparql?query=ASK%7B%7D&default-graph-uri=no+iri", {}, "")),
        (400, ("GET", "/sparql?default-graph-uri=http%3A%2F%2Fg", {}, "")),
        (400, ("POST", "/sparql", FORM, "")),
        (400, ("POST", "/sparql", DIRECT, b"\xff")),
        (400, ("POST", "/sparql?query=ASK%7B%7D", DIRECT, "ASK {}")),
        (403, ("GET", "/sparql?update=CLEAR+ALL", {}, "")),
        (403, ("POST", "/sparql", FORM, "update=CLEAR+ALL")),
        (403, ("POST", "/sparql", UPDATE, "CLEAR ALL")),
        (403, ("POST", "/sparql", DIRECT, "ASK { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }")),
        (405, ("PUT", "/sparql", {}, "")),
        (405, ("DELETE", "/sparql", {}, "")),
        (406, ("GET", "/sparql?query=ASK%7B%7D", {"Accept": "image/png"}, "")),
        (406, ("GET", "/sparql?query=ASK%7B%7D", {"Accept": ";;;,q=,*"}, "")),
        (406, ("GET", "/sparql?query=ASK%7B%7D", {"Accept": "*/*;q=0"}, "")),
        (406, ("GET", "/sparql?query=ASK%7B%7D", {"Accept": "text/turtle"}, "")),
        (406, ("GET", "/sparql", {"Accept": "text/csv"}, "")),
        (413, ("POST", "/sparql", DIRECT, "#" * (1024 * 1024 + 1))),
        (415, ("POST", "/sparql", {"Content-Type": "text/plain"}, "ASK {}")),
        (415, ("POST", "/sparql", {}, "ASK {}")),
        (415, ("POST", "/sparql", {"Content-Type": "application/sparql-query; charset=utf-16"}, "ASK {}")),
    ],
)
def test_what_is_refused_and_how(
    http: httpx.Client, status: int, request_: tuple[str, str, dict[str, str], str | bytes]
) -> None:
    method, path, headers, content = request_
    response = http.request(method, path, headers=headers, content=content or None)
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "text/plain; charset=utf-8"
    assert len(response.text.splitlines()) == 1
    if status == 405:
        assert set(response.headers["allow"].split(", ")) == {"GET", "HEAD", "POST"}
    assert http.get("/sparql", params={"query": ASK}).json()["boolean"] is True


def test_the_parsers_words_are_told(http: httpx.Client) -> None:
    assert http.get("/sparql?query=SELECT+nonsense").text.startswith("malformed SPARQL: error at 1:")


def test_the_service_describes_itself(http: httpx.Client, server: object) -> None:
    sd = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
    for accept, name in (("text/turtle", "turtle"), ("application/rdf+xml", "xml"), ("application/ld+json", "json-ld")):
        response = http.get("/sparql", headers={"Accept": accept})
        described = rdflib.Dataset(default_union=True).parse(io.BytesIO(response.content), format=name)
        service = described.value(predicate=rdflib.RDF.type, object=sd.Service)
        assert described.value(service, sd.endpoint) == rdflib.URIRef(str(response.request.url))
        assert (service, sd.supportedLanguage, sd.SPARQL11Query) in described
        assert (service, sd.feature, sd.UnionDefaultGraph) in described


def test_large_answers_come_whole(http: httpx.Client) -> None:
    pairs = "SELECT ?a ?b { ?a a ?c . ?b a ?d }"
    with http.stream("GET", "/sparql", params={"query": pairs}) as response:
        body = b"".join(response.iter_bytes())
    assert response.status_code == 200
    assert len(body) == int(response.headers["content-length"]) > 1024 * 1024
    things = len(names(http.get("/sparql", params={"query": "SELECT ?name { ?name a ?c }"})))
    assert len(json.loads(body)["results"]["bindings"]) == things**2
