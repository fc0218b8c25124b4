"""What became of undertakings, and which undertakings a fact tells of, as it is shown beside them."""

import json
import sqlite3
from collections.abc import Sequence
from datetime import date
from typing import Any, Final, TypedDict

from camket.graph.search.lots import in_lots
from camket.graph.search.outcome import RESTATED, Status, status_on, step_of

_BECAME: Final = """SELECT fact.iri, outcome, due_by, steps, json_extract(fact.details, '$.due'),
    later.iri, later.kind, later.quote, later.details, identifier, article.outlet, published
    FROM fact JOIN undertaking AS u ON u.fact = fact.n LEFT JOIN fact AS later ON later.iri = u.latest
    LEFT JOIN article ON article.n = later.article WHERE fact.iri IN ({marks})"""
_EARLIER: Final = """SELECT step.later, step.relation, json_extract(later.details, '$.due'),
    earlier.iri, earlier.kind, earlier.quote, earlier.details, identifier, article.outlet, published
    FROM step JOIN fact AS earlier ON earlier.iri = step.earlier JOIN fact AS later ON later.iri = step.later
    JOIN article ON article.n = earlier.article WHERE step.later IN ({marks})
    ORDER BY COALESCE(article.day, ''), article.identifier, earlier.start, earlier.iri"""


MOST_TOLD: Final = 5
"""So many earlier undertakings that a fact tells of are given: what many outlets told is one thing."""


class Linked(TypedDict):
    """A fact of another article. step: what the later of the two tells of the earlier, a Status or `restated`.

    before, due: where a deadline is moved, from when to when.
    """

    step: str
    iri: str
    kind: str
    quote: str
    article: str
    outlet: str | None
    published: str | None
    before: str | None
    due: str | None


class Became(TypedDict):
    """What became of an undertaking: its status on a day, by so many steps; `latest` is the one that it rests on."""

    status: str
    steps: int
    latest: Linked | None


def became(index: sqlite3.Connection, iris: Sequence[str], on: date) -> dict[str, Became]:
    """What became of those of these facts that are undertakings, by IRI."""
    found = {}
    for iri, outcome, due_by, steps, due, later, kind, quote, details, *source in in_lots(index, _BECAME, iris):
        latest = None
        if later is not None:
            step = RESTATED if outcome == Status.OPEN else outcome
            latest = _linked(step, due, json.loads(details).get("due"), (later, kind, quote, *source))
        status = status_on(Status(outcome), date.fromisoformat(due_by) if due_by else None, on)
        found[iri] = Became(status=status, steps=steps, latest=latest)
    return found


def tells_of(index: sqlite3.Connection, iris: Sequence[str]) -> dict[str, list[Linked]]:
    """The earlier undertakings of other articles that these facts tell of, by IRI; the first published of many."""
    found: dict[str, list[Linked]] = {}
    for later, relation, new_due, iri, kind, quote, details, *source in in_lots(index, _EARLIER, iris):
        due = json.loads(details).get("due")
        step = step_of(relation, due, new_due)
        if len(found.setdefault(later, [])) < MOST_TOLD:
            found[later].append(_linked(step, due, new_due, (iri, kind, quote, *source)))
    return found


def _linked(step: str, due: str | None, new_due: str | None, fact: tuple[Any, ...]) -> Linked:
    moved = step == Status.MOVED
    iri, kind, quote, article, outlet, published = fact
    return Linked(
        step=step,
        iri=iri,
        kind=kind,
        quote=quote,
        article=article,
        outlet=outlet,
        published=published,
        before=due if moved else None,
        due=new_due if moved else None,
    )
