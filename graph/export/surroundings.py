"""Part of a dataset: all that the property graph shows of some nodes and of the edges between them, and no more."""

from collections.abc import Iterable, Iterator

import pyoxigraph

from camket.graph.export.links import TYPE, Node, Step, Walk, iri, step_of, steps
from camket.graph.export.projection import Attribute, EdgeKind, Projection
from camket.graph.store import Dataset


def surroundings(dataset: Dataset, nodes: Iterable[str], projection: Projection) -> Dataset:
    """The quads from which `projection` makes `nodes` and the edges between them, as a dataset in memory.

    Only what the declared attributes and edges lead along is read, so that the cost is that of the nodes, not that of
    the dataset.
    """
    store = pyoxigraph.Store()
    store.bulk_extend(_Reading(dataset.store, frozenset(nodes), projection).quads())
    return Dataset(store, dataset.base)


class _Reading:
    def __init__(self, store: pyoxigraph.Store, nodes: frozenset[str], projection: Projection) -> None:
        self._walk = Walk(store)
        self._nodes = nodes
        self._slots = [step_of(step) for kind in projection.edges if kind.path for step in (kind.path, *_unless(kind))]
        self._facts = [(kind, _tree(kind.attributes.values())) for kind in projection.edges if kind.cls]
        self._of_class = [(iri(kind.cls), _tree(kind.attributes.values())) for kind in projection.nodes]

    def quads(self) -> Iterator[pyoxigraph.Quad]:
        for name in self._nodes:
            node = Node(name)
            yield from self._along(node, {Step(TYPE): {}})
            classes = self._walk.classes(node)
            for cls, attributes in self._of_class:
                if cls in classes:
                    yield from self._along(node, attributes)
            for step in self._slots:
                yield from self._to_others(node, step)
            for kind, attributes in self._facts:
                yield from self._facts_from(node, kind, attributes)

    def _along(self, node: Node, tree: "_Tree") -> Iterator[pyoxigraph.Quad]:
        """Every quad that the ways of a tree take."""
        for step, further in tree.items():
            for quad, end in self._walk.follow(node, step):
                yield quad
                if further and isinstance(end, Node):
                    yield from self._along(end, further)

    def _facts_from(self, node: Node, kind: EdgeKind, attributes: "_Tree") -> Iterator[pyoxigraph.Quad]:
        """The facts of a kind that begin at `node`, whole."""
        for quad, fact in self._walk.follow(node, step_of(kind.source).turned()):
            if isinstance(fact, Node):
                yield quad
                yield from self._along(fact, {Step(TYPE): {}, **attributes})
                for target in kind.target:
                    yield from self._to_others(fact, step_of(target))

    def _to_others(self, node: Node, step: Step) -> Iterator[pyoxigraph.Quad]:
        for quad, end in self._walk.follow(node, step):
            if isinstance(end, Node) and end.value in self._nodes:
                yield quad


_Tree = dict[Step, "_Tree"]


def _tree(attributes: Iterable[Attribute]) -> _Tree:
    """All ways that the values of `attributes` are found by, their common beginnings taken once."""
    tree: _Tree = {}
    for attribute in attributes:
        ways = [way for path in attribute.path for way in steps(path)]
        if attribute.each:
            ways += [(*each, *of) for each in steps(attribute.each) for path in attribute.of for of in steps(path)]
        for way in ways:
            branch = tree
            for step in way:
                branch = branch.setdefault(step, {})
    return tree


def _unless(kind: EdgeKind) -> list[str]:
    return kind.unless.split("|") if kind.unless else []
