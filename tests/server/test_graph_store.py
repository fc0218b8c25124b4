"""The Graph Store Protocol, as far as it reads, and things' addresses as Linked Data, against a running server."""

from urllib.parse import quote

import httpx
import pyoxigraph
import pytest
import rdflib

from camket.graph.rdf.iris import article_iri, named, path_of_url
from camket.ontology.namespaces import BASE

ARTICLE = "article/thanh-giang-01"
THUAN = "person/Lê_Văn_Thuấn"
PLEDGE = rdflib.URIRef("https://w3id.org/camket/ontology#Pledge")


def graph(response: httpx.Response) -> rdflib.Graph:
    assert response.status_code == 200, response.text
    assert response.headers["content-type"] == "text/turtle; charset=utf-8"
    return rdflib.Graph().parse(data=response.content, format="turtle")


def quads_of(trig: str, name: str | None) -> int:
    """How many triples a graph of a TriG text has; None for all graphs."""
    quads = pyoxigraph.parse(trig, pyoxigraph.RdfFormat.TRIG)
    return len({quad.triple for quad in quads if name in (None, getattr(quad.graph_name, "value", ""))})


def test_a_graph_by_its_iri_by_its_name_and_directly(http: httpx.Client, thanh_giang: str) -> None:
    addresses = [f"/data?graph={quote(BASE + ARTICLE, safe='')}", f"/data?graph={ARTICLE}", f"/data/{ARTICLE}"]
    found = [set(graph(http.get(address))) for address in addresses]
    assert found[0] == found[1] == found[2]
    assert len(found[0]) == quads_of(thanh_giang, BASE + ARTICLE)


def test_the_default_graph_is_the_union(http: httpx.Client, thanh_giang: str) -> None:
    assert len(graph(http.get("/data?default"))) == quads_of(thanh_giang, None)


def test_head(http: httpx.Client) -> None:
    there, not_there = http.head("/data/graph/entities"), http.head("/data/graph/none")
    assert (there.status_code, there.content) == (200, b"")
    assert there.headers["content-type"] == "text/turtle; charset=utf-8"
    assert (not_there.status_code, not_there.content) == (404, b"")


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE", "PATCH"])
@pytest.mark.parametrize("path", ["/data?default", f"/data/{ARTICLE}", f"/data?graph={ARTICLE}", f"/id/{ARTICLE}"])
def test_what_would_write_is_refused(http: httpx.Client, method: str, path: str) -> None:
    before = http.get("/data?default").content
    response = http.request(method, path, content="<http://a/> <http://b/> <http://c/> .")
    assert response.status_code == 405
    assert set(response.headers["allow"].split(", ")) == {"GET", "HEAD"}
    assert http.get("/data?default").content == before


@pytest.mark.parametrize(
    ("status", "path", "accept"),
    [
        (400, "/data", "*/*"),
        (400, "/data?default&graph=http://g/", "*/*"),
        (400, "/data?graph=http://g/&graph=http://h/", "*/*"),
        (400, "/data?graph=http://g/%20", "*/*"),
        (404, "/data?graph=http://g/", "*/*"),
        (404, "/data/../../etc/passwd", "*/*"),
        (404, "/data/%2e%2e/%2e%2e/etc/passwd", "*/*"),
        (404, "/id/person/Nobody", "*/*"),
        (404, "/id/%ff%fe", "*/*"),
        (404, "/id/", "*/*"),
        (406, "/data?default", "text/csv"),
        (406, f"/id/{ARTICLE}", "image/png"),
    ],
)
def test_what_is_not_there_or_cannot_be_told(http: httpx.Client, status: int, path: str, accept: str) -> None:
    response = http.get(path, headers={"Accept": accept})
    assert response.status_code == status, response.text
    assert len(response.text.splitlines()) == 1


@pytest.mark.parametrize("path", [THUAN, quote(THUAN), quote(THUAN, safe="").replace("%2F", "/")])
def test_a_thing_is_what_is_said_of_it_and_what_points_at_it(http: httpx.Client, path: str) -> None:
    found = graph(http.get(f"/id/{path}"))
    thing = rdflib.URIRef(BASE + THUAN)
    assert str(found.value(thing, rdflib.SKOS.prefLabel)) == "Lê Văn Thuấn"
    assert len(set(found.subjects(rdflib.ORG.member, thing))) == 3
    assert all(thing in (subject, object_) for subject, _, object_ in found)


@pytest.mark.parametrize(
    "identifier", ["a (b)", "a_b", "a,b;c=d", "ă/../đ", "50%", "a%2Fb", "?q=1#x", "thư mục/tệp 1", "😀", "a'b!", "~x"]
)
def test_addresses_lead_to_iris_however_they_are_encoded(identifier: str) -> None:
    for iri in (article_iri(identifier, ""), named("person", identifier.replace("/", " "), "")):
        assert path_of_url(iri) == iri
        assert path_of_url(quote(iri, safe="/%")) == iri
        assert path_of_url(quote(iri, safe="/%()!,;='~")) == iri


def test_an_article_is_its_graph(http: httpx.Client, thanh_giang: str) -> None:
    found = graph(http.get(f"/id/{ARTICLE}"))
    assert len(found) == quads_of(thanh_giang, BASE + ARTICLE)
    assert len(set(found.subjects(rdflib.RDF.type, PLEDGE))) == 2


def test_head_of_a_thing(http: httpx.Client) -> None:
    response = http.head(f"/id/{THUAN}", headers={"Accept": "application/ld+json"})
    assert (response.status_code, response.content) == (200, b"")
    assert response.headers["content-type"] == "application/ld+json"
