"""Why a fact of an article stands in the graph."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from camket.graph.errors import QueryError
from camket.graph.explained.ground import Entry, Judged, entries, judgements, rejection
from camket.graph.explained.passage import Passage, passage, span_of, within
from camket.graph.explained.sources import Source, Told, source, told
from camket.graph.facts import Span
from camket.graph.rdf import iris
from camket.graph.store import Dataset
from camket.graph.views.rows import Row, iri_list, select

_PROPERTIES: Final = """SELECT ?p ?o ?name ?notation WHERE {{
  GRAPH <{article}> {{ <{fact}> ?p ?o }}
  OPTIONAL {{ ?o skos:prefLabel ?name }} OPTIONAL {{ ?o skos:notation ?notation }} }}"""
_WORDS: Final = "SELECT ?exact WHERE {{ <{span}> oa:hasSelector/oa:exact ?exact }}"
_MENTIONS: Final = """SELECT ?thing ?span WHERE {{
  VALUES ?thing {{ {things} }} GRAPH <{article}> {{ ?thing ck:mention ?span }} }}"""
_FIGURES: Final = """SELECT ?measure ?indicator ?sign ?value ?upper ?unit ?period WHERE {{
  VALUES ?measure {{ {measures} }} ?measure ck:value ?value .
  OPTIONAL {{ ?measure ck:indicator/skos:prefLabel ?indicator }} OPTIONAL {{ ?measure ck:upperValue ?upper }}
  OPTIONAL {{ ?measure ck:comparator/skos:notation ?sign }} OPTIONAL {{ ?measure ck:unit/skos:notation ?unit }}
  OPTIONAL {{ ?measure ck:period ?period }} }}"""
_DERIVED: Final = """SELECT DISTINCT ?node ?p ?forward ?because WHERE {{ GRAPH <{identity}> {{
  {{ <{fact}> ?p ?node . FILTER (isIRI(?node)) BIND (true AS ?forward) }} UNION
  {{ ?node ?p <{fact}> BIND (false AS ?forward) OPTIONAL {{ ?node a ck:LifeStep ; ck:because ?because }} }} }} }}"""
_UNTOLD: Final = frozenset({"type", "wasDerivedFrom", "evidence", "context", "rule", "dateFrom", "dateBy"})
_MEASURES: Final = frozenset({"measure", "formerMeasure"})
_SUPERS: Final = frozenset({"Undertaking", "Commitment", "Event", "Membership"})


@dataclass(frozen=True, slots=True)
class Slot:
    """One value of a fact: property, what it is, its IRI if it has one, and the words of the article it came from.

    where: "clause" or "context"; "" where no span names it (a value worked out, a post told by its holder).
    """

    name: str
    value: str
    iri: str | None
    where: str
    words: str


@dataclass(frozen=True, slots=True)
class Derived:
    """What `graph/identity` says of a fact: property, the other node, whether the fact is its subject.

    told: the other node where it is a fact. because: of a step in the life of an undertaking, why there is one.
    """

    name: str
    node: str
    forward: bool
    told: Told | None
    because: str | None


@dataclass(frozen=True, slots=True)
class FactExplained:
    """All that led to a fact. completed: the context spans that no slot is named by (the year from the dateline)."""

    iri: str
    kind: str
    article: Source
    passage: Passage
    rule: str | None
    slots: tuple[Slot, ...]
    completed: tuple[str, ...]
    reference: tuple[Entry, ...]
    judgements: tuple[Judged, ...]
    derived: tuple[Derived, ...]


def explained(dataset: Dataset, fact: str) -> FactExplained:
    """Why a fact stands in the graph. Raises QueryError where it does not; says so where it was rejected."""
    article = fact.partition("#")[0]
    rows = select(dataset, _PROPERTIES.format(article=article, fact=fact))
    if not any(_name(row["p"]) == "evidence" for row in rows):
        raise QueryError(_absent(dataset, fact))
    told_in = source(dataset, article)
    spans = {
        row["o"]: span for row in rows if _name(row["p"]) in {"evidence", "context"} and (span := span_of(row["o"]))
    }
    evidence = next(row["o"] for row in rows if _name(row["p"]) == "evidence")
    words = {node: _words(dataset, node) for node in spans}
    slots = _slots(dataset, article, rows, spans, evidence, words)
    used = {slot.words for slot in slots}
    things = [slot.iri for slot in slots if slot.iri]
    in_text = passage(told_in.text, spans[evidence]) if told_in.text else Passage("", words[evidence], "")
    return FactExplained(
        iri=fact,
        kind=_kind(rows),
        article=replace(told_in, text=None),
        passage=in_text,
        rule=next((row["o"] for row in rows if _name(row["p"]) == "rule"), None),
        slots=tuple(slots),
        completed=tuple(
            words[node]
            for node in sorted(spans, key=lambda n: spans[n])
            if node != evidence and words[node] not in used
        ),
        reference=entries(dataset, things),
        judgements=judgements(dataset, [fact, *things]),
        derived=_derived(dataset, fact),
    )


def _absent(dataset: Dataset, fact: str) -> str:
    rejected = rejection(dataset, fact)
    if rejected is None:
        return f"no fact is called {fact!r}: camket query article-says --set article=ID lists those of an article"
    because = f": {rejected.because}" if rejected.because else ""
    return f"{fact} was rejected by {rejected.by or 'an editor'}{because}"


def _slots(
    dataset: Dataset, article: str, rows: Sequence[Row], spans: dict[str, Span], evidence: str, words: dict[str, str]
) -> list[Slot]:
    """The fact's values in the order of their properties' names, each with the words it came from."""
    shown = [row for row in rows if _name(row["p"]) not in _UNTOLD]
    figures = _figures(dataset, [row["o"] for row in shown if _name(row["p"]) in _MEASURES])
    places = _mentions(dataset, article, [row["o"] for row in shown if "name" in row])
    found = set()
    for row in shown:
        name, value = _name(row["p"]), row["o"]
        if name in _MEASURES:
            found.add(Slot(name, figures.get(value, value), None, "clause", words[evidence]))
            continue
        thing = value if value.startswith(dataset.base) else None
        node = _named_in(places.get(value, ()), spans, evidence) if thing else None
        where = "" if node is None else "clause" if node == evidence else "context"
        label = row.get("name") or (_name(value) if value.startswith("http") else value)
        found.add(Slot(name, label, thing, where, words[node] if node else ""))
    return sorted(found, key=lambda slot: (slot.name, slot.value, slot.iri or ""))


def _named_in(mentions: Sequence[Span], spans: dict[str, Span], evidence: str) -> str | None:
    """The span that holds one of the mentions: the clause, else the first of the others."""
    others = sorted((node for node in spans if node != evidence), key=lambda node: spans[node])
    holding = (node for node in (evidence, *others) if any(within(m, spans[node]) for m in mentions))
    return next(holding, None)


def _mentions(dataset: Dataset, article: str, things: list[str]) -> dict[str, list[Span]]:
    found: dict[str, list[Span]] = {}
    for row in select(dataset, _MENTIONS.format(things=iri_list(things), article=article)) if things else ():
        if (span := span_of(row["span"])) is not None:
            found.setdefault(row["thing"], []).append(span)
    return found


def _figures(dataset: Dataset, measures: list[str]) -> dict[str, str]:
    rows = select(dataset, _FIGURES.format(measures=iri_list(measures))) if measures else []
    return {row["measure"]: _figure(row) for row in rows}


def _figure(row: Row) -> str:
    number = f"{row['value']} .. {row['upper']}" if "upper" in row else f"{row.get('sign', '=')} {row['value']}"
    parts = [row.get("indicator", ""), number, row.get("unit", ""), f"({row['period']})" if "period" in row else ""]
    return " ".join(part for part in parts if part)


def _derived(dataset: Dataset, fact: str) -> tuple[Derived, ...]:
    identity = f"{dataset.base}{iris.IDENTITY}"
    rows = select(dataset, _DERIVED.format(identity=identity, fact=fact))
    facts = {one.iri: one for one in told(dataset, [row["node"] for row in rows if "#" in row["node"]])}
    found = {
        Derived(_name(row["p"]), row["node"], row["forward"] == "true", facts.get(row["node"]), row.get("because"))
        for row in rows
        if _name(row["p"]) != "concerns"
    }
    return tuple(sorted(found, key=lambda one: (one.name, one.node)))


def _kind(rows: Sequence[Row]) -> str:
    """The class that tells most of the fact."""
    classes = sorted(_name(row["o"]) for row in rows if _name(row["p"]) == "type")
    return next((name for name in classes if name not in _SUPERS), classes[0])


def _words(dataset: Dataset, span: str) -> str:
    return next(iter(select(dataset, _WORDS.format(span=span))), {}).get("exact", "")


def _name(iri: str) -> str:
    """The local name of a property or class."""
    return iri.rpartition("#")[2] if "#" in iri else iri.rpartition("/")[2]
