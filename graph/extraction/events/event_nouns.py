"""Nouns that stand for a gathering: what licenses them, and what forbids it."""

from dataclasses import dataclass

from camket.graph.extraction.events.event_cues import LICENCES, table
from camket.graph.extraction.events.event_doers import are_two, two_before_word, two_follow
from camket.graph.extraction.events.event_mention import Mention, filled
from camket.graph.extraction.events.event_openings import organizers
from camket.graph.extraction.events.event_passing import dated, in_passing, is_old, own_day
from camket.graph.extraction.events.event_presupposed import adverbial_end, framed, presupposed
from camket.graph.extraction.events.event_scope import WHERE, Scope
from camket.graph.extraction.events.event_unheld import (
    OF_TWO,
    is_another,
    is_no_particular,
    is_planned,
    is_proposed,
    is_with,
)
from camket.graph.extraction.events.event_when_where import date_of, location_of
from camket.graph.extraction.reading import Phrase
from camket.graph.facts import EntityKind, EventKind

_FILLER_WORDS = 3  # words skipped at most between a licence and its noun
_TOPIC_ITEMS = 2  # items after a noun within which a verb is what the gathering is about
_AFTER_BARE = frozenset({",", ".", ":", "này", "trên", "nói", "đã", "cũng", "đều"})  # what follows the one told of
_NAME_ITEMS = 8  # items at most of the name of an event called no more than that
_TITLE_ITEMS = 20  # items at most of a noun's full title
_DAY = len("2024-03-07")
_GUEST_ITEMS = 8  # items at most between a guest and what he attends


def by_noun(scope: Scope) -> Mention | None:
    """The mention that the noun at the scope's cue makes, or None where nothing licenses it."""
    if is_proposed(scope):
        return None
    licence = _licence(scope.norms, scope.items[scope.at].first)
    if "held" in scope.cue.needs and not _is_held(scope):
        return None
    mention = None if is_another(scope) else _licensed(scope, licence)
    own = own_day(scope)
    if own is None or scope.at not in scope.unquoted or is_planned(scope, licence.token) or is_no_particular(scope):
        return mention
    if mention is None or is_old(scope, own[1]):
        return in_passing(scope, *own, licence.token) or mention
    return dated(scope, mention, *own, licence.token)


def _spoken_to(scope: Scope) -> list[Phrase]:
    """To whom something is said where two meet: "Tại cuộc gặp, Tổng thống A hứa với Thủ tướng B sẽ giảm thuế"."""
    for i in range(scope.at + 1, scope.high - 2):
        if scope.items[i].closes and scope.items[i + 1].norm == "với":
            phrase = scope.items[i + 2].phrase
            return [phrase] if phrase and phrase.kind is EntityKind.PERSON else []
    return []


def _is_opened_or_closed(scope: Scope, mention: Mention) -> bool:
    """Whether the noun is said to have taken place on a day of its own: "Đại hội A lần thứ V đã bế mạc chiều 5/8"."""
    if mention.date is None or len(mention.date.edtf) != _DAY:
        return False
    for item in scope.items[scope.at + 1 : min(scope.high, scope.at + _TITLE_ITEMS)]:
        if item.cue:
            return False
        if table("passing", "took_place").at(scope.norms, item.first):
            return True
    return False


def _is_held(scope: Scope) -> bool:
    """Whether what follows the noun's own name says that it was held: "sự kiện Sóng Xanh do A tổ chức"."""
    after = range(scope.at + 1, min(scope.high, scope.at + _NAME_ITEMS))
    if any(organizers(scope.norms, scope.items, i, scope.high) for i in after):
        return True
    return any(table("licence", "held").at(scope.norms, scope.items[i].first) for i in after)


