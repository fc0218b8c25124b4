"""`/api/entity?iri=`: what is told of a person, body or place; `/api/entity/facts` more of one section.

`section` is one of `entity.SECTIONS` or `mentions`; `offset` says how many rows are already there.
"""

import sqlite3
from dataclasses import asdict
from typing import Any, Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from camket.graph.queries.named import is_iri
from camket.graph.search import entity, things
from camket.graph.search.labels import Labels
from camket.graph.server.api import parameters
from camket.graph.server.api.holders import name_holders
from camket.graph.server.api.reading import opened
from camket.graph.server.context import Context
from camket.graph.store import Dataset
from camket.graph.views.rows import select
from camket.graph.views.succession import fate
from camket.graph.views.tenures import resolutions, tenures

FIRST_ROWS: Final = 8
MORE_ROWS: Final = 30
_FARTHEST: Final = 1_000_000
_NOBODY: Final = 0

_MENTIONS: Final = "mentions"
_ABOUT: Final = """SELECT DISTINCT ?property ?value ?name WHERE {{
  {{ <{iri}> skos:altLabel ?value BIND ("aliases" AS ?property) }} UNION
  {{ <{iri}> rdfs:label ?value FILTER (LANG(?value) = "en") BIND ("english" AS ?property) }} UNION
  {{ <{iri}> a ?value FILTER (STRSTARTS(STR(?value), STR(ck:))) BIND ("classes" AS ?property) }} UNION
  {{ <{iri}> org:subOrganizationOf|schema:containedInPlace ?value BIND ("within" AS ?property) }} UNION
  {{ ?value org:subOrganizationOf <{iri}> BIND ("parts" AS ?property) }} UNION
  {{ <{iri}> ck:jurisdiction ?value BIND ("jurisdiction" AS ?property) }}
  OPTIONAL {{ ?value skos:prefLabel ?name }}
}} ORDER BY ?name ?value LIMIT 200"""


def routes(context: Context) -> list[BaseRoute]:
    """The routes under `/api/entity`."""

    def page(request: Request) -> Response:
        iri = parameters.thing(request.query_params, context.base)
        dataset = context.snapshot().dataset
        with opened(context) as index:
            known = entity.number(index, iri)
            found = {**_named(index, dataset, iri), **_about(dataset, iri), **_told(index, known or _NOBODY)}
        for facts in found["sections"].values():
            name_holders(dataset, [(fact["article"]["iri"], fact) for fact in facts])
        return JSONResponse({**found, **_in_time(dataset, iri)})

    def more(request: Request) -> Response:
        given = request.query_params
        iri, name = parameters.thing(given, context.base), given.get("section", "")
        offset = parameters.number(given, "offset", 0, _FARTHEST)
        with opened(context) as index:
            rows: Any = _section(index, _known(index, iri), name, MORE_ROWS, offset)
        if name != _MENTIONS:
            name_holders(context.snapshot().dataset, [(fact["article"]["iri"], fact) for fact in rows])
        return JSONResponse({"rows": rows})

    return [Route("/api/entity", page), Route("/api/entity/facts", more)]


def _named(index: sqlite3.Connection, dataset: Dataset, iri: str) -> things.Found:
    """The thing; one of the reference data may be spoken of by no article."""
    found = things.get(index, iri)
    if found is None:
        named = Labels(dataset.store).named(iri) if is_iri(iri) else None
        if named is None:
            raise HTTPException(404, f"nothing in the graph has the IRI {iri}")
        found = things.Found(iri=iri, name=named.name, kind=named.kind, articles=0)
    return found


def _known(index: sqlite3.Connection, iri: str) -> int:
    known = entity.number(index, iri)
    if known is None:
        raise HTTPException(404, f"no article in the graph speaks of {iri}")
    return known


def _told(index: sqlite3.Connection, thing: int) -> dict[str, Any]:
    counts = entity.counts(index, thing)
    return {
        "tenures": entity.tenures(index, thing),
        "met": entity.met(index, thing),
        "counts": counts,
        "sections": {name: _section(index, thing, name, FIRST_ROWS, 0) for name in counts},
        _MENTIONS: entity.mentions(index, thing, limit=FIRST_ROWS),
    }


def _section(index: sqlite3.Connection, thing: int, name: str, limit: int, offset: int) -> Any:
    if name == _MENTIONS:
        return entity.mentions(index, thing, limit=limit, offset=offset)
    return entity.section(index, thing, name, limit=limit, offset=offset)


def _in_time(dataset: Dataset, iri: str) -> dict[str, Any]:
    """What articles say together: what came before and after a body, who came before and after the holder of a post."""
    if not is_iri(iri):
        return {}
    return {
        "fate": asdict(fate(dataset, iri)),
        "order": [asdict(tenure) for tenure in tenures(dataset, iri)],
        "nameless": [asdict(one) for one in resolutions(dataset, iri)],
    }


def _about(dataset: Dataset, iri: str) -> dict[str, Any]:
    """What the graph says of the thing itself; of a list of things each with its name."""
    about: dict[str, Any] = {
        "aliases": [],
        "english": None,
        "classes": [],
        "within": [],
        "parts": [],
        "jurisdiction": [],
    }
    for row in select(dataset, _ABOUT.format(iri=iri)) if is_iri(iri) else ():
        name, value = row["property"], row["value"]
        if name == "english":
            about[name] = value
        elif name == "aliases":
            about[name].append(value)
        elif name == "classes":
            about[name].append(value.rpartition("#")[2])
        else:
            about[name].append({"iri": value, "name": row.get("name", value)})
    return about
