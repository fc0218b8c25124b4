"""What has become of an undertaking on a day: worked out from what was reported of it by then, and never stored.

The outcome follows from the links alone. What nothing was reported of is open until its last day has passed, and
overdue from then on: that nobody wrote of it is no proof that it was broken. Only an article that says so makes it
kept, partly kept, missed or refused.
"""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Final

from camket.graph.identity.life.relation import Relation


class Status(StrEnum):
    """What has become of an undertaking, in the order in which statuses are listed."""

    KEPT = "kept"
    PARTLY_KEPT = "partly-kept"
    MISSED = "missed"
    REFUSED = "refused"
    MOVED = "moved"  # to another deadline
    REVISED = "revised"  # in its number or content
    RENEWED = "renewed"
    OVERDUE = "overdue"
    OPEN = "open"

    @property
    def told(self) -> str:
        """How it is told to people: that something is overdue says no more than that nobody reported on it."""
        return {Status.OVERDUE: "overdue, nothing reported", Status.PARTLY_KEPT: "partly kept"}.get(self, self.value)


RESTATED: Final = "restated"
"""The step of an undertaking that is only said again; it is no status."""

STEPS: Final[dict[str, str]] = {
    Relation.FULFILS: Status.KEPT,
    Relation.PARTLY: Status.PARTLY_KEPT,
    Relation.MISSES: Status.MISSED,
    Relation.REFUSES: Status.REFUSED,
    Relation.REVISES: Status.REVISED,
    Relation.RENEWS: Status.RENEWED,
    Relation.RESTATES: RESTATED,
}
"""What a later fact tells of an earlier undertaking, by how they are linked."""

_OUTCOMES: Final = (Status.KEPT, Status.MISSED)
"""Reported last, these hold, whatever else was said: a target that was missed and is set again was missed."""


def step_of(relation: str, due: str | None, new_due: str | None) -> str:
    """What one link tells: a Status or RESTATED. due, new_due: the deadlines (EDTF) of the earlier and later fact."""
    step = STEPS[relation]
    return Status.MOVED if step == Status.REVISED and new_due and new_due != due else step


def outcome_of(steps: Iterable[str]) -> Status:
    """What became of an undertaking by all the steps there are, the earliest first; `open` where none tells."""
    said = [Status(step) for step in steps if step != RESTATED]
    outcomes = [step for step in said if step in _OUTCOMES]
    return (outcomes or said or [Status.OPEN])[-1]


def status_on(outcome: Status, due_by: date | None, on: date | None) -> Status:
    """The status on a day of an undertaking with this outcome. due_by: its deadline's last day.

    on: None for no day: then nothing is overdue.
    """
    gone_by = due_by is not None and on is not None and due_by < on
    return Status.OVERDUE if outcome is Status.OPEN and gone_by else outcome
