"""How much two clauses say the same: their shared words, the rare ones of the block counting most."""

from collections import Counter
from collections.abc import Iterable
from math import log
from typing import Final, NamedTuple

from camket.graph.identity.life.clause import numbers
from camket.graph.identity.life.deed import Deed

_SMOOTH: Final = 30
"""So many deeds are assumed beside those of a block, so that in a small one a word is not taken for common."""


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


class Words:
    """The words of a block's deeds, and what each is worth."""

    def __init__(self, deeds: Iterable[Deed]) -> None:
        self.count: Counter[str] = Counter()
        total = 0
        for deed in deeds:
            total += 1
            self.count.update({*deed.words, *deed.topic})
        self._total = total
        self._worth: dict[str, float] = {}

    def worth(self, word: str) -> float:
        """How rare a word is in the block; numbers and joined phrases say more than syllables."""
        known = self._worth.get(word)
        if known is None:
            rare = log((self._total + _SMOOTH) / (self.count[word] + 1))
            known = self._worth[word] = rare * (1.5 if word[0].isdigit() or "_" in word else 1.0)
        return known

    def likeness(self, one: Deed, other: Deed) -> Likeness:
        """What two deeds have in common. A sentence's topic counts where the other's words name it."""
        mine, theirs = _said(one, other), _said(other, one)
        shared = mine & theirs
        common = sum(map(self.worth, sorted(shared)))
        sizes = sorted((sum(map(self.worth, sorted(mine))), sum(map(self.worth, sorted(theirs)))))
        if not sizes[0]:
            return Likeness(0.0, 0.0, frozenset(), frozenset())
        return Likeness(common / sizes[0], common / sizes[1], frozenset(numbers(shared)), frozenset(shared))


def _said(deed: Deed, other: Deed) -> set[str]:
    """The words of a clause, and those of its topic that the other clause has or whose clause has few of its own."""
    named = {*other.words, *other.topic}
    return {*deed.words, *(word for word in deed.topic if word in named)}
