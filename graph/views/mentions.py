"""Where something is mentioned: article by article, with the words around its first mention there."""

import re
from collections import defaultdict
from dataclasses import dataclass

from camket.graph.store import Dataset
from camket.graph.views.rows import iri_list, select

CHARACTERS_AROUND = 60  # on either side of the first mention
QUOTED_ARTICLES = 50  # the first so many articles get a quote: each one has to be read for it

_QUERY = """SELECT DISTINCT ?span ?source ?article ?published ?from ?title WHERE {{
  <{iri}> ck:mention ?span .
  BIND (IRI(STRBEFORE(STR(?span), "#char=")) AS ?source)
  ?source dcterms:identifier ?article .
  OPTIONAL {{ ?source schema:datePublished ?published }} OPTIONAL {{ ?source ck:dateFrom ?from }}
  OPTIONAL {{ ?source schema:headline ?title }}
}}"""
_TEXTS = "SELECT ?source ?text WHERE {{ VALUES ?source {{ {sources} }} ?source schema:articleBody ?text }}"
_SPAN = re.compile(r"#char=(\d+),(\d+)\Z")


@dataclass(frozen=True, slots=True)
class Mention:
    """An article that mentions a thing, how often, and the words around the first time (None without a stored text)."""

    article: str
    published: str | None
    title: str | None
    times: int
    quote: str | None


def mentions(dataset: Dataset, iri: str) -> list[Mention]:
    """The articles that mention the thing `iri`, by date and id."""
    spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
    articles: dict[str, tuple[str, str, str | None, str | None]] = {}
    for row in select(dataset, _QUERY.format(iri=iri)):
        if found := _SPAN.search(row["span"]):
            spans[row["source"]].append((int(found[1]), int(found[2])))
            articles[row["source"]] = (row.get("from", ""), row["article"], row.get("published"), row.get("title"))
    ordered = sorted(articles, key=lambda source: (articles[source][:2], source))
    texts = _texts(dataset, ordered[:QUOTED_ARTICLES])
    return [
        Mention(
            article, published, title, len(spans[source]), _quote(texts.get(source), min(spans[source]))
        )
        for source in ordered
        for _, article, published, title in [articles[source]]
    ]  # fmt: skip


def _texts(dataset: Dataset, sources: list[str]) -> dict[str, str]:
    rows = select(dataset, _TEXTS.format(sources=iri_list(sources)))
    return {row["source"]: row["text"] for row in rows}


def _quote(text: str | None, span: tuple[int, int]) -> str | None:
    """The words around `span` on one line, with ellipses where it was cut; cut between words."""
    if text is None:
        return None
    first, last = max(0, span[0] - CHARACTERS_AROUND), min(len(text), span[1] + CHARACTERS_AROUND)
    while first > 0 and not text[first - 1].isspace():
        first -= 1
    while last < len(text) and not text[last].isspace():
        last += 1
    words = " ".join(text[first:last].split())
    return f"{'… ' if first else ''}{words}{' …' if last < len(text) else ''}"
