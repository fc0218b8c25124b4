"""Bodies: every name of an organisation, completed from the article's place, and the short forms that take it up."""

from bisect import insort
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from camket.graph.extraction.entities.body_acronyms import mark_acronyms
from camket.graph.extraction.entities.body_heads import BodyName, heads
from camket.graph.extraction.entities.body_lists import add_listed, head_before_list
from camket.graph.extraction.entities.body_merges import merge_short_names
from camket.graph.extraction.entities.body_names import BodyGrammar
from camket.graph.extraction.entities.body_parents import find_parents, find_said_wholes
from camket.graph.extraction.entities.body_parts import complete_parts
from camket.graph.extraction.entities.body_shorts import ShortForms
from camket.graph.extraction.entities.byline import credits_begin
from camket.graph.extraction.reading import Reading
from camket.graph.extraction.text.cues import lexicon
from camket.graph.extraction.text.lexicon import (
    fields,
    is_capital,
    modifiers,
    role_length,
    roles,
    surnames,
)
from camket.graph.facts import EntityKind

_OF_SEVERAL = {
    "của",
    "hai",
    "2",
    "các",
    "mới",
    "lâm",
    "cũ",
}  # "Chính phủ của hai nước", "chính phủ lâm thời": none named
_FORMULA_BEFORE = {"do", "nghiệp", "ngoài", "vốn", "sản", "của", "cấp", "lý", "sách", "viên", "đạo", "và", ","}
_TELLS = ("nhà", "thông", "cảnh", "trình", "mật", "khai")  # with "báo" a verb
_OWN_TITLES = ("Association", "Company", "MediaBody")  # bodies whose names are titles of papers too
_CONTESTS = ("giải", "cúp")
_ORGAN_ENDS = {"vụ", "trực"}  # of roles that say the organ: "Ủy viên Thường vụ | Tỉnh ủy"
_PREMISES = ["cơ", "sở"]  # "chủ cơ sở | Thẩm mỹ viện ..." is of no department
_IN_PASSING = "nhà nước"  # named where nobody in particular acts ("Nhà nước thu hồi đất"), but where it owes something
_COUNTED = {"các", "những", "nhiều", "một", "hai", "ba", "bốn", "năm", "3", "4", "5", "cùng"}


@cache
def _firsts() -> frozenset[str]:
    """The syllables that a name, or what is to be passed over, begins with."""
    return heads().firsts | roles().firsts | fields().firsts


@Language.component("camket_bodies")
def bodies(doc: Doc) -> Doc:
    """Adds a mark for every mention of a body, and an entity for every body."""
    reading: Reading = doc._.reading
    _Scan(reading).run()
    return doc


