"""The other side of a verb that reports a gathering: who is met, visited or signed with, and whether that suffices."""

from camket.graph.extraction.events.event_cues import Cue, Frame, table
from camket.graph.extraction.events.event_mention import Mention
from camket.graph.extraction.events.event_scope import Scope
from camket.graph.extraction.reading import Phrase, Reading
from camket.graph.facts import EntityKind, EventKind

_PERSONS = (EntityKind.PERSON, EntityKind.POST)
_PRIVATE_ITEMS = 5  # items after "gặp" within which "qua mạng" makes it nobody's business
_SITE_ITEMS = 9  # items after "kiểm tra" within which it is said whose site it is
_PAPER_ITEMS = 8  # items after "ký với" within which it is said what is signed
_INSPECTORS = ("đoàn kiểm tra", "đoàn thanh tra", "đoàn giám sát", "đoàn liên ngành", "tổ kiểm tra", "đội kiểm tra")
_CROWD_ITEMS = 4  # items at most between "bà con" and the verb
_BETWEEN = frozenset({"với", "giữa", "cùng"})
TO_PEOPLE = ("thăm hỏi", "tặng quà", "trao quà", "chúc tết", "động viên", "chúc thọ", "tri ân")
"""In the form of a visit: it is people who are called on."""
_DAY = len("2024-03-07")
_WITH = frozenset({"và", "cùng", "với"})


def is_complete(reading: Reading, cue: Cue, subjects: list[Phrase], objects: list[Phrase]) -> bool:
    if cue.kind is EventKind.WORKING_SESSION and _is_questioning(reading, subjects, objects):
        return False
    party = not subjects or any(reading.entities[p.entity].name.startswith("Đoàn ") for p in subjects)
    if "person" in cue.needs and not party and not any(p.kind in _PERSONS for p in subjects + objects):
        return False
    if cue.frame is Frame.JOINT:
        return len({p.entity for p in subjects + objects}) > 1
    return bool(objects) or cue.frame is Frame.OF


def visited(scope: Scope, mention: Mention) -> Phrase | None:
    """The body that is visited or inspected: named right after the verb, or whose kitchen, works or files are."""
    if scope.cue.kind not in (EventKind.VISIT, EventKind.INSPECTION) or scope.at + 1 >= scope.high:
        return None
    phrase = scope.items[scope.at + 1].phrase or _owner_of_site(scope)
    there = mention.location is not None and phrase is not None and mention.location.span.start == phrase.span.start
    return phrase if phrase and phrase.kind is EntityKind.BODY and not there else None


def guests(scope: Scope, objects: list[Phrase]) -> list[Phrase]:
    """Those among the objects of a verb of one doer who are there: who is tried, called on at home, or talked with."""
    kind = scope.cue.kind
    if kind is EventKind.OTHER:
        return [p for p in objects if p.kind is EntityKind.PERSON]
    if kind is EventKind.VISIT and any(word in scope.cue.form for word in TO_PEOPLE):
        return [p for p in objects[:1] if p.kind is EntityKind.PERSON]
    if kind in (EventKind.MEETING, EventKind.CONFERENCE):
        before = [scope.norms[scope.reading.token_at(p.span.start) - 1] for p in objects]
        return [p for p, word in zip(objects, before, strict=True) if word in _BETWEEN]
    return []


def upon(scope: Scope) -> list[Phrase]:
    """The body that is inspected: the first after the verb that "đối với" or "tại" stands before."""
    for i in (i for i in scope.unquoted if i > scope.at):
        phrase = scope.items[i].phrase
        if phrase and phrase.kind == EntityKind.BODY and scope.norms[scope.items[i].first - 1] in {"với", "tại"}:
            return [phrase]
    return []


def by_many(scope: Scope, mention: Mention, objects: list[Phrase]) -> bool:
    """Whether many without a name meet somebody on a day told: "Sáng 5/8, bà con đã đối thoại với ông A"."""
    if not (scope.cue.open_floor and objects and mention.date) or len(mention.date.edtf) != _DAY:
        return False
    before = scope.items[max(scope.low, scope.at - _CROWD_ITEMS) : scope.at]
    return any(item.phrase and item.phrase.kind is EntityKind.GROUP for item in before)


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


def are_inspectors(reading: Reading, subjects: list[Phrase]) -> bool:
    """Whether those who do it have come to inspect: "Đoàn kiểm tra của Sở A"."""
    return bool(subjects) and all(reading.entities[p.entity].name.lower().startswith(_INSPECTORS) for p in subjects)


def are_made_to_come(scope: Scope, objects: list[Phrase]) -> bool:
    """Whether the other side comes: "mời hai công ty đến hội trường trả lời"."""
    after = [i for i in range(scope.at + 1, scope.high) if scope.items[i].phrase in objects]
    last = after[-1] + 1 if after else scope.high
    return last < scope.high and bool(table("scope", "coming").at(scope.norms, scope.items[last].first))


def is_on_paper(scope: Scope) -> bool:
    """Whether the clause names what is signed: "ký với Công ty A hợp đồng tài trợ"."""
    end = min(scope.high, scope.at + _PAPER_ITEMS)
    return any(table("scope", "papers").at(scope.norms, item.first) for item in scope.items[scope.at + 1 : end])


def with_many(scope: Scope, mention: Mention, subjects: list[Phrase]) -> bool:
    """Whether somebody meets many without a name on a day told: "Sáng 5/8, ông A đối thoại với 200 hộ dân"."""
    if not (scope.cue.open_floor or "person" in scope.cue.needs) or scope.cue.frame is not Frame.WITH:
        return False
    if mention.date is None or not subjects or scope.at + 1 >= scope.high:
        return False
    many = scope.items[scope.at + 1].phrase
    group = many is not None and many.kind is EntityKind.GROUP
    if "person" in scope.cue.needs:  # "ông A xuống tận ruộng gặp bà con", but not a team that meets others
        return group and len(mention.date.edtf) == _DAY and all(p.kind is EntityKind.PERSON for p in subjects)
    counted = scope.norms[scope.items[scope.at + 1].first].isdigit()  # "họp khẩn với 12 bệnh viện"
    return len(mention.date.edtf) == _DAY and (group or counted or mention.location is not None)


def with_stranger(scope: Scope, subjects: list[Phrase]) -> bool:
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


def meets(scope: Scope) -> bool:
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
