"""Whether two deeds are of one thing: their root, their words, their numbers."""

from collections.abc import Iterable, Iterator
from typing import Final

from camket.graph.identity.life.arithmetic import comparable
from camket.graph.identity.life.clause import ORDINAL
from camket.graph.identity.life.deed import NEGATIVE, Deed, Figure
from camket.graph.identity.life.likeness import Likeness

ALIKE: Final = 0.55
"""So much of two clauses is shared where they are of one root and nothing else ties them."""

ALIKE_TIED: Final = 0.4
"""The same where they share a number that singles something out, or the day they are due."""

ALIKE_TWICE: Final = 0.3
"""The same where both of these tie them."""

ALIKE_ELSEWHERE: Final = 0.6
"""The same where only one who speaks for it ties them to one root; a number must be shared besides, or many words."""

ALIKE_COUNTED: Final = 0.75
"""The same where both count something, but no number is the same, and another day is meant."""

WITHIN: Final = 0.75
"""So much of the shorter clause stands in the longer one where that tells more besides."""

MANY: Final = 4
"""So many shared words are no chance."""

ALIKE_ASKED: Final = 0.8
"""The same where two who have nothing to do with each other ask it of one."""

FEWEST: Final = 2
"""Words two clauses must share."""

_BODY: Final = "body/"

ASKED: Final = {"directive", "expectation"}
"""Sorts that somebody asks of another."""


def same_root(later: Deed, earlier: Deed) -> bool:
    """Whether both are of one seat of one root: who is to do it, not only who speaks."""
    return not set(later.roots).isdisjoint(earlier.roots)


def are_alike(later: Deed, earlier: Deed, found: Likeness, ties: int) -> bool:
    """Whether two clauses say the same. ties: so many things besides words and numbers tie them."""
    if len(found.words) < FEWEST or (NEGATIVE in later.marks) != (NEGATIVE in earlier.marks):
        return False
    if _ask_each(later, earlier) and found.score < ALIKE_ASKED:
        return False
    if _are_parts(later, earlier) or are_strangers(later, earlier):
        return False
    if not same_root(later, earlier):
        if found.numbers:
            return found.covered >= (ALIKE_TIED if "again" in later.marks else ALIKE_ELSEWHERE)
        return found.score >= ALIKE_ELSEWHERE and len(found.words) >= MANY
    within = found.covered >= WITHIN and len(found.words) >= MANY
    ties += bool(found.numbers) + within
    return found.score >= (ALIKE, ALIKE_TIED, ALIKE_TWICE)[min(ties, 2)]


def _are_parts(later: Deed, earlier: Deed) -> bool:
    """Whether each is about a part of its own: the second stage is not the first."""
    mine, theirs = ({mark for mark in deed.marks if mark.startswith(ORDINAL)} for deed in (later, earlier))
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def are_strangers(later: Deed, earlier: Deed) -> bool:
    """Whether each is to be done by a body that has no part in what is told of the other: two firms in one place."""
    mine, theirs = ({root.key for root in deed.roots} for deed in (later, earlier))
    if not all(key.startswith(_BODY) for key in mine | theirs):
        return False
    return mine.isdisjoint(earlier.keys) and theirs.isdisjoint(later.keys)


def _ask_each(later: Deed, earlier: Deed) -> bool:
    """Whether the later is asked of somebody by others, who do not repeat what was asked or promised before."""
    if later.sort not in ASKED or not later.speakers:
        return False
    if earlier.sort not in ASKED:
        return set(later.speakers).isdisjoint(root.key for root in later.roots)
    return bool(earlier.speakers) and set(later.speakers).isdisjoint(earlier.speakers)


def differ_in_number(later: Deed, earlier: Deed, found: Likeness) -> bool:
    """Whether each counts something that the other counts otherwise: another year's target is another target."""
    pairs = comparable_figures(later.figures, earlier.figures)
    return not found.numbers and any(mine.value != theirs.value for mine, theirs in pairs)


def comparable_figures(mine: Iterable[Figure], theirs: Iterable[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """The pairs of figures of one indicator, unit and change."""
    others = list(theirs)
    return ((one, other) for one in mine for other in others if comparable(other, one))
