"""The shapes of `ontology/shapes.ttl`, validated by pySHACL: articles in batches, with what they speak of beside them.

pySHACL takes some 20,000 triples a second and gets slower on large graphs. So a batch holds its articles' graphs and,
from the graphs they share, all that can be reached from these; what no article reaches is validated at the end.
"""

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from functools import cache
from importlib import resources

import pyoxigraph
import pyshacl
import rdflib
from rdflib.namespace import RDF, SH, XSD
from rdflib.term import Node

from camket.graph.check.placement import GRAPHS
from camket.graph.check.report import Failure
from camket.graph.errors import StoreError
from camket.graph.store import Dataset

BATCH_ARTICLES = 50
BATCH_THINGS = 2000  # of the shared graphs, where no article reaches them

_Term = pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Literal | pyoxigraph.Triple


def shape_failures(
    dataset: Dataset,
    articles: list[str],
    progress: Callable[[int], None] = lambda done: None,
    processes: int | None = None,
) -> Iterator[Failure]:
    """What the shapes report, each failure once. `progress` is told how many articles are done.

    processes: how many validate side by side; None for one to a core, one alone where there is little to do.
    """
    if processes is None:
        processes = (os.cpu_count() or 1) if len(articles) > 2 * BATCH_ARTICLES else 1
    seen: set[Failure] = set()
    for done, failures in _validated(_batches(dataset, articles), processes):
        for failure in failures:
            if failure not in seen:
                seen.add(failure)
                yield failure
        if (done - 1) * BATCH_ARTICLES < len(articles):
            progress(min(done * BATCH_ARTICLES, len(articles)))


def _batches(dataset: Dataset, articles: list[str]) -> Iterator[bytes]:
    """What is validated at a time, as N-Triples."""
    shared = _Shared(dataset)
    for first in range(0, len(articles), BATCH_ARTICLES):
        quads = [quad for article in articles[first : first + BATCH_ARTICLES] for quad in _graph(dataset, article)]
        yield _triples(quads + shared.reached_from(quads))
    rest = shared.not_reached()
    for first in range(0, len(rest), BATCH_THINGS):
        quads = [quad for thing in rest[first : first + BATCH_THINGS] for quad in shared.about(thing)]
        yield _triples(quads + shared.reached_from(quads))


def _validated(batches: Iterator[bytes], processes: int) -> Iterator[tuple[int, list[Failure]]]:
    """The number of each batch, from 1, with its failures, in order; only a few batches are in memory at a time."""
    if processes == 1:
        yield from enumerate(map(_validate, batches), 1)
        return
    # Not forked: the store's threads would be lost on the way. Ctrl-C reaches every process of a terminal: the others
    # end silently, and this one tells.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(processes, context, signal.signal, (signal.SIGINT, signal.SIG_DFL)) as pool:
        try:
            yield from _in_order(pool, batches, 2 * processes)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _in_order(pool: ProcessPoolExecutor, batches: Iterator[bytes], ahead: int) -> Iterator[tuple[int, list[Failure]]]:
    """What `pool` finds in each batch, in order, with at most `ahead` batches handed out before their turn."""
    waiting: deque[Future[list[Failure]]] = deque()
    done = 0
    for batch in batches:
        waiting.append(pool.submit(_validate, batch))
        if len(waiting) > ahead:
            done += 1
            yield done, waiting.popleft().result()
    while waiting:
        done += 1
        yield done, waiting.popleft().result()


@cache
def load_shapes() -> rdflib.Graph:
    """The shapes that come with the vocabulary. Raises StoreError where the installation has none."""
    source = resources.files("camket.ontology").joinpath("shapes.ttl")
    if not source.is_file():
        raise StoreError("the installation has no ontology/shapes.ttl: install Camket anew, or check --no-shapes")
    return rdflib.Graph().parse(data=source.read_text(encoding="utf-8"), format="turtle")


class _Shared:
    """The graphs that articles share, and which of their things have been validated already."""

    def __init__(self, dataset: Dataset) -> None:
        self._by_subject: dict[_Term, list[pyoxigraph.Quad]] = {}
        for name in GRAPHS:
            for quad in _graph(dataset, dataset.base + name):
                self._by_subject.setdefault(quad.subject, []).append(quad)
        self._done: set[_Term] = set()

    def about(self, thing: _Term) -> list[pyoxigraph.Quad]:
        """The quads whose subject is `thing`."""
        return self._by_subject.get(thing, [])

    def reached_from(self, quads: Iterable[pyoxigraph.Quad]) -> list[pyoxigraph.Quad]:
        """All that the shared graphs say of what `quads` name, and of what that names in turn."""
        waiting = [term for quad in quads for term in (quad.subject, quad.object)]
        found: set[_Term] = set()
        reached = []
        while waiting:
            term = waiting.pop()
            if term not in found and term in self._by_subject:
                found.add(term)
                reached += self._by_subject[term]
                waiting += [quad.object for quad in self._by_subject[term]]
        self._done |= found
        return reached

    def not_reached(self) -> list[_Term]:
        """The things that have not been validated yet, in a fixed order."""
        return sorted(self._by_subject.keys() - self._done, key=str)


def _graph(dataset: Dataset, name: str) -> Iterator[pyoxigraph.Quad]:
    return dataset.store.quads_for_pattern(None, None, None, pyoxigraph.NamedNode(name))


def _triples(quads: Iterable[pyoxigraph.Quad]) -> bytes:
    return "".join(f"{quad.triple} .\n" for quad in quads).encode()


def _validate(triples: bytes) -> list[Failure]:
    """The failures of a batch, sorted."""
    graph = rdflib.Graph()
    for quad in pyoxigraph.parse(triples, pyoxigraph.RdfFormat.N_TRIPLES):
        graph.add((_rdflib(quad.subject), _rdflib(quad.predicate), _rdflib(quad.object)))
    conforms, report, _ = pyshacl.validate(graph, shacl_graph=load_shapes(), allow_warnings=True)
    if conforms:
        return []
    return sorted(_failure(report, result) for result in report.subjects(RDF.type, SH.ValidationResult))


def _failure(report: rdflib.Graph, result: Node) -> Failure:
    """One result of the report: the focus node, the path and value, and the shape's own message (English first)."""
    messages = sorted(report.objects(result, SH.resultMessage), key=lambda m: getattr(m, "language", None) != "en")
    path, value = report.value(result, SH.resultPath), report.value(result, SH.value)
    told = str(messages[0]) if messages else str(report.value(result, SH.sourceConstraintComponent))
    place = f"{_short(path)}: " if path is not None else ""
    shown = f" (value: {value})" if value is not None else ""
    return Failure("shape", str(report.value(result, SH.focusNode)), f"{place}{' '.join(told.split())}{shown}")


def _short(path: Node) -> str:
    return str(path).rpartition("#")[2].rpartition("/")[2]


def _rdflib(term: _Term) -> rdflib.URIRef | rdflib.BNode | rdflib.Literal:
    if isinstance(term, pyoxigraph.NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, pyoxigraph.Literal):
        if term.language:
            return rdflib.Literal(term.value, lang=term.language)
        if term.datatype.value == str(XSD.string):  # to rdflib, which reads the shapes, "a" and "a"^^xsd:string differ
            return rdflib.Literal(term.value)
        return rdflib.Literal(term.value, datatype=rdflib.URIRef(term.datatype.value))
    return rdflib.BNode(str(term))
