"""What a later undertaking says of an earlier one: the same again, something else, or asked anew."""

from decimal import Decimal
from typing import Final

from camket.graph.facts import Change
from camket.graph.identity.life.alike import (
    ALIKE,
    ALIKE_COUNTED,
    ALIKE_TIED,
    ASKED,
    are_alike,
    comparable_figures,
    differ_in_number,
    same_root,
)
from camket.graph.identity.life.arithmetic import aimed_at, days, reckon
from camket.graph.identity.life.deed import CHANGED, Deed, Figure
from camket.graph.identity.life.likeness import Words
from camket.graph.identity.life.step import Because, Relation, Step, step

FORGOTTEN_DAYS: Final = 275
"""What is said anew so long after the day it was due is another undertaking, unless it says that it is the old one."""

LAPSED_DAYS: Final = 548
"""What was undertaken without a day and is undertaken again so long after is taken up anew."""

_SCALES: Final = tuple(Decimal(10) ** power for power in (0, 3, 6, 9, 12))
"""What the words for a thousand, a million, a billion stand for."""

_RENEWED_NOT: Final = {"moved", "perfect", "unchanged"}


def undertaken(later: Deed, earlier: Deed, words: Words) -> Step | None:
    """The step from an undertaking to an earlier one of another article, None where it speaks of something else."""
    return _targeted(later, earlier, words) or _worded(later, earlier, words)


def aimed_again(later: Deed, earlier: Deed, words: Words) -> Step | None:
    """What a figure says that is a target itself: it stays ("giữ nguyên") or is changed ("từ 11.200 lên 12.000")."""
    if "aims" not in later.marks or not same_root(later, earlier):
        return None
    found = words.likeness(later, earlier)
    for mine, theirs in comparable_figures(later.figures, earlier.figures):
        if (mine.value, mine.upper) == (theirs.value, theirs.upper) and "unchanged" in later.marks:
            return step(later, earlier, Relation.RESTATES, Because.SAME_TARGET, 1 + found.score, found)
        if _from_to(later, mine, theirs):
            return step(later, earlier, Relation.REVISES, Because.OTHER_VALUE, 1.5, found, reckon(theirs, mine))
    return None


def _targeted(later: Deed, earlier: Deed, words: Words) -> Step | None:
    """Two targets of one indicator for one period."""
    for mine, theirs in comparable_figures(later.figures, earlier.figures):
        found = words.likeness(later, earlier)
        if not _one_period(mine, later, theirs, earlier):
            continue
        if not same_root(later, earlier) and not (found.numbers and found.covered >= ALIKE):
            continue
        if _from_to(later, mine, theirs):
            return step(later, earlier, Relation.REVISES, Because.OTHER_VALUE, 1.5, found, reckon(theirs, mine))
        if (mine.value, mine.upper) == (theirs.value, theirs.upper):
            return step(later, earlier, Relation.RESTATES, Because.SAME_TARGET, 1 + found.score, found)
        if not found.numbers and (found.covered >= ALIKE_TIED or _is_yearly(theirs)):
            told = reckon(theirs, mine)
            return step(later, earlier, Relation.REVISES, Because.OTHER_VALUE, 1 + found.score, found, told)
    return None


def _one_period(mine: Figure, later: Deed, theirs: Figure, earlier: Deed) -> bool:
    """Whether both targets are to be reached by the same day; growth is that of the whole period."""
    one, other = aimed_at(mine, later.due), aimed_at(theirs, earlier.due)
    if not one or not other:
        return False
    return days(one) == days(other) if mine.change != Change.LEVEL else days(one)[1] == days(other)[1]


def _from_to(later: Deed, mine: Figure, theirs: Figure) -> bool:
    """Whether a clause names the earlier value beside its own: "từ 2.000 căn xuống còn 1.500 căn"."""
    if mine.value == theirs.value:
        return False
    if later.former:
        return any((figure.value, figure.unit) == (theirs.value, theirs.unit) for figure in later.former)
    scaled = (theirs.amount / scale for scale in _SCALES)
    return any(format(value.normalize(), "f") in later.words for value in scaled)


def _worded(later: Deed, earlier: Deed, words: Words) -> Step | None:
    found = words.likeness(later, earlier)
    same_due = bool(later.due and earlier.due) and days(later.due)[1] == days(earlier.due)[1]
    follows = bool(later.former_due and earlier.due) and days(later.former_due)[1] == days(earlier.due)[1]
    turned = "again" in later.marks or ("moved" in later.marks and bool(later.due))
    rest = _is_rest(later, earlier)
    if not are_alike(later, earlier, found, same_due + (follows or turned) + 2 * rest):
        return None
    if rest:
        return step(later, earlier, Relation.REVISES, Because.OTHER_DUE, found.score, found)
    if differ_in_number(later, earlier, found) and "moved" not in later.marks:
        return None
    if follows:
        return step(later, earlier, Relation.REVISES, Because.OTHER_DUE, 1 + found.score, found)
    if _is_renewed(later, earlier, same_due):
        return step(later, earlier, Relation.RENEWS, Because.SAID_AGAIN, found.score, found)
    if CHANGED in later.marks:
        told = Relation.REVISES if found.numbers else None
        return step(later, earlier, told, Because.OTHER_VALUE, 1 + found.score, found) if told else None
    if same_due or not (later.due and earlier.due):
        return step(later, earlier, Relation.RESTATES, Because.SAME_CONTENT, found.score, found)
    if later.figures and earlier.figures and not found.numbers and found.score < ALIKE_COUNTED:
        return None
    if _is_forgotten(later, earlier) and not (found.numbers and {"moved", "kept"} & set(later.marks)):
        return None
    return step(later, earlier, Relation.REVISES, Because.OTHER_DUE, found.score, found)


def _is_rest(later: Deed, earlier: Deed) -> bool:
    """Whether what is left of something by its day is undertaken for a later day: "388 căn còn lại"."""
    if "rest" not in later.marks or not (later.due and earlier.due) or not same_root(later, earlier):
        return False
    if not days(earlier.due)[1] <= days(later.published)[1] < days(later.due)[1]:
        return False
    pairs = [(one, other) for one in later.figures for other in earlier.figures if one.unit == other.unit]
    return any(one.amount < other.amount for one, other in pairs)


def _is_renewed(later: Deed, earlier: Deed, same_due: bool) -> bool:
    """Whether it is taken up anew: said or asked again, but not before the day it was and is due, or long after it."""
    if "again" in later.marks:
        return not same_due or later.sort in ASKED or days(later.published)[0] > days(earlier.due)[1]
    barred = _RENEWED_NOT if earlier.due else _RENEWED_NOT - {"unchanged"}
    return _has_lapsed(later, earlier) and not same_due and not barred & set(later.marks)


def _is_yearly(figure: Figure) -> bool:
    return len(figure.period) == len("2025") and bool(figure.key)


def _is_forgotten(later: Deed, earlier: Deed) -> bool:
    return (days(later.published)[0] - days(earlier.due)[1]).days > FORGOTTEN_DAYS


def _has_lapsed(later: Deed, earlier: Deed) -> bool:
    """Whether the day an undertaking was due has passed; of one without a day, whether years have."""
    if earlier.due:
        return _is_forgotten(later, earlier)
    return (days(later.published)[0] - days(earlier.published)[1]).days > LAPSED_DAYS


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
