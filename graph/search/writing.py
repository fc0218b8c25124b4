"""Entries into the tables of an index. Nothing is in order before `settle`."""

import json
import sqlite3
from collections.abc import Iterable

from camket.graph.lookup import fold
from camket.graph.search.labels import Labels
from camket.graph.search.linking import Linking
from camket.graph.search.links import Links
from camket.graph.search.outcome import Status
from camket.graph.search.reading import Entry, Fact
from camket.graph.search.words import indexed

UNDERTAKINGS = ("pledge", "goal", "directive", "expectation")
_LEDGER = "abstention"
_NOBODY = "\U0010ffff"  # sorts after every name

_PARTIES = """INSERT INTO party SELECT role, thing, u.fact, u.kind, due_year, number, outlet, outcome, due_by
    FROM undertaking AS u JOIN part ON part.fact = u.fact
    WHERE u.fact = ? AND role IN ('actor', 'speaker', 'beneficiary')"""
_ORPHANS = """DELETE FROM thing WHERE NOT EXISTS (SELECT 1 FROM part WHERE part.thing = thing.n)
    AND NOT EXISTS (SELECT 1 FROM mention WHERE mention.thing = thing.n)"""
_COUNTS = "UPDATE thing SET articles = (SELECT COUNT(*) FROM mention WHERE mention.thing = thing.n)"
_WORDS = """SELECT fact.quote, article.title FROM fact JOIN article ON article.n = fact.article WHERE fact.n = ?"""
_NAMES_IN = """SELECT part.role, thing.name FROM part JOIN thing ON thing.n = part.thing
    WHERE part.fact = ? AND part.role IN ('actor', 'beneficiary', 'speaker') ORDER BY part.role, thing.name"""


