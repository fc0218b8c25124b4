"""What the explorer asks for."""

import httpx
import pytest

from camket.ontology.namespaces import BASE


def test_the_leading_part(http: httpx.Client) -> None:
    drawn = http.get("/api/graph").json()
    kinds = {node["kind"] for node in drawn["nodes"]}
    assert {"person", "pledge"} <= kinds
    assert "article" not in kinds
    assert len(drawn["edges"]) > 0
    assert http.get("/api/graph").json() == drawn


def test_what_is_around_a_thing(http: httpx.Client) -> None:
    whole = http.get("/api/graph").json()
    person = next(node["id"] for node in whole["nodes"] if node["kind"] == "person")
    part = http.get("/api/graph", params={"about": person, "hops": 1}).json()
    assert person in [node["id"] for node in part["nodes"]]
    assert 1 < len(part["nodes"]) <= len(whole["nodes"])


def test_a_chain(http: httpx.Client) -> None:
    whole = http.get("/api/graph").json()
    fact = next(edge for edge in whole["edges"] if edge["kind"] == "promises")
    start, end = (whole["nodes"][fact[name]]["id"] for name in ("source", "target"))
    found = http.get("/api/graph/path", params={"from": start, "to": end}).json()
    assert found["path"] == [start, end]
    assert {node["id"] for node in found["nodes"]} == {start, end}


def test_a_chain_to_oneself(http: httpx.Client) -> None:
    person = next(n["id"] for n in http.get("/api/graph").json()["nodes"] if n["kind"] == "person")
    assert http.get("/api/graph/path", params={"from": person, "to": person}).json()["path"] == [person]


@pytest.mark.parametrize(
    ("url", "status", "told"),
    [
        ("/api/graph?about=x", 404, "nothing in the graph has the IRI 'x'"),
        (
            f"/api/graph?about={BASE}person/Kh%C3%B4ng_Ai",
            404,
            f"nothing in the graph has the IRI '{BASE}person/Không_Ai'",
        ),
        ("/api/graph?about=%3Cx%3E%22", 404, "nothing in the graph has the IRI '<x>\"'"),
        ("/api/graph/path?from=", 400, "which thing? Give its IRI: ?about=IRI, or ?from=IRI&to=IRI"),
    ],
)
def test_what_is_wrong_is_told_in_one_line(http: httpx.Client, url: str, status: int, told: str) -> None:
    answer = http.get(url)
    assert (answer.status_code, answer.text.strip()) == (status, told)


@pytest.mark.parametrize("given", ["0", "x", "99", "²", "-1", "9" * 5000])
def test_hops_are_a_small_number(http: httpx.Client, given: str) -> None:
    person = next(n["id"] for n in http.get("/api/graph").json()["nodes"] if n["kind"] == "person")
    answer = http.get("/api/graph", params={"about": person, "hops": given})
    assert (answer.status_code, answer.text.strip()) == (400, f"hops={given}: a number from 1 to 4")
