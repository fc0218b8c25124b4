"""What a store says is the same in several articles, and what followed from what, read through SPARQL."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from camket.graph.evaluation.account import Extent
from camket.graph.evaluation.likeness import overlap, same_name
from camket.graph.evaluation.link_annotations import RELATIONS, Clause, Link, Named
from camket.graph.store import Dataset
from camket.graph.views.rows import Row, select
from camket.ontology.namespaces import PREFIXES

SAME_CLAUSE: Final = 0.6
"""Two clauses are one from this share of the shorter on."""

_PREFIXES: Final = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
_NAMES: Final = """SELECT DISTINCT ?doc ?x ?name WHERE {
    GRAPH ?article { ?article dcterms:identifier ?doc ; schema:mentions ?x }
    ?x a %s ; skos:prefLabel|skos:altLabel ?name }"""
_SPAN: Final = "?x ck:evidence ?span . ?span oa:hasSelector ?at . ?at oa:start ?start ; oa:end ?end ."
_EVENTS: Final = f"""SELECT DISTINCT ?doc ?x ?start ?end ?occasion WHERE {{
    GRAPH ?article {{ ?article dcterms:identifier ?doc . ?x a schema:Event . {_SPAN} }}
    OPTIONAL {{ ?x ck:reports ?occasion }} }}"""
_UNDERTAKINGS: Final = f"""SELECT DISTINCT ?doc ?start ?end WHERE {{
    VALUES ?class {{ ck:Pledge ck:Goal ck:Directive ck:Expectation }}
    GRAPH ?article {{ ?article dcterms:identifier ?doc . ?x a ?class . {_SPAN} }} }}"""
_SILENT: Final = f"""SELECT DISTINCT ?doc ?start ?end WHERE {{
    VALUES ?class {{ ck:Pledge ck:Goal ck:Directive ck:Expectation }}
    GRAPH ?article {{ ?article dcterms:identifier ?doc . ?x a ?class ; ck:due ?due . {_SPAN} }}
    FILTER NOT EXISTS {{ VALUES ?told {{ {" ".join(f"ck:{one}" for one in RELATIONS if one != "restates")} }}
        ?later ?told ?x }} }}"""
_LINKS: Final = f"""SELECT DISTINCT ?p ?xdoc ?xstart ?xend ?xwords ?ydoc ?ystart ?yend ?ywords WHERE {{
    VALUES ?p {{ {" ".join(f"ck:{one}" for one in RELATIONS)} }}
    ?x ?p ?y ; ck:evidence ?xs . ?xs oa:hasSource/dcterms:identifier ?xdoc ; oa:hasSelector ?xat .
    ?xat oa:start ?xstart ; oa:end ?xend ; oa:exact ?xwords .
    ?y ck:evidence ?ys . ?ys oa:hasSource/dcterms:identifier ?ydoc ; oa:hasSelector ?yat .
    ?yat oa:start ?ystart ; oa:end ?yend ; oa:exact ?ywords }}"""
_HOLDERS: Final = """SELECT DISTINCT ?doc ?mention ?holder WHERE {
    ?resolution a ck:PostResolution ; prov:wasDerivedFrom ?article ; ck:post ?post ; ck:holder ?holder .
    ?article dcterms:identifier ?doc . ?post ck:mention ?mention .
    FILTER (STRSTARTS(STR(?mention), CONCAT(STR(?article), "#"))) }"""


NamesOf: TypeAlias = Mapping[str, Mapping[str, frozenset[str]]]
"""Article to name (folded) to what bears it there."""


def same_clause(one: Extent, other: Extent) -> bool:
    """Whether two extents are one clause, wherever exactly each ends."""
    both = overlap(one, other)
    return both > 0 and both >= SAME_CLAUSE * min(one[1] - one[0], other[1] - other[0])


def folded_name(name: str) -> str:
    """A name as names are looked up here: without case, words apart by one space."""
    return " ".join(name.casefold().split())


@dataclass(frozen=True, slots=True)
class LinkAnswers:
    """The graph's side: what bears a name in an article, which occasion a clause reports, and the links."""

    people: NamesOf
    bodies: NamesOf
    events: dict[str, list[tuple[Extent, str]]]
    links: list[Link]
    undertakings: dict[str, list[Extent]]
    silent: dict[str, list[Extent]]
    holders: dict[str, list[tuple[Extent, str]]]

    def person(self, named: Named) -> frozenset[str]:
        """What bears a person's name in an article."""
        return self.people.get(named.article, {}).get(folded_name(named.name), frozenset())

    def body(self, named: Named) -> frozenset[str]:
        """What bears a body's name in an article; where nothing does, what bears nearly the same name."""
        names = self.bodies.get(named.article, {})
        if exact := names.get(folded_name(named.name)):
            return exact
        return frozenset[str]().union(*(found for name, found in names.items() if same_name(name, named.name)))

    def occasions(self, clause: Clause) -> frozenset[str]:
        """The occasions that a clause reports; an event that is not said to report one is its own."""
        found = self.events.get(clause.article, [])
        return frozenset(occasion for extent, occasion in found if same_clause(extent, clause.extent))

    def holders_of(self, clause: Clause) -> frozenset[str]:
        """Whom the posts in a clause are said to stand for."""
        found = self.holders.get(clause.article, [])
        return frozenset(holder for extent, holder in found if overlap(extent, clause.extent))

    def undertaken(self, clause: Clause) -> bool:
        """Whether a clause was taken for an undertaking."""
        return any(same_clause(extent, clause.extent) for extent in self.undertakings.get(clause.article, []))

    def overdue(self, clause: Clause) -> bool:
        """Whether, long after, a clause is an undertaking past its day of which nothing was reported."""
        return any(same_clause(extent, clause.extent) for extent in self.silent.get(clause.article, []))


