"""What came after a body or place that is no more, and what came before one that took over."""

from collections.abc import Iterable
from dataclasses import dataclass

from camket.graph.store import Dataset
from camket.graph.views.rows import select

_CHANGES = """SELECT ?change ?name ?on ?from ?source WHERE {{
  <{iri}> ck:endedBy ?change . ?change skos:prefLabel ?name .
  OPTIONAL {{ ?change ck:effectiveOn ?on }} OPTIONAL {{ ?change ck:dateFrom ?from }}
  OPTIONAL {{ ?change dcterms:source ?source }}
}}"""
_SUCCESSORS = "SELECT DISTINCT ?iri ?name WHERE {{ <{iri}> ck:succeededBy ?iri . ?iri skos:prefLabel ?name }}"
_PREDECESSORS = "SELECT DISTINCT ?iri ?name WHERE {{ ?iri ck:succeededBy <{iri}> ; skos:prefLabel ?name }}"
_EARLIER = "SELECT DISTINCT ?iri WHERE {{ VALUES ?now {{ {iris} }} ?iri ck:succeededBy+ ?now }}"


@dataclass(frozen=True, slots=True)
class Change:
    """A change that ended a body or place: what happened, on which day (EDTF), by which document."""

    name: str
    on: str | None
    source: str | None


@dataclass(frozen=True, slots=True)
class Relative:
    """A body or place that came before or after another."""

    name: str
    iri: str


@dataclass(frozen=True, slots=True)
class Fate:
    """How a body or place came about and came to an end; empty for nearly all.

    ended: the changes that ended it or lead from it to its successors, in order. successors, predecessors: the next
    and the last before it that the graph knows.
    """

    ended: tuple[Change, ...]
    successors: tuple[Relative, ...]
    predecessors: tuple[Relative, ...]


def fate(dataset: Dataset, iri: str) -> Fate:
    """What came before and after the thing `iri`."""
    changes = select(dataset, _CHANGES.format(iri=iri))
    changes.sort(key=lambda row: (row.get("from", ""), row["change"]))
    return Fate(
        ended=tuple(Change(row["name"], row.get("on"), row.get("source")) for row in changes),
        successors=_relatives(dataset, _SUCCESSORS.format(iri=iri)),
        predecessors=_relatives(dataset, _PREDECESSORS.format(iri=iri)),
    )


def with_predecessors(dataset: Dataset, iris: Iterable[str]) -> list[str]:
    """Things, and all that in the end became one of them."""
    now = list(dict.fromkeys(iris))
    rows = select(dataset, _EARLIER.format(iris=" ".join(f"<{iri}>" for iri in now)))
    return now + sorted({row["iri"] for row in rows} - set(now))


def _relatives(dataset: Dataset, query: str) -> tuple[Relative, ...]:
    return tuple(sorted((Relative(row["name"], row["iri"]) for row in select(dataset, query)), key=lambda r: r.name))
