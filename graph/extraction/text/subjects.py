"""Who stands right before a verb: the noun phrases that are its subject."""

from dataclasses import dataclass
from functools import cache

from camket.graph.extraction.reading import Phrase, Reading
from camket.graph.extraction.text.cue_words import connectives, given, links, prepositions, subordinators
from camket.graph.extraction.text.cues import WordTable, lexicon, words
from camket.graph.facts import EntityKind

_TIME_WORDS = frozenset({"ngày", "hôm", "sáng", "chiều", "tối", "trưa", "vào", "trong", "từ", "đến", "tháng", "năm"})
FIRST_PERSON = frozenset({"tôi", "chúng"})  # hangs on no noun before it: "sau khi mua nợ xấu chúng tôi sẽ ..."


MAX_LINK = 4
"""Tokens before a comma that link a clause to what came before ("Đổi lại, Hà Nội sẽ ...") and are no address."""
MAX_BRACKETS = 60
"""Tokens in brackets between a subject and its verb, at most."""
_OPENING = frozenset({"Ông", "Bà"})
_JOINING = frozenset({"và", "cùng"})
_UNITS = frozenset({"tp", "tp.", "tỉnh", "huyện", "quận", "xã", "phường", "thị", "thành"})


@dataclass(slots=True)
class Subject:
    """The phrases that are the subject (one, or several joined by "và"), and the token where the first begins."""

    phrases: list[Phrase]
    first: int


