"""The page at `/`; where it has not been built, a line that says how to, and where the endpoint is."""

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from camket.graph.server.context import Context

_NOT_BUILT = """The page was not built when Camket was installed (npm could not reach its registry).
Install Camket again where it can: pip install --force-reinstall camket

The SPARQL endpoint is at {url}sparql
"""


def routes(context: Context) -> list[BaseRoute]:
    """The page."""

    def home(request: Request) -> Response:
        return PlainTextResponse(_NOT_BUILT.format(url=request.base_url))

    return [Route("/", home)]


def view_of(path: str) -> str | None:
    """Where the page shows the thing at `path` (`person/Tô_Lâm`, below the base IRI), None where it was not built."""
    return None
