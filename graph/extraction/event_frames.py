"""One place where an article reports a gathering: what lets the word stand for it, and what its sentence says of it."""

from dataclasses import dataclass, field

from camket.graph.edtf import first_day, last_day
from camket.graph.extraction.event_cues import Cue, Frame, Item, table
from camket.graph.extraction.event_scope import Scope
from camket.graph.extraction.reading import DateMention, Phrase, Reading
from camket.graph.extraction.venues import Location
from camket.graph.facts import EntityKind, EventKind, Span

_FILLER_WORDS = 3  # words skipped at most between a licence and its noun
_UNREAL_WORDS = 3  # words before a verb in which a negation or an order makes it unreal
_OPENING_ITEMS = 3  # items in which a sentence says that it goes back in time
_DATELINE_ITEMS = 12
_DATELINE_ENDS = frozenset("-–)")
_MARKS = frozenset(",;:-–)")
_UPCOMING_TOKENS = 5  # tokens after a noun in which "sắp tới" makes it one that has not been held
_YEAR = 366
_DAY = len("2024-03-07")


@dataclass(slots=True)
class Mention:
    """A cue that stands for a gathering, with the slots its sentence fills.

    echo: the wording points at a gathering told elsewhere ("tại buổi làm việc"); framing: it is only the frame of
    something else, or long past ("trong khuôn khổ chuyến thăm", "trước đó"). `attendees` in text order, chair and
    organizer among them. ordinal: the number it bears ("kỳ họp thứ 6").
    """

    cue: Cue
    token: int
    evidence: Span
    echo: bool = False
    framing: bool = False
    date: DateMention | None = None
    location: Location | None = None
    attendees: list[Phrase] = field(default_factory=list)
    chair: Phrase | None = None
    organizer: Phrase | None = None
    ordinal: str = ""


def mentions(reading: Reading, items: list[Item]) -> list[Mention]:
    """The gatherings that the sentence `items` were cut from reports, in text order."""
    found: list[Mention] = []
    floor = 0
    earlier = any(table("licence", "earlier").at(reading.norms, item.first) for item in items[:_OPENING_ITEMS])
    for at, item in enumerate(items):
        if item.cue is None:
            continue
        scope = Scope(reading, items, at, floor)
        last = found[-1] if found else None
        mention = _by_noun(scope) if item.cue.frame is Frame.NOUN else _by_verb(scope, last)
        if mention and not _long_past(reading, mention):
            mention.framing = mention.framing or earlier
            found.append(mention)
            if mention.framing or (mention.echo and item.cue.frame is Frame.NOUN):
                floor = _adverbial_end(scope)
    return found


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
    kinds = [(table("licence", kind).ending(norms, token), -rank, kind) for rank, kind in enumerate(_LICENCES)]
    length, _, kind = max(kinds)
    return _Licence(kind if length else "", token - length + 1, length)


_LICENCES = ("report", "echo", "frame")


def _by_noun(scope: Scope) -> Mention | None:
    """The mention that a noun makes, or None where nothing licenses it."""
    norms, item = scope.norms, scope.items[scope.at]
    follows = item.last < len(norms)
    previous = scope.items[scope.at - 1].cue if scope.at else None
    if previous and previous.frame is Frame.NOUN:
        return None
    if table("licence", "not_before").ending(norms, item.first - 1):
        return None
    if follows and (table("licence", "not_after").at(norms, item.last) or _upcoming(scope)):
        return None
    if scope.at not in scope.open:
        return _presupposed(scope)
    licence = _licence(norms, item.first)
    if table("licence", "absent").ending(norms, licence.token - 1):
        return None
    if licence.kind == "frame":
        return _frame(scope)
    mention = _filled(scope, _around_noun(scope, licence), echo=licence.kind == "echo")
    if licence.kind == "echo" and scope.items[scope.low].first >= licence.token - _FILLER_WORDS:
        named_for = list(range(scope.at, _adverbial_end(scope)))  # "Tại hội thảo công bố kết quả ... ngày 17/10, ..."
        mention.date = mention.date or scope.date(named_for)
        mention.location = mention.location or scope.location(named_for)
    next_phrase = scope.items[scope.at + 1].phrase if scope.at + 1 < scope.high else None
    named = next_phrase is not None and next_phrase.kind == EntityKind.PERSON and next_phrase in mention.attendees
    after = follows and table("licence", "after").at(norms, item.last)
    if not (licence.kind or after or mention.date or named):
        return None
    mention_start = scope.reading.starts[item.first]
    if licence.kind == "report":
        mention.echo = not any(p.span.end < mention_start for p in mention.attendees)
        _host(scope, mention, licence)
    return mention


def _frame(scope: Scope) -> Mention:
    """The mention of a gathering that is only the frame of something else; its evidence is the adverbial."""
    end = _adverbial_end(scope)
    closed = next((i for i in range(scope.at + 1, end) if scope.items[i].closes), end)
    mention = _filled(scope, [i for i in scope.unquoted if scope.at <= i < closed])
    mention.evidence = scope.reading.span(scope.items[scope.at].first, scope.items[end - 1].last)
    mention.framing = True
    return mention


def _presupposed(scope: Scope) -> Mention | None:
    """What somebody's words take for granted: a visit with its guest and its place, a day's meeting of two."""
    if scope.at not in scope.unquoted:
        return None
    mention = _frame(scope)
    if scope.cue.kind is EventKind.VISIT:
        return mention if mention.location and mention.attendees else None
    return mention if mention.date and len(mention.attendees) > 1 else None


def _adverbial_end(scope: Scope) -> int:
    """The item where the adverbial that holds the noun ends."""
    return next((i for i in range(scope.at + 1, scope.high) if scope.items[i].norm == ","), scope.high)


