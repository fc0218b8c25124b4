"""`/api/life?iri=`: the life of a commitment, `iri` being that of any fact in it; `on`: the day of its status."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from camket.graph.errors import UsageError
from camket.graph.search.life import life
from camket.graph.search.reasons import Reasons
from camket.graph.server.api import parameters
from camket.graph.server.api.holders import name_holders
from camket.graph.server.api.reading import opened
from camket.graph.server.context import Context


def routes(context: Context) -> list[BaseRoute]:
    """The route `/api/life`."""

    def told(request: Request) -> Response:
        given = request.query_params
        iri, on = parameters.thing(given, context.base), parameters.day(given, "on")
        dataset = context.snapshot().dataset
        try:
            with opened(context) as index:
                found = life(index, Reasons(dataset.store, context.base), iri, on)
        except UsageError as error:
            raise HTTPException(404, str(error)) from error
        facts = [found["fact"], *(entry["fact"] for entry in found["entries"])]
        name_holders(dataset, [(fact["article"]["iri"], fact) for fact in facts])
        return JSONResponse(found)

    return [Route("/api/life", told)]
