"""What one article says, as plain records: the annotator's account and the graph's, so that they can be compared."""

from dataclasses import dataclass, field
from typing import Final

Extent = tuple[int, int]
"""First character and the one past the last; (0, 0) for a quote that the text does not have."""

KINDS: Final = (
    "people",
    "posts",
    "bodies",
    "events",
    "participants",
    "statements",
    "commitments",
    "measures",
    "observations",
)
"""The kinds of facts that are scored, in the order of the tables."""

SLOTS: Final = (
    "rank",
    "within",
    "event kind",
    "commitment kind",
    "due",
    "stated by",
    "comparator",
    "change",
    "period",
)
"""What is looked at in facts that match: how often it is right too."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody called by name: the full name first, then the other names."""

    names: tuple[str, ...]
    rank: str | None = None


@dataclass(frozen=True, slots=True)
class Post:
    """A post that somebody holds or held, in one wording or several (with and without its body)."""

    holder: str
    wordings: tuple[str, ...]
    former: bool = False


@dataclass(frozen=True, slots=True)
class Body:
    """A named organisation: the full name first, then the other names; `within`: names of its parents."""

    names: tuple[str, ...]
    within: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Gathering:
    """An event: its kind, ISO date, place and the names of those who took part."""

    kind: str | None
    date: str | None
    place: str | None
    participants: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Saying:
    """A statement: who, and where its content stands."""

    speaker: str
    extent: Extent


@dataclass(frozen=True, slots=True)
class Owed:
    """An undertaking: its kind, who owes it, who said so, when it is due, and where its clause stands."""

    kind: str
    actors: tuple[str, ...]
    stated_by: tuple[str, ...]
    due: str | None
    extent: Extent


@dataclass(frozen=True, slots=True)
class Amount:
    """A number measured or observed: of whom (observations), of what, how much; `extent`: of its undertaking."""

    indicator: str
    operator: str
    value: float | None
    upper: float | None
    unit: str
    change: str | None
    period: str | None
    of: tuple[str, ...] = ()
    extent: Extent | None = None


@dataclass(slots=True)
class Account:
    """All that is said of one article; participants stand in the events."""

    people: list[Person] = field(default_factory=list)
    posts: list[Post] = field(default_factory=list)
    bodies: list[Body] = field(default_factory=list)
    events: list[Gathering] = field(default_factory=list)
    statements: list[Saying] = field(default_factory=list)
    commitments: list[Owed] = field(default_factory=list)
    measures: list[Amount] = field(default_factory=list)
    observations: list[Amount] = field(default_factory=list)
