"""A promise made by a body that is no more is found from the one that took over."""

from pathlib import Path

import pytest

from camket.graph import api
from camket.graph.store import Dataset
from camket.graph.views.succession import Change, Fate, Relative, fate, with_predecessors
from camket.ontology.namespaces import BASE

ARTICLES = {
    "truoc.txt": " date 2025-03-10 (Báo Mẫu) - UBND tỉnh Yên Bái cam kết xây 120 phòng học trước ngày 31/12/2026.\n"
    "Bộ Giao thông vận tải cam kết hoàn thành 30 km đường trong năm 2026.",
    "sau.txt": " date 2025-09-02 (Báo Mẫu) - UBND tỉnh Lào Cai cam kết xây 50 cây cầu trước ngày 31/12/2027.",
}
OLD, NEW = f"{BASE}body/UBND_tỉnh_Yên_Bái", f"{BASE}body/UBND_tỉnh_Lào_Cai"


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    folder: Path = tmp_path_factory.mktemp("articles")
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    api.build([folder], folder / "store")
    return api.open_store(folder / "store")


def rows(dataset: Dataset, query: str, **values: str) -> list[tuple[str, ...]]:
    answer = api.query(dataset, query, **values)
    return [tuple(value.value if value else "" for value in row) for row in answer]  # type: ignore[union-attr]


def test_what_a_body_became(dataset: Dataset) -> None:
    merger = Change("Yên Bái hợp nhất vào Lào Cai", "2025-07-01", "Nghị quyết số 202/2025/QH15")
    assert fate(dataset, OLD) == Fate((merger,), (Relative("UBND tỉnh Lào Cai", NEW),), ())
    assert fate(dataset, NEW) == Fate((), (), (Relative("UBND tỉnh Yên Bái", OLD),))
    assert rows(dataset, "what-became-of", name="ubnd tinh yen bai") == [
        (merger.name, merger.on, merger.source, "UBND tỉnh Lào Cai")
    ]
    assert fate(dataset, f"{BASE}place/Yên_Bái").successors == (Relative("Lào Cai", f"{BASE}place/Lào_Cai"),)


def test_the_promises_of_those_before(dataset: Dataset) -> None:
    promised = "xây 120 phòng học trước ngày 31/12/2026"
    found = rows(dataset, "inherited-commitments", by="UBND tỉnh Lào Cai")
    assert [row[:4] for row in found] == [("UBND tỉnh Yên Bái", promised, "2026-12-31", "truoc")]
    assert [row[0] for row in rows(dataset, "inherited-commitments", by="Bộ Xây dựng")] == ["Bộ Giao thông vận tải"]
    assert with_predecessors(dataset, [NEW]) == [NEW, OLD]
    assert with_predecessors(dataset, [OLD]) == [OLD]
