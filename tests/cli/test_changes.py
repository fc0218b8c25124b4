"""camket changes, as a user runs it: two states of a small archive, and what one who follows the news has to know."""

import gzip
import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from camket.graph import api

Run = Callable[..., subprocess.CompletedProcess[str]]

BRIDGE = """ date 2024-03-01 (Báo Đồng Khê) - Chủ tịch UBND tỉnh Đồng Khê Hà Văn Lộc cam kết tỉnh sẽ hoàn thành cầu \
Khê Thượng trước ngày 30/6/2025."""
CLINICS = " date 2024-04-02 (Báo Đồng Khê) - Sở Y tế tỉnh Đồng Khê cam kết xây 12 phòng khám trong năm 2024."
NAMESAKE = """ date 2024-05-02 (Tin Vĩnh Lạc) - Giám đốc Công an tỉnh Vĩnh Lạc Hà Văn Lộc hứa sẽ trang bị 40 xe tuần \
tra trước ngày 1/9/2024."""


def build(folder: Path, articles: dict[str, str]) -> Path:
    source = folder / "articles"
    source.mkdir(parents=True)
    for name, text in articles.items():
        (source / f"{name}.txt").write_text(f"{text}\n", encoding="utf-8")
    api.build([source], folder / "store")
    return folder / "store"


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("old"), {"cau": BRIDGE, "phong-kham": CLINICS})


