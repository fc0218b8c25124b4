"""What became of undertakings, and which events are of one occasion: written to an index as articles come and go."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import Final

from camket.graph.search.kin import Step, kin, steps
from camket.graph.search.links import Links
from camket.graph.search.outcome import RESTATED, Status, outcome_of
from camket.graph.search.reading import Fact

_EVENT: Final = "event"
_OF: Final = "SELECT n FROM undertaking JOIN fact ON n = fact WHERE iri = ?"


class Linking:
    """Writes to an index that is open for it, as its `Writer` does; `links` is what the graph says."""

    def __init__(self, index: sqlite3.Connection, links: Links) -> None:
        self._index = index
        self._links = links
        self._changed: set[str] = set()  # facts of which there may be news

    def forget(self, facts: Iterable[int]) -> None:
        """Take out what is known of facts that go; what they told of others is told no more."""
        for n in facts:
            (iri,) = self._index.execute("SELECT iri FROM fact WHERE n = ?", (n,)).fetchone()
            self._has_news(iri)
            self._index.execute("DELETE FROM step WHERE earlier = ?", (iri,))
            self._index.execute("DELETE FROM telling WHERE fact = ?", (n,))

    def add(self, n: int, fact: Fact, undertaken: bool) -> None:
        """Put in what is known of a fact: what is told of it where it is undertaken, the occasion of an event."""
        if undertaken:
            steps = self._links.steps(fact.iri)
            self._index.executemany("INSERT INTO step VALUES (?, ?, ?)", [(fact.iri, late, how) for how, late in steps])
        if fact.kind == _EVENT and (occasion := self._links.occasion(fact.iri)) is not None:
            self._index.execute("INSERT INTO telling VALUES (?, ?)", (n, occasion))
            self._occasion(occasion)
        self._has_news(fact.iri)

    def rename(self, iri: str) -> None:
        """An occasion may be called otherwise, or be disagreed on otherwise, now."""
        if self._index.execute("SELECT EXISTS (SELECT 1 FROM occasion WHERE iri = ?)", (iri,)).fetchone()[0]:
            self._occasion(iri)

    def settle(self) -> None:
        """Write what follows once all articles are in."""
        while self._changed:
            same = kin(self._index, self._changed.pop())
            self._changed -= same
            for iri, told in steps(self._index, same).items():
                self._reckon(iri, told)
        self._index.execute("DELETE FROM occasion WHERE iri NOT IN (SELECT occasion FROM telling)")

    def _has_news(self, iri: str) -> None:
        rows = self._index.execute("SELECT earlier, later FROM step WHERE earlier = ?1 OR later = ?1", (iri,))
        self._changed.update(end for ends in rows for end in ends)

    def _occasion(self, iri: str) -> None:
        about = self._links.about(iri)
        self._index.execute(
            "INSERT OR REPLACE INTO occasion VALUES (?, ?, ?)", (iri, about.name, json.dumps(about.disagrees))
        )

    def _reckon(self, iri: str, told: Sequence[Step]) -> None:
        row = self._index.execute(_OF, (iri,)).fetchone()
        if row is None:  # no undertaking, or one of an article that has gone
            return
        outcome = outcome_of(step.step for step in told)
        step = RESTATED if outcome is Status.OPEN else outcome
        latest = next((one.later for one in reversed(told) if one.step == step), None)
        self._index.execute(
            "UPDATE undertaking SET outcome = ?, changed = ?, steps = ?, latest = ? WHERE fact = ?",
            (outcome, told[-1].day if told else "", len(told), latest, *row),
        )
        self._index.execute("UPDATE party SET outcome = ? WHERE fact = ?", (outcome, *row))
