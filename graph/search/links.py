"""What `graph/identity` says of an article's facts: the later facts that tell of an undertaking, the occasions."""

from collections.abc import Iterable
from typing import Final, NamedTuple

import pyoxigraph

from camket.graph.identity.layer import Triple
from camket.graph.rdf import iris
from camket.graph.search.outcome import STEPS
from camket.ontology.namespaces import CK, PREFIXES

REPORTS: Final = CK + "reports"
LINKING: Final = frozenset({REPORTS, *(CK + name for name in STEPS)})
"""The properties between facts of several articles that an index keeps."""

_OCCASION: Final = "occasion/"
_DISAGREES: Final = pyoxigraph.NamedNode(CK + "disagreesOn")
_NAME: Final = pyoxigraph.NamedNode(PREFIXES["skos"] + "prefLabel")


class Occasion(NamedTuple):
    """An occasion's name, and the local names of the properties on which its reports disagree."""

    name: str
    disagrees: tuple[str, ...]


class Relinked(NamedTuple):
    """What is linked otherwise than before, by IRI: the articles of the facts, and occasions."""

    articles: frozenset[str]
    occasions: frozenset[str]


def relinked(changed: Iterable[Triple], base: str) -> Relinked:
    """What triples of `graph/identity` that came or went have to do with."""
    articles: set[str] = set()
    occasions: set[str] = set()
    for subject, property, value in changed:
        ends = (subject[1:-1], value[1:-1]) if property[1:-1] in LINKING else (subject[1:-1],)
        occasions.update(end for end in ends if end.startswith(base + _OCCASION))
        if len(ends) > 1:
            articles.update(end.partition("#")[0] for end in ends if "#" in end)
    return Relinked(frozenset(articles), frozenset(occasions))


class Links:
    """The links in a database. base: what IRIs of things start with."""

    def __init__(self, store: pyoxigraph.Store, base: str) -> None:
        self._store = store
        self._graph = pyoxigraph.NamedNode(base + iris.IDENTITY)

    def steps(self, undertaking: str) -> list[tuple[str, str]]:
        """What later facts tell of an undertaking: the property's local name, and the fact's IRI."""
        found = []
        for quad in self._store.quads_for_pattern(None, None, pyoxigraph.NamedNode(undertaking), self._graph):
            relation = quad.predicate.value.removeprefix(CK)
            if relation in STEPS:
                found.append((relation, str(quad.subject.value)))  # type: ignore[union-attr]
        return sorted(found)

    def occasion(self, event: str) -> str | None:
        """The IRI of the occasion that an event reports, if it is known to report one."""
        return min(self._values(event, pyoxigraph.NamedNode(REPORTS)), default=None)

    def about(self, occasion: str) -> Occasion:
        """What an occasion is called, and what is not agreed on."""
        names = self._values(occasion, _NAME)
        disagrees = (value.replace("/", "#").rpartition("#")[2] for value in self._values(occasion, _DISAGREES))
        return Occasion(min(names, default=""), tuple(sorted(disagrees)))

    def _values(self, subject: str, property: pyoxigraph.NamedNode) -> list[str]:
        quads = self._store.quads_for_pattern(pyoxigraph.NamedNode(subject), property, None, self._graph)
        return [str(quad.object.value) for quad in quads]  # type: ignore[union-attr]
