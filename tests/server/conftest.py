"""Stores on disk as builds leave them, and `camket serve` run on them as a user runs it."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pyoxigraph
import pytest

from camket.graph import folder
from camket.ontology.namespaces import BASE

TRIG = Path(__file__).parents[1] / "queries" / "thanh_giang.trig"
START_SECONDS = 30

Publish = Callable[[Path, str], int]


@dataclass
class Server:
    """A running `camket serve`. `messages` has what it says on standard error."""

    url: str
    process: subprocess.Popen[str]
    messages: Path

    def client(self, **more: object) -> httpx.Client:
        """A client whose addresses are below the server's."""
        return httpx.Client(base_url=self.url, timeout=60, trust_env=False, **more)  # type: ignore[arg-type]

    def stop(self) -> None:
        """End it as Ctrl-C does, and wait until it has ended."""
        self.process.send_signal(signal.SIGINT)
        self.process.wait(timeout=START_SECONDS)


Serve = Callable[..., Server]


def publish_snapshot(path: Path, trig: str) -> int:
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


@pytest.fixture(scope="session")
def publish() -> Publish:
    return publish_snapshot


@pytest.fixture(scope="session")
def thanh_giang() -> str:
    """Two invented articles as TriG."""
    return TRIG.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory, thanh_giang: str) -> Path:
    """The store of `thanh_giang`."""
    path = tmp_path_factory.mktemp("store") / "camket.store"
    publish_snapshot(path, thanh_giang)
    return path


@pytest.fixture(scope="module")
def serve(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serve]:
    """Starts `camket serve --store STORE OPTIONS...` in a process of its own, on a free port."""
    running: list[Server] = []

    def start(store: Path, *options: str) -> Server:
        messages = tmp_path_factory.mktemp("serve") / "messages"
        command = [sys.executable, "-m", "camket.cli", "serve", "--store", str(store), "--port", "0", *options]
        with messages.open("w") as stream:
            process = subprocess.Popen(command, stderr=stream, text=True, env={**os.environ, "PYTHONUTF8": "1"})
        url = _url(process, messages)
        running.append(Server(url, process, messages))
        return running[-1]

    yield start
    for server in running:
        server.stop()


def _url(process: subprocess.Popen[str], messages: Path) -> str:
    """Where a server that is starting says that it is, once it does."""
    ends = time.monotonic() + START_SECONDS
    while time.monotonic() < ends and process.poll() is None:
        if found := re.search(r"^(http://\S+)  ", messages.read_text(), re.MULTILINE):
            return found[1]
        time.sleep(0.02)
    raise AssertionError(f"camket serve did not start: {messages.read_text()}")


@pytest.fixture(scope="module")
def server(serve: Serve, store: Path) -> Server:
    """A server of `thanh_giang`, for this machine alone."""
    return serve(store)


@pytest.fixture(scope="module")
def http(server: Server) -> Iterator[httpx.Client]:
    """A client of `server`."""
    with server.client() as client:
        yield client
