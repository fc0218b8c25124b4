"""The numbers in the names of bodies: "Tổ số 2", "Bệnh viện Nhi đồng 1", "Ban Chỉ đạo 389", "Trung đoàn 2"."""

import re

from camket.graph.extraction.entities.body_heads import BodyName
from camket.graph.extraction.entities.body_places import PlaceGrammar
from camket.graph.extraction.text.cues import lexicon

_CODED = ("cục", "phòng", "tổ", "tổ công tác")  # heads of bodies that go by a code
_CODE = re.compile(r"[A-ZĐ]{1,2}\d{2,3}\Z")
_ROMAN = frozenset("IVXLC")
_LONGEST_SERIAL = 3  # digits
# Names of which several bodies have one, numbered.
_SERIES = ("nhi đồng", "quân y", "sư phạm", "xây lắp", "xây dựng", "cấp cứu")
_PLANTS = frozenset(("thủy điện", "nhiệt điện"))
_PARTED = (["khu", "vực"], ["chuyên", "ngành"])  # "Kiểm toán Nhà nước khu vực II", "... chuyên ngành V"
_BY_AREA = ("StateBody", "PoliceBody", "Court")  # kinds of bodies of which each area has one


class NumberGrammar(PlaceGrammar):
    """Takes numbers into the name of a body; each method says whether it took something."""

    def take_number(self, name: BodyName) -> bool:
        """Takes the number that stands next, where bodies of this kind are numbered."""
        at = name.last
        if self.norms[at : at + 2] in _PARTED and name.head.category in _BY_AREA and self._is_figure(at + 2):
            name.numbered, name.named, name.last = True, True, at + 3  # "Tòa án nhân dân khu vực 1"
            return True
        if self.norms[at] == "số" and at + 1 < self.size and self.words[at + 1].isdigit():
            name.numbered, name.last, name.level = True, at + 2, name.level or "numbered"
            name.named = True
            return True
        roman = set(self.words[at]) <= _ROMAN
        if (
            (self.words[at].isdigit() and (name.head.number or self.norms[at - 1] == "vực"))
            or (roman and name.last > name.head_last)
            or self._serial(name)
        ):
            name.numbered, name.last = True, at + 1
            return True
        return roman and name.head.number and self._numbered(name)

    def _is_figure(self, at: int) -> bool:
        return at < self.size and (self.words[at].isdigit() or set(self.words[at]) <= _ROMAN)

    def _serial(self, name: BodyName) -> bool:
        """A number that tells one of several bodies of one kind: "Ban Quản lý dự án 6", "Bệnh viện Nhi đồng 1"."""
        at = name.last
        if at == name.head_last and name.head.words in _CODED and _CODE.match(self.words[at]):
            name.named = True  # "Cục C04", "Phòng PC08"
            return True
        if not self.words[at].isdigit() or len(self.words[at]) > _LONGEST_SERIAL:
            return False
        if name.head.words == "ban chỉ đạo" and at == name.head_last:  # "Ban Chỉ đạo 389"
            name.named = True
            return True
        counted = name.head.words.startswith("ban quản lý") or (name.units and name.units[-1] in _SERIES)
        return bool(name.units) and (bool(counted) or self.one_of_several(name))

    def one_of_several(self, name: BodyName) -> bool:
        """Whether the number is a school's ("Trường tiểu học Lam Sa 2") and counts nothing ("... 2 em")."""
        at = name.last
        counts = self.norms[at + 1 : at + 2] and self.norms[at + 1] in lexicon("bodies")["small"]["counted"]
        plant = name.head.words.startswith("nhà máy") or not _PLANTS.isdisjoint(name.units)
        many = name.head.category == "School" or plant
        return many and self.words[at] in "123456789" and not counts

    def _numbered(self, name: BodyName) -> bool:
        name.numbered, name.last = True, name.last + 1
        return True
