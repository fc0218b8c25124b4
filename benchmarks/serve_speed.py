"""How fast the page is on many articles: those of a JSONL file, repeated under new ids.

What an article says is worked out once for each text and kept, so that the store is soon there; all else is done as
`camket build` does it. Then `camket serve` is run on it, and asked over HTTP what the page asks.

    python benchmarks/serve_speed.py articles.jsonl --articles 50000
"""

import argparse
import json
import os
import platform
import random
import re
import signal
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

from repeated import Repeated

ENTITIES = 40  # so many entity pages are opened, drawn at random from those that articles mention
PROMINENT = 20  # and so many of those that most articles mention
START_SECONDS = 600
EVERY_KIND = ("pledge", "goal", "directive", "expectation")


def main() -> None:
    """Measure and print a table."""
    options = _options()
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        store = options.store or Path(folder) / "camket.store"
        if not store.exists():
            _build(options.file, options.articles, store)
        with _serving(store) as url:
            _measure(url, options.repeat)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("file", type=Path, help="a JSONL file of articles, as camket build reads it")
    parser.add_argument("--articles", type=int, default=50_000, help="how many the store is to hold (default: 50000)")
    parser.add_argument("--store", type=Path, help="keep the store here; one that is there is measured as it is")
    parser.add_argument("--folder", type=Path, help="where a store that is not kept is made (default: the system's)")
    parser.add_argument("--repeat", type=int, default=15, help="how often each question is asked (default: 15)")
    options = parser.parse_args()
    if not options.file.is_file():
        parser.error(f"{options.file} is no file")
    return options


def _build(file: Path, articles: int, store: Path) -> None:
    began = time.perf_counter()
    Repeated(file).build(store, articles, progress=_progress)
    _note(f"\n{articles} articles built in {time.perf_counter() - began:.0f} s, each text read once")


@contextmanager
def _serving(store: Path) -> Iterator[str]:
    command = [sys.executable, "-m", "camket.cli", "serve", "--store", str(store), "--port", "0"]
    began = time.perf_counter()
    with tempfile.NamedTemporaryFile("r+") as said:
        process = subprocess.Popen(command, stderr=said, env={**os.environ, "PYTHONUTF8": "1"})
        try:
            while not (found := re.search(r"^(http://\S+?)/  ", Path(said.name).read_text(), re.MULTILINE)):
                if process.poll() is not None or time.perf_counter() - began > START_SECONDS:
                    sys.exit(f"camket serve did not start:\n{Path(said.name).read_text()}")
                time.sleep(0.01)
            _note(f"serving after {time.perf_counter() - began:.1f} s")
            yield found[1]
        finally:
            process.send_signal(signal.SIGINT)
            process.wait()


def _measure(url: str, repeat: int) -> None:
    def ask(path: str, **parameters: object) -> Any:
        query = urllib.parse.urlencode(parameters, doseq=True)
        with urllib.request.urlopen(f"{url}/api/{path}?{query}") as answer:
            return json.load(answer)

    whole = ask("commitments/facets", kind=EVERY_KIND)
    actors = ask("commitments/facets", facet="actors", limit=200, kind=EVERY_KIND)["actors"]
    dice = random.Random(7)
    things = [one["iri"] for letter in "abcdđeghiklmnopqrstuvxy" for one in ask("things", q=letter, limit=50)["rows"]]
    prominent = sorted({iri: ask("entity", iri=iri)["articles"] for iri in things}.items(), key=lambda item: -item[1])
    drawn = dice.sample([value["value"] for value in actors if "#" not in value["value"]], ENTITIES)
    print(f"{platform.python_implementation()} {platform.python_version()}, {os.cpu_count()} processors")
    print(f"{sum(value['count'] for value in whole['kinds'])} undertakings, {ask('commitments')['total']} commitments")
    print(f"{'milliseconds':<44}{'median':>9}{'lowest':>9}{'highest':>9}")
    years = [value["value"] for value in whole["years"]]
    outlets = [value["value"] for value in whole["outlets"]]

    def row(name: str, questions: Sequence[tuple[str, dict[str, object]]]) -> None:
        taken = []
        for path, parameters in questions:
            began = time.perf_counter()
            ask(path, **parameters)
            taken.append(1000 * (time.perf_counter() - began))
        print(f"{name:<44}{median(taken):>9.1f}{min(taken):>9.1f}{max(taken):>9.1f}")

    row("front page: first rows", [("commitments", {})] * repeat)
    row("front page: all facets, asked again", [("commitments/facets", {})] * repeat)
    row("a facet chosen: rows, an actor", [("commitments", {"actor": actor["value"]}) for actor in actors[:repeat]])
    row("a facet chosen: rows, a year", [("commitments", {"year": year}) for year in years[:repeat]])
    row("a facet chosen: counts, an outlet", [("commitments/facets", {"outlet": name}) for name in outlets])
    row("a facet chosen: counts, a year", [("commitments/facets", {"year": year}) for year in years[:repeat]])
    words = ["cam kết", "đầu tư", "nước", "hỗ trợ", "xây dựng", "sẽ", "100", "trong năm", "kinh tế", "bảo đảm"]
    row("words searched: rows", [("commitments", {"q": text}) for text in words])
    row("words searched: counts", [("commitments/facets", {"q": text}) for text in words])
    row("sorted by who", [("commitments", {"sort": "who"})] * repeat)
    row("sorted by deadline", [("commitments", {"sort": "due"})] * repeat)
    row("entity pages, of actors at random", [("entity", {"iri": iri}) for iri in drawn])
    row("entity pages, of the most mentioned", [("entity", {"iri": iri}) for iri, _ in prominent[:PROMINENT]])
    row("names completed", [("things", {"q": text}) for text in ("th", "quang n", "bo cong", "nguyen", "ubnd tinh")])
    article = ask("commitments")["rows"][0]["article"]["iri"]
    row("an article", [("article", {"iri": article})] * repeat)


def _progress(step: str, done: int, total: int | None) -> None:
    if done % 500 == 0:
        _note(f"{step}: {done}/{total}")


def _note(text: str) -> None:
    print(text, file=sys.stderr)


if __name__ == "__main__":
    main()
