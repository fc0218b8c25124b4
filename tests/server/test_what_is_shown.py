"""Which snapshot is shown, and what of it to whom."""

import os
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx
import pytest

from camket.graph import api
from camket.graph.export import export
from camket.ontology.namespaces import BASE, PREFIXES

Serve = Callable[..., Any]
Publish = Callable[[Path, str], int]

COUNTS = "SELECT (COUNT(*) AS ?n) { ?x rdfs:label ?l } GROUP BY ?l"
BODY = PREFIXES["schema"] + "articleBody"
ONLY_IN_TEXT = "rà soát quỹ đất. Ông Thuấn"  # no quotation holds it: it is the end of one and the beginning of another
WAYS_TO_A_TEXT = [
    f"SELECT ?o {{ ?s <{BODY}> ?o }}",
    "SELECT ?o { ?s ?p ?o }",
    "SELECT ?o { GRAPH ?g { ?s ?p ?o } }",
    "SELECT ?o { ?s !rdf:type ?o }",
    "SELECT ?o { ?s (!rdf:none)+ ?o }",
    "SELECT (CONCAT(?t, '') AS ?o) { ?s ?p ?t FILTER(STRLEN(STR(?t)) > 300) }",
    "SELECT (MAX(?t) AS ?o) { ?s ?p ?t FILTER(isLiteral(?t)) }",
    "CONSTRUCT { ?s <http://x/> ?o } { ?s ?p ?o }",
    "CONSTRUCT WHERE { ?s schema:articleBody ?o }",
    f"DESCRIBE <{BASE}article/thanh-giang-01>",
    "DESCRIBE ?s { ?s a schema:NewsArticle }",
]


def count(client: httpx.Client, name: str) -> int:
    found = client.get("/sparql", params={"query": f"SELECT (COUNT(*) AS ?n) {{ ?x rdfs:label {name!r} }}"})
    return int(found.json()["results"]["bindings"][0]["n"]["value"])


def labelled(number: int) -> str:
    """A graph that holds one name."""
    things = "".join(f"<http://x/{n}> <{PREFIXES['rdfs']}label> 'n{number}' .\n" for n in range(100))
    return f"GRAPH <http://g/> {{ {things} }}"


def test_a_new_snapshot_is_shown_without_a_restart_and_whole(serve: Serve, publish: Publish, tmp_path: Path) -> None:
    store = tmp_path / "store"
    publish(store, labelled(1))
    server = serve(store)
    found: list[list[int]] = []
    with server.client() as client:
        assert count(client, "n1") == 100
        done = threading.Event()

        def watch() -> None:
            while not done.is_set():
                rows = client.get("/sparql", params={"query": COUNTS})
                found.append([int(row["n"]["value"]) for row in rows.json()["results"]["bindings"]])

        watching = threading.Thread(target=watch)
        watching.start()
        for number in range(2, 8):
            publish(store, labelled(number))
            assert count(client, f"n{number}") == 100
            assert client.get("/data?default").text.count(f'"n{number}"') == 100
            time.sleep(0.05)
        done.set()
        watching.join()
    assert found
    assert all(counts == [100] for counts in found)
    server.stop()


@pytest.fixture(scope="module")
def exposed(serve: Serve, publish: Publish, thanh_giang: str, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A server that other machines reach, of a store with a private person."""
    store = tmp_path_factory.mktemp("exposed") / "store"
    publish(store, thanh_giang + PRIVATE)
    server = serve(store, "--host", "0.0.0.0", "--workers", "2")
    server.url = server.url.replace("0.0.0.0", "127.0.0.1")
    server.store = store
    return server


PRIVATE = f"""
GRAPH <{BASE}article/p-1> {{
  <{BASE}article/p-1> a schema:NewsArticle ; schema:articleBody "Anh Đỗ Mười Hai đứng xem." ;
    schema:mentions <{BASE}article/p-1#person=4,15> .
  <{BASE}article/p-1#person=4,15> a foaf:Person ; skos:prefLabel "Đỗ Mười Hai"@vi ; rdfs:label "Đỗ Mười Hai" ;
    ck:mention <{BASE}article/p-1#char=4,15> .
}}"""


def test_who_opens_it_to_others_is_told_what_is_exposed(exposed: Any) -> None:
    told = exposed.messages.read_text().splitlines()[-1]
    assert told == (
        f"anybody who reaches this machine on port {exposed.url.rstrip('/').rpartition(':')[2]} can read the whole"
        " graph, without a password: every fact with its quotation, no article's full text, no private people"
    )


@pytest.mark.parametrize("query", WAYS_TO_A_TEXT)
def test_no_query_comes_by_an_articles_text(exposed: Any, http: httpx.Client, query: str) -> None:
    with exposed.client() as client:
        response = client.get("/sparql", params={"query": query})
    assert response.status_code == 200
    assert ONLY_IN_TEXT not in response.text.replace("\\n", "\n")
    assert "Mười" not in response.text
    if "MAX" not in query:
        assert ONLY_IN_TEXT in http.get("/sparql", params={"query": query}).text  # it is there, for this machine


@pytest.mark.parametrize("path", ["/data?default", "/data/article/thanh-giang-01", "/id/article/thanh-giang-01"])
@pytest.mark.parametrize("accept", ["text/turtle", "application/ld+json", "application/rdf+xml", "application/n-quads"])
def test_no_route_shows_an_articles_text(exposed: Any, http: httpx.Client, path: str, accept: str) -> None:
    with exposed.client() as client:
        response = client.get(path, headers={"Accept": accept})
    assert response.status_code == 200
    assert ONLY_IN_TEXT not in response.text
    assert "articleBody" not in response.text
    assert "articleBody" in http.get(path, headers={"Accept": accept}).text


def test_others_see_what_an_export_has(exposed: Any, tmp_path: Path) -> None:
    export(api.open_store(exposed.store), tmp_path / "graph.nt")
    with exposed.client() as client:
        shown = client.get("/data?default", headers={"Accept": "application/n-triples"})
    assert shown.content == (tmp_path / "graph.nt").read_bytes()
    assert "Mười" not in shown.text
    assert "p-1#person" not in shown.text


def test_a_new_snapshot_is_shown_to_others_once_its_copy_is_made(
    exposed: Any, publish: Publish, thanh_giang: str
) -> None:
    number = publish(exposed.store, thanh_giang + PRIVATE + labelled(1))
    with exposed.client() as client:
        ends = time.monotonic() + 20
        while count(client, "n1") != 100 and time.monotonic() < ends:
            time.sleep(0.05)
        assert count(client, "n1") == 100
        assert ONLY_IN_TEXT not in client.get("/data?default").text
    (copies,) = exposed.store.glob("served-*")
    assert str(number) in os.listdir(copies)


def test_with_text_it_is_shown_when_asked_for(serve: Serve, store: Path) -> None:
    server = serve(store, "--host", "0.0.0.0", "--with-text", "--all-people", "--workers", "1")
    server.url = server.url.replace("0.0.0.0", "127.0.0.1")
    with server.client() as client:
        assert ONLY_IN_TEXT in client.get(f"/data?graph={quote(BASE + 'article/thanh-giang-01')}").text
    assert "the articles' full texts, private people" in server.messages.read_text()
    server.stop()


def test_no_text_hides_it_from_this_machine_too(serve: Serve, store: Path) -> None:
    before = set(store.iterdir())
    server = serve(store, "--no-text", "--workers", "1")
    assert set(store.iterdir()) != before
    with server.client() as client:
        assert ONLY_IN_TEXT not in client.get("/data?default").text
    server.stop()
    assert set(store.iterdir()) == before
