"""N-Triples: the union of all graphs, sorted by code point, each triple once."""

from collections.abc import Iterable
from typing import BinaryIO

import pyoxigraph

from camket.graph.export.sorting import Counted, sorted_lines, triple_line


def write_ntriples(quads: Iterable[pyoxigraph.Quad], out: BinaryIO, base: str) -> int:
    """Write the triples of `quads` to `out`; how many there were. `base` plays no part: every IRI is written whole."""
    lines = Counted(sorted_lines(quads, triple_line))
    out.writelines(lines)
    return lines.count
