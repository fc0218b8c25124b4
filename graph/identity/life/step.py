"""A link between two deeds: what it is, why it stands, and the arithmetic behind it."""

from enum import StrEnum
from typing import NamedTuple

from camket.graph.identity.life.arithmetic import Reckoning
from camket.graph.identity.life.deed import Deed
from camket.graph.identity.life.likeness import Likeness
from camket.graph.identity.life.relation import Relation

__all__ = ["Because", "Relation", "Step", "step"]


class Because(StrEnum):
    """Why; the value is the local name of the concept."""

    SAME_CONTENT = "SameContent"
    SAME_TARGET = "SameTarget"
    OTHER_DUE = "OtherDue"
    OTHER_VALUE = "OtherValue"
    SAID_AGAIN = "SaidAgain"
    DECLINED = "Declined"
    FIGURE = "FigureAgainstTarget"
    REPORTED = "Reported"


class Step(NamedTuple):
    """A link between two deeds: the later, the earlier, what it is, why, how sure, and the arithmetic if any."""

    later: Deed
    earlier: Deed
    relation: Relation
    because: Because
    weight: float
    reckonings: tuple[Reckoning, ...] = ()
    words: frozenset[str] = frozenset()


def step(
    later: Deed,
    earlier: Deed,
    relation: Relation,
    because: Because,
    weight: float,
    found: Likeness | None = None,
    *reckonings: Reckoning,
) -> Step:
    """A link; `found` is what the clauses share."""
    return Step(later, earlier, relation, because, weight, reckonings, found.words if found else frozenset())
