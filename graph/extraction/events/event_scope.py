"""Who is there around a word of a sentence, by what stands before and after it."""

from bisect import bisect_right

from camket.graph.extraction.events.event_cues import Cue, Frame, Item, table
from camket.graph.extraction.events.event_openings import ATTENDING, Openings, organizers
from camket.graph.extraction.reading import Phrase, Reading
from camket.graph.facts import EntityKind, EventKind

_STATES = (EntityKind.PLACE, EntityKind.POST)  # who can be met without being named or a body
_APPOSITION_WORDS = 5  # words without a name at most between a subject and its verb
_OBJECT_ITEMS = 6  # items at most between a verb and the first who is met, received or honoured
_HANDED_ITEMS = 14  # the same for what is handed over: "trao quyết định bổ nhiệm Giám đốc Sở A cho ông B"
_LEADER_ITEMS = 8  # items at most between "do A" and "làm trưởng đoàn"
_LED_ITEMS = 14  # items at most between "dẫn đầu đoàn" and what the delegation does
_VENUE_WORDS = 5  # words at most between "tại" and a name that is part of where ("tại nhà tang lễ Bộ Quốc phòng")
_TOPIC_WORDS = 5  # words at most between a noun and "giữa" ("lễ ký kết hợp đồng tín dụng giữa")
_CREDIT_ITEMS = 10  # items at most of the credit of a photo that opens a sentence
_TELLS = frozenset({"-", "–", "dẫn", "đưa", "trích", "đăng"})
WHERE = frozenset({"tại", "ở"})
_BEFORE_PLACE_OBJECT = frozenset({"với", "và", "tỉnh", "cùng"})


def is_verb(item: Item, frame: Frame | None = None) -> bool:
    """Whether an item is a verb that reports a gathering, or such a verb of one frame."""
    if item.cue is None or item.cue.frame is Frame.NOUN:
        return False
    return frame is None or item.cue.frame is frame


def _past_credit(items: list[Item]) -> int:
    """The item past the credit of a photo that opens a sentence: "(Ảnh: A/B) Tại buổi lễ, ...", "A/B) Tại ..."."""
    within = next((i for i, item in enumerate(items[:_CREDIT_ITEMS]) if item.norm == ")"), -1)
    credit = within > 0 and not any(item.date or item.norm == "(" for item in items[1:within])
    return within + 1 if credit and not items[0].date else 0


