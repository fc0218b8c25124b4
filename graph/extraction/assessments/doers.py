"""Who did what a predicate tells, or which thing was done."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from camket.graph.extraction.assessments.predicates import Predicate
from camket.graph.extraction.reading import Phrase, Reading, SpeechFrame
from camket.graph.extraction.text.cue_words import prepositions
from camket.graph.extraction.text.cues import WordTable, lexicon, words
from camket.graph.extraction.text.group_words import group_length
from camket.graph.extraction.text.subjects import PhraseIndex
from camket.graph.extraction.undertakings.clause_actors import ClauseActors
from camket.graph.extraction.undertakings.first_person import collective
from camket.graph.facts import EntityKind, Span

MAX_KIND = 3
"""Tokens of a body or place that is called by its kind."""
MAX_THING = 30
"""Tokens a subject that is a thing has at most."""
MAX_AMOUNT = 60
"""Characters of a number with its unit."""
_TIMES = frozenset({"ngày", "tuần", "tháng", "năm", "quý"})
_MARKS = frozenset({",", ";", ":", "(", "“"})
_STILL = frozenset({"vẫn", "cũng", "đều"})
"""Adverbs between a subject and its predicate."""
_JOINTS = frozenset({",", "và", "nhưng", "song", "rồi"})


@dataclass(frozen=True, slots=True)
class Doer:
    """Whose deed it is: phrases, or entities that no phrase of the clause names; none of a thing whose maker is untold.

    first: the token where the subject begins. thing: the subject is what was done.
    """

    phrases: tuple[Phrase, ...]
    first: int
    entities: tuple[str, ...] = ()
    thing: bool = False


class Doers:
    """Finds who did it, in the clauses of one article."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.norms = reading.norms
        self.index = PhraseIndex(reading)
        self.reader = ClauseActors(reading, self.index)
        self.names = {self.index.first_token(p): last + 1 for last, p in self.index.end.items()}
        self._holders = {holding.member for holding in reading.holdings}

    def of(self, told: Predicate, start: int, last: int, frame: SpeechFrame | None) -> Doer | None:
        """The doer of a predicate in the clause `start` to `last`, or None where nobody and nothing fit is found."""
        thing = self._thing(told, start, last)
        if told.passive or told.deadline:
            return thing or self._made(told, start)
        if told.exists and self._opens_with(told.first, start):
            return Doer((), told.first, thing=True)
        subject = self.index.before(told.first, start, represented=True)
        if subject is not None:
            if all(self._answers(phrase, told) for phrase in subject.phrases):
                return Doer(tuple(subject.phrases), subject.first)
            return thing
        if told.exists:
            return None
        return thing or self._by_kind(told, start) or self._elided(told, start, frame)

    def _made(self, told: Predicate, start: int) -> Doer | None:
        """A body as what was made: "Ban Chỉ đạo X được thành lập ngày 27/9"."""
        subject = self.index.before(told.first, start) if told.untensed else None
        made = subject is not None and all(phrase.kind == EntityKind.BODY for phrase in subject.phrases)
        return Doer((), subject.first, thing=True) if subject and made else None

    def _opens_with(self, token: int, start: int) -> bool:
        """Whether a clause begins with the predicate at `token`, but for adverbials ("trong năm | mới có")."""
        opening = self._opens_at(start, token)
        short = opening < token <= opening + MAX_KIND and prepositions().at(self.norms, opening) is not None
        return opening == token or (short and not any(i in self.index.begin for i in range(opening, token)))

    def _answers(self, phrase: Phrase, told: Predicate) -> bool:
        """Whether somebody who may have undertaken something: no private person, no mere spot on the map."""
        entity = self.reading.entities[phrase.entity]
        if phrase.kind == EntityKind.PERSON:
            return phrase.entity in self._holders and not told.untensed
        return phrase.kind != EntityKind.PLACE or entity.category == "AdministrativeArea"

    def _by_kind(self, told: Predicate, start: int) -> Doer | None:
        """The only body or place called by its kind alone right before the predicate ("tỉnh | mới bàn giao")."""
        opening = self._opens_at(start, told.first)
        first = opening + (self.norms[opening] == "toàn")  # "toàn | tỉnh"
        first = max(
            first, *(told.first - length for length in (1, 2) if self._after_time(told.first - length, first)), first
        )
        if not first < told.first <= first + MAX_KIND:
            return None
        phrase = self.reader.by_kind(first, told.first, sole=True) or self.reader.own_body(first)
        return Doer((phrase,), opening) if phrase and phrase.span.end == self.reading.ends[told.first - 1] else None

    def _after_time(self, token: int, floor: int) -> bool:
        """Whether only how long it took stands before a token: "sau 11 tháng | doanh nghiệp mới tuyển được"."""
        return token > floor and self.norms[floor] == "sau" and self.norms[token - 1] in _TIMES

    def _thing(self, told: Predicate, start: int, last: int) -> Doer | None:
        """A thing as the subject: "quy hoạch chi tiết bến cảng X đã được thẩm định xong"."""
        first = self._opens_at(start, told.first)
        length = self._thing_length(first, told)
        if not length or told.first - first > MAX_THING:
            return None
        end = told.first
        while end > first + length and self.norms[end - 1] in _STILL:
            end -= 1
        between = range(first + length, end)
        if any(self.norms[i] in _MARKS or self._is_clausal(i) for i in between):
            return None
        if told.untensed and not self._is_done_itself(first, first + length, told):
            return None
        return Doer(self._agents(told, last), first, thing=True)

    def _is_clausal(self, token: int) -> bool:
        """Whether another clause begins here, and not what is left of a thing ("35 tỷ đồng | còn lại")."""
        return bool(_clausal().at(self.norms, token)) and not _left().at(self.norms, token)

    def _opens_at(self, start: int, before: int) -> int:
        """Where the subject of a thing begins: after the adverbials of the clause, or behind its last comma."""
        for comma in range(before - 1, start, -1):
            if self.norms[comma] in {",", ":"}:
                first = self.reader.after_adverbials(comma + 1, before)
                if first < before or self.norms[comma] == ":":
                    return first  # else only a date stands there: "chủ trương này, hết năm 2024 | vẫn chưa ..."
        return self.reader.after_adverbials(start, before)

    def _thing_length(self, first: int, told: Predicate) -> int:
        """How many tokens of the head of a thing there are at `first`; 0 where none is, or several of some kind."""
        if first >= told.first or _several().at(self.norms, first):
            return 0
        if told.whole:
            whole = _wholes().at(self.norms, first)
            counted = self._amount(first + whole[0]) if whole else 0
            return whole[0] + counted if whole and counted else 0
        if amount := self._amount(first):
            return amount
        counted = first + (1 if self.norms[first][:1].isdigit() else _number_length(self.norms, first))
        table = _deadlines() if told.deadline else _things()
        found = table.at(self.norms, counted) if counted < told.first else None
        people = group_length(self.norms, first) > (found[0] if found else 0)
        return counted - first + found[0] if found and not people else 0

    def _is_done_itself(self, first: int, after: int, told: Predicate) -> bool:
        """Whether a verb without "đã" tells of the thing before it: not of what a plan or a task is to be about."""
        if _named_only().ending(self.norms, told.first - 1):
            return False
        if told.passive or not _verbal().at(self.norms, first):
            return told.passive or not _planned().at(self.norms, first)
        return after < told.first and _concluded().at(self.norms, told.verb) is not None

    def _amount(self, first: int) -> int:
        """How many tokens of an amount of land, road or the like there are at `first` ("6,5 ha | đất ...")."""
        start = self.reading.starts[first]
        found = self.reading.quantities_in(Span(start, start + MAX_AMOUNT))
        amounts = lexicon("assessments")["things"]["amounts"]
        counts = bool(found) and found[0].span.start == start and found[0].unit in amounts
        return len(self.reading.tokens(found[0].span)) if counts else 0

    def _agents(self, told: Predicate, last: int) -> tuple[Phrase, ...]:
        """Who did it where "được" or "do" names him: "đã được Bộ X thẩm định xong" (right before the verb)."""
        phrase = self.index.end.get(told.verb - 1)
        if phrase is None and told.last < last and self.norms[told.last] in {"bởi", "do"}:
            phrase = self.index.begin.get(told.last + 1)
        return (phrase,) if phrase and told.passive and self._answers(phrase, told) else ()

    def _elided(self, told: Predicate, start: int, frame: SpeechFrame | None) -> Doer | None:
        """A subject left out: that of the clause before "và", or whoever speaks for the body that has done it."""
        if told.first == told.verb:
            return None  # "Sai hẹn, xin cứ cấm thầu": without "đã" it may be an order or supposed
        opening = self._opens_at(start, told.first)
        leading = self.reader.leading_subject(start, told.first)
        begin = self._before_date(told.first)
        if leading is not None and self.norms[begin - 1] in _JOINTS and begin > start:
            fit = all(self._answers(phrase, told) for phrase in leading.phrases)
            return Doer(tuple(leading.phrases), begin) if fit else None
        if frame is None or opening != told.first or leading is not None:
            return None
        body = collective(self.reading, frame)
        return Doer((), told.first, (body,)) if body != frame.speaker or frame.speaker in self._holders else None

    def _before_date(self, token: int) -> int:
        """Where the date begins that ends right before a token, with its preposition; else the token."""
        if token - 1 not in self.index.date_end:
            return token
        begin = self.index.date_end[token - 1]
        return begin - prepositions().ending(self.norms, begin - 1)


