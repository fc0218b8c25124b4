"""Why a later fact is linked with an earlier undertaking, with the arithmetic, as `graph/identity` says it."""

from collections.abc import Iterator
from typing import Final, TypedDict

import pyoxigraph

from camket.graph.rdf import iris
from camket.graph.search.labels import Labels
from camket.graph.views.figures import Figure
from camket.ontology.namespaces import CK

_LEVEL: Final = "level"


class Reckoning(TypedDict):
    """A target held against what was reached; `difference`: the latter less the former. met: None where not known."""

    indicator: str
    target: str
    reached: str
    difference: str
    met: bool | None


class Reason(TypedDict):
    """ground: the local name of a concept of `ck:Grounds`; because: the whole reason in words, as the graph has it."""

    ground: str
    because: str
    reckonings: list[Reckoning]


class Reasons:
    """The reasons in a database. base: what IRIs of things start with."""

    def __init__(self, store: pyoxigraph.Store, base: str) -> None:
        self._store = store
        self._labels = Labels(store)
        self._graph = pyoxigraph.NamedNode(base + iris.IDENTITY)

    def of(self, earlier: str) -> dict[tuple[str, str], Reason]:
        """Of each link to an undertaking, by the later fact's IRI and the property's local name."""
        pattern = (None, pyoxigraph.NamedNode(CK + "earlierFact"), pyoxigraph.NamedNode(earlier), self._graph)
        found = {}
        for quad in self._store.quads_for_pattern(*pattern):
            node = quad.subject.value  # type: ignore[union-attr]
            later, relation = self._first(node, "laterFact"), self._first(node, "relation").removeprefix(CK)
            found[later, relation] = Reason(
                ground=self._first(node, "ground").removeprefix(CK),
                because=self._first(node, "because"),
                reckonings=sorted(self._reckonings(node), key=lambda one: (one["indicator"], one["target"])),
            )
        return found

    def _reckonings(self, node: str) -> Iterator[Reckoning]:
        for one in self._values(node, "reckoning"):
            indicator, unit, met = self._first(one, "indicator"), self._first(one, "unit"), self._first(one, "met")
            notation = self._labels.notation(unit) if unit else ""
            comparator = self._labels.notation(self._first(one, "comparator"))
            upper = self._first(one, "targetUpperValue") or None
            difference = self._first(one, "difference")
            yield Reckoning(
                indicator=self._labels.name(indicator) if indicator else "",
                target=str(Figure("", comparator, self._first(one, "targetValue"), upper, notation, _LEVEL, None)),
                reached=str(Figure("", "=", self._first(one, "reachedValue"), None, notation, _LEVEL, None)),
                difference=_signed(str(Figure("", "=", difference, None, notation, _LEVEL, None))),
                met={"true": True, "false": False}.get(met),
            )

    def _first(self, subject: str, name: str) -> str:
        return min(self._values(subject, name), default="")

    def _values(self, subject: str, name: str) -> list[str]:
        property = pyoxigraph.NamedNode(CK + name)
        quads = self._store.quads_for_pattern(pyoxigraph.NamedNode(subject), property, None, self._graph)
        return [str(quad.object.value) for quad in quads]  # type: ignore[union-attr]


def _signed(number: str) -> str:
    """With a sign also where it is more, and the minus that printers use."""
    return "−" + number[1:] if number.startswith("-") else number if number.startswith("0 ") else "+" + number
