"""Dates that the text leaves incomplete, completed from the day, month or year of publication."""

from dataclasses import dataclass
from datetime import date, timedelta

_PAST_COST = 2.0  # in a clause that looks ahead, a past year must be this much nearer to be taken
_FUTURE_COST = 2.0  # in any other clause a coming year must be: news tells what has been
_MID_MONTH = 15  # stands for the day of publication where only its month is known


@dataclass(frozen=True, slots=True)
class Anchor:
    """When the article was published, as precise as known; `year` None: nothing relative can be resolved."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    @classmethod
    def of(cls, published: str | None) -> "Anchor":
        """From an EDTF date (an interval, or None, gives the empty anchor)."""
        if not published or "/" in published:
            return cls()
        fields = [int(field) for field in published.split("-")]
        return cls(*fields)

    @property
    def today(self) -> date | None:
        """The day of publication, where it is known."""
        return date(self.year, self.month, self.day) if self.year and self.month and self.day else None

    @property
    def this_month(self) -> str | None:
        """The month of publication, where it is known, else the year."""
        if self.year is None:
            return None
        return month_of(self.year, self.month) if self.month else f"{self.year:04}"

    def shifted_day(self, days: int) -> str | None:
        """So many days after publication."""
        return (self.today + timedelta(days)).isoformat() if self.today else None

    def shifted_week(self, weeks: int, weekday: int | None = None) -> str | None:
        """Monday to Sunday of a week, or its `weekday` (Monday is 0), so many weeks after that of publication."""
        if not self.today:
            return None
        monday = self.today - timedelta(self.today.weekday()) + timedelta(7 * weeks)
        if weekday is not None:
            return (monday + timedelta(weekday)).isoformat()
        return f"{monday.isoformat()}/{(monday + timedelta(6)).isoformat()}"

    def shifted_month(self, months: int) -> str | None:
        """So many months after that of publication."""
        return step_month(self.year, self.month, months) if self.year and self.month else None

    def nearest_year(self, month: int, day: int = _MID_MONTH, *, ahead: bool = False) -> int | None:
        """The year in which `day`.`month` is nearest to publication.

        ahead: whether the clause looks ahead; then the past counts as farther off than it is, else the future.
        """
        if self.year is None:
            return None
        if self.month is None:
            return self.year
        here = date(self.year, self.month, self.day or _MID_MONTH).toordinal()

        def cost(year: int) -> float:
            distance = date(year, month, min(day, 28)).toordinal() + max(0, day - 28) - here
            if distance < 0:
                return -distance * (_PAST_COST if ahead else 1.0)
            return distance * (1.0 if ahead else _FUTURE_COST)

        # The years about the earliest and the last that dates can have are as good as any other.
        years = [y for y in (self.year, self.year - 1, self.year + 1) if date.min.year < y < date.max.year]
        return min(years, key=cost) if years else None


def month_of(year: int, month: int) -> str:
    """EDTF of a month."""
    return f"{year:04}-{month:02}"


def day_of(year: int, month: int, day: int) -> str | None:
    """EDTF of a day, or None where there is no such day (31/2)."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def step_month(year: int, month: int, months: int) -> str:
    """EDTF of the month so many months after another."""
    index = year * 12 + month - 1 + months
    return month_of(index // 12, index % 12 + 1)


def quarter_of(year: int, quarter: int) -> str:
    """EDTF of a quarter, as its first and last month."""
    return f"{month_of(year, 3 * quarter - 2)}/{month_of(year, 3 * quarter)}"


def ended_before(edtf: str) -> str:
    """What "trước" makes of a month, quarter or year: the one before it; a day stays as it is.

    `2027-06` gives `2027-05`, `2025-07/2025-09` gives `2025-04/2025-06`, `2030` gives `2029`; other intervals stay.
    """
    if "/" in edtf:
        first, last = edtf.split("/")
        if len(first) == 7 and len(last) == 7 and _months_between(first, last) == 2:
            year, month = int(first[:4]), int(first[5:])
            return f"{step_month(year, month, -3)}/{step_month(year, month, -1)}"
        return edtf
    if len(edtf) == 7:
        return step_month(int(edtf[:4]), int(edtf[5:]), -1)
    if len(edtf) == 4:
        return f"{int(edtf) - 1:04}"
    return edtf


def _months_between(first: str, last: str) -> int:
    return (int(last[:4]) - int(first[:4])) * 12 + int(last[5:]) - int(first[5:])


def whole_month(edtf: str) -> str:
    """A day's month; anything else as it is. The precision in which a measure's period is given."""
    return "/".join(dict.fromkeys(part[:7] for part in edtf.split("/")))
