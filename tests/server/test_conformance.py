"""The W3C's protocol tests, where they lie beside the repository, against a running server.

Camket only reads. What a test would write is asked for all the same, has to be refused, and is then put into the store
as a build would, so that what the test reads next can be compared.
"""

import email
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

import httpx
import pytest
import rdflib
from rdflib.collection import Collection
from rdflib.compare import isomorphic

Publish = Callable[[Path, str], int]
Graphs = dict[str, rdflib.Graph]

SHARED = Path(__file__).parents[3] / "shared" / "conformance" / "sparql11"
MF = rdflib.Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
HT = rdflib.Namespace("http://www.w3.org/2011/http#")
CNT = rdflib.Namespace("http://www.w3.org/2011/content#")
SD = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
KNOWN_TO_SD = {
    *("Service", "Feature", "Language", "Function", "Aggregate", "EntailmentRegime", "EntailmentProfile", "Dataset"),
    *("GraphCollection", "Graph", "NamedGraph", "endpoint", "feature", "supportedLanguage", "resultFormat"),
    *("defaultDataset", "availableGraphs", "defaultGraph", "namedGraph", "name", "graph", "SPARQL11Query"),
    *("UnionDefaultGraph", "inputFormat", "languageExtension", "extensionFunction", "extensionAggregate"),
}
DATA = {f"http://kasei.us/2009/09/sparql/data/data{n}.rdf": f"data{n}.nt" for n in (1, 2, 3)}
FORMATS = {
    "boolean": {"application/sparql-results+json", "application/sparql-results+xml"},
    "tabular": {"application/sparql-results+json", "application/sparql-results+xml", "text/csv"},
    "RDF": {"text/turtle", "application/rdf+xml", "application/n-triples"},
}

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared/conformance is not here: nothing to run")


class Manifest:
    """The tests of a manifest, each with its requests in order."""

    def __init__(self, name: str) -> None:
        self.graph = rdflib.Graph()
        if SHARED.is_dir():
            self.graph.parse(SHARED / name)

    def names(self) -> list[str]:
        """Every test, also one that the manifest's own list has forgotten."""
        return sorted(str(test).partition("#")[2] for test in self.graph.subjects(MF.action))

    def requests(self, name: str) -> list[rdflib.term.Node]:
        (test,) = (s for s in set(self.graph.subjects(MF.action)) if str(s).endswith(f"#{name}"))
        action = self.graph.value(test, MF.action)
        found = self.graph.value(action, HT.requests)
        return list(Collection(self.graph, found)) if found else []

    def header(self, node: rdflib.term.Node, name: str) -> str | None:
        found = self.graph.value(node, HT.headers)
        for header in Collection(self.graph, found) if found else []:
            if str(self.graph.value(header, HT.fieldName)).lower() == name:
                return str(self.graph.value(header, HT.fieldValue))
        return None

    def text(self, node: rdflib.term.Node) -> str:
        body = self.graph.value(node, HT.body)
        return str(self.graph.value(body, CNT.chars)) if body else ""

    def send(self, client: httpx.Client, node: rdflib.term.Node, path: str) -> httpx.Response:
        """The request as the manifest has it, to `path`."""
        sent = {name: value for name in ("content-type", "accept") if (value := self.header(node, name))}
        charset = re.search(r"charset=([\w-]+)", sent.get("content-type", ""))
        content = self.text(node).encode(charset[1] if charset else "utf-8")
        return client.request(self.method(node), path, headers=sent, content=content or None)

    def method(self, node: rdflib.term.Node) -> str:
        return str(self.graph.value(node, HT.methodName))

    def path(self, node: rdflib.term.Node) -> str:
        return str(self.graph.value(node, HT.absolutePath))

    def expected(self, node: rdflib.term.Node) -> tuple[rdflib.term.Node, set[str]]:
        """The response that is expected, and the statuses that it may have: `Created` or `StatusCode4xx`."""
        response = self.graph.value(node, HT.resp)
        assert response
        return response, {str(o).partition("#")[2] for o in self.graph.objects(response, MF.expectedStatus)}


PROTOCOL = Manifest("protocol/manifest.ttl")
DIRECT = Manifest("graph-store-protocol/manifest-direct.ttl")
INDIRECT = Manifest("graph-store-protocol/manifest-indirect.ttl")
UPDATES = [name for name in PROTOCOL.names() if name.startswith("update_")]
QUERIES = [name for name in PROTOCOL.names() if name not in UPDATES]
STATUS = {"OK": 200, "Created": 201, "NoContent": 204, "NotFound": 404}


