"""Bodies: every name of an organisation, completed from the article's place, and the short forms that take it up."""

from bisect import insort

from spacy.language import Language
from spacy.tokens import Doc

from camket.graph.extraction.entities.body_acronyms import mark_acronyms
from camket.graph.extraction.entities.body_heads import BodyName, first_syllables
from camket.graph.extraction.entities.body_names import BodyGrammar
from camket.graph.extraction.entities.body_parts import complete_parts
from camket.graph.extraction.entities.body_shorts import ShortForms
from camket.graph.extraction.entities.name_runs import credits_begin
from camket.graph.extraction.entities.named_bodies import body_key, known_bodies
from camket.graph.extraction.reading import Mark, Reading
from camket.graph.extraction.text.cues import lexicon
from camket.graph.extraction.text.lexicon import (
    fields,
    is_capital,
    modifiers,
    role_length,
    roles,
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
_FORMULA_BEFORE = {"nghiệp", "ngoài", "vốn", "sản", "của", "cấp", "lý", "sách", "viên", "và", ","}
_ORGAN_ENDS = {"vụ", "trực"}  # of roles that say the organ: "Ủy viên Thường vụ | Tỉnh ủy"
_COUNTED = {"các", "những", "nhiều", "một", "hai", "ba", "bốn", "năm", "3", "4", "5", "cùng"}


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
        self.firsts = first_syllables() | roles().firsts | fields().firsts

    def run(self) -> None:
        at = 0
        while at < self.size:
            at = self._at(at)
        self.take_up()
        complete_parts(self)
        mark_acronyms(self, self.size)
        self._parents()
        self._known_parents()

    def _known_parents(self) -> None:
        """What the reference data says to belong to what, where the article names both."""
        ministry = body_key("Bộ Công an")
        for entity in self.reading.entities.values():
            police = entity.category == "PoliceBody" and entity.key.startswith("body/công an ")
            place = self.reading.place_levels.get(entity.jurisdiction or "")
            if police and place in ("province", "city") and ministry in self.reading.entities:
                entity.part_of = entity.part_of or ministry
        by_iri = {e.reference: e.key for e in self.reading.entities.values() if e.reference}
        for entity in self.reading.entities.values():
            known = known_bodies().get(entity.key)
            if known and known.parent and entity.part_of is None:
                entity.part_of = by_iri.get(known.parent)

    def _at(self, at: int) -> int:
        mark = self.reading.marks.get(at)
        if mark is None and self.norms[at] not in self.firsts:
            return at + 1
        if mark and mark.kind is EntityKind.PERSON:
            return mark.last
        role = role_length(self.norms, at)
        if role > 1:
            return self._after_role(at, role)
        name = self.grammar.parse(at)
        if name and not self._is_formula(name):
            return self._add(name)
        if name is None and not mark:
            unit = fields().at(self.norms, at)
            if unit and unit[0] > 1 and not is_capital(self.words[at]):
                return at + unit[0]
        return mark.last if mark else at + 1

    def _after_role(self, at: int, role: int) -> int:
        """Past the role, unless its last word opens the name of its body ("Trưởng đoàn ĐBQH tỉnh")."""
        end = at + role
        shared = 3 if self.norms[at : at + 2] == ["chánh", "văn"] else 2
        if self.norms[end - 1] in _ORGAN_ENDS and end < self.size and self.grammar.parse(end, small=True):
            return end
        for first in range(max(at + 1, end - shared), end):
            if modifiers().at(self.norms, first):
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
        if name.head.mission and self._is_any_mission(name):
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
        if before in _FORMULA_BEFORE or after[1:] == ["nhà"] or after[:1] in (["ta"], ["viên"]):
            return True
        if words == "đảng":
            key = "body/đảng cộng sản việt nam"
            if key in self.reading.entities:
                self.mention(key, name.first, name.last, "alias")
            return True
        return False

    def _is_any_mission(self, name: BodyName) -> bool:
        """ "các đại sứ quán Mỹ", "đại sứ quán Mỹ và Úc": several, none of them named."""
        counted = bool(name.first) and self.norms[name.first - 1] in _COUNTED
        several = self.norms[name.last : name.last + 1] in (["và"], ["ở"], [","]) and not is_capital(
            self.words[name.first]
        )
        return counted or several

    def _add(self, name: BodyName) -> int:
        key = self.entity_of(name)
        self.mention(key, name.first, name.last, "name")
        self.learn(name, key)
        insort(self.named, (name.first, key))
        return name.last

    def _bracketed(self, mark: Mark, other: Mark | None) -> bool:
        """Whether the body in brackets after another is the whole that it is a part of."""
        if other is None or self.words[mark.last] != "(" or self.words[other.last : other.last + 1] != [")"]:
            return False
        heads = lexicon("bodies")["bracketed"]
        part, whole = (self.reading.entities[m.entity].name.lower() for m in (mark, other))
        return part.startswith(tuple(heads["parts"])) and whole.startswith(tuple(heads["wholes"]))

    def _parents(self) -> None:
        """ "Tổ ĐBQH số 2 thuộc Đoàn ĐBQH tỉnh": what is said to belong to what."""
        marks = self.reading.marks
        for first in sorted(marks):
            mark = marks[first]
            if mark.kind is not EntityKind.BODY or mark.last + 1 >= self.size:
                continue
            other = marks.get(mark.last + 1)
            joined = self.norms[mark.last] in ("thuộc", "của") or self._bracketed(mark, other)
            if other and other.kind is EntityKind.BODY and joined and other.entity != mark.entity:
                entity = self.reading.entities[mark.entity]
                entity.part_of = entity.part_of or other.entity
