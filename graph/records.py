"""The stored articles: text, metadata and facts, and what the snapshot that readers see was made of.

One SQLite database, held by one writer at a time. What changes in the snapshot is known by two marks that are set in
the same transaction as an article: the article itself (`dirty`) and the names it bears (`touched`).
"""

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Set
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from camket.graph import derived, facts_json, judged, lives
from camket.graph.documents.document import Document
from camket.graph.errors import StoreBusyError
from camket.graph.facts import ArticleFacts, Fact
from camket.graph.identity.bearers import bearers, dump
from camket.graph.rdf.fact_nodes import fact_nodes
from camket.graph.rdf.iris import article_iri
from camket.graph.rejection import without
from camket.graph.versions import naming_version

_SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS article(
    id TEXT PRIMARY KEY, iri TEXT NOT NULL UNIQUE, sha256 TEXT NOT NULL, title TEXT, publisher TEXT, published TEXT,
    url TEXT, text TEXT NOT NULL, with_text INTEGER NOT NULL, version TEXT NOT NULL, pipeline TEXT NOT NULL,
    fingerprint TEXT NOT NULL, facts TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS bearer(
    article TEXT NOT NULL, key TEXT NOT NULL, block TEXT NOT NULL, evidence TEXT NOT NULL, iri TEXT,
    PRIMARY KEY(article, key)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS bearer_block ON bearer(block);
CREATE INDEX IF NOT EXISTS bearer_iri ON bearer(iri);
CREATE TABLE IF NOT EXISTS borne_by(version TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS claim(
    subject TEXT NOT NULL, article TEXT NOT NULL, claims TEXT NOT NULL, PRIMARY KEY(subject, article)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS claim_article ON claim(article);
CREATE TABLE IF NOT EXISTS dirty(article TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS touched(block TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS shown(snapshot INTEGER NOT NULL, made_of TEXT NOT NULL);
"""


@dataclass(frozen=True, slots=True)
class Record:
    """One stored article. Without its text kept, `document.text` is blank but for the words of the evidence."""

    document: Document
    facts: ArticleFacts
    version: str
    pipeline: str
    with_text: bool = True

    def fingerprint(self) -> str:
        """What changes with anything of the article or of how it was read, the software's version left out."""
        return fingerprint(self.document, self.pipeline, self.with_text)


def fingerprint(document: Document, pipeline: str, with_text: bool) -> str:
    """A digest of an article's input and of the pipeline that is to read it."""
    d = document
    said = repr((d.sha256, d.title, d.publisher, d.published, d.url, pipeline, with_text))
    return hashlib.sha256(said.encode()).hexdigest()


class Records:
    """The records of a store, open for writing. Raises StoreBusyError where somebody else has them open."""

    def __init__(self, path: Path, base: str) -> None:
        self._base = base
        self._naming = naming_version()
        self.database = sqlite3.connect(path, timeout=0, isolation_level=None)
        try:
            self._take()
        except sqlite3.OperationalError as error:
            self.database.close()
            if "locked" in str(error):
                raise StoreBusyError(f"another process writes to {path.parent}: wait until it has ended") from error
            raise

    def _take(self) -> None:
        self.database.execute("PRAGMA locking_mode=EXCLUSIVE")
        self.database.execute("PRAGMA journal_mode=WAL")
        self.database.execute("PRAGMA synchronous=NORMAL")
        self.database.execute("BEGIN EXCLUSIVE")
        for statement in (_SCHEMA + derived.SCHEMA + judged.SCHEMA + lives.SCHEMA).split(";"):
            self.database.execute(statement)
        self.database.execute(
            "INSERT INTO borne_by SELECT ? WHERE NOT EXISTS (SELECT 1 FROM borne_by)", (self._naming,)
        )
        self.database.execute("COMMIT")

    def close(self) -> None:
        """Give the records free for others."""
        self.database.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of what is done within, or nothing."""
        self.database.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            if self.database.in_transaction:
                self.database.execute("ROLLBACK")
            raise
        self.database.execute("COMMIT")

    # --- articles

    def fingerprint(self, identifier: str) -> str | None:
        """The fingerprint of a stored article, None where there is none of that id."""
        row = self.database.execute("SELECT fingerprint FROM article WHERE id = ?", (identifier,)).fetchone()
        return row[0] if row else None

    def iri(self, identifier: str) -> str:
        """The IRI that an article of that id has."""
        return article_iri(identifier, self._base)

    def bearer_of(self, iri: str) -> str | None:
        """The id of the stored article that has an IRI, None where there is none ("a b" and "a_b" have one IRI)."""
        row = self.database.execute("SELECT id FROM article WHERE iri = ?", (iri,)).fetchone()
        return row[0] if row else None

    def put(self, records: Iterable[Record]) -> None:
        """Store articles, each instead of what was stored under its id, and mark what that touches. One transaction."""
        with self.transaction():
            for record in records:
                self._forget(record.document.id)
                self._store(record)

    def remove(self, identifiers: Iterable[str]) -> None:
        """Remove articles and mark what that touches. One transaction."""
        with self.transaction():
            for identifier in identifiers:
                self._forget(identifier)

    def get(self, identifier: str) -> Record | None:
        """A stored article."""
        row = self.database.execute(
            "SELECT text, sha256, title, publisher, published, url, facts, version, pipeline, with_text"
            " FROM article WHERE id = ?",
            (identifier,),
        ).fetchone()
        if row is None:
            return None
        text, sha256, title, publisher, published, url, facts, version, pipeline, with_text = row
        document = Document(identifier, text, sha256, title, publisher, published, url)
        return Record(document, facts_json.load(facts), version, pipeline, bool(with_text))

    def identifiers(self) -> list[str]:
        """The ids of all stored articles, sorted."""
        return [row[0] for row in self.database.execute("SELECT id FROM article ORDER BY id")]

    def count(self) -> int:
        """How many articles are stored."""
        return int(self.database.execute("SELECT COUNT(*) FROM article").fetchone()[0])

    def _forget(self, identifier: str) -> None:
        execute = self.database.execute
        execute("INSERT OR IGNORE INTO touched SELECT block FROM bearer WHERE article = ?", (identifier,))
        execute("DELETE FROM bearer WHERE article = ?", (identifier,))
        execute("DELETE FROM article WHERE id = ?", (identifier,))
        execute("INSERT OR IGNORE INTO dirty VALUES (?)", (identifier,))

    def _store(self, record: Record) -> None:
        d = record.document
        text = d.text if record.with_text else words_of_evidence(d.text, record.facts)
        row = (
            *(d.id, self.iri(d.id), d.sha256, d.title, d.publisher, d.published, d.url, text),
            *(record.with_text, record.version, record.pipeline, record.fingerprint(), facts_json.dump(record.facts)),
        )
        self.database.execute(f"INSERT INTO article VALUES ({','.join('?' * len(row))})", row)
        self._bear(record, {})

    def bear_again(self) -> None:
        """Work out anew what articles say of the bearers of names, if another Camket did; the IRIs they have stay."""
        if self.database.execute("SELECT version FROM borne_by").fetchone() == (self._naming,):
            return
        for identifier in self.identifiers():
            self.bear(identifier, frozenset())
        self.database.execute("UPDATE borne_by SET version = ?", (self._naming,))

    def bear(self, identifier: str, rejected: Set[str]) -> None:
        """Work out anew what an article says of its bearers, without some of its facts; the IRIs they have stay."""
        record = self.get(identifier)
        if record is None:
            return
        known = self.database.execute("SELECT key, iri FROM bearer WHERE article = ?", (identifier,)).fetchall()
        self.database.execute("INSERT OR IGNORE INTO touched SELECT block FROM bearer WHERE article = ?", (identifier,))
        self.database.execute("DELETE FROM bearer WHERE article = ?", (identifier,))
        facts, _ = without(record.facts, fact_nodes(record.facts, self.iri(identifier)), rejected)
        self._bear(replace(record, facts=facts), dict(known))

    def mark(self, identifier: str) -> None:
        """An article's graph is to be written again."""
        self.database.execute("INSERT OR IGNORE INTO dirty VALUES (?)", (identifier,))

    def _bear(self, record: Record, iris: Mapping[str, str | None]) -> None:
        borne = bearers(record.document, record.facts)
        rows = [(b.article, b.key, b.block, dump(b), iris.get(b.key)) for b in borne]
        self.database.executemany("INSERT INTO bearer VALUES (?, ?, ?, ?, ?)", rows)
        self.database.executemany("INSERT OR IGNORE INTO touched VALUES (?)", [(row[2],) for row in rows])


def words_of_evidence(text: str, facts: ArticleFacts) -> str:
    """The text with everything blanked that is no fact's evidence or context, offsets unchanged."""
    kept = [" "] * len(text)
    for name in ArticleFacts.__dataclass_fields__:
        for fact in getattr(facts, name):
            if isinstance(fact, Fact):
                for start, end in (fact.evidence, *fact.context):
                    kept[start:end] = text[start:end]
    return "".join(kept)
