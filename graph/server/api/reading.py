"""The index, open for one answer."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

from camket.graph.search import schema
from camket.graph.server.context import Context


@contextmanager
def opened(context: Context) -> Iterator[sqlite3.Connection]:
    """The newest snapshot's index."""
    with closing(schema.read(context.snapshot().index)) as index:
        yield index
