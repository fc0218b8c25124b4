"""The next snapshot in the making: a copy of the newest one in which graphs are replaced, or an empty one."""

import os
import shutil
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import Final, Self

import pyoxigraph

from camket.graph.folder import StoreFolder

LINES_AT_ONCE: Final = 50_000
"""So many lines are handed to the bulk loader at a time: some 10 MB."""

_NOT_COPIED: Final = frozenset({"LOCK", "LOG"})


class NextSnapshot:
    """A context manager; what was added is shown to nobody before `publish`.

    base_on: the number of the snapshot to begin with, None for an empty one. Loading runs beside the caller, in a
    thread of its own, one batch at a time.
    """

    def __init__(self, folder: StoreFolder, base_on: int | None) -> None:
        self._folder = folder
        folder.clear_work()
        if base_on is not None:
            copy_database(folder.snapshot(base_on), folder.work)
        self._store: pyoxigraph.Store | None = pyoxigraph.Store(folder.work)
        self._lines: list[str] = []
        self._loader = ThreadPoolExecutor(1)
        self._loading: Future[None] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._loader.shutdown()
        self._store = None
        self._folder.clear_work()

    @property
    def store(self) -> pyoxigraph.Store:
        """The database in the making."""
        assert self._store is not None
        return self._store

    def drop(self, graph: str) -> None:
        """Remove a graph that lines of this snapshot have not been added to."""
        self.store.remove_graph(pyoxigraph.NamedNode(graph))

    def add(self, lines: Iterable[str]) -> None:
        """Add N-Quads lines."""
        self._lines += lines
        if len(self._lines) >= LINES_AT_ONCE:
            self._load()

    def replace_subject(self, subject: str, graph: str, lines: list[str]) -> None:
        """Leave exactly `lines` as what `graph` says of `subject`."""
        wanted = set(lines)
        known = set()
        pattern = (pyoxigraph.NamedNode(subject), None, None, pyoxigraph.NamedNode(graph))
        for quad in list(self.store.quads_for_pattern(*pattern)):
            line = f"{quad} ."
            known.add(line)
            if line not in wanted:
                self.store.remove(quad)
        self.add(line for line in lines if line not in known)

    def remove(self, lines: Iterable[str]) -> None:
        """Take out N-Quads lines that were in the snapshot this one began with."""
        for quad in pyoxigraph.parse("\n".join(lines).encode(), format=pyoxigraph.RdfFormat.N_QUADS):
            self.store.remove(quad)

    def publish(self, compact: bool, complete: Callable[[int], None]) -> int:
        """Make it the newest snapshot and show it to readers; returns its number. The one before stays.

        compact: rewrite the database in its best form first, worth it where most of it is new. complete: makes, given
        its number, what belongs to the snapshot before it is shown.
        """
        self._load()
        self._wait()
        if compact:
            self.store.optimize()
        number = max(self._folder.numbers(), default=0) + 1
        new = self._folder.path / "snapshots" / "new"
        if new.exists():
            shutil.rmtree(new)
        new.parent.mkdir(exist_ok=True)
        self.store.backup(new)
        self._store = None
        new.rename(self._folder.snapshot(number))
        complete(number)
        self._folder.show(number)
        return number

    def _load(self) -> None:
        self._wait()
        if self._lines:
            data = ("\n".join(self._lines) + "\n").encode()
            self._lines = []
            self._loading = self._loader.submit(self.store.bulk_load, data, pyoxigraph.RdfFormat.N_QUADS)

    def _wait(self) -> None:
        if self._loading is not None:
            loading, self._loading = self._loading, None
            loading.result()


def copy_database(snapshot: Path, work: Path) -> None:
    """A copy of a snapshot that can be written to; its large files are never changed, so that links to them do."""
    work.mkdir()
    for entry in sorted(os.scandir(snapshot), key=lambda entry: entry.name):
        if entry.name.endswith(".sst"):
            try:
                os.link(entry.path, work / entry.name)
            except OSError:  # a file system without hard links
                shutil.copy2(entry.path, work / entry.name)
        elif entry.name not in _NOT_COPIED:
            shutil.copy2(entry.path, work / entry.name)
