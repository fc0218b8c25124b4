"""Every triple in exactly one graph, every graph one the design knows, no blank nodes."""

from collections.abc import Iterator

import pyoxigraph

from camket.graph.check.report import CheckReport, Failure
from camket.graph.store import Dataset

GRAPHS = ("graph/entities", "graph/identity", "graph/reference")


def misplaced(dataset: Dataset, articles: set[str], report: CheckReport) -> Iterator[Failure]:
    """What stands where it may not; counts the quads in `report`. A triple in two graphs is reported once."""
    known = articles | {dataset.base + name for name in GRAPHS}
    seen: set[int] = set()
    suspects: set[pyoxigraph.Triple] = set()
    unknown: set[str] = set()
    for quad in dataset.quads():
        report.quads += 1
        graph = quad.graph_name
        if not isinstance(graph, pyoxigraph.NamedNode) or graph.value not in known:
            unknown.add(str(graph))
        if isinstance(quad.subject, pyoxigraph.BlankNode) or isinstance(quad.object, pyoxigraph.BlankNode):
            yield Failure("placement", str(graph), f"a blank node: {quad.triple}")
        key = hash(quad.triple)
        if key in seen:
            suspects.add(quad.triple)
        seen.add(key)
    for name in sorted(unknown):
        yield Failure("placement", name, "a graph that is neither an article's nor one of " + ", ".join(GRAPHS))
    yield from _in_several(dataset, suspects)


def _in_several(dataset: Dataset, suspects: set[pyoxigraph.Triple]) -> Iterator[Failure]:
    """Of the triples whose hash came up twice, those that really stand in several graphs."""
    graphs: dict[str, list[str]] = {}
    for quad in dataset.quads() if suspects else ():
        if quad.triple in suspects:
            graphs.setdefault(str(quad.triple), []).append(str(quad.graph_name))
    for triple, names in sorted(graphs.items()):
        if len(names) > 1:
            yield Failure("placement", " ".join(sorted(names)), f"one triple in {len(names)} graphs: {triple}")
