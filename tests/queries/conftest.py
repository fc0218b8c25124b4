"""The graph of two invented articles, in memory."""

from pathlib import Path

import pyoxigraph
import pytest

from camket.graph.store import Dataset


@pytest.fixture(scope="session")
def thanh_giang() -> Dataset:
    """Two articles of the invented province of Thanh Giang; see `thanh_giang.trig` for what they say."""
    store = pyoxigraph.Store()
    store.load(path=Path(__file__).with_name("thanh_giang.trig"))
    return Dataset(store)
