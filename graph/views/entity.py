"""A person's, body's, place's, group's or post's page: all that the graph says of it, with the articles' own words."""

from dataclasses import dataclass

from camket.graph.lookup import Match
from camket.graph.store import Dataset
from camket.graph.views.figures import MEASURES, Figure
from camket.graph.views.mentions import Mention, mentions
from camket.graph.views.rows import Row, select
from camket.graph.views.succession import Fate, fate
from camket.graph.views.tenures import Resolution, Tenure, resolutions, tenures
from camket.graph.views.undertakings import KINDS, Choice, Undertaking, figures, undertakings

_ABOUT = """SELECT DISTINCT ?property ?value WHERE {{
  {{ <{iri}> skos:altLabel ?value BIND ("alias" AS ?property) }} UNION
  {{ <{iri}> rdfs:label ?value FILTER (LANG(?value) = "en") BIND ("english" AS ?property) }} UNION
  {{ <{iri}> a ?value FILTER (STRSTARTS(STR(?value), STR(ck:))) BIND ("class" AS ?property) }} UNION
  {{ <{iri}> org:subOrganizationOf|schema:containedInPlace|org:postIn ?w . ?w skos:prefLabel ?value
     BIND ("within" AS ?property) }} UNION
  {{ <{iri}> ck:jurisdiction ?j . ?j skos:prefLabel ?value BIND ("jurisdiction" AS ?property) }}
}}"""
_POSTS = """SELECT DISTINCT ?x ?who ?role ?body ?post ?former ?on ?from ?article ?words WHERE {{
  {{ ?x org:member <{iri}> }} UNION {{ ?x org:organization <{iri}> }} UNION {{ ?x ck:post <{iri}> }}
  ?x a org:Membership ; org:member/skos:prefLabel ?who ; org:role/skos:prefLabel ?role .
  OPTIONAL {{ ?x org:organization/skos:prefLabel ?body }}
  OPTIONAL {{ ?x ck:post/skos:prefLabel ?post }}
  OPTIONAL {{ ?x ck:former ?former }}
  OPTIONAL {{ ?x ck:attestedOn ?on }} OPTIONAL {{ ?x ck:dateFrom ?from }}
  ?x prov:wasDerivedFrom/dcterms:identifier ?article ; ck:evidence/oa:hasSelector/oa:exact ?words .
}}"""
_RANKS = """SELECT DISTINCT ?x ?rank ?on ?from ?article WHERE {{
  ?x ck:holder <{iri}> ; ck:rank/skos:prefLabel ?rank ; prov:wasDerivedFrom/dcterms:identifier ?article .
  OPTIONAL {{ ?x ck:attestedOn ?on }} OPTIONAL {{ ?x ck:dateFrom ?from }}
}}"""
# Facts that are told by their words alone: property that leads to the entity, and what else is worth a column.
_FACTS = """SELECT DISTINCT ?x ?words ?start ?kind ?cue ?on ?from ?published ?article WHERE {{
  {pattern}
  ?x ck:evidence/oa:hasSelector ?selector ; prov:wasDerivedFrom ?source .
  ?selector oa:exact ?words ; oa:start ?start .
  ?source dcterms:identifier ?article .
  OPTIONAL {{ ?x ck:cue ?cue }}
  OPTIONAL {{ ?source schema:datePublished ?published }} OPTIONAL {{ ?source ck:dateFrom ?from }}
  OPTIONAL {{ ?x {dated} ?on }}
}}"""
_STATEMENTS = "?x a ck:Statement . {{ ?x ck:speaker <{iri}> }} UNION {{ ?x ck:onBehalfOf <{iri}> }}"
_EVENTS = """?x a schema:Event , ?class ; schema:attendee|schema:organizer|schema:location <{iri}> .
  FILTER (STRSTARTS(STR(?class), STR(ck:))) BIND (STRAFTER(STR(?class), "#") AS ?kind)"""
_REFUSALS = "?x a ck:Refusal ; ck:actor <{iri}> ."
_ASSESSMENTS = """?x a ck:StatusAssessment ; ck:actor <{iri}> ; ck:outcome ?outcome .
  BIND (STRAFTER(STR(?outcome), "#") AS ?kind)"""
_OBSERVATIONS = "?x a ck:Observation ; ck:of <{iri}> ."


@dataclass(frozen=True, slots=True)
class Holding:
    """A post as one article attests it; `post` names it whole, role and body."""

    who: str
    post: str
    role: str
    body: str | None
    former: bool
    attested: str | None
    article: str
    words: str


@dataclass(frozen=True, slots=True)
class Rank:
    """A rank as one article attests it."""

    rank: str
    attested: str | None
    article: str