def _licensed(scope: Scope, licence: "_Licence") -> Mention | None:
    """The mention of a noun that a word before it, or what is told after it, lets stand for a gathering."""
    if scope.at not in scope.open:
        return presupposed(scope)
    norms, noun = scope.norms, scope.items[scope.at].first
    beside = table("licence", "beside").at(norms, licence.token) is not None
    if table("licence", "absent").ending(norms, licence.token - 1) or (beside and scope.met_before()):
        return None
    if is_planned(scope, licence.token):
        return None
    if licence.kind == "frame":
        return _framed(scope, licence)
    mention = filled(scope, _around(scope, licence))
    if licence.kind == "echo":
        _take_up(scope, mention, licence)
    if not (licence.kind or mention.date or _is_told_after(scope, mention)):
        return None
    mention.two = scope.cue.kind in OF_TWO and (
        (licence.kind == "report" and not mention.attendees and are_two(scope))
        or (licence.kind == "echo" and len(mention.attendees) == 1 and two_follow(scope, adverbial_end(scope) + 1))
    )
    if scope.cue.kind in OF_TWO and licence.kind == "echo" and len(mention.attendees) == 1:
        mention.attendees += _spoken_to(scope)
    witnessed = scope.cue.kind is EventKind.SIGNING and norms[licence.token : licence.token + 2] == ["chứng", "kiến"]
    mention.two = mention.two or (witnessed and not mention.attendees and two_before_word(scope, licence.token))
    mention.passive = scope.cue.kind is not EventKind.OTHER and _is_opened_or_closed(scope, mention)
    if licence.kind == "report":
        mention.echo = not any(phrase.span.end < scope.reading.starts[noun] for phrase in mention.attendees)
        _host(scope, mention, licence)
    return mention


def _framed(scope: Scope, licence: "_Licence") -> Mention:
    """The mention of what is only the frame of something else, with the one whom the main clause names."""
    mention = framed(scope)
    mention.within = bool(table("licence", "within").at(scope.norms, licence.token))
    mention.same_day = bool(table("licence", "same_day").at(scope.norms, licence.token))
    if mention.within and scope.cue.kind is EventKind.VISIT and not mention.attendees:
        mention.attendees = _main_doer(scope)
    elif scope.cue.kind in OF_TWO and len(mention.attendees) == 1 and is_with(scope):
        mention.attendees = _main_doer(scope) + mention.attendees
    return mention


def _take_up(scope: Scope, mention: Mention, licence: "_Licence") -> None:
    """Completes the mention of a gathering that is taken for granted ("tại hội thảo công bố kết quả ngày 17/10")."""
    some = scope.norms[scope.items[scope.at].first - 1] == "một"
    mention.echo = not some or table("licence", "attending").at(scope.norms, licence.token) is not None
    mention.bare = mention.echo and scope.cue.open_floor and _is_bare(scope)
    opens = scope.at - scope.low <= _FILLER_WORDS and adverbial_end(scope) == scope.at + 1
    noun = scope.reading.starts[scope.items[scope.at].first]
    if opens and mention.bare and mention.location and mention.location.span.start > noun:
        mention.location = None  # "Tại hội nghị, ông A, người trồng chè ở B, nói"
    if scope.cue.kind is EventKind.VISIT and mention.echo:
        mention.attendees = _visitor(scope, mention)
    named_for = _named_for(scope, scope.items[scope.low].first >= licence.token - _FILLER_WORDS)
    mention.date = mention.date or date_of(scope, named_for)
    mention.location = mention.location or location_of(scope, named_for)


def _is_bare(scope: Scope) -> bool:
    """Whether the noun stands alone: "Tại buổi làm việc, ...", "phát biểu tại buổi lễ, ...", "tại hội nghị này"."""
    item = scope.items[scope.at]
    if " " not in scope.cue.form or item.last >= len(scope.norms):
        return " " in scope.cue.form
    following = scope.items[scope.at + 1] if scope.at + 1 < scope.high else None
    return following is None or following.closes or following.norm in _AFTER_BARE


