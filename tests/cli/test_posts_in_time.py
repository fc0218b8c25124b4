"""`camket show` draws posts in time, and says where articles contradict each other."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
QUERIES = Path(__file__).parents[1] / "queries"
POST = "Giám đốc Sở Y tế tỉnh Thanh Giang"


@pytest.fixture
def posts(tmp_path: Path, camket: Run) -> Path:
    assert camket("build", QUERIES / "posts_in_time", "--store", tmp_path / "store").returncode == 0
    return tmp_path / "store"


def test_a_post_is_drawn_with_those_who_held_it(posts: Path, camket: Run) -> None:
    shown = camket("show", POST, "--store", posts, "--format", "page").stdout.splitlines()
    first = shown.index("Posts in time (2)")
    assert shown[first + 1 : first + 7] == [
        "2023                2025",
        "·████████···············  Đỗ Văn Mẫn (2023-02-10 – 2023-09-05; gone by 2024-11-20; then Lê Thị Biên",
        "                          (2024-11-20); 3 times)",
        "······················█·  Lê Thị Biên (2024-11-20; after Đỗ Văn Mẫn (2023-09-05))",
        "",
        "Posts (4)",
    ]


def test_what_was_promised_by_the_post_alone_is_on_the_holders_page(posts: Path, camket: Run) -> None:
    shown = camket("show", "do van man", "--store", posts, "--format", "page").stdout
    told = f"Without a name (1) 2023-04-02 b {POST}: [pledge] sẽ hoàn thành 5 trạm y tế trước ngày 30/6/2023"
    assert f"{told} (attested before and after)" in " ".join(shown.split())
    page = json.loads(camket("show", "do van man", "--store", posts, "--format", "json").stdout)
    assert [one["article"] for one in page["resolved"]] == ["b"]
    assert [one["post"] for one in page["tenures"]] == [POST]


def test_contradictions_are_told(posts: Path, camket: Run) -> None:
    assert camket("build", QUERIES / "posts_at_odds", "--store", posts).returncode == 0
    shown = camket("show", "ho trong kha", "--store", posts, "--format", "page").stdout
    assert "(2024-12-01; CONTRADICTION: also Lê Thị Biên (2024-11-20))" in " ".join(shown.split())
    checked = camket("check", "--no-shapes", "--store", posts)
    assert "articles contradict each other on who holds a post: 1 (camket query contradictions)" in checked.stdout
    assert checked.returncode == 0
