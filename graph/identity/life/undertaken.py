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
    are_strangers,
    comparable_figures,
    differ_in_number,
    same_root,
)
from camket.graph.identity.life.arithmetic import aimed_at, days, is_moment, of_one_unit, reckon
from camket.graph.identity.life.deed import CHANGED, INHERITED, Deed, Figure
from camket.graph.identity.life.likeness import Likeness, Words
from camket.graph.identity.life.rest import is_rest
from camket.graph.identity.life.step import Because, Relation, Step, step

FORGOTTEN_DAYS: Final = 183
"""What is said anew so long after the day it was due is another undertaking, unless it says that it is the old one."""

RETOLD_DAYS: Final = 3
"""Papers retell one session for so many days, and may turn what was asked into what is to be done."""

LAPSED_DAYS: Final = 548
"""What was undertaken without a day, or what is left of it, and is undertaken again so long after is taken up anew."""

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
        if not same_root(later, earlier) and not _is_told_elsewhere(later, earlier, found):
            continue
        if _from_to(later, mine, theirs):
            return step(later, earlier, Relation.REVISES, Because.OTHER_VALUE, 1.5, found, reckon(theirs, mine))
        if (mine.value, mine.upper) == (theirs.value, theirs.upper):
            return step(later, earlier, Relation.RESTATES, Because.SAME_TARGET, 1 + found.score, found)
        if not found.numbers and (found.covered >= ALIKE_TIED or _is_yearly(theirs)):
            told = reckon(theirs, mine)
            return step(later, earlier, Relation.REVISES, Because.OTHER_VALUE, 1 + found.score, found, told)
    return None


def _is_told_elsewhere(later: Deed, earlier: Deed, found: Likeness) -> bool:
    """Whether the same number in much the same words tells that a target is one, though another speaks for it."""
    return bool(found.numbers) and found.covered >= ALIKE and not are_strangers(later, earlier)


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
    same_due = same_due or _within_one(later, earlier)
    follows = bool(later.former_due and earlier.due) and days(later.former_due)[1] == days(earlier.due)[1]
    turned = "again" in later.marks or ("moved" in later.marks and bool(later.due))
    rest = is_rest(later, earlier, found)
    if not rest and not are_alike(later, earlier, found, same_due + (follows or turned)):
        return None
    if rest and not same_due:
        lapsed = (days(later.published)[0] - days(earlier.due)[1]).days > LAPSED_DAYS
        relation, because = (Relation.RENEWS, Because.SAID_AGAIN) if lapsed else (Relation.REVISES, Because.OTHER_DUE)
        return step(later, earlier, relation, because, found.score, found)
    if differ_in_number(later, earlier, found) and "moved" not in later.marks:
        return None
    if _grow_in_turn(later, earlier) or _is_answer(later, earlier):
        return None
    if follows:
        return step(later, earlier, Relation.REVISES, Because.OTHER_DUE, 1 + found.score, found)
    if _is_renewed(later, earlier, same_due):
        return step(later, earlier, Relation.RENEWS, Because.SAID_AGAIN, found.score, found)
    if CHANGED in later.marks:
        told = Relation.REVISES if found.numbers else None
        return step(later, earlier, told, Because.OTHER_VALUE, 1 + found.score, found) if told else None
    if "moved" in later.marks and later.due and not earlier.due:
        return step(later, earlier, Relation.REVISES, Because.OTHER_DUE, found.score, found)
    if same_due or not (later.due and earlier.due):
        return step(later, earlier, Relation.RESTATES, Because.SAME_CONTENT, found.score, found)
    if later.figures and earlier.figures and not found.numbers and found.score < ALIKE_COUNTED:
        return None
    if _is_forgotten(later, earlier) and not (found.numbers and {"moved", "kept"} & set(later.marks)):
        return None
    return step(later, earlier, Relation.REVISES, Because.OTHER_DUE, found.score, found)


def _grow_in_turn(later: Deed, earlier: Deed) -> bool:
    """Whether each is to grow in a time of its own: a year's growth is not that of five."""
    return not {"moved", CHANGED} & set(later.marks) and any(
        of_one_unit(theirs, mine)
        and mine.change != Change.LEVEL
        and bool(mine.period and theirs.period)
        and days(mine.period) != days(theirs.period)
        for mine in later.figures
        for theirs in earlier.figures
        if mine.unit == "%"
    )


def _is_answer(later: Deed, earlier: Deed) -> bool:
    """Whether a day is promised for what others had asked for without one: no restating of the request."""
    gone = (days(later.published)[0] - days(earlier.published)[1]).days
    asked = earlier.sort in ASKED and later.sort not in ASKED and "again" not in later.marks
    return asked and bool(later.due) and not earlier.due and gone > RETOLD_DAYS


def _within_one(later: Deed, earlier: Deed) -> bool:
    """Whether a month or less is named of which the earlier named the day, or the other way round."""
    if not (later.due and earlier.due) or {"moved", CHANGED} & set(later.marks):
        return False
    mine, theirs = days(later.due), days(earlier.due)
    return any(
        is_moment(span) and first <= day <= last
        for span, (first, last), day in ((later.due, mine, theirs[1]), (earlier.due, theirs, mine[1]))
    )


def _is_renewed(later: Deed, earlier: Deed, same_due: bool) -> bool:
    """Whether it is taken up anew: said or asked again, but not before the day it was and is due, or long after it."""
    if INHERITED in later.marks:
        return True
    if "again" in later.marks:
        return not same_due or later.sort in ASKED or days(later.published)[0] > days(earlier.due)[1]
    barred = _RENEWED_NOT if earlier.due or "aims" in later.marks else _RENEWED_NOT - {"unchanged"}
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