class _Scan(ShortForms):
    """One article's search for bodies."""

    def __init__(self, reading: Reading) -> None:
        super().__init__(reading)
        self.size = credits_begin(reading)
        self.grammar = BodyGrammar(reading)
        self.firsts = _firsts()

    def run(self) -> None:
        last = 0
        for at in range(self.size):
            if at >= last and (self.norms[at] in self.firsts or at in self.reading.marks):
                last = self._at(at)
        self.take_up()
        find_said_wholes(self, self.size)
        complete_parts(self)
        mark_acronyms(self, self.size)
        find_parents(self, self.size)
        merge_short_names(self)

    def _at(self, at: int) -> int:
        mark = self.reading.marks.get(at)
        if mark and mark.kind is EntityKind.PERSON:
            return mark.last
        role = role_length(self.norms, at)
        if role > 1:
            return self._after_role(at, role)
        name = self.grammar.parse(at)
        if listed := self._listed(at, name):
            return listed
        if name and not self._is_formula(name):
            return self._add(name)
        if name is None and not mark:
            unit = fields().at(self.norms, at)
            if unit and unit[0] > 1 and not is_capital(self.words[at]):
                return at + unit[0]
        return mark.last if mark else at + 1

    def _listed(self, at: int, name: BodyName | None) -> int:
        """Past the places that have such a body each ("UBND các tỉnh A, B"); 0 where none are listed."""
        if name is None:
            last, category = head_before_list(self, at)
            return add_listed(self, at, last, category, suffix=False) if last else 0
        each = name.head.place == "suffix" and not (name.place or name.inner) and self.norms[name.last : name.last + 1]
        return add_listed(self, at, name.last, name.head.category, suffix=True) if each == ["các"] else 0

    def _after_role(self, at: int, role: int) -> int:
        """Past the role, unless its last word opens the name of its body ("Trưởng đoàn ĐBQH tỉnh")."""
        end = at + role
        shared = 3 if self.norms[at : at + 2] == ["chánh", "văn"] or self.norms[end - 3] == "ban" else 2
        shared = role - 1 if "trưởng" in self.norms[at : at + 2] else shared  # "Trưởng | Thi hành án dân sự tỉnh X"
        if self.norms[end - 1] in _ORGAN_ENDS and end < self.size and self.grammar.parse(end, small=True):
            return end
        for first in range(max(at + 1, end - shared), end):
            if modifiers().at(self.norms, first) or self.norms[first - 1 : first + 1] == _PREMISES:
                continue
            name = self.grammar.parse(first, small=True)
            if name and name.last > end and not self._is_formula(name):
                return self._add(name)
        return end

    def _is_formula(self, name: BodyName) -> bool:
        """ "chủ trương của Đảng, pháp luật của Nhà nước", "cấp Nhà nước": no body acts there."""
        words = name.head.words
        if " ".join(self.words[name.first : name.last]) in lexicon("bodies")["alone"]["never"]:
            return True
        if name.head.needs in ("country", "level") and name.country and self._is_any(name):
            return True
        if self._is_other_word(name) or self._is_nowhere(name):
            return True
        if self._is_each(name):
            return True
        if name.head.sovereign and name.first and self.norms[name.first - 1] in ("hai", "các"):
            return True
        if (
            name.head.sovereign
            and name.place is None
            and self.norms[name.last : name.last + 1]
            and self.norms[name.last] in _OF_SEVERAL
        ) or self.norms[name.last : name.last + 2] == ["nước", "này"]:
            return True
        if words not in ("đảng", "nhà nước") or name.last > name.head_last:
            return False
        before = self.norms[name.first - 1] if name.first else ""
        after = self.norms[name.last : name.last + 2]
        if before in _FORMULA_BEFORE or after[:1] in (["ta"], ["viên"]):
            return True
        if after[1:] == ["nhà"]:  # "Đảng và Nhà nước coi trọng ..."
            return words != "đảng" or after[0] not in ("và", ",")
        if words == "đảng":
            key = "body/đảng cộng sản việt nam"
            if key in self.reading.entities:
                self.mention(key, name.first, name.last, "alias")
            return True
        return False

    def _is_any(self, name: BodyName) -> bool:
        """ "các đại sứ quán Mỹ", "đại sứ quán Mỹ và Úc", "một tòa án Trung Quốc": none in particular."""
        small = not is_capital(self.words[name.first])
        counted = bool(name.first) and self.norms[name.first - 1] in _COUNTED
        several = self.norms[name.last : name.last + 1] in (["và"], ["ở"], [","])
        return (counted and (small or name.head.mission)) or (several and small and name.head.mission)

    def _is_other_word(self, name: BodyName) -> bool:
        """Whether the head is no head: "đã báo Công an phường", "ông Lê Quốc Hội", "ngành Hải quan Nam Thăng"."""
        before = self.norms[name.first - 1] if name.first else ""
        if name.head.words == "báo" and not is_capital(self.words[name.first]):
            told = self.grammar.parse(name.head_last) if name.head_last < self.size else None
            return before in _TELLS or (told is not None and told.head.category not in _OWN_TITLES)
        if name.head.sovereign and name.first and is_capital(self.words[name.first - 1]):
            return before in surnames() and is_capital(self.words[name.head_last - 1])
        return before == "ngành" or (before in _CONTESTS and name.head.category == "Association")

    def _is_nowhere(self, name: BodyName) -> bool:
        """ "UBND phường" where no ward is spoken of, "đoàn kiểm tra": which one is not said."""
        if name.head.delegation and name.head.bare and name.head.words != "đoàn thanh tra":
            return not (name.place or name.inner or is_capital(self.words[name.first]))
        bare = name.head.needs == "level" and not (name.place or name.inner)
        return bare and name.level in ("district", "commune") and self.place_of(name.level) is None

    def _is_each(self, name: BodyName) -> bool:
        """ "gửi Sở Y tế các tỉnh", "Sở Tài chính địa phương": every place has one, none is named."""
        after = self.norms[name.last : name.last + 2]
        return (
            not (name.place or name.inner)
            and (after[:1] == ["các"] or after == ["địa", "phương"])
            and (name.head.place == "suffix" or name.head.needs == "level")
        )

    def _add(self, name: BodyName) -> int:
        key = self.entity_of(name)
        self.reading.entities[key].passing = name.head.words == _IN_PASSING
        self.mention(key, name.first, name.last, "name")
        self.learn(name, key)
        insort(self.named, (name.first, key))
        return name.last
