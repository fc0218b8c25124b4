"""A store on disk of two invented articles, and the command run on it as a user runs it."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pyoxigraph
import pytest

from camket.graph import folder
from camket.ontology.namespaces import BASE

TRIG = Path(__file__).parents[1] / "queries" / "thanh_giang.trig"
DONG_KHE = Path(__file__).parents[1] / "views" / "dong_khe.trig"

Run = Callable[..., subprocess.CompletedProcess[str]]


def make_store(path: Path, trig: str) -> Path:
    """A store of a graph in TriG as a build leaves it, without the records: only a build reads these."""
    made = folder.find_or_make(path, None, BASE)
    made.snapshot(1).parent.mkdir()
    snapshot = pyoxigraph.Store(made.snapshot(1))
    snapshot.bulk_load(trig, pyoxigraph.RdfFormat.TRIG)
    snapshot.flush()
    del snapshot
    made.show(1)
    return path


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of `thanh_giang.trig`."""
    return make_store(tmp_path_factory.mktemp("store") / "camket.store", TRIG.read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def dong_khe(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of `dong_khe.trig`: promises and what became of them."""
    return make_store(tmp_path_factory.mktemp("store") / "dong-khe", DONG_KHE.read_text(encoding="utf-8"))


@pytest.fixture
def damaged_store(tmp_path: Path) -> Path:
    """The same with a quotation that the article does not say."""
    trig = TRIG.read_text(encoding="utf-8")
    assert trig.count('oa:exact "Công an tỉnh quan tâm công nhân"') == 1
    return make_store(
        tmp_path / "damaged", trig.replace('oa:exact "Công an tỉnh quan tâm', 'oa:exact "Công an tỉnh hứa')
    )


@pytest.fixture
def camket(store: Path, tmp_path: Path) -> Run:
    """Runs `camket` in a process of its own, its output in a pipe; CAMKET_STORE names the store."""

    def run(*arguments: str | Path, columns: int | None = 100, **more: object) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "CAMKET_STORE": str(store), "TERM": "dumb"}
        environment.pop("COLUMNS", None)
        if columns:
            environment["COLUMNS"] = str(columns)
        return subprocess.run(  # type: ignore[call-overload, no-any-return]
            [sys.executable, "-m", "camket.cli", *map(str, arguments)],
            **{"capture_output": True, "text": True, "encoding": "utf-8", "cwd": tmp_path, "env": environment} | more,
        )

    return run
