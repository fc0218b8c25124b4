"""The places in the names of bodies: where a body is responsible, where it sits, and whose it is."""

from camket.graph.extraction.entities.body_heads import BodyName
from camket.graph.extraction.entities.body_joints import JOINTS, JointGrammar
from camket.graph.extraction.entities.place_names import VIETNAM, levels
from camket.graph.extraction.reading import Mark
from camket.graph.extraction.text.lexicon import is_abbreviation, is_capital, is_vietnamese, role_length
from camket.graph.facts import EntityKind

_GUESTS = ("Association", "Institute")  # kinds of bodies that other countries have here


class PlaceGrammar(JointGrammar):
    """Takes places into the name of a body; each method says whether it took something."""

    def take_place(self, name: BodyName, mark: Mark) -> bool:
        """Takes the place that stands next, where a body of this kind may have one."""
        head = name.head
        if name.inner or (name.place and not name.country):
            return False
        country = self.is_country(mark)
        if head.bare and not (head.sovereign or head.place or head.delegation):
            return False
        if head.place == "own" and country and not name.place and head.category != "Association":
            return False
        if head.sovereign and not country:
            return False  # "đại biểu Quốc hội | TP Hà Nội"
        if head.category in ("Company", "MediaBody") and name.last == name.head_last and country:
            return False
        if country and head.category in ("Company", "MediaBody") and self._foreign_owner(name, mark):
            return False
        name.place, name.country, name.named = mark.entity, country, True
        name.last = mark.last
        if self._goes_on_after(name):
            name.place, name.last = None, name.last + 1  # "Ngân hàng Hậu Giang | Phát": no place, a proper name
            return True
        if name.last + 1 < self.size and self.words[name.last] in JOINTS and country:
            other = self.reading.marks.get(name.last + 1)
            friends = bool(name.units) and name.units[-1].startswith("hữu nghị")
            paired = friends or (head.needs == "country" and not head.mission) or not self.reading.gap(name.last)
            if other and other.kind is EntityKind.PLACE and self.is_country(other) and paired:
                name.last = other.last
        return True

    def _goes_on_after(self, name: BodyName) -> bool:
        """Whether one more capital syllable follows a place in the proper name of a company."""
        at = name.last
        if name.head.category != "Company" or name.country or at + 1 >= self.size or at in self.reading.marks:
            return False
        single = is_capital(self.words[at]) and self.words[at].isalpha() and not is_capital(self.words[at + 1])
        free = not (is_abbreviation(self.words[at]) or role_length(self.norms, at) or self.parse(at))
        return single and free and self.reading.gap(at) == " " and not self.words[at + 1].isalpha()

    def explained(self, name: BodyName) -> bool:
        """Passes over the abbreviation in "Liên đoàn Lao động (LĐLĐ) tỉnh", where the name goes on after it."""
        at = name.last
        if self.words[at] != "(" or at + 3 >= self.size or self.words[at + 2] != ")" or at == name.head_last - 1:
            return False
        after = self.reading.marks.get(at + 3)
        place = after is not None and after.kind is EntityKind.PLACE
        if after is not None and place and self.is_country(after):
            place = name.head.category == "Association" and after.entity == VIETNAM
        if not is_abbreviation(self.words[at + 1]) or not (place or levels().at(self.norms, at + 3)):
            return False
        name.last = at + 3
        return True

    def in_title(self, name: BodyName, mark: Mark | None) -> bool:
        """Takes a place inside the title of a newspaper: "tờ Sydney Morning Herald", "báo Hà Nội Mới"."""
        if not mark or mark.kind is not EntityKind.PLACE or mark.last >= self.size:
            return False
        after = self.words[mark.last]
        if not is_capital(after) or not after.isalpha() or self.reading.gap(mark.last).strip(" "):
            return False
        if name.head.category == "Company" and (is_vietnamese(after.lower()) or mark.last in self.reading.marks):
            return False
        name.last = mark.last
        if mark.first == name.head_last and self.is_country(mark):
            name.head_last = mark.last  # "tạp chí Nhật Bản Mac Fan"
            return True
        name.units += self.norms[mark.first : mark.last]
        name.named = True
        return True

    def _foreign_owner(self, name: BodyName, mark: Mark) -> bool:
        """Whether the country after "công ty Lockheed" only says where a company with a name of its own is from."""
        return mark.entity != VIETNAM and bool(name.units) and not all(is_vietnamese(n) for n in name.units[-1].split())

    def take_seat(self, name: BodyName) -> bool:
        """Takes "tại Hà Nội" into the name of an embassy: a country has one in every capital; and "tại Việt Nam" into
        that of an association or a centre of another country."""
        at = name.last
        if self.norms[at] not in ("tại", "ở"):
            return False
        seat = self.reading.marks.get(at + 1)
        if not seat or seat.kind is not EntityKind.PLACE:
            return False
        abroad = name.head.bare or (name.head.category == "ForeignBody" and name.country)
        guest = name.country and name.place != VIETNAM and name.head.category in _GUESTS and seat.entity == VIETNAM
        if not (abroad and name.head.mission) and not guest:
            return False
        name.last = seat.last
        return True

    def take_owner(self, name: BodyName) -> bool:
        """Takes "của Mexico" after a body that only a country has: "cảnh sát liên bang của Mexico"."""
        at = name.last
        if name.head.needs != "country" or at > name.head_last or self.norms[at] != "của":
            return False
        owner = self.reading.marks.get(at + 1)
        return owner is not None and self.is_country(owner) and self.take_place(name, owner)

    def is_country(self, mark: Mark) -> bool:
        """Whether the place marked is a country."""
        return self.reading.place_levels.get(mark.entity) == "country"
