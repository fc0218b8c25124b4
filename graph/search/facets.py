"""The counts beside the table: how many commitments there are with each value of a field, all else chosen as it is."""

import sqlite3
from typing import Final, TypedDict

from camket.graph.errors import UsageError
from camket.graph.search.choice import NO_YEAR, ROLES, Choice
from camket.graph.search.words import match
from camket.graph.views.undertakings import KINDS

COLUMNS: Final = {
    "kinds": "u.kind",
    "outlets": "u.outlet",
    "years": f"COALESCE(u.due_year, {NO_YEAR})",
    "number": "u.number",
    "deadline": "u.due_by IS NOT NULL",
}
FACETS: Final = (*COLUMNS, *ROLES)
"""The fields of Choice that are counted."""

VALUES: Final = 12
"""So many values are given, the most frequent, unless another number is asked for; the chosen ones always are."""

_ALL: Final = frozenset({"kinds", "years", "number", "deadline"})
"""Few enough to give all."""

_THINGS: Final = """SELECT thing.iri, thing.name, thing.kind, COUNT(*) AS times
    FROM undertaking AS u CROSS JOIN part ON part.fact = u.fact AND part.role = ? JOIN thing ON thing.n = part.thing
    WHERE {where} GROUP BY part.thing ORDER BY times DESC, thing.name, thing.iri"""
_CALLED: Final = """part.thing IN (SELECT name.thing FROM names JOIN name ON name.n = names.rowid
    WHERE names MATCH ?)"""


class Value(TypedDict):
    """A value: what it is chosen by, its name, its kind where it is a thing (else ""), and how many there are."""

    value: str
    name: str
    kind: str
    count: int
    chosen: bool


def facet(index: sqlite3.Connection, choice: Choice, name: str, *, find: str = "", limit: int = VALUES) -> list[Value]:
    """The values of one of FACETS, the most frequent first; years as they follow each other. Kinds are given all.

    find: only those in whose name there are words that begin so. Raises UsageError for a facet that there is not.
    """
    if name in ROLES:
        values = _things(index, choice, name, find)
    elif name in COLUMNS:
        values = _plain(index, choice, name)
    else:
        raise UsageError(f"no facet is called {name!r}: use {', '.join(FACETS)}")
    if name in _ALL:
        return values
    return [value for place, value in enumerate(values) if place < limit or value["chosen"]]


def _plain(index: sqlite3.Connection, choice: Choice, name: str) -> list[Value]:
    column = COLUMNS[name]
    where, given = choice.without(name).sql()
    order = column if name == "years" else f"times DESC, {column}"
    asked = f"""SELECT {column}, COUNT(*) AS times FROM undertaking AS u WHERE {where} AND {column} IS NOT NULL
        GROUP BY {column} ORDER BY {order}"""
    chosen = _chosen(choice, name)
    counted = {str(value): count for value, count in index.execute(asked, given)}
    wanted = KINDS if name == "kinds" else sorted(chosen)
    missing = {value: 0 for value in wanted if value not in counted}
    return [
        Value(value=value, name=value, kind="", count=count, chosen=value in chosen)
        for value, count in {**counted, **missing}.items()
    ]


def _things(index: sqlite3.Connection, choice: Choice, name: str, find: str) -> list[Value]:
    where, given = choice.without(name).sql()
    if find.strip():
        where += f" AND {_CALLED}"
        given.append(match(find) or '""')
    chosen = _chosen(choice, name)
    found = [
        Value(value=iri, name=label, kind=kind, count=count, chosen=iri in chosen)
        for iri, label, kind, count in index.execute(_THINGS.format(where=where), [ROLES[name], *given])
    ]
    return found + _not_counted(index, chosen - {value["value"] for value in found})


def _not_counted(index: sqlite3.Connection, iris: set[str]) -> list[Value]:
    """Things that are chosen, and that nothing else which is chosen goes together with."""
    marks = ",".join("?" * len(iris))
    asked = f"SELECT iri, name, kind FROM thing WHERE iri IN ({marks}) ORDER BY name, iri"
    return [
        Value(value=iri, name=name, kind=kind, count=0, chosen=True)
        for iri, name, kind in index.execute(asked, sorted(iris))
    ]


def _chosen(choice: Choice, name: str) -> set[str]:
    values = getattr(choice, name)
    if isinstance(values, tuple):
        return {str(value) for value in values}
    return set() if values is None else {str(int(values))}
