"""What several articles tell of, each in its own words, and on what they do not agree."""

import json
import sqlite3
from collections.abc import Sequence
from typing import Final, TypedDict

from camket.graph.search.lots import in_lots

_OF: Final = """SELECT fact.iri, telling.occasion, name, disagrees FROM fact JOIN telling ON telling.fact = fact.n
    JOIN occasion ON occasion.iri = telling.occasion WHERE fact.iri IN ({marks})"""
_TELLING: Final = """SELECT telling.occasion, fact.n, fact.iri, fact.quote, details, identifier, outlet, published
    FROM telling JOIN fact ON fact.n = telling.fact JOIN article ON article.n = fact.article
    WHERE telling.occasion IN ({marks}) ORDER BY COALESCE(article.day, '~'), article.iri, fact.start"""
_WHERE: Final = """SELECT part.fact, part.role, thing.name FROM part JOIN thing ON thing.n = part.thing
    WHERE part.fact IN ({marks}) AND part.role IN ('location', 'chair') ORDER BY thing.name"""


MOST_TOLD: Final = 12


class Telling(TypedDict):
    """An article's account of an occasion, with what accounts may differ in."""

    iri: str
    quote: str
    article: str
    outlet: str | None
    published: str | None
    event: str
    on: str | None
    location: list[str]
    chair: list[str]


class Occasion(TypedDict):
    """An occasion; `disagrees`: what its accounts differ in, local names of properties (`startDate`, `location`).

    tellings: the first MOST_TOLD of so many accounts.
    """

    iri: str
    name: str
    disagrees: list[str]
    accounts: int
    tellings: list[Telling]


def occasions(index: sqlite3.Connection, events: Sequence[str]) -> dict[str, Occasion]:
    """The occasions of those of these events that have one, by the event's IRI."""
    of: dict[str, str] = {}
    found: dict[str, Occasion] = {}
    for event, iri, name, disagrees in in_lots(index, _OF, events):
        of[event] = iri
        found[iri] = Occasion(iri=iri, name=name, disagrees=json.loads(disagrees), accounts=0, tellings=[])
    tellings: dict[int, Telling] = {}
    for iri, n, fact, quote, details, article, outlet, published in in_lots(index, _TELLING, list(found)):
        found[iri]["accounts"] += 1
        if found[iri]["accounts"] > MOST_TOLD:
            continue
        said = json.loads(details)
        tellings[n] = Telling(
            iri=fact,
            quote=quote,
            article=article,
            outlet=outlet,
            published=published,
            event=said.get("event", ""),
            on=said.get("on"),
            location=[],
            chair=[],
        )
        found[iri]["tellings"].append(tellings[n])
    for n, role, name in in_lots(index, _WHERE, list(tellings)):
        names = tellings[n]["location"] if role == "location" else tellings[n]["chair"]
        names.append(name)
    return {event: found[iri] for event, iri in of.items()}
