"""The province an article is at home in, told by its outlet ("Báo Hoài Giang") or its headline ("Hoài Giang nâng ...").

A provincial paper writes "UBND tỉnh" and never says of which province; others name it by its bare name alone.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from camket.graph.extraction.text.cues import lexicon, one_of
from camket.graph.extraction.text.tokenizer import fold
from camket.graph.facts import Entity, EntityKind
from camket.graph.identity.layer import Reading

_COMPANY: Final = "Company"
_LEVEL: Final = "tỉnh"
_SHORTEST: Final = 2
_LONGEST: Final = 3
"""Words of a province's name."""


def home(reading: Reading) -> str:
    """The name of the province an article is at home in, as its outlet or headline writes it; "" where none tells."""
    return _of_outlet(reading.outlet) or _of_headline(reading)


def _of_outlet(outlet: str) -> str:
    """The province in the name of a provincial paper or station; "Báo Nhân Dân" is none."""
    head = _outlets().match(outlet)
    name = outlet[head.end() :].split() if head else []
    told = " ".join(name) if _is_name(name) else ""
    return "" if fold(told) in lexicon("life")["home"]["national"] else told


def _of_headline(reading: Reading) -> str:
    """The bare name that a headline begins or ends with and the text repeats, if nobody and nothing else bears it."""
    words = [word for word in reading.title.split() if fold(word) != _LEVEL]
    ending = words[::-1]
    first = _leading(words)
    last = _leading(ending)[::-1]
    after = fold(ending[len(last)]) if len(ending) > len(last) else ""
    told = [first, last if after in lexicon("life")["home"]["before"] else []]
    for name in (" ".join(name) for name in told if _is_name(name)):
        if name in reading.text and not any(_bears(entity, fold(name)) for entity in reading.facts.entities):
            return name
    return ""


def _leading(words: Sequence[str]) -> list[str]:
    """The words with a capital that a list begins with; a comma or colon behind one ends its name."""
    name: list[str] = []
    for word in words:
        if not word[0].isupper():
            break
        name.append(word.rstrip(",:"))
        if name[-1] != word:
            break
    return name


def _is_name(words: Sequence[str]) -> bool:
    return _SHORTEST <= len(words) <= _LONGEST and all(word[0].isupper() and word.isalpha() for word in words)


def _bears(entity: Entity, name: str) -> bool:
    """Whether a person, a company, a district, a bridge or the like has a name in its own: it is no province's."""
    named = fold(entity.name)
    if name not in named:
        return False
    if entity.kind is EntityKind.PLACE:
        return named.removeprefix(f"{_LEVEL} ") != name
    return entity.kind is EntityKind.PERSON or (entity.kind is EntityKind.BODY and entity.category == _COMPANY)


@cache
def _outlets() -> re.Pattern[str]:
    return re.compile(rf"{one_of(lexicon('life')['home']['outlets'])}\s+(?:{_LEVEL}\s+)?", re.IGNORECASE)
