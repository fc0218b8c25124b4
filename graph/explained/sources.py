"""Where what is told comes from: the article, and a fact in one line."""

from dataclasses import dataclass
from typing import Final

from camket.graph.store import Dataset
from camket.graph.views.rows import Row, iri_list, select

_ARTICLE: Final = """SELECT ?article ?id ?title ?outlet ?published ?url ?text WHERE {{
  VALUES ?article {{ {articles} }} ?article dcterms:identifier ?id .
  OPTIONAL {{ ?article schema:headline ?title }} OPTIONAL {{ ?article schema:publisher ?outlet }}
  OPTIONAL {{ ?article schema:datePublished ?published }} OPTIONAL {{ ?article schema:url ?url }}
  OPTIONAL {{ ?article schema:articleBody ?text }} }}"""
_TOLD: Final = """SELECT ?fact ?id ?published ?from ?words ?rule WHERE {{
  VALUES ?fact {{ {facts} }}
  ?fact prov:wasDerivedFrom ?article ; ck:evidence/oa:hasSelector/oa:exact ?words .
  ?article dcterms:identifier ?id .
  OPTIONAL {{ ?article schema:datePublished ?published }} OPTIONAL {{ ?article ck:dateFrom ?from }}
  OPTIONAL {{ ?fact ck:rule ?rule }} }}"""


@dataclass(frozen=True, slots=True)
class Source:
    """An article; what is not known of it is None. text: None where the store does not keep it."""

    iri: str
    id: str
    title: str | None
    outlet: str | None
    published: str | None
    url: str | None
    text: str | None


@dataclass(frozen=True, slots=True)
class Told:
    """A fact in one line: its words, its article and day, the rule that led to it."""

    iri: str
    article: str
    published: str | None
    words: str
    rule: str | None


def source(dataset: Dataset, article: str) -> Source:
    """The article with an IRI."""
    row: Row = next(iter(select(dataset, _ARTICLE.format(articles=iri_list([article])))), {"id": article})
    names = ("title", "outlet", "published", "url", "text")
    return Source(article, row["id"], *(row.get(name) for name in names))


def told(dataset: Dataset, facts: list[str]) -> list[Told]:
    """Those of the IRIs that are facts, the earliest published first."""
    if not facts:
        return []
    rows = select(dataset, _TOLD.format(facts=iri_list(sorted(set(facts)))))
    rows.sort(key=lambda row: (row.get("from", ""), row["id"], row["fact"]))
    return [Told(r["fact"], r["id"], r.get("published"), r["words"], r.get("rule")) for r in rows]
