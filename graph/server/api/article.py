"""`/api/article?iri=`: an article with its text, where it may be shown, and every fact in it, the ledger's included."""

import sqlite3
from typing import Any, TypedDict

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from camket.graph.search import reading, things
from camket.graph.search.facts import ShownFact, Source, Thing, link, shown
from camket.graph.search.labels import Labels
from camket.graph.server.api import parameters
from camket.graph.server.api.holders import name_holders
from camket.graph.server.api.reading import opened
from camket.graph.server.context import Context


class Mentioned(Thing):
    """Somebody or something that the article mentions: where first, in code points, and how often."""

    start: int
    times: int


class Article(TypedDict):
    """`text` is None where it is not kept or not shown; `facts` are in text order."""

    article: Source
    text: str | None
    facts: list[ShownFact]
    mentions: list[Mentioned]


def routes(context: Context) -> list[BaseRoute]:
    """The route `/api/article`."""

    def article(request: Request) -> Response:
        iri = parameters.thing(request.query_params, context.base)
        store = context.snapshot().dataset.store
        entry = reading.read(store, iri, Labels(store)) if parameters.is_article(iri, context.base) else None
        if entry is None:
            raise HTTPException(404, f"no article in the graph has the IRI {iri}")
        with opened(context) as index:
            found = _article(index, entry)
        name_holders(context.snapshot().dataset, [(iri, fact) for fact in found["facts"]])
        return JSONResponse(found)

    return [Route("/api/article", article)]


def _article(index: sqlite3.Connection, entry: reading.Entry) -> Article:
    known: dict[str, Thing] = {}

    def thing(iri: str) -> Thing:
        if iri not in known:
            found = things.get(index, iri)
            known[iri] = Thing(iri=iri, name=found["name"] if found else iri, kind=found["kind"] if found else "")
        return known[iri]

    def fact(one: reading.Fact) -> ShownFact:
        parts = {role: [thing(iri) for iri in iris] for role, iris in one.parts.items()}
        return shown(one.iri, one.kind, one.start, one.end, one.quote, one.details, parts)

    facts = [fact(one) for one in entry.facts]
    link(index, facts)
    mentions: list[Any] = [
        {**thing(iri), "start": start, "times": times} for iri, (start, times) in entry.mentions.items()
    ]
    source = Source(
        iri=entry.iri,
        id=entry.identifier,
        title=entry.title,
        outlet=entry.outlet,
        published=entry.published,
        url=entry.url,
    )
    return Article(
        article=source,
        text=entry.text,
        facts=facts,
        mentions=sorted(mentions, key=lambda mention: (mention["start"], mention["iri"])),
    )
