"""The judgements in the records' database: whom and what they mean, and what a changed file changes.

Like `camket.graph.shown`, within the writer's one transaction; `judged` has the lines that the newest snapshot was made
with, `joint` the blocks of names that were then resolved together.
"""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from typing import Final, NamedTuple

from camket.graph import facts_json
from camket.graph.errors import JudgementError
from camket.graph.identity.bearers import Bearer, load
from camket.graph.identity.clusters import Named, Ruling
from camket.graph.identity.judgements import Anchor, Judgement, Verdict, contradictions, read
from camket.graph.identity.names import spelled
from camket.graph.rdf.fact_nodes import fact_nodes

SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS judged(line TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS joint(block TEXT NOT NULL, other TEXT NOT NULL, PRIMARY KEY(block, other)) WITHOUT ROWID;
"""

FACTS: Final = (
    *("holdings", "ranks", "events", "statements"),
    *("undertakings", "refusals", "observations", "assessments"),
)
"""The kinds of facts that can be judged."""


class Pair(NamedTuple):
    """A judgement of two with the bearers it means."""

    judgement: Judgement
    one: Bearer
    other: Bearer


class Judged:
    """Judgements with what they mean among the stored articles. `base`: what IRIs of things start with."""

    def __init__(self, database: sqlite3.Connection, judgements: Sequence[Judgement], base: str) -> None:
        self._database = database
        self._base = base
        self.judgements = tuple(judgements)

    # --- whom they mean

    def bearer(self, folder: str, anchor: Anchor) -> Bearer | None:
        """Who is meant by a name in an article: the first of that name; None where the article has none."""
        rows = self._database.execute(
            "SELECT evidence FROM bearer WHERE article = ? AND block >= ? AND block < ?",
            (anchor.article, f"{folder}/", f"{folder}0"),
        )
        named = spelled(folder, anchor.name)
        found = [bearer for bearer in map(load, (row[0] for row in rows)) if spelled(folder, bearer.name) == named]
        if anchor.start is not None:
            found = [bearer for bearer in found if bearer.start == anchor.start]
        return min(found, key=lambda bearer: (bearer.start, bearer.key), default=None)

    def pairs(self) -> list[Pair]:
        """The judgements of two that mean somebody now. Raises JudgementError where two of them contradict."""
        found = []
        for judgement in self.judgements:
            if judgement.pair:
                one, other = (self.bearer(judgement.folder, anchor) for anchor in judgement.pair)
                if one and other:
                    found.append(Pair(judgement, one, other))
        for line in contradictions((p.judgement, _named(p.one), _named(p.other)) for p in found):
            raise JudgementError(f"judgements: {line}: withdraw one of them")
        return found

    def facts(self, verdict: Verdict) -> dict[str, set[str]]:
        """The facts with a verdict, by the IRI of their article."""
        found: dict[str, set[str]] = {}
        for judgement in self.judgements:
            if judgement.verdict is verdict:
                fact = self.fact(judgement)
                found.setdefault(fact.partition("#")[0], set()).add(fact)
        return found

    def fact(self, judgement: Judgement) -> str:
        """The whole IRI of the fact that a judgement is about."""
        return judgement.fact if judgement.fact.startswith(self._base) else self._base + judgement.fact

    def article(self, iri: str) -> str | None:
        """The id of a stored article."""
        row = self._database.execute("SELECT id FROM article WHERE iri = ?", (iri,)).fetchone()
        return row[0] if row else None

    def concerned(self, judgement: Judgement) -> list[str]:
        """The IRIs of whom a judgement is about, as the names were resolved, or of its fact.

        Empty where it means nothing now; of a pair both or none.
        """
        if judgement.pair:
            found = [self.bearer(judgement.folder, anchor) for anchor in judgement.pair]
            return [self._iri(bearer) for bearer in found if bearer] if all(found) else []
        fact = self.fact(judgement)
        article = fact.partition("#")[0]
        row = self._database.execute("SELECT facts FROM article WHERE iri = ?", (article,)).fetchone()
        if row is None:
            return []
        nodes = fact_nodes(facts_json.load(row[0]), article)
        return [fact] if any(fact in getattr(nodes, kind) for kind in FACTS) else []

    def _iri(self, bearer: Bearer) -> str:
        query = "SELECT iri FROM bearer WHERE article = ? AND key = ?"
        return str(self._database.execute(query, _named(bearer)).fetchone()[0])

    # --- what a changed file changes

    def changed(self) -> list[Judgement]:
        """The judgements that have come or gone since the newest snapshot."""
        before = {row[0] for row in self._database.execute("SELECT line FROM judged")}
        now = {str(judgement) for judgement in self.judgements}
        return read("\n".join(sorted(before ^ now)), "the store's records")

    def touch(self, judgements: Iterable[Judgement]) -> None:
        """Mark the blocks whose bearers may be others than they were."""
        for judgement in judgements:
            for anchor in judgement.pair or ():
                bearer = self.bearer(judgement.folder, anchor)
                if bearer:
                    self._database.execute("INSERT OR IGNORE INTO touched VALUES (?)", (bearer.block,))

    def settle(self) -> None:
        """The snapshot was made with these."""
        self._database.execute("DELETE FROM judged")
        rows = {(str(judgement),) for judgement in self.judgements}
        self._database.executemany("INSERT INTO judged VALUES (?)", sorted(rows))


class Rulings:
    """Which blocks are looked at together, and what holds in them."""

    def __init__(self, database: sqlite3.Connection, pairs: Sequence[Pair]) -> None:
        self._database = database
        self._pairs: dict[str, list[Pair]] = {}
        self._joint: dict[str, set[str]] = {}
        for pair in pairs:
            blocks = {pair.one.block, pair.other.block}
            for block in blocks:
                self._pairs.setdefault(block, []).append(pair)
            if pair.judgement.verdict is Verdict.SAME and len(blocks) > 1:
                one, other = sorted(blocks)
                self._joint.setdefault(one, set()).add(other)
                self._joint.setdefault(other, set()).add(one)

    def group(self, block: str) -> list[str]:
        """The blocks that are to be looked at together with one, sorted."""
        return sorted(_closure([block], lambda here: self._joint.get(here, ())))

    def touched(self) -> list[str]:
        """The marked blocks, and all that are or were looked at together with one of these; sorted."""
        before: dict[str, set[str]] = {}
        for block, other in self._database.execute("SELECT block, other FROM joint"):
            before.setdefault(block, set()).add(other)
        marked = [row[0] for row in self._database.execute("SELECT block FROM touched")]
        return sorted(_closure(marked, lambda here: before.get(here, set()) | self._joint.get(here, set())))

    def ruling(self, blocks: Iterable[str]) -> Ruling:
        """What holds for the bearers of some blocks."""
        pairs = {pair: None for block in blocks for pair in self._pairs.get(block, ())}
        return Ruling(
            tuple(
                (_named(p.one), _named(p.other), p.judgement.because)
                for p in pairs
                if p.judgement.verdict is Verdict.SAME and _can_be_one(p)
            ),
            tuple((_named(p.one), _named(p.other)) for p in pairs if p.judgement.verdict is Verdict.DIFFERENT),
        )

    def settle(self) -> None:
        """The snapshot was made with these."""
        self._database.execute("DELETE FROM joint")
        rows = [(block, other) for block, others in self._joint.items() for other in others]
        self._database.executemany("INSERT INTO joint VALUES (?, ?)", rows)


def _named(bearer: Bearer) -> Named:
    return (bearer.article, bearer.key)


def _can_be_one(pair: Pair) -> bool:
    """Two entries of the reference data stay two: that is for the reference data to mend."""
    one, other = pair.one.reference, pair.other.reference
    return not one or not other or one == other


def _closure(start: Iterable[str], near: Callable[[str], Iterable[str]]) -> set[str]:
    found = set(start)
    queue = list(found)
    for here in queue:
        for there in near(here):
            if there not in found:
                found.add(there)
                queue.append(there)
    return found
