"""The grammar of the names of bodies: a head ("Sở", "Ban Thường vụ") and what belongs to its name after it."""

from dataclasses import dataclass, field
from functools import cache

from camket.graph.extraction.body_heads import Head, heads
from camket.graph.extraction.cues import WordTable, lexicon
from camket.graph.extraction.lexicon import (
    fields,
    is_abbreviation,
    is_capital,
    is_vietnamese,
    listed,
    role_length,
    table,
)
from camket.graph.extraction.reading import Mark, Reading
from camket.graph.extraction.tokenizer import fold
from camket.graph.facts import EntityKind

_LONGEST_BRIDGE = 8  # small syllables between two capital parts of a name
_JOINTS = {"và", "&", "-", "–"}
_LISTED = 6  # tokens after a comma within which "và" must close the list ("Văn hóa, Thể thao và Du lịch")
# Heads with a capital whose name may go on small ("Bộ y tế", "Cục chống tham nhũng") inside a sentence.
_SMALL_NAMED = ("bộ", "sở", "cục", "tổng cục", "vụ", "chi cục")
_ROMAN = frozenset("IVXLC")


@dataclass(slots=True)
class BodyName:
    """A body as worded: tokens `first` to `last`; `head_last` where its head ends.

    place: key of the place its name ends in. level: a bare "tỉnh" or "TP" that is to be completed.
    inner: the body it is a part of, as named inside it. units: the words after the head, part by part.
    """

    first: int
    head_last: int
    last: int
    head: Head
    place: str | None = None
    level: str | None = None
    inner: "BodyName | None" = None
    numbered: bool = False
    named: bool = False
    country: bool = False
    units: list[str] = field(default_factory=list)


@cache
def levels() -> WordTable[str]:
    """Bare words for the place spoken of, with their level."""
    words = {
        "tỉnh": "province",
        "thành phố": "city",
        "tp": "city",
        "tp.": "city",
        "huyện": "district",
        "quận": "district",
    }
    more = {"thị xã": "district", "xã": "commune", "phường": "commune", "thị trấn": "commune"}
    return table({**words, **more}.items())


@cache
def _function_words() -> frozenset[str]:
    return frozenset(lexicon("bodies")["fields"]["function_words"])


@cache
def _openers() -> frozenset[str]:
    return frozenset(fold(word) for word in listed(lexicon("bodies")["fields"]["openers"]))


