"""The grammar of the names of bodies: a head ("Sở", "Ban Thường vụ") and what belongs to its name after it."""

from functools import cache
from typing import Final

from camket.graph.extraction.entities.body_closed import closed_name
from camket.graph.extraction.entities.body_heads import BodyName, Head, head_firsts, heads
from camket.graph.extraction.entities.body_joints import JOINTS
from camket.graph.extraction.entities.body_wholes import WholeGrammar
from camket.graph.extraction.entities.place_names import VIETNAM, abroad, levels
from camket.graph.extraction.text.cues import lexicon
from camket.graph.extraction.text.lexicon import fields, is_abbreviation, is_capital, is_vietnamese, syllables
from camket.graph.facts import EntityKind

_ALSO_NAMES = ("trường", "hội", "viện", "đội", "vụ")  # heads that are first syllables of names of streets and towns
_CHAMBERS = ("hạ viện", "thượng viện", "nội các", "nghị viện", "tòa án tối cao")
_TELLING = 3  # syllables that the name of a force or court has at least


DEEPEST: Final = 5
"""So many names may stand one in the other ("Văn phòng Ban Chỉ đạo của Bộ Y tế"): hostile text goes no deeper."""


@cache
def _no_head_before() -> dict[str, frozenset[str]]:
    return {" ".join(syllables(head)): frozenset(words) for head, words in lexicon("bodies")["no_head_before"].items()}


