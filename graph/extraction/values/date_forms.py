"""The forms in which Vietnamese news writes a date: each a pattern, with the function that says what it means.

A form is tried only where a token begins that can begin it, on lower-cased text; nothing crosses a line break.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from camket.graph.extraction.text.cues import one_of
from camket.graph.extraction.values import date_meanings as mean
from camket.graph.extraction.values import date_spans as spans
from camket.graph.extraction.values import date_weeks as weeks
from camket.graph.extraction.values.date_meanings import Context, Groups, lexicon

Resolve = Callable[[Groups, Context], str | None]

_YEAR = r"(?:19|20)\d{2}"
_END = r"(?![\d%]|[/.,-]\d|[^\W\d_])"  # a figure ends here: no digit, per cent sign or further part follows
_DASH = r"[-–—]"
_DAY_STARTS = "# rạng sáng trưa đầu chiều tối đêm khuya các hai ngày hôm mùng mồng"
_WEEKDAY_STARTS = "rạng sáng trưa đầu chiều tối đêm khuya ngày hôm hồi vào thứ chủ"
_MONTH_STARTS = "tháng đầu giữa cuối hết trong"
_YEAR_STARTS = "năm đầu giữa cuối cả hết trong"
_VAGUE = r"(?P<vague>đầu\s|giữa\s|cuối\s|hết\s|trong\s)?"
_OF_YEAR = rf"(?:(?:\s?[/.-]\s?|\snăm\s)(?P<y>{_YEAR}|nay|ngoái|tới|sau)(?!\w))?"
_COUNTS = "# hai ba tư năm sáu bảy tám chín mười"


@dataclass(frozen=True, slots=True)
class Form:
    """A pattern with named groups, its meaning, and whether it names a stretch of time as a whole."""

    pattern: re.Pattern[str]
    resolve: Resolve
    period: bool = False


def _point() -> str:
    """A day with its month and perhaps its year, in figures or with words."""
    year = rf"(?:(?:\snăm\s|/|-)(?P<y2>{_YEAR}|nay|ngoái|tới|sau))?(?!\w)"
    words = rf"\stháng\s(?P<m2>\d{{1,2}}|{one_of(lexicon()['months'])})(?!\w){year}"
    figures = (
        rf"(?P<s>[/.-])(?P<m>\d{{1,2}})(?:(?P=s)(?P<y>{_YEAR})|\snăm\s(?P<y3>{_YEAR}|nay|tới|sau|ngoái)(?!\w))?{_END}"
    )
    return rf"(?P<d>\d{{1,2}})(?:{figures}|{words})"


def _day_forms() -> Iterator[tuple[str, str, Resolve, bool]]:
    """Days and stretches of days: what it can begin with (# a figure), pattern, meaning, whether it is a period."""
    words = lexicon()
    part = one_of(words["dayparts"])
    clock = r"(?:\d{1,2}\s?(?:giờ|h)(?:\s?\d{1,2}(?!\d|/))?(?:\sphút)?,?\s)?"
    told = r"(?:(?:nay|qua|mai|hôm\snay|hôm\squa|hôm\strước|ngày\smai)(?:,\s|\s\(|\s)(?:tức\s)?)?"
    head = rf"{clock}(?:{part}\s)?{told}(?:{part}\s)?(?:(?:các\s|hai\s)?ngày\s|hôm\s)?(?:mùng\s|mồng\s)?"
    to = rf"\s?(?:{_DASH}|đến|tới|và|,)\s?(?:hết\s)?(?:ngày\s)?(?:mùng\s)?"
    first = rf"(?P<d1>\d{{1,2}})(?:/(?P<m1>\d{{1,2}})(?:/(?P<y1>{_YEAR}))?)?"
    relative = one_of([day for day in words["days"] if " " in day])
    yield _DAY_STARTS, rf"{head}{first}{to}{_point()}", mean.days, True
    yield _DAY_STARTS, rf"{head}{_point()}", mean.one_day, False
    yield (
        _DAY_STARTS + " cùng ngay",
        rf"{clock}(?:{part}\s)?cùng\s(?:ngày|buổi(?:\s{part})?)(?!\w)|ngay\strong\s(?:đêm|ngày)(?!\s(?:nay|mai)|\w)",
        mean.same_day,
        False,
    )
    yield _DAY_STARTS, rf"{clock}{part}\s(?P<rel>nay|qua|mai)(?!\w)", mean.relative_day, False
    yield _DAY_STARTS, rf"{clock}(?P<rel>{relative})(?!\w)", mean.relative_day, False
    yield "ngày", r"ngày\s(?P<d>\d{1,2})\stháng\s(?P<shift>này|tới|trước|sau)(?!\w)", mean.day_this_month, False
    yield from _weekday_forms(part)
    yield (
        "thứ chủ tuần",
        rf"(?:(?P<weekday>{one_of(words['weekdays'])})\s)?tuần\s(?P<shift>này|tới|trước|sau)(?!\w)",
        mean.week,
        True,
    )


def _weekday_forms(part: str) -> Iterator[tuple[str, str, Resolve, bool]]:
    """Days of the week near to publication, and days and weeks told by how long ago they were."""
    words = lexicon()
    weekday = rf"(?P<weekday>{one_of(words['weekdays'])})(?!\w)"
    past = one_of(words["week_past"])
    dated = r",?\s\(?(?:ngày\s)?\d"  # the date itself follows, and says it better
    yield (
        _WEEKDAY_STARTS,
        rf"(?:(?P<told>hôm|hồi|vào|ngày)\s)?(?:{part}\s)?(?:ngày\s|hôm\s)?{weekday},?\s(?P<past>{past})(?!\w|{dated})",
        weeks.weekday,
        False,
    )
    other = rf"(?!\s(?:tuần|của|hàng|hằng)|{dated})"
    yield _WEEKDAY_STARTS, rf"(?P<told>hôm|hồi|ngày|{part})\s{weekday}{other}", weeks.weekday, False
    yield "cuối", rf"cuối\stuần\s(?:{past}|qua)(?!\w)", weeks.past_weekend, True
    yield (
        "hồi đầu",
        r"(?:hồi\s)?đầu\stuần(?!\s\w+\s?(?:tới|sau)|\s(?:tới|sau|trước|qua))(?:\snày)?(?!\w)",
        weeks.early_week,
        True,
    )
    ago = rf"(?P<n>\d|một|{one_of(words['counts'])})\s(?:ngày|hôm)"
    from_day = rf"trước\s(?:đó|{one_of(words['gatherings'])})(?!\w)"
    yield "# một hai ba bốn năm sáu", rf"{ago}\s{from_day}", weeks.days_before, False
    yield "trước", rf"trước\sđó\s{ago}(?!\w)", weeks.days_before, False
    yield (
        "# hai ba bốn năm sáu cách",
        rf"(?P<ago>cách\sđây\s)?(?P<n>\d|{one_of(words['counts'])})\s(?:ngày|hôm)(?(ago)|\strước)(?!\w)",
        weeks.days_ago,
        False,
    )
    yield "ngày hôm", r"(?:ngày|hôm)\s(?P<d>\d{1,2})\s(?:vừa\squa|vừa\srồi|này)(?!\w)", weeks.day_just_past, False


def _month_forms() -> Iterator[tuple[str, str, Resolve, bool]]:
    """Months and stretches of months."""
    words = lexicon()
    vague, year = _VAGUE, _OF_YEAR
    between = rf"\s?(?:{_DASH}|đến|và|,)\s?(?:hết\s)?(?:tháng\s)?"
    month = rf"(?P<m>\d{{1,2}}|{one_of(words['months'])})(?!\w)"
    yield (
        _MONTH_STARTS + " các",
        rf"(?:các\s)?{vague}tháng\s(?P<m1>\d{{1,2}})(?:/(?P<y1>{_YEAR}))?(?:,\s\d{{1,2}}(?=,|\svà\s))*{between}"
        rf"(?P<m>\d{{1,2}})(?!\d){year}{_END}",
        mean.months,
        True,
    )
    yield (
        _MONTH_STARTS,
        rf"{vague}tháng\s{month}{year}(?:\s(?P<shift>tới|này|sau|vừa\squa))?{_END}",
        mean.one_month,
        False,
    )
    yield _MONTH_STARTS, rf"{vague}tháng\s(?P<shift>{one_of(words['shifts'])})(?!\w)", mean.relative_month, False
    yield "#", rf"(?P<m>\d{{1,2}})/(?P<y>{_YEAR})(?![\d/-])", mean.one_month, False


def _quarter_forms() -> Iterator[tuple[str, str, Resolve, bool]]:
    """Quarters and the first or last months of a year."""
    words = lexicon()
    count = rf"(?P<n>\d{{1,2}}|{one_of(words['months'])})\stháng"
    yield (
        "quý quí đầu giữa cuối hết trong ba #",
        rf"{_VAGUE}(?:(?:ba|3)\stháng\s(?:của|trong)\s)?qu[ýí]\s(?P<q>iv|i{{1,3}}|[1-4])(?!\w){_OF_YEAR}{_END}",
        mean.one_quarter,
        True,
    )
    yield (
        _COUNTS,
        rf"{count}\s(?P<half>đầu|cuối)\s(?:của\s)?năm(?:\s(?P<y>{_YEAR}|nay|ngoái))?(?!\w)",
        mean.first_months,
        True,
    )
    of_year = rf"(?:\s(?:của\s)?năm\s(?P<y>{_YEAR}|nay|ngoái)(?!\w)|\s?/?\s?(?P<y2>{_YEAR}){_END})"
    yield _COUNTS, rf"{count}(?P<half>){of_year}", mean.first_months, True
    so_far = rf"từ\sđầu\snăm(?:\s(?P<y>{_YEAR}|nay))?(?:\s(?:đến|tới)\snay)?(?!\s(?:học|\d)|\w)"
    yield "từ", so_far, spans.year_so_far, True
    half = rf"(?:trong\s)?nửa\s(?P<half>đầu|cuối)\snăm(?:\s(?P<y>{_YEAR}|nay|ngoái))?(?!\w)"
    yield "nửa trong", half, spans.half_year, True
    valued = one_of(words["valued"])
    after = rf"(?:sau|qua|hết)\s{count}(?P<half>)(?P<y>)(?=,|\s{valued}(?!\w))"
    yield "sau qua hết", after, spans.months_so_far, True
    yield _COUNTS, rf"{count}(?P<half>)(?P<y>)\s(?:vừa\s)?qua(?!\w)", spans.months_so_far, True
    yield _COUNTS, rf"{count}(?P<half>)(?P<y>)(?=,|\s{valued}(?!\w))", mean.first_months, True


def _year_forms() -> Iterator[tuple[str, str, Resolve, bool]]:
    """Years and stretches of years."""
    words = lexicon()
    vague = r"(?P<vague>đầu\s|giữa\s|cuối\s|cả\s|hết\s|trong\s)"
    stretch = rf"{one_of(words['stretches'])}\s(?:từ\s)?(?:năm\s)?"
    yield (
        "giai thời nhiệm năm niên trong các",
        rf"{stretch}(?P<y1>{_YEAR})\s?(?:{_DASH}|đến)\s?(?P<y>{_YEAR}){_END}",
        mean.years,
        True,
    )
    yield (
        "năm",
        rf"năm\s(?P<y1>{_YEAR})\s?(?:{_DASH}|đến|và)\s?(?:hết\s)?(?:năm\s)?(?P<y>{_YEAR}){_END}",
        mean.years,
        True,
    )
    until = rf"(?P<now>nay)(?!\w)|(?:hết\s)?tháng\s(?P<m>\d{{1,2}})(?:\s?[/.-]\s?|\snăm\s)(?P<y>{_YEAR}){_END}"
    yield "từ năm", rf"(?:từ\s)?(?:đầu\s)?năm\s(?P<y1>{_YEAR})\s(?:đến|tới)\s(?:{until})", spans.year_to_month, True
    yield _YEAR_STARTS, rf"{vague}?năm\s(?P<y>{_YEAR}){_END}", mean.one_year, False
    yield _YEAR_STARTS, rf"{vague}?năm\s(?P<y>nay|ngoái|tới|sau|trước)(?!\w)", mean.one_year, False
    yield "năm", r"năm\s(?:vừa\s)?qua(?!\w)", spans.year_just_over, True
    yield _YEAR_STARTS, rf"{vague}?năm\s(?:đó|ấy)(?!\w)", mean.that_year, True
    yield "hết", r"hết\snăm(?!\s(?:thứ|học|nay|\d)|\w)", mean.this_year, True
    yield "mùa", rf"mùa\s[^\W\d_]+\s(?P<y>{_YEAR}){_END}", mean.one_year, True
    school = r"năm\shọc\s(?P<school>này|nay|mới|tới|trước|qua|ngoái|vừa\squa|vừa\srồi)(?!\w)"
    yield "năm", school, spans.school_year, True
    yield "nhiệm", r"nhiệm\sk[ỳì]\s(?:mới|tới|này)(?!\w)", spans.coming_term, True
    yield "sang", r"sang\snăm(?!\s\d|\w)", mean.next_year, True
    yield "cả đầu giữa cuối", r"(?P<vague>cả|đầu|giữa|cuối)\snăm(?!\s(?:thứ|học|\d)|\w)", mean.this_year, True
    yield "#", rf"(?P<y1>{_YEAR})\s?{_DASH}\s?(?P<y>{_YEAR}){_END}", mean.years, True
    yield "#", rf"(?P<y>{_YEAR})(?=\s?(?:[,.;:)\n]|\Z)|\s(?:đến|tới|và|là|sẽ|có|đã)\s)", mean.one_year, False


def _other_forms() -> Iterator[tuple[str, str, Resolve, bool]]:
    """The lunar new year, and now."""
    words = lexicon()
    cycle = words["sexagenary"]
    stem, branch = one_of([*cycle["stems"], "kỉ"]), one_of([*cycle["branches"], *cycle["variants"]])
    named = rf"(?:\s(?:năm\s)?(?P<stem>{stem})\s(?P<branch>{branch}))?"
    yield (
        "tết",
        rf"tết(?:\s(?:nguyên\sđán|âm\slịch|cổ\struyền))?{named}(?:\s(?:năm\s)?(?P<y>{_YEAR}))?(?!\w)",
        mean.tet,
        False,
    )
    yield "đến tới tính cho hiện", rf"{one_of(words['now'])}(?!\w)", mean.now, False


@cache
def forms() -> dict[str, tuple[Form, ...]]:
    """The forms by the word they can begin with; `#` for a figure. The first that matches and resolves wins."""
    found: dict[str, list[Form]] = {}
    for source in (_day_forms, _month_forms, _quarter_forms, _year_forms, _other_forms):
        for starts, pattern, resolve, period in source():
            form = Form(re.compile(pattern), resolve, period)
            for start in starts.split():
                found.setdefault(start, []).append(form)
    return {start: tuple(those) for start, those in found.items()}
