"""Who does what a verb tells where he does not stand right before it: after it, before "đến ... để", or told before."""

from camket.graph.extraction.events.event_cues import table
from camket.graph.extraction.events.event_openings import ATTENDING
from camket.graph.extraction.events.event_scope import Scope
from camket.graph.extraction.reading import Phrase, Reading
from camket.graph.facts import EntityKind

_OPENING_LENGTH = 12  # items at most before a verb that opens its sentence
_VERB_ITEMS = 4  # items after a doer among which his verb of speech stands
_NOT_OPENING = frozenset({"tại", "ở", "của", "được", "bị", "việc", "các", "những", "cho", "với"})
_COMING_ITEMS = 8  # items at most between "đến" and the verb after "để"
_WHILE = frozenset({"khi", "lúc"})
_GOING = frozenset({"đi", "đến", "xuống", "về", "trực"})
_MAIN_ITEMS = 8  # items at most from who says something to "khi", which tells what he was doing
_ADVERBS = frozenset({"đã", "cũng", "sẽ", "còn", "vừa", "tiếp", "tục"})
_PAIR_WORDS = 8  # words at most between "hai bên" and the verb ("hai Bộ trưởng đã tiến hành hội đàm")
_BOTH = 2
_PAIR_SENTENCES = 3  # sentences before in which the two whom "hai bên" means are named


def opening_doer(scope: Scope) -> Phrase | None:
    """Who does what opens the sentence without him: "Sáng 5/8, làm việc với huyện A, ông B nhấn mạnh ..."."""
    before = scope.items[scope.low : scope.at]
    if (
        any(i.phrase and i.phrase.kind in ATTENDING for i in before)
        or scope.norms[scope.items[scope.at].first - 1] in _NOT_OPENING
    ):
        return None
    if any(item.closes and item.norm != "khi" for item in before) or len(before) > _OPENING_LENGTH:
        return None
    for i in range(scope.at + 1, scope.high - 1):
        item, after = scope.items[i], scope.items[i + 1]
        if item.norm == "," and after.phrase and after.phrase.kind is EntityKind.PERSON:
            following = scope.items[i + 2 : i + 2 + _VERB_ITEMS]
            opens = all(k.date or not k.norm.isalpha() for k in before)
            return after.phrase if opens or any(k.closes for k in following) else None
        if item.closes and item.norm not in {"về", "khi", "nhằm", "để"}:
            return None
    return None


def coming(scope: Scope) -> list[Phrase]:
    """Who "đến trường A để kiểm tra": those before the verb of coming that "để" and the cue follow."""
    if scope.at - 1 < scope.low or scope.items[scope.at - 1].norm != "để":
        return []
    for i in range(scope.at - 2, max(scope.low, scope.at - _COMING_ITEMS), -1):
        if table("scope", "coming").at(scope.norms, scope.items[i].first):
            before = scope.items[max(scope.low, i - _VERB_ITEMS) : i]
            return [item.phrase for item in before if item.phrase and item.phrase.kind in ATTENDING][-1:]
    return []


def doing_meanwhile(scope: Scope) -> list[Phrase]:
    """Who does it while he does something else: "Đó là câu ông A hỏi khi kiểm tra công trường sáng 14/7"."""
    while_ = scope.at - 1
    while while_ >= scope.low and scope.norms[scope.items[while_].first] in _ADVERBS | _GOING:
        while_ -= 1
    if while_ < scope.low or scope.items[while_].norm not in _WHILE or while_ not in scope.unquoted:
        return []
    said = False
    for item in reversed(scope.items[max(scope.low, while_ - _MAIN_ITEMS) : while_]):
        said = said or item.closes
        if item.date or item.cue or item.norm in {";", ":", "”", '"'}:
            return []
        if item.phrase:
            return [item.phrase] if said and item.phrase.kind is EntityKind.PERSON else []
    return []


def clause_of(scope: Scope, doer: Phrase) -> list[int]:
    """The items of the clause that tells what `doer` does, after whoever tells it ("ông A cho biết ngày 4/8, ...")."""
    at = next((i for i in scope.unquoted if scope.items[i].phrase is doer), scope.at)
    said = max((i for i in scope.unquoted if i < at and scope.items[i].closes), default=scope.low - 1)
    return [i for i in scope.unquoted if i > said]


def is_done_by_delegation(scope: Scope) -> bool:
    """Whether "đoàn" alone does it: the delegation that the article has spoken of ("đoàn đã dâng hương")."""
    at = scope.at - 1
    while at >= scope.low and scope.norms[scope.items[at].first] in _ADVERBS:
        at -= 1
    return at >= scope.low and scope.items[at].norm == "đoàn" and scope.items[at].phrase is None


def are_two(scope: Scope) -> bool:
    """Whether two told of before do it: "hai bên ký", "hai Bộ trưởng đã tiến hành hội đàm"."""
    return two_before_word(scope, scope.items[scope.at].first)


def two_before_word(scope: Scope, first: int) -> bool:
    """Whether "hai bên" or the like is the subject of the verb at token `first`."""
    for token in range(first - 1, max(scope.items[scope.low].first, first - _PAIR_WORDS) - 1, -1):
        if table("attendance", "pair").at(scope.norms, token):
            return True
        if not scope.norms[token].isalnum():
            return False
    return False


def two_follow(scope: Scope, start: int) -> bool:
    """Whether "hai bên" is the subject of the clause that begins at item `start`."""
    return any(table("attendance", "pair").at(scope.norms, item.first) for item in scope.items[start : start + 2])


def two_before(reading: Reading, number: int, named: list[Phrase]) -> list[Phrase]:
    """The two whom "hai bên" in sentence `number` means: those `named` with it and the only others told just before.

    Nothing where there are not exactly two.
    """
    for kinds in ((EntityKind.PERSON,), (EntityKind.BODY,)):
        found = {p.entity: p for p in named if p.kind in kinds}
        for sentence in reversed(reading.sentences[max(0, number - _PAIR_SENTENCES) : number]):
            for phrase in reading.phrases_in(sentence):
                if phrase.kind in kinds:
                    found.setdefault(phrase.entity, phrase)
            if len(found) >= _BOTH:
                break
        if len(found) == _BOTH:
            return list(found.values())
    return []
