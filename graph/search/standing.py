"""How undertakings stand on a day, as SQL over a table `u` with the columns `outcome` and `due_by`.

Days are written into it as they are: a `date` holds nothing but digits.
"""

from collections.abc import Iterable
from datetime import date

from camket.graph.search.outcome import Status


def condition(statuses: Iterable[str], on: date) -> str:
    """The condition that an undertaking has one of these statuses."""
    return f"({' OR '.join(_has(Status(status), on) for status in statuses)})"


def rank(on: date) -> str:
    """Text by which undertakings are sorted as statuses are listed."""
    ranks = {status: f"{place:02d}" for place, status in enumerate(Status)}
    others = " ".join(f"WHEN '{status}' THEN '{rank}'" for status, rank in ranks.items() if status != Status.OPEN)
    return f"""CASE u.outcome {others} ELSE
        CASE WHEN u.due_by < '{on}' THEN '{ranks[Status.OVERDUE]}' ELSE '{ranks[Status.OPEN]}' END END"""


def overdue(on: date) -> str:
    """How many of a group have a deadline that has gone by."""
    return f"COALESCE(SUM(u.due_by < '{on}'), 0)"


def split(outcome: str, times: int, gone_by: int) -> dict[Status, int]:
    """How many there are of each status, of so many with one outcome of whose deadlines so many have gone by."""
    if outcome != Status.OPEN:
        return {Status(outcome): times}
    return {status: n for status, n in ((Status.OVERDUE, gone_by), (Status.OPEN, times - gone_by)) if n}


def _has(status: Status, on: date) -> str:
    if status is Status.OVERDUE:
        return f"(u.outcome = '{Status.OPEN}' AND u.due_by < '{on}')"
    if status is Status.OPEN:
        return f"(u.outcome = '{Status.OPEN}' AND (u.due_by IS NULL OR u.due_by >= '{on}'))"
    return f"u.outcome = '{status}'"
