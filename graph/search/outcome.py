"""What became of an undertaking: the outcome by what later facts tell of it, and its status on a day.

The outcome follows from the links alone and is kept in the index; the status is worked out when somebody asks. That a
day has gone by without a word is no broken promise: it is `overdue`, nothing reported.
"""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Final


class Status(StrEnum):
    """What has become of an undertaking, in the order in which statuses are listed."""

    KEPT = "kept"
    PARTLY_KEPT = "partly-kept"
    MISSED = "missed"
    REFUSED = "refused"
    MOVED = "moved"
    REVISED = "revised"
    RENEWED = "renewed"
    OVERDUE = "overdue"
    OPEN = "open"


RESTATED: Final = "restated"
"""The step of an undertaking that is only said again; it is no status."""

RESTATES: Final = "restates"

STEPS: Final = {
    "fulfils": Status.KEPT,
    "partlyFulfils": Status.PARTLY_KEPT,
    "misses": Status.MISSED,
    "refuses": Status.REFUSED,
    "revises": Status.REVISED,
    "renews": Status.RENEWED,
    RESTATES: RESTATED,
}
"""What a later fact tells of an earlier undertaking, by the local name of the property that links them."""

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


def status_on(outcome: Status, due_by: date | None, on: date) -> Status:
    """The status on a day of an undertaking with this outcome. due_by: its deadline's last day."""
    gone_by = due_by is not None and due_by < on
    return Status.OVERDUE if outcome is Status.OPEN and gone_by else outcome
