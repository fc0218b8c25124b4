"""What has become of an undertaking on a day."""

from datetime import date

import pytest

from camket.graph.identity.life.relation import Relation
from camket.graph.identity.life.status import Status, outcome_of, status_on, step_of

RESTATES, REVISES, RENEWS, REFUSES, FULFILS, PARTLY, MISSES = Relation
JUNE = date(2025, 6, 30)


@pytest.mark.parametrize(
    ("due_by", "on", "expected"),
    [
        (None, JUNE, Status.OPEN),
        (JUNE, JUNE, Status.OPEN),  # its last day is the day itself
        (date(2025, 6, 29), JUNE, Status.OVERDUE),
        (date(2024, 12, 31), None, Status.OPEN),  # on no day nothing is overdue
    ],
)
def test_silence_is_never_a_broken_promise(due_by: date | None, on: date | None, expected: Status) -> None:
    assert status_on(outcome_of([]), due_by, on) is expected
    assert status_on(outcome_of([step_of(RESTATES, None, None)]), due_by, on) is expected


@pytest.mark.parametrize(
    ("relation", "new_due", "expected"),
    [
        (FULFILS, None, Status.KEPT),
        (PARTLY, None, Status.PARTLY_KEPT),
        (MISSES, None, Status.MISSED),
        (REFUSES, None, Status.REFUSED),
        (RENEWS, "2026", Status.RENEWED),
        (REVISES, "2026", Status.MOVED),
        (REVISES, "2024", Status.REVISED),  # another number, the same deadline
        (REVISES, None, Status.REVISED),
    ],
)
def test_only_what_an_article_says_is_an_outcome(relation: Relation, new_due: str | None, expected: Status) -> None:
    assert status_on(outcome_of([step_of(relation, "2024", new_due)]), date(2024, 12, 31), JUNE) is expected


@pytest.mark.parametrize(
    ("relations", "expected"),
    [
        ([PARTLY, FULFILS], Status.KEPT),
        ([MISSES, FULFILS], Status.KEPT),  # late, but done
        ([MISSES, RENEWS], Status.MISSED),  # set again for another period, missed all the same
        ([MISSES, REVISES], Status.MISSED),
        ([FULFILS, RESTATES], Status.KEPT),
        ([PARTLY, REVISES], Status.MOVED),
        ([REFUSES, RENEWS], Status.RENEWED),
    ],
)
def test_the_last_outcome_holds(relations: list[Relation], expected: Status) -> None:
    assert outcome_of(step_of(relation, "2024", "2026") for relation in relations) is expected


def test_how_it_is_told() -> None:
    told = {one.value: one.told for one in Status if one.told != one.value}
    assert told == {"overdue": "overdue, nothing reported", "partly-kept": "partly kept"}
