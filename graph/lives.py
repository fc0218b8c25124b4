"""The life of commitments in the records' database: who says what, what is found by which word, what tells of what.

What is looked at again when articles come or go are the sayings that come or go, and those published later that had
them in sight or have now; so adding articles costs by what they say, not by what there is. All within the writer's one
transaction, like `camket.graph.derived`.
"""

import json
import sqlite3
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Final

from camket.graph.derived import Derived
from camket.graph.identity.layer import Reading, Triple
from camket.graph.identity.life.deed import load
from camket.graph.identity.life.fate import Told
from camket.graph.identity.life.layer import Life
from camket.graph.identity.life.pairing import FIRST, NEAREST, likest, pairs
from camket.graph.identity.life.saying import Saying, Telling, figure_keys, word_keys

SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS saying(identifier INTEGER PRIMARY KEY, day INTEGER NOT NULL, deed TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS telling(
    saying INTEGER NOT NULL, article TEXT NOT NULL, place INTEGER NOT NULL, node TEXT NOT NULL,
    PRIMARY KEY(saying, article)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS telling_article ON telling(article);
CREATE TABLE IF NOT EXISTS said(
    key INTEGER NOT NULL, undertakes INTEGER NOT NULL, day INTEGER NOT NULL, saying INTEGER NOT NULL,
    PRIMARY KEY(key, undertakes, day, saying)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS pair(
    found_by INTEGER NOT NULL, later INTEGER NOT NULL, earlier INTEGER NOT NULL,
    PRIMARY KEY(found_by, later, earlier)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS pair_earlier ON pair(earlier, later);
CREATE INDEX IF NOT EXISTS pair_later ON pair(later);
"""

CACHED: Final = 20_000
"""So many sayings are kept in memory: some 60 MB."""

_UNDERTAKEN: Final = "FROM said WHERE key = ?1 AND undertakes = 1 AND"
_BEFORE: Final = f"SELECT saying {_UNDERTAKEN} (day, saying) < (?2, ?3) ORDER BY day, saying LIMIT ?4"
_AFTER: Final = f"SELECT day {_UNDERTAKEN} (day, saying) > (?2, ?3) ORDER BY day, saying LIMIT 1 OFFSET ?4"
_LATEST: Final = f"SELECT saying {_UNDERTAKEN} day <= ?2 AND saying <> ?3 ORDER BY day DESC, saying DESC LIMIT ?4"
_FIRST: Final = f"SELECT saying {_UNDERTAKEN} day <= ?2 AND saying <> ?3 ORDER BY day, saying LIMIT ?4"
_BETWEEN: Final = "SELECT saying FROM said WHERE key = ?1 AND undertakes IN (0, 1) AND day BETWEEN ?2 AND ?3"
_LATER: Final = "SELECT DISTINCT later FROM pair WHERE earlier = ? ORDER BY later"


class Lives:
    """The tables of sayings. database: the records', with a transaction open where it is written."""

    def __init__(self, database: sqlite3.Connection, life: Life) -> None:
        self._database = database
        self._life = life
        self._come: dict[int, Saying] = {}
        self._touched: set[int] = set()  # sayings of which the tellings are others than before
        self._saying = lru_cache(CACHED)(self._load)

    def begin_anew(self) -> None:
        """Forget everything, for a snapshot that is made from nothing."""
        for table in ("saying", "telling", "said", "pair"):
            self._database.execute(f"DELETE FROM {table}")

    def forget(self, article: str) -> None:
        """Take out what an article that is gone, or is read again, has said; by its id."""
        rows = self._database.execute("SELECT saying FROM telling WHERE article = ?", (article,))
        self._touched.update(saying for (saying,) in rows)
        self._database.execute("DELETE FROM telling WHERE article = ?", (article,))

    def add(self, reading: Reading) -> None:
        """Put in what an article says; `forget` it first."""
        for saying, telling in self._life.sayings(reading):
            row = (saying.identifier, telling.article, telling.offset, telling.node)
            self._database.execute("INSERT INTO telling VALUES (?, ?, ?, ?)", row)
            self._touched.add(saying.identifier)
            self._come.setdefault(saying.identifier, saying)

    def derive(self, derived: Derived) -> None:
        """Work out again what the changes have to do with; `derived` gets the links."""
        anew = self._database.execute("SELECT NOT EXISTS (SELECT 1 FROM saying)").fetchone()[0]
        come, gone = self._new(), self._gone()
        earlier = set(self._touched)
        for saying in come:
            self._put(saying)
        for saying in gone:
            earlier |= self._take(saying)
        again = {saying.identifier for saying in come}
        if not anew:
            again |= self._in_sight([*come, *gone])
        for identifier in sorted(again):
            earlier |= self._pair(self._saying(identifier))
        for identifier in sorted(self._touched):
            earlier.update(self._column("SELECT earlier FROM pair WHERE later = ?", identifier))
        for identifier in sorted(earlier):
            derived.replace(Life.name, f"{identifier:016x}", self._fate(identifier))
        self._come.clear()
        self._touched.clear()

    def _new(self) -> list[Saying]:
        """What nobody had said before, in the order in which the table keeps it."""
        known = "SELECT 1 FROM saying WHERE identifier = ?"
        told = "SELECT 1 FROM telling WHERE saying = ?"
        return [
            saying
            for identifier, saying in sorted(self._come.items())
            if not self._column(known, identifier) and self._column(told, identifier)
        ]

    def _gone(self) -> list[Saying]:
        """What nobody says any more."""
        query = (
            "SELECT identifier FROM saying WHERE identifier = ?"
            " AND NOT EXISTS (SELECT 1 FROM telling WHERE saying = identifier)"
        )
        return [self._saying(identifier) for i in sorted(self._touched) for identifier in self._column(query, i)]

    def _put(self, saying: Saying) -> None:
        deed = json.dumps(saying.deed, ensure_ascii=False)
        self._database.execute("INSERT INTO saying VALUES (?, ?, ?)", (saying.identifier, saying.day, deed))
        place = (saying.deed.is_undertaking, saying.day, saying.identifier)
        self._database.executemany("INSERT INTO said VALUES (?, ?, ?, ?)", [(key, *place) for key in _keys(saying)])

    def _take(self, saying: Saying) -> set[int]:
        """Take a saying out; returns those that it told of."""
        one = saying.identifier
        place = (saying.deed.is_undertaking, saying.day, one)
        self._database.executemany(
            "DELETE FROM said WHERE key = ? AND undertakes = ? AND day = ? AND saying = ?",
            [(key, *place) for key in _keys(saying)],
        )
        told_of = set(self._column("SELECT earlier FROM pair WHERE later = ?", one))
        for end in ("found_by", "later", "earlier"):
            self._database.execute(f"DELETE FROM pair WHERE {end} = ?", (one,))
        self._database.execute("DELETE FROM saying WHERE identifier = ?", (one,))
        return told_of

    def _in_sight(self, changed: Iterable[Saying]) -> set[int]:
        """The sayings that are there and have one of those that came or went among the undertakings they look at."""
        found: set[int] = set()
        for saying in changed:
            if saying.deed.is_undertaking:
                for key in _keys(saying):
                    place = (key, saying.day, self._last_sight(key, saying))
                    found.update(self._column(_BETWEEN, *place))
        return found

    def _last_sight(self, key: int, saying: Saying) -> int:
        """The last day of those that look at a saying when they look for a key."""
        place = (key, saying.day, saying.identifier)
        if len(self._column(_BEFORE, *place, FIRST + 1)) <= FIRST:
            return date.max.toordinal()
        after = self._column(_AFTER, *place, NEAREST)
        return after[0] if after else date.max.toordinal()

    def _pair(self, saying: Saying) -> set[int]:
        """Find again what a saying is paired with; returns the earlier ones of old and new pairs."""
        one = saying.identifier
        earlier = set(self._column("SELECT earlier FROM pair WHERE found_by = ?", one))
        self._database.execute("DELETE FROM pair WHERE found_by = ?", (one,))
        found = [(p.later.identifier, p.earlier.identifier) for p in pairs(saying, self._undertakings(saying))]
        self._database.executemany("INSERT INTO pair VALUES (?, ?, ?)", [(one, *ends) for ends in found])
        return earlier.union(end for _, end in found)

    def _undertakings(self, saying: Saying) -> list[Saying]:
        """What a saying may tell of: the undertakings that share most words with it, and those with its indicators."""
        shared = [
            dict.fromkeys(self._found(key, saying), worth) for key, worth in sorted(word_keys(saying.deed).items())
        ]
        measured = {one for key in figure_keys(saying.deed) for one in self._found(key, saying)}
        return [self._saying(identifier) for identifier in measured.union(likest(shared))]

    def _found(self, key: int, saying: Saying) -> list[int]:
        place = (key, saying.day, saying.identifier)
        latest = self._column(_LATEST, *place, NEAREST)
        return latest if len(latest) < NEAREST else latest + self._column(_FIRST, *place, FIRST)

    def _fate(self, identifier: int) -> Iterable[Triple]:
        """The links of an undertaking, none where nobody tells it any more."""
        if not self._column("SELECT 1 FROM telling WHERE saying = ? LIMIT 1", identifier):
            return ()
        told = self._told(identifier)
        later = [self._told(one) for one in self._column(_LATER, identifier)]
        if len(told.tellings) > 1 and told.saying.deed.is_undertaking:
            later.append(told)
        return self._life.triples(told, later) if later else ()

    def _told(self, identifier: int) -> Told:
        rows = self._database.execute(
            "SELECT article, place, node FROM telling WHERE saying = ? ORDER BY article", (identifier,)
        )
        tellings = tuple(Telling(*row) for row in rows)
        return Told(self._saying(identifier), tellings)

    def _load(self, identifier: int) -> Saying:
        row = self._database.execute("SELECT day, deed FROM saying WHERE identifier = ?", (identifier,)).fetchone()
        return Saying(identifier, row[0], load(json.loads(row[1])))

    def _column(self, query: str, *values: object) -> list[int]:
        return [row[0] for row in self._database.execute(query, values)]


def _keys(saying: Saying) -> list[int]:
    return [*word_keys(saying.deed), *figure_keys(saying.deed)]
