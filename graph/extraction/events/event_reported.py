"""Gatherings that somebody is said to tell of: "Theo Bộ A, ngày 12/3 ông B đã thăm C", "A cho biết B đã gặp D"."""

from camket.graph.extraction.events.event_cues import Frame, Item, table
from camket.graph.extraction.events.event_scope import Scope
from camket.graph.extraction.reading import Phrase

_SOURCE_ITEMS = 8  # items at most from "theo" to the comma that ends whose words it gives
_DONE = frozenset({"đã", "vừa", "mới"})
_AHEAD = frozenset(
    {"sẽ", "sắp", "nếu", "khi", "phải", "cần", "thể", "muốn", "nên", "từng"}
)  # no report of what was done
_TENSE_WORDS = 2  # words before the verb among which "đã" stands
_DAY = len("2024-03-07")


def clause_reported(scope: Scope) -> int | None:
    """The item at which the clause that holds the cue begins, where it is told as done in somebody's words; else None.

    Done is what bears a day of its own, or "đã".
    """
    held = table("licence", "report").ending(scope.norms, scope.items[scope.at].first - 1) > 0
    if scope.at in scope.open or scope.at not in scope.unquoted or not (held or scope.cue.frame is not Frame.NOUN):
        return None
    tellers = [k for k in range(scope.low, scope.at) if scope.items[k].closes]
    if not tellers or table("scope", "tells").at(scope.norms, scope.items[tellers[-1]].first) is None:
        return None
    teller = scope.items[tellers[-1]]
    start = _past_source(scope, tellers[-1]) if teller.norm == "theo" else tellers[-1] + 1
    between = scope.items[start : scope.at]
    if any(item.norm in _AHEAD for item in between) or not _is_done(scope, between):
        return None
    return start


def _past_source(scope: Scope, at: int) -> int:
    """The item past the comma that ends the source named after "theo"."""
    end = min(scope.at, at + _SOURCE_ITEMS)
    return next((k + 1 for k in range(at + 1, end) if scope.items[k].norm == ","), scope.at)


def _is_done(scope: Scope, between: list[Item]) -> bool:
    """Whether the clause says that it was done: with a day up to publication, or by "đã" right before the verb."""
    published = scope.reading.document.published or ""
    around = [*between, *scope.items[scope.at + 1 : scope.high]]
    days = [item.date.edtf for item in around if item.date and len(item.date.edtf) >= _DAY]
    if any(day[:_DAY] <= published for day in days[:1]):
        return True
    return any(item.norm in _DONE for item in between[-_TENSE_WORDS:])


def teller_of(scope: Scope, start: int) -> Phrase | None:
    """Who tells it, where the clause that begins at item `start` leaves out its subject: "B cho biết đã có ..."."""
    at = start - 2
    first = scope.items[start]
    if at < 0 or first.norm not in _DONE or scope.cue.frame is not Frame.NOUN:
        return None
    return scope.items[at].phrase
