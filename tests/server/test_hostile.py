"""Whatever is sent, the server tells what is wrong in a line, without its own insides, and goes on answering."""

import re
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx
import pytest

Serve = Callable[..., Any]
Publish = Callable[[Path, str], int]

INSIDES = re.compile(r"Traceback|\.py\b|/tmp/|/home/|/work/|/root/|snapshots|site-packages|File \"|\bself\b")
SCRIPT = '<script>alert("x")</script>'
HOSTILE = f"""PREFIX skos: <http://www.w3.org/2004/02/skos/core#> PREFIX foaf: <http://xmlns.com/foaf/0.1/>
GRAPH <https://w3id.org/camket/id/graph/entities> {{
  <https://w3id.org/camket/id/person/X> a foaf:Person ; skos:prefLabel {SCRIPT.replace('"', "'")!r}@vi .
}}"""


@pytest.fixture(scope="module")
def server(serve: Serve, store: Path) -> Any:
    return serve(store, "--timeout", "3")


@pytest.fixture(autouse=True)
def still_there(http: httpx.Client, server: Any) -> Iterator[None]:
    yield
    assert http.get("/sparql", params={"query": "ASK {}"}).json()["boolean"] is True
    assert "Traceback" not in server.messages.read_text()


@pytest.mark.parametrize(
    "path",
    [
        "/../../../etc/passwd",
        "/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
        "/assets/../../../../pyproject.toml",
        "/assets/..%2f..%2f..%2fpyproject.toml",
        "/data/..%2f..%2fcamket.json",
        "/id/..%2f..%2fcamket.json",
        "/id/%00",
        "/id/" + "a" * 20_000,
        "/id/%3Cscript%3E",
        "/data?graph=" + quote("http://x/> } } SELECT * { <http://y"),
        "/data?graph=%00",
        "/data?graph=file:///etc/passwd",
        "/sparql?query=" + quote("SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }"),
        "/sparql?query=" + quote("SELECT * {" + "{" * 20_000),
        "/sparql?query=" + quote("ASK { FILTER(" + "(" * 5_000 + "1" + ")" * 5_000 + ") }"),
        "/sparql?query=" + quote("ASK { ?s " + "/".join(["<p>"] * 3_000) + " ?o }"),
        "/sparql?query=" + quote('ASK { FILTER(REGEX("' + "a" * 40 + '", "(a+)+$b")) }'),
        "/sparql?query=%00",
        "/sparql?" + "&".join(["default-graph-uri=http://g/"] * 2_000),
        "/nowhere",
        "/api/nowhere",
    ],
)
def test_addresses(http: httpx.Client, path: str) -> None:
    response = http.get(path)
    assert response.status_code in (200, 400, 404, 431, 503), response.text
    assert not INSIDES.search(response.text)
    if response.status_code == 200:
        assert path.startswith("/sparql?")


@pytest.mark.parametrize("header", ["Accept", "Content-Type", "Host", "Content-Length", "Range", "Accept-Language"])
@pytest.mark.parametrize("value", ["x" * 10_000, "\x7f\x80", "a/b;q=9,;;q,*/", "127.0.0.1:x", "-1", "bytes=0-0,1-"])
def test_headers(http: httpx.Client, header: str, value: str) -> None:
    content = "query=ASK{}"
    headers = {"Content-Type": "application/x-www-form-urlencoded", header: value}
    raw = [(name.encode(), text.encode("latin-1")) for name, text in headers.items()]
    request = http.build_request("POST", "/sparql", headers=raw, content=content)
    if header == "Content-Length" and value == "-1":
        return  # httpx itself sends none such: see below
    try:
        response = http.send(request)
    except httpx.HTTPError:
        return
    assert response.status_code in (200, 400, 406, 415, 421)
    assert not INSIDES.search(response.text)


@pytest.mark.parametrize(
    "sent",
    [
        b"\x00\x01\x02\x03\r\n\r\n",
        b"GET /\r\n\r\n",
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET / HTTP/9.9\r\nHost: 127.0.0.1\r\n\r\n",
        b"POST /sparql HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: -1\r\n\r\n",
        b"POST /sparql HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"POST /sparql HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 99999999999\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: " + b"x" * 100_000 + b"\r\n\r\n",
        b"GET /" + b"x" * 100_000 + b" HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
        "GET /id/person/Tô_Lâm HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode(),
    ],
)
def test_what_is_hardly_http(http: httpx.Client, sent: bytes) -> None:
    with socket.create_connection((http.base_url.host, http.base_url.port or 80), timeout=10) as connection:
        connection.sendall(sent)
        try:
            answered = connection.recv(65536).decode("latin-1")
        except (ConnectionResetError, TimeoutError):
            return
    assert answered == "" or re.match(r"HTTP/1\.[01] (200|400|404|411|413|415|421|431|505) ", answered)
    assert not INSIDES.search(answered.partition("\r\n\r\n")[2])  # a page's policy says self


def test_a_name_that_was_made_to_point_here_is_not_answered(http: httpx.Client) -> None:
    response = http.get("/sparql", params={"query": "ASK {}"}, headers={"Host": "evil.example"})
    assert response.status_code == 421
    assert response.text.startswith("this server is asked as localhost or 127.0.0.1 only; ")
    for host in ("localhost:1", "127.0.0.1", "[::1]:8000"):
        assert http.get("/sparql", headers={"Host": host}).status_code == 200


def test_every_answer_bears_protecting_headers(http: httpx.Client) -> None:
    for path in ("/", "/sparql", "/sparql?query=x", "/data", "/id/none", "/nowhere", "/sparql?query=ASK%7B%7D"):
        headers = http.get(path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "unsafe-eval" not in headers["content-security-policy"]
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert "server" not in headers
        assert "access-control-allow-origin" not in headers


def test_script_in_names_and_queries_is_never_html(serve: Serve, publish: Publish, tmp_path: Path) -> None:
    publish(tmp_path / "store", HOSTILE)
    server = serve(tmp_path / "store", "--workers", "1")
    with server.client() as client:
        for path in ("/data?default", "/id/person/X", f"/sparql?query={quote('SELECT * { ?s ?p ?o }')}"):
            response = client.get(path)
            assert "script" in response.text
            assert "html" not in response.headers["content-type"]
        for query in (SCRIPT, f"ASK {{ {SCRIPT} }}"):
            response = client.get("/sparql", params={"query": query})
            assert response.headers["content-type"] == "text/plain; charset=utf-8"
    server.stop()


def test_other_origins_read_only_what_they_are_let(serve: Serve, store: Path, http: httpx.Client) -> None:
    origin = "https://news.example"
    ask = {"query": "ASK {}"}
    assert "access-control-allow-origin" not in http.get("/sparql", params=ask, headers={"Origin": origin}).headers
    server = serve(store, "--cors", origin, "--workers", "1")
    with server.client() as client:
        allowed = client.get("/sparql", params=ask, headers={"Origin": origin})
        assert allowed.headers["access-control-allow-origin"] == origin
        other = client.get("/sparql", params=ask, headers={"Origin": "https://evil.example"})
        assert "access-control-allow-origin" not in other.headers
        asked = {"Origin": origin, "Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "Accept"}
        assert client.options("/sparql", headers=asked).status_code == 200
    server.stop()