@dataclass(frozen=True, slots=True)
class Told:
    """A statement, event, refusal, observation or assessment, in its words; `on` is when it was said, held or done."""

    iri: str
    words: str
    kind: str | None
    cue: str | None
    on: str | None
    published: str | None
    article: str
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class EntityPage:
    """All that is known of one thing. `commitments` are its own; `gains` those made to it; `stated` what it stated."""

    name: str
    kind: str
    iri: str
    english: str | None
    classes: tuple[str, ...]
    aliases: tuple[str, ...]
    within: tuple[str, ...]
    jurisdiction: tuple[str, ...]
    fate: Fate
    posts: tuple[Holding, ...]
    tenures: tuple[Tenure, ...]
    resolved: tuple[Resolution, ...]
    ranks: tuple[Rank, ...]
    commitments: tuple[Undertaking, ...]
    tasks: tuple[Undertaking, ...]
    gains: tuple[Undertaking, ...]
    stated: tuple[Undertaking, ...]
    refusals: tuple[Told, ...]
    statements: tuple[Told, ...]
    events: tuple[Told, ...]
    assessments: tuple[Told, ...]
    observations: tuple[Told, ...]
    mentions: tuple[Mention, ...]


def entity_page(dataset: Dataset, match: Match) -> EntityPage:
    """The page of one thing that `lookup.find` found; every section by date, article and place in the text."""
    iri = match.iri
    about = select(dataset, _ABOUT.format(iri=iri))
    english = _values(about, "english")
    everything = tuple(KINDS)
    stated = undertakings(dataset, Choice(kinds=everything, stated_by=[iri]))
    numbers = select(dataset, MEASURES.format(chosen=_OBSERVATIONS.format(iri=iri)))
    return EntityPage(
        name=match.name,
        kind=match.kind,
        iri=iri,
        english=english[0] if english else None,
        classes=tuple(value.rpartition("#")[2] for value in _values(about, "class")),
        aliases=_values(about, "alias"),
        within=_values(about, "within"),
        jurisdiction=_values(about, "jurisdiction"),
        fate=fate(dataset, iri),
        posts=_posts(dataset, iri),
        tenures=tenures(dataset, iri),
        resolved=resolutions(dataset, iri),
        ranks=_ranks(dataset, iri),
        commitments=tuple(undertakings(dataset, Choice(by=[iri]))),
        tasks=tuple(undertakings(dataset, Choice(kinds=("directive", "expectation"), by=[iri]))),
        gains=tuple(undertakings(dataset, Choice(kinds=everything, to=[iri]))),
        stated=tuple(undertaking for undertaking in stated if match.name not in undertaking.who),
        refusals=_told(dataset, _REFUSALS, iri, "ck:saidOn"),
        statements=_told(dataset, _STATEMENTS, iri, "ck:saidOn"),
        events=_told(dataset, _EVENTS, iri, "schema:startDate"),
        assessments=_told(dataset, _ASSESSMENTS, iri, "ck:doneOn"),
        observations=_told(dataset, _OBSERVATIONS, iri, "ck:saidOn", numbers),
        mentions=tuple(mentions(dataset, iri)),
    )


def _values(rows: list[Row], name: str) -> tuple[str, ...]:
    return tuple(sorted({row["value"] for row in rows if row["property"] == name}))


def _posts(dataset: Dataset, iri: str) -> tuple[Holding, ...]:
    rows = select(dataset, _POSTS.format(iri=iri))
    rows.sort(key=lambda r: (r.get("from", ""), r["article"], r["x"]))
    return tuple(
        Holding(
            row["who"], row.get("post", row["role"]), row["role"], row.get("body"), row.get("former") == "true",
            row.get("on"), row["article"], row["words"],
        )
        for row in rows
    )  # fmt: skip


def _ranks(dataset: Dataset, iri: str) -> tuple[Rank, ...]:
    rows = select(dataset, _RANKS.format(iri=iri))
    rows.sort(key=lambda r: (r.get("from", ""), r["article"], r["x"]))
    return tuple(Rank(row["rank"], row.get("on"), row["article"]) for row in rows)


def _told(dataset: Dataset, pattern: str, iri: str, dated: str, numbers: list[Row] | None = None) -> tuple[Told, ...]:
    rows = select(dataset, _FACTS.format(pattern=pattern.format(iri=iri), dated=dated))
    rows.sort(key=lambda r: (r.get("from", ""), r["article"], int(r["start"]), r["x"]))
    return tuple(
        Told(
            row["x"], row["words"], row.get("kind"), row.get("cue"), row.get("on"), row.get("published"),
            row["article"], figures(number for number in numbers or [] if number["x"] == row["x"]),
        )
        for row in rows
    )  # fmt: skip
