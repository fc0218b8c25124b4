import json
import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "build_speed.py"


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(SCRIPT), *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


def test_every_figure_is_measured(tmp_path: Path) -> None:
    article = {
        "id": "a",
        "published": "2025-05-13",
        "text": "Tỉnh Vân Hải cam kết sẽ bàn giao mặt bằng trước ngày 30/6.",
    }
    (tmp_path / "articles.jsonl").write_text(json.dumps(article) + "\n\n", encoding="utf-8")
    arguments = ("--repeat", "1", "--query", "due-in", "--set", "during=2025", "--folder", str(tmp_path))
    done = run(str(tmp_path / "articles.jsonl"), *arguments)
    assert done.returncode == 0, done.stderr
    assert "1 builds of 1 articles" in done.stderr
    rows = {line[:28].strip(): [float(figure) for figure in line[28:].split()] for line in done.stdout.splitlines()[2:]}
    assert list(rows) == [
        "build: articles a second",
        "build: seconds",
        "build: peak memory, MB",
        "store: size on disk, MB",
        "query due-in: seconds",
        "camket --help: seconds",
    ]
    assert all(len(figures) == 3 and min(figures) > 0 for figures in rows.values())
    assert [path.name for path in tmp_path.iterdir()] == ["articles.jsonl"]


def test_a_command_that_fails_ends_it_with_what_the_command_said(tmp_path: Path) -> None:
    (tmp_path / "articles.jsonl").write_text('{"id": "a", "text": "Không có gì."}\n', encoding="utf-8")
    done = run(str(tmp_path / "articles.jsonl"), "--repeat", "1", "--query", "nosuch")
    assert done.returncode == 1
    assert "no query is named 'nosuch'" in done.stderr
    assert done.stdout == ""