@pytest.fixture(scope="module")
def client(
    serve: Callable[..., Any], publish: Publish, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[httpx.Client]:
    store = tmp_path_factory.mktemp("conformance") / "store"
    graphs = {iri: (SHARED / "protocol" / name).read_text() for iri, name in DATA.items()}
    publish(store, "".join(f"GRAPH <{iri}> {{ {text} }}\n" for iri, text in graphs.items()))
    with serve(store).client() as client:
        yield client


@pytest.fixture(scope="module")
def rewritten(
    serve: Callable[..., Any], publish: Publish, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[httpx.Client, Path]]:
    """A client of a server whose store the tests rewrite, and the store."""
    store = tmp_path_factory.mktemp("conformance") / "store"
    publish(store, "")
    with serve(store, "--workers", "1").client() as client:
        yield client, store


@pytest.fixture
def emptied(rewritten: tuple[httpx.Client, Path], publish: Publish) -> tuple[httpx.Client, Path]:
    publish(rewritten[1], "")
    return rewritten


def test_how_many_there_are() -> None:
    assert (len(QUERIES), len(UPDATES)) == (27, 7)
    assert (len(DIRECT.names()), len(INDIRECT.names())) == (5, 9)


@pytest.mark.parametrize("name", QUERIES)
def test_protocol(name: str, client: httpx.Client) -> None:
    for request in PROTOCOL.requests(name):
        response = PROTOCOL.send(client, request, PROTOCOL.path(request).replace("/sparql/", "/sparql"))
        expected, statuses = PROTOCOL.expected(request)
        assert f"StatusCode{response.status_code // 100}xx" in statuses, response.text
        answer_format = PROTOCOL.graph.value(expected, MF.expectedFormat)
        if answer_format:
            assert response.headers["content-type"].partition(";")[0] in FORMATS[str(answer_format)]
        boolean = PROTOCOL.graph.value(expected, MF.expectedBoolean)
        if boolean is not None:
            assert response.json()["boolean"] == boolean.toPython()  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", UPDATES)
def test_updates_are_refused(name: str, client: httpx.Client) -> None:
    before = client.get("/data?default").content
    update = PROTOCOL.requests(name)[0]
    response = PROTOCOL.send(client, update, PROTOCOL.path(update).replace("/sparql/", "/sparql"))
    assert response.status_code == 403
    assert client.get("/data?default").content == before != b""


def test_service_description(client: httpx.Client) -> None:
    response = client.get("/sparql", headers={"Accept": "application/rdf+xml"})
    described = rdflib.Graph().parse(data=response.content, format="xml")
    (service,) = described.subjects(rdflib.RDF.type, SD.Service)
    assert list(described.objects(service, SD.endpoint)) == [rdflib.URIRef(str(response.request.url))]
    terms = {str(term) for triple in described for term in triple if str(term).startswith(str(SD))}
    assert {term.removeprefix(str(SD)) for term in terms} <= KNOWN_TO_SD
    assert all((graph, SD.name, None) in described for graph in described.objects(None, SD.namedGraph))


@pytest.mark.parametrize(
    ("manifest", "name"),
    [(m, name) for m in (DIRECT, INDIRECT) for name in m.names()],
    ids=[*DIRECT.names(), *INDIRECT.names()],
)
def test_graph_store(manifest: Manifest, name: str, emptied: tuple[httpx.Client, Path], publish: Publish) -> None:
    client, store = emptied
    graphs: Graphs = {}
    made = "http://www.example/made"
    for request in manifest.requests(name):
        path = "/data" + manifest.path(request).removeprefix("/gsp").replace("$LOCATION$", quote(made))
        response = manifest.send(client, request, path)
        if manifest.method(request) in ("GET", "HEAD"):
            check_read(manifest, request, response)
        else:
            assert response.status_code == 405
            write(manifest, request, graphs, graph_of(path, client) or made)
            publish(store, "".join(in_trig(iri, graph) for iri, graph in graphs.items()))


def check_read(manifest: Manifest, request: rdflib.term.Node, response: httpx.Response) -> None:
    """What is read is what the test says."""
    expected, statuses = manifest.expected(request)
    assert response.status_code in {STATUS[status] for status in statuses}, response.text
    media_type = manifest.header(expected, "content-type")
    if media_type:
        assert response.headers["content-type"] == media_type
    if manifest.text(expected):
        assert isomorphic(rdflib.Graph().parse(data=response.text, format="turtle"), turtle(manifest.text(expected)))


def write(manifest: Manifest, request: rdflib.term.Node, graphs: Graphs, name: str) -> None:
    """Do to `graphs` what a request would do to the graph `name`."""
    method = manifest.method(request)
    if method in ("PUT", "DELETE"):
        graphs.pop(name, None)
    if method in ("PUT", "POST"):
        for part in parts(manifest.header(request, "content-type") or "", manifest.text(request)):
            graphs[name] = graphs.get(name, rdflib.Graph()) + turtle(part)


def parts(content_type: str, text: str) -> list[str]:
    """The Turtle texts in the body of a request."""
    if not content_type.startswith("multipart/"):
        return [text]
    message = email.message_from_string(f"Content-Type: {content_type}\n\n{text}")
    return [str(part.get_payload()) for part in message.get_payload()]  # type: ignore[union-attr]


def graph_of(path: str, client: httpx.Client) -> str:
    """The graph that a path names, "" where it names none, "default" for the default graph."""
    if path.startswith("/data/"):
        return str(client.base_url.join(path))
    if path == "/data?default":
        return "default"
    return unquote(path.partition("?graph=")[2])


def turtle(text: str) -> rdflib.Graph:
    return rdflib.Graph().parse(data=text, format="turtle")


def in_trig(name: str, graph: rdflib.Graph) -> str:
    triples = graph.serialize(format="nt")
    return triples if name == "default" else f"GRAPH <{name}> {{ {triples} }}\n"
