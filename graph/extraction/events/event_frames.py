"""The gatherings that a sentence reports, by its nouns ("buổi làm việc") and its verbs ("kiểm tra", "ký kết")."""

from camket.graph.edtf import first_day
from camket.graph.extraction.events.event_cues import Frame, Item, table
from camket.graph.extraction.events.event_doers import (
    are_two,
    clause_of,
    coming,
    doing_meanwhile,
    is_done_by_delegation,
    opening_doer,
)
from camket.graph.extraction.events.event_mention import Mention, filled, is_long_past
from camket.graph.extraction.events.event_nouns import by_noun
from camket.graph.extraction.events.event_openings import ATTENDING
from camket.graph.extraction.events.event_presupposed import adverbial_end
from camket.graph.extraction.events.event_reported import clause_reported, teller_of
from camket.graph.extraction.events.event_scope import Scope
from camket.graph.extraction.events.event_sides import (
    are_inspectors,
    are_made_to_come,
    by_many,
    guests,
    is_complete,
    is_on_paper,
    meets,
    upon,
    visited,
    with_many,
    with_stranger,
)
from camket.graph.extraction.events.event_when_where import date_of, location_of
from camket.graph.extraction.reading import Phrase, Reading
from camket.graph.facts import EventKind

_YEAR = 366  # days after which a gathering is history
_TERM = 6 * _YEAR  # the same where its day is told with it: what was promised there is told of for a term of office
_ONLY_DAY = frozenset({"day"})  # what rites need that may be told in the passive
_PASSIVE_ITEMS = 5  # items at most between "được" and the verb, who does it among them
_FORMALLY = frozenset({"chính", "thức", "và", ","})
_PARTIES = frozenset({"đoàn", "tổ", "đội"})  # right before a verb that then only says what they do
_NOT_YET = frozenset({"sẽ", "chưa", "kiến", "phải", "cần", "để"})
_NEWS_DAYS = 7  # what was opened before is no news
_UNREAL_WORDS = 3  # words before a verb in which a negation or an order makes it unreal
_OPENING_ITEMS = 3  # items in which a sentence says that it goes back in time
_OF_TWO = frozenset({EventKind.MEETING, EventKind.SIGNING, EventKind.WORKING_SESSION})  # done by "hai bên"
_ON_THE_WAY = frozenset({EventKind.CEREMONY, EventKind.INSPECTION, EventKind.VISIT})
_BY_PARTY = frozenset({Frame.OF, Frame.WITH})  # frames whose doer may be "đoàn" alone
_DAY = len("2024-03-07")


def mentions(reading: Reading, items: list[Item]) -> list[Mention]:
    """The gatherings that the sentence `items` were cut from reports, in text order."""
    found: list[Mention] = []
    floor = 0
    earlier = any(table("licence", "earlier").at(reading.norms, item.first) for item in items[:_OPENING_ITEMS])
    opening = [i for i, item in enumerate(items[:_OPENING_ITEMS]) if item.date][:1]
    for at, item in enumerate(items):
        if item.cue is None:
            continue
        scope = Scope(reading, items, at, floor)
        last = found[-1] if found else None
        reported = clause_reported(scope)
        if reported is not None and reported < at:
            scope = Scope(reading, items, at, max(floor, reported))
        mention = by_noun(scope) if item.cue.frame is Frame.NOUN else _by_verb(scope, last)
        if mention and reported is not None:
            mention.reported = True
            mention.told_from = reading.starts[items[reported].first]
            if teller := teller_of(scope, reported):
                mention.attendees = [teller, *(p for p in mention.attendees if p.entity != teller.entity)]
        if mention and not is_long_past(reading, mention, _TERM if mention.dated else _YEAR):
            if opening and opening[0] < at and not (mention.date or mention.framing) and at in scope.open:
                mention.date = date_of(scope, opening)
            if mention.framing or (mention.echo and item.cue.frame is Frame.NOUN):
                floor = adverbial_end(scope)
            mention.before = earlier and _is_done_on_the_way(scope, items)
            mention.framing = mention.framing or earlier
            found.append(mention)
    return found


