"""The questions of docs/questions.md: each is asked as it stands there, and answered on the examples as it says.

A question is a heading with its number, its wording in English in italics, the command, and a table: of the query's
columns those it shows, and all rows. `python tests/queries/test_questions.py` writes the present answers into the file;
look at the diff before you commit it.
"""

import re
import shlex
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph
import pytest

from camket.graph import api, queries
from camket.graph.build import build
from camket.graph.store import Dataset

ROOT = Path(__file__).parents[2]
DOCUMENT = ROOT / "docs" / "questions.md"
QUESTION = re.compile(
    r"^### (?P<number>\d+)\. (?P<vi>.+\?)\n+\*(?P<en>.+\?)\*\n+```bash\ncamket query (?P<asked>.+)\n```\n+"
    r"(?P<columns>\|.+\|)\n\|[-| ]+\|\n(?P<rows>(?:\|.+\|\n)*)",
    re.MULTILINE,
)


@dataclass(frozen=True)
class Question:
    """A question as the document has it."""

    number: int
    name: str
    values: dict[str, str]
    columns: tuple[str, ...]
    rows: list[tuple[str, ...]]


def cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in line.strip().strip("|").split("|"))


def question(found: re.Match[str]) -> Question:
    name, *options = shlex.split(found["asked"])
    assert options[::2] == ["--set"] * (len(options) // 2)
    values = dict(option.split("=", 1) for option in options[1::2])
    rows = [cells(line) for line in found["rows"].splitlines()]
    return Question(int(found["number"]), name, values, cells(found["columns"]), rows)


def questions(text: str) -> Iterator[Question]:
    return map(question, QUESTION.finditer(text))


def answer(dataset: Dataset, asked: Question) -> list[tuple[str, ...]]:
    """The rows of the columns that the document shows; IRIs short, as `camket query` takes them."""
    found = api.query(dataset, asked.name, **asked.values)
    assert isinstance(found, pyoxigraph.QuerySolutions)
    rows = [tuple("" if row[column] is None else row[column].value for column in asked.columns) for row in found]
    return list(dict.fromkeys(tuple(value.removeprefix(dataset.base) for value in row) for row in rows))


def rewritten(text: str, dataset: Dataset) -> str:
    """The document with the present answers."""

    def with_rows(found: re.Match[str]) -> str:
        asked = question(found)
        rows = "".join(f"| {' | '.join(row)} |\n" for row in answer(dataset, asked))
        return found[0][: found.start("rows") - found.start()] + rows

    return QUESTION.sub(with_rows, text)


def example_store(folder: Path) -> Dataset:
    assert not build([str(ROOT / "examples")], folder / "store").refused
    return api.open_store(folder / "store")


ASKED = list(questions(DOCUMENT.read_text(encoding="utf-8")))


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return example_store(tmp_path_factory.mktemp("examples"))


def test_there_are_twenty_five_questions_and_all_are_understood() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    assert [one.number for one in ASKED] == list(range(1, text.count("\n### ") + 1))
    assert len(ASKED) >= 25
    assert len({one.name for one in ASKED}) == len(ASKED)  # each its own named query
    assert {one.name for one in ASKED} <= set(queries.names())


@pytest.mark.parametrize("asked", ASKED, ids=lambda one: f"{one.number} {one.name}")
def test_a_question_is_answered_as_expected(asked: Question, examples: Dataset) -> None:
    assert asked.rows  # an answer that says something
    assert answer(examples, asked) == asked.rows


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        now = rewritten(DOCUMENT.read_text(encoding="utf-8"), example_store(Path(made)))
    DOCUMENT.write_text(now, encoding="utf-8")
    print(f"{DOCUMENT.relative_to(ROOT)}: {len(list(questions(now)))} questions", file=sys.stderr)
