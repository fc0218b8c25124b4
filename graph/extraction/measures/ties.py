"""The date of its clause that a number is tied to."""

import re
from functools import cache

from camket.graph.extraction.measures.indicators import next_break
from camket.graph.extraction.reading import DateMention, QuantityMention, Reading
from camket.graph.extraction.text.cues import lexicon, one_of
from camket.graph.extraction.values.dates import is_adverbial, is_compared, is_now
from camket.graph.facts import Span

_BY = re.compile(r"(?<!\w)(?:bằng|so với|hơn|gấp)\s(?:khoảng\s|gần\s)?\Z", re.IGNORECASE)
_SINCE = re.compile(r"(?<!\w)(?:kể\s)?từ\s(?:đầu\s|cuối\s|giữa\s)?năm\s\d{4}\Z")
_SINCE_REACH = 12  # characters before a date in which "từ đầu năm" stands
_PLANNED = re.compile(r"(?<!\w)(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu)(?!\w)")
_TURN = re.compile(r",|\sthì(?=\s)")


def date_of(reading: Reading, clause: Span, quantity: QuantityMention, segment: Span) -> DateMention | None:
    """The time a number is tied to: a date after it and before the next mark, else before it, else one that opens."""
    right_after = [d for d in reading.dates_in(clause) if d.span.start == quantity.span.end + 1 and not d.before]
    if (
        right_after
        and quantity.unit != "lần"
        and not _BY.search(reading.text[clause.start : quantity.span.start][-12:])
    ):
        return right_after[0]
    dates = [d for d in reading.dates_in(clause) if is_now(reading, d) or is_adverbial(reading, clause, d)]
    dates = [d for d in dates if not is_compared(reading, d) and not is_since(reading, d)]
    rest = reading.text[quantity.span.end : clause.end]
    mark = next_break(rest)
    following = [d for d in dates if quantity.span.end <= d.span.start < quantity.span.end + mark]
    others = reading.quantities_in(Span(quantity.span.end, clause.end))
    planned = following and _PLANNED.search(reading.text[quantity.span.end : following[0].span.start].lower())
    opening = [d for d in dates if d.span.end <= quantity.span.start and _opens(reading, clause, d)]
    following = [] if planned and opening else following  # "Sau 9 tháng, ... vượt 26% kế hoạch cả năm 2013"
    if following and not (others and others[0].span.start < following[0].span.start):
        return following[-1 if _moved(reading, following) else 0]
    chosen = [d for d in dates if segment.start <= d.span.start and d.span.end <= segment.end]
    chosen = chosen or opening
    return chosen[-1] if chosen else None


def is_since(reading: Reading, date: DateMention) -> bool:
    """Whether a year is but the one since when: "từ đầu năm 2007, công ty đã xây 5 trang trại" is not of 2007."""
    return _SINCE.search(reading.text[max(0, date.span.start - _SINCE_REACH) : date.span.end].lower()) is not None


def is_anothers(reading: Reading, clause: Span, quantity: QuantityMention) -> bool:
    """Whether the clause's only date is of another action: "kiểm tra 12 cây cầu, báo cáo Bộ trước ngày 15/6".

    So it is where the part with the date begins with a verb of its own, or the number's part does after the date's
    ("xong khu tái định cư trước Tết, hỗ trợ mỗi hộ 150 triệu đồng"), unless that verb tells what the first action comes
    to or when it is over ("đưa vốn lên", "hoàn tất"). A date that opens the clause is of all of it.
    """
    dates = reading.dates_in(clause)
    if len(dates) != 1:
        return False
    date = dates[0]
    if date.span.start < quantity.span.end:
        last = reading.text.rfind(", ", date.span.end, quantity.span.start)
        part = Span(last, quantity.span.start)
        return last >= 0 and not _opens(reading, clause, date) and _acts(reading, part)
    last = reading.text.rfind(", ", quantity.span.end, date.span.start)
    part = Span(last, date.span.start)
    return last >= 0 and _acts(reading, part) and not reading.quantities_in(part)


def _acts(reading: Reading, part: Span) -> bool:
    """Whether a part, from its comma on, begins with a verb of an action of its own."""
    return _action().match(reading.slice(part).lower()) is not None


@cache
def _action() -> re.Pattern[str]:
    same, verbs = one_of(lexicon("indicators")["tied"]["same"]), one_of(lexicon("actions")["verbs"]["words"])
    return re.compile(rf", (?:không để |không )?(?!{same}(?!\w)){verbs}(?!\w)")


def _moved(reading: Reading, dates: list[DateMention]) -> bool:
    """ "từ quý III/2025 sang quý I/2026": the second is meant."""
    return len(dates) > 1 and reading.text[dates[0].span.end : dates[1].span.start].strip() in {"sang", "lên", "tới"}


def _opens(reading: Reading, clause: Span, date: DateMention) -> bool:
    """Whether nothing but a preposition stands before a date in its clause, or between it and a comma ("tính đến")."""
    left = _TURN.split(reading.text[clause.start : date.span.start])[-1]
    return len(left.split()) <= 2