def _is_done_on_the_way(scope: Scope, items: list[Item]) -> bool:
    """Whether it is a rite, visit or inspection that "trước đó" alone sets before what is being told."""
    on_the_way = scope.cue.frame is Frame.OF and scope.cue.kind in _ON_THE_WAY
    return (
        on_the_way
        and scope.norms[items[0].first : items[0].first + 3] == ["trước", "đó", ","]
        and not any(i.date for i in items)
    )


def _by_verb(scope: Scope, before: Mention | None) -> Mention | None:
    """The mention that a verb makes, or None where it lacks what its frame asks for.

    before: the last mention of the sentence, whose subject a verb in a row shares ("dâng hương ..., thăm ...").
    """
    if opened := _opened(scope):
        return opened
    came = coming(scope) or (doing_meanwhile(scope) if scope.cue.frame is Frame.OF else [])
    if (scope.at not in scope.open and not came) or _belongs_to_noun(scope) or (_unreal(scope) and not came):
        return None
    frame = scope.cue.frame
    if frame is Frame.PASSIVE:
        mention = filled(scope, scope.open, echo=True)
        mention.attendees = []
        return mention
    in_row = scope.items[scope.at - 1].norm in {",", ";", "và"} if scope.at else False
    shared = before if in_row and before and before.cue.frame is Frame.OF else None
    subjects, objects = _sides(scope, came, shared)
    same_party = shared is not None and shared.party
    party = frame in _BY_PARTY and not subjects and (same_party or is_done_by_delegation(scope))
    hosted = scope.cue.kind is EventKind.RECEPTION  # the guest is enough: "lãnh đạo tỉnh sẽ tiếp đoàn"
    two = frame in (Frame.JOINT, Frame.OF) and not subjects and scope.cue.kind in _OF_TWO and are_two(scope)
    clause = clause_of(scope, came[0]) if came else scope.open
    mention = filled(scope, clause)
    many = frame is Frame.WITH and not subjects and by_many(scope, mention, objects)
    led = bool(subjects) and _says_which_party(scope)
    if not (subjects or hosted or party or two or many) or led or not meets(scope):
        return None
    mention.told_from = scope.reading.starts[scope.items[clause[0]].first] if came else 0
    mention.party, mention.two = party, two
    return _completed(scope, mention, subjects, objects)


def _says_which_party(scope: Scope) -> bool:
    """Whether the verb only says what those do whom the noun before it names: "ông A đứng chờ đoàn kiểm tra"."""
    before = scope.items[scope.at - 1] if scope.at else None
    if before is None or before.phrase or before.norm not in _PARTIES:
        return False
    return scope.norms[before.first - 1] != "trưởng"


def _opened(scope: Scope) -> Mention | None:
    """What was begun or opened these days, told in the passive: "Cầu A được UBND huyện B khánh thành sáng 5/8"."""
    if scope.cue.kind is not EventKind.CEREMONY or scope.cue.needs != _ONLY_DAY or scope.at not in scope.open:
        return None
    low = max(scope.low, scope.at - _PASSIVE_ITEMS)
    by = next((i for i in range(scope.at - 1, low - 1, -1) if scope.items[i].norm == "được"), None)
    if by is None or any(not _may_open(item) for item in scope.items[by + 1 : scope.at]):
        return None
    mention, published = filled(scope, scope.open), scope.reading.document.published or ""
    if mention.date is None or len(published) != _DAY or len(mention.date.edtf) != _DAY:
        return None
    if not 0 <= (first_day(published) - first_day(mention.date.edtf)).days <= _NEWS_DAYS or _is_ahead(scope, by):
        return None
    mention.passive = True
    return mention


def _may_open(item: Item) -> bool:
    return item.norm in _FORMALLY or (item.phrase is not None and item.phrase.kind in ATTENDING)


def _is_ahead(scope: Scope, by: int) -> bool:
    return any(item.norm in _NOT_YET for item in scope.items[max(scope.low, by - _UNREAL_WORDS) : by])


