"""The SPARQL 1.1 Graph Store Protocol at `/data`, as far as it reads: GET and HEAD; what would write gets 405.

`/data?graph=IRI` is a graph, also by its name under the base (`?graph=article/ID`); `/data?default` is the default
graph, which is the union of all; `/data/article/ID` is a graph directly.
"""

from typing import Final
from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from camket.graph.queries.named import is_iri
from camket.graph.rdf.iris import path_of_url
from camket.graph.server.answers import answer
from camket.graph.server.context import Context
from camket.graph.server.workers.jobs import Graph

PATH: Final = "/data"


def routes(context: Context) -> list[BaseRoute]:
    """The graph store."""

    async def indirectly(request: Request) -> Response:
        return await answer(context, request, _asked(request, context.base), rows=False)

    async def directly(request: Request) -> Response:
        path = path_of_url(address(request).removeprefix(f"{PATH}/"))
        names = (f"{request.base_url}{PATH.removeprefix('/')}/{path}", context.base + path)
        return await answer(context, request, Graph(names), rows=False)

    return [Route(PATH, indirectly), Route(PATH + "/{path:path}", directly)]


def address(request: Request) -> str:
    """The path of a request as it came, percent-encoded; Starlette's own has lost what was."""
    raw: bytes = request.scope["raw_path"]
    return raw.decode("ascii", "replace")


def _asked(request: Request, base: str) -> Graph:
    """The graph that a request's parameters name."""
    parameters = [(name, value) for name, value in parse_qsl(request.url.query, True) if name in ("graph", "default")]
    if len(parameters) != 1:
        raise HTTPException(400, "name one graph: ?graph=IRI, or ?default for the union of all")
    name, value = parameters[0]
    if name == "default":
        return Graph()
    return Graph((value if is_iri(value) else base + value,))
