"""Starting and ending a server."""

import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

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


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--timeout", "0"], "--timeout 0: give a number of seconds above 0"),
        (["--timeout", "nan"], "--timeout nan: give a number of seconds above 0"),
        (["--memory", "1"], "--memory 1: a worker needs 128 MB at least"),
        (["--workers", "0"], "--workers 0: give 1 at least"),
        (["--cors", "example.org"], "--cors example.org: write an origin without a path, as https://example.org, or *"),
        (["--port", "70000"], "--port 70000: a port is a number from 0 (any that is free) to 65535"),
        (["--host", "nowhere.invalid"], "--host nowhere.invalid: no such host: name an address of this machine,"),
        (["--store", "http://127.0.0.1/"], "--store http://127.0.0.1/: this command works on a store in a folder"),
    ],
)
def test_options_that_make_no_sense(store: Path, options: list[str], message: str) -> None:
    command = [sys.executable, "-m", "camket.cli", "serve", "--store", str(store), "--port", "0", *options]
    shown = subprocess.run(command, capture_output=True, text=True, timeout=30)
    assert shown.returncode == 2
    assert shown.stderr.startswith(f"camket: {message}")
    assert len(shown.stderr.splitlines()) == 1


def test_a_port_that_is_taken_is_told(store: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        command = [sys.executable, "-m", "camket.cli", "serve", "--store", str(store), "--port", str(port), "--no-text"]
        before = set(store.iterdir())
        shown = subprocess.run(command, capture_output=True, text=True, timeout=30)
    assert shown.returncode == 1
    assert shown.stderr == (
        f"camket: cannot listen on 127.0.0.1 port {port} (Address already in use): --port 0 takes one that is free\n"
    )
    assert set(store.iterdir()) == before


def test_ctrl_c_ends_it_quietly(serve: Callable[..., Any], store: Path) -> None:
    server = serve(store, "--workers", "1")
    server.process.send_signal(signal.SIGINT)
    assert server.process.wait(timeout=30) in (0, 130)
    assert server.messages.read_text().splitlines()[1:] in ([], ["camket: stopped"])
