"""Bodies: every name of an organisation, completed from the article's place, and the short forms that take it up."""

from spacy.language import Language
from spacy.tokens import Doc

from camket.graph.extraction.body_heads import first_syllables
from camket.graph.extraction.body_names import BodyGrammar, BodyName
from camket.graph.extraction.cues import lexicon
from camket.graph.extraction.lexicon import (
    fields,
    is_abbreviation,
    is_capital,
    is_vietnamese,
    modifiers,
    role_length,
    roles,
    syllables,
)
from camket.graph.extraction.named_bodies import body_key, known_bodies, new_body
from camket.graph.extraction.names import credits_begin
from camket.graph.extraction.places import abroad, bare_name
from camket.graph.extraction.reading import DraftEntity, Mark, Reading
from camket.graph.extraction.tokenizer import fold
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
_OF_STATE = ("StateBody", "PartyBody", "PoliceBody", "ArmyBody")
_FORMULA_BEFORE = {"của", "cấp", "lý", "sách", "viên", "và", ","}
_TELLING = 4  # syllables of a name that is long enough to be a body of its own at the end of another's
_LONGEST_ABBREVIATION = 10


@Language.component("camket_bodies")
def bodies(doc: Doc) -> Doc:
    """Adds a mark for every mention of a body, and an entity for every body."""
    reading: Reading = doc._.reading
    _Scan(reading).run()
    return doc


