"""The layer of occasions: events of several articles, joined month by month."""

from collections.abc import Iterable, Sequence

from camket.graph.identity.layer import Item, Reading, Triple
from camket.graph.identity.occasions import told
from camket.graph.identity.occasions.joining import occasions
from camket.graph.identity.occasions.report import load, reports
from camket.graph.identity.standing import Standing
from camket.graph.rdf.reference import ReferenceData


class Occasions:
    """One meeting told by several articles is one `ck:Occasion`, which their events `ck:reports`."""

    name = "occasions"

    def __init__(self, base: str, reference: ReferenceData) -> None:
        self._base = base
        self._standing = Standing(reference)

    def items(self, reading: Reading) -> Iterable[tuple[str, Item]]:
        """Each event with the month it begins in."""
        return reports(reading, self._standing, self._base)

    def triples(self, block: str, items: Sequence[Item]) -> Iterable[Triple]:
        """The occasions of a month."""
        return told.triples(occasions(map(load, items)), self._base)
