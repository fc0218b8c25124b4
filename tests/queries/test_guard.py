"""No query reaches out: every way of hiding a SERVICE clause is refused, its words elsewhere are not. FROM is heard."""

import pyoxigraph
import pytest

from camket.graph.errors import QueryError
from camket.graph.queries.guard import refuse_reaching_out
from camket.graph.store import Dataset

AWAY = "<http://127.0.0.1:9/x>"

REACHING = [
    f"SELECT * {{ SERVICE {AWAY} {{ ?s ?p ?o }} }}",
    f"select * {{ service silent {AWAY} {{ ?s ?p ?o }} }}",
    f"SELECT * {{ SERVICE{AWAY}{{ ?s ?p ?o }} }}",
    "SELECT * { ?s ?p ?o . SERVICE?o { ?a ?b ?c } }",
    "PREFIX : <http://127.0.0.1:9/> SELECT * { SERVICE:x { ?s ?p ?o } }",
    "PREFIX s: <http://127.0.0.1:9/> SELECT * { SERVICEs:x { ?s ?p ?o } }",
    "PREFIX s: <http://127.0.0.1:9/> SELECT * { SERVICESILENTs:x { ?s ?p ?o } }",
    f"SELECT * {{ ?s ?p 1SERVICE {AWAY} {{ ?s ?p ?o }} }}",
    f"SELECT * {{ ?s ?p 1e5SERVICE {AWAY} {{ ?s ?p ?o }} }}",
    f"SELECT * {{ ?s ?p trueSERVICE{AWAY}{{ ?s ?p ?o }} }}",
    f"SELECT * {{ ?s ?p 'it\\'s'SERVICE{AWAY}{{ ?s ?p ?o }} }}",
    f'SELECT * {{ # \\u000A"""\nSERVICE {AWAY} {{ ?s ?p ?o }} # """\n}}',
    f"SELECT * {{ \\u0053ERVICE {AWAY} {{ ?s ?p ?o }} }}",
    f'SELECT * {{ ?s ?p ?o FILTER(?o<?p#>"""\n) SERVICE {AWAY} {{ ?s ?p ?o }} #"""\n}}',
    f"SELECT * {{ ?s ?p ?o FILTER(?o<'>') SERVICE {AWAY} {{ ?s ?p ?o }} FILTER(?o > ' ') }}",
    f"SELECT * {{ ?s ?p ?o FILTER(1<2)SERVICE{AWAY}{{ ?s ?p ?o }} FILTER(3>2) }}",
    f"SELECT * {{ SERVICE # {AWAY}\n {AWAY} {{ ?s ?p ?o }} }}",
    "LOAD <http://127.0.0.1:9/x>",
    "LOAD SILENT <http://127.0.0.1:9/x> INTO GRAPH <http://g>",
]


@pytest.mark.parametrize("sparql", REACHING)
def test_what_reaches_out_is_refused(sparql: str) -> None:
    with pytest.raises(QueryError, match=r"^(SERVICE|LOAD) is refused: [^\n]+$"):
        Dataset(pyoxigraph.Store()).query(sparql)


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT ?SERVICE { ?SERVICE a 'SERVICE' ; :SERVICE <http://SERVICE> # SERVICE\n}",
        'SELECT * { ?a ck:load "it\'s SERVICE", """a"SERVICE"b"""@en, \'\'\'LOAD\'\'\' }',
        "SELECT (COUNT(*) AS ?download) { ?x ck:service.load ?y FILTER(?y<?x && ?x>3) }",
        "SELECT * { ?s <http://example.org/service#load> ?o }",
        "ASK { ?s rdfs:label 'SERVICE { }'@en }",
    ],
)
def test_the_words_may_stand_where_they_are_no_clause(sparql: str) -> None:
    refuse_reaching_out(sparql)
    Dataset(pyoxigraph.Store()).query(sparql)


def test_malformed_sparql_is_told_in_the_parsers_words() -> None:
    with pytest.raises(QueryError, match="malformed SPARQL"):
        Dataset(pyoxigraph.Store()).query("SELEC * { ?s ?p ?o }")


def test_from_takes_the_place_of_the_union() -> None:
    store = pyoxigraph.Store()
    for letter in "abc":
        node = pyoxigraph.NamedNode(f"http://example.org/{letter}")
        store.add(pyoxigraph.Quad(node, pyoxigraph.NamedNode("http://example.org/p"), node, node))

    def found(clause: str, pattern: str = "{ ?s ?p ?o }") -> str:
        answer = Dataset(store).query(f"PREFIX from: <http://example.org/> SELECT ?s {clause} WHERE {pattern}")
        assert isinstance(answer, pyoxigraph.QuerySolutions)
        return "".join(sorted(row["s"].value[-1] for row in answer))

    assert found("") == "abc"
    assert found("FROM <http://example.org/a>from from:b") == "ab"
    assert found("FROM NAMED <http://example.org/a>") == ""
    assert found("FROM NAMED <http://example.org/a>", "{ GRAPH ?g { ?s ?p ?o } }") == "a"
    assert found("", "{ ?s from:p ?o FILTER('FROM' != STR(?o)) } # FROM") == "abc"
