"""The gatherings that a sentence reports, by its nouns ("buổi làm việc") and its verbs ("kiểm tra", "ký kết")."""

from camket.graph.extraction.events.event_cues import Frame, Item, table
from camket.graph.extraction.events.event_mention import Mention, filled, is_long_past
from camket.graph.extraction.events.event_nouns import adverbial_end, by_noun
from camket.graph.extraction.events.event_scope import Scope
from camket.graph.extraction.reading import Phrase, Reading
from camket.graph.facts import EventKind

_UNREAL_WORDS = 3  # words before a verb in which a negation or an order makes it unreal
_OPENING_ITEMS = 3  # items in which a sentence says that it goes back in time
_ADVERBS = frozenset({"đã", "cũng", "sẽ", "còn", "vừa", "tiếp", "tục"})
_DAY = len("2024-03-07")


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
        mention = by_noun(scope) if item.cue.frame is Frame.NOUN else _by_verb(scope, last)
        if mention and not is_long_past(reading, mention):
            mention.framing = mention.framing or earlier
            found.append(mention)
            if mention.framing or (mention.echo and item.cue.frame is Frame.NOUN):
                floor = adverbial_end(scope)
    return found


def _by_verb(scope: Scope, before: Mention | None) -> Mention | None:
    """The mention that a verb makes, or None where it lacks what its frame asks for.

    before: the last mention of the sentence, whose subject a verb in a row shares ("dâng hương ..., thăm ...").
    """
    if scope.at not in scope.open or _unreal(scope):
        return None
    frame, joint = scope.cue.frame, scope.cue.frame is Frame.JOINT
    if frame is Frame.PASSIVE:
        mention = filled(scope, scope.open, echo=True)
        mention.attendees = []
        return mention
    subjects, objects = scope.subjects(places=joint), scope.objects(places=joint)
    in_row = scope.at > 0 and scope.items[scope.at - 1].norm in {",", ";", "và"}
    if not subjects and in_row and before and before.cue.frame is Frame.OF:
        subjects = before.attendees
    if frame is Frame.UPON:
        objects = scope.upon()
    party = frame is Frame.OF and not subjects and _is_done_by_delegation(scope)
    hosted = scope.cue.kind is EventKind.RECEPTION  # the guest is enough: "lãnh đạo tỉnh sẽ tiếp đoàn"
    if not (subjects or hosted or party) or not _complete(frame, subjects, objects) or not _meets(scope):
        return None
    mention = filled(scope, scope.open)
    if frame is Frame.OF and not mention.location:
        mention.location = scope.location(scope.unquoted)
    mention.attendees = subjects if frame is Frame.OF else subjects + objects
    mention.party = party
    dated = mention.date is not None and len(mention.date.edtf) == _DAY
    fixed = mention.location or dated or (subjects and _on_this_occasion(scope))
    return None if frame is Frame.OF and not fixed else mention


def _is_done_by_delegation(scope: Scope) -> bool:
    """Whether "đoàn" alone does it: the delegation that the article has spoken of ("đoàn đã dâng hương")."""
    at = scope.at - 1
    while at >= scope.low and scope.norms[scope.items[at].first] in _ADVERBS:
        at -= 1
    return at >= scope.low and scope.items[at].norm == "đoàn" and scope.items[at].phrase is None


def _on_this_occasion(scope: Scope) -> bool:
    """Whether the sentence opens with "dịp này" or the like, so that when and where are told before."""
    opening = scope.items[:2]
    return any(table("licence", "same_occasion").at(scope.norms, item.first) for item in opening)


def _unreal(scope: Scope) -> bool:
    first = scope.items[scope.at].first
    floor = max(scope.items[scope.low].first, first - _UNREAL_WORDS)
    return any(table("licence", "unreal").ending(scope.norms, token) for token in range(floor, first))


def _complete(frame: Frame, subjects: list[Phrase], objects: list[Phrase]) -> bool:
    if frame is Frame.JOINT:
        return len({p.entity for p in subjects + objects}) > 1
    return bool(objects) or frame is Frame.OF


def _meets(scope: Scope) -> bool:
    """Whether a verb of one syllable is the whole verb: "tiếp đoàn", "gặp ông A", but not "tiếp thu", "gặp khó"."""
    if scope.cue.frame is not Frame.WITH or " " in scope.cue.form:
        return True
    following = scope.items[scope.at + 1] if scope.at + 1 < scope.high else None
    if following is None:
        return False
    return following.phrase is not None or bool(table("scope", "before_object").at(scope.norms, following.first))
