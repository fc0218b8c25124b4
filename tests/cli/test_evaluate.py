"""`camket evaluate` as a user runs it."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

Run = Callable[..., subprocess.CompletedProcess[str]]

ROOT = Path(__file__).parents[2]


def test_the_table_the_errors_and_the_json(camket: Run, tmp_path: Path) -> None:
    gold = tmp_path / "gold"
    gold.mkdir()
    empty: dict[str, list[Any]] = {
        "people": [],
        "bodies": [],
        "events": [],
        "statements": [],
        "commitments": [],
        "observations": [],
    }
    article = {"id": "a", "published": "2026-03-08", "text": "Ông Trần Quốc Khởi, Bộ trưởng Bộ Xây dựng, đến thăm."}
    (tmp_path / "a.jsonl").write_text(json.dumps(article), encoding="utf-8")
    (gold / "a.json").write_text(json.dumps({"id": "a", **empty}), encoding="utf-8")
    ran = camket("evaluate", tmp_path / "a.jsonl", gold, "--format", "table", "--errors")
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.splitlines()[2].split() == ["people", "0.000", "0.000", "0.000", "0"]
    assert "+ people: Person(names=('Trần Quốc Khởi'" in ran.stderr
    figures = json.loads(camket("evaluate", tmp_path / "a.jsonl", gold).stdout)
    assert (figures["articles"], figures["kinds"]["people"]["gold"]) == (1, 0)


def test_a_wrong_folder_is_one_line(camket: Run, tmp_path: Path) -> None:
    ran = camket("evaluate", ROOT / "examples", tmp_path / "none")
    assert ran.returncode == 2
    assert ran.stderr.strip().endswith("give the one with the annotations, a JSON file per article")
