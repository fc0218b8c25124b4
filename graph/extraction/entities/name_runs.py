"""Runs of capital syllables that may be names of people."""

import re
from functools import cache

from camket.graph.extraction.entities.body_heads import head_length
from camket.graph.extraction.entities.byline import credits_begin
from camket.graph.extraction.entities.called_names import may_call
from camket.graph.extraction.entities.name_joints import ANEW, ANEW_BEFORE_FULL, NameJoints
from camket.graph.extraction.entities.place_names import heads as place_heads
from camket.graph.extraction.reading import Reading
from camket.graph.extraction.text.cues import WordTable, lexicon
from camket.graph.extraction.text.lexicon import (
    fields,
    is_abbreviation,
    is_capital,
    is_vietnamese,
    plain,
    ranks,
    role_length,
    roles,
    surnames,
    titles,
    weak_surnames,
)

_INITIALS = re.compile(r"(?:[A-ZĐ]\.)+[A-ZĐ]\w{2,}\Z")
_PLACE_INITIALS = ("tp.", "q.", "h.", "tx.", "p.")
_INNER_MARKS = str.maketrans("", "", "'’-")  # "K'Brồi", "Ê-gian"
_CONTINENTS = ("á", "âu", "phi", "mỹ", "úc", "đại", "nam")  # "Châu Á" is no Mr Châu
_LONGEST = 6
_MORE_OPENERS = {
    "còn",
    "hiện",
    "riêng",
    "thế",
    "rồi",
    "về",
    "bởi",
    "dưới",
    "giữa",
    "ngay",
    "cả",
    "ngoài",
    "bên",
    "dù",
    "chính",
}


@cache
def _verbs() -> WordTable[str]:
    return plain(word for verb in lexicon("speech")["verb"] for word in verb["words"])


@cache
def _openers() -> frozenset[str]:
    return frozenset(lexicon("people")["openers"]) | frozenset(lexicon("people")["not_names"])


