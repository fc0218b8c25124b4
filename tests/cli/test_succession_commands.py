"""`camket show` and `camket commitments --with-predecessors` on a body that took over from another."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def merged(tmp_path: Path, camket: Run) -> Path:
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "a.txt").write_text(
        " date 2025-02-10 (Báo Mẫu) - Bộ Giao thông vận tải cam kết hoàn thành 30 km đường trong năm 2026.\n", "utf-8"
    )
    (articles / "b.txt").write_text(
        " date 2025-04-10 (Báo Mẫu) - Bộ Xây dựng cam kết xây 120 căn nhà trước ngày 31/12/2026.\n", "utf-8"
    )
    assert camket("build", articles, "--store", tmp_path / "store").returncode == 0
    return tmp_path / "store"


def test_the_page_leads_to_who_took_over_and_back(merged: Path, camket: Run) -> None:
    old = camket("show", "Bộ Giao thông vận tải", "--store", merged, "--format", "page").stdout
    told = "ended: Bộ Giao thông vận tải hợp nhất vào Bộ Xây dựng, 2025-03-01 (Nghị quyết số 176/2025/QH15)"
    assert told in " ".join(old.split())
    assert "now: Bộ Xây dựng" in old.splitlines()
    new = camket("show", "Bộ Xây dựng", "--store", merged, "--format", "page").stdout
    assert "took over from: Bộ Giao thông vận tải" in new.splitlines()


def test_promises_with_those_of_predecessors(merged: Path, camket: Run) -> None:
    asked = ("commitments", "--by", "Bộ Xây dựng", "--store", merged, "--format", "json")
    alone = camket(*asked)
    assert [one["who"] for one in json.loads(alone.stdout)] == [["Bộ Xây dựng"]]
    assert alone.stderr == "took over from others: --with-predecessors adds what those promised\n"
    both = json.loads(camket(*asked, "--with-predecessors").stdout)
    assert [one["who"] for one in both] == [["Bộ Giao thông vận tải"], ["Bộ Xây dựng"]]
