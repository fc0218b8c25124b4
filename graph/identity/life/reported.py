"""What a refusal, an observation or an assessment says of an earlier undertaking."""

from collections.abc import Iterable, Iterator
from typing import Final

from camket.graph.identity.life.alike import ALIKE, FEWEST, are_alike, differ_in_number, same_root
from camket.graph.identity.life.arithmetic import Met, Reckoning, at_the_end, comparable, days, reached_early, reckon
from camket.graph.identity.life.deed import Deed, Figure
from camket.graph.identity.life.likeness import Words
from camket.graph.identity.life.step import Because, Relation, Step, step

_OUTCOMES: Final = {"Done": Relation.FULFILS, "Partly": Relation.PARTLY, "NotDone": Relation.MISSES}


def refused(later: Deed, earlier: Deed, words: Words) -> Step | None:
    found = words.likeness(later, earlier)
    if not same_root(later, earlier) or found.covered < ALIKE or len(found.words) < FEWEST:
        return None
    return step(later, earlier, Relation.REFUSES, Because.DECLINED, found.score, found)


def observed(later: Deed, earlier: Deed, words: Words) -> Step | None:
    """A figure against a target; what is said to be done against what was to be done."""
    if not same_root(later, earlier):
        return None
    told = tuple(_reckonings(later, earlier))
    relation = _outcome(told)
    if relation is None:
        return None
    found = words.likeness(later, earlier)
    return step(later, earlier, relation, Because.FIGURE, 1 + found.score, found, *told)


def _reckonings(later: Deed, earlier: Deed) -> Iterator[Reckoning]:
    for target in earlier.figures:
        for reached in later.figures:
            if not comparable(target, reached):
                continue
            if (
                at_the_end(target, earlier.due, reached)
                or reached_early(target, earlier.due, reached)
                or _is_done(later, earlier, target, reached)
            ):
                yield reckon(target, reached)


def _is_done(later: Deed, earlier: Deed, target: Figure, reached: Figure) -> bool:
    """Whether a count without a period is said to be complete, or after the day it was due said to be short."""
    if reached.period or target.change != "level":
        return False
    if "done" in later.marks and reached.amount >= target.amount:
        return True
    return "short" in later.marks and bool(earlier.due) and days(later.published)[0] > days(earlier.due)[1]


def _outcome(told: Iterable[Reckoning]) -> Relation | None:
    met = {reckoning.met for reckoning in told} - {Met.UNKNOWN}
    if not met:
        return None
    if len(met) == 2:
        return Relation.PARTLY
    return Relation.FULFILS if Met.YES in met else Relation.MISSES


def assessed(later: Deed, earlier: Deed, words: Words) -> Step | None:
    relation = _OUTCOMES.get(later.outcome)
    found = words.likeness(later, earlier)
    if relation is None or not are_alike(later, earlier, found, bool(found.numbers)):
        return None
    if differ_in_number(later, earlier, found) and relation is Relation.FULFILS:
        return None
    return step(later, earlier, relation, Because.REPORTED, found.score, found)
