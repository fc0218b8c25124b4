"""Which undertakings are meant: filters, as SQL over a table `u` that has what they filter by."""

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Final

from camket.graph.errors import UsageError
from camket.graph.search.outcome import Status
from camket.graph.search.standing import condition
from camket.graph.search.words import match
from camket.graph.views.undertakings import COMMITMENTS, KINDS

NO_YEAR: Final = 0
"""The year of what has no deadline."""

ROLES: Final = {"actors": "actor", "speakers": "speaker", "beneficiaries": "beneficiary"}

_OPEN: Final = {"kinds": tuple(KINDS), "number": None, "deadline": None}

Parameters = list[str | int]


@dataclass(frozen=True, slots=True)
class Choice:
    """Every field narrows; of several values of one field any fits.

    words: have to be there, accents aside, among the undertaking's words, its article's headline and the names of
    those it is about. actors, speakers, beneficiaries: IRIs. years: of the deadline's last day. number, deadline:
    whether there is one. statuses: as they are `on` that day.
    """

    kinds: tuple[str, ...] = COMMITMENTS
    words: str = ""
    actors: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    beneficiaries: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    number: bool | None = None
    deadline: bool | None = None
    statuses: tuple[str, ...] = ()
    on: date = field(default_factory=date.today)

    def __post_init__(self) -> None:
        """Raises UsageError for a kind or a status that there is not."""
        for status in self.statuses:
            if status not in list(Status):
                raise UsageError(f"no status is called {status!r}: use {', '.join(Status)}")
        for kind in self.kinds:
            if kind not in KINDS:
                raise UsageError(f"no kind of undertaking is called {kind!r}: use {', '.join(KINDS)}")

    def without(self, field: str) -> "Choice":
        """The choice with one field left open."""
        opened: dict[str, Any] = {field: _OPEN.get(field, ())}
        return replace(self, **opened)

    def sql(self, matched: str = "") -> tuple[str, Parameters]:
        """The condition, and what its question marks stand for.

        matched: the condition that a fact holds the words, where they have been looked for already.
        """
        parts = ["TRUE"]
        given: Parameters = []
        for column, values in (("kind", self._kinds()), ("outlet", self.outlets)):
            if values:
                parts.append(f"u.{column} IN ({_marks(values)})")
                given += values
        if self.years:
            parts.append(f"COALESCE(u.due_year, {NO_YEAR}) IN ({_marks(self.years)})")
            given += self.years
        for name, role in ROLES.items():
            if iris := getattr(self, name):
                parts.append(_ABOUT.format(role=role, marks=_marks(iris)))
                given += iris
        if self.number is not None:
            parts.append(f"u.number = {int(self.number)}")
        if self.deadline is not None:
            parts.append(f"u.due_year IS {'NOT' if self.deadline else ''} NULL")
        if self.statuses:
            parts.append(condition(self.statuses, self.on))
        if matched:
            parts.append(matched)
        elif self.words.strip():
            parts.append("u.fact IN (SELECT rowid FROM words WHERE words MATCH ?)")
            given.append(match(self.words) or '""')  # of signs alone: nothing holds them
        return " AND ".join(parts), given

    def _kinds(self) -> tuple[str, ...]:
        return () if set(self.kinds) == set(KINDS) else self.kinds


_ABOUT: Final = """u.fact IN (SELECT party.fact FROM thing JOIN party ON party.thing = thing.n
    AND party.role = '{role}' WHERE thing.iri IN ({marks}))"""


def _marks(values: tuple[object, ...]) -> str:
    return ",".join("?" * len(values))
