"""The words a body's name is made of after its head: field words, capital syllables, and what joins them."""

from abc import ABC, abstractmethod

from camket.graph.extraction.entities.body_heads import BodyName
from camket.graph.extraction.entities.body_words import apart, followers, function_words, openers, verbs
from camket.graph.extraction.entities.named_bodies import body_key, known_bodies
from camket.graph.extraction.entities.place_names import MIDDLES, levels
from camket.graph.extraction.reading import Mark, Reading
from camket.graph.extraction.text.cues import lexicon
from camket.graph.extraction.text.lexicon import (
    fields,
    is_abbreviation,
    is_capital,
    is_vietnamese,
    role_length,
    surnames,
    weak_surnames,
)

_APART = ("School", "Hospital", "PoliceBody")  # kinds of bodies that are no part of a company's name
_OWN_NAMES = ("Company", "MediaBody", "Association")  # their names are rarely all words
# Heads with a capital whose name may go on small ("Bộ y tế", "Cục chống tham nhũng") inside a sentence.
_SMALL_NAMED = ("bộ", "sở", "cục", "tổng cục", "vụ", "chi cục", "ban chỉ đạo")


class UnitGrammar(ABC):
    """Takes words into the name of a body, one part at a time; each method says whether it took something."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.words = reading.words
        self.norms = reading.norms
        self.size = len(reading.words)
        self.nested = 0
        self.begins = {sentence.start for sentence in reading.sentences}

    @abstractmethod
    def parse(self, at: int, small: bool = False) -> BodyName | None:
        """The body whose name begins at token `at`, or None. small: its head may begin with a small letter."""

    @abstractmethod
    def take_place(self, name: BodyName, mark: Mark) -> bool:
        """Takes the place that stands next into the name."""

    @abstractmethod
    def take_number(self, name: BodyName) -> bool:
        """Takes the number that stands next into the name."""

    def take_unit(self, name: BodyName) -> bool:
        """Takes a field word ("Nông nghiệp") or a capital syllable."""
        at = name.last
        word = self.words[at]
        if name.head.bare and not name.head.sovereign and name.last == name.head_last:
            return False
        if name.level and levels().ending(self.norms, at - 1):
            return False  # "Đảng ủy xã | Mai Văn Kế": no place, so the name of its head
        unit = fields().at(self.norms, at)
        if name.head.needs == "country" and unit and not is_capital(word) and not name.country:
            name.last += unit[0]
            return True
        if name.head.needs == "number" and unit and is_capital(word) and self._is_number(at + unit[0]):
            name.last += unit[0]
            return True  # "Lữ đoàn | Công binh | 577"
        if name.head.needs in ("level", "number", "country") or name.head.sovereign:
            return False
        capital = is_capital(word) and word.replace("&", "").replace(".", "").isalpha()
        small = unit is not None and self._may_be_small(name, unit[1])
        goes_on = unit is not None and bool(name.units) and self._goes_on(name, unit[1])
        if unit and (capital or small or goes_on):
            name.units.append(unit[1])
            name.named = name.named or capital or small
            name.last += unit[0]
            return True
        if not capital or role_length(self.norms, at) > 1 or self._other_body(name, at) or self._anew(name, at):
            return False
        if self._heads_it(name, at):
            return False
        if self.norms[at] in function_words() and self.norms[at] in lexicon("people")["not_names"]:
            return False  # the next sentence, its mark missing: "Liên Hiệp Quốc Những cáo buộc"
        name.units.append(self.norms[at])
        name.named = True
        name.last += 1
        self._take_second_syllable(name)
        return True

    def _is_number(self, at: int) -> bool:
        return at < self.size and self.words[at].isdigit()

    def _heads_it(self, name: BodyName, at: int) -> bool:
        """Whether who holds the post before the body is named from here: "Hiệu trưởng Trường Bách Nghệ | Tạ Văn X"."""
        if self.norms[at] not in surnames() or not name.units or " " in name.units[-1]:
            return False
        posted = any(name.first >= k and role_length(self.norms, name.first - k) == k for k in (2, 3, 4))
        end = at
        while end < min(at + 5, self.size) and is_capital(self.words[end]) and self.words[end].isalpha():
            end += 1
        full = end - at == 3 and self.norms[at] not in weak_surnames()
        return posted and (full or (end - at in (3, 4) and self.norms[at + 1] in MIDDLES))

    def _goes_on(self, name: BodyName, unit: str) -> bool:
        """Whether a small field word follows the last part: "Quản lý đầu tư", "An ninh quốc gia", "Y tế dự phòng"; not
        what the body named does ("Bộ Xây dựng | tổ chức")."""
        if unit == "tổ chức" or self._whole(name):
            return False
        if name.units[-1] in openers() or unit in followers():
            return True
        worded = " " in name.units[-1] and " " in unit and name.head.category not in _OWN_NAMES
        return worded and unit not in apart()

    def _whole(self, name: BodyName) -> bool:
        """Whether the words so far are the name of a well-known body ("Bộ Xây dựng")."""
        return name.head.words == "bộ" and body_key(" ".join(self.norms[name.first : name.last])) in known_bodies()

    def _may_be_small(self, name: BodyName, unit: str) -> bool:
        """Whether a name may begin small after its head: "Bộ y tế", but not "Bộ tổ chức hội nghị"."""
        if name.units or name.head.words not in _SMALL_NAMED or name.last > name.head_last or unit in verbs():
            return False
        begins = self._inside_sentence(name.first) or name.head.words == "ban chỉ đạo"
        return is_capital(self.words[name.first]) and begins

    def _take_second_syllable(self, name: BodyName) -> None:
        """A word that is in no list: "Ân xá", "Biên giới". Only right after a head that no proper name follows, or
        where the name goes on with a capital after it ("Cầu mới Nam Thăng")."""
        at = name.last
        if at >= self.size or at in self.reading.marks or not (len(name.units) == 1 or self._of_words(name)):
            return
        if len(name.units) == 1 and self.words[at - 1] in lexicon("bodies")["short"]:
            return  # "Thanh tra Bộ | làm"
        if name.head.proper and not (
            at + 1 < self.size and is_capital(self.words[at + 1]) and not self.reading.gap(at).strip()
        ):
            return
        word, norm = self.words[at], self.norms[at]
        whole = is_vietnamese(self.norms[at - 1]) and not is_abbreviation(self.words[at - 1])
        if whole and word.isalpha() and not is_capital(word) and norm not in function_words():
            name.guessed = at
            name.last += 1

    def _of_words(self, name: BodyName) -> bool:
        """Whether the part before the last is a word, no syllable of a proper name: "Cảnh báo | Sóng thần"."""
        worded = not name.head.proper or name.head.category == "School"
        return worded and (" " in name.units[-2] or name.guessed == name.last - 2)

    def _anew(self, name: BodyName, at: int) -> bool:
        """Whether the next sentence begins, its mark missing: "Bộ Tài chính | Chiều nay"."""
        goes_on = at + 1 < self.size and is_capital(self.words[at + 1])
        word = self.norms[at] in lexicon("bodies")["anew"]["words"]
        return (
            word
            and not goes_on
            and bool(name.units)
            and (" " in name.units[-1] or not is_vietnamese(self.norms[at - 1]))
        )

    def _inside_sentence(self, at: int) -> bool:
        return self.reading.starts[at] not in self.begins

    def _other_body(self, name: BodyName, at: int) -> bool:
        if is_abbreviation(self.words[at]):
            return False
        other = self.parse(at)
        if other is None or not name.head.proper:
            return other is not None
        return other.head.category in _APART and other.head_last - other.first > 1