def _upcoming(scope: Scope) -> bool:
    after = range(scope.items[scope.at].last, min(len(scope.norms), scope.items[scope.at].last + _UPCOMING_TOKENS))
    return any(table("licence", "upcoming").at(scope.norms, token) for token in after)


def _around_noun(scope: Scope, licence: _Licence) -> list[int]:
    """The items that may say who, when and where: of a visit only those after it, unless somebody makes it."""
    if scope.cue.kind is not EventKind.VISIT or licence.kind == "report":
        return scope.open
    return [i for i in scope.open if i >= scope.at]


def _host(scope: Scope, mention: Mention, licence: _Licence) -> None:
    """Fills who chairs or holds it where that is the verb before the noun."""
    doers = [p for p in scope.subjects() if p in mention.attendees]
    chairs = table("roles", "chair_verbs").at(scope.norms, licence.token)
    if chairs and len(doers) == 1 and doers[0].kind == EntityKind.PERSON:
        mention.chair = doers[0]
    holds = table("roles", "organizer_verbs").at(scope.norms, licence.token)
    if holds and doers and doers[0].kind == EntityKind.BODY:
        mention.organizer = doers[0]


def _by_verb(scope: Scope, before: Mention | None) -> Mention | None:
    """The mention that a verb makes, or None where it lacks what its frame asks for.

    before: the last mention of the sentence, whose subject a verb in a row shares ("dâng hương ..., thăm ...").
    """
    if scope.at not in scope.open or _unreal(scope):
        return None
    frame, joint = scope.cue.frame, scope.cue.frame is Frame.JOINT
    if frame is Frame.PASSIVE:
        mention = _filled(scope, scope.open, echo=True)
        mention.attendees = []
        return mention
    subjects, objects = scope.subjects(places=joint), scope.objects(places=joint)
    in_row = scope.at > 0 and scope.items[scope.at - 1].norm in {",", ";", "và"}
    if not subjects and in_row and before and before.cue.frame is Frame.OF:
        subjects = before.attendees
    if not subjects or not _complete(frame, subjects, objects) or not _meets(scope):
        return None
    mention = _filled(scope, scope.open)
    mention.attendees = subjects if frame is Frame.OF else subjects + objects
    dated = mention.date is not None and len(mention.date.edtf) == _DAY
    return None if frame is Frame.OF and not mention.location and not dated else mention


def _long_past(reading: Reading, mention: Mention) -> bool:
    """Whether it is history, more than a year before the article: told of, not reported."""
    published = reading.document.published
    if not published or not mention.date:
        return False
    return (first_day(published) - last_day(mention.date.edtf)).days > _YEAR


def _ordinal(scope: Scope) -> str:
    """The number that the noun bears right after it, "" for none."""
    norms, last = scope.norms, scope.items[scope.at].last
    token = last + (norms[last : last + 1] == ["lần"])
    return norms[token + 1] if norms[token : token + 1] == ["thứ"] and token + 1 < len(norms) else ""


def _unreal(scope: Scope) -> bool:
    first = scope.items[scope.at].first
    floor = max(scope.items[scope.low].first, first - _UNREAL_WORDS)
    return any(table("licence", "unreal").ending(scope.norms, token) for token in range(floor, first))


def _meets(scope: Scope) -> bool:
    """Whether a verb of one syllable is the whole verb: "tiếp đoàn", "gặp ông A", but not "tiếp thu", "gặp khó"."""
    if scope.cue.frame is not Frame.WITH or " " in scope.cue.form:
        return True
    following = scope.items[scope.at + 1] if scope.at + 1 < scope.high else None
    if following is None:
        return False
    return following.phrase is not None or bool(table("scope", "before_object").at(scope.norms, following.first))


def _complete(frame: Frame, subjects: list[Phrase], objects: list[Phrase]) -> bool:
    if frame is Frame.JOINT:
        return len({p.entity for p in subjects + objects}) > 1
    return bool(objects) or frame is Frame.OF


def _clause_start(scope: Scope) -> int:
    """The first item of the clause: marks that end what was before, and the dateline of an article, are left out."""
    low, items = scope.low, scope.items
    if items[low].first <= 1:
        opening = items[low : min(scope.at, low + _DATELINE_ITEMS)]
        named = next((i for i, item in enumerate(opening) if item.phrase or item.norm == ","), len(opening))
        low += max((i for i, item in enumerate(opening[:named]) if item.norm in _DATELINE_ENDS), default=0)
    return next(i for i in range(low, scope.at + 1) if items[i].norm not in _MARKS)


def _filled(scope: Scope, within: list[int], echo: bool = False) -> Mention:
    """The mention with the slots that the items `within` fill."""
    items, norms = scope.items, scope.norms
    evidence = scope.reading.span(items[_clause_start(scope)].first, items[scope.high - 1].last)
    mention = Mention(scope.cue, items[scope.at].first, evidence, echo, ordinal=_ordinal(scope))
    mention.date, mention.location = scope.date(within), scope.location(within)
    mention.attendees = scope.attendees(within)
    if mention.location:
        where = mention.location.span
        mention.attendees = [p for p in mention.attendees if not where.start <= p.span.start < where.end]
    for item in (items[i] for i in within):
        phrase = item.phrase
        if phrase and phrase in mention.attendees and norms[item.first - 1] == "do" and item.last < len(norms):
            if table("roles", "chair_verbs").at(norms, item.last):
                mention.chair = phrase
            elif table("roles", "organizer_verbs").at(norms, item.last):
                mention.organizer = phrase
    return mention
