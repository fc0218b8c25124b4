"""Undertakings with what became of them: the steps that later articles tell, and the status on a day."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from camket.graph import edtf
from camket.graph.errors import UsageError
from camket.graph.identity.life.relation import Relation
from camket.graph.identity.life.status import RESTATED, Status, outcome_of, status_on
from camket.graph.store import Dataset
from camket.graph.views.steps import Step, steps
from camket.graph.views.undertakings import Choice, Undertaking, undertakings

STATUSES: Final = tuple(one.value for one in Status)


@dataclass(frozen=True, slots=True)
class Life:
    """An undertaking, its status, and its steps as far as they were published, the earliest first.

    latest: the step that the status rests on; of one that is open or overdue, that said it again last.
    """

    undertaking: Undertaking
    status: Status
    steps: tuple[Step, ...]
    latest: Step | None


@dataclass(frozen=True, slots=True)
class Watch:
    """Which lives to show. statuses: any of these, all if empty. since: an article on it is of that time or later.

    on: the day (EDTF) that statuses are of: what was published later is not known yet; None for today.
    """

    statuses: tuple[str, ...] = ()
    since: str | None = None
    on: str | None = None

    def day(self, today: date) -> date:
        """The day of the statuses."""
        return edtf.last_day(self.on) if self.on else today


def check_watch(watch: Watch) -> None:
    """Raises UsageError where a status is unknown or a date is none."""
    for name in watch.statuses:
        if name not in STATUSES:
            raise UsageError(f"no status is called {name!r}: use {', '.join(STATUSES)}")
    for value in (watch.since, watch.on):
        if value is not None and not edtf.is_edtf(value):
            raise UsageError(f"{value!r} is no date: write 2025, 2025-06 or 2025-06-30")


def lives(dataset: Dataset, choice: Choice, watch: Watch, today: date) -> list[Life]:
    """The undertakings chosen, with what became of them, in the order of their articles.

    Raises UsageError for a choice or a watch that cannot be.
    """
    check_watch(watch)
    day = watch.day(today)
    found = followed(dataset, undertakings(dataset, choice), day)
    if watch.on:
        found = [
            life for life in found if not life.undertaking.order[0] or life.undertaking.order[0] <= day.isoformat()
        ]
    return [life for life in found if _is_watched(life, watch)]


def followed(dataset: Dataset, found: Sequence[Undertaking], on: date | None) -> list[Life]:
    """Undertakings with what was published of them until a day; None: all of it, and nothing is overdue.

    What became of an undertaking became of all that only restate it.
    """
    known = [step for step in steps(dataset) if on is None or step.from_day <= on.isoformat()]
    same = _same(known)
    by_undertaking: dict[str, list[Step]] = defaultdict(list)
    for step in known:
        by_undertaking[step.earlier].append(step)
    return [_life(one, _steps(one.iri, same, by_undertaking), on) for one in found]


def _same(known: Iterable[Step]) -> dict[str, set[str]]:
    """For each undertaking that restates or is restated all that say the same, itself included."""
    same: dict[str, set[str]] = {}
    for step in known:
        if step.relation is Relation.RESTATES:
            joined = same.get(step.earlier, {step.earlier}) | same.get(step.later, {step.later})
            same.update(dict.fromkeys(joined, joined))
    return same


def _steps(iri: str, same: Mapping[str, Collection[str]], by_undertaking: Mapping[str, list[Step]]) -> list[Step]:
    """The steps of an undertaking and of those that say the same; no step is the undertaking itself."""
    told = {step.later: step for one in sorted(same.get(iri, {iri})) for step in by_undertaking.get(one, ())}
    told |= {step.later: step for step in by_undertaking.get(iri, ())}
    return sorted((step for later, step in told.items() if later != iri), key=lambda step: step.order)


def _life(one: Undertaking, known: list[Step], on: date | None) -> Life:
    now = status_on(outcome_of(step.step for step in known), edtf.last_day(one.due) if one.due else None, on)
    deciding = [step for step in known if step.step == now] or [step for step in known if step.step == RESTATED]
    return Life(one, now, tuple(known), deciding[-1] if deciding else None)


def _is_watched(life: Life, watch: Watch) -> bool:
    if watch.statuses and life.status.value not in watch.statuses:
        return False
    if watch.since is None:
        return True
    first = edtf.first_day(watch.since)
    dates = (life.undertaking.published, *(step.published for step in life.steps))
    return any(edtf.last_day(published) >= first for published in dates if published)
