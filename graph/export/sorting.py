"""Quads in one fixed order, however many there are: sorted in chunks, on disk where they do not fit.

A quad becomes one line of canonical N-Quads in UTF-8, so that sorting bytes is sorting by code point, and the same set
of quads always comes out as the same lines.
"""

import heapq
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from itertools import groupby, islice
from typing import Generic, TypeVar

import pyoxigraph

CHUNK_LINES = 200_000  # some 50 MB in memory at a time
PARSED_LINES = 20_000  # lines turned back into quads at a time

Item = TypeVar("Item")
LineOf = Callable[[pyoxigraph.Quad], bytes]


class Counted(Generic[Item]):
    """Passes items on and counts them; `count` is right once all have passed."""

    def __init__(self, items: Iterable[Item]) -> None:
        self._items = items
        self.count = 0

    def __iter__(self) -> Iterator[Item]:
        for item in self._items:
            self.count += 1
            yield item


def quad_line(quad: pyoxigraph.Quad) -> bytes:
    """The quad as a line of canonical N-Quads."""
    return f"{quad} .\n".encode()


def triple_line(quad: pyoxigraph.Quad) -> bytes:
    """The quad's triple as a line of canonical N-Triples; its graph is dropped."""
    return f"{quad.triple} .\n".encode()


def sorted_lines(
    quads: Iterable[pyoxigraph.Quad], line_of: LineOf, *, chunk_lines: int = CHUNK_LINES
) -> Iterator[bytes]:
    """The lines of `quads`, sorted by code point, each once.

    Never holds more than `chunk_lines` of them: further chunks wait, sorted, in temporary files.
    """
    lines = map(line_of, quads)
    with ExitStack() as files:
        chunks: list[Iterable[bytes]] = []
        chunk = sorted(islice(lines, chunk_lines))
        while len(chunk) == chunk_lines:
            spill = files.enter_context(tempfile.TemporaryFile())
            spill.writelines(chunk)
            spill.seek(0)
            chunks.append(spill)
            chunk = sorted(islice(lines, chunk_lines))
        for line, _ in groupby(heapq.merge(*chunks, chunk)):
            yield line


def sorted_triples(quads: Iterable[pyoxigraph.Quad]) -> Iterator[pyoxigraph.Quad]:
    """The union of all graphs, as quads of the default graph: each triple once, by subject, predicate, object."""
    return _parsed(sorted_lines(quads, triple_line))


def sorted_by_graph(quads: Iterable[pyoxigraph.Quad]) -> Iterator[pyoxigraph.Quad]:
    """Each quad once, by graph, subject, predicate, object; the default graph comes first."""
    keyed = sorted_lines(quads, _graph_first)
    return _parsed(line.partition(b"\t")[2] for line in keyed)


def _graph_first(quad: pyoxigraph.Quad) -> bytes:
    """The line of `quad` behind its graph and a tab (which no IRI can hold): sorts by graph first."""
    graph = quad.graph_name
    name = graph.value if isinstance(graph, pyoxigraph.NamedNode) else ""
    return f"{name}\t".encode() + quad_line(quad)


def _parsed(lines: Iterator[bytes]) -> Iterator[pyoxigraph.Quad]:
    while batch := b"".join(islice(lines, PARSED_LINES)):
        yield from pyoxigraph.parse(batch, pyoxigraph.RdfFormat.N_QUADS)
