"""Why two bearers are held to be one."""

from enum import StrEnum
from typing import Final, NamedTuple

from camket.graph.identity.bearers import Bearer


class Ground(StrEnum):
    """What joins two bearers; the value is the concept's local name in the vocabulary. From the firmest down."""

    JUDGED_SAME = "JudgedSame"  # an editor said so
    SAME_REFERENCE = "SameReference"  # both were recognised as one entry of the reference data
    SAME_POST = "SamePost"
    SUCCEEDING_POST = "SucceedingPost"  # the same role in a body and in what that body became
    NEAR_NAME_SAME_POST = "NearNameSamePost"  # one name written otherwise, in the same post
    SAME_BODY = "SameBody"
    SAME_RANK = "SameRank"
    SAME_REGION = "SameRegion"  # posts in one region
    SAME_PLACE = "SamePlace"  # a body or place of one name in one place
    SAME_NAME = "SameName"  # a body or place whose name no other bears
    ONLY_BEARER = "OnlyBearer"  # nobody else bears the name, and few are likely to


WEAK: Final = frozenset({Ground.SAME_RANK, Ground.SAME_REGION, Ground.ONLY_BEARER, Ground.NEAR_NAME_SAME_POST})
"""Grounds that an editor had better look at."""


class Join(NamedTuple):
    """A bearer joined to an earlier one. `shared`: what both have, in words, "" for a name alone."""

    ground: Ground
    shared: str
    earlier: Bearer
    later: Bearer
