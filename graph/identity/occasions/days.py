"""Whether two reports may be of one day."""

from datetime import date, timedelta
from functools import cache
from typing import Final

from camket.graph import edtf
from camket.graph.extraction.text.cues import lexicon
from camket.graph.identity.occasions.report import DAY, MONTH, Report

NEWS_DAYS: Final = 2
"""An article that does not say the day tells of what happened at most so many days before it was published."""


def days_meet(one: Report, other: Report) -> bool:
    """Whether both may have been on one day; of two that are not dated to the day nothing is known."""
    if one.is_dated and other.is_dated:
        several = one.start != one.last or other.start != other.last
        meet = one.start <= other.last and other.start <= one.last
        return meet and (not several or (one.kind == other.kind and not _is_part(one, other)))
    if not one.is_dated and not other.is_dated:
        return False
    dated, vague = (one, other) if one.is_dated else (other, one)
    if dated.kind != vague.kind or len(vague.published) != DAY:
        return False
    if vague.start and vague.start[:MONTH] != dated.start[:MONTH]:
        return False
    if vague.tells_month:
        return True
    return dated.start <= vague.published <= (_day(dated.last) + timedelta(NEWS_DAYS)).isoformat()


def _is_part(one: Report, other: Report) -> bool:
    """Whether one is a sitting of what lasts for days: a "phiên chất vấn", or what was neither opening nor close."""
    sittings = [report.form.split()[0] in _sittings() for report in (one, other) if report.form]
    if any(sittings) and not all(sittings):
        return True
    return any(report.start == report.last and report.part and "mạc" not in report.words for report in (one, other))


@cache
def _sittings() -> frozenset[str]:
    return frozenset(lexicon("occasions")["sittings"])


def months_told(one: Report, other: Report) -> bool:
    """Whether one of them is told with the month alone, long after."""
    return one.tells_month or other.tells_month


@cache
def _day(text: str) -> date:
    return edtf.last_day(text)
