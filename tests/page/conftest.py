"""`camket serve` on the examples' graph, and the page in a real browser that lets no mistake pass.

Every page that a test opens fails it where the console tells an error, a script breaks, or anything is asked of another
host than the server.
"""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, sync_playwright

from camket.graph.build import build
from camket.graph.server import bundle

ROOT = Path(__file__).parents[2]
AXE = ROOT / "graph" / "server" / "web" / "node_modules" / "axe-core" / "axe.min.js"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = (
    "--no-sandbox --disable-dev-shm-usage --enable-unsafe-swiftshader --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync"
)
START_SECONDS = 30
WAIT_MS = 15_000
DESKTOP, PHONE = (1280, 800), (390, 844)

_missing = [
    what
    for what, there in (
        ("chromium (apt-get install chromium)", CHROMIUM),
        ("the page (scripts/page)", bundle.page()),
        ("axe-core (scripts/page --check)", AXE.exists()),
    )
    if not there
]
if _missing and os.environ.get("CI"):
    raise RuntimeError(f"CI tests the page in a browser, but lacks {', '.join(_missing)}")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Without a browser or the page these tests are left out, but for CI's."""
    for item in items:
        if _missing and Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.skip(reason=f"needs {', '.join(_missing)}"))


@dataclass
class Watch:
    """What goes wrong on a page. allowed: what a test expects to be told of on the console."""

    origin: str
    wrong: list[str] = field(default_factory=list)
    allowed: list[str] = field(default_factory=list)

    def on(self, page: Page) -> None:
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.wrong.append(f"error: {error}"))
        page.on("request", self._request)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error" and not any(text in message.text for text in self.allowed):
            self.wrong.append(f"console: {message.text}")

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.origin, "blob:", "data:")):
            self.wrong.append(f"request: {request.url}")


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of the examples."""
    path = tmp_path_factory.mktemp("examples") / "camket.store"
    assert not build([ROOT / "examples"], path).refused
    return path


@pytest.fixture(scope="session")
def start(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[Path], str]]:
    """Starts `camket serve --store STORE` on a free port; gives its address, without a slash at its end."""
    running: list[subprocess.Popen[bytes]] = []

    def serving(store: Path) -> str:
        messages = tmp_path_factory.mktemp("serve") / "messages"
        command = [sys.executable, "-m", "camket.cli", "serve", "--store", str(store), "--port", "0"]
        with messages.open("wb") as stream:
            running.append(subprocess.Popen(command, stderr=stream, env={**os.environ, "PYTHONUTF8": "1"}))
        ends = time.monotonic() + START_SECONDS
        while time.monotonic() < ends and running[-1].poll() is None:
            if found := re.search(r"^(http://\S+)/  ", messages.read_text(encoding="utf-8"), re.MULTILINE):
                return found[1]
            time.sleep(0.05)
        raise AssertionError(f"camket serve did not start: {messages.read_text(encoding='utf-8')}")

    yield serving
    for process in running:
        process.send_signal(signal.SIGINT)
    for process in running:
        process.wait(timeout=START_SECONDS)


@pytest.fixture(scope="session")
def url(start: Callable[[Path], str], store: Path) -> str:
    """Where the examples' graph is served."""
    return start(store)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS.split())
        yield browser
        browser.close()


@pytest.fixture(params=[DESKTOP], ids=["desktop"])
def context(request: pytest.FixtureRequest, browser: Browser) -> Iterator[BrowserContext]:
    width, height = request.param
    context = browser.new_context(
        viewport={"width": width, "height": height}, locale="vi-VN", accept_downloads=True, reduced_motion="reduce"
    )
    context.set_default_timeout(WAIT_MS)
    yield context
    context.close()


@pytest.fixture
def watch(url: str) -> Iterator[Watch]:
    """Fails the test where something went wrong on its page."""
    watch = Watch(url)
    yield watch
    assert watch.wrong == []


@pytest.fixture
def allow(watch: Watch) -> list[str]:
    """To be given parts of what the console is expected to tell."""
    return watch.allowed


@pytest.fixture
def page(watch: Watch, context: BrowserContext) -> Page:
    page = context.new_page()
    watch.on(page)
    return page
