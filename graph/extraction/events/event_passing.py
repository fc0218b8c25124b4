"""Gatherings that are only mentioned, by the day they were held on: "như đã hẹn tại buổi làm việc hôm 10/4"."""

import re
from dataclasses import replace

from camket.graph.edtf import first_day, last_day
from camket.graph.extraction.events.event_cues import table
from camket.graph.extraction.events.event_mention import Mention, filled
from camket.graph.extraction.events.event_openings import ATTENDING
from camket.graph.extraction.events.event_scope import Scope
from camket.graph.extraction.reading import DateMention, Phrase
from camket.graph.facts import EntityKind, EventKind

_DAY = len("2024-03-07")
_MONTH = len("2024-03")
_YEAR = re.compile(r"\d{4}|năm|tới|sau")
_SINCE = frozenset({"sau", "từ"})
_NAME_ITEMS = 14  # items at most from a noun to the day that is its own
_LONGEST = 14  # days that a gathering lasts at most
_NEWS_DAYS = 14  # days after which who is named beside it need not have been there
_LEAD_SENTENCES = 2
_FRESH_DAYS = 2
_LEADING_TOKENS = 5  # tokens before what licenses a noun within which "như đã hẹn" stands
_AFTER_DAY = frozenset({"với", "giữa", "của", "cùng", "tại", "ở", "do", "về", "bàn", "trên"})
_PARTY = frozenset({"với", "giữa", "của", "cùng", "đoàn"})
_NOT_ALONE = (EventKind.OTHER, EventKind.VISIT)  # of which a day alone tells too little
_LEADING_ITEMS = 4  # items at most from the verb of who spoke there to what licenses the noun
_TURNS = frozenset({",", "đã", "sẽ", "được", "bị"})  # what is told is done by others
_MAIN_ITEMS = 12  # items at most from the one who spoke there to his verb
_STANDING = (*ATTENDING, EntityKind.PLACE, EntityKind.POST)


def own_day(scope: Scope) -> tuple[int, DateMention] | None:
    """The item with the day or month that is part of what names the gathering; None where it is not over."""
    told = False  # past a comma only what says when it was held is its own: "kỳ họp, kết thúc ngày 11/12"
    for i in range(scope.at + 1, min(scope.high, scope.at + _NAME_ITEMS)):
        item = scope.items[i]
        if item.date and len(item.date.edtf) >= _MONTH:
            date = _told_back(scope, item.date)
            return (i, date) if _is_over(scope, i, date) else None
        if item.norm == ",":
            if i + 1 >= scope.high or not table("passing", "held").at(scope.norms, scope.items[i + 1].first):
                return None
            told = True
        elif _ends_name(scope, i) and not (told and item.closes):
            return None
    return None


def _ends_name(scope: Scope, i: int) -> bool:
    """Whether item `i` is no part of what names the gathering."""
    item = scope.items[i]
    return bool(item.cue) or (item.closes and not _goes_on(scope, i)) or not (item.norm.isalnum() or item.phrase)


def _told_back(scope: Scope, date: DateMention) -> DateMention:
    """The day a year earlier where it is to come and what followed it has been: "Sau cuộc họp ngày 10/4, A đã"."""
    published = scope.reading.document.published or ""
    words = scope.reading.slice(date.span).lower()
    if len(date.edtf) != _DAY or date.edtf <= published or _YEAR.search(words):
        return date
    told = [item.norm for item in scope.items[scope.at + 1 : scope.high]]
    if "đã" not in told or "sẽ" in told or scope.norms[scope.items[scope.at].first - 1] not in _SINCE:
        return date
    return replace(date, edtf=f"{int(date.edtf[:4]) - 1:04}{date.edtf[4:]}")


def _goes_on(scope: Scope, i: int) -> bool:
    """Whether a closing word at item `i` only says what it was about, or begins "mà tỉnh A mở hôm 10/5"."""
    return scope.items[i].norm in {"về", "mà", "bàn", "triển", "công"} or bool(
        table("passing", "held").at(scope.norms, scope.items[i].first)
    )


def _is_over(scope: Scope, i: int, date: DateMention) -> bool:
    """Whether it was held then: a day or a few before publication, or a month that was over."""
    published = scope.reading.document.published
    if not published or len(published) != _DAY or date.before:
        return False
    first, _, last = date.edtf.partition("/")
    if len(first) != _DAY and date.period:
        return False
    if len(first) != _DAY:
        return len(first) == _MONTH and not last and first < published[:_MONTH]
    days = (last_day(last or first) - first_day(first)).days
    return first <= published and days <= _LONGEST and scope.norms[scope.items[i].first - 1] not in {"đến", "trước"}


def is_old(scope: Scope, date: DateMention) -> bool:
    """Whether it was so long before the article that those named beside it need not have been there."""
    published = scope.reading.document.published or date.edtf
    return (first_day(published) - last_day(date.edtf)).days > _NEWS_DAYS


