"""A graph behind a SPARQL endpoint reads like one on disk; what goes wrong on the way is told in one line."""

import os
import subprocess
import sys
import threading
import time
import urllib.parse
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pyoxigraph
import pytest

from camket.graph import lookup
from camket.graph.endpoint import Endpoint, is_url
from camket.graph.errors import QueryError, StoreError
from camket.graph.store import Dataset
from camket.graph.views.undertakings import undertakings


class Handler(BaseHTTPRequestHandler):
    """A SPARQL 1.1 endpoint over `dataset`, with the union of its graphs as default graph."""

    dataset: Dataset

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        if self.path == "/page":
            self.answer(200, "text/html", b"<html>")
            return
        if self.path == "/slow":
            time.sleep(0.3)  # longer than the client waits; it has gone then
            self.close_connection = True
            return
        if self.path == "/broken":
            self.answer(500, "text/plain", b"out of\nmemory")
            return
        sparql = urllib.parse.parse_qs(body)["query"][0]
        try:
            found = self.dataset.store.query(sparql, use_default_graph_as_union=True)
        except SyntaxError as error:
            self.answer(400, "text/plain", str(error).encode())
            return
        if isinstance(found, pyoxigraph.QueryTriples):
            self.answer(
                200, "text/turtle; charset=utf-8", pyoxigraph.serialize(found, format=pyoxigraph.RdfFormat.TURTLE)
            )
        else:
            results = found.serialize(format=pyoxigraph.QueryResultsFormat.JSON)
            self.answer(200, "application/sparql-results+json", results)

    def answer(self, status: int, content_type: str, body: bytes | None) -> None:
        assert body is not None
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing: the tests' output is for the tests."""


@pytest.fixture(scope="module")
def url(thanh_giang: Dataset) -> Iterator[str]:
    Handler.dataset = thanh_giang
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_it_answers_like_the_store_behind_it(url: str, thanh_giang: Dataset) -> None:
    endpoint = Endpoint(url + "/sparql")
    assert endpoint.base == thanh_giang.base
    assert undertakings(endpoint) == undertakings(thanh_giang)
    assert lookup.find(endpoint, "le van thuan") == lookup.find(thanh_giang, "le van thuan")
    assert set(endpoint.quads()) == set(thanh_giang.quads())


def test_yes_and_triples(url: str) -> None:
    endpoint = Endpoint(url + "/sparql")
    assert endpoint.query("ASK { ?x a ck:Pledge }")
    triples = endpoint.query("CONSTRUCT { ?x a ck:Pledge } WHERE { ?x a ck:Pledge }")
    assert isinstance(triples, pyoxigraph.QueryTriples)
    assert len(list(triples)) == 3


@pytest.mark.parametrize(
    ("path", "message"),
    [("/page", "is no SPARQL endpoint: it answered with text/html"), ("/broken", "answered 500 .*: out of memory")],
)
def test_what_is_no_endpoint_or_fails(url: str, path: str, message: str) -> None:
    with pytest.raises(StoreError, match=message):
        Endpoint(url + path)


def test_one_that_does_not_answer(url: str) -> None:
    with pytest.raises(StoreError, match="did not answer within 0 s"):
        Endpoint(url + "/slow", timeout=0.05)


def test_one_that_is_not_there() -> None:
    with pytest.raises(StoreError, match=r"http://127\.0\.0\.1:1/sparql cannot be reached"):
        Endpoint("http://127.0.0.1:1/sparql")


def test_a_malformed_query_is_told_in_the_endpoint_s_words(url: str) -> None:
    with pytest.raises(QueryError, match=r"refused the query: error at 1:\d+"):
        Endpoint(url + "/sparql").query("SELECT nonsense")


def test_what_is_a_url() -> None:
    assert is_url("https://example.org/sparql")
    assert not is_url("camket.store")


def test_the_commands_that_take_a_url(url: str, tmp_path: Path) -> None:
    def camket(*arguments: str) -> str:
        command = [sys.executable, "-m", "camket.cli", *arguments, "--store", url + "/sparql"]
        shown = subprocess.run(command, capture_output=True, cwd=tmp_path, env={**os.environ, "PYTHONUTF8": "1"})
        assert shown.returncode == 0, shown.stderr
        return shown.stdout.decode()

    assert camket("query", "refusals").splitlines()[1].startswith("Lê Văn Thuấn,chưa cam kết,")
    assert camket("show", "do thi hien", "--format", "page").startswith("Đỗ Thị Hiền\nperson\n")
    assert camket("path", "do thi hien", "Lê Văn Thuấn", "--format", "page").startswith(
        "Chain 1 of 1, 3 links\nĐỗ Thị Hiền"
    )
    assert camket("export", "graph.nq").startswith("graph.nq: ")
    assert (tmp_path / "graph.nq").stat().st_size > 0
