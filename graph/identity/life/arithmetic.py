"""The arithmetic of targets: what was aimed at, what was reached, and whether that is enough.

A figure is held against a target of the same indicator, unit and change only, and only where it is that of the target's
period or of its end: half a year's figure misses no year's target.
"""

from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Final, NamedTuple

from camket.graph import edtf
from camket.graph.facts import Change, Comparator
from camket.graph.identity.life.deed import Figure
from camket.graph.identity.life.indicators import adds_up, less_is_better

ABOUT: Final = Decimal("0.02")
"""A target of "khoảng" is reached by what falls short of it by no more than this share."""

LATE_DAYS: Final = 45
"""A state told so many days after the end of the target's period still tells of its end."""


_SCALES: Final = frozenset({"%", "điểm %", "VND", "USD", "lần"})


class Met(StrEnum):
    """Whether a target is reached."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Reckoning(NamedTuple):
    """A target held against a figure; difference: the figure less the target, as decimal strings."""

    target: Figure
    reached: Figure
    met: Met
    difference: str


def reckon(target: Figure, reached: Figure) -> Reckoning:
    """Hold a figure against a target; both are of one indicator, unit and change."""
    return Reckoning(target, reached, _met(target, reached), format(reached.amount - target.amount, "f"))


def comparable(target: Figure, reached: Figure) -> bool:
    """Whether both are of one thing: the same indicator, unit and change."""
    return of_one_unit(target, reached) and not ({target.key, target.also} - {""}).isdisjoint(
        {reached.key, reached.also}
    )


def of_one_unit(target: Figure, reached: Figure) -> bool:
    """Whether both are in one unit, and both levels, increases or decreases."""
    return target.unit == reached.unit and (target.change == reached.change or _counts(target, reached))


def _counts(target: Figure, reached: Figure) -> bool:
    """Whether both count things, so that so many more are so many."""
    return target.unit not in _SCALES and Change.DECREASE not in (target.change, reached.change)


def aimed_at(figure: Figure, due: str) -> str:
    """The period of a target: its own, or until it is due where that is later."""
    if figure.period and due and days(due)[1] > days(figure.period)[1]:
        return due
    return figure.period or due


def at_the_end(target: Figure, due: str, reached: Figure) -> bool:
    """Whether a figure is that of the target's period, or of the state at its end."""
    aimed, told = aimed_at(target, due), reached.period
    if not aimed or not told:
        return False
    (first, last), (from_day, by_day) = days(aimed), days(told)
    if (first, last) == (from_day, by_day):
        return True
    if target.change != Change.LEVEL and not _counts(target, reached):
        return False
    if is_moment(aimed) and by_day == last:
        return True
    if adds_up(target.indicator) or not is_moment(told):
        return False
    return from_day <= last + timedelta(LATE_DAYS) and by_day >= last


def is_moment(period: str) -> bool:
    """Whether a period is no longer than a month."""
    first, last = days(period)
    return (last - first).days <= 31


def reached_early(target: Figure, due: str, reached: Figure) -> bool:
    """Whether amounts that add up are more than was aimed at before the period has ended."""
    aimed, told = aimed_at(target, due), reached.period
    if not (aimed and told and adds_up(target.indicator)) or target.change != Change.LEVEL or target.unit == "%":
        return False
    (first, last), (from_day, by_day) = days(aimed), days(told)
    return from_day == first and by_day <= last and _met(target, reached) is Met.YES


@lru_cache(maxsize=65536)
def days(period: str) -> tuple[date, date]:
    """First and last day of an EDTF date or interval."""
    return edtf.first_day(period), edtf.last_day(period)


def _met(target: Figure, reached: Figure) -> Met:
    aim, got = target.amount, reached.amount
    falling = _falls(target)
    if target.comparator == Comparator.BETWEEN and target.upper:
        aim = Decimal(target.upper) if falling else aim
    if target.comparator == Comparator.ABOUT:
        aim = aim * (1 + ABOUT) if falling else aim * (1 - ABOUT)
    strict = target.comparator in (Comparator.MORE_THAN, Comparator.LESS_THAN)
    enough = (got < aim or (got == aim and not strict)) if falling else (got > aim or (got == aim and not strict))
    if reached.comparator in (Comparator.AT_LEAST, Comparator.MORE_THAN):
        return (Met.YES if enough else Met.NO) if enough != falling else Met.UNKNOWN
    if reached.comparator in (Comparator.AT_MOST, Comparator.LESS_THAN):
        return (Met.YES if enough else Met.NO) if enough == falling else Met.UNKNOWN
    return Met.YES if enough else Met.NO


def _falls(target: Figure) -> bool:
    """Whether the target is reached from above: at most, less than, or of what is better when there is less of it."""
    if target.comparator in (Comparator.AT_MOST, Comparator.LESS_THAN):
        return True
    if target.comparator in (Comparator.AT_LEAST, Comparator.MORE_THAN) or target.change != Change.LEVEL:
        return False
    return less_is_better(target.indicator)
