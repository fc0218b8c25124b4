"""Asking of many things in lots that SQLite takes at once."""

import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any, Final

AT_ONCE: Final = 500


def in_lots(index: sqlite3.Connection, query: str, values: Sequence[Any]) -> Iterator[tuple[Any, ...]]:
    """The rows of a query whose `{marks}` stand for the values, lot after lot; each lot in the query's order."""
    for first in range(0, len(values), AT_ONCE):
        some = values[first : first + AT_ONCE]
        yield from index.execute(query.format(marks=",".join("?" * len(some))), some)
