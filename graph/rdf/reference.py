"""The reference data as graphs are written beside it: what it says already, and the names it knows."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

import pyoxigraph

from camket.graph.rdf import vocabulary as v
from camket.graph.rdf.terms import ck

_CONCEPT_FOLDERS: Final = ("role", "rank", "unit", "indicator")
_KIND: Final = re.compile(re.escape(ck("")[:-1]))


class ReferenceData:
    """The triples of `graph/reference`, looked up by text.

    nquads: what `camket.ontology.reference.reference_nquads(base)` gives; empty for no reference data.
    triples: every triple as "SUBJECT PROPERTY VALUE" in N-Quads terms.
    concepts: IRIs of roles, ranks, units and indicators by folder and case-folded name, preferred or alternative.
    """

    def __init__(self, nquads: bytes, base: str) -> None:
        self.triples: set[str] = set()
        self.concepts: dict[tuple[str, str], str] = {}
        self._values: dict[str, dict[str, list[str]]] = {}
        self._preferred: dict[str, str] = {}
        self._kinds: set[str] = set()
        self._noted: set[str] = set()
        self._base = base
        others: list[tuple[str, str, str]] = []
        for quad in pyoxigraph.parse(nquads, format=pyoxigraph.RdfFormat.N_QUADS):
            self._take(str(quad.subject), str(quad.predicate), quad.object, others)
            assert isinstance(quad.subject, pyoxigraph.NamedNode)
            assert isinstance(quad.object, pyoxigraph.NamedNode | pyoxigraph.Literal)
            of = self._values.setdefault(str(quad.predicate), {})
            of.setdefault(quad.subject.value, []).append(quad.object.value)
        for folder, name, subject in sorted(others):
            self.concepts.setdefault((folder, name), subject)

    def values(self, predicate: str) -> Mapping[str, Sequence[str]]:
        """What the data say with a property (a term): by subject its values, IRIs and literals by their plain text."""
        return self._values.get(predicate, {})

    def preferred_name(self, node: str) -> str | None:
        """The `skos:prefLabel` of a node, None where it has none."""
        return self._preferred.get(node)

    def has_kind(self, node: str) -> bool:
        """Whether the reference data says what kind of body a node is."""
        return node in self._kinds

    def has_notation(self, node: str) -> bool:
        """Whether the reference data gives a unit's notation."""
        return node in self._noted

    def _take(self, subject: str, predicate: str, value: object, others: list[tuple[str, str, str]]) -> None:
        self.triples.add(f"{subject} {predicate} {value}")
        if predicate == v.PREF_LABEL or predicate == v.ALT_LABEL:
            assert isinstance(value, pyoxigraph.Literal)
            if predicate == v.PREF_LABEL:
                self._preferred[subject] = value.value
            self._name(subject, value.value, predicate == v.PREF_LABEL, others)
        elif predicate == v.TYPE and _KIND.match(str(value)):
            self._kinds.add(subject)
        elif predicate == v.NOTATION:
            self._noted.add(subject)

    def _name(self, subject: str, name: str, preferred: bool, others: list[tuple[str, str, str]]) -> None:
        folder, _, rest = subject[1 + len(self._base) : -1].partition("/")
        if subject.startswith(f"<{self._base}") and rest and folder in _CONCEPT_FOLDERS:
            if preferred:
                self.concepts[folder, name.casefold()] = subject[1:-1]
            else:
                others.append((folder, name.casefold(), subject[1:-1]))