class BodyGrammar:
    """Reads names of bodies in one article; people and places are marked already."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.words = reading.words
        self.norms = reading.norms
        self.size = len(reading.words)
        self.begins = {sentence.start for sentence in reading.sentences}

    def parse(self, at: int) -> BodyName | None:
        """The body whose name begins at token `at`, or None."""
        best: BodyName | None = None
        for parts, same in heads().get(self.norms[at], ()):
            if tuple(self.norms[at : at + len(parts)]) != parts or self._other_word(at + len(parts), parts):
                continue
            for head in same:
                name = self._with_head(at, at + len(parts), head)
                if name and (best is None or name.last > best.last):
                    best = name
        return best

    def _other_word(self, after: int, parts: tuple[str, ...]) -> bool:
        """Whether the head is the beginning of another word: "bộ luật", "hội nghị"."""
        following = lexicon("bodies")["no_head_before"].get(" ".join(parts), ())
        return after < self.size and self.norms[after] in following

    def _with_head(self, first: int, head_last: int, head: Head) -> BodyName | None:
        name = BodyName(first, head_last, head_last, head)
        while name.last < self.size and self._step(name):
            pass
        while name.last > head_last and self.words[name.last - 1] in _JOINTS | {",", "của"}:
            name.last -= 1
        capital = is_capital(self.words[first]) or head.any_case or (head.needs == "level" and name.place is not None)
        return name if capital and self._complete(name) else None

    def _complete(self, name: BodyName) -> bool:
        head = name.head
        if head.bare:
            return True
        if head.needs == "level":
            return name.place is not None or name.level is not None
        if head.needs == "number":
            return name.numbered
        if head.needs == "country":
            return name.country
        if head.needs == "inner":
            return name.inner is not None or (head.category == "PartyBody" and (name.named or name.level is not None))
        return name.named

    def _step(self, name: BodyName) -> bool:
        """Takes the next part into the name; False where the name ends."""
        at = name.last
        if "\n" in self.reading.text[self.reading.ends[at - 1] : self.reading.starts[at]]:
            return False
        mark = self.reading.marks.get(at)
        if mark:
            return mark.kind is EntityKind.PLACE and self._take_place(name, mark)
        if name.inner or (name.place and not name.country):
            return False
        return (
            self._take_inner(name)
            or self._take_level(name)
            or (not name.place and (self._take_number(name) or self._take_unit(name) or self._take_joint(name)))
            or self._take_bridge(name)
        )

    def _take_place(self, name: BodyName, mark: Mark) -> bool:
        head = name.head
        if name.inner or (name.place and not name.country):
            return False
        country = self._is_country(mark)
        if head.bare and not (head.sovereign or head.place or head.delegation):
            return False
        if head.place == "own" and country and not name.place and head.category != "Association":
            return False
        if head.category == "Company" and name.last == name.head_last and country:
            return False
        name.place, name.country, name.named = mark.entity, country, True
        name.last = mark.last
        if name.last + 1 < self.size and self.words[name.last] in _JOINTS and country:
            other = self.reading.marks.get(name.last + 1)
            if other and other.kind is EntityKind.PLACE and self._is_country(other) and not self._gap(name.last):
                name.last = other.last
        return True

    def _is_country(self, mark: Mark) -> bool:
        return self.reading.place_levels.get(mark.entity) == "country"

    def _take_inner(self, name: BodyName) -> bool:
        at = name.last
        head = name.head
        if (
            not (
                head.organ
                or head.words in ("ban", "văn phòng", "bộ chính trị", "ban bí thư", "ban chấp hành trung ương")
            )
            or name.country
        ):
            return False
        if name.last == name.head_last and head.words == "ban":
            return False
        start = at + 1 if self.norms[at] in ("của", "thuộc") and at + 1 < self.size and head.delegation else at
        if not is_capital(self.words[start]) or (is_capital(self.words[start]) and self.words[start - 1] in {"-", "–"}):
            return False
        inner = self.parse(start) or self._short(start)
        if not inner:
            return False
        if not head.organ and inner.head.category not in ("StateBody", "PartyBody"):
            return False
        name.inner, name.last, name.named = inner, inner.last, True
        return True

    def _short(self, at: int) -> BodyName | None:
        """A bare "Bộ" or "Sở" that takes up a body named before."""
        if self.words[at] in lexicon("bodies")["short"]:
            return BodyName(at, at + 1, at + 1, Head(self.norms[at], "", flags=frozenset({"short"})))
        return None

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

    def _take_number(self, name: BodyName) -> bool:
        at = name.last
        if self.norms[at] == "số" and at + 1 < self.size and self.words[at + 1].isdigit():
            name.numbered, name.last, name.level = True, at + 2, name.level or "numbered"
            name.named = True
            return True
        roman = set(self.words[at]) <= _ROMAN
        if (self.words[at].isdigit() and (name.head.number or self.norms[at - 1] == "vực")) or (
            roman and name.last > name.head_last
        ):
            name.numbered, name.last = True, at + 1
            return True
        return roman and name.head.number and self._numbered(name)

    def _numbered(self, name: BodyName) -> bool:
        name.numbered, name.last = True, name.last + 1
        return True

    def _take_unit(self, name: BodyName) -> bool:
        at = name.last
        word = self.words[at]
        if name.head.bare and not name.head.sovereign and name.last == name.head_last:
            return False
        if name.head.needs in ("level", "number", "country") or name.head.sovereign:
            return False
        unit = fields().at(self.norms, at)
        capital = is_capital(word) and word.replace("&", "").replace(".", "").isalpha()
        small = not name.units and name.head.words in _SMALL_NAMED and name.last == name.head_last
        if small and not (is_capital(self.words[name.first]) and self._inside_sentence(name.first)):
            small = False
        if unit and (capital or small or (name.units and name.units[-1] in _openers())):
            name.units.append(unit[1])
            name.named = name.named or capital or small
            name.last += unit[0]
            return True
        if not capital or role_length(self.norms, at) > 1 or self._other_body(name, at):
            return False
        name.units.append(self.norms[at])
        name.named = True
        name.last += 1
        self._take_second_syllable(name)
        return True

    def _take_second_syllable(self, name: BodyName) -> None:
        """A word that is in no list: "Ân xá", "Biên giới". Only right after a head that no proper name follows."""
        at = name.last
        if name.head.proper or len(name.units) > 1 or at >= self.size or at in self.reading.marks:
            return
        word, norm = self.words[at], self.norms[at]
        whole = is_vietnamese(self.norms[at - 1]) and not is_abbreviation(self.words[at - 1])
        if whole and word.isalpha() and not is_capital(word) and norm not in _function_words():
            name.last += 1

    def _inside_sentence(self, at: int) -> bool:
        return self.reading.starts[at] not in self.begins

    def _other_body(self, name: BodyName, at: int) -> bool:
        return not is_abbreviation(self.words[at]) and not name.head.proper and self.parse(at) is not None

    def _take_joint(self, name: BodyName) -> bool:
        at = name.last
        if at + 1 >= self.size or not name.named or at == name.head_last:
            return False
        word, after = self.words[at], at + 1
        if word == ",":
            return self._take_list(name)
        if word not in _JOINTS or not is_capital(self.words[after]) or after in self.reading.marks:
            return False
        tight = not self._gap(at) and not self._gap(after)
        if not tight and not fields().at(self.norms, after):
            return False
        if word in ("-", "–") and not tight and role_length(self.norms, after):
            return False
        if self.parse(after) is not None and not tight:
            return False
        name.last = after
        return self._take_unit(name)

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
                return self._take_unit(name)
        return False

    def _take_bridge(self, name: BodyName) -> bool:
        """Small words between the head and a capital end: "Liên hiệp các tổ chức hữu nghị Việt Nam"."""
        if (
            name.head.category not in ("Association", "Institute", "School", "Hospital", "Company", "Delegation")
            and name.head.words != "ban quản lý"
        ):
            if not (self.norms[name.last : name.last + 2] == ["khu", "vực"] and name.named):
                return False
        if name.place or name.inner:
            return False
        at = name.last
        while at < self.size and at - name.last <= _LONGEST_BRIDGE:
            mark = self.reading.marks.get(at)
            if mark and mark.kind is EntityKind.PLACE and at > name.last:
                name.last = at
                return self._take_place(name, mark)
            unit = fields().at(self.norms, at)
            if at > name.last and is_capital(self.words[at]) and name.head.category != "Delegation":
                name.last = at
                return self._take_number(name) or self._take_unit(name)
            if is_capital(self.words[at]) or not (
                unit or (self.norms[at] in ("các", "và", "vì", "của") and at > name.last)
            ):
                return False
            at += unit[0] if unit else 1
        return False

    def _gap(self, at: int) -> str:
        return self.reading.text[self.reading.ends[at - 1] : self.reading.starts[at]]
