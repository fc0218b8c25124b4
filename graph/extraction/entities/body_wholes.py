"""The whole inside the name of a part: "Ban Thường vụ | Tỉnh ủy", "Khoa Nhi, Bệnh viện Lam Sa"."""

from camket.graph.extraction.entities.body_heads import BodyName, Head
from camket.graph.extraction.entities.body_numbers import NumberGrammar
from camket.graph.extraction.text.cues import lexicon
from camket.graph.extraction.text.lexicon import is_capital, role_length

_PARTS = ("cục", "vụ", "chi cục", "trung tâm", "viện", "tổng cục")  # heads that may stand before the whole they are of
_DEPARTMENTS = ("khoa", "bộ môn", "trung tâm", "viện")
_OF_DEPARTMENTS = ("Hospital", "School")
_SMALL_WHOLES = ("trường", "bệnh", "công", "tập", "ngân", "câu", "học")  # begin small after an organ of theirs
_BRANCHES = ("kiểm lâm", "hải quan", "thuế", "kho bạc")  # services named after what they do


class WholeGrammar(NumberGrammar):
    """Takes the whole into the name of its part; each method says whether it took something."""

    def take_inner(self, name: BodyName) -> bool:
        """Takes the body that the one named is a part of into the name."""
        at = name.last
        head = name.head
        if head.words in _DEPARTMENTS and name.units and self.words[at] == "," and not name.place:
            return self._whole_after(name, at + 1)
        if (
            not (
                head.organ
                or self._is_part(name)
                or head.words in ("ban", "văn phòng", "bộ chính trị", "ban bí thư", "ban chấp hành trung ương")
            )
            or name.country
        ):
            return False
        if name.last == name.head_last and head.words == "ban":
            return False
        owned = self.norms[at] in ("của", "thuộc") and at + 1 < self.size and (head.delegation or head.organ)
        owned = owned and (head.needs != "name" or bool(name.units))
        start = at + 1 if owned else at
        if self.norms[start] == "đảng" and head.words in ("bộ chính trị", "ban bí thư"):
            return self._inner_at(name, start)
        if self.norms[start] == "công" and head.part:
            return self._inner_at(name, start)  # "cơ quan CSĐT công an quận 9"
        small = owned and self.words[start] in lexicon("bodies")["short"]
        small = small or (head.organ and head.needs == "inner" and self.norms[start] in _SMALL_WHOLES)
        if not (is_capital(self.words[start]) or small) or self.words[start - 1] in {"-", "–"}:
            return False
        return self._inner_at(name, start)

    def _whole_after(self, name: BodyName, start: int) -> bool:
        """ "khoa Nhi, Bệnh viện Lam Sa": the whole after a comma, without which a department is nothing."""
        if name.head.words != "khoa" and not self._posted(name.first):
            return False  # "... của Trung tâm Nhi, Bệnh viện Lam Sa và ...": a list
        whole = self.parse(start) if start < self.size else None
        if whole is None or whole.head.category not in _OF_DEPARTMENTS:
            return False
        name.inner, name.last, name.named = whole, whole.last, True
        return True

    def _posted(self, first: int) -> bool:
        """Whether a post stands right before token `first`, or ends with it."""
        return any(role_length(self.norms, first - k) >= k for k in (1, 2, 3, 4) if first >= k)

    def _is_part(self, name: BodyName) -> bool:
        """ "Cục Chống tham nhũng | Thanh tra Chính phủ": a named part before the whole."""
        return name.named and not name.place and name.head.words in _PARTS

    def _inner_at(self, name: BodyName, start: int) -> bool:
        head = name.head
        inner = self.parse(start) or self._short(start)
        if not inner or (inner.head.sovereign and not head.organ) or inner.head.words == head.words:
            return False
        if not name.units and inner.head.words in _BRANCHES:
            return False  # "Hạt Kiểm lâm huyện": no part of the rangers, the rangers themselves
        if not head.organ and inner.head.category not in ("StateBody", "PartyBody", "PoliceBody", "ArmyBody"):
            return False
        name.inner, name.last, name.named = inner, inner.last, True
        return True

    def _short(self, at: int) -> BodyName | None:
        """A bare "Bộ" or "Sở" that takes up a body named before."""
        if self.words[at] in lexicon("bodies")["short"]:
            return BodyName(at, at + 1, at + 1, Head(self.norms[at], "", short=True))
        return None
