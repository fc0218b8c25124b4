"""An article's graph, as the entry that is put into the tables: its metadata, its facts, whom and what it mentions."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

import pyoxigraph

from camket.graph.search.labels import Labels
from camket.ontology.namespaces import CK, PREFIXES

Properties = dict[str, list[str]]
Details = dict[str, Any]


def _terms(prefixed: dict[str, str]) -> dict[str, str]:
    """Names by full IRI, from names by prefixed one."""
    return {PREFIXES[name.split(":")[0]] + name.split(":")[1]: value for name, value in prefixed.items()}


KINDS: Final = _terms(
    {
        "ck:Pledge": "pledge",
        "ck:Goal": "goal",
        "ck:Directive": "directive",
        "ck:Expectation": "expectation",
        "ck:Refusal": "refusal",
        "ck:Statement": "statement",
        "schema:Event": "event",
        "org:Membership": "membership",
        "ck:RankHolding": "rank",
        "ck:Observation": "observation",
        "ck:StatusAssessment": "assessment",
        "ck:Abstention": "abstention",
    }
)
"""The kinds of facts, by the class that tells them apart."""

ROLES: Final = _terms(
    {
        "ck:actor": "actor",
        "ck:beneficiary": "beneficiary",
        "ck:statedBy": "speaker",
        "ck:speaker": "speaker",
        "ck:onBehalfOf": "behalf",
        "org:member": "member",
        "org:organization": "organization",
        "ck:post": "post",
        "ck:holder": "holder",
        "schema:attendee": "attendee",
        "schema:organizer": "organizer",
        "ck:chair": "chair",
        "schema:location": "location",
        "ck:of": "of",
    }
)
"""What somebody or something is in a fact, by property."""

_PLAIN: Final = _terms({"ck:cue": "cue", "ck:due": "due", "ck:condition": "condition", "ck:formerDue": "former_due"})
_NAMED: Final = _terms({"ck:speechAct": "act", "ck:reason": "reason", "ck:outcome": "outcome", "ck:turn": "turn"})
_CONCEPTS: Final = _terms({"org:role": "role", "ck:rank": "rank"})
_DATES: Final = tuple(_terms({"ck:saidOn": "", "schema:startDate": "", "ck:attestedOn": "", "ck:doneOn": ""}))
_END_DATE: Final = PREFIXES["schema"] + "endDate"
_SPAN: Final = re.compile(r"#char=(\d+),(\d+)\Z")


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact; `parts`: things by role. `day`: the first day of its own date, "" where it has none."""

    iri: str
    kind: str
    start: int
    end: int
    quote: str
    day: str
    due_by: str | None
    details: Details
    parts: dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Entry:
    """An article as it is indexed. `mentions`: of each thing where it is first mentioned, and how often."""

    iri: str
    identifier: str
    title: str | None
    outlet: str | None
    published: str | None
    day: str | None
    url: str | None
    text: str | None
    facts: list[Fact] = field(default_factory=list)
    mentions: dict[str, tuple[int, int]] = field(default_factory=dict)


def read(store: pyoxigraph.Store, iri: str, labels: Labels) -> Entry | None:
    """The entry of the article whose graph is `iri`, None where there is no such article."""
    subjects = _subjects(store, iri)
    about = subjects.get(iri)
    if about is None or PREFIXES["dcterms"] + "identifier" not in about:
        return None
    schema = PREFIXES["schema"]
    first = {name: values[0] for name, values in about.items()}
    entry = Entry(
        iri=iri,
        identifier=first[PREFIXES["dcterms"] + "identifier"],
        title=first.get(schema + "headline"),
        outlet=first.get(schema + "publisher"),
        published=first.get(schema + "datePublished"),
        day=first.get(CK + "dateFrom") if schema + "datePublished" in first else None,
        url=first.get(schema + "url"),
        text=first.get(schema + "articleBody"),
    )
    entry.facts.extend(sorted(_facts(subjects, labels), key=lambda fact: (fact.start, fact.end, fact.iri)))
    entry.mentions.update(_mentions(subjects))
    return entry


