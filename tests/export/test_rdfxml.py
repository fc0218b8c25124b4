from collections.abc import Callable
from pathlib import Path

import rdflib

from camket.graph.export import export
from camket.graph.store import Dataset


def test_rdflib_reads_the_union_of_all_graphs(
    dataset: Dataset, tmp_path: Path, union_of: Callable[[Dataset], rdflib.Graph]
) -> None:
    report = export(dataset, tmp_path / "graph.rdf", with_text=True, all_people=True)
    read = rdflib.Graph().parse(tmp_path / "graph.rdf", format="xml")
    assert set(read) == set(union_of(dataset))
    assert report.counts == {"triples": len(read)}
