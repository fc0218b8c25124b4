"""How smoothly the explorer moves: a graph of many edges in Chromium, and how long the page works for each step.

A frame has 16.7 ms. What counts is the time the page's own script takes for a step: drawing is done by the graphics
card, and a machine that has none draws in software, which says nothing of any other. Both are printed.

    python benchmarks/graph_smooth.py camket.store --edges 20000
"""

import argparse
import json
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import CDPSession, Page, sync_playwright

from camket.graph import api
from camket.graph.export import export

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = "--no-sandbox --disable-dev-shm-usage --enable-unsafe-swiftshader"
STEPS = 30
NOT_SCRIPT = ("(program)", "(idle)")
WAIT_MS = 300_000
TWO_FRAMES = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done())))"


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("store", type=Path, help="a store's folder, with at least so many edges")
    parser.add_argument("--edges", type=int, default=20_000, help="how many edges are drawn (default: 20000)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "graph.html"
        export(api.open_store(options.store), file)
        _cut(file, options.edges)
        with _opened(file) as (page, session):
            print(f"{page.locator('.count').inner_text()}")
            print(f"{'step':32} {'script, ms':>10} {'until drawn, ms':>16}")
            for name, step in _steps(page):
                _measure(name, step, page, session)


def _cut(file: Path, edges: int) -> None:
    """Leave the first `edges` edges of an exported graph, and the nodes they join."""
    before, start, rest = file.read_text(encoding="utf-8").partition('id="graph">')
    data, tag, after = rest.partition("</script>")
    graph = json.loads(data)
    if len(graph["edges"]) < edges:
        raise SystemExit(f"the store has {len(graph['edges'])} edges, not {edges}: name a larger one")
    graph["edges"] = graph["edges"][:edges]
    joined = sorted({edge[end] for edge in graph["edges"] for end in ("source", "target")})
    place = {old: new for new, old in enumerate(joined)}  # an edge names its nodes by their places in the list
    graph["nodes"] = [graph["nodes"][old] for old in joined]
    graph["edges"] = [{**edge, **{end: place[edge[end]] for end in ("source", "target")}} for edge in graph["edges"]]
    written = json.dumps(graph, ensure_ascii=False).replace("<", r"\u003c")
    file.write_text(f"{before}{start}{written}{tag}{after}", encoding="utf-8")


@contextmanager
def _opened(file: Path) -> Iterator[tuple[Page, CDPSession]]:
    """The explorer with the graph arranged and at rest."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS.split())
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.set_default_timeout(WAIT_MS)
        page.goto(file.as_uri())
        page.locator(".count:not([data-nodes='0'])").wait_for()
        page.locator("button[aria-pressed='false']").first.wait_for()
        for kind in page.locator("fieldset.kinds input:not(:checked)").all():  # everything is seen
            kind.click()
        session = page.context.new_cdp_session(page)
        session.send("Profiler.enable")
        yield page, session
        browser.close()


def _steps(page: Page) -> Iterator[tuple[str, Callable[[int], object]]]:
    box = page.locator("canvas").first.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    yield "the pointer moves", lambda n: page.mouse.move(x + 5 * n, y + 3 * n)
    page.mouse.move(x, y)
    page.mouse.down()
    yield "the graph is dragged", lambda n: page.mouse.move(x + 4 * n, y + 2 * n)
    page.mouse.up()
    yield "the wheel zooms", lambda n: page.mouse.wheel(0, -40 if n % 2 else 40)
    kind = page.locator("fieldset.kinds input").first
    yield "a kind is left out or shown", lambda n: kind.click()
    if kind.is_checked() is False:
        kind.click()
    year = page.locator("input[type=range]").first
    year.focus()
    yield "the years are moved by one", lambda n: page.keyboard.press("ArrowRight" if n % 2 else "ArrowLeft")


def _measure(name: str, step: Callable[[int], object], page: Page, session: CDPSession) -> None:
    """One line of the table: medians over all steps."""
    script, drawn = [], []
    for n in range(STEPS):
        began = time.perf_counter()
        session.send("Profiler.start")
        step(n)
        page.evaluate(TWO_FRAMES)
        profile = session.send("Profiler.stop")["profile"]
        drawn.append(1000 * (time.perf_counter() - began))
        script.append(_script(profile))
    print(f"{name:32} {median(script):10.1f} {median(drawn):16.1f}")


def _script(profile: dict[str, Any]) -> float:
    """Milliseconds in functions of the page: neither idle nor in the browser's own code, which waits for drawing."""
    own = {node["id"]: node["callFrame"]["functionName"] not in NOT_SCRIPT for node in profile["nodes"]}
    samples = zip(profile.get("samples", ()), profile.get("timeDeltas", ()), strict=True)
    return sum(delta for node, delta in samples if own[node]) / 1000


if __name__ == "__main__":
    main()
