from collections.abc import Callable
from pathlib import Path

import pyoxigraph
import rdflib

from camket.graph.export import export
from camket.graph.store import Dataset


def test_rdflib_and_oxigraph_read_every_graph_back(
    dataset: Dataset, graphs_of: Callable[[rdflib.Dataset | Dataset], dict[str, frozenset[object]]], tmp_path: Path
) -> None:
    out = tmp_path / "all.trig"
    report = export(dataset, out, with_text=True, all_people=True)
    read = rdflib.Dataset()
    read.parse(data=out.read_text(encoding="utf-8"), format="trig")
    assert graphs_of(read) == graphs_of(dataset)
    again = list(pyoxigraph.parse(path=str(out)))
    assert set(again) == set(dataset.quads())
    assert report.counts == {"quads": len(again)}
