"""Places: names from the lists, names after a head ("tỉnh", "xã"), and names that such a head has taught."""

from spacy.language import Language
from spacy.tokens import Doc

from camket.graph.extraction.entities.body_heads import head_length
from camket.graph.extraction.entities.place_names import (
    MIDDLES,
    PlaceName,
    begins_person,
    gazetteer,
    head_firsts,
    headed_only,
    heads,
    joined_place,
    lives_there,
    of_highlander,
    pair_only,
    paired_at,
    teaching,
    words_before,
)
from camket.graph.extraction.entities.place_setting import find_setting
from camket.graph.extraction.entities.unknown_states import unknown_states
from camket.graph.extraction.reading import DraftEntity, Mark, Reading
from camket.graph.extraction.text.cues import lexicon
from camket.graph.extraction.text.lexicon import (
    fields,
    is_abbreviation,
    is_capital,
    is_vietnamese,
    personal_before,
    role_length,
    surnames,
    weak_surnames,
)
from camket.graph.extraction.text.tokenizer import fold
from camket.graph.facts import EntityKind

_ADMINISTRATIVE = ("province", "city", "district", "commune", "hamlet", "country")
_PLAINLY_NAMED = ("province", "city", "country", "region", "abroad")  # levels whose names go without a head
_MAY_BE_NUMBERED = ("district", "commune", "hamlet")
_DEPARTMENT = "sở"  # of a province alone
_JOINTS = frozenset({"và", ",", "-", "&"})
_DEPARTMENTS_PLACE = 2  # syllables of a province's name that stands bare behind its department
_LONGEST_NAME = 4
_WITH_PERSON = 5  # a place's name and the full name of who heads it
_LETTERS = ("h.", "q.", "p.")  # heads of districts that are initials too
_HEADED = 3  # how much more a name after its head weighs than a bare one, when the place spoken of is looked for
_COMMON = (
    "mỹ",
    "nga",
    "nhật",
    "đức",
    "pháp",
    "úc",
)  # short names that follow a foreign company's: "Lockheed Martin Mỹ"
_SINGLE_TOKEN = ("tp.", "tx.")


@Language.component("camket_places")
def places(doc: Doc) -> Doc:
    """Adds a mark and an entity for every place name, and finds the province, city and district spoken of."""
    reading: Reading = doc._.reading
    _Scan(reading).run()
    return doc


