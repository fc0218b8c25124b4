"""Dates as precise as they are known: the part of EDTF (ISO 8601-2) that the graph uses.

A date is `2024`, `2024-06` or `2024-06-30`; an interval is two of these joined by `/` (`2026/2030`,
`2026-04/2026-06`). Nothing is ever padded: `2024-03` stays a month, and its first and last day are worked out.
"""

import calendar
import re
from datetime import date

_POINT = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z")


def first_day(edtf: str) -> date:
    """The first day of an EDTF date or interval. Raises ValueError where it is none."""
    year, month, day = _fields(edtf.split("/")[0])
    return date(year, month or 1, day or 1)


def last_day(edtf: str) -> date:
    """The last day of an EDTF date or interval. Raises ValueError where it is none."""
    year, month, day = _fields(edtf.split("/")[-1])
    month = month or 12
    return date(year, month, day or calendar.monthrange(year, month)[1])


def is_edtf(text: str) -> bool:
    """Whether `text` is a date or an interval of this subset, with its first day not after its last."""
    if text.count("/") > 1:
        return False
    try:
        return first_day(text) <= last_day(text)
    except ValueError:
        return False


def datatype(edtf: str) -> str:
    """The local name of the XML Schema type of an EDTF date (not of an interval): `date`, `gYearMonth` or `gYear`."""
    return {4: "gYear", 7: "gYearMonth", 10: "date"}[len(edtf)]


def _fields(point: str) -> tuple[int, int | None, int | None]:
    found = _POINT.match(point)
    if not found:
        raise ValueError(f"{point!r} is no date: write 2024, 2024-06 or 2024-06-30")
    year, month, day = found.groups()
    return int(year), int(month) if month else None, int(day) if day else None
