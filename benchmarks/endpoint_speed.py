"""What it costs to ask over HTTP: named queries against the bare store in one process, and through `camket serve`.

Both give the same bytes, SPARQL results as JSON; the ratio of the medians is what the server, its workers and the
protocol add.

    python benchmarks/endpoint_speed.py camket.store
"""

import argparse
import io
import re
import signal
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from camket.graph import queries, results
from camket.graph.store import Dataset, open_dataset

ASKED = {
    "most-commitments": {},
    "who-met-whom": {},
    "events": {},
    "without-deadline": {},
    "due-in": {"during": "2020/2030"},
    "ranks": {},
    "who-directs": {},
}
START_SECONDS = 600


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("store", type=Path, help="a store's folder")
    parser.add_argument("--repeat", type=int, default=9, help="how often each query is asked (default: 9)")
    options = parser.parse_args()
    dataset = open_dataset(options.store)
    print(f"{'query':20} {'bytes':>12} {'bare store':>12} {'served':>12} {'ratio':>6}")
    with _serving(options.store) as url:
        for name, values in ASKED.items():
            _measure(name, queries.load(name).render(values, base=dataset.base), dataset, url, options.repeat)


def _measure(name: str, sparql: str, dataset: Dataset, url: str, repeat: int) -> None:
    """One line of the table; the two ways take turns, so that what else the machine does slows both."""
    size = len(_bare(dataset, sparql))
    assert size == len(_served(url, sparql))
    bare, served = [], []
    for _ in range(repeat):
        bare.append(_seconds(lambda: _bare(dataset, sparql)))
        served.append(_seconds(lambda: _served(url, sparql)))
    alone, over_http = median(bare), median(served)
    times = f"{alone * 1000:9,.1f} ms {over_http * 1000:9,.1f} ms {over_http / alone:6.2f}"
    print(f"{name:20} {size:12,} {times}", flush=True)


def _seconds(ask: Callable[[], bytes]) -> float:
    began = time.perf_counter()
    ask()
    return time.perf_counter() - began


def _bare(dataset: Dataset, sparql: str) -> bytes:
    out = io.BytesIO()
    results.write(dataset.query(sparql), "json", out, dataset.base)
    return out.getvalue()


def _served(url: str, sparql: str) -> bytes:
    form = urllib.parse.urlencode({"query": sparql}).encode()
    with urllib.request.urlopen(f"{url}sparql", form) as answer:
        found: bytes = answer.read()
    return found


@contextmanager
def _serving(store: Path) -> Iterator[str]:
    """The address of a `camket serve`."""
    with tempfile.NamedTemporaryFile("r") as messages:
        options = ["--store", str(store), "--port", "0", "--timeout", "600"]
        command = [sys.executable, "-m", "camket.cli", "serve", *options]
        with Path(messages.name).open("w") as told, subprocess.Popen(command, stderr=told) as process:
            ends = time.monotonic() + START_SECONDS
            while not (found := re.search(r"^(http://\S+)", messages.read(), re.MULTILINE)):
                if process.poll() is not None or time.monotonic() > ends:
                    raise SystemExit(f"camket serve does not start: {Path(messages.name).read_text()}")
                messages.seek(0)
                time.sleep(0.1)
            yield found[1]
            process.send_signal(signal.SIGINT)


if __name__ == "__main__":
    main()
