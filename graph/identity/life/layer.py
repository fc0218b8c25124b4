"""The layer of the life of commitments: links between facts of several articles, root by root."""

from collections.abc import Iterable, Iterator, Sequence

from camket.graph.identity.layer import Item, Reading, Triple
from camket.graph.identity.life import told
from camket.graph.identity.life.deed import load
from camket.graph.identity.life.derivation import steps
from camket.graph.identity.life.gathering import deeds
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

    def items(self, reading: Reading) -> Iterator[tuple[str, Item]]:
        """Each undertaking and what may report on one, in the block of every root it belongs to."""
        for deed in deeds(reading, self._standing, self._base):
            for key in sorted(deed.keys):
                yield key, deed

    def triples(self, block: str, items: Sequence[Item]) -> Iterable[Triple]:
        """The links of a root."""
        return told.triples(steps(map(load, items), block), self._base, self._concepts)
