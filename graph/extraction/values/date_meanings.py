"""What the forms of a date mean: each function turns what a form's groups matched into an EDTF date, or None."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from camket.graph.extraction.text import cues
from camket.graph.extraction.values.chronology import Anchor, day_of, month_of, quarter_of

Groups = dict[str, str | None]

_HAS_BEEN = re.compile(r"(?:^|\s)hôm\s(?:mùng\s|mồng\s)?\d", re.IGNORECASE)  # "hôm 10/4" is over

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}


def lexicon() -> Mapping[str, Any]:
    """The words of `ontology/lexicon/time.toml`."""
    return cues.lexicon("time")


@dataclass(frozen=True, slots=True)
class Context:
    """What a form may need besides its words: publication, whether the clause looks ahead, the day and year before."""

    anchor: Anchor
    ahead: bool = False
    last_day: str | None = None
    last_year: str | None = None
    original: str = ""  # the matched words as the article writes them
    term: str | None = None  # the years of office named last ("nhiệm kỳ 2020-2025")
    limit: bool = False  # "trước", "chậm nhất" stand before it


def _int(value: str | None) -> int:
    return int(value or 0)


def one_day(g: Groups, c: Context) -> str | None:
    month, day = _month_number(g["m"] or g["m2"], c), _int(g["d"])
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    return _dated(month, day, g["y"] or g["y2"] or g["y3"], c)


def _dated(month: int, day: int, year: str | None, c: Context) -> str | None:
    known = stated_year(year, c)
    if known is None and (known := c.anchor.nearest_year(month, day, ahead=c.ahead)) and _HAS_BEEN.search(c.original):
        told = day_of(known, month, day)
        known -= bool(told and c.anchor.day and told > (c.anchor.shifted_day(0) or told))
    return day_of(known, month, day) if known else None


def stated_year(words: str | None, c: Context) -> int | None:
    """The year that `2025`, `nay`, `ngoái`, `tới` says."""
    if not words:
        return None
    if words.isdigit():
        return int(words)
    shift = lexicon()["shifts"].get(words)
    return c.anchor.year + int(shift) if c.anchor.year and shift is not None else None


def _month_number(word: str | None, c: Context) -> int:
    if not word or word.isdigit():
        return _int(word)
    capital = word in {"giêng", "chạp"} or word.capitalize() in c.original or word.title() in c.original
    return int(lexicon()["months"][word]) if capital else 0


def days(g: Groups, c: Context) -> str | None:
    """`17 - 20/3`, `ngày 26 đến 28/9`, `1/1/2001 đến 30/9/2013`."""
    last = one_day(g, c)
    if last is None:
        return None
    year, month = int(last[:4]), int(last[5:7])
    first_month = _int(g["m1"]) or month
    if not 1 <= first_month <= 12:
        return None
    first_year = _int(g["y1"]) or (year - 1 if first_month > month else year)
    first = day_of(first_year, first_month, _int(g["d1"]))
    return f"{first}/{last}" if first and first < last else None


def relative_day(g: Groups, c: Context) -> str | None:
    return c.anchor.shifted_day(int(lexicon()["days"][g["rel"] or ""]))


def same_day(g: Groups, c: Context) -> str | None:
    return c.last_day


def day_this_month(g: Groups, c: Context) -> str | None:
    month = c.anchor.shifted_month(int(lexicon()["shifts"][g["shift"] or ""]))
    return day_of(int(month[:4]), int(month[5:]), _int(g["d"])) if month else None


def week(g: Groups, c: Context) -> str | None:
    weekday = lexicon()["weekdays"].get(g["weekday"])
    return c.anchor.shifted_week(int(lexicon()["shifts"][g["shift"] or ""]), weekday)


def one_month(g: Groups, c: Context) -> str | None:
    month = _month_number(g["m"], c)
    if not 1 <= month <= 12:
        return None
    year = stated_year(g["y"], c)
    if year is None:
        leaning = replace(c.anchor, day=None)
        year = leaning.nearest_year(month, ahead=c.ahead or g.get("shift") in {"tới", "sau"})
        if (
            year
            and c.anchor.month
            and g.get("shift") in {"tới", "sau"}
            and (year, month) < (c.anchor.year, c.anchor.month)
        ):
            year += 1
    if not year:
        return None
    if (g.get("vague") or "").strip() == "giữa" and c.limit:
        return day_of(year, month, 15)
    return month_of(year, month)


def months(g: Groups, c: Context) -> str | None:
    """`tháng 8 và tháng 9`, `tháng 7-8/2025`, `từ tháng 3 đến tháng 5`."""
    last = one_month(g, c)
    first = _int(g["m1"])
    if last is None or not 1 <= first <= 12:
        return None
    year, month = int(last[:4]), int(last[5:7])
    first_year = _int(g["y1"]) or (year if first < month else year - 1)
    return f"{month_of(first_year, first)}/{month_of(year, month)}"


def relative_month(g: Groups, c: Context) -> str | None:
    return c.anchor.shifted_month(int(lexicon()["shifts"][g["shift"] or ""]))


def one_quarter(g: Groups, c: Context) -> str | None:
    quarter = _ROMAN[g["q"] or ""]
    year = stated_year(g["y"], c) or c.anchor.nearest_year(3 * quarter - 1, ahead=c.ahead)
    if year and (g.get("vague") or "").strip() in {"cuối", "hết"} and not c.limit:
        return month_of(year, 3 * quarter)
    return quarter_of(year, quarter) if year else None


def first_months(g: Groups, c: Context) -> str | None:
    """`7 tháng`, `6 tháng đầu năm 2025`, `6 tháng cuối năm`."""
    words = g["n"] or ""
    count = int(words) if words.isdigit() else int(lexicon()["months"].get(words, 0))
    year = stated_year(g["y"] or g.get("y2"), c) or c.anchor.year
    if not 2 <= count <= 11 or not year:
        return None
    if g["half"] == "cuối":
        return f"{month_of(year, 13 - count)}/{month_of(year, 12)}"
    if not (g["y"] or g.get("y2")) and c.anchor.month and not c.ahead and count > c.anchor.month:
        year -= 1
    return f"{month_of(year, 1)}/{month_of(year, count)}"


def one_year(g: Groups, c: Context) -> str | None:
    year = stated_year(g["y"], c)
    return f"{year:04}" if year else None


def this_year(g: Groups, c: Context) -> str | None:
    return f"{c.anchor.year:04}" if c.anchor.year else None


def that_year(g: Groups, c: Context) -> str | None:
    """`năm đó`, `hết năm ấy`: the year named last."""
    return c.last_year


def next_year(g: Groups, c: Context) -> str | None:
    return f"{c.anchor.year + 1:04}" if c.anchor.year else None


def years(g: Groups, c: Context) -> str | None:
    first, last = _int(g["y1"]), _int(g["y"])
    return f"{first}/{last}" if first < last else None


def tet(g: Groups, c: Context) -> str | None:
    """The month in which the lunar year begins: named by its number, by its stem and branch, or the nearest one."""
    if c.original.lower() == "tết":
        return None
    table = {int(year): str(day) for year, day in lexicon()["tet"].items()}
    named = stated_year(g["y"], c)
    if g["branch"]:
        cycle = lexicon()["sexagenary"]
        branch = cycle["branches"].index(cycle["variants"].get(g["branch"], g["branch"]))
        stem = cycle["stems"].index(cycle["variants"].get(g["stem"], g["stem"]))
        years = [y for y in table if (y - 4) % 10 == stem and (y - 4) % 12 == branch]
        named = years[0] if years else None
    elif named is None:
        named = c.anchor.nearest_year(2, 1, ahead=c.ahead)
    return table[named][:7] if named in table else None


def now(g: Groups, c: Context) -> str | None:
    return c.anchor.this_month
