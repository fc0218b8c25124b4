"""Commitments as a table: rows page by page, and how many there are."""

import base64
import json
import sqlite3
from collections.abc import Iterator
from typing import Final, TypedDict

from camket.graph.errors import UsageError
from camket.graph.search.choice import Choice
from camket.graph.search.facts import ToldFact, load
from camket.graph.search.standing import rank

_STATUS: Final = ""  # worked out for the day

SORTS: Final = {
    "published": ("u.day", False),
    "-published": ("u.day", True),
    "due": ("COALESCE(u.due_by, '~')", False),
    "-due": ("COALESCE(u.due_by, '')", True),
    "who": ("u.who", False),
    "-who": ("u.who", True),
    "changed": ("u.changed", False),
    "-changed": ("u.changed", True),
    "status": (_STATUS, False),
    "-status": (_STATUS, True),
}
"""What rows may be sorted by, and whether the greatest comes first; what has no deadline comes last either way.

`changed`: by the day of the latest word about what became of them, "" for those of which there is none.
"""

NEWEST_FIRST: Final = "-published"

_AT_ONCE: Final = 1000


class Page(TypedDict):
    """Rows; `next`: what asks for those that follow, None where none do."""

    rows: list[ToldFact]
    next: str | None


def page(index: sqlite3.Connection, choice: Choice, *, sort: str = NEWEST_FIRST, after: str = "", limit: int) -> Page:
    """Some rows. Raises UsageError where `sort` is none of SORTS or `after` is not what a page gave as `next`."""
    found = _keys(index, choice, sort, after, limit + 1)
    more = len(found) > limit
    rows = load(index, [n for n, _, _ in found[:limit]], choice.on)
    return Page(rows=rows, next=_cursor(*found[limit - 1][1:]) if more else None)


def every_row(index: sqlite3.Connection, choice: Choice, sort: str, most: int) -> Iterator[ToldFact]:
    """The rows, up to `most`. Raises UsageError as `page` does, before the first."""
    keys = _keys(index, choice, sort, "", most)
    return (
        row
        for first in range(0, len(keys), _AT_ONCE)
        for row in load(index, [n for n, *_ in keys[first:][:_AT_ONCE]], choice.on)
    )


def chosen(index: sqlite3.Connection, choice: Choice) -> tuple[str, ...]:
    """The IRIs of all that are chosen."""
    where, given = choice.sql()
    asked = f"SELECT fact.iri FROM undertaking AS u JOIN fact ON fact.n = u.fact WHERE {where} ORDER BY fact.iri"
    return tuple(iri for (iri,) in index.execute(asked, given))


def count(index: sqlite3.Connection, choice: Choice) -> int:
    """How many there are."""
    where, given = choice.sql()
    return int(index.execute(f"SELECT COUNT(*) FROM undertaking AS u WHERE {where}", given).fetchone()[0])


def _keys(index: sqlite3.Connection, choice: Choice, sort: str, after: str, limit: int) -> list[tuple[int, str, str]]:
    """Number, sorting key and place of rows."""
    if sort not in SORTS:
        raise UsageError(f"nothing is sorted by {sort!r}: use {', '.join(SORTS)}")
    column, falling = SORTS[sort]
    key = column or rank(choice.on)
    where, given = choice.sql()
    if after:
        last, place = _position(after)
        less = "<" if falling else ">"
        where += f" AND {key} {less}= ? AND ({key} {less} ? OR u.place > ?)"
        given += [last, last, place]
    order = f"{key} {'DESC' if falling else 'ASC'}, u.place"
    asked = f"SELECT u.fact, {key}, u.place FROM undertaking AS u WHERE {where} ORDER BY {order} LIMIT ?"
    return index.execute(asked, [*given, limit]).fetchall()


def _cursor(key: str, place: str) -> str:
    return base64.urlsafe_b64encode(json.dumps([key, place]).encode()).decode().rstrip("=")


def _position(after: str) -> tuple[str, str]:
    try:
        key, place = json.loads(base64.b64decode(after + "=" * (-len(after) % 4), altchars=b"-_", validate=True))
    except (TypeError, ValueError) as error:
        raise UsageError("after=...: no page ends there; begin at the first, without `after`") from error
    if not (isinstance(key, str) and isinstance(place, str)):
        raise UsageError("after=...: no page ends there; begin at the first, without `after`")
    return key, place
