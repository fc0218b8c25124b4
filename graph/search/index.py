"""An index made of a snapshot, or the one before brought up to date: only what changed is read again."""

import os
import shutil
import sqlite3
from collections.abc import Iterable
from pathlib import Path

from camket.graph.search import reading, schema
from camket.graph.search.labels import Labels
from camket.graph.search.links import Links
from camket.graph.search.writing import Writer
from camket.graph.store import Dataset


def make(dataset: Dataset, path: Path) -> None:
    """Write the index of `dataset` to `path`; it is there whole or not at all."""
    articles = dataset.base + "article/"
    graphs = (getattr(graph, "value", "") for graph in dataset.store.named_graphs())
    new = _new(path)
    _write(schema.create(new), dataset, sorted(graph for graph in graphs if graph.startswith(articles)), ())
    os.replace(new, path)


def update(before: Path, dataset: Dataset, path: Path, articles: Iterable[str], things: Iterable[str]) -> None:
    """Write to `path` the index of `dataset`, given that of an earlier one in which only these differ, by their IRIs.

    articles: those that came, changed or went, and those of whose facts links came or went. things: people, bodies,
    places, posts and occasions that may be called otherwise.
    """
    new = _new(path)
    shutil.copyfile(before, new)
    _write(schema.change(new), dataset, sorted(articles), things)
    os.replace(new, path)


def _write(index: sqlite3.Connection, dataset: Dataset, articles: Iterable[str], things: Iterable[str]) -> None:
    labels = Labels(dataset.store)
    writer = Writer(index, labels, Links(dataset.store, dataset.base))
    try:
        index.execute("BEGIN")
        for article in articles:
            writer.forget(article)
            if (entry := reading.read(dataset.store, article, labels)) is not None:
                writer.add(entry)
        writer.name(things)
        writer.settle()
        index.execute("COMMIT")
    finally:
        index.close()


def _new(path: Path) -> Path:
    """Where a file is written that is to be at `path` once it is whole."""
    new = path.with_name(f"{path.name}.new")
    new.unlink(missing_ok=True)
    return new
