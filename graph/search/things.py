"""People, bodies and places found by name as it is being typed, and what one of them is."""

import sqlite3
from typing import Final, TypedDict

from camket.graph.lookup import fold
from camket.graph.search.words import match

KINDS: Final = ("person", "body", "place")
"""What has a page of its own."""

_FOUND: Final = """SELECT thing.iri, thing.name, thing.kind, thing.articles, MAX(name.lowered = ?1) AS same,
    MAX(name.folded = ?2) AS whole, MAX(name.folded LIKE ?2 || '%') AS begins
    FROM names JOIN name ON name.n = names.rowid JOIN thing ON thing.n = name.thing
    WHERE names MATCH ?3 AND thing.kind IN ({kinds}) AND thing.iri NOT LIKE '%#%'
    GROUP BY thing.n ORDER BY same DESC, whole DESC, begins DESC, thing.articles DESC, thing.name, thing.iri LIMIT ?4"""


FEW: Final = 400
"""A graph in which so many act is shown with all of them, a larger one with its `LEADING` ones."""

LEADING: Final = 60

_FOREMOST: Final = """SELECT iri FROM (
    SELECT thing, COUNT(*) AS facts FROM part WHERE role IN ('actor', 'speaker') GROUP BY thing
    ) JOIN thing ON thing.n = thing ORDER BY facts DESC, iri LIMIT ?"""


class Found(TypedDict):
    """A thing, and how many articles mention it."""

    iri: str
    name: str
    kind: str
    articles: int


def find(index: sqlite3.Connection, typed: str, *, kinds: tuple[str, ...] = KINDS, limit: int) -> list[Found]:
    """Things with a name that holds the words typed, accents aside, the last perhaps not yet whole; the best first."""
    words = match(typed)
    if words is None:
        return []
    marks = ",".join(f"'{kind}'" for kind in KINDS if kind in kinds)
    lowered = " ".join(typed.split()).casefold()
    rows = index.execute(_FOUND.format(kinds=marks), (lowered, fold(typed), words, limit))
    return [Found(iri=iri, name=name, kind=kind, articles=articles) for iri, name, kind, articles, *_ in rows]


def foremost(index: sqlite3.Connection) -> list[str]:
    """The IRIs of those of whom most is said: who acts and speaks in most facts, the first first.

    All of them where they are no more than `FEW`, else the `LEADING` first.
    """
    found = [iri for (iri,) in index.execute(_FOREMOST, (FEW + 1,))]
    return found if len(found) <= FEW else found[:LEADING]


def get(index: sqlite3.Connection, iri: str) -> Found | None:
    """The thing of an IRI, None where nothing speaks of it."""
    row = index.execute("SELECT iri, name, kind, articles FROM thing WHERE iri = ?", (iri,)).fetchone()
    return None if row is None else Found(iri=row[0], name=row[1], kind=row[2], articles=row[3])
