"""People taken up by what they are: "cựu điệp viên này", "nữ ca sĩ", "vị luật sư này"."""

from collections import defaultdict
from functools import cache

from camket.graph.extraction.reading import Phrase, Reading
from camket.graph.extraction.text.cues import WordTable, lexicon, words
from camket.graph.extraction.text.lexicon import is_capital

MAX_CALLING = 8
"""Tokens before a name that may tell what somebody is."""
MAX_ADDED = 3
"""Tokens between the word for somebody and "này" ("điệp viên CIA này")."""
MAX_CALLED = 4
"""Mentions of one person that are looked at for what they tell."""

_STOPS = frozenset({".", ";", ":", "?", "!", "“", "”", '"', "và", "\n"})


@cache
def person_nouns() -> WordTable[bool]:
    """The words for a person by what he or she is or does, words of address left out."""
    data = lexicon("people")
    return WordTable((word, True) for word in [*data["titles"], *data["nouns"]] if word not in data["personal"])


@cache
def openers() -> frozenset[str]:
    """The words that a description begins with."""
    return person_nouns().firsts | words("references", "described", "before").firsts


class Callings:
    """What the people of one article are called beside their names, as far as it has been read."""

    def __init__(self, reading: Reading) -> None:
        self.norms = reading.norms
        self.words = reading.words
        self.reading = reading
        self.called: dict[str, list[str]] = defaultdict(list)

    def saw(self, phrase: Phrase) -> None:
        """Remembers the words before and in a person's phrase."""
        told = self.called[phrase.entity]
        if len(told) >= MAX_CALLED:
            return
        name = self.reading.token_at(phrase.name.start)
        first = name
        while first > max(0, name - MAX_CALLING) and self.norms[first - 1] not in _STOPS:
            first -= 1
        last = min(self.reading.token_at(phrase.span.end - 1) + 1, name + 2 * MAX_CALLING)
        told.append(f" {' '.join(self.norms[first:name])} , {' '.join(self.norms[name:last])} ")

    def described(self, at: int) -> tuple[int, str, str] | None:
        """The length of the description at a token, the word for the person in it, and the sex it tells; else None."""
        before = words("references", "described", "before").at(self.norms, at)
        noun = at + (before[0] if before else 0)
        found = person_nouns().at(self.norms, noun) if noun < len(self.norms) else None
        if not found:
            return None
        sexed = {"nam": "m", "nữ": "f"}
        sex = sexed.get(self.norms[at], sexed.get(self.norms[noun], ""))
        last = noun + found[0]
        word = " ".join(w for w in self.norms[noun:last] if w not in sexed)
        for end in range(last, min(last + MAX_ADDED + 1, len(self.norms))):
            if self.norms[end] in {"này", "ấy"}:
                return end + 1 - at, word, sex
            if not self.norms[end].isalpha() or (end > last and not is_capital(self.words[end])):
                break
        follows = self.words[last] if last < len(self.words) else "."
        alone = sex and word and follows.isalpha() and not is_capital(follows)
        return (last - at, word, sex) if alone else None

    def fits(self, entity: str, word: str) -> bool:
        """Whether a person has been called by a word."""
        return any(f" {word} " in told for told in self.called.get(entity, ()))
