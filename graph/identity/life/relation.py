"""How a later fact is linked with an earlier undertaking."""

from enum import StrEnum


class Relation(StrEnum):
    """The value is the local name of the property."""

    RESTATES = "restates"
    REVISES = "revises"
    RENEWS = "renews"
    REFUSES = "refuses"
    FULFILS = "fulfils"
    PARTLY = "partlyFulfils"
    MISSES = "misses"
