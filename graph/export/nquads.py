"""Canonical N-Quads: sorted by code point, so that the same graph is always the same bytes.

There are no blank nodes to label, so this is the form of RDF Dataset Canonicalization (RDFC-1.0).
"""

from collections.abc import Iterable
from typing import BinaryIO

import pyoxigraph

from camket.graph.export.sorting import Counted, quad_line, sorted_lines


def write_nquads(quads: Iterable[pyoxigraph.Quad], out: BinaryIO, base: str) -> int:
    """Write `quads` to `out`, each once; how many there were. `base` plays no part: every IRI is written whole."""
    lines = Counted(sorted_lines(quads, quad_line))
    out.writelines(lines)
    return lines.count
