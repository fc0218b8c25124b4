"""Posts, bodies and nameless holders in time over HTTP."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from camket.graph.build import build
from camket.ontology.namespaces import BASE

QUERIES = Path(__file__).parents[2] / "queries"
MERGED = " date 2025-03-10 (Báo Mẫu) - Bộ Giao thông vận tải cam kết hoàn thành 30 km đường trong năm 2026.\n"


@pytest.fixture(scope="module")
def in_time(serve: object, tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    folder = tmp_path_factory.mktemp("in-time")
    (folder / "m.txt").write_text(MERGED, encoding="utf-8")
    build([QUERIES / "posts_in_time", folder / "m.txt"], folder / "store")
    with serve(folder / "store").client() as client:  # type: ignore[operator]
        yield client


def test_tenures_and_their_order(in_time: httpx.Client) -> None:
    found = in_time.get("/api/entity", params={"iri": "person/Lê_Thị_Biên"}).json()
    (term,) = found["order"]
    assert (term["post"], term["first"]) == ("Giám đốc Sở Y tế tỉnh Thanh Giang", "2024-11-20")
    assert term["before"] == [{"name": "Đỗ Văn Mẫn", "iri": f"{BASE}person/Đỗ_Văn_Mẫn", "when": "2023-09-05"}]


def test_a_nameless_holder(in_time: httpx.Client) -> None:
    found = in_time.get("/api/entity", params={"iri": "person/Đỗ_Văn_Mẫn"}).json()
    assert [(one["article"], one["basis"]) for one in found["nameless"]] == [("b", "AttestedAround")]
    rows = in_time.get("/api/commitments").json()["rows"]
    (row,) = [row for row in rows if row["article"]["id"] == "b"]
    (actor,) = row["parts"]["actor"]
    holder = {"iri": f"{BASE}person/Đỗ_Văn_Mẫn", "name": "Đỗ Văn Mẫn", "kind": "person", "basis": "AttestedAround"}
    assert (actor["kind"], actor["holder"]) == ("post", holder)
    facts = in_time.get("/api/article", params={"iri": "article/b"}).json()["facts"]
    assert [fact["parts"]["actor"][0]["holder"] for fact in facts if fact["kind"] == "pledge"] == [holder]


def test_what_became_of_a_body(in_time: httpx.Client) -> None:
    found = in_time.get("/api/entity", params={"iri": "body/Bộ_Giao_thông_vận_tải"}).json()["fate"]
    assert found["successors"] == [{"name": "Bộ Xây dựng", "iri": f"{BASE}body/Bộ_Xây_dựng"}]
    assert [change["on"] for change in found["ended"]] == ["2025-03-01"]
    after = in_time.get("/api/entity", params={"iri": "body/Bộ_Xây_dựng"}).json()["fate"]
    assert [one["name"] for one in after["predecessors"]] == ["Bộ Giao thông vận tải"]
