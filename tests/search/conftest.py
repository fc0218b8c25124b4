"""The index of two invented articles, and of many small ones that are made to be counted."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pyoxigraph
import pytest

from camket.graph.search import index, schema
from camket.graph.store import Dataset

TRIG = Path(__file__).parents[1] / "queries" / "thanh_giang.trig"


@pytest.fixture(scope="session")
def thanh_giang(tmp_path_factory: pytest.TempPathFactory) -> Path:
    store = pyoxigraph.Store()
    store.bulk_load(TRIG.read_text(encoding="utf-8"), pyoxigraph.RdfFormat.TRIG)
    path = tmp_path_factory.mktemp("index") / "1.sqlite"
    index.make(Dataset(store), path)
    return path


@pytest.fixture
def connection(thanh_giang: Path) -> Iterator[sqlite3.Connection]:
    with closing(schema.read(thanh_giang)) as opened:
        yield opened
