"""`/api/things?q=`: people, bodies and places by the beginnings of their names, for a field that completes them."""

from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from camket.graph.search import things
from camket.graph.server.api import parameters
from camket.graph.server.api.reading import opened
from camket.graph.server.context import Context

ROWS: Final = 8
MOST_ROWS: Final = 50
LONGEST: Final = 200


def routes(context: Context) -> list[BaseRoute]:
    """The route `/api/things`."""

    def found(request: Request) -> Response:
        given = request.query_params
        typed, kinds = given.get("q", ""), tuple(given.getlist("kind")) or things.KINDS
        if len(typed) > LONGEST:
            raise HTTPException(400, f"q=...: {len(typed)} characters; a name has at most {LONGEST}")
        if unknown := sorted(set(kinds) - set(things.KINDS)):
            raise HTTPException(400, f"kind={unknown[0][:40]}: {', '.join(things.KINDS)}")
        limit = parameters.number(given, "limit", ROWS, MOST_ROWS)
        with opened(context) as index:
            return JSONResponse({"rows": things.find(index, typed, kinds=kinds, limit=limit)})

    return [Route("/api/things", found)]
