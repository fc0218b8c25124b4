"""What the life of a commitment is made of: one undertaking, refusal, observation or assessment of one article."""

from decimal import Decimal
from typing import Final, NamedTuple

from camket.graph.identity.layer import Item
from camket.graph.identity.responsibility import Root

UNDERTAKINGS: Final = ("pledge", "goal", "directive", "expectation")
NEGATIVE: Final = "negative"
"""The mark of a clause that says what is not to be."""

CHANGED: Final = "changed"
"""The mark of a clause that names a former value and a new one: "từ 1.400 lên 1.600"."""

REST: Final = "rest"
"""The mark of a clause that is about what is left of something."""

INHERITED: Final = "inherited"
"""The mark of a clause that says that somebody before had promised it."""

REFUSAL, OBSERVATION, ASSESSMENT = "refusal", "observation", "assessment"

REPORTING: Final = (OBSERVATION, ASSESSMENT)
"""Sorts that tell what became of something."""

THIN: Final = 6
"""What reports with fewer words than that is about what the sentence before it is about."""

FEWEST_WORDS: Final = 2
"""A clause with fewer words of content, and without a measure, could be anything: it has no life."""


class Figure(NamedTuple):
    """A measure.

    indicator: as worded; key: the same for all names of it; also: what the clause as a whole
    names. Numbers are decimal strings, "" for none.
    """

    indicator: str
    key: str
    comparator: str
    value: str
    upper: str
    unit: str
    change: str
    period: str
    also: str = ""

    @property
    def amount(self) -> Decimal:
        """The value."""
        return Decimal(self.value)


class Deed(NamedTuple):
    """A fact in the life of a commitment.

    sort: one of `UNDERTAKINGS`, or what reports on them. published: of its article. offset: where it begins.
    roots: whose it is; stated: other roots, of who says it or acts in the article. speakers: keys of the roots of who
    says it, the person's own included. words: its content; topic: that of its sentence. marks: as `clause.marks`.
    due: of an undertaking; of an assessment the day it was done. former, former_due: what was aimed at before, as the
    words of a change say. outcome: of an assessment. said: the day on which it was said. fullness: how fully the
    article tells of the occasion.
    """

    node: str
    article: str
    sort: str
    published: str
    offset: int
    roots: tuple[Root, ...]
    stated: tuple[Root, ...]
    speakers: tuple[str, ...]
    words: tuple[str, ...]
    topic: tuple[str, ...]
    marks: tuple[str, ...]
    figures: tuple[Figure, ...]
    due: str
    former: tuple[Figure, ...]
    former_due: str
    outcome: str
    said: str
    fullness: int

    @property
    def keys(self) -> set[str]:
        """The blocks it stands in."""
        return {root.key for root in (*self.roots, *self.stated)}

    @property
    def is_undertaking(self) -> bool:
        """Whether it is what others report on."""
        return self.sort in UNDERTAKINGS


def load(item: Item) -> Deed:
    """A deed as JSON gives it back."""
    deed = Deed._make(tuple(field) if isinstance(field, list) else field for field in item)
    return deed._replace(
        roots=tuple(map(Root._make, deed.roots)),
        stated=tuple(map(Root._make, deed.stated)),
        figures=tuple(map(Figure._make, deed.figures)),
        former=tuple(map(Figure._make, deed.former)),
    )
