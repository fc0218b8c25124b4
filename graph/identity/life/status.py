"""How a commitment stands on a day: worked out from what was told by then whenever somebody asks, never stored.

Past its day without a word it is overdue with nothing reported, never broken: only an article can say that.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from camket.graph import edtf
from camket.graph.identity.life.step import Relation

SOON_DAYS: Final = 30
"""A commitment is due soon where so many days are left, or fewer."""


class Status(StrEnum):
    """How a commitment stands."""

    OPEN = "open"
    DUE_SOON = "due soon"
    OVERDUE = "overdue, nothing reported"
    KEPT = "kept"
    PARTLY_KEPT = "partly kept"
    MISSED = "missed"
    MOVED = "moved"  # its day or value was changed: the newer one counts
    RENEWED = "renewed"  # it lapsed and was taken up anew
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Told:
    """What one later fact says of a commitment: its IRI, the relation, the EDTF date of its article."""

    fact: str
    relation: Relation
    published: str


@dataclass(frozen=True, slots=True)
class State:
    """How a commitment stands. rests_on: the fact that says so; of a moved one the newer undertaking.

    said_again: the facts that restate it, in order of publication.
    """

    status: Status
    rests_on: str | None = None
    said_again: tuple[str, ...] = ()


_STATUS: Final = {
    Relation.FULFILS: Status.KEPT,
    Relation.PARTLY: Status.PARTLY_KEPT,
    Relation.MISSES: Status.MISSED,
    Relation.REVISES: Status.MOVED,
    Relation.RENEWS: Status.RENEWED,
    Relation.REFUSES: Status.REFUSED,
}
_WEIGHT: Final = {relation: weight for weight, relation in enumerate(reversed(_STATUS))}
"""Of two facts of one day the one with the greater weight counts: what was kept was kept."""


def state(due: str | None, told: Iterable[Told], on: date) -> State:
    """How a commitment with an EDTF due date stands on a day; what was published later counts for nothing.

    The latest word counts; one that was missed and then set anew is moved, and one that was kept stays kept.
    """
    known = sorted((t for t in told if edtf.first_day(t.published) <= on), key=_order)
    again = tuple(dict.fromkeys(t.fact for t in known if t.relation is Relation.RESTATES))
    decisive = [t for t in known if t.relation in _STATUS]
    kept = [t for t in decisive if t.relation is Relation.FULFILS]
    changed = [t for t in decisive if t.relation in (Relation.REVISES, Relation.RENEWS)]
    for found in (kept, changed, decisive):
        if found:
            return State(_STATUS[found[-1].relation], found[-1].fact, again)
    return State(_by_date(due, on), None, again)


def _order(told: Told) -> tuple[date, int, str]:
    return (edtf.last_day(told.published), _WEIGHT.get(told.relation, -1), told.fact)


def _by_date(due: str | None, on: date) -> Status:
    if not due:
        return Status.OPEN
    left = (edtf.last_day(due) - on).days
    return Status.OVERDUE if left < 0 else Status.DUE_SOON if left <= SOON_DAYS else Status.OPEN
