"""What the reference data says of where bodies and places stand: under whom, responsible for what, and what became of
them."""

from collections.abc import Mapping
from typing import Final

from camket.graph.rdf import vocabulary as v
from camket.graph.rdf.reference import ReferenceData
from camket.graph.rdf.terms import ck, term

_COUNTRY: Final = term("schema", "Country")
_REGION: Final = ck("Region")
_ORIGINAL: Final = (ck("originalArea"), term("org", "originalOrganization"))
_RESULTING: Final = (ck("resultingArea"), term("org", "resultingOrganization"))
_EFFECTIVE: Final = ck("effectiveOn")


class Standing:
    """Parents, jurisdictions and successors, by plain IRI."""

    def __init__(self, reference: ReferenceData) -> None:
        self._above: dict[str, str] = {}
        self._jurisdiction: dict[str, str] = {}
        self._vast: set[str] = set()
        changes: dict[str, _Change] = {}
        for triple in sorted(reference.triples):
            subject, predicate, value = triple.split(" ", 2)
            node = subject[1:-1]
            if predicate in (v.SUB_ORGANIZATION_OF, v.CONTAINED_IN):
                self._above.setdefault(node, value[1:-1])
            elif predicate == v.JURISDICTION:
                self._jurisdiction.setdefault(node, value[1:-1])
            elif predicate == v.TYPE and value in (_COUNTRY, _REGION):
                self._vast.add(node)
            else:
                _take(changes, node, predicate, value)
        self._successors = _successors(changes)

    def above(self, node: str) -> str | None:
        """The body or place that a body or place is part of."""
        return self._above.get(node)

    def jurisdiction(self, body: str) -> str | None:
        """The place a body is responsible for."""
        return self._jurisdiction.get(body)

    def is_vast(self, place: str) -> bool:
        """Whether a place is a country or a region: no province's or town's."""
        return place in self._vast

    def successor(self, node: str) -> str:
        """What a body or place has become by now; itself where it goes on, or nobody knows of one successor."""
        seen = {node}
        while (after := self._successors.get(node)) and after not in seen:
            seen.add(after)
            node = after
        return node


class _Change:
    def __init__(self) -> None:
        self.originals: set[str] = set()
        self.results: set[str] = set()
        self.day = ""


def _take(changes: dict[str, _Change], node: str, predicate: str, value: str) -> None:
    if predicate in _ORIGINAL:
        changes.setdefault(node, _Change()).originals.add(value[1:-1])
    elif predicate in _RESULTING:
        changes.setdefault(node, _Change()).results.add(value[1:-1])
    elif predicate == _EFFECTIVE:
        changes.setdefault(node, _Change()).day = value


def _successors(changes: Mapping[str, _Change]) -> dict[str, str]:
    """Each that ended by a change with one result, and that result; the last change counts."""
    found: dict[str, str] = {}
    for _, change in sorted(changes.items(), key=lambda item: (item[1].day, item[0])):
        if len(change.results) == 1:
            (result,) = change.results
            found.update((original, result) for original in change.originals if original != result)
    return found
