"""Whom a pronoun stands for: the people who were subjects before it, and what titles tell of their sex."""

from camket.graph.extraction.reading import Phrase, Reading
from camket.graph.extraction.text.cues import lexicon
from camket.graph.extraction.text.lexicon import is_capital
from camket.graph.extraction.text.tokenizer import fold
from camket.graph.facts import EntityKind, Span

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

    def saw(self, phrase: Phrase) -> None:
        """Remembers a phrase that may be the subject of its clause; of objects only the first, if none was before."""
        first = self.reading.token_at(phrase.span.start)
        if first in self.quoted or phrase.kind is EntityKind.POST:
            return
        before = self.norms[first - 1] if first else ""
        subject = before not in lexicon("references")["object_after"] and self._goes_on(phrase)
        if subject or not self.subjects:
            self.subjects.append(phrase)

    def last(self, sex: str) -> str | None:
        """The key of the last subject of that sex ("m", "f"; "" for either); whose sex is not known fits both."""
        fits = [p for p in self.subjects if not sex or self.sexes.get(p.entity, sex) == sex]
        return fits[-1].entity if fits else None

    def stands_alone(self, at: int) -> bool:
        """Whether "ông" or "bà" at token `at` is a pronoun and no part of another word ("bà con", "các ông")."""
        words = lexicon("references")
        before = self.norms[at - 1] if at else ""
        after = self.norms[at + 1] if at + 1 < len(self.norms) else ""
        if self.norms[at] == "bác" and after in words["uncle_not_before"]:
            return False
        if after == "," and before == "theo":
            return True
        return before not in words["pronoun_not_after"] and after not in words["pronoun_not_before"]

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
        words = lexicon("references")
        found: dict[str, str] = {}
        for phrase in people:
            for at in self.reading.tokens(Span(phrase.span.start, phrase.name.start)):
                sex = "m" if self.norms[at] in words["male"] else "f" if self.norms[at] in words["female"] else ""
                if sex:
                    found.setdefault(phrase.entity, sex)
            parts = fold(self.reading.entities[phrase.entity].name).split()[1:-1]
            if any(part in words["middle_female"] for part in parts):
                found[phrase.entity] = "f"
            elif any(part in words["middle_male"] for part in parts):
                found.setdefault(phrase.entity, "m")
        return found
