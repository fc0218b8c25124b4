"""The word lists of names, posts, bodies and places, compiled once, and what one syllable tells of itself."""

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import TypeVar

from camket.graph.extraction.text.cues import WordTable, lexicon
from camket.graph.extraction.text.spelling import fold
from camket.graph.extraction.text.spelling import is_vietnamese as is_vietnamese
from camket.ontology import reference

Value = TypeVar("Value")

_HYPHEN = re.compile(r"(?<=[^\W\d_]{2})-(?=[^\W\d_])")


def table(entries: Iterable[tuple[str, Value]]) -> WordTable[Value]:
    """Phrases with values, split as the tokenizer splits text: commas stand alone, "gd-đt" is three."""
    return WordTable((" ".join(syllables(words)), value) for words, value in entries)


def plain(words: Iterable[str]) -> WordTable[str]:
    """Phrases whose value is the phrase itself, folded."""
    return table((word, fold(word)) for word in words)


def syllables(phrase: str) -> list[str]:
    """A phrase as the tokenizer would split it."""
    return _HYPHEN.sub(" - ", fold(phrase)).replace(",", " , ").split()


def listed(text: str) -> list[str]:
    """The entries of a list written with semicolons."""
    return [entry.strip() for entry in text.replace("\n", " ").split(";") if entry.strip()]


@lru_cache(maxsize=65536)
def is_capital(word: str) -> bool:
    """Whether a word begins with a capital letter and has a letter after it, or is one capital letter."""
    return word[0].isupper()


@lru_cache(maxsize=65536)
def is_abbreviation(word: str) -> bool:
    """Whether a word is written in capitals alone ("UBND", "GD&ĐT"); one letter is none."""
    return len(word) > 1 and word.upper() == word and sum(c.isalpha() for c in word) > 1


@lru_cache(maxsize=65536)
def folded(name: str) -> str:
    """`name` folded; remembered, since the names of an article are compared again and again."""
    return fold(name)


@cache
def surnames() -> frozenset[str]:
    """The family names, folded."""
    return frozenset(fold(word) for word in lexicon("people")["surnames"].split())


@cache
def weak_surnames() -> frozenset[str]:
    """The family names that are common words or parts of place names as well."""
    return frozenset(fold(word) for word in lexicon("people")["weak_surnames"].split())


@cache
def titles() -> WordTable[str]:
    """Words of address right before a name."""
    return plain(lexicon("people")["titles"])


@cache
def personal() -> WordTable[str]:
    """Words of address that go before names of people alone ("ông"), not before a country ("chuyên gia")."""
    return plain(lexicon("people")["personal"])


@cache
def _no_titles() -> WordTable[str]:
    return plain(lexicon("people")["not_titled_after"])


def called_before(norms: Sequence[str], at: int) -> int:
    """How many tokens the word of address that ends at `at` takes ("ông"); 0 for none, as in "đàn ông"."""
    size = titles().ending(norms, at)
    return 0 if size == 1 and _no_titles().ending(norms, at) else size


def personal_before(norms: Sequence[str], at: int) -> bool:
    """Whether a word of address for people alone ends at `at`."""
    return bool(personal().ending(norms, at)) and bool(called_before(norms, at))


@cache
def ranks() -> WordTable[str]:
    """Military and police ranks."""
    known = [name for rank in reference.ranks() for name in (rank.name, *rank.aliases)]
    return plain([*lexicon("people")["ranks"], *known])


@cache
def fields() -> WordTable[str]:
    """Words of two syllables or more that names of bodies are made of, with a capital or small first letter."""
    return plain(listed(lexicon("bodies")["fields"]["words"]))


@cache
def field_syllables() -> frozenset[str]:
    """Every syllable of the field words."""
    return frozenset(s for words in listed(lexicon("bodies")["fields"]["words"]) for s in syllables(words))


@cache
def roles() -> WordTable[str]:
    """The roles, alone and with "phó" before them."""
    words = lexicon("posts")["roles"]
    known = [name for role in reference.roles() for name in (role.name, *role.aliases)]
    named = [n for n in known if " " in n and not n.endswith(("Chính phủ", "Nhà nước", "nhà nước", "điều tra"))]
    return plain([*words, *(f"phó {word}" for word in words), *named])


@cache
def modifiers() -> WordTable[str]:
    """Words after a role that belong to it."""
    return plain(lexicon("posts")["modifiers"])


def role_length(norms: Sequence[str], at: int) -> int:
    """How many tokens the role that begins at `at` takes, its modifiers included; 0 where none begins."""
    found = roles().at(norms, at)
    if not found or (at and norms[at - 1] in lexicon("posts")["no_role_after"].get(norms[at], ())):
        return 0
    end = at + found[0]
    if end < len(norms) and norms[end] in lexicon("posts")["not_before"]:
        return 0
    while end < len(norms) and (more := modifiers().at(norms, end)):
        end += more[0]
    return end - at
