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
    aside = camket("evaluate", tmp_path / "a.jsonl", gold, "--format", "table", "--errors", "--unseen", "a*")
    assert (aside.stdout, "Trần Quốc Khởi" in aside.stderr) == (ran.stdout, False)
    wrong = camket("evaluate", tmp_path / "a.jsonl", gold, "--errors", "--unseen", "b*")
    assert (wrong.returncode, wrong.stderr.count("--unseen b*: no article's id is like that")) == (2, 1)
    figures = json.loads(camket("evaluate", tmp_path / "a.jsonl", gold).stdout)
    assert (figures["articles"], figures["kinds"]["people"]["gold"]) == (1, 0)


def test_links_between_articles_are_scored_as_table_and_json(camket: Run, tmp_path: Path) -> None:
    articles, links = tmp_path / "a.jsonl", tmp_path / "links.json"
    texts = {
        "a-1": "Ông Trần Quốc Khởi, Bộ trưởng Bộ Xây dựng, đến thăm.",
        "a-2": "Bộ trưởng Bộ Xây dựng Trần Quốc Khởi đã về.",
    }
    articles.write_text("\n".join(json.dumps({"id": i, "text": text}) for i, text in texts.items()), encoding="utf-8")
    person = {"person": "P1", "mentions": [{"id": i, "name": "Trần Quốc Khởi"} for i in texts]}
    nothing: dict[str, Any] = {"events": {"same": [], "different": []}, "commitments": [], "not_commitments": []}
    links.write_text(
        json.dumps({"people": {"clusters": [person]}, "bodies": {"clusters": []}, **nothing}), encoding="utf-8"
    )
    ran = camket("evaluate", articles, "--links", links, "--format", "table", "--errors")
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.splitlines()[2].split() == ["people", "1.000", "1.000", "1.000", "1"]
    assert "2 articles; people, bodies and events count by pairs" in ran.stderr
    figures = json.loads(camket("evaluate", articles, "--links", links, "--only", "a-1").stdout)
    assert (figures["articles"], figures["identity"]["people B³"]["gold"]) == (1, 1)


def test_what_to_evaluate_against_has_to_be_said(camket: Run, tmp_path: Path) -> None:
    ran = camket("evaluate", ROOT / "examples")
    assert ran.returncode == 2
    assert ran.stderr.strip().endswith("give either the folder with ANNOTATIONS or --links FILE")


def test_errors_of_links_are_of_several_articles(camket: Run, tmp_path: Path) -> None:
    ran = camket("evaluate", ROOT / "examples", "--links", tmp_path / "links.json", "--unseen", "a")
    assert (ran.returncode, ran.stderr.count("--unseen goes with ANNOTATIONS")) == (2, 1)


def test_a_wrong_folder_is_one_line(camket: Run, tmp_path: Path) -> None:
    ran = camket("evaluate", ROOT / "examples", tmp_path / "none")
    assert ran.returncode == 2
    assert ran.stderr.strip().endswith("give the one with the annotations, a JSON file per article")
