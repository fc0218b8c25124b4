"""The life of a commitment: made, said again, moved, reported on; each step with its sentence and the reason."""

import sqlite3
from collections.abc import Mapping
from datetime import date
from typing import Final, TypedDict

from camket.graph.errors import UsageError
from camket.graph.search.facts import ToldFact, load
from camket.graph.search.kin import TAKEN_UP, kin
from camket.graph.search.lots import in_lots
from camket.graph.search.outcome import Status, step_of
from camket.graph.search.reasons import Reason, Reasons

MOST: Final = 60
"""So many undertakings that take up each other are shown together: a yearly goal has been set for years on end."""

_LINKS: Final = """SELECT step.later, step.relation, step.earlier, json_extract(earlier.details, '$.due'),
    json_extract(later.details, '$.due') FROM step JOIN fact AS earlier ON earlier.iri = step.earlier
    JOIN fact AS later ON later.iri = step.later JOIN article ON article.n = earlier.article
    WHERE step.earlier IN ({marks})
    ORDER BY COALESCE(article.day, '') DESC, article.identifier DESC, earlier.start DESC, earlier.iri"""
_NUMBERS: Final = """SELECT fact.n FROM fact WHERE iri IN ({marks})"""
_NO_REASON: Final = Reason(ground="", because="", reckonings=[])


class Link(Reason):
    """What a fact tells of an earlier one: a Status or `restated`; before, due: from when to when it is moved."""

    step: str
    earlier: str
    before: str | None
    due: str | None


class Entry(TypedDict):
    """A fact, and what it tells of earlier ones, of the latest first; nothing where it is the first of the life."""

    fact: ToldFact
    links: list[Link]


class Life(TypedDict):
    """The facts of a life by publication; `fact` is the one whose life was asked for."""

    fact: ToldFact
    entries: list[Entry]


def life(index: sqlite3.Connection, reasons: Reasons, iri: str, on: date) -> Life:
    """The life that an undertaking, or a fact that tells of one, belongs to.

    It has what undertakings take each other up, and all that is told of these. Raises UsageError where the fact is none
    that an article tells.
    """
    row = index.execute("SELECT n FROM fact WHERE iri = ?", (iri,)).fetchone()
    if row is None:
        raise UsageError(f"no fact in the graph has the IRI {iri}")
    (fact,) = load(index, list(row), on)
    links = _links(index, reasons, _undertakings(index, fact))
    iris = sorted({iri, *links, *(link["earlier"] for told in links.values() for link in told)})
    found = load(index, [n for (n,) in in_lots(index, _NUMBERS, iris)], on)
    found.sort(key=_by_publication)
    return Life(fact=fact, entries=[Entry(fact=one, links=links.get(one["iri"], [])) for one in found])


def _undertakings(index: sqlite3.Connection, fact: ToldFact) -> list[str]:
    """The undertakings of a life; of what a fact tells of without taking it up, the first is followed."""
    own = kin(index, fact["iri"], TAKEN_UP, MOST) if "became" in fact else set()
    told = min((one["iri"] for one in fact.get("tells", ())), default=None)
    return sorted(own if told is None or len(own) > 1 else kin(index, told, TAKEN_UP, MOST))


def _links(index: sqlite3.Connection, reasons: Reasons, undertakings: list[str]) -> Mapping[str, list[Link]]:
    found: dict[str, list[Link]] = {}
    why = {earlier: reasons.of(earlier) for earlier in undertakings}
    for later, relation, earlier, due, new_due in in_lots(index, _LINKS, undertakings):
        step = step_of(relation, due, new_due)
        moved = step == Status.MOVED
        reason = why[earlier].get((later, relation), _NO_REASON)
        link = Link(**reason, step=step, earlier=earlier, before=due if moved else None, due=new_due if moved else None)
        found.setdefault(later, []).append(link)
    return found


def _by_publication(fact: ToldFact) -> tuple[str, str, int, str]:
    return fact["article"]["published"] or "", fact["article"]["id"], fact["start"], fact["iri"]
