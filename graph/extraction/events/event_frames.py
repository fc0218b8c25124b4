"""The gatherings that a sentence reports, by its nouns ("buổi làm việc") and its verbs ("kiểm tra", "ký kết")."""

from camket.graph.extraction.events.event_cues import Cue, Frame, Item, table
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
from camket.graph.extraction.events.event_presupposed import adverbial_end
from camket.graph.extraction.events.event_scope import Scope
from camket.graph.extraction.events.event_when_where import date_of, location_of
from camket.graph.extraction.reading import Phrase, Reading
from camket.graph.facts import EntityKind, EventKind

_YEAR = 366  # days after which a gathering is history
_TERM = 6 * _YEAR  # the same where its day is told with it: what was promised there is told of for a term of office
_UNREAL_WORDS = 3  # words before a verb in which a negation or an order makes it unreal
_OPENING_ITEMS = 3  # items in which a sentence says that it goes back in time
_PERSONS = (EntityKind.PERSON, EntityKind.POST)
_OF_TWO = frozenset({EventKind.MEETING, EventKind.SIGNING, EventKind.WORKING_SESSION})  # done by "hai bên"
_PRIVATE_ITEMS = 5  # items after "gặp" within which "qua mạng" makes it nobody's business
_SITE_ITEMS = 9  # items after "kiểm tra" within which it is said whose site it is
_PAPER_ITEMS = 8  # items after "ký với" within which it is said what is signed
_BY_PARTY = frozenset({Frame.OF, Frame.WITH})  # frames whose doer may be "đoàn" alone
_DAY = len("2024-03-07")
_WITH = frozenset({"và", "cùng", "với"})


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
        mention = by_noun(scope) if item.cue.frame is Frame.NOUN else _by_verb(scope, last)
        if mention and not is_long_past(reading, mention, _TERM if mention.dated else _YEAR):
            if opening and opening[0] < at and not (mention.date or mention.framing) and at in scope.open:
                mention.date = date_of(scope, opening)
            if mention.framing or (mention.echo and item.cue.frame is Frame.NOUN):
                floor = adverbial_end(scope)
            mention.framing = mention.framing or earlier
            found.append(mention)
    return found


def _by_verb(scope: Scope, before: Mention | None) -> Mention | None:
    """The mention that a verb makes, or None where it lacks what its frame asks for.

    before: the last mention of the sentence, whose subject a verb in a row shares ("dâng hương ..., thăm ...").
    """
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
    if not (subjects or hosted or party or two) or not _meets(scope):
        return None
    clause = clause_of(scope, came[0]) if came else scope.open
    mention = filled(scope, clause)
    mention.told_from = scope.reading.starts[scope.items[clause[0]].first] if came else 0
    mention.party, mention.two = party, two
    return _completed(scope, mention, subjects, objects)


def _sides(scope: Scope, came: list[Phrase], shared: Mention | None) -> tuple[list[Phrase], list[Phrase]]:
    """Who does it, and whom it is done with or to. shared: the mention before, whose doers a verb in a row shares."""
    frame, joint = scope.cue.frame, scope.cue.frame is Frame.JOINT
    subjects, objects = scope.subjects(places=joint), scope.objects(places=joint)
    if not subjects and (doer := opening_doer(scope)):
        subjects, objects = [doer], [p for p in objects if p.span.start < doer.span.start]
    if not subjects and shared:
        subjects = [p for p in shared.attendees if p.span.end <= scope.reading.starts[shared.token]]
    if frame is Frame.UPON:
        objects = scope.upon()
    return came if came and frame is Frame.OF else subjects, objects


def _completed(scope: Scope, mention: Mention, subjects: list[Phrase], objects: list[Phrase]) -> Mention | None:
    """The mention with those who are there, or None where the other side, the day or the place is missing."""
    if "paper" in scope.cue.needs and not _is_on_paper(scope):
        return None
    if "coming" in scope.cue.needs and not _are_made_to_come(scope, objects):
        return None
    upon_site = scope.cue.frame is Frame.UPON and not objects
    others = _with_many(scope, mention, subjects) or _with_stranger(scope, subjects)
    complete = others or _complete(scope.reading, scope.cue, subjects, objects)
    if not (complete or upon_site or mention.two):
        return None
    if scope.cue.frame is not Frame.OF and not upon_site:
        mention.attendees = subjects + objects
        return mention
    mention.location = mention.location or location_of(scope, scope.unquoted)
    mention.visited = _visited(scope, mention)
    tried = [p for p in objects if p.kind is EntityKind.PERSON] if scope.cue.kind is EventKind.OTHER else []
    mention.attendees = subjects + ([mention.visited] if mention.visited else tried)
    return mention if _is_fixed(scope, mention, bool(subjects)) else None


def _is_fixed(scope: Scope, mention: Mention, done_by_somebody: bool) -> bool:
    """Whether the day and the place that the verb asks for are told, in its sentence or before ("dịp này")."""
    dated = mention.date is not None and len(mention.date.edtf.partition("/")[0]) == _DAY
    if done_by_somebody and _on_this_occasion(scope):
        return True
    told = {"day": dated, "place": mention.location is not None}
    return all(told[need] for need in scope.cue.needs) if scope.cue.needs else any(told.values())


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
    if scope.norms[scope.items[scope.low].first : scope.items[scope.low].first + 2] == ["dự", "kiến"]:
        return True
    floor = max(scope.items[scope.low].first, first - _UNREAL_WORDS)
    words = [item for item in scope.items[scope.low : scope.at] if item.last > floor and not item.phrase]
    tokens = [token for item in words for token in range(max(item.first, floor), item.last)]
    return any(_forbids(scope.norms, token) for token in tokens)


