"""The undertakings that say the same, and the steps that later facts tell of any of them.

What became of an undertaking became of all that only restate it, however they come to be linked.
"""

import sqlite3
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from camket.graph.search.outcome import RESTATES, step_of

TAKEN_UP: Final = (RESTATES, "revises", "renews")
"""The links by which one undertaking takes up another."""

_NEXT: Final = """SELECT later FROM step WHERE earlier = ?1 AND relation IN ({relations})
    UNION SELECT earlier FROM step WHERE later = ?1 AND relation IN ({relations}) ORDER BY 1"""
_TOLD: Final = """SELECT step.relation, json_extract(earlier.details, '$.due'), json_extract(later.details, '$.due'),
    COALESCE(article.day, ''), article.identifier, later.start, later.iri
    FROM step JOIN fact AS earlier ON earlier.iri = step.earlier JOIN fact AS later ON later.iri = step.later
    JOIN article ON article.n = later.article WHERE step.earlier = ?"""


class Step(NamedTuple):
    """One word about an undertaking: a Status or `restated`, and the fact that says it. Sorts by publication."""

    day: str
    article: str
    start: int
    later: str
    step: str


def kin(index: sqlite3.Connection, iri: str, relations: Iterable[str] = (RESTATES,), most: int = 0) -> set[str]:
    """The undertakings that are linked with this one by these relations, directly or through others; itself included.

    most: so many are followed from one to the next, 0 for all.
    """
    query = _NEXT.format(relations=", ".join(f"'{name}'" for name in relations))
    found, ahead = {iri}, [iri]
    while ahead and (not most or len(found) < most):
        new = {other for (other,) in index.execute(query, (ahead.pop(0),))} - found
        found |= new
        ahead += sorted(new)
    return found


def steps(index: sqlite3.Connection, undertakings: Iterable[str]) -> dict[str, list[Step]]:
    """What is told of each of these undertakings, which say the same: told of one, it is told of all.

    What is told of one itself counts before what is told of another; no step is the undertaking itself.
    """
    own = {iri: _told(index, iri) for iri in sorted(undertakings)}
    of_others = {step.later: step for told in own.values() for step in told.values()}
    return {iri: _merged(iri, of_others, told) for iri, told in own.items()}


def _merged(iri: str, of_others: Mapping[str, Step], own: Mapping[str, Step]) -> list[Step]:
    return sorted(step for later, step in {**of_others, **own}.items() if later != iri)


def _told(index: sqlite3.Connection, iri: str) -> dict[str, Step]:
    return {
        later: Step(day, article, start, later, step_of(relation, due, new_due))
        for relation, due, new_due, day, article, start, later in sorted(index.execute(_TOLD, (iri,)), key=repr)
    }