def _sides(scope: Scope, came: list[Phrase], shared: Mention | None) -> tuple[list[Phrase], list[Phrase]]:
    """Who does it, and whom it is done with or to. shared: the mention before, whose doers a verb in a row shares."""
    frame, joint = scope.cue.frame, scope.cue.frame is Frame.JOINT
    subjects, objects = scope.subjects(places=joint), scope.objects(places=joint)
    if not subjects and (doer := opening_doer(scope)):
        subjects, objects = [doer], [p for p in objects if p.span.start < doer.span.start]
    if not subjects and shared:
        subjects = [p for p in shared.attendees if p.span.end <= scope.reading.starts[shared.token]]
    if frame is Frame.UPON:
        objects = upon(scope)
    return came if came and frame is Frame.OF else subjects, objects


def _completed(scope: Scope, mention: Mention, subjects: list[Phrase], objects: list[Phrase]) -> Mention | None:
    """The mention with those who are there, or None where the other side, the day or the place is missing."""
    if "paper" in scope.cue.needs and not is_on_paper(scope):
        return None
    if "inspectors" in scope.cue.needs and not are_inspectors(scope.reading, subjects):
        return None
    if "coming" in scope.cue.needs and not are_made_to_come(scope, objects):
        return None
    upon_site = scope.cue.frame is Frame.UPON and not objects
    others = with_many(scope, mention, subjects) or with_stranger(scope, subjects)
    complete = others or is_complete(scope.reading, scope.cue, subjects, objects)
    if not (complete or upon_site or mention.two):
        return None
    if scope.cue.frame is not Frame.OF and not upon_site:
        mention.attendees = subjects + objects
        return mention
    mention.location = mention.location or location_of(scope, scope.unquoted)
    mention.visited = visited(scope, mention)
    mention.attendees = subjects + ([mention.visited] if mention.visited else guests(scope, objects))
    return mention if _is_fixed(scope, mention, bool(subjects)) else None


def _is_fixed(scope: Scope, mention: Mention, done_by_somebody: bool) -> bool:
    """Whether the day and the place that the verb asks for are told, in its sentence or before ("dịp này")."""
    dated = mention.date is not None and len(mention.date.edtf.partition("/")[0]) == _DAY
    if done_by_somebody and _on_this_occasion(scope):
        return True
    told = {"day": dated, "place": mention.location is not None}
    needs = scope.cue.needs & told.keys()
    return all(told[need] for need in needs) if needs else any(told.values())


def _belongs_to_noun(scope: Scope) -> bool:
    """Whether the verb only goes on with the noun before: "lễ khánh thành, bàn giao", "hội nghị gặp gỡ"."""
    before = scope.items[max(scope.low, scope.at - 2) : scope.at]
    before = before[:1] if before and before[-1].norm in {",", "và", "-"} else before[-1:]
    return bool(before and before[0].cue and before[0].cue.frame is Frame.NOUN)


def _on_this_occasion(scope: Scope) -> bool:
    """Whether the sentence opens with "dịp này" or the like, so that when and where are told before."""
    opening = scope.items[:2]
    return any(table("licence", "same_occasion").at(scope.norms, item.first) for item in opening)


def _unreal(scope: Scope) -> bool:
    """Whether a negation, an order or a plan right before the verb, outside names, makes it not done."""
    first = scope.items[scope.at].first
    if table("licence", "ahead").at(scope.norms, scope.items[scope.low].first):
        return True
    floor = max(scope.items[scope.low].first, first - _UNREAL_WORDS)
    words = [item for item in scope.items[scope.low : scope.at] if item.last > floor and not item.phrase]
    tokens = [token for item in words for token in range(max(item.first, floor), item.last)]
    return any(_forbids(scope.norms, token) for token in tokens)


def _forbids(norms: list[str], token: int) -> bool:
    """Whether a word that makes a verb unreal ends at `token`; "đoàn công tác" and "chuyến công tác" do not."""
    length = table("licence", "unreal").ending(norms, token)
    return length > 0 and not table("licence", "journeys").ending(norms, token - length)
