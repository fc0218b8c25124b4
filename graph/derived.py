"""What follows from several articles together, in the records' database: the items of the layers and what they gave.

Like `camket.graph.shown`, within the writer's one transaction: a build that breaks off leaves all as it was.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence

from camket.graph.identity.layer import Layer, Reading, Triple

SCHEMA = """
CREATE TABLE IF NOT EXISTS item(
    layer TEXT NOT NULL, block TEXT NOT NULL, article TEXT NOT NULL, items TEXT NOT NULL,
    PRIMARY KEY(layer, block, article)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS item_article ON item(article);
CREATE TABLE IF NOT EXISTS derived(
    layer TEXT NOT NULL, block TEXT NOT NULL, triples TEXT NOT NULL, PRIMARY KEY(layer, block)) WITHOUT ROWID;
"""

Block = tuple[str, str]
"""The name of a layer, and of a block in it."""


class Derived:
    """The tables of the layers, and of what else stands in `graph/identity`.

    database: the records', with a transaction open where it is written.
    """

    def __init__(self, database: sqlite3.Connection, layers: Sequence[Layer]) -> None:
        self._database = database
        self._layers = {layer.name: layer for layer in layers}
        self._touched: set[Block] = set()
        self._replaced: dict[Block, set[Triple]] = {}  # what there was before

    def begin_anew(self) -> None:
        """Forget everything, for a snapshot that is made from nothing."""
        self._database.execute("DELETE FROM item")
        self._database.execute("DELETE FROM derived")

    def forget(self, article: str) -> None:
        """Take out the items of an article that is gone, or is read again, by its id."""
        rows = self._database.execute("SELECT DISTINCT layer, block FROM item WHERE article = ?", (article,))
        self._touched.update(rows.fetchall())
        self._database.execute("DELETE FROM item WHERE article = ?", (article,))

    def add(self, reading: Reading) -> None:
        """Put in the items of an article; `forget` it first."""
        for name, layer in self._layers.items():
            blocks: dict[str, list[object]] = {}
            for block, item in layer.items(reading):
                blocks.setdefault(block, []).append(item)
            rows = [(name, block, reading.id, json.dumps(items, ensure_ascii=False)) for block, items in blocks.items()]
            self._database.executemany("INSERT INTO item VALUES (?, ?, ?, ?)", rows)
            self._touched.update((name, block) for block in blocks)

    def replace(self, layer: str, block: str, triples: Iterable[Triple]) -> None:
        """What stands in a block that is derived elsewhere, not from items."""
        old, new = self._known(layer, block), set(triples)
        if old != new:
            self._replaced.setdefault((layer, block), old)
            self._keep(layer, block, new)

    def changes(self) -> Iterator[tuple[set[Triple], set[Triple]]]:
        """Derive the touched blocks again; for each in which anything changes the triples that go and that come."""
        for (layer, block), old in sorted(self._replaced.items()):
            new = self._known(layer, block)
            yield old - new, new - old
        self._replaced.clear()
        for layer, block in sorted(self._touched):
            old = self._known(layer, block)
            derive = self._layers.get(layer)
            new = set(derive.triples(block, self._items(layer, block))) if derive else set()
            if old != new:
                self._keep(layer, block, new)
                yield old - new, new - old
        self._touched.clear()

    def _items(self, layer: str, block: str) -> list[object]:
        query = "SELECT items FROM item WHERE layer = ? AND block = ? ORDER BY article"
        return [item for (items,) in self._database.execute(query, (layer, block)) for item in json.loads(items)]

    def _known(self, layer: str, block: str) -> set[Triple]:
        query = "SELECT triples FROM derived WHERE layer = ? AND block = ?"
        row = self._database.execute(query, (layer, block)).fetchone()
        return {(s, p, o) for s, p, o in json.loads(row[0])} if row else set()

    def _keep(self, layer: str, block: str, triples: Iterable[Triple]) -> None:
        self._database.execute("DELETE FROM derived WHERE layer = ? AND block = ?", (layer, block))
        if kept := sorted(triples):
            row = (layer, block, json.dumps(kept, ensure_ascii=False))
            self._database.execute("INSERT INTO derived VALUES (?, ?, ?)", row)
