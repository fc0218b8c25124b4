"""The layers of graph/identity: only touched blocks are derived again, and no order of articles matters."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence

import pytest

from camket.graph import derived
from camket.graph.derived import Derived
from camket.graph.facts import ArticleFacts
from camket.graph.identity.layer import Item, Reading, Triple, lines
from camket.graph.rdf.fact_nodes import fact_nodes


class Together:
    """Says of each day which articles were published on it."""

    name = "together"

    def __init__(self) -> None:
        self.asked: list[tuple[str, list[Item]]] = []

    def items(self, reading: Reading) -> Iterator[tuple[str, Item]]:
        yield reading.published, [reading.id]

    def triples(self, block: str, items: Sequence[Item]) -> Iterable[Triple]:
        self.asked.append((block, list(items)))
        return [(f"<day:{block}>", "<x:with>", f'"{article}"') for (article,) in items] if len(items) > 1 else []


@pytest.fixture
def database() -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:")
    connection.executescript(derived.SCHEMA)
    yield connection
    connection.close()


def reading(identifier: str, published: str) -> Reading:
    facts, iri = ArticleFacts(), f"https://x/article/{identifier}"
    return Reading(identifier, iri, published, "", facts, {}, fact_nodes(facts, iri))


def test_only_touched_blocks_are_derived_again_and_told_as_differences(database: sqlite3.Connection) -> None:
    layer = Together()
    kept = Derived(database, [layer])
    for identifier, day in (("b", "2024-01-01"), ("a", "2024-01-01"), ("c", "2024-01-02")):
        kept.add(reading(identifier, day))
    first = ("<day:2024-01-01>", "<x:with>", '"a"'), ("<day:2024-01-01>", "<x:with>", '"b"')
    assert list(kept.changes()) == [(set(), set(first))]
    assert layer.asked == [("2024-01-01", [["a"], ["b"]]), ("2024-01-02", [["c"]])]

    layer.asked.clear()
    kept.forget("a")
    kept.add(reading("a", "2024-01-02"))
    second = ("<day:2024-01-02>", "<x:with>", '"a"'), ("<day:2024-01-02>", "<x:with>", '"c"')
    assert list(kept.changes()) == [(set(first), set()), (set(), set(second))]
    assert list(kept.changes()) == []

    kept.forget("b")
    assert list(kept.changes()) == []
    assert layer.asked[-1] == ("2024-01-01", [])


def test_a_layer_that_is_no_more_takes_what_it_said_with_it(database: sqlite3.Connection) -> None:
    before = Derived(database, [Together()])
    for identifier in "ab":
        before.add(reading(identifier, "2024-01-01"))
    [(_, told)] = before.changes()
    after = Derived(database, [])
    after.forget("a")
    assert list(after.changes()) == [(told, set())]


def test_lines_are_sorted_quads_of_one_graph() -> None:
    assert lines([("<b:>", "<p:>", '"2"'), ("<a:>", "<p:>", '"1"')], "g:") == [
        '<a:> <p:> "1" <g:> .',
        '<b:> <p:> "2" <g:> .',
    ]