@pytest.fixture(scope="module")
def new(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One article corrected, one taken out, and one with a namesake added."""
    corrected = BRIDGE.replace("30/6/2025", "31/12/2025")
    return build(tmp_path_factory.mktemp("new"), {"cau": corrected, "xe": NAMESAKE})


TOLD = """\
Articles: 1 came, 1 went, 1 changed
+  2024-05-02 xe          Tin Vĩnh Lạc
-  2024-04-02 phong-kham  Báo Đồng Khê
~  2024-03-01 cau         Báo Đồng Khê
                          the text is another

People, bodies, places and posts: 3 came, 1 went, 1 changed
+    [body] Công an tỉnh Vĩnh Lạc
+    [person] Hà Văn Lộc
+    [place] Vĩnh Lạc
-    [body] Sở Y tế tỉnh Đồng Khê
~    [person] Hà Văn Lộc
     was person/Hà_Văn_Lộc, is person/Hà_Văn_Lộc_(UBND_tỉnh_Đồng_Khê)

Who holds what: 1 came
+  2024-05-02 xe  [post] Hà Văn Lộc: Giám đốc Công an tỉnh Vĩnh Lạc

Promises: 1 came, 1 went, 1 changed
+  2024-05-02 xe          [pledge] Hà Văn Lộc: sẽ trang bị 40 xe tuần tra trước ngày 1/9/2024
-  2024-04-02 phong-kham  [pledge] Sở Y tế tỉnh Đồng Khê: xây 12 phòng khám trong năm 2024
~  2024-03-01 cau         [pledge] Đồng Khê: tỉnh sẽ hoàn thành cầu Khê Thượng trước ngày 31/12/2025
                          words: tỉnh sẽ hoàn thành cầu Khê Thượng trước ngày 30/6/2025 → tỉnh sẽ
                          hoàn thành cầu Khê Thượng trước ngày 31/12/2025; due: 2025-06-30 →
                          2025-12-31
"""


def test_two_stores(camket: Run, old: Path, new: Path) -> None:
    shown = camket("changes", old, new, "--format", "table")
    assert (shown.returncode, shown.stderr) == (0, "")
    assert shown.stdout == TOLD


def test_an_export_says_the_same_as_its_store(camket: Run, old: Path, new: Path, tmp_path: Path) -> None:
    assert camket("export", "old.nq", "--store", old).returncode == 0
    (tmp_path / "old.nq.gz").write_bytes(gzip.compress((tmp_path / "old.nq").read_bytes()))
    assert camket("export", "new.trig", "--store", new).returncode == 0
    for before, after in ((old, "new.trig"), ("old.nq.gz", new), ("old.nq", "new.trig")):
        assert camket("changes", before, after, "--format", "table").stdout == TOLD
    for same in ("old.nq", "old.nq.gz", old):
        shown = camket("changes", same, old, "--exit-code", "--format", "table")
        assert (shown.returncode, shown.stdout, shown.stderr) == (0, "", "nothing is different\n")


def test_scripts_are_told_by_the_exit_code_where_they_ask(camket: Run, old: Path, new: Path) -> None:
    assert camket("changes", old, new).returncode == 0
    assert camket("changes", old, new, "--exit-code").returncode == 1
    assert camket("changes", old, old, "--exit-code").returncode == 0


def test_in_a_pipe_it_is_json(camket: Run, old: Path, new: Path) -> None:
    there = json.loads(camket("changes", old, new).stdout)
    back = json.loads(camket("changes", new, old).stdout)
    assert there["parts"]["promises"]["changed"] == [
        {
            "entry": {
                "key": "https://w3id.org/camket/id/article/cau#pledge=81,136",
                "about": "pledge",
                "title": "Đồng Khê: tỉnh sẽ hoàn thành cầu Khê Thượng trước ngày 31/12/2025",
                "article": "cau",
                "published": "2024-03-01",
            },
            "differences": [
                {
                    "field": "words",
                    "old": "tỉnh sẽ hoàn thành cầu Khê Thượng trước ngày 30/6/2025",
                    "new": "tỉnh sẽ hoàn thành cầu Khê Thượng trước ngày 31/12/2025",
                },
                {"field": "due", "old": "2025-06-30", "new": "2025-12-31"},
            ],
        }
    ]
    for name, part in there["parts"].items():
        assert part["came"] == back["parts"][name]["went"]
        assert part["went"] == back["parts"][name]["came"]
        assert len(part["changed"]) == len(back["parts"][name]["changed"])


def test_what_became_of_promises(camket: Run, dong_khe: Path, tmp_path: Path) -> None:
    trig = (Path(__file__).parents[1] / "views" / "dong_khe.trig").read_text(encoding="utf-8")
    links: list[str] = []
    graph: list[str] = []
    for line in trig.splitlines():
        (links if "ck:fulfils" in line or "ck:refuses" in line else graph).append(line)
    assert len(links) == 2
    (tmp_path / "before.trig").write_text("\n".join(graph), encoding="utf-8")
    (tmp_path / "after.trig").write_text(trig, encoding="utf-8")
    assert (
        camket("changes", "before.trig", "after.trig", "--format", "table").stdout
        == """\
What became of them: 2 came
+  2025-01-10 dk-03  [kept] UBND tỉnh Đồng Khê: tỉnh sẽ xây xong 500 căn nhà ở xã hội trước ngày
                     31/12/2024 (2024-05-20 dk-02) ← 500 căn nhà ở xã hội đã hoàn thành đúng hẹn
+  2025-03-02 dk-05  [refused] Sở Y tế Đồng Khê: Sở hứa tuyển 30 bác sĩ (2025-02 dk-04) ← Sở Y tế
                     chưa thể hứa tuyển 30 bác sĩ
"""
    )


def test_a_long_list_is_cut(camket: Run, old: Path, dong_khe: Path) -> None:
    shown = camket("changes", old, dong_khe, "--limit", "2", "--format", "table").stdout
    assert "Articles: 5 came, 2 went\n" in shown
    assert "and 3 more (--limit)\n" in shown


def test_another_version_that_read_them_is_told(camket: Run, tmp_path: Path) -> None:
    trig = (Path(__file__).parents[1] / "queries" / "thanh_giang.trig").read_text(encoding="utf-8")
    (tmp_path / "a.trig").write_text(trig, encoding="utf-8")
    (tmp_path / "b.trig").write_text(trig.replace('softwareVersion "0.1.0"', 'softwareVersion "0.2.0"'), "utf-8")
    shown = camket("changes", "a.trig", "b.trig", "--exit-code", "--format", "table")
    assert (shown.returncode, shown.stdout) == (1, "")
    assert shown.stderr == (
        "the articles were read by another Camket: what is different in them may be so for that reason alone\n"
    )


@pytest.mark.parametrize(
    ("content", "name", "message"),
    [
        (None, "nowhere", "camket: no store at nowhere"),
        (None, "nowhere.nq", "camket: nowhere.nq cannot be read: No such file or directory"),
        (b"<a> <b>", "broken.nq", "camket: broken.nq cannot be read: "),
        (b"no gzip", "broken.nq.gz", "camket: broken.nq.gz cannot be read: it is no whole gzip file: export it again"),
        (b"", "empty.nq", "camket: empty.nq has no graph of Camket in it: write it with `camket export empty.nq`"),
        (b"a,b", "table.csv", "camket: table.csv is no store and no file of quads: give a store's folder, or one of "),
        (
            b'<x:p> <x:q> "v" <https://example.org/graph/entities> .\n',
            "other.nq",
            "camket: other.nq names things under https://example.org/, ",
        ),
    ],
)
def test_an_error_is_one_line(
    camket: Run, old: Path, tmp_path: Path, content: bytes | None, name: str, message: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    shown = camket("changes", name, old)
    assert shown.stderr.startswith(message)
    assert (shown.stdout, shown.stderr.count("\n")) == ("", 1)
    assert shown.returncode in (1, 2)
