"""From a body as worded to its entity: name completed, parent and place found, mentions and other names kept."""

import re
from bisect import insort

from camket.graph.extraction.entities.body_heads import BodyName
from camket.graph.extraction.entities.named_bodies import bodies_by_iri, body_key, known_bodies, new_body
from camket.graph.extraction.entities.place_names import abroad, bare_name
from camket.graph.extraction.reading import DraftEntity, Mark, Reading
from camket.graph.extraction.text.cues import lexicon
from camket.graph.extraction.text.lexicon import folded, syllables
from camket.graph.facts import EntityKind

_OF_STATE = ("StateBody", "PartyBody", "PoliceBody", "ArmyBody")
_EXPLAINED = re.compile(r"\s*\([^()]*\)")  # the abbreviation in "Liên đoàn Lao động (LĐLĐ) tỉnh"
_FORCE = "lực lượng công an"
_OF_PARTIES = ("bộ chính trị",)
# Kinds of bodies that go by a name of their own, and what such a name may be known as.
_CALLED = {
    "Company": ("Company", "MediaBody"),
    "MediaBody": ("MediaBody",),
    "Association": ("Association", "InternationalBody"),
}
_PLANTS = ("nhà máy", "chi nhánh", "xí nghiệp")  # a company's, not the company
_TELLING = 4  # syllables of a name that is long enough to be a body of its own at the end of another's


