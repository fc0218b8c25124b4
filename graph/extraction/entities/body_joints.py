"""What joins the parts of a body's name: "và", dashes, commas, "về", and small words before a capital end."""

from camket.graph.extraction.entities.body_heads import BodyName
from camket.graph.extraction.entities.body_units import UnitGrammar
from camket.graph.extraction.entities.body_words import topic, verbs
from camket.graph.extraction.text.lexicon import fields, is_abbreviation, is_capital, role_length
from camket.graph.facts import EntityKind

# Kinds of bodies whose names may have small words between the head and a capital end.
_BRIDGED = {"Association", "Institute", "School", "Hospital", "Company", "Delegation"}
_LONGEST_BRIDGE = 8  # small syllables between two capital parts of a name
_LISTED = 6  # tokens after a comma within which "và" must close the list ("Văn hóa, Thể thao và Du lịch")
_TELLING = 4  # syllables of a field word that belongs to the name although it is written small after "và"
JOINTS = {"và", "&", "-", "–"}


class JointGrammar(UnitGrammar):
    """Takes joints, with what they join, into the name of a body; each method says whether it took something."""

    def take_joint(self, name: BodyName) -> bool:
        """Takes "và", a dash or a comma, with the unit after it."""
        at = name.last
        if at + 1 < self.size and self.words[at] == "về":
            return self._take_topic(name)
        if at + 1 >= self.size or not name.named or at == name.head_last or name.numbered:
            return False
        word, after = self.words[at], at + 1
        if word == ",":
            return self._take_list(name)
        if word not in JOINTS or after in self.reading.marks:
            return False
        if name.head.category == "Company" and self.norms[after : after + 2] == ["chi", "nhánh"]:
            name.last = after + 2
            return True
        if not is_capital(self.words[after]):
            unit = fields().at(self.norms, after)
            if word != "và" or not unit:
                return False
            told = unit[0] >= _TELLING or self._ends_great(after + unit[0]) or self._is_of_place(after, unit)
            if not told:
                return False
            name.last = after + unit[0]
            return True
        tight = not self.reading.gap(at) and not self.reading.gap(after)
        partners = name.head.words.startswith("liên danh") and is_capital(self.words[after])
        if not tight and not partners and not fields().at(self.norms, after):
            return False
        if word in ("-", "–") and not tight and role_length(self.norms, after):
            return False
        if self.parse(after) is not None and not tight:
            return False
        name.last = after
        return self.take_unit(name)

    def _ends_great(self, at: int) -> bool:
        """Whether a capital field word follows: "và hỗ trợ | Doanh nghiệp"."""
        capital = at < self.size and is_capital(self.words[at]) and at not in self.reading.marks
        return capital and fields().at(self.norms, at) is not None and self.parse(at) is None

    def _is_of_place(self, at: int, unit: tuple[int, str]) -> bool:
        """Whether the level of a named place follows a field word: "(Chi cục Chăn nuôi) và thú y | tỉnh Hải Lâm"."""
        after = at + unit[0]
        levelled = self.norms[after : after + 1] == ["tỉnh"] and after + 1 < self.size
        return levelled and is_capital(self.words[after + 1]) and unit[1] not in verbs() and self.parse(at) is None

    def _take_topic(self, name: BodyName) -> bool:
        unit = topic(self.norms, name.last + 1, name.head.words, name.units)
        if unit:
            name.units, name.named, name.last = [*name.units, unit[1]], True, name.last + 1 + unit[0]
        return unit is not None

    def _take_list(self, name: BodyName) -> bool:
        at = name.last
        if name.head.words not in ("bộ", "sở", "ban", "cục", "ủy ban", "hội đồng", "vụ", "phòng"):
            return False
        after = at + 1
        if not is_capital(self.words[after]) or not fields().at(self.norms, after) or self.parse(after):
            return False
        for joint in range(after, min(after + _LISTED, self.size - 1)):
            if self.words[joint] in {",", ";", "."}:
                return False
            if self.norms[joint] == "và":
                if not is_capital(self.words[joint + 1]) or not fields().at(self.norms, joint + 1):
                    return False
                name.last = after
                return self.take_unit(name)
        return False

    def take_bridge(self, name: BodyName) -> bool:
        """Small words between the head and a capital end: "Liên hiệp các tổ chức hữu nghị Việt Nam"."""
        bridged = name.head.category in _BRIDGED or name.head.words == "ban quản lý"
        if not bridged and not (self.norms[name.last : name.last + 2] == ["khu", "vực"] and name.named):
            return False
        if name.place or name.inner:
            return False
        at = name.last
        while at < self.size and at - name.last <= _LONGEST_BRIDGE:
            mark = self.reading.marks.get(at)
            if mark and mark.kind is EntityKind.PLACE and at > name.last:
                name.last = at
                return self.take_place(name, mark)
            unit = fields().at(self.norms, at)
            if unit and at == name.last and name.named and unit[1] in verbs():
                return False  # "Công ty Sao Khuê | tổ chức Đại hội": what it does
            if at > name.last and is_capital(self.words[at]) and name.head.category != "Delegation":
                if is_abbreviation(self.words[at]) and self.norms[at - 1] == "và" and self.parse(at):
                    return False
                name.last = at
                return self.take_number(name) or self.take_unit(name)
            if is_capital(self.words[at]) or not (
                unit or (self.norms[at] in ("các", "và", "vì", "của") and at > name.last)
            ):
                return False
            at += unit[0] if unit else 1
        return False