class PhraseIndex:
    """The phrases of a reading by the tokens they begin and end at."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.begin: dict[int, Phrase] = {}
        self.end: dict[int, Phrase] = {}
        for phrase in reading.phrases:
            covered = reading.tokens(phrase.span)
            if len(covered):
                self.begin[covered[0]] = phrase
                self.end[covered[-1]] = phrase
        self.date_end: dict[int, int] = {}
        self.date_begin: dict[int, int] = {}
        for date in reading.dates:
            covered = reading.tokens(date.span)
            if len(covered):
                self.date_end[covered[-1]] = covered[0]
                self.date_begin.setdefault(covered[0], covered[-1])

    def first_token(self, phrase: Phrase) -> int:
        """The token at which `phrase` begins."""
        return self.reading.token_at(phrase.span.start)

    def last_token(self, phrase: Phrase) -> int:
        """The last token of `phrase`."""
        return self.reading.tokens(phrase.span)[-1]

    def before(self, token: int, floor: int, *, represented: bool = False) -> Subject | None:
        """The subject of the verb at `token`: the phrase that ends right before it, but for adverbs and dates.

        A phrase that depends on a word before it ("quan chức Ấn Độ", "lãnh đạo của Bộ") is none,
        unless `represented`: then what a body's people undertake is taken for the body's own.
        """
        current, comma = token - 1, False
        while current >= floor:
            phrase = self.end.get(current)
            if phrase:
                named, phrase = phrase, self._without_address(phrase, floor)
                apposed = (
                    phrase is not named or phrase.span.end > phrase.name.end or "," in self.reading.slice(phrase.span)
                )
                if comma and not apposed:
                    return None  # only an apposition is set off by a comma ("Ông A, Giám đốc Sở B, cho biết")
                return self.subject(phrase, floor, represented=represented)
            passed = self._passed(current, floor)
            if not passed and self.reading.norms[current] == "," and not comma:
                comma, passed = True, 1
            if not passed:
                return None
            current -= passed
        return None

    def _passed(self, token: int, floor: int) -> int:
        """How many tokens up to `token` may stand between subject and verb: a date, brackets, an adverb; else 0."""
        norms = self.reading.norms
        if token in self.date_end and self.date_end[token] >= floor:
            return token - self.date_end[token] + 1
        if norms[token] == ")":
            opened = next(
                (i for i in range(token - 1, max(floor, token - MAX_BRACKETS) - 1, -1) if norms[i] == "("), None
            )
            if opened is not None:
                return token - opened + 1
        return adverbs().ending(norms, token) or int(norms[token] in _TIME_WORDS)

    def subject(self, phrase: Phrase, floor: int, *, represented: bool = False) -> Subject | None:
        """The subject that ends with `phrase`, those joined to it by "và" included; None where it depends on a word."""
        subject = self._joined(phrase, floor)
        self._take_in(subject, floor, representatives() if represented else spokespersons())
        return None if self._depends(subject, floor) else subject

    def _without_address(self, phrase: Phrase, floor: int) -> Phrase:
        """The body before a place that only tells where it is ("Công an quận 9, TP.HCM")."""
        first = self.first_token(phrase)
        body = self.end.get(first - 2) if first - 2 >= floor and self.reading.norms[first - 1] == "," else None
        if phrase.kind == EntityKind.PLACE and body and body.kind == EntityKind.BODY:
            return body
        return phrase

    def _take_in(self, subject: Subject, floor: int, people: WordTable[bool]) -> None:
        """Moves the subject's beginning before the words for the people of a body ("đại diện", "lãnh đạo của")."""
        if subject.phrases[0].kind not in {EntityKind.BODY, EntityKind.PLACE} or subject.first <= floor:
            return
        if subject.phrases[0].kind == EntityKind.PLACE and people is spokespersons():
            subject.first -= self.reading.norms[subject.first - 1] == "phía"  # "phía Lào"; its officials are not it
            return
        token = subject.first - 1
        if token > floor and self.reading.norms[token] == "của" and not people.ending(self.reading.norms, token):
            token -= 1
        subject.first = token + 1 - length if (length := people.ending(self.reading.norms, token)) else subject.first

    def _depends(self, subject: Subject, floor: int) -> bool:
        """Whether the subject hangs on the word before it and so is not the one who acts."""
        if subject.first <= floor:
            return False
        norms, before = self.reading.norms, subject.first - 1
        kind, named = subject.phrases[0].kind, subject.phrases[0].form != "pronoun"
        named = named and self.reading.slice(subject.phrases[0].span).lower() not in lexicon("undertakings")["levels"]
        if relations().ending(norms, before):
            return True
        if self.reading.words[subject.first] in _OPENING and norms[before].isalpha():
            return False  # a capital after a caption without a full stop: "Ảnh: VOV Ông X nói"
        if kind == EntityKind.PLACE and norms[before] == ",":
            if not named:
                return False  # "Riêng còi báo động, tỉnh sẽ ..."
            if norms[subject.first] in _UNITS and self.reading.words[before - 1][:1].isupper():
                return True  # an address: "Trường X, TP Y"
            return self._addressed(subject.phrases[0], before) and not self._is_adverbial(floor, before)
        if named and kind in {EntityKind.PERSON, EntityKind.POST}:
            if norms[before - 1 : before + 1] == ["tên", "là"]:
                return False
            return subordinators().ending(norms, before) > 0
        if norms[subject.first] in FIRST_PERSON and before not in self.date_end:
            return subordinators().ending(norms, before) > 0
        if not norms[before][:1].isalpha() or before in self.date_end:
            return False
        return not links().ending(norms, before) and not connectives().ending(norms, before)

    def _addressed(self, place: Phrase, comma: int) -> bool:
        """Whether a place after a comma may tell where what stands before is: no country after a clause or itself."""
        known = self.end.get(comma - 1)
        levels = self.reading.place_levels
        if levels.get(place.entity) != "country":
            return known is None or levels.get(known.entity) != "country"
        return known is not None and known.entity != place.entity

    def _is_adverbial(self, first: int, comma: int) -> bool:
        """Whether what stands before the comma only tells when or how, so that a new subject may follow."""
        reading = self.reading
        if any(reading.starts[first] <= d.span.start < reading.starts[comma] for d in reading.dates):
            return True
        short = comma - first <= MAX_LINK and not any(word[:1].isupper() for word in reading.words[first + 1 : comma])
        return short or any(table.at(reading.norms, first) for table in (prepositions(), connectives(), given()))

    def _joined(self, phrase: Phrase, floor: int) -> Subject:
        norms = self.reading.norms
        found = [phrase]
        first = self.first_token(phrase)
        linked = False
        while first - 2 >= floor and (norms[first - 1] in _JOINING or (linked and norms[first - 1] == ",")):
            other = self.end.get(first - 2)
            by_comma = norms[first - 1] == ","
            if other and by_comma and subordinators().ending(norms, self.first_token(other) - 1):
                break  # "Trong thư gửi cho A, B và C ..."
            if other is None or (other.kind == EntityKind.PERSON) != (phrase.kind == EntityKind.PERSON):
                break
            linked = True
            found.insert(0, other)
            first = self.first_token(other)
        return Subject(found, first)


@cache
def adverbs() -> WordTable[bool]:
    """The words that may stand between a subject and its verb."""
    return words("speech", "adverbs")


@cache
def representatives() -> WordTable[bool]:
    """The words for those who speak and act for the body or place named after them."""
    return words("groups", "representatives")


@cache
def spokespersons() -> WordTable[bool]:
    """The words for somebody without a name who speaks for the body named after them."""
    return words("speech", "spokespersons")


@cache
def relations() -> WordTable[bool]:
    """The words on which a name right after them hangs ("cha mẹ X", "gửi X")."""
    return words("speech", "relations")
