"""Posts in time: who held which post from when to when, after whom and before whom, and who a nameless holder was."""

from collections.abc import Iterable
from dataclasses import dataclass

from camket.graph.store import Dataset
from camket.graph.views.rows import Row, select
from camket.graph.views.undertakings import KINDS

# What is looked for is found first and handed over by name: within one question the engine begins with every tenure of
# the graph, which takes minutes where there are many.
_TENURES_OF = """SELECT DISTINCT ?node WHERE {{
  {{ ?node ck:holder <{iri}> ; a ck:Tenure }} UNION {{ ?node org:organization <{iri}> ; a ck:Tenure }} UNION
  {{ ?node ck:post <{iri}> ; a ck:Tenure }}
}}"""
_TENURES = """SELECT ?t ?holder ?who ?role ?post ?first ?last ?left ?from ?to
  (COUNT(DISTINCT ?fact) AS ?times) WHERE {{
  VALUES ?t {{ {nodes} }}
  ?t ck:holder ?holder ; org:role/skos:prefLabel ?role ; ck:restsOn ?fact .
  ?holder skos:prefLabel ?who .
  OPTIONAL {{ ?t ck:post/skos:prefLabel ?post }}
  OPTIONAL {{ ?t ck:firstAttested ?first }} OPTIONAL {{ ?t ck:lastAttested ?last }}
  OPTIONAL {{ ?t ck:dateFrom ?from }} OPTIONAL {{ ?t ck:dateBy ?to }}
  OPTIONAL {{ ?t ck:leftBy ?left }}
}} GROUP BY ?t ?holder ?who ?role ?post ?first ?last ?left ?from ?to"""
_OTHERS = """SELECT DISTINCT ?t ?how ?iri ?name ?when WHERE {{
  VALUES ?t {{ {tenures} }}
  {{ ?t ck:precededBy ?other BIND ("before" AS ?how) OPTIONAL {{ ?other ck:lastAttested ?when }} }} UNION
  {{ ?t ck:followedBy ?other BIND ("after" AS ?how) OPTIONAL {{ ?other ck:firstAttested ?when }} }} UNION
  {{ ?conflict ck:between ?t , ?other FILTER (?other != ?t) BIND ("conflict" AS ?how)
     OPTIONAL {{ ?other ck:firstAttested ?when }} }}
  ?other ck:holder ?iri . ?iri skos:prefLabel ?name .
}}"""
_RESOLVED_OF = """SELECT DISTINCT ?node WHERE {{
  {{ ?node ck:holder <{iri}> ; a ck:PostResolution }} UNION {{ ?node ck:post <{iri}> ; a ck:PostResolution }}
}}"""
_RESOLVED = """SELECT DISTINCT ?r ?p ?source ?who ?post ?basis ?reason ?article ?published ?from WHERE {{
  VALUES ?r {{ {nodes} }}
  ?r ck:holder/skos:prefLabel ?who ; ck:post ?p ; ck:basis ?concept ;
    prov:wasDerivedFrom ?source .
  ?concept rdfs:label ?reason FILTER (LANG(?reason) = "en")
  ?p skos:prefLabel ?post .
  ?source dcterms:identifier ?article .
  OPTIONAL {{ ?source schema:datePublished ?published }} OPTIONAL {{ ?source ck:dateFrom ?from }}
  BIND (STRAFTER(STR(?concept), "#") AS ?basis)
}}"""
_UNDERTAKEN = """SELECT DISTINCT ?p ?source ?u ?class ?words ?start WHERE {{
  VALUES ?p {{ {posts} }}
  ?u ck:actor ?p ; prov:wasDerivedFrom ?source ; ck:evidence/oa:hasSelector ?selector ; a ?class .
  FILTER (?class IN ({kinds}))
  ?selector oa:exact ?words ; oa:start ?start .
}}"""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Who held the post before or after, or is told to have held it at the same time; `when` the last or first day."""

    name: str
    iri: str
    when: str | None


@dataclass(frozen=True, slots=True)
class Tenure:
    """That somebody held a post, by `articles` facts: taken up no later than `first`, given up no earlier than `last`.

    left: the day by which it was given up, where an article tells. All three are EDTF dates, None where unknown.
    """

    iri: str
    who: str
    who_iri: str
    post: str
    first: str | None
    last: str | None
    left: str | None
    articles: int
    before: tuple[Neighbour, ...]
    after: tuple[Neighbour, ...]
    conflicts: tuple[Neighbour, ...]


@dataclass(frozen=True, slots=True)
class Undertaken:
    """Something that the holder of a post is to do, in the words of an article that does not name the holder."""

    kind: str
    words: str
    iri: str


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who the holder was whom an article does not name, and what it has the holder undertake.

    basis: why it is known, the local name of the concept; reason: the same for readers.
    """

    who: str
    post: str
    basis: str
    reason: str
    article: str
    published: str | None
    undertaken: tuple[Undertaken, ...]


