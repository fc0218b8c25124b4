import pyoxigraph as ox
from hypothesis import given
from hypothesis import strategies as st

from camket.graph.export.sorting import quad_line, sorted_by_graph, sorted_lines, sorted_triples, triple_line

IRIS = st.sampled_from(["a", "a#x", "á", "b/c", "z", "ẹ"]).map(lambda name: ox.NamedNode(f"http://e/{name}"))
OBJECTS = IRIS | st.text(st.characters(exclude_categories=["Cs"])).map(ox.Literal)
QUADS = st.builds(ox.Quad, IRIS, IRIS, OBJECTS, IRIS | st.just(ox.DefaultGraph()))


@given(st.lists(QUADS), st.integers(1, 5))
def test_order_depends_neither_on_the_input_order_nor_on_the_size_of_chunks(quads: list[ox.Quad], chunk: int) -> None:
    expected = sorted({quad_line(quad) for quad in quads})
    assert list(sorted_lines(quads, quad_line, chunk_lines=chunk)) == expected
    assert list(sorted_lines(reversed(quads), quad_line)) == expected
    assert [line.decode() for line in expected] == sorted(line.decode() for line in expected)  # bytes as code points


@given(st.lists(QUADS))
def test_quads_come_back_unchanged(quads: list[ox.Quad]) -> None:
    assert set(sorted_by_graph(quads)) == set(quads)
    assert {quad.triple for quad in sorted_triples(quads)} == {quad.triple for quad in quads}


def test_a_triple_of_two_graphs_is_one_triple() -> None:
    s, g, h = (ox.NamedNode(f"http://e/{name}") for name in "sgh")
    quads = [ox.Quad(s, s, s, g), ox.Quad(s, s, s, h)]
    assert len(list(sorted_lines(quads, triple_line))) == 1
    assert [quad.graph_name for quad in sorted_by_graph(reversed(quads))] == [g, h]