class BodyEntities:
    """The bodies of one article."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.words = reading.words
        self.norms = reading.norms
        self.expansions: dict[str, tuple[str, ...]] = {}  # abbreviations that the article explains
        self.proper_names: dict[tuple[str, ...], str] = {}  # the same of Vietnamese names; "" where two have one
        self.by_part: dict[str, str] = {}  # key of a part named alone to its key with the whole
        self.own_names: dict[tuple[str, ...], str] = {}  # words of the text to the key they stand for
        self.parts: dict[str, bool] = {}  # parts named without the whole, and whether they are nothing without it
        self.named: list[tuple[int, str]] = []  # the bodies named, with where, in text order

    def entity_of(self, name: BodyName) -> str:
        """The key of the body that is named so; its entity is made, or made fuller."""
        parent = self._inner(name) if name.inner else None
        if self._is_foreign_sovereign(name):
            name.place = self._country_before(name.first)
            return self._sovereign(name)
        place, tail = self._completed(name)
        text = _EXPLAINED.sub("", self.reading.slice(self.reading.span(name.first, name.last)))
        surface, before = " ".join(text.split()), ""
        if name.inner and parent:
            before = " ".join(self.reading.slice(self.reading.span(name.first, name.inner.first)).split()).rstrip(",")
            surface = f"{before} {self.reading.entities[parent].name}"
        elif tail:
            surface = f"{surface} {tail}"
        if len(surface) > len(_FORCE) and folded(surface).startswith(_FORCE) and name.place and not name.country:
            surface = surface[len("lực lượng ") :]
        surface = surface if name.head.words == "đảng" or name.head.begins_small else surface[0].upper() + surface[1:]
        key = body_key(self._known_part(name)) if name.goes_on else self._key_of(name, surface)
        if parent and name.units:
            key = self._with_whole(key, body_key(before, self.expansions))
        key = self.by_part.get(key, key)
        entity = self.reading.entities.get(key) or self._made(key, name, surface, place)
        whole = entity.part_of or parent or self._party_of(key, name)
        entity.part_of = whole if whole != key else None
        if len(surface) > len(entity.name):
            self.alias(entity, entity.name)
            entity.name = surface
        if surface != text:
            self.alias(entity, " ".join(text.split()))
        if name.head.part and not (name.inner or place or entity.part_of):
            self.parts.setdefault(key, not name.named)
        if parent and name.named and name.units:
            self.alias(entity, before)
        return key

    def _is_foreign_sovereign(self, name: BodyName) -> bool:
        """Whether a bare "Chính phủ" or "Bộ Y tế" is another country's; "Thủ tướng Chính phủ" is only Vietnam's."""
        ours = self.norms[max(0, name.first - 2) : name.first] == ["thủ", "tướng"]
        words = name.head.words
        ours = ours or name.head.category not in _OF_STATE
        if name.head.needs == "country":
            return not name.place and abroad(self.reading)
        national = name.head.sovereign or words == "bộ" or (words.startswith("bộ ") and words not in _OF_PARTIES)
        return bool(national) and not (name.place or name.inner) and not ours and abroad(self.reading)

    def _made(self, key: str, name: BodyName, surface: str, place: str | None) -> DraftEntity:
        """A new entity for the body of that key."""
        category = name.head.category
        foreign = name.country and bare_name(self.reading.entities[name.place or ""].name) != "Việt Nam"
        entity = new_body(key, surface, "ForeignBody" if foreign and category in _OF_STATE else category)
        entity.jurisdiction = place
        self.reading.entities[key] = entity
        return entity

    def _with_whole(self, key: str, part: str) -> str:
        """The key of a part named with its whole, which the part named alone leads to from now on."""
        if part in self.reading.entities or part in known_bodies():
            return part
        self.by_part.setdefault(part, key)
        return key

    def _known_part(self, name: BodyName) -> str:
        """The known name at the beginning of a longer one: "Mizuho | Financial"."""
        return self.reading.slice(self.reading.span(name.first, name.head_last))

    def _key_of(self, name: BodyName, surface: str) -> str:
        """A newspaper is known by its title, whether "tờ" or "tạp chí" stands before it; so are well-known firms."""
        key = body_key(surface, self.expansions)
        own_name = name.head.category in _CALLED and not name.inner and not name.head.organ
        if key in known_bodies() or name.last == name.head_last or not own_name:
            return key
        own = body_key(self.reading.slice(self.reading.span(name.head_last, name.last)), self.expansions)
        if name.head.category == "MediaBody":
            return own
        known = known_bodies().get(own)
        same = known is not None and known.category in _CALLED[name.head.category]
        return own if same and name.head.words not in _PLANTS else key

    def _sovereign(self, name: BodyName) -> str:
        """ "Chính phủ" in an article on other countries: that of the country spoken of."""
        country = bare_name(self.reading.entities[name.place].name) if name.place else ""
        text = self.reading.slice(self.reading.span(name.first, name.last))
        surface = f"{text} {country}".strip()
        key = body_key(surface, self.expansions)
        if key not in self.reading.entities:
            self.reading.entities[key] = new_body(key, surface, "ForeignBody")
            self.reading.entities[key].jurisdiction = name.place
        return key

    def _country_before(self, at: int) -> str | None:
        """The country named last before token `at` in its sentence, else the one the article names most."""
        start = self.reading.sentences[self.reading.sentence_of(self.reading.starts[at])].start
        for first in range(at - 1, self.reading.token_at(start) - 1, -1):
            mark = self.reading.marks.get(first)
            if mark and self.reading.place_levels.get(mark.entity) == "country":
                return mark.entity
        return self.reading.setting.get("country")

    def _party_of(self, key: str, name: BodyName) -> str | None:
        """The party at the end of the name of one of its organs ("Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam")."""
        known = known_bodies().get(key)
        whole = bodies_by_iri().get(known.parent) if known and known.parent else None
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
            return self.last_named(self.words[inner.first], inner.first)
        key = self.entity_of(inner)
        self.reading.entities[key].mentions.append(self.reading.span(inner.first, inner.last))
        insort(self.named, (inner.first, key))
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
            level = "local"
        if name.head.words in ("tổ đbqh", "tổ đại biểu quốc hội"):
            return None, ""
        place = self.place_of(level) if level else None
        return place, bare_name(self.reading.entities[place].name) if place else ""

    def place_of(self, level: str) -> str | None:
        """The key of the place of that level that the article speaks of."""
        setting = self.reading.setting
        if level == "province":
            return setting.get("province") or setting.get("central")
        if level == "city":
            return setting.get("central") or setting.get("city")
        if level == "local":
            return setting.get("local") or self.place_of("province")
        return setting.get(level)

    def last_named(self, short: str, at: int) -> str | None:
        """The body spoken of last, before token `at`, whose head the short form stands for."""
        heads = tuple(f"{head} " for head in lexicon("bodies")["short"].get(short, ()))
        return next((key for first, key in reversed(self.named) if first < at and self.begins(key, heads)), None)

    def begins(self, key: str, heads: tuple[str, ...]) -> bool:
        """Whether a body's name begins with one of `heads`, each with a space after it."""
        return key in self.reading.entities and (folded(self.reading.entities[key].name) + " ").startswith(heads)

    def mention(self, key: str, first: int, last: int, form: str) -> None:
        """Marks tokens `first` to `last` as naming the body."""
        self._clear(first, last)
        span = self.reading.span(first, last)
        entity = self.reading.entities[key]
        entity.mentions.append(span)
        text = " ".join(self.reading.slice(span).split())
        if text.lower() != entity.name.lower():
            self.alias(entity, text)
        self.reading.marks[first] = Mark(first, last, EntityKind.BODY, key, form)

    def join(self, wholes: dict[str, str]) -> None:
        """Makes one body of two: of each key the mentions, names and parts become those of the body it leads to."""
        moved = {key: self._last_whole(key, wholes) for key in wholes}
        for key, whole in moved.items():
            gone, kept = self.reading.entities.pop(key), self.reading.entities[whole]
            kept.mentions += gone.mentions
            for text in (gone.name, *gone.aliases):
                self.alias(kept, text)
        for mark in self.reading.marks.values():
            mark.entity = moved.get(mark.entity, mark.entity)
        for entity in self.reading.entities.values():
            part_of = moved.get(entity.part_of or "", entity.part_of)
            entity.part_of = None if part_of == entity.key else part_of
        self.named = [(first, moved.get(named, named)) for first, named in self.named]

    @staticmethod
    def _last_whole(key: str, wholes: dict[str, str]) -> str:
        seen = {key}
        while (whole := wholes.get(key)) is not None and whole not in seen:
            seen.add(whole)
            key = whole
        return key

    def _clear(self, first: int, last: int) -> None:
        for at in range(first, last):
            self.reading.marks.pop(at, None)

    @staticmethod
    def alias(entity: DraftEntity, text: str) -> None:
        """Adds another name."""
        if text not in entity.aliases and text != entity.name:
            entity.aliases.append(text)