class RunFinder(NameJoints):
    """Finds the runs of one article; places are marked already."""

    def __init__(self, reading: Reading) -> None:
        super().__init__(reading, credits_begin(reading))
        self.starts = {reading.token_at(s.start) for s in reading.sentences}
        self.inside = {t for m in reading.marks.values() for t in range(m.first, m.last)}

    def runs(self) -> list[tuple[int, int]]:
        """All runs, as tokens from and to (exclusive), in text order."""
        runs: list[tuple[int, int]] = []
        at, firsts = 0, roles().firsts
        while at < self.end:
            if not is_capital(self.words[at]):
                at += max(1, role_length(self.norms, at)) if self.norms[at] in firsts else 1
                continue
            if not self.namelike(at):
                at += max(1, role_length(self.norms, at), head_length(self.norms, at))
                continue
            last, parts = at + 1, 1
            while last < self.end and parts < _LONGEST:
                if self.begins_anew(last):
                    break
                if self._named_like_body(at, last):
                    last, parts = last + 2, parts + 2
                elif (self.namelike(last) or self._closes_name(at, last)) and "\n" not in self.reading.gap(last):
                    last, parts = last + 1, parts + 1
                elif self.middle_initial(last):
                    last, parts = last + 2, parts + 2
                elif self.hyphenated(at, last):
                    last += 2
                elif self.shortened(at, last):
                    last += 1
                    break
                elif self.numbered(last):
                    last += 1
                    if last >= self.end or is_vietnamese(self.norms[last]):
                        break
                elif particle := self.particle(last):
                    last += particle
                else:
                    break
            first = at + 1 if self._opens_foreign(at, last) else at
            end = last - 1 if self._ends_in_verb(first, last) else last
            half = (end - first) // 2
            twice = half and self.words[first : first + half] == self.words[first + half : end]
            runs.append((first, first + half if twice else end))
            at = last
        return runs

    def _opens_foreign(self, first: int, last: int) -> bool:
        """Whether the sentence begins with a small word before a foreign name: "Theo Henz", "Nhưng Harlan"."""
        word = self.norms[first] in _openers() or self.norms[first] in _MORE_OPENERS
        return last - first > 1 and word and not is_vietnamese(self.norms[first + 1])

    def _ends_in_verb(self, first: int, last: int) -> bool:
        """Whether the last syllable begins the next sentence, whose mark is missing: "... Pereira Tuyên bố"."""
        if last - first > 1 and self.norms[last - 1] == "ảnh":
            return True
        if last - first < 3 or last >= self.end or is_capital(self.words[last]) or not self.words[last].isalpha():
            return False
        foreign = not is_vietnamese(self.norms[last - 2])
        if self.norms[last - 1] in _openers() and foreign:
            return True
        if last - first > 3 and self.norms[last - 1] in lexicon("people")["not_names"]:
            return True
        verb = _verbs().at(self.norms, last - 1)
        return bool(verb) and verb is not None and verb[0] > 1

    def namelike(self, at: int) -> bool:
        word = self.words[at]
        if not is_capital(word) or at in self.inside or (is_abbreviation(word) and not is_initials(word)):
            return False
        if at and self.norms[at - 1] == "châu" and (self.words[at - 1].islower() or self.norms[at] in _CONTINENTS):
            return False
        if not (word.translate(_INNER_MARKS).isalpha() or is_initials(word)):
            return False
        field = fields().at(self.norms, at)
        if field and field[0] > 1 and not is_capital(self.words[at + 1]):
            return False
        if self._title_here(at) or self.is_no_name(at):
            return False
        if (rank := ranks().at(self.norms, at)) and rank[0] > 1:
            return False
        if (title := titles().at(self.norms, at)) and title[0] > 1:
            return False
        place = place_heads().at(self.norms, at)
        if place and place[0] > 1:
            return False
        head = head_length(self.norms, at)
        if head > 1 or (head and self.norms[at] not in surnames()):
            return False
        role = role_length(self.norms, at)
        return not (role > 1 and not (self.norms[at] in surnames() and is_capital(self.words[at + 1])))

    def _closes_name(self, first: int, at: int) -> bool:
        """A given name that elsewhere is the head of a body or a post: "Viện" in "Ngô Quang Viện"."""
        alone = at + 1 >= self.end or not is_capital(self.words[at + 1])
        free = at not in self.inside and is_capital(self.words[at]) and not is_abbreviation(self.words[at])
        field = fields().at(self.norms, at)
        single = head_length(self.norms, at) <= 1 and role_length(self.norms, at) <= 1 and (not field or field[0] == 1)
        return (
            ((at - first == 2 and self.norms[first] in surnames()) or (at - first == 1 and self._in_list(first, at)))
            and alone
            and free
            and single
            and self.words[at].isalpha()
        )

    def _named_like_body(self, first: int, at: int) -> bool:
        """Whether two capital syllables after a title and a family name are a given name, though a body is called so
        ("ông Nguyễn | Quốc Hội"); or after a family name alone, though they are a title ("Nguyễn | Anh Hùng")."""
        if at != first + 1 or at + 2 > self.end:
            return False
        pair = self.words[at : at + 2]
        alone = at + 2 >= self.end or not is_capital(self.words[at + 2])
        capital = all(is_capital(word) and not is_abbreviation(word) for word in pair)
        if not (capital and alone and self.norms[first] in surnames()):
            return False
        if titles().at(self.norms, at) == (len(pair), " ".join(self.norms[at : at + 2])):
            return self.norms[first] not in weak_surnames()
        return bool(titles().ending(self.norms, first - 1)) and head_length(self.norms, at) == len(pair)

    def _in_list(self, first: int, at: int) -> bool:
        """Whether two syllables stand between commas or after a title: "..., Đình Trường, ...", "thủ thành ..."."""
        between = first > 0 and at + 1 < self.end and self.words[first - 1] == self.words[at + 1] == ","
        between = between or (first > 0 and titles().ending(self.norms, first - 1) > 0)
        return between and may_call(self.norms[first]) and may_call(self.norms[at])

    def _title_here(self, at: int) -> bool:
        """A capital word of address ("Ông", "Bà") before a name: at the start of a sentence or in a list."""
        named = self.norms[at + 1 : at + 2] and self.norms[at + 1] in surnames()
        if not titles().at(self.norms, at) or (self.norms[at] == "thầy" and not named):
            return False
        if self.norms[at + 1 : at + 2] in (["thị"], ["văn"]):
            return False  # "Ông Thị Kiều Diễm"
        full = len(self.words) > at + 3 and all(is_capital(word) for word in self.words[at + 1 : at + 4])
        anew = named and (self.norms[at] in ANEW or (self.norms[at] in ANEW_BEFORE_FULL and full))
        after_name = not anew and (
            at > 0 and is_capital(self.words[at - 1]) and self.words[at - 1].isalpha() and at not in self.starts
        )
        return not after_name and at + 1 < self.end and is_capital(self.words[at + 1])

    def _street(self, title: int) -> bool:
        """Whether the word of address at token `title` is a part of a name: "đường Ông Ích Khiêm", "chợ Bà Chiểu"."""
        inside = title > 0 and title not in self.starts and is_capital(self.words[title])
        return inside and self.words[title - 1].islower() and self.norms[title - 1] in lexicon("people")["of_old"]


def is_initials(word: str) -> bool:
    """Whether a word is a name with initials, written in one ("V.Putin"); "TP.Vinh" is a place."""
    return bool(_INITIALS.match(word)) and not word.lower().startswith(_PLACE_INITIALS)
