"""A copy of a snapshot without what is not to be seen: the articles' texts, private people.

What is hidden is not in the copy, so that no query, however it is put, can come by it. The large files of a snapshot
are linked, not copied, and only what differs is written.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pyoxigraph

from camket.graph.export.selection import Selection
from camket.graph.server.settings import Settings
from camket.graph.snapshot import copy_database
from camket.graph.store import Dataset, open_snapshot

_AT_ONCE: Final = 10_000


def copy_without(snapshot: Path, base: str, copy: Path, settings: Settings) -> None:
    """Make `copy`, a database like `snapshot` without what `settings` do not show."""
    dataset = Dataset(open_snapshot(snapshot), base)
    selection = Selection(dataset, with_text=settings.with_text, all_people=settings.all_people)
    copy_database(snapshot, copy)
    store = pyoxigraph.Store(copy)
    replaced: list[pyoxigraph.Quad] = []
    for quad, shown in _changed(dataset, selection):
        store.remove(quad)
        if shown is not None:
            replaced.append(shown)
        if len(replaced) >= _AT_ONCE:
            store.extend(replaced)
            replaced.clear()
    store.extend(replaced)
    store.flush()


def _changed(dataset: Dataset, selection: Selection) -> Iterator[tuple[pyoxigraph.Quad, pyoxigraph.Quad | None]]:
    """The quads that are not shown as they are, each with what is shown instead, if anything."""
    for quad in dataset.quads():
        shown = selection.shown(quad)
        if shown is not quad:
            yield quad, shown
