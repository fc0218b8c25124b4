"""What forbids a noun to stand for a gathering that was held: it is none in particular, asked for, or to come."""

from camket.graph.extraction.events.event_cues import Frame, table
from camket.graph.extraction.events.event_scope import Scope
from camket.graph.facts import EventKind

_OPENED = frozenset({"tổ chức khai mạc", "tổ chức bế mạc"})  # whose object is no other gathering
_INTERVIEW_WORDS = 8  # words before "cuộc trao đổi" in which it is said that the paper holds it
_PLANNED_TOKENS = 5  # tokens before what licenses a noun within which "sẽ" makes it planned
_UPCOMING_TOKENS = 5  # tokens after a noun in which "sắp tới" makes it one that has not been held
_DAY = len("2024-03-07")
OF_TWO = frozenset({EventKind.MEETING, EventKind.RECEPTION, EventKind.WORKING_SESSION})
"""Kinds at which two sides meet."""


def is_another(scope: Scope) -> bool:
    """Whether the words around the noun say that it is none, none in particular, or one that is still to come."""
    norms, item = scope.norms, scope.items[scope.at]
    previous = scope.items[scope.at - 1].cue if scope.at else None
    if previous and (previous.frame is Frame.NOUN or previous.form in _OPENED):
        return True
    several_of_two = norms[item.first - 1] == "các" and scope.cue.kind in OF_TWO and is_with(scope)
    if table("licence", "not_before").ending(norms, item.first - 1) and not several_of_two:
        return True
    asked = range(
        max(scope.items[min(scope.low, len(scope.items) - 1)].first, item.first - _INTERVIEW_WORDS), item.first
    )
    if scope.cue.form.endswith("trao đổi") and any(table("licence", "interviewers").ending(norms, t) for t in asked):
        return True
    if item.last < len(norms) and table("licence", "not_after_undated").at(norms, item.last):
        days = (scope.items[i].date for i in scope.unquoted)
        return not any(date and len(date.edtf) >= _DAY for date in days)
    return item.last < len(norms) and (
        table("licence", "not_after").at(norms, item.last) is not None or _upcoming(scope)
    )


def is_planned(scope: Scope, licence: int) -> bool:
    """Whether it is only to be held: "sẽ tổ chức hội nghị", "hội nghị dự kiến diễn ra"."""
    floor = scope.items[scope.low].first
    before = range(max(floor, licence - _PLANNED_TOKENS), licence)
    if any(table("licence", "planned").at(scope.norms, token) for token in before):
        return True
    for i in range(scope.at + 1, scope.high - 1):
        if found := table("licence", "planned").at(scope.norms, scope.items[i].first):
            return table("licence", "held").at(scope.norms, scope.items[i].first + found[0]) is not None
        if scope.items[i].norm == ",":
            return False
    return False


def is_proposed(scope: Scope) -> bool:
    """Whether its clause opens by asking for it: "Đề xuất Bộ A tham gia buổi gặp gỡ"."""
    opens = scope.low < scope.at and table("licence", "proposes").at(scope.norms, scope.items[scope.low].first)
    return bool(opens) and "," not in (item.norm for item in scope.items[scope.low : scope.at])


def _upcoming(scope: Scope) -> bool:
    after = range(scope.items[scope.at].last, min(len(scope.norms), scope.items[scope.at].last + _UPCOMING_TOKENS))
    return any(table("licence", "upcoming").at(scope.norms, token) for token in after)


def is_no_particular(scope: Scope) -> bool:
    """Whether the words around the noun say that it is none in particular, even with a day: "nhiều cuộc họp"."""
    before = scope.items[scope.at].first - 1
    spoken_of = table("passing", "spoken_of").ending(scope.norms, before)
    return not spoken_of and is_another(scope)


def is_with(scope: Scope) -> bool:
    """Whether the noun names the other side: "cuộc hội đàm với Tổng thống B"."""
    last = scope.items[scope.at].last
    return scope.norms[last : last + 1] in (["với"], ["cùng"])
