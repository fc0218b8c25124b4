"""The life of commitments: what of an article has part in it, and the links between facts of several articles."""

from collections.abc import Iterable, Iterator

from camket.graph.identity.layer import Reading, Triple
from camket.graph.identity.life import told
from camket.graph.identity.life.fate import Told, fate
from camket.graph.identity.life.gathering import deeds
from camket.graph.identity.life.saying import Saying, Telling, saying_of, telling_of
from camket.graph.identity.standing import Standing
from camket.graph.rdf.concepts import Concepts
from camket.graph.rdf.reference import ReferenceData


class Life:
    """What later facts say of earlier undertakings: `ck:restates`, `ck:revises` ... and why."""

    name = "life"

    def __init__(self, base: str, reference: ReferenceData) -> None:
        self._base = base
        self._standing = Standing(reference)
        self._concepts = Concepts(base, reference.concepts)

    def sayings(self, reading: Reading) -> Iterator[tuple[Saying, Telling]]:
        """What an article undertakes or reports, each once, with where it says it first."""
        found: dict[int, tuple[Saying, Telling]] = {}
        for deed in deeds(reading, self._standing, self._base):
            saying, telling = saying_of(deed), telling_of(deed)
            known = found.setdefault(saying.identifier, (saying, telling))
            if telling < known[1]:
                found[saying.identifier] = saying, telling
        yield from found.values()

    def triples(self, earlier: Told, later: Iterable[Told]) -> Iterable[Triple]:
        """The links of an undertaking with the sayings that it is paired with, and with itself."""
        return told.triples(fate(earlier, list(later)), self._base, self._concepts)
