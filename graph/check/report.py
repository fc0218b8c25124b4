"""What a check found."""

from dataclasses import dataclass, field
from typing import NamedTuple


class Failure(NamedTuple):
    """One thing that does not hold. `check`: `span`, `shape` or `placement`; `where`: an IRI; `what`: in one line."""

    check: str
    where: str
    what: str


@dataclass(slots=True)
class CheckReport:
    """Counts of what was looked at, and all failures in the order they were found.

    spans: evidence and context spans compared with the stored text. unverifiable: spans of articles whose text is not
    stored; `articles_without_text` counts these. contradictions: pairs of people whom articles have hold one post at
    one time; no failure, since that is what they say.
    """

    articles: int = 0
    articles_without_text: int = 0
    spans: int = 0
    unverifiable: int = 0
    mentions: int = 0
    quads: int = 0
    contradictions: int = 0
    shapes_checked: bool = False
    failures: list[Failure] = field(default_factory=list)

    @property
    def conforms(self) -> bool:
        """Whether nothing failed."""
        return not self.failures
