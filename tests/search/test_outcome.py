"""What became of an undertaking by the steps that are told, and how it stands on a day."""

from datetime import date

import pytest

from camket.graph.search.outcome import RESTATED, Status, outcome_of, status_on, step_of


@pytest.mark.parametrize(
    ("steps", "outcome"),
    [
        ([], "open"),
        ([RESTATED], "open"),
        (["kept"], "kept"),
        (["missed", "moved"], "missed"),
        (["missed", "kept"], "kept"),
        (["kept", RESTATED], "kept"),
        (["moved", "renewed"], "renewed"),
        (["partly-kept", "refused"], "refused"),
    ],
)
def test_the_last_word_holds_and_an_outcome_before_all_else(steps: list[str], outcome: str) -> None:
    assert outcome_of(steps) == outcome


@pytest.mark.parametrize(
    ("relation", "due", "new_due", "step"),
    [
        ("revises", "2025", "2026", "moved"),
        ("revises", "2025", "2025", "revised"),
        ("revises", "2025", None, "revised"),
        ("restates", "2025", "2026", RESTATED),
        ("partlyFulfils", None, None, "partly-kept"),
    ],
)
def test_what_one_link_tells(relation: str, due: str | None, new_due: str | None, step: str) -> None:
    assert step_of(relation, due, new_due) == step


@pytest.mark.parametrize(
    ("outcome", "due_by", "status"),
    [
        ("open", date(2025, 6, 29), "overdue"),
        ("open", date(2025, 6, 30), "open"),
        ("open", None, "open"),
        ("missed", date(2020, 1, 1), "missed"),
        ("moved", date(2020, 1, 1), "moved"),
    ],
)
def test_only_what_nothing_settles_is_overdue_from_the_day_after(
    outcome: str, due_by: date | None, status: str
) -> None:
    assert status_on(Status(outcome), due_by, date(2025, 6, 30)) == status
