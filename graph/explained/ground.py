"""What else a fact or a thing rests on: entries of the reference data, and an editor's judgements."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from camket.graph.rdf import iris
from camket.graph.store import Dataset
from camket.graph.views.rows import iri_list, select

_ENTRIES: Final = """SELECT ?thing ?name (GROUP_CONCAT(DISTINCT ?source; separator="; ") AS ?sources)
    (MIN(?from) AS ?since) (MAX(?by) AS ?until) WHERE {{
  VALUES ?thing {{ {things} }}
  GRAPH <{reference}> {{ ?thing a ?class ; skos:prefLabel ?name }}
  OPTIONAL {{ GRAPH <{reference}> {{ ?thing dcterms:source ?told }} }}
  OPTIONAL {{ GRAPH <{reference}> {{ ?change org:originalOrganization|org:resultingOrganization ?thing ;
    dcterms:source ?changed }} }}
  OPTIONAL {{ GRAPH <{reference}> {{ ?thing ck:dateFrom ?from }} }}
  OPTIONAL {{ GRAPH <{reference}> {{ ?thing ck:dateBy ?by }} }}
  BIND (COALESCE(?told, ?changed) AS ?source)
}} GROUP BY ?thing ?name ORDER BY ?thing"""
_JUDGEMENTS: Final = """SELECT DISTINCT ?judgement ?verdict ?concerns ?because ?by WHERE {{
  VALUES ?concerns {{ {things} }}
  GRAPH <{identity}> {{
    ?judgement a ck:Judgement ; ck:concerns ?concerns ; ck:verdict ?verdict .
    OPTIONAL {{ ?judgement ck:because ?because }} OPTIONAL {{ ?judgement ck:judgedBy ?by }} }}
}} ORDER BY ?judgement ?concerns"""
_REJECTED: Final = """SELECT ?because ?by WHERE {{ GRAPH <{identity}> {{
  ?judgement ck:rejectedFact ?fact . FILTER (STR(?fact) = "{fact}")
  OPTIONAL {{ ?judgement ck:because ?because }} OPTIONAL {{ ?judgement ck:judgedBy ?by }} }} }}"""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the reference data by which somebody was recognised: its sources, and its days of validity."""

    iri: str
    name: str
    sources: str | None
    since: str | None
    until: str | None


@dataclass(frozen=True, slots=True)
class Judged:
    """A judgement: the concept's local name, whom or what it concerns, the editor's reason and name."""

    verdict: str
    concerns: str
    because: str | None
    by: str | None


def entries(dataset: Dataset, things: Sequence[str]) -> tuple[Entry, ...]:
    """Those of the things that the reference data knows."""
    if not things:
        return ()
    reference = f"{dataset.base}{iris.REFERENCE}"
    rows = select(dataset, _ENTRIES.format(things=iri_list(sorted(set(things))), reference=reference))
    return tuple(
        Entry(row["thing"], row["name"], row.get("sources") or None, row.get("since"), row.get("until"))
        for row in rows
        if "thing" in row
    )


def judgements(dataset: Dataset, things: Sequence[str]) -> tuple[Judged, ...]:
    """What editors have judged of facts or things."""
    if not things:
        return ()
    identity = f"{dataset.base}{iris.IDENTITY}"
    rows = select(dataset, _JUDGEMENTS.format(things=iri_list(sorted(set(things))), identity=identity))
    return tuple(
        Judged(row["verdict"].rpartition("#")[2], row["concerns"], row.get("because"), row.get("by")) for row in rows
    )


def rejection(dataset: Dataset, fact: str) -> Judged | None:
    """The judgement that took a fact out of the graph, None where there is none."""
    identity = f"{dataset.base}{iris.IDENTITY}"
    rows = select(dataset, _REJECTED.format(identity=identity, fact=fact.replace("\\", "\\\\").replace('"', '\\"')))
    return Judged("Rejected", fact, rows[0].get("because"), rows[0].get("by")) if rows else None