def _forbids(norms: list[str], token: int) -> bool:
    """Whether a word that makes a verb unreal ends at `token`; "đoàn công tác" and "chuyến công tác" do not."""
    length = table("licence", "unreal").ending(norms, token)
    return length > 0 and not table("licence", "journeys").ending(norms, token - length)


def _complete(reading: Reading, cue: Cue, subjects: list[Phrase], objects: list[Phrase]) -> bool:
    if cue.kind is EventKind.WORKING_SESSION and _is_questioning(reading, subjects, objects):
        return False
    party = not subjects or any(reading.entities[p.entity].name.startswith("Đoàn ") for p in subjects)
    if "person" in cue.needs and not party and not any(p.kind in _PERSONS for p in subjects + objects):
        return False
    if cue.frame is Frame.JOINT:
        return len({p.entity for p in subjects + objects}) > 1
    return bool(objects) or cue.frame is Frame.OF


def _visited(scope: Scope, mention: Mention) -> Phrase | None:
    """The body that is visited or inspected: named right after the verb, or whose kitchen, works or files are."""
    if scope.cue.kind not in (EventKind.VISIT, EventKind.INSPECTION) or scope.at + 1 >= scope.high:
        return None
    phrase = scope.items[scope.at + 1].phrase or _owner_of_site(scope)
    there = mention.location is not None and phrase is not None and mention.location.span.start == phrase.span.start
    return phrase if phrase and phrase.kind is EntityKind.BODY and not there else None


def _owner_of_site(scope: Scope) -> Phrase | None:
    """The body after "của" where only small words stand between it and the verb: "kiểm tra bếp ăn của Trường A"."""
    for item in scope.items[scope.at + 1 : min(scope.high, scope.at + _SITE_ITEMS)]:
        if item.phrase:
            owns = item.phrase.kind is EntityKind.BODY and scope.norms[item.first - 1] == "của"
            return item.phrase if owns else None
        if not item.norm.isalpha() or item.date or item.cue:
            return None
    return None


def _is_questioning(reading: Reading, subjects: list[Phrase], objects: list[Phrase]) -> bool:
    """Whether the police work with people alone: "Công an làm việc với A về hành vi gây rối" is no gathering."""
    police = [p for p in subjects if reading.entities[p.entity].category == "PoliceBody"]
    people = all(p.kind is EntityKind.PERSON and p.span == p.name for p in objects)
    return bool(police) and len(police) == len(subjects) and people


def _are_made_to_come(scope: Scope, objects: list[Phrase]) -> bool:
    """Whether the other side comes: "mời hai công ty đến hội trường trả lời"."""
    after = [i for i in range(scope.at + 1, scope.high) if scope.items[i].phrase in objects]
    last = after[-1] + 1 if after else scope.high
    return last < scope.high and bool(table("scope", "coming").at(scope.norms, scope.items[last].first))


def _is_on_paper(scope: Scope) -> bool:
    """Whether the clause names what is signed: "ký với Công ty A hợp đồng tài trợ"."""
    end = min(scope.high, scope.at + _PAPER_ITEMS)
    return any(table("scope", "papers").at(scope.norms, item.first) for item in scope.items[scope.at + 1 : end])


def _with_many(scope: Scope, mention: Mention, subjects: list[Phrase]) -> bool:
    """Whether somebody meets many without a name on a day told: "Sáng 5/8, ông A đối thoại với 200 hộ dân"."""
    if not scope.cue.open_floor or scope.cue.frame is not Frame.WITH:
        return False
    if mention.date is None or not subjects or scope.at + 1 >= scope.high:
        return False
    many = scope.items[scope.at + 1].phrase
    group = many is not None and many.kind is EntityKind.GROUP
    counted = scope.norms[scope.items[scope.at + 1].first].isdigit()  # "họp khẩn với 12 bệnh viện"
    return len(mention.date.edtf) == _DAY and (group or counted or mention.location is not None)


def _with_stranger(scope: Scope, subjects: list[Phrase]) -> bool:
    """Whether the other who signs is a name that nothing else tells of: "Công ty A và nhà nhập khẩu Fresh B.V. ký"."""
    named = scope.at > scope.low and scope.items[scope.at - 1].phrase is None
    if scope.cue.kind is not EventKind.SIGNING or not (named and subjects):
        return False
    if not scope.reading.words[scope.items[scope.at - 1].first][:1].isupper():
        return False
    between = [
        item
        for item in scope.items[scope.low : scope.at]
        if item.first > scope.reading.token_at(subjects[-1].span.start)
    ]
    return any(item.norm in _WITH for item in between)


def _meets(scope: Scope) -> bool:
    """Whether a verb of one syllable is the whole verb: "tiếp đoàn", "gặp ông A", but not "tiếp thu", "gặp khó"."""
    if scope.cue.frame is not Frame.WITH or (" " in scope.cue.form and not scope.cue.needs):
        return True
    following = scope.items[scope.at + 1] if scope.at + 1 < scope.high else None
    after = scope.items[scope.at + 1 : min(scope.high, scope.at + _PRIVATE_ITEMS)]
    if any(table("licence", "private_after").at(scope.norms, item.first) for item in after):
        return False
    if following is None:
        return False
    return following.phrase is not None or bool(table("scope", "before_object").at(scope.norms, following.first))
