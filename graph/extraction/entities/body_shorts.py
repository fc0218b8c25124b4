"""The short forms that take bodies up: "Bộ", "bệnh viện", "(VAMC)", a company's or a newspaper's proper name alone."""

from functools import cache, cached_property

from camket.graph.extraction.entities.body_entities import BodyEntities
from camket.graph.extraction.entities.body_heads import BodyName
from camket.graph.extraction.entities.name_signs import things
from camket.graph.extraction.entities.named_bodies import body_key, known_bodies, likeliest
from camket.graph.extraction.entities.place_names import gazetteer
from camket.graph.extraction.entities.place_names import heads as place_heads
from camket.graph.extraction.text.cues import WordTable, lexicon
from camket.graph.extraction.text.lexicon import (
    fields,
    is_abbreviation,
    is_capital,
    is_vietnamese,
    plain,
    role_length,
    titles,
)
from camket.graph.facts import EntityKind

_LONGEST_ABBREVIATION = 10
_NOT_AFTER = frozenset(lexicon("bodies")["small"]["not_after"])
_NOT_BEFORE = ("trưởng", "viên", "thể", "phí", "kết", "lại")
_PARTS = ("vụ", "cục", "tổng cục", "viện", "trung tâm", "phòng", "văn phòng", "chi cục")
_PROPER = 2  # words that the Vietnamese name of a company has at least
_OWN_NAMES = ("Company", "MediaBody")  # kinds of bodies that are called by their proper name alone


@cache
def _bracketed() -> WordTable[str]:
    return plain(lexicon("bodies")["brackets"]["words"])


@cache
def _goes_on() -> frozenset[str]:
    return frozenset(lexicon("bodies")["small"]["before"])