def _subjects(store: pyoxigraph.Store, graph: str) -> dict[str, Properties]:
    found: dict[str, Properties] = {}
    for quad in store.quads_for_pattern(None, None, None, pyoxigraph.NamedNode(graph)):
        properties = found.setdefault(quad.subject.value, {})  # type: ignore[union-attr]
        properties.setdefault(quad.predicate.value, []).append(quad.object.value)  # type: ignore[union-attr]
    return found


def _facts(subjects: dict[str, Properties], labels: Labels) -> Iterator[Fact]:
    for iri, properties in subjects.items():
        for kind in (KINDS[name] for name in properties.get(PREFIXES["rdf"] + "type", ()) if name in KINDS):
            if CK + "evidence" in properties:
                yield _fact(iri, kind, properties, subjects, labels)


def _fact(iri: str, kind: str, properties: Properties, subjects: dict[str, Properties], labels: Labels) -> Fact:
    oa = PREFIXES["oa"]
    span = subjects[properties[CK + "evidence"][0]]
    selector = subjects[span[oa + "hasSelector"][0]]
    parts: dict[str, list[str]] = {}
    for name, values in properties.items():
        if name in ROLES:
            parts.setdefault(ROLES[name], []).extend(sorted(values))
    dated = any(name in properties for name in _DATES)
    return Fact(
        iri=iri,
        kind=kind,
        start=int(selector[oa + "start"][0]),
        end=int(selector[oa + "end"][0]),
        quote=selector[oa + "exact"][0],
        day=properties[CK + "dateFrom"][0] if dated else "",
        due_by=properties[CK + "dateBy"][0] if CK + "due" in properties else None,
        details=_details(kind, properties, subjects, labels),
        parts=parts,
    )


def _details(kind: str, properties: Properties, subjects: dict[str, Properties], labels: Labels) -> Details:
    """What is shown of a fact besides its words and parts; nothing that is empty."""
    details: Details = {}
    for name, values in properties.items():
        if name in _PLAIN:
            details[_PLAIN[name]] = values[0]
        elif name in _NAMED:
            details[_NAMED[name]] = values[0].rpartition("#")[2]
        elif name in _CONCEPTS:
            details[_CONCEPTS[name]] = labels.name(values[0])
        elif name in _DATES:
            end = properties.get(_END_DATE)
            details["on"] = f"{values[0]}/{end[0]}" if end else values[0]
    if kind == "event":
        types = properties[PREFIXES["rdf"] + "type"]
        details["event"] = next((name.removeprefix(CK) for name in types if name.startswith(CK)), "OtherGathering")
    if properties.get(CK + "former") == ["true"]:
        details["former"] = True
    if measures := properties.get(CK + "measure"):
        details["figures"] = [_figure(subjects[measure], labels) for measure in sorted(measures, key=_in_text_order)]
    return details


def _figure(measure: Properties, labels: Labels) -> list[str | None]:
    """The fields of `camket.graph.views.figures.Figure`."""

    def first(name: str) -> str | None:
        return next(iter(measure.get(CK + name, ())), None)

    indicator, unit, change = first("indicator"), first("unit"), first("change")
    return [
        labels.name(indicator) if indicator else "",
        labels.notation(first("comparator") or ""),
        first("value"),
        first("upperValue"),
        labels.notation(unit) if unit else "",
        labels.notation(change) if change else None,
        first("period"),
    ]


def _in_text_order(measure: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", measure.rpartition("#")[2]))


def _mentions(subjects: dict[str, Properties]) -> Iterator[tuple[str, tuple[int, int]]]:
    for iri, properties in subjects.items():
        starts = [int(found[1]) for span in properties.get(CK + "mention", ()) if (found := _SPAN.search(span))]
        if starts:
            yield iri, (min(starts), len(starts))
