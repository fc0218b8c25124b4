"""What stretches of the year of publication mean: "sau 9 tháng", "nửa đầu năm", "từ đầu năm đến nay", "năm qua"."""

from camket.graph.extraction.values.chronology import month_of
from camket.graph.extraction.values.date_meanings import Context, Groups, first_months, stated_year

_MONTHS = 12
_SCHOOL_ENDS = 6  # the month from which "năm học này" is the coming one
_NEW_YEAR = 2  # the last month in which "năm qua" is the year before


def months_so_far(g: Groups, c: Context) -> str | None:
    """`sau 9 tháng`: the first nine of the year, where that many have just gone by."""
    span = first_months(g, c)
    return span if span and c.anchor.month and int(span[-2:]) in {c.anchor.month, c.anchor.month - 1} else None


def half_year(g: Groups, c: Context) -> str | None:
    """`nửa đầu năm`, `nửa cuối năm 2025`."""
    year = stated_year(g["y"], c) or c.anchor.year
    first, last = (1, 6) if g["half"] == "đầu" else (7, 12)
    return f"{month_of(year, first)}/{month_of(year, last)}" if year else None


def year_so_far(g: Groups, c: Context) -> str | None:
    """`từ đầu năm (đến nay)`: from January to the month of publication."""
    if not c.anchor.year or not c.anchor.month or (stated_year(g["y"], c) or c.anchor.year) != c.anchor.year:
        return None
    first, last = month_of(c.anchor.year, 1), month_of(c.anchor.year, c.anchor.month)
    return f"{first}/{last}" if first < last else first


def year_to_month(g: Groups, c: Context) -> str | None:
    """`từ năm 2018 đến hết tháng 9/2023`, `từ năm 2018 đến nay`: a year to a month of a later one."""
    first = int(g["y1"] or 0)
    year, month = (c.anchor.year, c.anchor.month) if g["now"] else (int(g["y"] or 0), int(g["m"] or 0))
    return f"{first:04}/{month_of(year, month)}" if year and month and first < year and month <= _MONTHS else None


def year_just_over(g: Groups, c: Context) -> str | None:
    """`năm qua`, told in the first weeks of a year; later in it twelve months may be meant."""
    return f"{c.anchor.year - 1:04}" if c.anchor.year and 1 <= (c.anchor.month or 12) <= _NEW_YEAR else None


def school_year(g: Groups, c: Context) -> str | None:
    """`năm học mới`, `năm học trước`: the one that begins in the year of publication from June on, else before it."""
    if c.anchor.year is None or c.anchor.month is None:
        return None
    first = c.anchor.year if c.anchor.month >= _SCHOOL_ENDS else c.anchor.year - 1
    word = (g["school"] or "").split()[-1]
    if word in {"trước", "qua", "ngoái", "rồi"}:
        first -= 1
    elif word in {"mới", "tới"} and c.anchor.month < _SCHOOL_ENDS:
        first += 1
    return f"{first}/{first + 1}"


def coming_term(g: Groups, c: Context) -> str | None:
    """`nhiệm kỳ mới`: the years of office that the article has named, where they are not over."""
    over = c.term is None or c.anchor.year is None or int(c.term[-4:]) <= c.anchor.year
    return None if over else c.term
