"""The heads that open names of bodies, from the word list and the reference data."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from camket.graph.extraction.text.cues import lexicon
from camket.graph.extraction.text.lexicon import is_abbreviation, syllables
from camket.graph.extraction.text.tokenizer import fold
from camket.ontology import reference

_SHORTEST_ABBREVIATION = 4  # shorter ones mean too many things, but for international bodies ("WHO")


@dataclass(frozen=True)
class Head:
    """What may open the name of a body; the fields are explained in ontology/lexicon/bodies.toml."""

    words: str
    category: str
    needs: str = ""
    place: str = ""
    flags: frozenset[str] = frozenset()

    def __getattr__(self, name: str) -> bool:
        if name.startswith("_"):
            raise AttributeError(name)
        return name in self.flags


@dataclass(slots=True)
class BodyName:
    """A body as worded: tokens `first` to `last`; `head_last` where its head ends.

    place: key of the place its name ends in. level: a bare "tỉnh" or "TP" that is to be completed.
    inner: the body it is a part of, as named inside it. units: the words after the head, part by part.
    goes_on: words of companies follow the known name ("Mizuho | Financial").
    guessed: the token of a word taken into the name although no list has it, 0 for none.
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
    guessed: int = 0
    goes_on: bool = False
    units: list[str] = field(default_factory=list)


@cache
def heads() -> dict[str, list[tuple[tuple[str, ...], list[Head]]]]:
    """Heads by their first syllable, the longest first."""
    found: dict[tuple[str, ...], list[Head]] = {}
    for entry in lexicon("bodies")["head"]:
        for words in entry["words"]:
            found.setdefault(tuple(syllables(words)), []).append(_head(words, entry))
    for words, category in _known():
        flags = {"bare"} if words[0].isupper() else {"bare", "any_case", "begins_small"}
        found.setdefault(tuple(syllables(words)), []).append(Head(fold(words), category, flags=frozenset(flags)))
    by_first: dict[str, list[tuple[tuple[str, ...], list[Head]]]] = {}
    for parts, same in sorted(found.items(), key=lambda item: -len(item[0])):
        by_first.setdefault(parts[0], []).append((parts, same))
    return by_first


def _known() -> list[tuple[str, str]]:
    """Names and other names of the bodies of the reference data, with their classes; news agencies are left out."""
    generic = {fold(word) for word in lexicon("bodies")["fields"]["generic"]}
    names: list[tuple[str, str]] = []
    for body in reference.bodies():
        short = _SHORTEST_ABBREVIATION if body.category != "InternationalBody" else 2
        if body.category != "MediaBody":
            same = (body.name, *body.aliases)
            names += [
                (n, body.category) for n in same if fold(n) not in generic and (" " in n or _is_telling(n, short))
            ]
    return names


def _is_telling(name: str, shortest: int) -> bool:
    return not is_abbreviation(name) or len(name) >= shortest


def _head(words: str, entry: dict[str, Any]) -> Head:
    flags = frozenset(name for name, value in entry.items() if value is True)
    return Head(fold(words), entry["category"], entry.get("needs", ""), entry.get("place", ""), flags)


@cache
def first_syllables() -> frozenset[str]:
    """The syllables that names of bodies begin with: to pass quickly over all others."""
    return frozenset(heads())


def head_length(norms: Sequence[str], at: int) -> int:
    """How many tokens the longest head of a body that begins at `at` takes; 0 where none begins."""
    for parts, _ in heads().get(norms[at], ()):
        if tuple(norms[at : at + len(parts)]) == parts:
            return len(parts)
    return 0