class BodyGrammar(WholeGrammar):
    """Reads names of bodies in one article; people and places are marked already."""

    def parse(self, at: int, small: bool = False) -> BodyName | None:
        """The body whose name begins at token `at`, or None. small: its head may begin with a small letter."""
        if self.norms[at] not in head_firsts() or self.nested == DEEPEST:
            return None
        self.nested += 1
        found = self._longest(at, small)
        self.nested -= 1
        return found

    def _longest(self, at: int, small: bool) -> BodyName | None:
        best: BodyName | None = None
        longest = at
        for size, same in heads().every(self.norms, at):
            longest = max(longest, at + size)
            if self._other_word(at, at + size):
                continue
            for head in same:
                name = self._with_head(at, at + size, head, small)
                if name and best and best.head.bare and name.guessed == best.last:
                    continue  # a known name as it stands, not a shorter head with a guess after it
                if name and (best is None or name.last > best.last):
                    best = name
        if best and best.head.bare and best.head.category == "Company" and not self._is_company(best):
            return None
        if best and best.last < longest:
            return None  # the words of a longer head, cut short: "Bộ Chỉ huy | quân sự các tỉnh"
        closed = closed_name(self.reading, at)
        return closed if closed and (best is None or closed.last > best.last) else best

    def _is_company(self, name: BodyName) -> bool:
        """Takes "Electronics" after "Samsung"; False where other foreign words follow: what a company makes."""
        if all(is_vietnamese(norm) for norm in self.norms[name.first : name.last]):
            return True
        words = lexicon("bodies")["companies"]["words"]
        if name.first and self.norms[name.first - 1] in lexicon("bodies")["companies"]["goods"]:
            return False  # "chiếc Toyota"
        while name.last < self.size and self.norms[name.last] in words and is_capital(self.words[name.last]):
            name.last, name.goes_on = name.last + 1, True
        self._take_branch(name)
        at = name.last
        if at < self.size and any(c.isdigit() for c in self.words[at]) and not self.reading.gap(at).strip(" "):
            return False  # "Boeing 787", "Apple A7"
        if at >= self.size or name.goes_on or at in self.reading.marks or not self.words[at].isalpha():
            return True
        follows = is_capital(self.words[at]) and not is_vietnamese(self.norms[at])
        return not follows or is_abbreviation(self.words[at]) or is_vietnamese(self.norms[at - 1])

    def _take_branch(self, name: BodyName) -> None:
        """Takes "Việt Nam" after a firm from abroad: "Wabko Việt Nam" is its firm here."""
        mark = self.reading.marks.get(name.last)
        whole = name.last == name.head_last
        if mark and mark.entity == VIETNAM and whole and not self.reading.gap(name.last).strip(" "):
            name.last, name.place, name.country = mark.last, mark.entity, True

    def _other_word(self, first: int, last: int) -> bool:
        """Whether the head is the beginning of another word: "bộ luật", "hội nghị"."""
        head = self.norms[first:last]
        twice = self.norms[last : last + last - first] == head  # "Trưởng phòng | Phòng Cảnh sát"
        return twice or (last < self.size and self.norms[last] in _no_head_before().get(" ".join(head), ()))

    def _with_head(self, first: int, head_last: int, head: Head, small: bool) -> BodyName | None:
        name = BodyName(first, head_last, head_last, head)
        while name.last < self.size and self._step(name):
            pass
        while name.last > head_last and self.words[name.last - 1] in JOINTS | {",", "của"}:
            name.last -= 1
        placed = (head.needs == "level" or head.place == "own") and name.place is not None
        placed = placed or (head.sovereign and name.country)
        capital = (
            small
            or is_capital(self.words[first])
            or head.any_case
            or placed
            or (head.part and name.inner is not None and not name.inner.head.short)
            or self._begins_small(name)
        )
        return name if capital and self._complete(name) else None

    def _of_the_country(self, name: BodyName) -> bool:
        """Whether "Hạ viện" or "Lực lượng Tên lửa" with a capital is the one of the foreign country spoken of."""
        alone = name.last == name.head_last and is_capital(self.words[name.first]) and not name.head.mission
        telling = name.head.words in _CHAMBERS or name.last - name.first > _TELLING
        inside = self.reading.starts[name.first] not in self.begins
        return alone and telling and inside and abroad(self.reading)

    def _of_a_capital(self, name: BodyName) -> bool:
        """ "chính quyền Damascus": a government called by a city abroad."""
        return name.head.words == "chính quyền" and self.reading.place_levels.get(name.place or "") == "abroad"

    def _begins_small(self, name: BodyName) -> bool:
        """Whether a small head stands before words of a name that begin with a capital: "bộ Công an", "tổ chức Wabko";
        not after a word of number, nor where the head is a verb ("tổ chức Hội thảo")."""
        at, words = name.head_last, lexicon("bodies")["small_heads"]
        if name.last == at or not is_capital(self.words[at]) or self.norms[name.first - 1] in words["not_after"]:
            return False
        foreign = not is_vietnamese(self.norms[at]) and not is_abbreviation(self.words[at])
        unit = fields().at(self.norms, at)
        word = unit is not None and unit[0] > 1
        school = name.head.words.startswith("trường") and self.norms[name.first - 1] not in words["no_school_after"]
        listed = name.head.words in words["words"]
        return school or (foreign and name.head.words in words["foreign"]) or (word and listed)

    def _complete(self, name: BodyName) -> bool:
        head = name.head
        if head.bare:
            return True
        if head.needs == "level" and name.numbered and name.level is None:
            return True
        if head.needs == "level":
            numbered = name.level == "numbered" and not head.delegation
            return name.place is not None or (name.level is not None and not numbered)
        if head.needs == "number":
            return name.numbered
        if head.needs == "country":
            return name.country or self._of_the_country(name) or self._of_a_capital(name)
        if head.part and head.needs == "inner":
            return True
        nameless = lexicon("bodies")["nameless"].get(head.category.lower(), ())
        bare = nameless and name.units and not (name.place or name.inner or name.numbered)
        if bare and all(unit in nameless for unit in name.units):
            return False
        if head.words in _ALSO_NAMES and name.last == name.head_last + 1:
            return not is_vietnamese(self.norms[name.head_last])  # "đại lộ Trường An", "phố cổ Hội An"
        if head.organ and head.needs == "name":
            return bool(name.units) or name.inner is not None or name.numbered
        if head.needs == "inner":
            return name.inner is not None or (head.category == "PartyBody" and (name.named or name.level is not None))
        return name.named

    def _step(self, name: BodyName) -> bool:
        """Takes the next part into the name; False where the name ends."""
        at = name.last
        if "\n" in self.reading.gap(at):
            return False
        if self.explained(name):
            at = name.last
        mark = self.reading.marks.get(at)
        if name.head.category in ("MediaBody", "Company") and self.in_title(name, mark):
            return True
        if mark:
            return mark.kind is EntityKind.PLACE and self.take_place(name, mark)
        if self.take_seat(name):
            return False
        if self.take_owner(name):
            return True
        if name.place and self.one_of_several(name):
            name.last += 1
            return False
        if name.inner or (name.place and not name.country):
            return False
        if self.take_inner(name) or self._take_level(name):
            return True
        if name.last == self.size:  # the level was the article's last word
            return False
        grows = not name.place and (self.take_number(name) or self.take_unit(name) or self.take_joint(name))
        return grows or self.take_bridge(name)

    def _take_level(self, name: BodyName) -> bool:
        found = levels().at(self.norms, name.last)
        if (
            not found
            or name.level
            or name.head.words in ("bộ", "đảng")
            or name.head.sovereign
            or name.head.place == "own"
        ):
            return False
        if name.head.bare and not name.head.delegation and name.head.category != "Association":
            return False
        if name.head.delegation and name.head.bare:
            return False
        if name.head.needs == "name" and not name.named:
            return False
        if fields().at(self.norms, name.last):
            return False
        name.level, name.last = found[1], name.last + found[0]
        return False
