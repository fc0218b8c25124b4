"""How fast the whole line is: from a JSONL file of articles to a store that answers queries.

Everything is done as a user would, by running the `camket` command in a process of its own: the time of starting Python
is part of every figure. Linux and macOS.

    python benchmarks/build_speed.py articles.jsonl --repeat 5
"""

import argparse
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from statistics import median

RSS_UNIT = 1 if sys.platform == "darwin" else 1024  # getrusage counts bytes on macOS, kilobytes elsewhere
MEGABYTE = 1_000_000
DEFAULT_QUERY = "without-deadline"
REFUSED_ARTICLES = 1  # the exit code of a build that passed some articles over


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a command."""

    seconds: float
    peak_bytes: int


def main() -> None:
    """Measure and print a table."""
    options = _options()
    camket = _camket()
    with options.articles.open("rb") as lines:
        articles = sum(bool(line.strip()) for line in lines)
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        stores = [Path(folder) / f"{number}.store" for number in range(options.repeat)]
        _note(f"{options.repeat} builds of {articles} articles")
        builds = [_run([camket, "build", str(options.articles), "--store", str(store)]) for store in stores]
        size = sum(path.stat().st_size for path in _files_once(stores[-1]))
        _note("queries and start-up")
        values = [argument for value in options.set for argument in ("--set", value)]
        query = [camket, "query", options.query, *values, "--store", str(stores[-1])]
        queries = [_run(query) for _ in range(options.repeat)]
    helps = [_run([camket, "--help"]) for _ in range(options.repeat)]

    rates = [articles / run.seconds for run in builds]
    print(f"camket {version('camket')}, Python {platform.python_version()}, {os.cpu_count()} processors")
    print(f"{'':<28}{'median':>10}{'lowest':>10}{'highest':>10}")
    _row("build: articles a second", rates)
    _row("build: seconds", [run.seconds for run in builds])
    _row("build: peak memory, MB", [run.peak_bytes / MEGABYTE for run in builds])
    _row("store: size on disk, MB", [size / MEGABYTE])
    _row(f"query {options.query}: seconds", [run.seconds for run in queries])
    _row("camket --help: seconds", [run.seconds for run in helps])


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("articles", type=Path, help="a JSONL file of articles, as camket build reads it")
    parser.add_argument("--repeat", type=int, default=5, help="how often to measure (default: 5)")
    parser.add_argument("--folder", type=Path, help="where the stores are made (default: the system's)")
    parser.add_argument(
        "--query", default=DEFAULT_QUERY, metavar="NAME", help=f"named query (default: {DEFAULT_QUERY})"
    )
    parser.add_argument("--set", action="append", default=[], metavar="NAME=VALUE", help="a parameter of the query")
    options = parser.parse_args()
    if options.repeat < 1:
        parser.error(f"--repeat {options.repeat}: measure at least once")
    if not options.articles.is_file():
        parser.error(f"{options.articles} is no file")
    return options


def _camket() -> str:
    """The command that belongs to the Python that runs this, else the one on the path."""
    beside = Path(sys.executable).with_name("camket")
    found = str(beside) if beside.exists() else shutil.which("camket")
    if not found:
        sys.exit("camket is not installed here: pip install .")
    return found


def _run(command: list[str]) -> Run:
    """Run a command to its end; a command that fails ends the benchmark with what it said."""
    with tempfile.TemporaryFile() as said:
        began = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=said)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        allowed = (0, REFUSED_ARTICLES) if command[1] == "build" else (0,)
        if process.returncode not in allowed:
            said.seek(0)
            sys.exit(f"{' '.join(command)} failed:\n{said.read().decode('utf-8', 'replace')}")
    return Run(seconds, usage.ru_maxrss * RSS_UNIT)


def _files_once(folder: Path) -> Iterator[Path]:
    """The files in `folder`; of hard links to one file (a snapshot's), one."""
    seen = set()
    for path in folder.rglob("*"):
        status = path.lstat()
        if path.is_file() and not path.is_symlink() and (status.st_dev, status.st_ino) not in seen:
            seen.add((status.st_dev, status.st_ino))
            yield path


def _row(name: str, values: list[float]) -> None:
    print(f"{name:<28}{median(values):>10.2f}{min(values):>10.2f}{max(values):>10.2f}")


def _note(text: str) -> None:
    print(text, "...", file=sys.stderr)


if __name__ == "__main__":
    main()
