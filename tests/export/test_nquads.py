from collections.abc import Callable
from pathlib import Path

import pyoxigraph
import rdflib

from camket.graph.export import export
from camket.graph.store import Dataset


def test_rdflib_and_oxigraph_read_every_graph_back(
    dataset: Dataset, graphs_of: Callable[[rdflib.Dataset | Dataset], dict[str, frozenset[object]]], tmp_path: Path
) -> None:
    out = tmp_path / "all.nq"
    report = export(dataset, out, with_text=True, all_people=True)
    read = rdflib.Dataset()
    read.parse(data=out.read_text(encoding="utf-8"), format="nquads")
    assert graphs_of(read) == graphs_of(dataset)
    again = list(pyoxigraph.parse(path=str(out)))
    assert set(again) == set(dataset.quads())
    assert report.counts == {"quads": len(again)}


def test_the_same_graph_is_the_same_bytes_however_it_was_put_together(dataset: Dataset, tmp_path: Path) -> None:
    backwards = pyoxigraph.Store()
    for quad in reversed(list(dataset.quads())):
        backwards.add(quad)
    export(dataset, tmp_path / "one.nq")
    export(Dataset(backwards, dataset.base), tmp_path / "two.nq")
    written = (tmp_path / "one.nq").read_text(encoding="utf-8")
    assert (tmp_path / "two.nq").read_text(encoding="utf-8") == written
    lines = written.removesuffix("\n").split("\n")
    assert lines == sorted(set(lines))


def test_canonical_form_is_that_of_the_reference_implementation(dataset: Dataset, tmp_path: Path) -> None:
    canonical = pyoxigraph.Dataset(dataset.quads())
    canonical.canonicalize(pyoxigraph.CanonicalizationAlgorithm.RDFC_1_0)
    expected = pyoxigraph.serialize(canonical, format=pyoxigraph.RdfFormat.N_QUADS) or b""
    export(dataset, tmp_path / "all.nq", with_text=True, all_people=True)
    assert (tmp_path / "all.nq").read_bytes() == b"".join(sorted(expected.splitlines(keepends=True)))
