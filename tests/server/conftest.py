"""Stores on disk as builds leave them, and the server run on one as a user runs it."""

from collections.abc import Callable
from pathlib import Path

import pyoxigraph
import pytest

from camket.graph import folder
from camket.ontology.namespaces import BASE

TRIG = Path(__file__).parents[1] / "queries" / "thanh_giang.trig"

Publish = Callable[[Path, str], int]


def publish(path: Path, trig: str) -> int:
    """Make a graph in TriG the newest snapshot of the store at `path`, as a build does; returns its number."""
    found = folder.find_or_make(path, None, BASE)
    number = max(found.numbers(), default=0) + 1
    found.snapshot(number).parent.mkdir(exist_ok=True)
    snapshot = pyoxigraph.Store(found.snapshot(number))
    snapshot.bulk_load(trig, pyoxigraph.RdfFormat.TRIG)
    snapshot.flush()
    del snapshot
    found.show(number)
    return number


@pytest.fixture(scope="session", name="publish")
def _publish() -> Publish:
    return publish


@pytest.fixture(scope="session")
def thanh_giang() -> str:
    """Two invented articles as TriG."""
    return TRIG.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory, thanh_giang: str) -> Path:
    """The store of `thanh_giang`."""
    path = tmp_path_factory.mktemp("store") / "camket.store"
    publish(path, thanh_giang)
    return path
