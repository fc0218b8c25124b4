"""How much two clauses say the same: their shared words, the rare ones counting most."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from math import log
from typing import Final, NamedTuple

from camket.graph.extraction.text.cues import lexicon
from camket.graph.extraction.text.tokenizer import fold
from camket.graph.identity.life.clause import numbers
from camket.graph.identity.life.deed import Deed

_RAREST: Final = 1.0
"""A word that is not among the common ones stands in so many of a thousand clauses."""

_TELLING: Final = 1.5
"""So much more than syllables numbers and joined phrases say."""


class Likeness(NamedTuple):
    """covered: how much of the shorter clause the other says too, 0 to 1. both: of the longer one. numbers: shared."""

    covered: float
    both: float
    numbers: frozenset[str]
    words: frozenset[str]

    @property
    def score(self) -> float:
        """Both sides together."""
        return (self.covered + self.both) / 2


@lru_cache(maxsize=65536)
def worth(word: str) -> float:
    """How rare a word is among clauses (`ontology/lexicon/common.toml`)."""
    rare = log(1000 / _common().get(word, _RAREST))
    return rare * (_TELLING if word[0].isdigit() or "_" in word else 1.0)


@lru_cache(maxsize=4096)
def _words_of(root: str) -> frozenset[str]:
    return frozenset(re.split(r"[\W_]+", fold(root.partition("/")[2])))


def own_words(roots: Iterable[str]) -> frozenset[str]:
    """The words of the names of roots, by key: of "Hoài Giang" the promises of Hoài Giang tell nothing."""
    return frozenset().union(*map(_words_of, roots))


def likeness(one: Deed, other: Deed) -> Likeness:
    """What two deeds have in common. A sentence's topic counts where the other's words name it."""
    named = own_words(one.keys & other.keys)
    mine, theirs = _said(one, other) - named, _said(other, one) - named
    shared = mine & theirs
    common = sum(map(worth, sorted(shared)))
    sizes = sorted((sum(map(worth, sorted(mine))), sum(map(worth, sorted(theirs)))))
    if not sizes[0]:
        return Likeness(0.0, 0.0, frozenset(), frozenset())
    return Likeness(common / sizes[0], common / sizes[1], frozenset(numbers(shared)), frozenset(shared))


def _said(deed: Deed, other: Deed) -> set[str]:
    """The words of a clause, and those of its topic that the other clause has or whose clause has few of its own."""
    named = {*other.words, *other.topic}
    return {*deed.words, *(word for word in deed.topic if word in named)}


@cache
def _common() -> dict[str, float]:
    return {word: float(share) for share, words in lexicon("common")["common"].items() for word in words}


class Words:
    """The words of deeds."""

    likeness = staticmethod(likeness)
