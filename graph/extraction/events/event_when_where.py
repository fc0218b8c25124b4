"""When and where around a word of a sentence: the day nearest to it, and the place that stands where one says where."""

from camket.graph.edtf import first_day, last_day
from camket.graph.extraction.events.event_cues import table
from camket.graph.extraction.events.event_scope import WHERE, Scope
from camket.graph.extraction.events.venues import Location, location_at
from camket.graph.extraction.reading import DateMention
from camket.graph.extraction.values.dates import is_now
from camket.graph.facts import EntityKind, EventKind

_POST_WORDS = 6  # words at most between "đại diện" and the "tại" that belongs to it
_BESIDE_ITEMS = 8  # items at most between what lasts for days and the stretch of days it lasts
_DWELLINGS = frozenset({"nhà", "chỗ", "căn", "đất"})  # "nhà ở", "chỗ ở"
_SHORT = 14  # days: so long a stretch may stand anywhere in its sentence
_LONGEST = 60  # days: what is told with a longer stretch is work and no gathering
_DAY = len("2024-03-07")
_MONTH = len("2024-03")


def date_of(scope: Scope, within: list[int]) -> DateMention | None:
    """The day nearest to the cue, or where there is none the nearest month or stretch of days."""
    dates = [(i, date) for i in within if (date := scope.items[i].date) and _is_when(scope, date, i)]
    nearest = min(dates, key=lambda d: (len(d[1].edtf) != _DAY, abs(d[0] - scope.at)), default=None)
    return nearest[1] if nearest else None


def _is_when(scope: Scope, date: DateMention, i: int) -> bool:
    """Whether something can be held then: a day, a month, or a stretch of days told beside it."""
    first, _, last = date.edtf.partition("/")
    if date.before or is_now(scope.reading, date) or _is_number(scope, i) or _is_reached(scope, i):
        return False
    if last:
        beside = abs(i - scope.at) <= _BESIDE_ITEMS or i - scope.low <= 1
        if not len(first) == len(last) == _DAY:
            return False
        days = (last_day(last) - first_day(first)).days
        return days <= _SHORT or (beside and days <= _LONGEST)
    return len(first) == _DAY or (len(first) == _MONTH and not date.period)


def _is_reached(scope: Scope, i: int) -> bool:
    """Whether it is the day up to which something is counted: "Đến ngày 21/10, cả tỉnh đã có 30 ổ dịch"."""
    first = scope.items[i].first
    return first > 0 and scope.norms[first - 1] == "đến" and scope.norms[first] == "ngày"


def _is_number(scope: Scope, i: int) -> bool:
    """Whether the "thứ 5" of a gathering is its number and no Thursday: "tại kỳ họp thứ 5 vừa qua"."""
    first = scope.items[i].first
    numbered = scope.norms[first] == "thứ" and any(word.isdigit() for word in scope.norms[first + 1 : first + 2])
    return numbered and i > 0 and scope.items[i - 1].cue is not None


def location_of(scope: Scope, within: list[int]) -> Location | None:
    """The nearest place that stands where an article says where: "tại Hà Nội", for visits "thăm Ấn Độ"."""
    if scope.cue.place:
        item = scope.items[scope.at]
        return Location(scope.reading.span(item.first, item.last), name=scope.cue.place)
    going = scope.cue.kind in (EventKind.VISIT, EventKind.INSPECTION) or scope.cue.form.endswith("cử tri")
    for i in sorted(within, key=lambda i: (_says_where_somebody_is(scope, i), abs(i - scope.at), i)):
        before = scope.items[i].first - 1
        headed = table("place", "heads").ending(scope.norms, before)
        before -= headed
        if _is_post_abroad(scope, before):
            continue
        there = 0 if _is_dwelling(scope, before) else table("place", "before").ending(scope.norms, before)
        if not there and going and i >= scope.at - 1:
            there = i == scope.at + 1 or table("place", "visit_before").ending(scope.norms, before)
        elif not there and going and i < scope.at:
            there = table("scope", "coming").ending(scope.norms, before)
        if there and (place := location_at(scope.reading, scope.items, i, headed > 0)):
            if site := _site_before(scope, within, i):
                return site
            return place if place.entity or scope.norms[before] in WHERE else _told_after(scope, within, i) or place
    return None


def _is_dwelling(scope: Scope, before: int) -> bool:
    """Whether "ở" at token `before` ends a word: "khu nhà ở Đông Sông"."""
    return scope.norms[before] == "ở" and scope.norms[before - 1] in _DWELLINGS


def _site_before(scope: Scope, within: list[int], i: int) -> Location | None:
    """The building that is told right before the town at item `i` where it stands: "tại trụ sở Bộ A ở Hà Nội"."""
    for k in within:
        item = scope.items[k]
        if k < i and scope.norms[item.first - 1] in WHERE and not item.phrase:
            site = location_at(scope.reading, scope.items, k)
            end = scope.reading.token_at(site.span.end - 1) + 1 if site else 0
            if site and end == scope.items[i].first - 1 and scope.norms[end] in WHERE:
                return site
    return None


def _told_after(scope: Scope, within: list[int], i: int) -> Location | None:
    """The place where the works inspected at item `i` are: "kiểm tra cao tốc A - B tại huyện C"."""
    for k in within:
        item = scope.items[k]
        if i < k and scope.norms[item.first - 1] in WHERE and item.phrase and item.phrase.kind is EntityKind.PLACE:
            return location_at(scope.reading, scope.items, k)
    return None


def _says_where_somebody_is(scope: Scope, i: int) -> bool:
    """Whether "tại" before item `i` belongs to the noun before it: "lực lượng tại Campuchia bắt đầu ..."."""
    if not scope.low < i - 1 < scope.at:
        return False
    before = scope.items[i - 2]
    if before.phrase:
        return before.phrase.kind is EntityKind.GROUP
    return before.norm.isalpha() and not (before.date or before.cue or before.closes)


def _is_post_abroad(scope: Scope, at: int) -> bool:
    """Whether "tại" at token `at` says where somebody is posted: "Đại sứ A tại Việt Nam", "chi nhánh X tại Huế"."""
    if scope.norms[at] not in WHERE:
        return False
    for token in range(at - 1, max(at - _POST_WORDS, 0) - 1, -1):
        if not scope.norms[token].isalnum():
            return False
        if table("place", "posted").ending(scope.norms, token):
            return True
    return False
