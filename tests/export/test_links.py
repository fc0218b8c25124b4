import pytest

from camket.graph.export.links import Links, Step, iri, steps
from camket.graph.export.projection import load
from camket.graph.export.property_graph import project
from camket.graph.store import Dataset
from camket.ontology.namespaces import BASE


def test_a_path_is_read_as_the_ways_to_go() -> None:
    a, b = iri("ck:evidence"), iri("schema:attendee")
    assert steps("ck:evidence/^schema:attendee|ck:evidence") == [(Step(a), Step(b, inverse=True)), (Step(a),)]


def test_the_links_of_every_node_are_those_of_the_whole_graph(dataset: Dataset) -> None:
    graph, projection = project(dataset), load("full")
    structural = {kind.kind for kind in projection.edges if kind.structural}
    expected: dict[str, set[str]] = {node: set() for node in graph}
    for source, target, data in graph.edges(data=True):
        if data["kind"] not in structural:
            expected[source].add(target)
            expected[target].add(source)
    links = Links(dataset, projection)
    assert {node: links.of(node) for node in graph} == expected


def test_kinds_of_edge_can_be_left_out(dataset: Dataset) -> None:
    article = f"{BASE}article/bao-01"
    assert Links(dataset, load("full")).of(article)
    assert Links(dataset, load("full"), ["mentions", "reports"]).of(article) == set()


def test_kinds_of_nodes(dataset: Dataset) -> None:
    links = Links(dataset, load("full"))
    graph = project(dataset)
    assert {node: links.kind(node) for node in graph} == {node: data["kind"] for node, data in graph.nodes(data=True)}
    assert links.kind(f"{BASE}person/nobody") is None


@pytest.mark.parametrize(("fact", "day"), [("article/bao-01", ""), ("nothing", "")])
def test_what_no_article_says_is_of_no_day(dataset: Dataset, fact: str, day: str) -> None:
    assert Links(dataset, load("full")).published(BASE + fact) == day
