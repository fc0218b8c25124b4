"""The heads that open names of bodies, from the word list and the reference data."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from camket.graph.extraction.text.cues import WordTable, lexicon
from camket.graph.extraction.text.lexicon import is_abbreviation, syllables
from camket.graph.extraction.text.tokenizer import fold
from camket.ontology import reference

_SHORTEST_ABBREVIATION = 4  # shorter ones mean too many things, but for international bodies ("WHO")


@dataclass(frozen=True, slots=True)
class Head:
    """What may open the name of a body; the fields are explained in ontology/lexicon/bodies.toml."""

    words: str
    category: str
    needs: str = ""
    place: str = ""
    bare: bool = False
    any_case: bool = False
    begins_small: bool = False
    part: bool = False
    mission: bool = False
    organ: bool = False
    number: bool = False
    sovereign: bool = False
    delegation: bool = False
    proper: bool = False
    short: bool = False


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
def heads() -> WordTable[list[Head]]:
    """What may open the name of a body, with all that the words may open."""
    found: dict[str, list[Head]] = {}
    for entry in lexicon("bodies")["head"]:
        for words in entry["words"]:
            found.setdefault(" ".join(syllables(words)), []).append(_head(words, entry))
    for words, category in _known():
        small = not words[0].isupper()
        head = Head(fold(words), category, bare=True, any_case=small, begins_small=small)
        found.setdefault(" ".join(syllables(words)), []).append(head)
    return WordTable(found.items())


@cache
def head_firsts() -> frozenset[str]:
    """The syllables that names of bodies begin with: to pass quickly over all others."""
    return heads().firsts


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
    return Head(words=fold(words), **{name: value for name, value in entry.items() if name != "words"})


def head_length(norms: Sequence[str], at: int) -> int:
    """How many tokens the longest head of a body that begins at `at` takes; 0 where none begins."""
    found = heads().at(norms, at)
    return found[0] if found else 0
