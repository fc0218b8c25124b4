"""What an assessment ("đã thông xe", "mới bàn giao 86%", "lỡ hẹn") says of an earlier undertaking."""

from datetime import date
from typing import Final

from camket.graph.facts import Change, Comparator, Outcome
from camket.graph.identity.life.alike import ALIKE_COUNTED, ASKED, are_alike
from camket.graph.identity.life.arithmetic import Reckoning, comparable, days, reckon
from camket.graph.identity.life.clause import WHOLE, numbers, parts
from camket.graph.identity.life.deed import Deed, Figure
from camket.graph.identity.life.likeness import Likeness, Words
from camket.graph.identity.life.reported import outcome_of, prepares
from camket.graph.identity.life.step import Because, Relation, Step, step

TOTAL: Final = "tổng số"
"""The indicator of the whole that a part is of (`camket.graph.extraction.assessments.extents`)."""

NEAR_DAYS: Final = 31
"""What was done so many days before or after the day something was due ties the two."""

_ENDED: Final = frozenset({WHOLE, "hoàn_thành", "hết"})
_HUNDRED: Final = Figure("", "", Comparator.EQUAL, "100", "", "%", Change.LEVEL, "")


def assessed(later: Deed, earlier: Deed, words: Words) -> Step | None:
    """What became of an undertaking, as far as it can be said by the day it was due."""
    found = words.likeness(later, earlier)
    if not found.words & set(later.words) or not are_alike(later, earlier, found, _is_of_its_day(later, earlier)):
        return None
    told = _reckonings(later, earlier)
    if later.outcome == Outcome.DONE and (prepares(later, earlier) or (not told and _is_other(later, earlier, found))):
        return None
    relation = _relation(later, earlier, told)
    if relation is None:
        return None
    return step(later, earlier, relation, Because.REPORTED, found.score + bool(told), found, *told)


def _is_other(later: Deed, earlier: Deed, found: Likeness) -> bool:
    """Whether what was done is but a part of it, or counts something else."""
    counted = bool(numbers(later.words)) and bool(numbers(earlier.words)) and not found.numbers
    part = not found.numbers and bool(parts().intersection(later.words) - set(earlier.words))
    return part or (counted and found.score < ALIKE_COUNTED)


def _relation(later: Deed, earlier: Deed, told: tuple[Reckoning, ...]) -> Relation | None:
    if _day(later) < days(earlier.published)[0]:
        return None
    match later.outcome:
        case Outcome.DONE:
            return _done(later, earlier, told)
        case Outcome.PARTLY if not earlier.due:
            return Relation.PARTLY if earlier.sort not in ASKED else None
        case Outcome.PARTLY if _is_due(later, earlier) or ("halved" in later.marks and _is_nearly_due(later, earlier)):
            if "halved" in later.marks:
                return Relation.PARTLY
            if "only" not in later.marks and later.figures:
                return Relation.PARTLY if outcome_of(told) is not Relation.FULFILS else Relation.FULFILS
            return outcome_of(told) or (Relation.MISSES if later.figures else Relation.PARTLY)
        case Outcome.NOT_DONE if _is_due(later, earlier) or (not earlier.due and "promised" in later.marks):
            return Relation.MISSES
        case _:
            return None


def _done(later: Deed, earlier: Deed, told: tuple[Reckoning, ...]) -> Relation | None:
    """Done: in time, or too late; a part of the whole is no more than on the way while there is time."""
    reached = outcome_of(told)
    if reached is not None and reached is not Relation.FULFILS:
        return Relation.MISSES if _is_due(later, earlier) else None
    if reached is None and WHOLE in earlier.words and later.figures and _ENDED.isdisjoint(later.words):
        return None
    is_late = bool(earlier.due and later.due) and days(later.due)[0] > days(earlier.due)[1]
    return Relation.MISSES if is_late else Relation.FULFILS


def _reckonings(later: Deed, earlier: Deed) -> tuple[Reckoning, ...]:
    """The figures of what was done against what was to be done; against the whole where all was to be."""
    reached = [figure for figure in later.figures if figure.indicator != TOTAL]
    told = [reckon(aim, got) for aim in earlier.figures for got in reached if comparable(aim, got)]
    if not told and WHOLE in earlier.words:
        told = [reckon(_HUNDRED, got) for got in later.figures if got.unit == "%" and got.change == Change.LEVEL]
    return tuple(told)


def _is_due(later: Deed, earlier: Deed) -> bool:
    """Whether the assessment is of a day on or after the last on which the undertaking was due."""
    return bool(earlier.due) and _day(later) >= days(earlier.due)[1]


def _is_nearly_due(later: Deed, earlier: Deed) -> bool:
    """Whether the day something is due is so near that what is told to be done in part will stay so."""
    return bool(earlier.due) and (days(earlier.due)[1] - _day(later)).days <= NEAR_DAYS


def _is_of_its_day(later: Deed, earlier: Deed) -> bool:
    """Whether what is told was done about the day on which it was due."""
    if not (later.due and earlier.due):
        return False
    done, due = days(later.due)[1], days(earlier.due)[1]
    return abs((done - due).days) <= NEAR_DAYS


def _day(later: Deed) -> date:
    """The day as of which an assessment tells: when it was done, else when it was published."""
    return days(later.due or later.published)[1]
