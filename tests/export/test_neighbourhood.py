import itertools

import networkx
import pytest

from camket.graph.export.links import Links
from camket.graph.export.neighbourhood import ACTORS, around, shortest_chain
from camket.graph.export.projection import load
from camket.graph.export.property_graph import project
from camket.graph.store import Dataset


@pytest.fixture(name="links")
def _links(dataset: Dataset) -> Links:
    return Links(dataset, load("full"), ["mentions"])


def people(dataset: Dataset) -> list[str]:
    return [node for node, data in project(dataset).nodes(data=True) if data["kind"] == "person"]


def test_a_fact_is_shown_with_all_who_have_a_part_in_it(dataset: Dataset, links: Links) -> None:
    for person in people(dataset):
        shown = set(around(links, [person], hops=1, limit=1000))
        assert links.of(person) <= shown
        for fact in shown:
            if links.kind(fact) not in ACTORS and fact in links.of(person):
                assert {end for end in links.of(fact) if links.kind(end) in ACTORS} <= shown


def test_hops_lead_further_and_the_limit_stops_them(dataset: Dataset, links: Links) -> None:
    person = next(person for person in people(dataset) if len(links.of(person)) > 2)
    one, two = (around(links, [person], hops=hops, limit=1000) for hops in (1, 2))
    assert set(one) <= set(two)
    few = around(links, [person], hops=2, limit=2)
    assert few[0] == person
    assert len(few) < len(two)
    assert few == around(links, [person], hops=2, limit=2)


def test_chains_are_as_short_as_any(dataset: Dataset, links: Links) -> None:
    whole = project(dataset)
    graph = networkx.Graph((a, b) for a in whole for b in links.of(a))
    for start, end in itertools.combinations(people(dataset), 2):
        chain = shortest_chain(links, start, end, 1000)
        if chain is None:
            assert start not in graph or end not in graph or not networkx.has_path(graph, start, end)
            continue
        assert (chain[0], chain[-1]) == (start, end)
        assert len(chain) == networkx.shortest_path_length(graph, start, end) + 1
        assert all(near in links.of(node) for node, near in itertools.pairwise(chain))


def test_a_chain_to_oneself_and_one_given_up(dataset: Dataset, links: Links) -> None:
    first, *_ = people(dataset)
    assert shortest_chain(links, first, first, 10) == [first]
    assert shortest_chain(links, first, "https://example.org/nobody", 10_000) is None