@cache
def _things() -> WordTable[bool]:
    return words("assessments", "things")


def _number_length(norms: Sequence[str], first: int) -> int:
    """How many tokens of a number in words begin at `first`."""
    found = words("assessments", "things", "numbers").at(norms, first)
    return found[0] if found else 0


@cache
def _deadlines() -> WordTable[bool]:
    return words("assessments", "failed", "deadlines")


@cache
def _several() -> WordTable[bool]:
    return words("assessments", "unreal", "several")


@cache
def _clausal() -> WordTable[bool]:
    """Words that no noun phrase has: another clause stands between the thing and the predicate."""
    return words("assessments", "things", "clausal")


@cache
def _left() -> WordTable[bool]:
    return words("assessments", "things", "left")


@cache
def _wholes() -> WordTable[bool]:
    return words("assessments", "untensed", "wholes")


@cache
def _named_only() -> WordTable[bool]:
    return words("assessments", "untensed", "not_after")


@cache
def _verbal() -> WordTable[bool]:
    """Heads with a verb behind them that tells what the thing is: "việc | số hóa hồ sơ"."""
    return words("assessments", "untensed", "verbal")


@cache
def _planned() -> WordTable[bool]:
    """Heads with a verb behind them that tells what is to be done: "kế hoạch | khởi công"."""
    return words("assessments", "untensed", "planned")


@cache
def _concluded() -> WordTable[bool]:
    return words("assessments", "untensed", "concluded")