def read_link_answers(dataset: Dataset) -> LinkAnswers:
    """All that the graph says of several articles together."""
    events, holders = defaultdict(list), defaultdict(list)
    undertakings, silent = (_extents(dataset, query) for query in (_UNDERTAKINGS, _SILENT))
    for row in _rows(dataset, _EVENTS):
        events[row["doc"]].append((_extent(row), row.get("occasion", row["x"])))
    for row in _rows(dataset, _HOLDERS):
        start, end = row["mention"].rpartition("#char=")[2].split(",")[:2]
        holders[row["doc"]].append(((int(start), int(end)), row["holder"]))
    links = [Link(row["p"].rpartition("#")[2], _clause(row, "x"), _clause(row, "y")) for row in _rows(dataset, _LINKS)]
    people, bodies = (_named(dataset, kind) for kind in ("foaf:Person", "org:Organization"))
    return LinkAnswers(people, bodies, dict(events), links, undertakings, silent, dict(holders))


def _rows(dataset: Dataset, query: str) -> list[Row]:
    return select(dataset, _PREFIXES + query)


def _named(dataset: Dataset, kind: str) -> NamesOf:
    found: dict[str, dict[str, frozenset[str]]] = defaultdict(lambda: defaultdict(frozenset))
    for row in _rows(dataset, _NAMES % kind):
        found[row["doc"]][folded_name(row["name"])] |= {row["x"]}
    return found


def _extents(dataset: Dataset, query: str) -> dict[str, list[Extent]]:
    found: dict[str, list[Extent]] = defaultdict(list)
    for row in _rows(dataset, query):
        found[row["doc"]].append(_extent(row))
    return found


def _extent(row: Row, of: str = "") -> Extent:
    return int(row[f"{of}start"]), int(row[f"{of}end"])


def _clause(row: Row, of: str) -> Clause:
    return Clause(row[f"{of}doc"], _extent(row, of), row[f"{of}words"])