def tenures(dataset: Dataset, iri: str) -> tuple[Tenure, ...]:
    """The tenures of a person, a body or a post, by post and time."""
    rows = _of(dataset, _TENURES_OF, iri, _TENURES)
    named: dict[str, Row] = {}
    for row in sorted(rows, key=lambda row: (row["t"], row.get("post", ""))):
        named.setdefault(row["t"], row)
    others = _others(dataset, named)
    found = sorted(named.values(), key=lambda row: (row.get("post", row["role"]), row.get("from", "9999"), row["t"]))
    return tuple(_tenure(row, others) for row in found)


def resolutions(dataset: Dataset, iri: str) -> tuple[Resolution, ...]:
    """Where articles tell of a person, or of a post, without the name, by time."""
    found = {row["r"]: row for row in _of(dataset, _RESOLVED_OF, iri, _RESOLVED)}
    undertaken = _undertaken(dataset, {row["p"] for row in found.values()})
    ordered = sorted(found.values(), key=lambda row: (row.get("from", ""), row["article"], row["r"]))
    return tuple(_resolution(row, undertaken.get((row["p"], row["source"]), [])) for row in ordered)


def _of(dataset: Dataset, found_by: str, iri: str, asked: str) -> list[Row]:
    """What `asked` says of the nodes that `found_by` finds for a thing."""
    nodes = " ".join(f"<{row['node']}>" for row in select(dataset, found_by.format(iri=iri)))
    return select(dataset, asked.format(nodes=nodes)) if nodes else []


def _undertaken(dataset: Dataset, posts: Iterable[str]) -> dict[tuple[str, str], list[Row]]:
    """What articles have the holders of posts undertake, by post and article. Asked on its own, which is 100 times as
    fast as within the question for the resolutions."""
    nodes = " ".join(f"<{iri}>" for iri in sorted(posts))
    query = _UNDERTAKEN.format(posts=nodes, kinds=", ".join(KINDS.values()))
    found: dict[tuple[str, str], list[Row]] = {}
    for row in select(dataset, query) if nodes else ():
        found.setdefault((row["p"], row["source"]), []).append(row)
    return found


def _others(dataset: Dataset, found: Iterable[str]) -> dict[tuple[str, str], list[Neighbour]]:
    """The neighbours of tenures, by tenure and how they stand to it."""
    nodes = " ".join(f"<{iri}>" for iri in sorted(found))
    others: dict[tuple[str, str], list[Neighbour]] = {}
    for row in select(dataset, _OTHERS.format(tenures=nodes)) if nodes else ():
        others.setdefault((row["t"], row["how"]), []).append(Neighbour(row["name"], row["iri"], row.get("when")))
    return others


def _tenure(row: Row, others: dict[tuple[str, str], list[Neighbour]]) -> Tenure:
    before, after, conflicts = (
        tuple(sorted(others.get((row["t"], how), ()), key=lambda other: (other.name, other.iri)))
        for how in ("before", "after", "conflict")
    )
    return Tenure(
        row["t"], row["who"], row["holder"], row.get("post", row["role"]), row.get("first"), row.get("last"),
        row.get("left"), int(row["times"]), before, after, conflicts,
    )  # fmt: skip


def _resolution(first: Row, undertaken: list[Row]) -> Resolution:
    told = sorted((int(row["start"]), row["u"], _kind(row["class"]), row["words"]) for row in undertaken)
    return Resolution(
        first["who"], first["post"], first["basis"], first["reason"], first["article"], first.get("published"),
        tuple(Undertaken(kind, words, iri) for _, iri, kind, words in told),
    )  # fmt: skip


def _kind(iri: str) -> str:
    return next(kind for kind, term in KINDS.items() if iri.endswith("#" + term.removeprefix("ck:")))
