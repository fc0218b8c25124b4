from camket.graph.export.projection import load
from camket.graph.export.property_graph import build, project
from camket.graph.export.surroundings import surroundings
from camket.graph.store import Dataset


def test_the_surroundings_of_all_nodes_make_the_whole_graph(dataset: Dataset) -> None:
    whole, projection = project(dataset), load("full")
    again = build(surroundings(dataset, whole, projection), projection)
    assert list(again.nodes(data=True)) == list(whole.nodes(data=True))
    assert list(again.edges(keys=True, data=True)) == list(whole.edges(keys=True, data=True))


def test_the_surroundings_of_some_make_their_part_of_it(dataset: Dataset) -> None:
    whole, projection = project(dataset), load("full")
    for fact in [node for node, data in whole.nodes(data=True) if data["kind"] in ("pledge", "event", "statement")]:
        nodes = {fact, *whole.predecessors(fact), *whole.successors(fact)}
        part = build(surroundings(dataset, nodes, projection), projection)
        assert set(part.edges(keys=True)) == set(whole.subgraph(part).edges(keys=True))
        for node, data in part.nodes(data=True):  # the size tells how many edges are drawn
            assert {**data, "size": 0} == {**whole.nodes[node], "size": 0}


def test_only_what_is_shown_is_read(dataset: Dataset) -> None:
    projection = load("full")
    nodes = [node for node, data in project(dataset).nodes(data=True) if data["kind"] == "person"]
    quads = surroundings(dataset, nodes, projection).quads()
    assert not [quad for quad in quads if quad.predicate.value.endswith("articleBody")]
