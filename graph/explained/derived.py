"""Why something stands in `graph/identity`: the facts that a link, occasion, tenure or resolution rests on."""

from dataclasses import dataclass
from typing import Final

from camket.graph.errors import QueryError
from camket.graph.explained.ground import Entry, Judged, entries, judgements
from camket.graph.explained.sources import Told, told
from camket.graph.rdf import iris
from camket.graph.store import Dataset
from camket.graph.views.rows import Row, select

_NODE: Final = """SELECT ?p ?o ?name ?forward WHERE {{
  {{ GRAPH <{identity}> {{ <{node}> ?p ?o }} BIND (true AS ?forward) OPTIONAL {{ ?o skos:prefLabel ?name }} }} UNION
  {{ GRAPH <{identity}> {{ ?o ?p <{node}> }} BIND (false AS ?forward) OPTIONAL {{ ?o skos:prefLabel ?name }} }} }}"""


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that `graph/identity` says of a node: property, value, the value's IRI if it has one."""

    name: str
    value: str
    iri: str | None
    forward: bool


@dataclass(frozen=True, slots=True)
class DerivedExplained:
    """All that a node of `graph/identity` says, and the facts of the articles it rests on."""

    iri: str
    kind: str
    said: tuple[Said, ...]
    rests_on: tuple[Told, ...]
    reference: tuple[Entry, ...]
    judgements: tuple[Judged, ...]


def derived(dataset: Dataset, node: str) -> DerivedExplained:
    """Why a node stands in `graph/identity`. Raises QueryError where it does not."""
    rows = select(dataset, _NODE.format(identity=f"{dataset.base}{iris.IDENTITY}", node=node))
    if not rows:
        raise QueryError(f"nothing in the store is called {node!r}: give the IRI of a fact, or a name")
    facts = told(dataset, [row["o"] for row in rows if "#" in row["o"] and row["o"].startswith("http")])
    known = {one.iri for one in facts}
    others = [row["o"] for row in rows if "name" in row and row["o"].startswith(dataset.base)]
    said = {_said(row) for row in rows if row["o"] not in known and not row["p"].endswith("#type")}
    return DerivedExplained(
        iri=node,
        kind=next((_local(row["o"]) for row in rows if row["p"].endswith("#type") and row["forward"] == "true"), ""),
        said=tuple(sorted(said, key=lambda one: (not one.forward, one.name, one.value))),
        rests_on=tuple(facts),
        reference=entries(dataset, others),
        judgements=judgements(dataset, [node, *others, *known]),
    )


def _said(row: Row) -> Said:
    iri = row["o"] if row["o"].startswith("http") else None
    return Said(_local(row["p"]), row.get("name") or row["o"], iri, row["forward"] == "true")


def _local(iri: str) -> str:
    return iri.rpartition("#")[2] if "#" in iri else iri.rpartition("/")[2]
