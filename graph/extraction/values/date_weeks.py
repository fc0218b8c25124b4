"""Days told by the week, or by how long ago they were: as `date_meanings`, each form's groups to an EDTF date."""

from datetime import date, timedelta

from camket.graph.extraction.values.chronology import day_of
from camket.graph.extraction.values.date_meanings import Context, Groups, lexicon


def weekday(g: Groups, c: Context) -> str | None:
    """`hôm thứ Năm`, `thứ Sáu tuần qua`: the last such day, the next one where the clause looks ahead.

    "ngày thứ ba" is the third day unless the word is a name ("ngày thứ Ba").
    """
    told, today = g.get("told"), c.anchor.today
    named = any(word[:1].isupper() for word in c.original.split()[-1:]) or "chủ" in (g["weekday"] or "")
    past = g.get("past")
    if today is None or (told in {"ngày", "hồi"} and not named and not past):
        return None
    back = (today.weekday() - int(lexicon()["weekdays"][g["weekday"] or ""])) % 7
    if past and back == 0:
        back = 7
    if not past and told not in {"hôm", "hồi"} and c.ahead and back:
        back -= 7
    return c.anchor.shifted_day(-back)


def past_weekend(g: Groups, c: Context) -> str | None:
    """`cuối tuần qua`: the last Saturday and Sunday before publication."""
    if c.anchor.today is None:
        return None
    sunday = -(c.anchor.today.weekday() + 1)
    return f"{c.anchor.shifted_day(sunday - 1)}/{c.anchor.shifted_day(sunday)}"


def early_week(g: Groups, c: Context) -> str | None:
    """`đầu tuần`, `đầu tuần này`: its Monday and Tuesday."""
    if c.anchor.today is None:
        return None
    monday = -c.anchor.today.weekday()
    return f"{c.anchor.shifted_day(monday)}/{c.anchor.shifted_day(monday + 1)}"


def days_ago(g: Groups, c: Context) -> str | None:
    words = g["n"] or ""
    count = int(words) if words.isdigit() else int(lexicon()["counts"][words])
    return c.anchor.shifted_day(-count)


def days_before(g: Groups, c: Context) -> str | None:
    """`trước đó một ngày`, `hai ngày trước đó`: counted from the day last told."""
    words = g["n"] or ""
    count = int(words) if words.isdigit() else int(lexicon()["counts"].get(words, 1))
    return (date.fromisoformat(c.last_day) - timedelta(count)).isoformat() if c.last_day else None


def day_just_past(g: Groups, c: Context) -> str | None:
    """`ngày 5 vừa qua`: the last day of that number."""
    today, day = c.anchor.today, int(g["d"] or 0)
    month = c.anchor.shifted_month(0 if today and day <= today.day else -1)
    return day_of(int(month[:4]), int(month[5:]), day) if month and today else None
