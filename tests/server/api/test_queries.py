"""The query editor's examples: each runs as it is handed out, whoever runs it."""

import httpx
import pyoxigraph

from camket.graph import queries
from camket.ontology.namespaces import BASE, PREFIXES


def test_every_named_query_is_an_example(http: httpx.Client) -> None:
    given = http.get("/api/queries").json()
    assert [query["name"] for query in given["queries"]] == list(queries.names())
    assert given["prefixes"] == {**PREFIXES, "": BASE}
    assert all(query["vi"] and query["en"] and query["about"] for query in given["queries"])


def test_every_example_declares_its_prefixes_and_is_bounded(http: httpx.Client) -> None:
    store = pyoxigraph.Store()
    for query in http.get("/api/queries").json()["queries"]:
        store.query(query["sparql"])  # a SyntaxError where a prefix is missing
        assert query["sparql"].rsplit(maxsplit=2)[1] == "LIMIT"


def test_an_example_answers(http: httpx.Client) -> None:
    examples = {query["name"]: query["sparql"] for query in http.get("/api/queries").json()["queries"]}
    answer = http.post("/sparql", data={"query": examples["commitments-of"]}, headers={"Accept": "text/csv"})
    assert answer.status_code == 200
    assert len(answer.text.splitlines()) > 1