class _Scan:
    """One article's search for places."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.words = reading.words
        self.norms = reading.norms
        self.size = len(reading.words)
        self.learned: dict[tuple[str, ...], PlaceName] = {}
        self.learned_by_first: dict[str, list[tuple[str, ...]]] = {}
        self.weights: dict[str, dict[str, int]] = {}

    def run(self) -> None:
        firsts, words = head_firsts(), self.words
        starts = [at for at, norm in enumerate(self.norms) if norm in firsts or words[at][0].isupper()]
        for at in starts:
            self._learn(at)
        for state in unknown_states(self.reading):
            self._teach((fold(state),), PlaceName(state, "country"))
        self._learn_opening()
        last = 0
        for at in starts:
            if at >= last:
                last = self._mark(at)
        find_setting(self.reading, self.weights)

    def _learn(self, at: int) -> None:
        capital = is_capital(self.words[at])
        taught = (capital and teaching().at(self.norms, at)) or heads().at(self.norms, at)
        if capital and self.norms[at] == _DEPARTMENT:
            self._learn_department(at + 1)
        if not taught or taught[1] == "other" or self._other_word(at):
            return
        first = at + taught[0]
        size = self._name_length(first, taught[1])
        if size and not gazetteer().at(self.norms, first) and not self.words[first][0].isdigit():
            name = PlaceName(self._text(first, first + size), taught[1])
            self._teach(tuple(self.norms[first : first + size]), name)

    def _learn_department(self, at: int) -> None:
        """The province whose department it is, from its fields on: "Sở | Giáo dục và Đào tạo Đắk Lâm"."""
        first = at
        while first < self.size:
            joint = int(self.norms[first] in _JOINTS)
            found = fields().at(self.norms, first + joint) if first + joint < self.size else None
            if found is None and not is_abbreviation(self.words[first]):
                break
            first += joint + found[0] if found else 1
        last = first + _DEPARTMENTS_PLACE
        named = at < first and last <= self.size and all(map(self._is_place_syllable, range(first, last)))
        ends = last >= self.size or not is_capital(self.words[last])
        if named and ends and not gazetteer().at(self.norms, first) and self.norms[first] not in surnames():
            self._teach(tuple(self.norms[first:last]), PlaceName(self._text(first, last), "province"))

    def _is_place_syllable(self, at: int) -> bool:
        own = is_capital(self.words[at]) and not is_abbreviation(self.words[at]) and not fields().at(self.norms, at)
        return own and (is_vietnamese(self.norms[at]) or not self.norms[at].isascii()) and self.words[at].isalpha()

    def _learn_opening(self) -> None:
        """An article on a province that it names without a head opens with the name: "Đắk Lâm khép lại năm 2025"."""
        if "tỉnh" not in self.norms or any(p.level == "province" for p in self.learned.values()):
            return
        known = (gazetteer().at(self.norms, at) for at in range(self.size))
        if not self.reading.sentences or any(found and found[1].level == "province" for found in known):
            return
        first = self.reading.token_at(self.reading.sentences[0].start)
        size = self._name_length(first, "province")
        local = all(is_vietnamese(n) or not n.isascii() for n in self.norms[first : first + size])
        if size == 2 and local and self.norms[first] not in surnames() and not heads().at(self.norms, first):
            name = PlaceName(self._text(first, first + size), "province")
            self._teach(tuple(self.norms[first : first + size]), name)

    def _teach(self, names: tuple[str, ...], place: PlaceName) -> None:
        if names not in self.learned:
            self.learned[names] = place
            self.learned_by_first.setdefault(names[0], []).append(names)

    def _mark(self, at: int) -> int:
        """Marks the place that begins at `at`, if one does; returns where to go on."""
        head = heads().at(self.norms, at)
        head_size = head[0] if head else 0
        whole_name = is_capital(self.words[at]) and gazetteer().at(self.norms, at)
        named = whole_name and self._capital(at, at + whole_name[0]) and whole_name[0] > head_size
        if head and (self._other_word(at) or named):
            head = None
        if head and (head[1] != "other" or not is_capital(self.words[at])):
            first = at + head[0]
            known = self._known(first, headed=True) if first < self.size else None
            if known and known[1].level == "country" and head[1] not in ("country", "city"):
                known = None
            if known:
                self._add(at, first + known[0], known[1], head[1])
                return first + known[0]
            size = self._name_length(first, head[1]) if head[1] != "country" else 0
            if size:
                other = head[1] == "other" and bool(gazetteer().at(self.norms, first))  # the sea is not the country
                name = self._text(at if other else first, first + size)
                self._add(at, first + size, PlaceName(name, head[1]), head[1])
                return first + size
        whole = self.norms[at]
        if whole.startswith(_SINGLE_TOKEN) and len(whole) > len(_SINGLE_TOKEN[0]):
            place, size = joined_place(self.words, self.norms, at)
            self._add(at, at + size, place, "city")
            return at + size
        known = self._known(at, headed=False) if is_capital(self.words[at]) else None
        if known:
            self._add(at, at + known[0], known[1], None)
            return at + known[0]
        return at + 1

    def _other_word(self, at: int) -> bool:
        """Whether what looks like a head is the end of another word: "yêu cầu", "Nhật Bản", "Harlan | H. Watson"."""
        if at > 0 and is_capital(self.words[at - 1]) and self.words[at].isupper() and self.norms[at] in _LETTERS:
            return not is_vietnamese(self.norms[at - 1])
        return at > 0 and self.norms[at - 1] in words_before().get(self.norms[at], ())

    def _known(self, at: int, headed: bool) -> tuple[int, PlaceName] | None:
        found = gazetteer().at(self.norms, at)
        for names in self.learned_by_first.get(self.norms[at], ()):
            if tuple(self.norms[at : at + len(names)]) == names and (not found or len(names) > found[0]):
                found = len(names), self.learned[names]
        if not found or not self._capital(at, at + found[0]):
            return None
        if not headed and found[0] == 1 and is_vietnamese(self.norms[at]) and not self._single_is_place(at):
            return None
        if not headed and " ".join(self.norms[at : at + found[0]]) in headed_only():
            return None
        return found if headed or not self._in_longer_name(at, at + found[0]) else None

    def _single_is_place(self, at: int) -> bool:
        norm = self.norms[at]
        if self.norms[at + 1 : at + 2] and self.norms[at + 1] in lexicon("places")["no_place_before"].get(norm, ()):
            return False
        before = at > 0 and is_capital(self.words[at - 1]) and self.words[at - 1].isalpha()
        before = before and (is_vietnamese(self.norms[at - 1]) or norm not in _COMMON)
        after = at + 1 < self.size and is_capital(self.words[at + 1]) and is_vietnamese(self.norms[at + 1])
        paired = paired_at(self.norms, at, -1) or paired_at(self.norms, at, 1)
        if norm in pair_only():
            return paired
        if gazetteer().at(self.norms, at):
            starts = norm == "anh" and any(s.start == self.reading.starts[at] for s in self.reading.sentences)
            return paired or not (before or after or starts or (at and personal_before(self.norms, at - 1)))
        return True

    def _in_longer_name(self, first: int, last: int) -> bool:
        """Whether these syllables go on to the right, or the left, as part of a person's name ("ông Hà Giang Sơn")."""
        after = last < self.size and is_capital(self.words[last]) and is_vietnamese(self.norms[last])
        if first and personal_before(self.norms, first - 1) and (after or last - first == 1):
            return True
        before = first > 0 and is_capital(self.words[first - 1]) and self.norms[first - 1] in surnames()
        return before and not after and last - first == 1

    def _name_length(self, first: int, level: str) -> int:
        """How many capital syllables from `first` on are the name of a place of that level; 0 for none."""
        if first < self.size and level in _MAY_BE_NUMBERED and self.words[first].isdigit():
            return 1
        if first < self.size and (role_length(self.norms, first) or head_length(self.norms, first)):
            return 0
        end = first
        while end < self.size and end - first < _LONGEST_NAME + 1 and self._part(end):
            end += 1
        size = end - first
        if level == "country":
            court = self.norms[first - 1] == "bang" and self.words[first - 2].islower()
            if court or (size == 2 and self.norms[first - 1] == "phủ"):
                return 0  # "thẩm phán liên bang | John X", "phát ngôn viên Chính phủ | Supa Rattan"
            foreign = size > 0 and not is_vietnamese(self.norms[first])
            return 1 if foreign and (size == 1 or self.norms[first - 1] != "bang") else 0  # "liên bang John X"
        if size >= _WITH_PERSON and self.norms[first + 2] in surnames() and self.norms[first + 1] not in MIDDLES:
            return 2  # "Chủ tịch UBND huyện Thạch Lộ | Bùi Đắc Nguyện", though Thạch is a family name too
        if (size > 2 and begins_person(self.norms, first)) or (size == 2 and of_highlander(self.norms, first, level)):
            return 0
        if size > 2:
            person = next((k for k in (2, 3) if first + k + 1 < end and self.norms[first + k] in surnames()), None)
            weak = size == 3 and level in _MAY_BE_NUMBERED and self.norms[first] in weak_surnames()
            if not person and self.norms[first] in surnames() and not (weak and lives_there(self.norms, first)):
                return 0
            return person or (size if size == 3 else 2)
        return size

    def _part(self, at: int) -> bool:
        word = self.words[at]
        return is_capital(word) and word.replace("'", "").isalpha() and not is_abbreviation(word)

    def _capital(self, first: int, last: int) -> bool:
        return all(
            is_capital(w) or not w.isalpha() or w == "sông" or (at > first and self.words[at - 1] == "-")
            for at, w in enumerate(self.words[first:last], first)
        )

    def _text(self, first: int, last: int) -> str:
        return self.reading.slice(self.reading.span(first, last))

    def _add(self, first: int, last: int, place: PlaceName, head: str | None) -> None:
        level = place.level
        name = place.name if level in _PLAINLY_NAMED else self._text(first, last)
        key = f"place/{fold(place.name)}"
        if level not in _PLAINLY_NAMED and head is None:
            name = place.name
        entity = self.reading.entities.get(key)
        if entity is None:
            category = "AdministrativeArea" if level in _ADMINISTRATIVE else "Place"
            entity = DraftEntity(key, EntityKind.PLACE, name, category=category, reference=place.reference)
            self.reading.entities[key] = entity
            self.reading.place_levels[key] = level
        elif head and level not in _PLAINLY_NAMED and len(name) > len(entity.name):
            entity.name = name
        entity.mentions.append(self.reading.span(first, last))
        self.reading.marks[first] = Mark(first, last, EntityKind.PLACE, key)
        headed = head or heads().at(self.norms, first) or (first and teaching().ending(self.norms, first - 1))
        weight = _HEADED if headed else 1
        levels = self.weights.setdefault(level, {})
        levels[key] = levels.get(key, 0) + weight
