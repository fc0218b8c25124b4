"""Why the graph says something of what one argument means: a fact, a link between facts, a person, body or place."""

from dataclasses import dataclass

from camket.graph import lookup
from camket.graph.errors import QueryError
from camket.graph.explained.derived import DerivedExplained, derived
from camket.graph.explained.fact import FactExplained, explained
from camket.graph.explained.ground import Entry, Judged, entries, judgements
from camket.graph.meant import Meaning, meant
from camket.graph.store import Dataset


@dataclass(frozen=True, slots=True)
class ThingExplained:
    """A person, body, place or post: the reference data it was recognised by, judgements, and what was derived of it.

    Which mentions it is made of is told by `camket.graph.judging.why`.
    """

    iri: str
    name: str
    kind: str
    reference: tuple[Entry, ...]
    judgements: tuple[Judged, ...]
    derived: DerivedExplained | None


def why(dataset: Dataset, words: str) -> FactExplained | DerivedExplained | ThingExplained:
    """What led to what `words` mean. Raises QueryError where the store holds nothing of that name."""
    return of_node(dataset, words) or thing(dataset, lookup.find_one(dataset, words))


def of_node(dataset: Dataset, words: str) -> FactExplained | DerivedExplained | None:
    """What led to a fact, or to something in `graph/identity`; None where `words` are a name.

    Raises QueryError where they name a fact that the store does not hold.
    """
    meaning, iri = meant(dataset, words)
    if meaning is Meaning.NAME:
        return None
    return explained(dataset, iri) if meaning is Meaning.FACT else derived(dataset, iri)


def thing(dataset: Dataset, match: lookup.Match) -> ThingExplained:
    """What a person, body or place rests on, but for the mentions it is made of."""
    try:
        found: DerivedExplained | None = derived(dataset, match.iri)
    except QueryError:  # one article's word alone: nothing follows from it
        found = None
    return ThingExplained(
        match.iri, match.name, match.kind, entries(dataset, [match.iri]), judgements(dataset, [match.iri]), found
    )
