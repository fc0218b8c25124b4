"""The counts beside the table: how many commitments there are with each value of a field, all else chosen as it is."""

import sqlite3
from collections import Counter
from collections.abc import Sequence
from typing import Final, NamedTuple, TypedDict

from camket.graph.errors import UsageError
from camket.graph.lookup import fold
from camket.graph.search.choice import NO_YEAR, ROLES, Choice
from camket.graph.search.standing import overdue, split
from camket.graph.search.words import match
from camket.graph.views.undertakings import KINDS

PLAIN: Final = ("kinds", "statuses", "outlets", "years", "number", "deadline")
"""The facets that are counted together, in one pass."""

FACETS: Final = (*PLAIN, *ROLES)
"""The fields of Choice that are counted."""

VALUES: Final = 12
"""So many values are given, the most frequent, unless another number is asked for; the chosen ones always are."""

_ALL: Final = frozenset({"kinds", "statuses", "years", "number", "deadline"})
"""Few enough to give all."""

_CELLS: Final = """SELECT kind, due_year, number, outlet, outcome, COUNT(*), {overdue} FROM undertaking AS u
    WHERE {where} GROUP BY kind, due_year, number, outlet, outcome"""
_TIMES: Final = "SELECT thing, COUNT(*) FROM party AS u WHERE role = ? AND {where} GROUP BY thing"
_CALLED: Final = """u.thing IN (SELECT name.thing FROM names JOIN name ON name.n = names.rowid
    WHERE names MATCH ?)"""
_AT_ONCE: Final = 500
_MATCHED: Final = "temp.matched"
_MANY: Final = 5000


class Value(TypedDict):
    """A value: what it is chosen by, its name, its kind where it is a thing (else ""), and how many there are."""

    value: str
    name: str
    kind: str
    count: int
    chosen: bool


class Cell(NamedTuple):
    """How many undertakings there are that agree in all plain facets."""

    kinds: str
    years: int
    number: bool
    outlets: str | None
    statuses: str
    times: int

    @property
    def deadline(self) -> bool:
        """Whether they have one."""
        return self.years != NO_YEAR


def every_facet(index: sqlite3.Connection, choice: Choice) -> dict[str, list[Value]]:
    """The values of all FACETS. Of an index that has just been opened for it: words are looked for in a table."""
    matched = _looked_for(index, choice)
    cells = _cells(index, choice, matched)
    plain = {name: _plain(cells, choice, name, VALUES) for name in PLAIN}
    return plain | {name: _things(index, choice, name, "", VALUES, matched) for name in ROLES}


def facet(index: sqlite3.Connection, choice: Choice, name: str, *, find: str = "", limit: int = VALUES) -> list[Value]:
    """The values of one of FACETS, the most frequent first; years as they follow each other. Kinds are given all.

    find: of people, bodies and places only those in whose name there are words that begin so, of outlets those that
    have it in theirs. Raises UsageError for a facet that there is not.
    """
    if name in ROLES:
        return _things(index, choice, name, find, limit)
    if name in PLAIN:
        return _plain(_cells(index, choice), choice, name, limit, find)
    raise UsageError(f"no facet is called {name!r}: use {', '.join(FACETS)}")


def _looked_for(index: sqlite3.Connection, choice: Choice) -> str:
    """The condition that a fact holds the choice's words, which are looked for once; "" where it has none."""
    if not choice.words.strip():
        return ""
    where, given = Choice(kinds=tuple(KINDS), words=choice.words).sql()
    index.execute(f"CREATE TEMP TABLE {_MATCHED}(fact INTEGER PRIMARY KEY)")
    found = index.execute(f"INSERT INTO {_MATCHED} SELECT u.fact FROM undertaking AS u WHERE {where}", given).rowcount
    through = (
        "+u.fact" if found > _MANY else "u.fact"
    )  # the sign keeps SQLite from looking up each: it reads all in turn
    return f"{through} IN (SELECT fact FROM {_MATCHED})"


def _cells(index: sqlite3.Connection, choice: Choice, matched: str = "") -> list[Cell]:
    for name in PLAIN:
        choice = choice.without(name)
    where, given = choice.sql(matched)
    rows = index.execute(_CELLS.format(where=where, overdue=overdue(choice.on)), given)
    return [
        Cell(kind, year or NO_YEAR, bool(number), outlet, status, some)
        for kind, year, number, outlet, outcome, times, gone_by in rows
        for status, some in split(outcome, times, gone_by).items()
    ]


def _plain(cells: list[Cell], choice: Choice, name: str, limit: int, find: str = "") -> list[Value]:
    others = [other for other in PLAIN if other != name and _chosen(choice, other)]
    allowed = {other: _chosen(choice, other) for other in others}
    counted: Counter[str] = Counter()
    for cell in cells:
        if all(_text(getattr(cell, other)) in allowed[other] for other in others):
            counted[_text(getattr(cell, name))] += cell.times
    del counted[""]  # of no outlet
    chosen = _chosen(choice, name)
    counted.update(dict.fromkeys({*chosen, *(KINDS if name == "kinds" else ())} - counted.keys(), 0))
    found = sorted(value for value in counted if fold(find) in fold(value))
    if name != "years":
        found.sort(key=lambda value: -counted[value])
    return [
        Value(value=value, name=value, kind="", count=counted[value], chosen=value in chosen)
        for place, value in enumerate(found)
        if place < limit or value in chosen or name in _ALL
    ]


def _things(
    index: sqlite3.Connection, choice: Choice, name: str, find: str, limit: int, matched: str = ""
) -> list[Value]:
    where, given = choice.without(name).sql(matched)
    if find.strip():
        where += f" AND {_CALLED}"
        given.append(match(find) or '""')
    times = dict(index.execute(_TIMES.format(where=where), [ROLES[name], *given]).fetchall())
    most = sorted(times.values(), reverse=True)[:limit]
    chosen = {row[0] for row in _named(index, "iri", sorted(_chosen(choice, name)))}
    wanted = {thing for thing, count in times.items() if most and count >= most[-1]} | chosen
    rows = [
        (times.get(n, 0), iri, label, kind, n in chosen) for n, iri, label, kind in _named(index, "n", sorted(wanted))
    ]
    rows.sort(key=lambda row: (-row[0], row[2], row[1]))
    return [
        Value(value=iri, name=label, kind=kind, count=count, chosen=is_chosen)
        for place, (count, iri, label, kind, is_chosen) in enumerate(rows)
        if place < limit or is_chosen
    ]


def _named(index: sqlite3.Connection, column: str, values: Sequence[object]) -> list[tuple[int, str, str, str]]:
    """Number, IRI, name and kind of things, given some of these numbers or IRIs."""
    found: list[tuple[int, str, str, str]] = []
    for first in range(0, len(values), _AT_ONCE):
        some = values[first : first + _AT_ONCE]
        asked = f"SELECT n, iri, name, kind FROM thing WHERE {column} IN ({','.join('?' * len(some))})"
        found += index.execute(asked, some).fetchall()
    return found


def _chosen(choice: Choice, name: str) -> set[str]:
    """The values of a facet that are chosen, as text; none where any may be."""
    values = getattr(choice, name)
    if isinstance(values, tuple):
        return {_text(value) for value in values}
    return set() if values is None else {_text(values)}


def _text(value: object) -> str:
    if isinstance(value, bool):
        return str(int(value))
    return "" if value is None else str(value)
