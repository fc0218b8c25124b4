"""Commitments: `/api/commitments` the rows, `/api/commitments/facets` the counts beside them, and both as files.

Filters are the parameters of `parameters.choice`; `sort`, `after` (what a page gave as `next`) and `limit` choose rows,
`facet` and `find` the values of one facet.
"""

from functools import lru_cache
from pathlib import Path
from typing import Final

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from camket.graph.search import commitments, facets
from camket.graph.search.choice import Choice
from camket.graph.server.api import downloads, parameters
from camket.graph.server.api.holders import name_holders
from camket.graph.server.api.reading import opened
from camket.graph.server.context import Context

ROWS: Final = 50
MOST_ROWS: Final = 500
_MOST_VALUES: Final = 200
_REMEMBERED: Final = 256


def routes(context: Context) -> list[BaseRoute]:
    """The routes under `/api/commitments`."""
    counted = _Counted(context)

    def rows(request: Request) -> Response:
        given = request.query_params
        limit = max(1, parameters.number(given, "limit", ROWS, MOST_ROWS))
        choice, sort = parameters.choice(given), given.get("sort", commitments.NEWEST_FIRST)
        with opened(context) as index:
            page = commitments.page(index, choice, sort=sort, after=given.get("after", ""), limit=limit)
        name_holders(context.snapshot().dataset, [(fact["article"]["iri"], fact) for fact in page["rows"]])
        return JSONResponse({"total": counted.count(choice), **page})

    def counts(request: Request) -> Response:
        given = request.query_params
        choice, name = parameters.choice(given), given.get("facet")
        if name is None:
            return JSONResponse(counted.all_facets(choice))
        limit = parameters.number(given, "limit", facets.VALUES, _MOST_VALUES)
        with opened(context) as index:
            return JSONResponse({name: facets.facet(index, choice, name, find=given.get("find", ""), limit=limit)})

    files = [Route(f"/api/commitments.{suffix}", downloads.route(context, suffix)) for suffix in downloads.WRITERS]
    return [Route("/api/commitments", rows), Route("/api/commitments/facets", counts), *files]


class _Counted:
    """Counts, remembered while a snapshot is shown: the same ones are asked for again and again."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._count = lru_cache(_REMEMBERED)(self._count_of)
        self._facets = lru_cache(_REMEMBERED)(self._facets_of)

    def count(self, choice: Choice) -> int:
        """How many there are."""
        return self._count(self._context.snapshot().index, choice)

    def all_facets(self, choice: Choice) -> dict[str, list[facets.Value]]:
        """The values of every facet."""
        return self._facets(self._context.snapshot().index, choice)

    def _count_of(self, path: Path, choice: Choice) -> int:
        with opened(self._context) as index:
            return commitments.count(index, choice)

    def _facets_of(self, path: Path, choice: Choice) -> dict[str, list[facets.Value]]:
        with opened(self._context) as index:
            return facets.every_facet(index, choice)
