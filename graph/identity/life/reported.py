"""What a refusal, an observation or an assessment says of an earlier undertaking."""

from collections.abc import Iterable, Iterator
from typing import Final

from camket.graph.facts import Change
from camket.graph.identity.life.alike import ALIKE, ALIKE_TIED, ASKED, FEWEST, same_root
from camket.graph.identity.life.arithmetic import (
    LATE_DAYS,
    Met,
    Reckoning,
    at_the_end,
    comparable,
    days,
    is_moment,
    of_one_unit,
    reached_early,
    reckon,
)
from camket.graph.identity.life.deed import Deed, Figure
from camket.graph.identity.life.likeness import Likeness, Words
from camket.graph.identity.life.step import Because, Relation, Step, step

SAME: Final = 0.62
SOME: Final = 3
"""So much of the shorter clause, and so many words, are shared where figures of one unit are held against each other
though what they measure has two names."""

ONE_YEAR: Final = 366
"""A count that is short so many days after the day it was due, or later, is no more said of it."""


def refused(later: Deed, earlier: Deed, words: Words) -> Step | None:
    """Whether a refusal is of what was undertaken."""
    found = words.likeness(later, earlier)
    least = ALIKE_TIED if earlier.sort in ASKED else ALIKE
    if not same_root(later, earlier) or found.covered < least or len(found.words) < FEWEST:
        return None
    return step(later, earlier, Relation.REFUSES, Because.DECLINED, found.score, found)


def observed(later: Deed, earlier: Deed, words: Words) -> Step | None:
    """A figure against a target; what is said to be done against what was to be done."""
    if not same_root(later, earlier) or speaks_of_target(later) or prepares(later, earlier):
        return None
    found = words.likeness(later, earlier)
    told = tuple(_reckonings(later, earlier, found))
    relation = outcome_of(told)
    if relation is None or (relation is Relation.FULFILS and "only" in later.marks and "rest" in later.marks):
        return None  # "mới trả được 9 tỷ trong số 15,5 tỷ đồng còn nợ": the whole is named, not reached
    if relation is Relation.MISSES and "halved" in later.marks:
        relation = Relation.PARTLY
    return step(later, earlier, relation, Because.FIGURE, 1 + found.score, found, *told)


def speaks_of_target(deed: Deed) -> bool:
    """Whether a figure is that of a target itself, which stays or is changed: "Chỉ tiêu 95% được giữ nguyên"."""
    return "aims" in deed.marks and not {"unchanged", "moved"}.isdisjoint(deed.marks)


def prepares(later: Deed, earlier: Deed) -> bool:
    """Whether what was done only prepares it: a plan for it has been submitted."""
    return "preparing" in later.marks and "preparing" not in earlier.marks


def _reckonings(later: Deed, earlier: Deed, found: Likeness) -> Iterator[Reckoning]:
    same = found.covered >= SAME and len(found.words) >= SOME and len(later.figures) == len(earlier.figures) == 1
    for target in earlier.figures:
        for reached in later.figures:
            if not comparable(target, reached) and not (same and of_one_unit(target, reached)):
                continue
            if (
                at_the_end(target, earlier.due, reached)
                or reached_early(target, earlier.due, reached)
                or _is_done(later, earlier, target, reached)
            ):
                yield reckon(target, reached)


def _is_done(later: Deed, earlier: Deed, target: Figure, reached: Figure) -> bool:
    """Whether the count of a day is said to be complete, or after the day it was due said to be short."""
    if target.change == Change.DECREASE or (reached.period and not is_moment(reached.period)):
        return False
    until = days(reached.period or later.published)[1]
    if until < days(earlier.published)[0]:
        return False
    if "done" in later.marks and reached.amount >= target.amount:
        return not earlier.due or (until - days(earlier.due)[1]).days <= LATE_DAYS
    return "short" in later.marks and bool(earlier.due) and 0 < (until - days(earlier.due)[1]).days < ONE_YEAR


def outcome_of(told: Iterable[Reckoning]) -> Relation | None:
    """What the arithmetic comes to: kept, missed, in part; None where nothing certain is told."""
    met = {reckoning.met for reckoning in told} - {Met.UNKNOWN}
    if not met:
        return None
    if len(met) == 2:
        return Relation.PARTLY
    return Relation.FULFILS if Met.YES in met else Relation.MISSES
