"""How a commitment stands on a day, from what was told by then."""

import random
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camket.graph.identity.life.status import State, Status, Told, state
from camket.graph.identity.life.step import Relation

KEPT = Told("kept", Relation.FULFILS, "2025-07-02")
MISSED = Told("missed", Relation.MISSES, "2025-07-02")
MOVED = Told("moved", Relation.REVISES, "2025-07-02")
AGAIN = Told("again", Relation.RESTATES, "2025-05-01")
REFUSED = Told("refused", Relation.REFUSES, "2025-05-02")
ON = date(2025, 8, 1)


@pytest.mark.parametrize(
    ("due", "told", "on", "stands"),
    [
        pytest.param("2025-06-30", [], date(2025, 3, 1), State(Status.OPEN), id="time is left"),
        pytest.param("2025-06-30", [], date(2025, 6, 1), State(Status.DUE_SOON), id="a month is left"),
        pytest.param("2025-06-30", [], date(2025, 6, 30), State(Status.DUE_SOON), id="the last day"),
        pytest.param("2025-06-30", [], date(2025, 7, 1), State(Status.OVERDUE), id="past its day without a word"),
        pytest.param("2025", [], date(2025, 12, 31), State(Status.DUE_SOON), id="a year ends on its last day"),
        pytest.param(None, [], ON, State(Status.OPEN), id="no day was given"),
        pytest.param("2025-06-30", [KEPT], ON, State(Status.KEPT, "kept"), id="kept"),
        pytest.param("2025-06-30", [KEPT], date(2025, 7, 1), State(Status.OVERDUE), id="not yet told"),
        pytest.param("2025-06-30", [MISSED], ON, State(Status.MISSED, "missed"), id="missed"),
        pytest.param("2025-06-30", [MISSED, MOVED], ON, State(Status.MOVED, "moved"), id="missed and set anew"),
        pytest.param("2025-06-30", [MISSED, KEPT], ON, State(Status.KEPT, "kept"), id="kept after all"),
        pytest.param("2025-06-30", [AGAIN], ON, State(Status.OVERDUE, None, ("again",)), id="said again, no more"),
        pytest.param("2025-06-30", [REFUSED], ON, State(Status.REFUSED, "refused"), id="declined"),
    ],
)
def test_status(due: str | None, told: list[Told], on: date, stands: State) -> None:
    assert state(due, told, on) == stands


TOLD = st.builds(
    Told,
    fact=st.sampled_from(["a", "b", "c"]),
    relation=st.sampled_from(Relation),
    published=st.sampled_from(["2025", "2025-06", "2025-06-02", "2025-07-30", "2026-01-01"]),
)


@given(st.lists(TOLD, max_size=6), st.randoms(), st.dates(date(2025, 1, 1), date(2026, 12, 31)))
def test_status_depends_on_no_order_and_on_nothing_told_later(
    told: list[Told], chance: random.Random, on: date
) -> None:
    stands = state("2025-06-30", told, on)
    assert state("2025-06-30", chance.sample(told, len(told)), on) == stands
    assert (
        state("2025-06-30", [t for t in told if date.fromisoformat((t.published + "-01-01")[:10]) <= on], on) == stands
    )