class Writer:
    """Writes to an index that is open for it; `labels` says what things are called, `links` what goes together."""

    def __init__(self, index: sqlite3.Connection, labels: Labels, links: Links) -> None:
        self._index = index
        self._labels = labels
        self._linking = Linking(index, links)
        self._reworded: set[int] = set()
        self._things: dict[str, int] = {}

    def forget(self, article: str) -> None:
        """Take out an article, by its IRI."""
        row = self._index.execute("SELECT n FROM article WHERE iri = ?", (article,)).fetchone()
        if row is None:
            return
        facts = [n for (n,) in self._index.execute("SELECT n FROM fact WHERE article = ?", row)]
        self._linking.forget(facts)
        for table, column in (("undertaking", "fact"), ("party", "fact"), ("words", "rowid"), ("part", "fact")):
            self._index.executemany(f"DELETE FROM {table} WHERE {column} = ?", [(n,) for n in facts])
        self._index.execute("DELETE FROM fact WHERE article = ?", row)
        self._index.execute("DELETE FROM mention WHERE article = ?", row)
        self._index.execute("DELETE FROM article WHERE n = ?", row)

    def add(self, entry: Entry) -> None:
        """Put an article in."""
        e = entry
        article = self._insert(
            "article(iri, identifier, title, outlet, published, day, url)",
            (e.iri, e.identifier, e.title, e.outlet, e.published, e.day, e.url),
        )
        for fact in e.facts:
            if fact.kind != _LEDGER:
                self._fact(article, e, fact)
        self._index.executemany(
            "INSERT INTO mention VALUES (?, ?, ?, ?, ?)",
            [(self._thing(iri), e.day or "", article, start, times) for iri, (start, times) in e.mentions.items()],
        )

    def name(self, changed: Iterable[str]) -> None:
        """Give names to things that are new, and to those that may be called otherwise now."""
        unnamed = self._index.execute("SELECT iri FROM thing WHERE name IS NULL").fetchall()
        for iri in sorted({iri for (iri,) in unnamed} | set(changed)):
            row = self._index.execute("SELECT n, name FROM thing WHERE iri = ?", (iri,)).fetchone()
            if row is not None:
                self._name(iri, *row)
            self._linking.rename(iri)

    def settle(self) -> None:
        """Write what follows from all entries together: the words of undertakings, counts; drop what nobody names."""
        for fact in sorted(self._reworded):
            self._word(fact)
        self._linking.settle()
        for (thing,) in self._index.execute(_ORPHANS + " RETURNING n").fetchall():
            self._unname(thing)
        self._index.execute(_COUNTS)
        self._index.execute("ANALYZE")

    def _fact(self, article: int, entry: Entry, fact: Fact) -> None:
        day = fact.day or entry.day or ""
        details = json.dumps(fact.details, ensure_ascii=False)
        n = self._insert(
            "fact(iri, article, kind, start, end, quote, day, details)",
            (fact.iri, article, fact.kind, fact.start, fact.end, fact.quote, day, details),
        )
        parts = {(role, self._thing(iri)) for role, iris in fact.parts.items() for iri in iris}
        self._index.executemany(
            "INSERT INTO part VALUES (?, ?, ?, ?, ?)", [(thing, role, fact.kind, day, n) for role, thing in parts]
        )
        if fact.kind in UNDERTAKINGS:
            self._undertaking(n, entry, fact)
            self._index.execute(_PARTIES, (n,))
        self._linking.add(n, fact, fact.kind in UNDERTAKINGS)

    def _undertaking(self, n: int, entry: Entry, fact: Fact) -> None:
        year = int(fact.due_by[:4]) if fact.due_by else None
        place = f"{entry.iri}#{fact.start:09d} {fact.iri.rpartition('#')[2]}"
        number = int("figures" in fact.details)
        self._index.execute(
            "INSERT INTO undertaking VALUES (?, ?, ?, ?, ?, ?, ?, '', ?, ?, '', 0, NULL)",
            (n, fact.kind, year, fact.due_by, number, entry.outlet, entry.day or "", place, Status.OPEN),
        )
        self._reworded.add(n)

    def _name(self, iri: str, thing: int, before: str | None) -> None:
        named = self._labels.named(iri)
        kind, name, names = (named.kind, named.name, named.names) if named else ("", iri.rpartition("/")[2], ())
        self._index.execute("UPDATE thing SET kind = ?, name = ? WHERE n = ?", (kind, name, thing))
        self._unname(thing)
        for each in names:
            folded = fold(each)
            row = self._insert("name(thing, lowered, folded)", (thing, each.casefold(), folded))
            self._index.execute("INSERT INTO names(rowid, folded) VALUES (?, ?)", (row, folded))
        if before is not None and before != name:
            said = "SELECT fact FROM part JOIN undertaking USING (fact) WHERE thing = ?"
            self._reworded.update(n for (n,) in self._index.execute(said, (thing,)))

    def _unname(self, thing: int) -> None:
        for n, folded in self._index.execute("SELECT n, folded FROM name WHERE thing = ?", (thing,)).fetchall():
            self._index.execute("INSERT INTO names(names, rowid, folded) VALUES ('delete', ?, ?)", (n, folded))
        self._index.execute("DELETE FROM name WHERE thing = ?", (thing,))

    def _word(self, fact: int) -> None:
        """What an undertaking is found and sorted by, once its parts have names."""
        row = self._index.execute(_WORDS, (fact,)).fetchone()
        if row is None:
            return
        parts = self._index.execute(_NAMES_IN, (fact,)).fetchall()
        self._index.execute("DELETE FROM words WHERE rowid = ?", (fact,))
        text = indexed(*row, *(name for _, name in parts))
        self._index.execute("INSERT INTO words(rowid, text) VALUES (?, ?)", (fact, text))
        who = next((fold(name) for role, name in parts if role == "actor"), _NOBODY)
        self._index.execute("UPDATE undertaking SET who = ? WHERE fact = ?", (who, fact))

    def _thing(self, iri: str) -> int:
        if iri not in self._things:
            row = self._index.execute("SELECT n FROM thing WHERE iri = ?", (iri,)).fetchone()
            self._things[iri] = row[0] if row else self._insert("thing(iri)", (iri,))
        return self._things[iri]

    def _insert(self, table: str, row: tuple[object, ...]) -> int:
        added = self._index.execute(f"INSERT INTO {table} VALUES ({','.join('?' * len(row))})", row)
        assert added.lastrowid is not None
        return added.lastrowid
