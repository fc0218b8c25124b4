"""The page of whatever a user names: a person, body or place, a promise, or an occasion of several articles."""

from datetime import date
from typing import Final

from camket.graph import lookup
from camket.graph.errors import QueryError
from camket.graph.meant import Meaning, meant
from camket.graph.store import Dataset
from camket.graph.views.entity import EntityPage, entity_page
from camket.graph.views.occasion import OccasionPage, occasion_of, occasion_page
from camket.graph.views.promise import PromisePage, promise_page
from camket.graph.views.rows import select
from camket.graph.views.undertakings import undertaking

SHOWN_BY: Final = "`camket query article-says --set article=ID`"

Page = EntityPage | PromisePage | OccasionPage


def page_of(dataset: Dataset, words: str, on: date) -> Page:
    """The page of what `words` mean: a name, the IRI of a promise, event or occasion (whole or without its base).

    on: the day that the status of promises is of. Raises QueryError where the graph has no page of it, and what
    `lookup.find_one` raises for a name.
    """
    meaning, iri = meant(dataset, words)
    if meaning is Meaning.FACT:
        return _of_fact(dataset, iri, words, on)
    if meaning is Meaning.DERIVED:
        found = occasion_page(dataset, iri, on)
        if found is not None:
            return found
    try:
        return entity_page(dataset, lookup.find_one(dataset, words))
    except lookup.UnknownNameError:
        if meaning is Meaning.DERIVED:
            raise _no_page(words) from None
        return _of_occasion(dataset, words, on)


def _of_fact(dataset: Dataset, iri: str, words: str, on: date) -> Page:
    if (promise := undertaking(dataset, iri)) is not None:
        return promise_page(dataset, promise, on)
    occasion = occasion_of(dataset, iri)
    found = occasion_page(dataset, occasion, on) if occasion else None
    if found is None:
        if not select(dataset, f"SELECT ?p WHERE {{ <{iri}> ?p ?o }} LIMIT 1"):
            raise QueryError(f"no fact is called {words!r}: {SHOWN_BY} lists those of an article")
        raise _no_page(words)
    return found


def _of_occasion(dataset: Dataset, words: str, on: date) -> Page:
    """The page of the occasion called so. Raises what `lookup.find_one` raises."""
    if not lookup.find(dataset, words, lookup.OCCASIONS):
        lookup.find_one(dataset, words)  # says that nothing is called so, and what comes near
    match = lookup.find_one(dataset, words, lookup.OCCASIONS)
    found = occasion_page(dataset, match.iri, on)
    assert found is not None
    return found


def _no_page(words: str) -> QueryError:
    return QueryError(
        f"{words!r} has no page, as people, bodies, places, promises and occasions have: `camket why` tells of it"
    )
