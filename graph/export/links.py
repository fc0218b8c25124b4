"""Who and what is joined to a node of the property graph, asked of the store for that node alone.

The projection declares the edges; here they are followed one node at a time, so that a neighbourhood or a chain in a
graph of any size costs no more than what it holds.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

import pyoxigraph

from camket.graph.export.projection import EdgeKind, Projection
from camket.graph.store import Dataset
from camket.ontology.namespaces import PREFIXES

Node = pyoxigraph.NamedNode
End = pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Literal | pyoxigraph.Triple

TYPE = Node(PREFIXES["rdf"] + "type")

NOT_FOLLOWED = frozenset({"mentions"})
"""Kinds of edges that are no way from one thing to another: every article mentions many."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a property path: along `predicate`, or against it."""

    predicate: Node
    inverse: bool = False

    def turned(self) -> "Step":
        """The way back."""
        return Step(self.predicate, not self.inverse)


def steps(path: str) -> list[tuple[Step, ...]]:
    """A declared property path as the ways to go: `a/b|^c` is a and then b, or c backwards. No braces, no stars."""
    return [tuple(step_of(step) for step in way.split("/")) for way in path.split("|")]


class Walk:
    """Steps through a store. at_most: so many quads of one step are taken, the same ones each time; None takes all.

    What stands at a part of an article (`...#pledge=10,52`), which is little, is read once, however many steps lead
    from it; of people, places and articles, at which much may stand, only what a step asks for.
    """

    def __init__(self, store: pyoxigraph.Store, at_most: int | None = None) -> None:
        self._store = store
        self._at_most = at_most
        self._read: dict[Node, dict[Node, list[pyoxigraph.Quad]]] = {}

    def follow(self, node: Node, step: Step) -> list[tuple[pyoxigraph.Quad, End]]:
        """The quads that a step from `node` takes, each with where it leads."""
        if step.inverse:
            found = self._store.quads_for_pattern(None, step.predicate, node)
            return [(quad, quad.subject) for quad in islice(found, self._at_most)]
        if _PART in node.value:
            return [(quad, quad.object) for quad in self._at(node).get(step.predicate, ())]
        found = self._store.quads_for_pattern(node, step.predicate, None)
        return [(quad, quad.object) for quad in islice(found, self._at_most)]

    def classes(self, node: Node) -> set[End]:
        """The classes of a node."""
        return {end for _, end in self.follow(node, _IS_A)}

    def _at(self, node: Node) -> dict[Node, list[pyoxigraph.Quad]]:
        if node not in self._read:
            found: dict[Node, list[pyoxigraph.Quad]] = {}
            for quad in self._store.quads_for_pattern(node, None, None):
                found.setdefault(quad.predicate, []).append(quad)
            self._read[node] = found
        return self._read[node]


class Links:
    """The edges of `projection` in `dataset`.

    without: kinds of edge that are not followed. at_most: so many of a node's edges of one kind are followed, the same
    ones each time; None follows all.
    """

    def __init__(
        self, dataset: Dataset, projection: Projection, without: Iterable[str] = (), at_most: int | None = None
    ) -> None:
        self._walk = Walk(dataset.store, at_most)
        self._days: dict[Node, str] = {}
        left_out = frozenset(without)
        self._kinds = [(iri(kind.cls), kind.kind) for kind in projection.nodes]
        self._edges = [kind for kind in projection.edges if not kind.structural and kind.kind not in left_out]

    def of(self, node: str) -> set[str]:
        """The nodes that an edge joins to `node`, either way."""
        found: set[str] = set()
        for step in self._slots:
            found |= self._ends(Node(node), step)
        for kind in self._edges:
            if kind.cls is not None:
                found |= self._across(Node(node), kind)
        return found - {node}

    def kind(self, node: str) -> str | None:
        """The kind of a node, None where it is none of the property graph's."""
        classes = self._walk.classes(Node(node))
        return next((kind for cls, kind in self._kinds if cls in classes), None)

    def published(self, fact: str) -> str:
        """The first day on which the article that says it may have been published, "" where none is known."""
        articles = [end for _, end in self._walk.follow(Node(fact), _DERIVED) if isinstance(end, Node)]
        return min((day for article in articles if (day := self._day(article))), default="")

    def _day(self, article: Node) -> str:
        if article not in self._days:
            ends = [end for _, end in self._walk.follow(article, _FIRST_DAY)]
            self._days[article] = min((day.value for day in ends if isinstance(day, pyoxigraph.Literal)), default="")
        return self._days[article]

    @cached_property
    def _slots(self) -> frozenset[Step]:
        """Slots of facts, there and back."""
        there = {steps(kind.path)[0][0] for kind in self._edges if kind.path}
        return frozenset(there | {step.turned() for step in there})

    def _across(self, node: Node, kind: EdgeKind) -> set[str]:
        """The other ends of the facts of a kind that have `node` at one end."""
        source = step_of(kind.source)
        found: set[str] = set()
        for fact in self._facts(node, source, kind):
            found |= self._targets(fact, kind)
        for target in kind.target:
            for fact in self._facts(node, step_of(target), kind):
                if node.value in self._targets(fact, kind):
                    found |= self._ends(fact, source)
        return found

    def _facts(self, node: Node, slot: Step, kind: EdgeKind) -> Iterator[Node]:
        for name in self._ends(node, slot.turned()):
            cls = iri(kind.cls or "")
            if cls in self._walk.classes(Node(name)):
                yield Node(name)

    def _targets(self, fact: Node, kind: EdgeKind) -> set[str]:
        """Where a fact leads: the first of its slots that holds anything."""
        return next((ends for target in kind.target if (ends := self._ends(fact, step_of(target)))), set())

    def _ends(self, node: Node, step: Step) -> set[str]:
        return {end.value for _, end in self._walk.follow(node, step) if isinstance(end, Node)}


def step_of(text: str) -> Step:
    """A declared step: a prefixed name, after `^` against its direction."""
    return Step(iri(text.removeprefix("^")), text.startswith("^"))


def iri(name: str) -> Node:
    """The IRI of a prefixed name."""
    prefix, _, local = name.partition(":")
    return Node(PREFIXES.get(prefix, f"{prefix}:") + local)


_PART = "#"
_IS_A = Step(TYPE)
_DERIVED = step_of("prov:wasDerivedFrom")
_FIRST_DAY = step_of("ck:dateFrom")
