"""What joins the parts of a foreign name: initials, hyphens, particles, numbers of kings; and where it must end."""

import re
from abc import ABC, abstractmethod
from functools import cache
from typing import Final

from camket.graph.extraction.reading import Reading
from camket.graph.extraction.text.cues import lexicon
from camket.graph.extraction.text.lexicon import is_abbreviation, is_capital, is_vietnamese, surnames

ANEW: Final = ("ông", "bà")
"""These begin a sentence whose mark is missing: "Ảnh: Văn Kỳ Bà Lê ..."."""
ANEW_BEFORE_FULL: Final = ("anh", "chị", "cô")
"""So do these, which are given names too, before a full name: "Ảnh: Văn Kỳ Cô Lê Thị Sen"."""

_INITIAL = re.compile(r"[A-ZĐ]\.\Z")
_LETTER = re.compile(r"[A-ZĐ]\.?\Z")
_ROMAN = re.compile(r"(?:X{1,2}|X{0,2}(?:IX|IV|VI{0,3}|I{2,3}))\Z")


@cache
def _particles() -> frozenset[str]:
    return frozenset(lexicon("people")["particles"])


@cache
def _never() -> frozenset[str]:
    return frozenset(lexicon("people")["never_names"])


class NameJoints(ABC):
    """Tells of one article's tokens whether they go on a foreign name. end: where the credits begin."""

    def __init__(self, reading: Reading, end: int) -> None:
        self.reading = reading
        self.words = reading.words
        self.norms = reading.norms
        self.end = end

    @abstractmethod
    def namelike(self, at: int) -> bool:
        """Whether a token may be a part of a name."""

    def begins_anew(self, at: int) -> bool:
        """Whether the next sentence begins after a foreign name, its mark missing: "Harlan Ward | Với Minh Tâm"."""
        word = self.norms[at] in lexicon("people")["not_names"] or self.norms[at] in ANEW
        word = word and self.words[at + 1 : at + 2] != ["-"]  # "Park | Do-yun"
        return word and is_capital(self.words[at]) and not is_vietnamese(self.norms[at - 1])

    def middle_initial(self, at: int) -> bool:
        """Whether "C." stands between two parts of a foreign name."""
        initial = bool(_INITIAL.match(self.words[at])) and self.reading.gap(at) == " " and at + 1 < self.end
        return initial and self.namelike(at + 1) and not is_vietnamese(self.norms[at - 1])

    def hyphenated(self, first: int, at: int) -> bool:
        """Whether "-ryul" goes on from here: a dash without spaces between two parts of a foreign given name."""
        if at + 1 >= self.end or self.words[at] != "-" or self.reading.gap(at) or self.reading.gap(at + 1):
            return False
        after = self.words[at + 1]
        foreign = not is_vietnamese(self.norms[at + 1]) or not is_vietnamese(self.norms[first])
        return after.isalpha() and not is_abbreviation(after) and (not is_capital(after) or foreign)

    def numbered(self, at: int) -> bool:
        """Whether "XVI" tells which of several monarchs or popes of a foreign name is meant."""
        return (
            bool(_ROMAN.match(self.words[at])) and not is_vietnamese(self.norms[at - 1]) and self.reading.gap(at) == " "
        )

    def shortened(self, first: int, at: int) -> bool:
        """Whether the given name of a full name is told by its letter alone: "anh Tạ Hoài D."."""
        return self.norms[first] in surnames() and bool(_LETTER.match(self.words[at])) and self.reading.gap(at) == " "

    def is_no_name(self, at: int) -> bool:
        """Whether a word is in no name, whatever stands around it: "... Minh Tâm | Với ...", but "Tạ Văn Với"."""
        return self.norms[at] in _never() and self.norms[at - 1] not in ("văn", "thị")

    def particle(self, at: int) -> int:
        """How many tokens "al-" or "da" takes that a foreign name goes on after; 0 where it does not."""
        if self.norms[at] not in _particles() or is_vietnamese(self.norms[at - 1]) or at + 3 >= self.end:
            return 0
        size = 2 if self.words[at + 1] == "-" or self.norms[at + 1] in _particles() else 1
        return size if is_capital(self.words[at + size]) and not is_vietnamese(self.norms[at + size]) else 0
