"""The articles that facts stand in: outlet, headline and address."""

from dataclasses import dataclass

from camket.graph.store import Dataset
from camket.graph.views.rows import select

_SOURCES = """SELECT DISTINCT ?article ?outlet ?title ?url WHERE {
  ?x a schema:NewsArticle ; dcterms:identifier ?article .
  OPTIONAL { ?x schema:publisher ?outlet }
  OPTIONAL { ?x schema:headline ?title }
  OPTIONAL { ?x schema:url ?url }
}"""


@dataclass(frozen=True, slots=True)
class Source:
    """An article; "" for what is not known of it. url: nothing but an address that can be written as it is."""

    outlet: str = ""
    title: str = ""
    url: str = ""


def sources(dataset: Dataset) -> dict[str, Source]:
    """All articles by their ids."""
    return {
        row["article"]: Source(row.get("outlet", ""), row.get("title", ""), _address(row.get("url", "")))
        for row in select(dataset, _SOURCES)
    }


def _address(url: str) -> str:
    return url if url.isprintable() and not set(url) & set(' <>"') else ""
