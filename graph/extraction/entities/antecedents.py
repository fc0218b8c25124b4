"""Whom a pronoun stands for: the people who were subjects before it, and what titles tell of their sex."""

from functools import cache

from camket.graph.extraction.entities.descriptions import Callings, person_nouns
from camket.graph.extraction.reading import Phrase, Reading
from camket.graph.extraction.text.cues import lexicon, words
from camket.graph.extraction.text.lexicon import is_capital
from camket.graph.extraction.text.tokenizer import fold
from camket.graph.facts import EntityKind, Span

MAX_SEEN = 300
"""Mentions of people among which the one called by a word is looked for."""
_OPENING, _CLOSING = {"“", "«"}, {"”", "»"}


class Antecedents:
    """The people of one article that a pronoun may take up; `saw` is told of each phrase in text order.

    people: the phrases of the people named. quoted: the tokens between quotation marks.
    """

    def __init__(self, reading: Reading, people: list[Phrase]) -> None:
        self.reading = reading
        self.words = reading.words
        self.norms = reading.norms
        self.quoted = self._quotations()
        self.sexes = self._sexes(people)
        self.subjects: list[Phrase] = []  # subjects of clauses outside quotations
        self.kin: set[int] = set()  # where those begin of whom somebody else is the subject ("mẹ của X")
        self.seen: list[Phrase] = []  # all outside quotations
        self.callings = Callings(reading)
        self.unnamed = -1  # where somebody without a name was spoken of last

    def saw(self, phrase: Phrase) -> None:
        """Remembers a phrase that may be the subject of its clause; of objects only the first, if none was before.

        "Chủ tịch UBND tỉnh cho biết ... Ông hứa ...": somebody who is known by his post alone is one too.
        """
        first = self.reading.token_at(phrase.span.start)
        if first in self.quoted:
            return
        before = self.norms[first - 1] if first else ""
        titled = first > 1 and self.norms[first - 2 : first] == ["tên", "là"]
        sourced = before == "theo" and self._before_comma(phrase)  # "Theo ông X, ... Ông đề nghị ..."
        subject = (titled or sourced or before not in lexicon("references")["object_after"]) and self._goes_on(phrase)
        if phrase.kind is EntityKind.POST:
            self.subjects += [phrase] if subject else []
            return
        if subject or not self.subjects:
            self.subjects.append(phrase)
        if subject and self._is_kin(phrase, first):
            self.kin.add(phrase.span.start)
        self.seen.append(phrase)
        if phrase.form not in {"pronoun", "post"}:
            self.callings.saw(phrase)

    def passed(self, at: int) -> None:
        """Notes that somebody without a name is spoken of at a token ("một quan chức", "nguồn tin")."""
        if self.norms[at] not in nameless_firsts():
            return
        counted = self.norms[at] in {"một", "1"} and at + 1 < len(self.norms)
        if (counted and person_nouns().at(self.norms, at + 1)) or words("references", "nameless").at(self.norms, at):
            self.unnamed = at

    def last(self, sex: str, *, named: bool = False) -> str | None:
        """The key of the last subject of that sex ("m", "f"; "" for either); whose sex is not known fits both.

        named: none if somebody without a name was spoken of since.
        """
        found = next((p for p in reversed(self.subjects) if not sex or self.sexes.get(p.entity, sex) == sex), None)
        if found is None or found.span.start in self.kin:
            return None
        since = named and self.reading.token_at(found.span.start) < self.unnamed
        return None if since else found.entity

    def called(self, word: str, sex: str) -> str | None:
        """The key of the last person spoken of who was called by a word ("ca sĩ")."""
        for phrase in reversed(self.seen[-MAX_SEEN:]):
            known = not sex or self.sexes.get(phrase.entity) == sex
            sexed = f"{'nam' if sex == 'm' else 'nữ'} {word}" if not known else word
            if self.callings.fits(phrase.entity, sexed):
                return phrase.entity
        return None

    def stands_alone(self, at: int) -> bool:
        """Whether "ông" or "bà" at token `at` is a pronoun and no part of another word ("bà con", "các ông")."""
        listed = lexicon("references")
        before = self.norms[at - 1] if at else ""
        after = self.norms[at + 1] if at + 1 < len(self.norms) else ""
        if self.norms[at] == "bác" and after in listed["uncle_not_before"]:
            return False
        if after == "," and before == "theo":
            return True
        return before not in listed["pronoun_not_after"] and after not in listed["pronoun_not_before"]

    def _is_kin(self, phrase: Phrase, first: int) -> bool:
        """Whether a phrase names somebody through whom another is meant ("mẹ X", "vợ ông Y")."""
        kin = words("references", "kin_of")
        if first and kin.ending(self.norms, first - 1):
            return True
        found = kin.at(self.norms, first)
        return found is not None and first + found[0] < self.reading.token_at(phrase.name.start)

    def _before_comma(self, phrase: Phrase) -> bool:
        after = self.reading.token_at(phrase.span.end - 1) + 1
        return self.words[after : after + 1] == [","]

    def _goes_on(self, phrase: Phrase) -> bool:
        after = self.reading.token_at(phrase.span.end - 1) + 1
        if after >= len(self.words):
            return False
        word = self.words[after]
        return (word.isalpha() and not is_capital(word)) or word in {",", ":"}

    def _quotations(self) -> set[int]:
        inside: set[int] = set()
        opened: int | None = None
        for at, word in enumerate(self.words):
            if "\n" in word:
                opened = None
            elif word in _OPENING or (word == '"' and opened is None):
                opened = at
            elif (word in _CLOSING or word == '"') and opened is not None:
                inside.update(range(opened, at))
                opened = None
        return inside

    def _sexes(self, people: list[Phrase]) -> dict[str, str]:
        """What titles and middle names tell: "m" or "f" by person."""
        listed = lexicon("references")
        found: dict[str, str] = {}
        for phrase in people:
            for at in self.reading.tokens(Span(phrase.span.start, phrase.name.start)):
                sex = "m" if self.norms[at] in listed["male"] else "f" if self.norms[at] in listed["female"] else ""
                if sex:
                    found.setdefault(phrase.entity, sex)
            parts = fold(self.reading.entities[phrase.entity].name).split()[1:-1]
            if any(part in listed["middle_female"] for part in parts):
                found[phrase.entity] = "f"
            elif any(part in listed["middle_male"] for part in parts):
                found.setdefault(phrase.entity, "m")
        return found


@cache
def nameless_firsts() -> frozenset[str]:
    """The words with which somebody without a name is spoken of."""
    return words("references", "nameless").firsts | {"một", "1"}
