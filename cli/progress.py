"""Long work shows itself on standard error: a bar with rate and time left on a terminal, plain lines in a log."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

SECONDS_BETWEEN_LINES = 10.0

Report = Callable[[str, int, int | None], None]  # step, done, total (None: not known)


@contextmanager
def steps(unit: str = "articles") -> Iterator[Report]:
    """A function to report progress with while the block runs: name of the step, how many done, how many in all."""
    if sys.stderr.isatty():
        with _bars(unit) as report:
            yield report
    else:
        yield _lines(unit)


@contextmanager
def _bars(unit: str) -> Iterator[Report]:
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn(unit),
        TextColumn("{task.fields[rate]}"),
        TimeElapsedColumn(),
        TextColumn("left"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        tasks = {}

        def report(step: str, done: int, total: int | None) -> None:
            if step not in tasks:
                tasks[step] = progress.add_task(step, total=total, rate="")
            task = progress.tasks[tasks[step]]
            rate = done / task.elapsed if task.elapsed else 0.0
            progress.update(tasks[step], completed=done, total=total, rate=f"{rate:.0f}/s")

        yield report


def _lines(unit: str) -> Report:
    started: dict[str, float] = {}
    told: dict[str, float] = {}

    def report(step: str, done: int, total: int | None) -> None:
        now = time.monotonic()
        began = started.setdefault(step, now)
        finished = done == total
        if now - told.get(step, began) < SECONDS_BETWEEN_LINES and not (finished and step in told):
            return
        told[step] = now
        seconds = now - began
        rate = done / seconds if seconds else 0.0
        left = f", {(total - done) / rate:.0f} s left" if total and rate and not finished else ""
        of = f"/{total}" if total else ""
        print(f"{step}: {done}{of} {unit}, {seconds:.0f} s, {rate:.0f}/s{left}", file=sys.stderr, flush=True)

    return report
