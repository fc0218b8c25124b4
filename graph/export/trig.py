"""TriG: every graph under its name, with the project's prefixes, written as Turtle is."""

from collections.abc import Iterable
from itertools import groupby
from typing import BinaryIO

import pyoxigraph

from camket.graph.export.sorting import Counted, sorted_by_graph
from camket.graph.export.turtle import Terms, subject_blocks

_INDENT = "    "


def write_trig(quads: Iterable[pyoxigraph.Quad], out: BinaryIO, base: str) -> int:
    """Write `quads` to `out`, graph after graph; how many there were."""
    terms = Terms(base)
    members = Counted(sorted_by_graph(quads))
    out.write(terms.header().encode())
    for graph, of_graph in groupby(members, key=lambda quad: quad.graph_name):
        name = f"{terms.iri(graph.value)} " if isinstance(graph, pyoxigraph.NamedNode) else ""
        out.write(f"\n{name}{{".encode())
        out.writelines(block.encode() for block in subject_blocks(of_graph, terms, _INDENT))
        out.write(b"}\n")
    return members.count
