"""What identity costs: who is who and what follows from several articles, at growing numbers of articles.

The articles of a JSONL file are repeated under new ids, and each text is read once. For each number a store is built in
a process of its own, then 100 articles are added to it. "identity" is the time in which names are resolved and the
layers of graph/identity derived; the rest of a build is writing.

    python benchmarks/identity_speed.py articles.jsonl --articles 1000 10000 50000
"""

import argparse
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from repeated import Repeated

from camket.graph.derived import Derived
from camket.graph.lives import Lives
from camket.graph.shown import Shown

ADDED = 100
TIMED = (
    (Shown, "resolve"),
    (Derived, "add"),
    (Derived, "forget"),
    (Derived, "changes"),
    (Lives, "add"),
    (Lives, "forget"),
    (Lives, "derive"),
)


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("file", type=Path, help="a JSONL file of articles, as camket build reads it")
    parser.add_argument(
        "--articles", type=int, nargs="+", default=[1_000, 10_000, 50_000], help="how many, one store each"
    )
    parser.add_argument("--folder", type=Path, help="where the stores are made (default: the system's)")
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        _measure(options.file, options.articles[0], options.folder)
        return
    print(f"{platform.python_implementation()} {platform.python_version()}, {os.cpu_count()} processors")
    print(f"{'':>10}{'all articles':^36}{f'{ADDED} more':^24}")
    heads = ("identity, s", "ms/article", "peak, MB", "identity, s", "build, s")
    print(f"{'articles':>10}" + "".join(f"{head:>12}" for head in heads), flush=True)
    for count in options.articles:
        with tempfile.TemporaryDirectory(dir=options.folder) as folder:
            arguments = [options.file, "--one", "--articles", count, "--folder", folder]
            subprocess.run([sys.executable, __file__, *map(str, arguments)], check=True)


def _measure(file: Path, count: int, folder: Path) -> None:
    """One line of the table."""
    store, articles, clock = folder / "camket.store", Repeated(file), _Clock()
    articles.read()
    articles.build(store, count)
    whole, clock.seconds = clock.seconds, 0.0
    began = time.perf_counter()
    articles.build(store, ADDED, start=count)
    added = time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    figures = (f"{whole:.1f}", f"{1000 * whole / count:.2f}", f"{peak:.0f}", f"{clock.seconds:.2f}", f"{added:.1f}")
    print(f"{count:>10,}" + "".join(f"{figure:>12}" for figure in figures), flush=True)


class _Clock:
    """Adds up the seconds spent in what belongs to identity."""

    def __init__(self) -> None:
        self.seconds = 0.0
        for kind, name in TIMED:
            setattr(kind, name, self._timed(getattr(kind, name)))

    def _timed(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def timed(*arguments: Any) -> Any:
            began = time.perf_counter()
            result = call(*arguments)
            if hasattr(result, "__next__"):  # a generator works when it is asked
                result = list(result)
            self.seconds += time.perf_counter() - began
            return result

        return timed


if __name__ == "__main__":
    main()
