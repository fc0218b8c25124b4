"""What the newest snapshot was made of, in the records' database: who bears which IRI, and what each article claims.

Everything here happens within one transaction of the writer's, which ends when the new snapshot is shown: a build that
breaks off leaves these tables as they were for the snapshot before.
"""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from camket.graph.derived import Derived
from camket.graph.identity.bearers import REFERENCE_AT, load
from camket.graph.identity.join_triples import join_triples
from camket.graph.identity.layer import Triple
from camket.graph.identity.resolution import Resolved, resolved
from camket.graph.judged import Rulings
from camket.graph.rdf.claims import Claim

CountedClaims = list[tuple[Claim, int]]

JOINS: Final = "joins"
"""What the record of why is called among the layers of `graph/identity`."""


class Shown:
    """The tables about the newest snapshot. `database`: the records', with a transaction open where it is written."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database

    def state(self) -> tuple[int, str] | None:
        """Number of the snapshot described here and what it was made of besides articles; None before the first."""
        row: tuple[int, str] | None = self._database.execute("SELECT snapshot, made_of FROM shown").fetchone()
        return row

    def settle(self, snapshot: int, made_of: str) -> None:
        """The snapshot holds all there is: clear the marks."""
        self._database.execute("DELETE FROM shown")
        self._database.execute("INSERT INTO shown VALUES (?, ?)", (snapshot, made_of))
        self._database.execute("DELETE FROM dirty")
        self._database.execute("DELETE FROM touched")

    def outdated(self) -> bool:
        """Whether an article has come, changed or gone since."""
        query = "SELECT EXISTS (SELECT 1 FROM dirty) OR EXISTS (SELECT 1 FROM touched)"
        return bool(self._database.execute(query).fetchone()[0])

    def mark_all(self) -> None:
        """Mark every article and every name, for a snapshot that is made from nothing."""
        self._database.execute("INSERT OR IGNORE INTO dirty SELECT id FROM article")
        self._database.execute("INSERT OR IGNORE INTO touched SELECT DISTINCT block FROM bearer")

    def resolve(self, base: str, rulings: Rulings, derived: Derived) -> list[tuple[str, str]]:
        """Resolve the marked names again, and mark every article in which an IRI changes; `derived` gets the reasons.

        Returns the IRIs that things had in the snapshot before, each with the one it has now, sorted.
        """
        renamed: set[tuple[str, str]] = set()
        done: set[str] = set()
        for block in rulings.touched():
            if block not in done:
                blocks = rulings.group(block)
                done.update(blocks)
                renamed |= self._resolve(blocks, base, rulings, derived)
        rulings.settle()
        return sorted(renamed)

    def _resolve(self, blocks: Sequence[str], base: str, rulings: Rulings, derived: Derived) -> set[tuple[str, str]]:
        if len(blocks) == 1 and not rulings.ruling(blocks).different and (reference := self._recognised_as(blocks[0])):
            derived.replace(JOINS, blocks[0], ())
            return self._all_are(blocks[0], base + reference)
        query = "SELECT evidence, iri FROM bearer WHERE block = ?"
        rows = [row for block in blocks for row in self._database.execute(query, (block,))]
        borne = [(load(evidence), iri) for evidence, iri in rows]
        found = resolved((bearer for bearer, _ in borne), base, rulings.ruling(blocks))
        for block in blocks:
            derived.replace(JOINS, block, _reasons(found, block, base))
        now = {(bearer.article, bearer.key): one.iri for one in found for bearer in one.bearers}
        changed = [
            (now[bearer.article, bearer.key], bearer.article, bearer.key, iri)
            for bearer, iri in borne
            if iri != now[bearer.article, bearer.key]
        ]
        self._database.executemany(
            "UPDATE bearer SET iri = ? WHERE article = ? AND key = ?", [row[:3] for row in changed]
        )
        self._database.executemany("INSERT OR IGNORE INTO dirty VALUES (?)", [(row[1],) for row in changed])
        return {(old, new) for new, _, _, old in changed if old is not None}

    def _recognised_as(self, block: str) -> str:
        """The one entry of the reference data that all bearers of a block were recognised as, "" if there is no such.

        The blocks of capitals and ministries have tens of thousands of bearers, of which there is nothing to resolve.
        """
        query = "SELECT DISTINCT json_extract(evidence, ?) FROM bearer WHERE block = ? LIMIT 2"
        found = self._database.execute(query, (f"$[{REFERENCE_AT}]", block)).fetchall()
        return str(found[0][0]) if len(found) == 1 else ""

    def _all_are(self, block: str, iri: str) -> set[tuple[str, str]]:
        """Give all bearers of a block one IRI, and mark the articles in which it changes."""
        changed = "FROM bearer WHERE block = ? AND iri IS NOT ?"
        renamed = self._database.execute(f"SELECT DISTINCT iri {changed} AND iri IS NOT NULL", (block, iri)).fetchall()
        self._database.execute(f"INSERT OR IGNORE INTO dirty SELECT DISTINCT article {changed}", (block, iri))
        self._database.execute("UPDATE bearer SET iri = ? WHERE block = ? AND iri IS NOT ?", (iri, block, iri))
        return {(old, iri) for (old,) in renamed}

    def dirty(self) -> list[str]:
        """The ids of the articles whose graphs are to be written again or dropped, sorted."""
        return [row[0] for row in self._database.execute("SELECT article FROM dirty ORDER BY article")]

    def assigned(self, article: str) -> dict[str, str]:
        """The IRIs of an article's people, bodies and places, by entity key."""
        return dict(self._database.execute("SELECT key, iri FROM bearer WHERE article = ?", (article,)))

    def replace_claims(self, article: str, claims: Mapping[str, Sequence[Claim]]) -> set[str]:
        """What an article claims now, by subject. Returns the subjects of which it claims or claimed anything."""
        rows = self._database.execute("SELECT subject FROM claim WHERE article = ?", (article,))
        subjects = {row[0] for row in rows} | set(claims)
        self._database.execute("DELETE FROM claim WHERE article = ?", (article,))
        self._database.executemany(
            "INSERT INTO claim VALUES (?, ?, ?)",
            [(subject, article, json.dumps(said, ensure_ascii=False)) for subject, said in claims.items()],
        )
        return subjects

    def claims_of(self, subjects: Iterable[str]) -> Iterator[tuple[str, CountedClaims]]:
        """For each subject what is claimed of it, with the number of articles; nothing where none does any more."""
        query = "SELECT claims, COUNT(*) FROM claim WHERE subject = ? GROUP BY claims"
        for subject in subjects:
            counted: Counter[Claim] = Counter()
            for said, count in self._database.execute(query, (subject,)):
                for claim in json.loads(said):
                    counted[tuple(claim)] += count
            yield subject, sorted(counted.items())


def _reasons(found: Iterable[Resolved], block: str, base: str) -> Iterator[Triple]:
    """Why those whose first bearer is of a block are one."""
    for one in found:
        if one.bearers[0].block == block:
            yield from join_triples(one, base)
