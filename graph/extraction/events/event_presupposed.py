"""Gatherings that a sentence only takes for granted, in somebody's words or at the end of what was done there."""

import re

from camket.graph.extraction.events.event_cues import Item, table
from camket.graph.extraction.events.event_mention import Mention, filled
from camket.graph.extraction.events.event_openings import ATTENDING
from camket.graph.extraction.events.event_scope import Scope
from camket.graph.extraction.events.event_when_where import date_of
from camket.graph.extraction.reading import Phrase
from camket.graph.facts import EventKind

_GUEST_ITEMS = 8  # items at most between a guest and what he attends
_TENSES = frozenset({"đã", "vừa", "cũng", "chính", "thức", ","})
_TERM = re.compile(r"khóa|[ivx]+|\d+")  # "Quốc hội khóa XV đã ..."
_OF_ANOTHER = frozenset({"rằng", ":", "đã", "sẽ", "bị"})  # what is told is done by others, or then


def framed(scope: Scope) -> Mention:
    """The mention of a gathering that is only the frame of something else; its evidence is the adverbial."""
    end = adverbial_end(scope)
    closed = next((i for i in range(scope.at + 1, end) if scope.items[i].closes), end)
    mention = filled(scope, [i for i in scope.unquoted if scope.at <= i < closed])
    mention.evidence = scope.reading.span(scope.items[scope.at].first, scope.items[end - 1].last)
    mention.framing = True
    return mention


def presupposed(scope: Scope) -> Mention | None:
    """What somebody's words take for granted: a visit with its guest and its place, a day's meeting of two."""
    if scope.at not in scope.unquoted:
        return None
    mention = framed(scope)
    if _is_done_there(scope, mention):
        return mention
    guest = _guest(scope)
    if guest:
        mention.attendees, mention.framing, mention.echo = [guest], False, True
        mention.evidence = scope.reading.span(_item_of(scope, guest), scope.items[scope.at].last)
        return mention
    if scope.cue.kind is EventKind.VISIT:
        return mention if mention.location and mention.attendees else None
    return mention if mention.date and mention.attendees and _has_been(scope, mention) else None


def _is_done_there(scope: Scope, mention: Mention) -> bool:
    """Whether the noun ends a clause that tells what was done there, not what somebody says was done; then its doer
    and day complete the mention: "Sáng 5/10, HĐND tỉnh A đã thông qua nghị quyết về B tại kỳ họp thứ 14"."""
    doing = next((i for i in scope.unquoted if i < scope.at and scope.items[i].closes and _doer_of(scope, i)), None)
    if doing is None or scope.items[scope.at - 1].norm != "tại":
        return False
    if any(
        item.norm in _OF_ANOTHER or (item.phrase and item.phrase.kind in ATTENDING)
        for item in scope.items[doing : scope.at]
    ):
        return False
    date = mention.date or date_of(scope, [i for i in scope.unquoted if i < doing])
    published = scope.reading.document.published
    if date is None or not published or date.edtf > published:
        return False
    mention.date, mention.framing, mention.echo = date, False, True
    mention.attendees = [*_doer_of(scope, doing), *mention.attendees]
    return True


def _doer_of(scope: Scope, verb: int) -> list[Phrase]:
    """Who stands right before the verb at item `verb`, "đã" and the number of a term between."""
    at = verb - 1
    while at > scope.low and _may_follow_doer(scope.items[at]):
        at -= 1
    phrase = scope.items[at].phrase if at >= scope.low else None
    return [phrase] if phrase and phrase.kind in ATTENDING else []


def _may_follow_doer(item: Item) -> bool:
    """Whether an item may stand between who does something and his verb: "khóa XV, sáng 12/3 đã"."""
    return item.norm in _TENSES or item.date is not None or _TERM.fullmatch(item.norm) is not None


def _has_been(scope: Scope, mention: Mention) -> bool:
    """Whether a gathering that words take for granted was held: two met, or it had a day and a place by publication."""
    if len(mention.attendees) > 1:
        return True
    published = scope.reading.document.published
    return bool(published and mention.date and mention.location and mention.date.edtf <= published)


def _guest(scope: Scope) -> Phrase | None:
    """Who "đã tới Việt Nam tham dự Liên hoan": the nearest before the word for attending, with no mark between."""
    item = scope.items[scope.at]
    attending = table("licence", "attending").ending(scope.norms, item.first - 1)
    if not attending:
        return None
    for before in reversed(scope.items[max(scope.low, scope.at - _GUEST_ITEMS) : scope.at]):
        if before.phrase and before.phrase.kind in ATTENDING:
            return before.phrase
        if not before.norm.isalnum() or before.closes:
            return None
    return None


def _item_of(scope: Scope, phrase: Phrase) -> int:
    """The token at which `phrase` begins."""
    return next(item.first for item in scope.items if item.phrase is phrase)


def adverbial_end(scope: Scope) -> int:
    """The item where the adverbial that holds the noun ends."""
    return next((i for i in range(scope.at + 1, scope.high) if scope.items[i].norm == ","), scope.high)
