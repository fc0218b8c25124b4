"""The graph of five articles on an invented province, in memory."""

from pathlib import Path

import pyoxigraph
import pytest

from camket.graph.store import Dataset


@pytest.fixture(scope="session")
def dong_khe() -> Dataset:
    """What Đồng Khê promised and what became of it, 2024 to 2025; see `dong_khe.trig`."""
    store = pyoxigraph.Store()
    store.load(path=Path(__file__).with_name("dong_khe.trig"))
    return Dataset(store)
