"""What a later undertaking says of an earlier one: the same again, something else, or asked anew."""

from typing import Final

from camket.graph.identity.life.alike import ALIKE_TIED, are_alike, comparable_figures, differ_in_number, same_root
from camket.graph.identity.life.arithmetic import days, reckon
from camket.graph.identity.life.deed import Deed, Figure
from camket.graph.identity.life.likeness import Words
from camket.graph.identity.life.step import Because, Relation, Step, step

FORGOTTEN_DAYS: Final = 92
"""What is said anew so long after the day it was due is another undertaking, unless it says that it is the old one."""


def undertaken(later: Deed, earlier: Deed, words: Words) -> Step | None:
    """The step from an undertaking to an earlier one of another article, None where it speaks of something else."""
    return _targeted(later, earlier, words) or _worded(later, earlier, words)


def _targeted(later: Deed, earlier: Deed, words: Words) -> Step | None:
    """Two targets of one indicator for one period, or of projects that are to be ready another day."""
    if not same_root(later, earlier):
        return None
    for mine, theirs in comparable_figures(later.figures, earlier.figures):
        if not (mine.period and theirs.period and days(mine.period) == days(theirs.period)):
            continue
        found = words.likeness(later, earlier)
        if (mine.value, mine.upper) == (theirs.value, theirs.upper):
            return step(later, earlier, Relation.RESTATES, Because.SAME_TARGET, 1 + found.score, found)
        if mine.unit == theirs.unit and (found.covered >= ALIKE_TIED or _is_yearly(theirs)):
            told = reckon(theirs, mine)
            return step(later, earlier, Relation.REVISES, Because.OTHER_VALUE, 1 + found.score, found, told)
    return None


def _worded(later: Deed, earlier: Deed, words: Words) -> Step | None:
    found = words.likeness(later, earlier)
    same_due = bool(later.due) and later.due == earlier.due
    tied = same_due or "again" in later.marks
    if not are_alike(later, earlier, found, tied):
        return None
    if _is_target(later) and _is_target(earlier) and not found.numbers:
        return None
    if "again" in later.marks:
        return step(later, earlier, Relation.RENEWS, Because.SAID_AGAIN, found.score, found)
    if same_due or not (later.due and earlier.due):
        if differ_in_number(later, earlier, found):
            return None
        return step(later, earlier, Relation.RESTATES, Because.SAME_CONTENT, found.score, found)
    if _is_forgotten(later, earlier) and not ({"moved", "kept"} & set(later.marks)):
        return None
    return step(later, earlier, Relation.REVISES, Because.OTHER_DUE, found.score, found)


def _is_target(deed: Deed) -> bool:
    """Whether a deed is a yearly figure and no more: another year's is another target."""
    return any(_is_yearly(figure) for figure in deed.figures)


def _is_yearly(figure: Figure) -> bool:
    return len(figure.period) == len("2025") and bool(figure.key)


def _is_forgotten(later: Deed, earlier: Deed) -> bool:
    return (days(later.published)[0] - days(earlier.due)[1]).days > FORGOTTEN_DAYS


def moved_on(later: Deed, earlier: Deed) -> Step | None:
    """A target that was missed and is set again, the same value for a later period."""
    if not later.is_undertaking or not same_root(later, earlier):
        return None
    for mine, theirs in comparable_figures(later.figures, earlier.figures):
        if not (mine.period and theirs.period) or days(mine.period)[0] <= days(theirs.period)[1]:
            continue
        if (mine.value, mine.upper) == (theirs.value, theirs.upper):
            return step(later, earlier, Relation.REVISES, Because.OTHER_DUE, 1.0)
    return None
