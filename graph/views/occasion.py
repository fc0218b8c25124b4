"""An occasion's page: one meeting that several articles tell of, what each says, and on what they disagree."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from camket.graph.store import Dataset
from camket.graph.views.lives import Life, followed
from camket.graph.views.rows import Row, select
from camket.graph.views.undertakings import KINDS, Choice, undertakings

_ABOUT: Final = """SELECT ?name ?since ?until WHERE {{
  <{iri}> a ck:Occasion ; skos:prefLabel ?name . OPTIONAL {{ <{iri}> ck:dateFrom ?since }}
  OPTIONAL {{ <{iri}> ck:dateBy ?until }} }}"""
_BECAUSE: Final = "SELECT DISTINCT ?because WHERE {{ <{iri}> ck:because ?because }} ORDER BY ?because"
_TOLD: Final = """SELECT DISTINCT ?x ?words ?start ?kind ?on ?article ?outlet ?title ?url ?published ?from WHERE {{
  ?x ck:reports <{iri}> ; a ?class ; ck:evidence/oa:hasSelector ?selector ; prov:wasDerivedFrom ?source .
  FILTER (STRSTARTS(STR(?class), STR(ck:))) BIND (STRAFTER(STR(?class), "#") AS ?kind)
  ?selector oa:exact ?words ; oa:start ?start . ?source dcterms:identifier ?article .
  OPTIONAL {{ ?x schema:startDate ?on }} OPTIONAL {{ ?source schema:publisher ?outlet }}
  OPTIONAL {{ ?source schema:headline ?title }} OPTIONAL {{ ?source schema:url ?url }}
  OPTIONAL {{ ?source schema:datePublished ?published }} OPTIONAL {{ ?source ck:dateFrom ?from }} }}"""
_PARTIES: Final = """SELECT DISTINCT ?x ?role ?name WHERE {{
  VALUES (?property ?role) {{ (schema:attendee "attendee") (ck:chair "chair") (schema:location "location") }}
  ?x ck:reports <{iri}> ; ?property ?thing . ?thing skos:prefLabel ?name }}"""
_DIFFERS: Final = """SELECT DISTINCT ?property ?says ?article WHERE {{
  <{iri}> ck:disagreesOn ?property . ?x ck:reports <{iri}> ; ?property ?value ; prov:wasDerivedFrom ?source .
  FILTER (?value != schema:Event) OPTIONAL {{ ?value skos:prefLabel ?label }}
  BIND (COALESCE(?label, REPLACE(STR(?value), "^.*#", "")) AS ?says) ?source dcterms:identifier ?article }}"""
_SAID: Final = """SELECT DISTINCT ?x ?article WHERE {{
  ?event ck:reports <{iri}> . ?x ck:statedIn/ck:madeAt ?event ; prov:wasDerivedFrom/dcterms:identifier ?article }}"""
_WORDS: Final = {"startDate": "first day", "endDate": "last day", "location": "place", "type": "kind"}


@dataclass(frozen=True, slots=True)
class Report:
    """What one article tells of it; on: its day, where the article gives one (EDTF)."""

    iri: str
    words: str
    kind: str
    on: str | None
    attendees: tuple[str, ...]
    chair: tuple[str, ...]
    location: tuple[str, ...]
    article: str
    outlet: str | None
    title: str | None
    url: str | None
    published: str | None
    order: tuple[Any, ...] = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Account:
    """What some articles say, where others say something else."""

    says: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Something on which the articles disagree: day, place, chair or kind."""

    what: str
    accounts: tuple[Account, ...]


@dataclass(frozen=True, slots=True)
class OccasionPage:
    """All that articles tell of an occasion. because: why they are taken to tell of one; said: undertaken there."""

    name: str
    iri: str
    since: str | None
    until: str | None
    reports: tuple[Report, ...]
    differences: tuple[Difference, ...]
    because: tuple[str, ...]
    said: tuple[Life, ...]


def occasion_of(dataset: Dataset, event: str) -> str | None:
    """The occasion that an event reports; None where no other article tells of it."""
    rows = select(dataset, f"SELECT ?occasion WHERE {{ <{event}> ck:reports ?occasion }} ORDER BY ?occasion")
    return rows[0]["occasion"] if rows else None


def occasion_page(dataset: Dataset, iri: str, on: date) -> OccasionPage | None:
    """The page of an occasion, with what became until a day of what was promised there; None where it is none."""
    about = next(iter(select(dataset, _ABOUT.format(iri=iri))), None)
    if about is None:
        return None
    return OccasionPage(
        name=about["name"],
        iri=iri,
        since=about.get("since"),
        until=about.get("until"),
        reports=_reports(dataset, iri),
        differences=_differences(select(dataset, _DIFFERS.format(iri=iri))),
        because=tuple(row["because"] for row in select(dataset, _BECAUSE.format(iri=iri))),
        said=_said(dataset, iri, on),
    )


def _reports(dataset: Dataset, iri: str) -> tuple[Report, ...]:
    parties: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in select(dataset, _PARTIES.format(iri=iri)):
        parties[row["x"], row["role"]].append(row["name"])
    attendees, chair, location = (
        {row["x"]: tuple(sorted(parties[row["x"], role])) for row in select(dataset, _TOLD.format(iri=iri))}
        for role in ("attendee", "chair", "location")
    )
    found = (
        Report(
            iri=row["x"], words=row["words"], kind=row["kind"], on=row.get("on"), attendees=attendees[row["x"]],
            chair=chair[row["x"]], location=location[row["x"]], article=row["article"], outlet=row.get("outlet"),
            title=row.get("title"), url=row.get("url"), published=row.get("published"),
            order=(row.get("from", ""), row["article"], int(row["start"]), row["x"]),
        )
        for row in select(dataset, _TOLD.format(iri=iri))
    )  # fmt: skip
    return tuple(sorted(found, key=lambda report: report.order))


def _differences(rows: Sequence[Row]) -> tuple[Difference, ...]:
    told: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for row in rows:
        name = row["property"].rpartition("#")[2].rpartition("/")[2]
        told[_WORDS.get(name, name)][row["says"]].add(row["article"])
    return tuple(
        Difference(what, tuple(Account(says, tuple(sorted(articles))) for says, articles in sorted(accounts.items())))
        for what, accounts in sorted(told.items())
    )


def _said(dataset: Dataset, iri: str, on: date) -> tuple[Life, ...]:
    """What was undertaken there by all reports, with what became of it."""
    rows = select(dataset, _SAID.format(iri=iri))
    wanted = {row["x"] for row in rows}
    articles = sorted({row["article"] for row in rows})
    found = [
        one
        for article in articles
        for one in undertakings(dataset, Choice(kinds=tuple(KINDS), article=article))
        if one.iri in wanted
    ]
    return tuple(followed(dataset, sorted(found, key=lambda one: one.order), on))