class ShortForms(BodyEntities):
    """What an article calls its bodies after it has named them. size: the tokens before the line of credits."""

    size: int

    def learn(self, name: BodyName, key: str) -> None:
        """Remembers what a name teaches: "(CAND)" after it is its abbreviation, its proper part a short name."""
        self._learn_bracket(name, key)
        if not name.head.proper or not name.units or name.head.category not in _OWN_NAMES:
            return
        first = name.last
        while first > name.head_last and self._own(first - 1):
            first -= 1
        if first == name.last or not is_capital(self.words[first]):
            return
        own = tuple(self.words[first : name.last])
        foreign = not all(is_vietnamese(n) for n in self.norms[first : name.last])
        if foreign or (len(own) > 1 and name.head.category == "MediaBody"):
            self.own_names.setdefault(own, key)
        if foreign and name.head.category == "Company" and not is_vietnamese(self.norms[first]):
            self.own_names.setdefault(own[:1], key)
        elif name.head.category == "Company":
            self._learn_proper(first, name.last, key)

    def _learn_proper(self, first: int, last: int, key: str) -> None:
        """The Vietnamese name that a company is called by alone, "Đồng Xanh" of "Công ty CP Sữa Đồng Xanh"."""
        last = next((at for at in range(first, last) if not is_vietnamese(self.norms[at])), last)
        for start in {first, max(first, last - _PROPER)}:
            proper = tuple(self.words[start:last])
            if len(proper) >= _PROPER and gazetteer().at(self.norms, start) is None:
                self.proper_names[proper] = key if self.proper_names.get(proper, key) == key else ""

    def _own(self, at: int) -> bool:
        word = self.words[at]
        return is_capital(word) and not is_abbreviation(word) and not fields().at(self.norms, at)

    def _learn_bracket(self, name: BodyName, key: str) -> None:
        at = name.last
        after = self.words[at] if at < self.size else ""
        owned = name.country and name.head.category in _OWN_NAMES
        if owned and after.isalpha() and is_abbreviation(after):
            self.own_names[(after,)] = key  # "Đài truyền hình trung ương Trung Quốc CCTV"
            return
        if at + 2 >= self.size or self.words[at] != "(":
            return
        said = _bracketed().at(self.norms, at + 1)
        first = at + 1 + (said[0] if said else 0)
        first += first < self.size and self.words[first] == ":"
        if first + 1 >= self.size or self.words[first + 1] not in {")", ",", ";"} or not self._short_name(name, first):
            return
        short = self.words[first]
        known = known_bodies().get(body_key(short))
        if known and known.category == "StateBody" and body_key(known.name) != key and name.head.words in _PARTS:
            return  # "Vụ Tín dụng (NHNN)": the whole
        rest = [n for n in self.norms[name.head_last : name.last] if n.isalpha() and n != "và"]
        if short.lower().replace("&", "") == "".join(n[0] for n in rest) and len(rest) > 1 and not name.head.organ:
            self.expansions[short.lower()] = tuple(self.norms[name.head_last : name.last])
            self.alias(self.reading.entities[key], " ".join([*self.words[name.first : name.head_last], short]))
        elif len(short) <= _LONGEST_ABBREVIATION:
            self.own_names[(short,)] = key
            self.alias(self.reading.entities[key], short)
            if any(c.isdigit() for c in short):  # "(PC07)": "Phòng PC07"
                self.by_part.setdefault(body_key(f"{self.words[name.first]} {short}"), key)

    def _short_name(self, name: BodyName, at: int) -> bool:
        """Whether a word in brackets is a short name: capitals, or of a company a word that is no Vietnamese one."""
        word = self.words[at]
        if is_abbreviation(word):
            return True
        free = at not in self.reading.marks and word.isalpha() and is_capital(word)
        return free and name.head.category == "Company" and not is_vietnamese(self.norms[at])

    def take_up(self) -> None:
        """Marks the short forms."""
        shorts = lexicon("bodies")["short"]
        firsts = {short.split()[0] for short in shorts} | {own[0] for own in (*self.own_names, *self.proper_names)}
        taken = {t for m in self.reading.marks.values() for t in range(m.first, m.last)}
        for at in range(self.size):
            if at in taken or self.words[at] not in firsts:
                continue
            size, key = self._own_at(at)
            if key is None:
                size, key = self._proper_at(at)
            if key is None:
                size, key = self._short_at(at, shorts)
            if key and not taken.intersection(range(at, at + size)):
                self.mention(key, at, at + size, "alias")
                taken.update(range(at, at + size))

    def _own_at(self, at: int) -> tuple[int, str | None]:
        found = [own for own in self.own_names if tuple(self.words[at : at + len(own)]) == own]
        best = max(found, key=len, default=None)
        if best is None:
            return 1, None
        last = at + len(best)
        grows = not is_abbreviation(best[-1])
        while (
            grows
            and last < self.size
            and last not in self.reading.marks
            and self._own(last)
            and not is_vietnamese(self.norms[last])
        ):
            last += 1  # "Mizuho | Financial"
        return last - at, self.own_names[best]

    def _proper_at(self, at: int) -> tuple[int, str | None]:
        """A company's Vietnamese name standing alone: no part of a longer name, no street's, school's or person's."""
        for proper, key in self.proper_names.items():
            last = at + len(proper)
            if not key or tuple(self.words[at:last]) != proper:
                continue
            before = self.words[at - 1] if at else ""
            named = is_capital(before) and at not in self._openings if before else False
            after = self.words[last] if last < self.size else ""
            longer = bool(after) and is_capital(after) and "\n" not in self.reading.gap(last)
            anothers = (
                any(table.ending(self.norms, at - 1) for table in (things(), place_heads(), titles())) if at else False
            )
            if not (named or longer or anothers or self._is_person(proper)):
                return len(proper), key
        return 1, None

    @cached_property
    def _openings(self) -> frozenset[int]:
        return frozenset(self.reading.token_at(sentence.start) for sentence in self.reading.sentences)

    def _is_person(self, proper: tuple[str, ...]) -> bool:
        people = (e for e in self.reading.entities.values() if e.kind is EntityKind.PERSON)
        return any(tuple(person.name.split()[-len(proper) :]) == proper for person in people)

    def _short_at(self, at: int, shorts: dict[str, list[str]]) -> tuple[int, str | None]:
        for size in (4, 3, 2, 1):
            text = " ".join(self.words[at : at + size])
            if text not in shorts or at + size > self.size:
                continue
            word = self.words[at + size] if at + size < self.size else ""
            after = self.norms[at + size] if word else ""
            before = self.norms[at - 1] if at else ""
            named = self.reading.marks.get(at + size)
            person = named is not None and named.kind is EntityKind.PERSON
            if (word and is_capital(word) and not person) or role_length(self.norms, at) or after in _NOT_BEFORE:
                return 1, None
            if before in _NOT_AFTER or fields().at(self.norms, at):
                return 1, None
            if text in lexicon("bodies")["small"]["words"]:
                return size, self._only_named(text) if self._stands_alone(at, after, word) else None
            if role_length(self.norms, max(0, at - 1)) > 1:
                return 1, None
            return size, self.last_named(text, at)
        return 1, None

    def _stands_alone(self, at: int, after: str, word: str) -> bool:
        """Whether a small "bệnh viện" is no part of a longer phrase: before a verb, a mark, or after a post."""
        if at and self.norms[at - 1] in lexicon("bodies")["small_ends"].get(self.norms[at], ()):
            return False  # "hiện trường"
        after_role = any(role_length(self.norms, start) == at - start for start in range(max(0, at - 4), at))
        return not word or not word.isalpha() or after in _goes_on() or after_role

    def _only_named(self, text: str) -> str | None:
        """The one body of the article whose name begins with a head that the small word stands for."""
        heads = tuple(f"{head} " for head in lexicon("bodies")["short"][text])
        return likeliest(self.reading, (key for _, key in self.named if self.begins(key, heads)))