def in_passing(scope: Scope, at: int, date: DateMention, licence: int) -> Mention | None:
    """The gathering named at the cue and held on the day at item `at`; licence: the token of what licenses the noun.

    Those are there whom its name gives, and who is told to have said or promised something there.
    """
    if scope.cue.kind in _NOT_ALONE or (" " not in scope.cue.form and len(date.edtf) < _DAY):
        return None
    end = _name_end(scope, at)
    words = range(scope.items[scope.at].last, scope.items[end - 1].last)
    if any(table("passing", "unheld").at(scope.norms, token) for token in words):
        return None
    mention = filled(scope, list(range(scope.at, end)))
    mention.attendees = _doer(scope, licence) + _parties(scope, end)
    mention.evidence = scope.reading.span(scope.items[scope.at].first, scope.items[end - 1].last)
    mention.date, mention.framing, mention.dated = date, True, True
    if scope.cue.open_floor and _is_the_news(scope, date):
        mention.framing = False
    return mention


def _is_the_news(scope: Scope, date: DateMention) -> bool:
    """Whether the lead names it as what was held the day before or so: the article goes on to tell of it."""
    reading, published = scope.reading, scope.reading.document.published or ""
    lead = reading.sentence_of(reading.starts[scope.items[scope.at].first]) < _LEAD_SENTENCES
    first, _, last = date.edtf.partition("/")
    return lead and len(first) == _DAY and (first_day(published) - last_day(last or first)).days <= _FRESH_DAYS


def dated(scope: Scope, mention: Mention, at: int, date: DateMention, licence: int) -> Mention:
    """The mention, completed by the day at item `at` where it is only the frame of something else."""
    if table("licence", "beside").at(scope.norms, licence):
        mention.framing = True
        mention.attendees = _parties(scope, _name_end(scope, at)) or mention.attendees
    if mention.framing and scope.cue.open_floor and _is_the_news(scope, date):
        mention.framing = bool(table("licence", "beside").at(scope.norms, licence))
    if mention.framing and not mention.attendees and mention.cue.kind not in _NOT_ALONE:
        mention.attendees = _doer(scope, licence) + _parties(scope, _name_end(scope, at))
        mention.date, mention.dated = mention.date or date, True
    return mention


def _name_end(scope: Scope, at: int) -> int:
    """The item past what names the gathering, whose day stands at item `at`."""
    for i in range(at + 1, scope.high):
        item = scope.items[i]
        if item.closes or item.cue or item.date or not (item.norm.isalnum() or item.phrase):
            return i
        if i == at + 1 and item.norm not in _AFTER_DAY:
            return i
    return scope.high


def _parties(scope: Scope, end: int) -> list[Phrase]:
    """Whose gathering it is: "giữa A và B", "với C", "của D", "HĐND tỉnh" right after the noun, "mà tỉnh E mở"."""
    found: list[Phrase] = []
    for i in range(scope.at + 1, end):
        phrase, before = scope.items[i].phrase, scope.norms[scope.items[i].first - 1]
        if phrase is None or phrase.kind not in _STANDING:
            continue
        whose = before in _PARTY or before == "mà" or (before == "và" and bool(found))
        if whose or (i == scope.at + 1 and phrase.kind is EntityKind.BODY):
            found.append(phrase)
    return found


def _doer(scope: Scope, licence: int) -> list[Phrase]:
    """Who said it there: right before the verb that leads to it, or of whom is told that he did "như đã hẹn tại"."""
    before = [item for item in scope.items[scope.low : scope.at] if item.last <= licence]
    tokens = range(max(0, licence - _LEADING_TOKENS), licence)
    if any(table("passing", "as_said").at(scope.norms, token) for token in tokens):
        return [item.phrase for item in before if item.phrase and item.phrase.kind in ATTENDING][:1]
    if not table("passing", "there").at(scope.norms, licence):
        return []
    if not before and scope.norms[licence] not in {"sau", "ngay"}:
        return _speaker(scope)
    for i, item in reversed(list(enumerate(before[-_LEADING_ITEMS:], max(0, len(before) - _LEADING_ITEMS)))):
        phrase = before[i - 1].phrase if item.closes and i else item.phrase if i == len(before) - 1 else None
        if phrase:
            return [phrase] if phrase.kind in ATTENDING else []
        if item.norm in _TURNS or item.date or item.cue or item.phrase:
            return []
    return []


def _speaker(scope: Scope) -> list[Phrase]:
    """Who spoke there where that opens the sentence: "Tại lễ khởi công ngày 14/6/2019, ông A, khi ấy là B, nói ..."."""
    comma = next((i for i in range(scope.at, scope.high) if scope.items[i].norm == ","), scope.high)
    phrase = scope.items[comma + 1].phrase if comma + 1 < scope.high else None
    if phrase is None or phrase.kind not in ATTENDING:
        return []
    following = scope.items[comma + 2 : min(scope.high, comma + _MAIN_ITEMS)]
    said = next((k for k, item in enumerate(following) if item.closes), None)
    return [phrase] if said is not None and not any(item.date for item in following[:said]) else []