def _named_for(scope: Scope, opens: bool) -> list[int]:
    """The items that name the gathering: up to the comma, or to "khi", which tells of something else.

    opens: it opens the sentence; elsewhere only a verb right after it is what it is about ("buổi công bố báo cáo").
    """
    end = adverbial_end(scope)
    for i in range(scope.at + 1, end):
        item = scope.items[i]
        if item.norm == "khi" or (item.closes and not opens and i > scope.at + _TOPIC_ITEMS):
            return list(range(scope.at, i))
    return list(range(scope.at, end))


def _is_told_after(scope: Scope, mention: Mention) -> bool:
    """Whether what follows the noun tells that it was held, or who met."""
    item = scope.items[scope.at]
    if scope.is_between():
        return True
    following = scope.items[scope.at + 1].phrase if scope.at + 1 < scope.high else None
    if following and following.kind == EntityKind.PERSON and following in mention.attendees[:-1]:
        return True  # "cuộc gặp cấp cao A - B"
    if any(organizers(scope.norms, scope.items, i, scope.high) for i in scope.open if i > scope.at):
        return True  # "Hội nghị kết nối ngân hàng do X tổ chức"
    return item.last < len(scope.norms) and table("licence", "after").at(scope.norms, item.last) is not None


@dataclass(frozen=True, slots=True)
class _Licence:
    """The word before a noun that lets it stand for a gathering: how many tokens it has, and where it begins."""

    kind: str
    token: int
    length: int


def _licence(norms: list[str], noun: int) -> _Licence:
    token = noun - 1
    for _ in range(_FILLER_WORDS):
        token -= table("licence", "filler").ending(norms, token)
    kinds = [(table("licence", kind).ending(norms, token), -rank, kind) for rank, kind in enumerate(LICENCES)]
    length, _, kind = max(kinds)
    return _Licence(kind if length else "", token - length + 1, length)


def _around(scope: Scope, licence: _Licence) -> list[int]:
    """The items that may say who, when and where: of a visit only those after it, unless somebody makes it."""
    if scope.cue.kind is not EventKind.VISIT or licence.kind == "report":
        return scope.open
    return [i for i in scope.open if i >= scope.at]


def _host(scope: Scope, mention: Mention, licence: _Licence) -> None:
    """Fills who chairs or holds it where that is the verb before the noun."""
    doers = [p for p in scope.subjects() if p in mention.attendees]
    chairs = table("roles", "chair_verbs").at(scope.norms, licence.token)
    opening = [p for p in mention.attendees if p.kind == EntityKind.PERSON][:1]  # "Chủ trì họp báo, ông A cho biết"
    chair = doers or opening
    alone = scope.norms[licence.token] != "đồng"
    if chairs and alone and len(chair) == 1 and chair[0].kind == EntityKind.PERSON:
        mention.chair = chair[0]
    holds = table("roles", "organizer_verbs").at(scope.norms, licence.token)
    if holds and doers and doers[0].kind == EntityKind.BODY:
        mention.organizer = doers[0]


def _main_doer(scope: Scope) -> list[Phrase]:
    """Who holds it where only the main clause says so: "Trong khuôn khổ chuyến thăm Ấn Độ, Thủ tướng A đã ..."."""
    for i in range(adverbial_end(scope), scope.high):
        item = scope.items[i]
        if item.phrase and item.phrase.kind == EntityKind.PERSON:
            return [item.phrase]
        if item.closes or (item.norm.isalpha() and not (item.phrase or item.date or item.norm in WHERE)):
            return []
    return []


def _visitor(scope: Scope, mention: Mention) -> list[Phrase]:
    """Whose visit it is: named with it, after it, or right before what was said in it ("cam kết của A trong ...")."""
    end = scope.reading.starts[scope.items[adverbial_end(scope) - 1].first]
    if named := [p for p in mention.attendees if p.span.start <= end]:
        return named
    if doer := _main_doer(scope):
        return doer
    for item in reversed(scope.items[max(scope.low, scope.at - _GUEST_ITEMS) : scope.at]):
        if item.phrase and item.phrase.kind == EntityKind.PERSON:
            return [item.phrase]
        if not item.norm.isalnum():
            break
    return mention.attendees[:1]
