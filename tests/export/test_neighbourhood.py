import pytest

from camket.graph.export.links import Links
from camket.graph.export.neighbourhood import ACTORS, around
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