class Scope:
    """A sentence seen from the cue at item `at`; nothing before item `floor` belongs to it.

    `open` has the items that say who, when and where: up to a verb of speech or a topic, quotations left out;
    `unquoted` all but the quotations.
    """

    def __init__(self, reading: Reading, items: list[Item], at: int, floor: int) -> None:
        self.reading, self.items, self.at = reading, items, at
        self.norms = reading.norms
        marks = [i for i, item in enumerate(items) if item.norm == ";" or item.bounds]
        credit = _past_credit(items)
        self.low = max([floor, credit if credit <= at else 0, *(i + 1 for i in marks if i < at)])
        self.high = min([len(items), *(i for i in marks if i > at)])
        self.unquoted, self.open = Openings(self.norms, items, at, self.low, self.high, self._begins_quoted()).split()

    def _begins_quoted(self) -> bool:
        """Whether the scope begins inside a quotation."""
        start = self.reading.starts[self.items[min(self.low, len(self.items) - 1)].first]
        quotations = self.reading.quotations
        at = bisect_right(quotations, start, key=lambda quotation: quotation.end)
        return at < len(quotations) and quotations[at].start <= start

    @property
    def cue(self) -> Cue:
        """The cue it is all about."""
        cue = self.items[self.at].cue
        assert cue
        return cue

    def attendees(self, scope: list[int]) -> list[Phrase]:
        """Those among the items of `scope` who are there, in text order; whom a verb before the cue meets is not."""
        met = next((k for k in self.open if k < self.at and is_verb(self.items[k], Frame.WITH)), self.at)
        end = self._next_frame()
        return [phrase for i in scope if i < end and not met < i < self.at and (phrase := self._attendee(i))]

    def _next_frame(self) -> int:
        """Where after the cue another gathering is named that is only when it was ("sau kỳ họp thứ 7, Quốc hội")."""
        for i in range(self.at + 1, self.high):
            cue, before = self.items[i].cue, self.items[i].first - 1
            if cue is None or cue.frame is not Frame.NOUN:
                continue
            if any(table("licence", kind).ending(self.norms, before) for kind in ("frame", "beside")):
                return i
        return self.high

    def _attendee(self, i: int) -> Phrase | None:
        phrase = self.items[i].phrase
        if phrase is None:
            return None
        if phrase.kind not in ATTENDING:
            return phrase if phrase.kind == EntityKind.PLACE and self._paired(i) else None
        return None if self._only_tells(i) or (self._barred(i) and not self._of_gathering(i)) else phrase

    def _only_tells(self, i: int) -> bool:
        """Whether item `i` is the paper or agency that tells of it: "QĐND - ...", "hãng A dẫn lời ..."."""
        phrase = self.items[i].phrase
        if phrase is None or self.reading.entities[phrase.entity].category != "MediaBody" or i + 1 >= self.high:
            return False
        after = self.items[i + 1]
        return after.closes or after.norm in _TELLS

    def _paired(self, i: int) -> bool:
        """Whether item `i` is one of those between whom it is held: "hội đàm giữa Nga và Ấn Độ"."""
        if i < self.at + 2:
            return False
        before = self.items[i - 1]
        if before.norm in {"giữa", "với"}:
            return before.first == self.items[self.at].last or (before.norm == "giữa" and self._of_cue(i - 1))
        return before.norm in {"và", ","} and self.items[i - 2].phrase is not None and self._paired(i - 2)

    def _of_cue(self, i: int) -> bool:
        """Whether only a few words of what it is about stand between the cue and item `i` ("lễ ký hợp đồng giữa")."""
        between = self.items[self.at + 1 : i]
        return i - self.at <= _TOPIC_WORDS and all(k.norm.isalpha() and not (k.phrase or k.cue) for k in between)

    def is_between(self) -> bool:
        """Whether the cue is told as held between several: "lễ ký kết hợp đồng giữa A và B"."""
        after = range(self.at + 1, min(self.high - 1, self.at + _TOPIC_WORDS + 1))
        return any(
            self.items[i].norm == "giữa" and self.items[i + 1].phrase is not None and self._of_cue(i) for i in after
        )

    def _barred(self, i: int) -> bool:
        """Whether the word before item `i` makes it part of something else ("nghị quyết của Quốc hội")."""
        before = self.items[i].first - 1
        honouring = i > 0 and table("licence", "honours").at(self.norms, self.items[i - 1].first) is not None
        if table("roles", "chaired_by").ending(self.norms, before):
            return False
        person = self.items[i].phrase
        said_by = person is not None and person.kind == EntityKind.PERSON and i > 1 and self.items[i - 2].closes
        if self.norms[before] == "của" and said_by:
            return False  # "lời phát biểu của bà A tại hội nghị"
        if self.norms[before] == "cho" and self.cue.frame is Frame.HAND:
            return False
        if self.norms[before] == "của" and table("scope", "envoys").ending(self.norms, before - 1):
            return False
        if honouring or self.norms[before] in {"của", "("} or self._part_of_venue(i):
            return True
        told = i > 0 and self.items[i - 1].closes  # "Bộ A thông báo ông B đã ...": no "báo" before him
        return not told and bool(table("scope", "not_participant_after").ending(self.norms, before))

    def _part_of_venue(self, i: int) -> bool:
        """Whether only words stand between "tại" and item `i`."""
        for item in reversed(self.items[max(self.low, i - _VENUE_WORDS - 1) : i]):
            if item.norm in WHERE:
                return True
            if item.phrase or item.cue or item.closes or not item.norm.isalnum():
                return False
        return False

    def _of_gathering(self, i: int) -> bool:
        """Whether "của" before item `i` belongs to the gathering and to no other noun ("kỳ họp giữa năm của HĐND")."""
        if i < self.at or self.norms[self.items[i].first - 1] != "của":
            return False
        between = self.items[self.at + 1 : i - 1]
        named = next((k for k, item in enumerate(between) if self._is_name(item)), 0)
        if named and self.cue.kind is not EventKind.VISIT:
            return False  # "hội nghị các bên tham gia Công ước khung của Liên hợp quốc"
        return not any(k.norm in {",", "của"} or (k.phrase and k.phrase.kind in ATTENDING) for k in between)

    def _is_name(self, item: Item) -> bool:
        return item.phrase is None and item.cue is None and self.reading.words[item.first].istitle()

    def subjects(self, places: bool = False) -> list[Phrase]:
        """The phrases that end right before the cue, in text order; places only where they can act as states do."""
        found: list[Phrase] = []
        loose, led = 0, self._led_from()
        for i in reversed([i for i in self.open if self._row_start() <= i < self.at]):
            item = self.items[i]
            if item.date or item.norm in WHERE:
                if found:
                    break
                continue
            if item.norm == ":" and i + 1 < self.at:
                break  # "ông A dẫn lại hồ sơ: cầu khởi công tháng 3/2019"
            if item.phrase is None:
                loose += i < led and item.norm.isalnum() and not self.reading.words[item.first][:1].isupper()
                if loose > _APPOSITION_WORDS and self.items[self.at - 1].norm != ":":
                    break
            elif self._can_act(i, places):
                found.insert(0, item.phrase)
                loose = 0
        return found

    def _led_from(self) -> int:
        """Where "dẫn đầu đoàn công tác của C" stands right before the cue: what is led is no new subject."""
        for i in range(self.at - 1, max(self.low, self.at - _LED_ITEMS) - 1, -1):
            if table("roles", "leader_verbs").at(self.norms, self.items[i].first):
                return i
        return self.at

    def _row_start(self) -> int:
        """Where verbs stand in a row ("viếng ..., dâng hương ..."), what follows the verb before is no subject."""
        if self.at == 0 or self.items[self.at - 1].norm not in {",", ";", "và"}:
            return 0
        return self.at if any(is_verb(self.items[k]) for k in range(self.low, self.at)) else 0

    def _can_act(self, i: int, places: bool) -> bool:
        phrase = self.items[i].phrase
        if phrase is None or self._barred(i) or self._only_did(i):
            return False
        return phrase.kind in ATTENDING or (places and phrase.kind == EntityKind.PLACE and not self._names_home(i))

    def _only_did(self, i: int) -> bool:
        """Whether item `i` did something told in passing: "cây do Tổng thống A tặng", not "đoàn do A dẫn đầu"."""
        if self.norms[self.items[i].first - 1] != "do":
            return False
        after = self.items[i + 1 : i + 1 + _LEADER_ITEMS]
        leads = any(table("roles", "leader_verbs").at(self.norms, item.first) for item in after)
        return not leads and not organizers(self.norms, self.items, i - 1, self.high)

    def _names_home(self, i: int) -> bool:
        """Whether the place at item `i` only says where the next one is from, known or not: "người đồng cấp Nga A"."""
        if i + 1 >= self.high:
            return False
        following = self.items[i + 1]
        if following.phrase is None:
            return self.reading.words[following.first][:1].isupper() and following.cue is None
        return following.phrase.kind in ATTENDING

    def objects(self, places: bool = False) -> list[Phrase]:
        """Those whom the verb is done to or with, in text order."""
        found: list[Phrase] = []
        end = self._next_frame()
        for i in (i for i in self.open if self.at < i < end):
            item = self.items[i]
            may_be_place = places or (not found and self.cue.frame is Frame.WITH)
            if phrase := self._attendee(i):
                found.append(phrase)
            elif (
                item.phrase
                and item.phrase.kind in _STATES
                and may_be_place
                and not self._names_home(i)
                and (
                    self.norms[item.first - 1] in _BEFORE_PLACE_OBJECT
                    or (i == self.at + 1 and item.phrase.kind is EntityKind.POST)
                )
            ):
                found.append(item.phrase)
            elif not found and i - self.at > (_HANDED_ITEMS if self.cue.frame is Frame.HAND else _OBJECT_ITEMS):
                break
        return found

    def met_before(self) -> bool:
        """Whether a verb before the cue tells what took place at its side: "gặp nhau bên lề hội nghị"."""
        return any(is_verb(self.items[i]) for i in self.open if i < self.at)
