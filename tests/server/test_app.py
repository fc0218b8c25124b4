"""What can be said of the server without running it."""

from pathlib import Path

import pytest

from camket.graph.errors import StoreError
from camket.graph.server.app import create_app
from camket.graph.server.settings import Settings, is_loopback


def test_a_store_without_a_graph_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no store at"):
        create_app(Settings(tmp_path / "none"))


@pytest.mark.parametrize("host", ["127.0.0.1", "127.1.2.3", "::1", "localhost", "LOCALHOST"])
def test_only_this_machine_reaches(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.2", "camket.example", ""])
def test_others_reach(host: str) -> None:
    assert not is_loopback(host)
