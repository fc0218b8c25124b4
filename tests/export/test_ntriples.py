from collections.abc import Callable
from pathlib import Path

import pyoxigraph
import rdflib
from rdflib.compare import isomorphic

from camket.graph.export import export
from camket.graph.store import Dataset

Union = Callable[[Dataset], rdflib.Graph]


def test_rdflib_reads_the_union_back(dataset: Dataset, union_of: Union, tmp_path: Path) -> None:
    out = tmp_path / "all.nt"
    report = export(dataset, out, with_text=True, all_people=True)
    read = rdflib.Graph().parse(out, format="nt")
    assert isomorphic(read, union_of(dataset))
    assert report.counts == {"triples": len(read)}


def test_lines_are_sorted_by_code_point_and_end_in_one_newline(dataset: Dataset, tmp_path: Path) -> None:
    out = tmp_path / "all.nt"
    export(dataset, out)
    written = out.read_text(encoding="utf-8")
    lines = written.removesuffix("\n").split("\n")
    assert lines == sorted(set(lines))
    assert len(list(pyoxigraph.parse(path=str(out)))) == len(lines)