class _Scan:
    """One article's search for bodies."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.words = reading.words
        self.norms = reading.norms
        self.size = credits_begin(reading)
        self.grammar = BodyGrammar(reading)
        self.firsts = first_syllables() | roles().firsts | fields().firsts
        self.expansions: dict[str, tuple[str, ...]] = {}
        self.short: dict[str, str] = {}  # a word of the text to the key it stands for
        self.named: list[tuple[int, str]] = []  # the bodies named, with where

    def run(self) -> None:
        at = 0
        while at < self.size:
            at = self._at(at)
        self._take_up()
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
        for first in range(max(at + 1, end - shared), end):
            if modifiers().at(self.norms, first):
                continue
            name = self.grammar.parse(first)
            if name and name.last > end:
                return first
        return end

    def _is_formula(self, name: BodyName) -> bool:
        """ "chủ trương của Đảng, pháp luật của Nhà nước", "cấp Nhà nước": no body acts there."""
        words = name.head.words
        if (
            name.head.sovereign
            and name.place is None
            and self.norms[name.last : name.last + 1]
            and self.norms[name.last] in _OF_SEVERAL
        ):
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
                self._mention(key, name.first, name.last, "alias")
            return True
        return False

    def _add(self, name: BodyName) -> int:
        key = self._entity(name)
        self._mention(key, name.first, name.last, "name")
        self._learn(name, key)
        self.named.append((name.first, key))
        return name.last

    def _entity(self, name: BodyName) -> str:
        parent = self._inner(name) if name.inner else None
        if name.head.sovereign and not name.place and abroad(self.reading):
            name.place = self._country_before(name.first)
            return self._sovereign(name)
        place, tail = self._completed(name)
        text = self.reading.slice(self.reading.span(name.first, name.last))
        surface = " ".join(text.split())
        if name.inner and parent:
            before = " ".join(self.reading.slice(self.reading.span(name.first, name.inner.first)).split())
            surface = f"{before} {self.reading.entities[parent].name}"
        elif tail:
            surface = f"{surface} {tail}"
        surface = surface if name.head.words == "đảng" else surface[0].upper() + surface[1:]
        key = body_key(surface, self.expansions)
        entity = self.reading.entities.get(key)
        if entity is None:
            category = name.head.category
            foreign = name.country and bare_name(self.reading.entities[name.place or ""].name) != "Việt Nam"
            entity = new_body(key, surface, "ForeignBody" if foreign and category in _OF_STATE else category)
            entity.part_of, entity.jurisdiction = parent or self._party_of(key, name), place
            self.reading.entities[key] = entity
        elif len(surface) > len(entity.name):
            self._alias(entity, entity.name)
            entity.name = surface
        if surface != text:
            self._alias(entity, " ".join(text.split()))
        return key

    def _sovereign(self, name: BodyName) -> str:
        """ "Chính phủ" in an article on other countries: that of the country spoken of."""
        country = bare_name(self.reading.entities[name.place].name) if name.place else ""
        text = self.reading.slice(self.reading.span(name.first, name.head_last))
        surface = f"{text} {country}".strip()
        key = body_key(surface, self.expansions)
        if key not in self.reading.entities:
            self.reading.entities[key] = new_body(key, surface, "ForeignBody")
            self.reading.entities[key].jurisdiction = name.place
        return key

    def _country_before(self, at: int) -> str | None:
        """The country named last before token `at` in its sentence, else the one the article names most."""
        start = self.reading.sentences[self.reading.sentence_of(self.reading.starts[at])].start
        for first in sorted((f for f in self.reading.marks if f < at), reverse=True):
            if self.reading.starts[first] < start:
                break
            if self.reading.place_levels.get(self.reading.marks[first].entity) == "country":
                return self.reading.marks[first].entity
        return self.reading.setting.get("country")

    def _party_of(self, key: str, name: BodyName) -> str | None:
        """The party at the end of the name of one of its organs ("Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam")."""
        known = known_bodies().get(key)
        whole = next((b for b in known_bodies().values() if known and b.iri == known.parent), None)
        if not whole or whole.category != "PartyBody" or len(whole.name.split()) < _TELLING:
            return None
        parts = syllables(whole.name)
        if self.norms[name.last - len(parts) : name.last] != parts:
            return None
        parent = body_key(whole.name)
        entity = self.reading.entities.setdefault(parent, new_body(parent, whole.name, whole.category))
        entity.mentions.append(self.reading.span(name.last - len(parts), name.last))
        return parent

    def _inner(self, name: BodyName) -> str | None:
        inner = name.inner
        assert inner is not None
        if inner.head.short:
            return self._last(self.words[inner.first], inner.first)
        key = self._entity(inner)
        self.reading.entities[key].mentions.append(self.reading.span(inner.first, inner.last))
        self.named.append((inner.first, key))
        self._clear(inner.first, inner.last)
        return key

    def _completed(self, name: BodyName) -> tuple[str | None, str]:
        """The place a body is responsible for, and what its name lacks of it."""
        if name.place and not (name.country and name.level):
            return name.place, ""
        if name.inner:
            return None, ""
        level = name.level
        if not level and name.head.place == "own":
            level = "city" if "thành" in name.head.words else "province" if "tỉnh" in name.head.words else "district"
            level = level if name.head.words.split()[-1] in ("ủy", "đoàn") else None
        if not level and name.head.place == "suffix":
            level = "province"
        if name.head.words in ("tổ đbqh", "tổ đại biểu quốc hội"):
            return None, ""
        place = self._place_of(level) if level else None
        return place, bare_name(self.reading.entities[place].name) if place else ""

    def _place_of(self, level: str) -> str | None:
        setting = self.reading.setting
        if level == "province":
            return setting.get("province") or setting.get("central")
        if level == "city":
            return setting.get("central") or setting.get("city")
        return setting.get(level)

    def _learn(self, name: BodyName, key: str) -> None:
        """ "(CAND)" after a name is its abbreviation, the first foreign word of a company's name its short name."""
        at = name.last
        if (
            at + 2 < self.size
            and self.words[at] == "("
            and self.words[at + 2] == ")"
            and is_abbreviation(self.words[at + 1])
        ):
            short = self.words[at + 1]
            rest = [n for n in self.norms[name.head_last : name.last] if n.isalpha() and n != "và"]
            if short.lower().replace("&", "") == "".join(n[0] for n in rest) and len(rest) > 1 and not name.head.organ:
                self.expansions[short.lower()] = tuple(self.norms[name.head_last : name.last])
                self._alias(self.reading.entities[key], " ".join([*self.words[name.first : name.head_last], short]))
            elif len(short) <= _LONGEST_ABBREVIATION:
                self.short[short] = key
                self._alias(self.reading.entities[key], short)
        if name.head.proper and name.units:
            proper = self.words[name.head_last]
            if is_capital(proper) and not is_abbreviation(proper) and not is_vietnamese(proper.lower()):
                self.short.setdefault(proper, key)

    def _take_up(self) -> None:
        """Marks the short forms: "Bộ", "đoàn", "AIPSO"."""
        shorts = lexicon("bodies")["short"]
        firsts = {short.split()[0] for short in shorts}
        taken = {t for m in self.reading.marks.values() for t in range(m.first, m.last)}
        for at in range(self.size):
            if at in taken or (self.words[at] not in firsts and self.words[at] not in self.short):
                continue
            key = self.short.get(self.words[at])
            size = 1
            if key is None:
                size, key = self._short_at(at, shorts)
            if key:
                self._mention(key, at, at + size, "alias")
                taken.update(range(at, at + size))

    def _short_at(self, at: int, shorts: dict[str, list[str]]) -> tuple[int, str | None]:
        for size in (4, 3, 2, 1):
            text = " ".join(self.words[at : at + size])
            if text not in shorts or at + size > self.size:
                continue
            nextword = self.words[at + size] if at + size < self.size else ""
            after = self.norms[at + size] if nextword else ""
            if (
                (is_capital(nextword) if nextword else False)
                or fields().at(self.norms, at)
                or role_length(self.norms, max(0, at - 1)) > 1
            ):
                return 1, None
            if (
                role_length(self.norms, at)
                or after in ("trưởng", "viên", "thể", "phí", "kết", "lại")
                or self._counted(at)
            ):
                return 1, None
            return size, self._last(text, at)
        return 1, None

    def _counted(self, at: int) -> bool:
        return bool(at) and self.norms[at - 1] in (
            "các",
            "những",
            "mỗi",
            "một",
            "hai",
            "cấp",
            "nhiều",
            "cán",
            "nội",
            "trung",
            "quân",
            "sư",
        )

    def _last(self, short: str, at: int) -> str | None:
        """The body spoken of last, before token `at`, whose head the short form stands for."""
        heads = tuple(f"{head} " for head in lexicon("bodies")["short"].get(short, ()))
        before = [(first, key) for first, key in self.named if first < at and self._begins(key, heads)]
        return max(before)[1] if before else None

    def _begins(self, key: str, heads: tuple[str, ...]) -> bool:
        return (fold(self.reading.entities[key].name) + " ").startswith(heads)

    def _mention(self, key: str, first: int, last: int, form: str) -> None:
        self._clear(first, last)
        span = self.reading.span(first, last)
        entity = self.reading.entities[key]
        entity.mentions.append(span)
        text = " ".join(self.reading.slice(span).split())
        if text.lower() != entity.name.lower():
            self._alias(entity, text)
        self.reading.marks[first] = Mark(first, last, EntityKind.BODY, key, form)

    def _clear(self, first: int, last: int) -> None:
        for at in range(first, last):
            self.reading.marks.pop(at, None)

    @staticmethod
    def _alias(entity: DraftEntity, text: str) -> None:
        if text not in entity.aliases and text != entity.name:
            entity.aliases.append(text)

    def _parents(self) -> None:
        """ "Tổ ĐBQH số 2 thuộc Đoàn ĐBQH tỉnh": what is said to belong to what."""
        marks = self.reading.marks
        for first in sorted(marks):
            mark = marks[first]
            if mark.kind is not EntityKind.BODY or mark.last + 1 >= self.size:
                continue
            other = marks.get(mark.last + 1)
            joined = self.norms[mark.last] in ("thuộc", "của")
            if other and other.kind is EntityKind.BODY and joined and other.entity != mark.entity:
                entity = self.reading.entities[mark.entity]
                entity.part_of = entity.part_of or other.entity
