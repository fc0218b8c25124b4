"""The SPARQL 1.1 Protocol at `/sparql`: queries by GET and POST, updates refused, a Service Description without one.

The default graph is the union of all graphs, unless `default-graph-uri`, `named-graph-uri` or the query's own FROM say
otherwise. The project's prefixes need no declaring.
"""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from camket.graph.server.answers import answer
from camket.graph.server.context import Context
from camket.graph.server.service_description import describe_service
from camket.graph.server.sparql_request import read_query

PATHS = ("/sparql", "/sparql/")


def routes(context: Context) -> list[BaseRoute]:
    """The endpoint."""

    async def sparql(request: Request) -> Response:
        query = await read_query(request, context.settings.largest_request)
        if query is None:
            return describe_service(context, request)
        return await answer(context, request, query)

    return [Route(path, sparql, methods=["GET", "POST"]) for path in PATHS]
