import itertools

import networkx
import pytest

from camket.graph.export.chains import Chains, shortest_chains
from camket.graph.export.links import NOT_FOLLOWED, Links
from camket.graph.export.projection import load
from camket.graph.export.property_graph import project
from camket.graph.store import Dataset

ALL = 10_000


@pytest.fixture(name="links")
def _links(dataset: Dataset) -> Links:
    return Links(dataset, load("full"), NOT_FOLLOWED)


@pytest.fixture(name="whole")
def _whole(dataset: Dataset, links: Links) -> "networkx.Graph[str]":
    nodes = project(dataset)
    graph: networkx.Graph[str] = networkx.Graph((a, b) for a in nodes for b in links.of(a))
    graph.add_nodes_from(nodes)
    return graph


def test_they_are_those_of_networkx(links: Links, whole: "networkx.Graph[str]") -> None:
    for start, end in itertools.permutations(whole, 2):
        found = shortest_chains(links, start, end, limit=ALL)
        if not networkx.has_path(whole, start, end):
            assert found == Chains(0, ())
            continue
        expected = {tuple(chain) for chain in networkx.all_shortest_paths(whole, start, end)}
        assert set(found.found) == expected
        assert found.total == len(found.found) == len(expected)


def test_a_few_of_them_are_the_first_and_all_are_counted(links: Links, whole: "networkx.Graph[str]") -> None:
    every = {ends: shortest_chains(links, *ends, limit=ALL) for ends in itertools.permutations(whole, 2)}
    ends, most = max(every.items(), key=lambda entry: (entry[1].total, entry[0]))
    assert most.total > 1
    assert shortest_chains(links, *ends, limit=1) == Chains(most.total, most.found[:1])


def test_chains_without_places_come_first(links: Links, whole: "networkx.Graph[str]") -> None:
    places = [node for node in whole if links.kind(node) == "place"]
    for start, end in itertools.permutations(whole, 2):
        numbers = [
            sum(node in places for node in chain[1:-1]) for chain in shortest_chains(links, start, end, limit=ALL).found
        ]
        assert numbers == sorted(numbers)


def test_a_search_that_is_given_up_says_so(links: Links, whole: "networkx.Graph[str]") -> None:
    start, end = next(
        ends
        for ends in itertools.permutations(whole, 2)
        if networkx.has_path(whole, *ends) and networkx.shortest_path_length(whole, *ends) > 2
    )
    assert shortest_chains(links, start, end, limit=1, searched=3) == Chains(0, (), complete=False)
