"""The records of a store, opened for reading beside its newest snapshot."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from camket.graph.errors import StoreBusyError, StoreError
from camket.graph.failures import store_failures
from camket.graph.folder import StoreFolder, find
from camket.graph.identity.bearers import Bearer, load
from camket.graph.identity.judgements import read
from camket.graph.identity.resolution import Resolved, resolved
from camket.graph.judged import Judged, Rulings


@contextmanager
def opened(store: Path) -> Iterator[tuple[StoreFolder, sqlite3.Connection]]:
    """The store in a folder and its records.

    Raises StoreError where there is none or it was never built, StoreBusyError where somebody writes to it.
    """
    with store_failures(store):
        folder = find(store)
        if not folder.records.is_file():
            raise StoreError(f"{store} has no stored articles: make them with `camket build SOURCE... --store {store}`")
        database = _connected(folder.records)
        try:
            database.execute("PRAGMA query_only=ON")
            database.execute("SELECT 1 FROM judged LIMIT 1")
            yield folder, database
        except sqlite3.OperationalError as error:
            if "locked" in str(error):
                raise StoreBusyError(f"another process writes to {store}: wait until it has ended") from error
            if "no such table" in str(error):
                raise StoreError(f"{store} was built by an older Camket: build it again, with any article") from error
            raise
        finally:
            database.close()


def _connected(records: Path) -> sqlite3.Connection:
    """The records, also where they lie in a folder without the right to write.

    SQLite makes a file beside them even to read; told that nobody changes them it does not. Where a writer has left
    changes beside them they are not read so: they would be old.
    """
    database = sqlite3.connect(records, timeout=0)
    try:
        database.execute("SELECT 1 FROM sqlite_master LIMIT 1")
    except sqlite3.OperationalError as error:
        left = records.with_name(f"{records.name}-wal")
        if "locked" in str(error) or (left.is_file() and left.stat().st_size):
            return database  # what is wrong with it is told when it is asked again
        database.close()
        return sqlite3.connect(f"{records.absolute().as_uri()}?immutable=1", uri=True)
    return database


class Resolution:
    """Who is who in the newest snapshot, worked out again block by block, with the reasons."""

    def __init__(self, database: sqlite3.Connection, base: str) -> None:
        self._database = database
        self._base = base
        lines = [row[0] for row in database.execute("SELECT line FROM judged ORDER BY line")]
        self.judged = Judged(database, read("\n".join(lines), "the store's records"), base)
        self.pairs = self.judged.pairs()
        self._rulings = Rulings(database, self.pairs)

    def together(self, blocks: Iterable[str]) -> list[Resolved]:
        """Who is who in some blocks and those looked at together with them."""
        done: set[str] = set()
        result = []
        for block in sorted(blocks):
            if block not in done:
                group = self._rulings.group(block)
                done.update(group)
                borne = [bearer for member in group for bearer in self._bearers(member)]
                result += resolved(borne, self._base, self._rulings.ruling(group))
        return result

    def blocks(self, folder: str) -> list[str]:
        """The blocks of people, bodies or places in which several bearers stand; of those looked at together all."""
        query = (
            "SELECT block FROM bearer WHERE block >= ? AND block < ? GROUP BY block HAVING COUNT(*) > 1 ORDER BY block"
        )
        return [row[0] for row in self._database.execute(query, (f"{folder}/", f"{folder}0"))]

    def _bearers(self, block: str) -> list[Bearer]:
        rows = self._database.execute("SELECT evidence FROM bearer WHERE block = ?", (block,))
        return [load(row[0]) for row in rows]
