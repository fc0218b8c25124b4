"""The server as an ASGI application: the routes of each module, in this order.

How a route is added: write it in the module it belongs to (or a new one, listed in `_MODULES`), which has

    def routes(context: Context) -> list[BaseRoute]

A handler asks `context.snapshot()` once and answers from its `dataset` where that takes milliseconds. Write such a
handler as a plain `def`, and Starlette runs it in a thread. What a
user got wrong is raised as `starlette.exceptions.HTTPException(status, "one line, with the way out")`, or left as the
CamketError it is (UsageError and QueryError become 400, others 503). Headers that protect are added to every answer; a
page brings its own Content-Security-Policy, everything else gets one that allows nothing.
"""

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute

from camket.graph.errors import CamketError, QueryError, UsageError
from camket.graph.server import api, page
from camket.graph.server.context import Context
from camket.graph.server.settings import Settings
from camket.graph.server.snapshots import Snapshots

_MODULES = (api, page)


def create_app(settings: Settings) -> Starlette:
    """The server over `settings.store`. Raises StoreError where there is no store with a graph."""
    context = Context(settings, Snapshots(settings))
    context.snapshot()
    routes: list[BaseRoute] = [route for module in _MODULES for route in module.routes(context)]
    return Starlette(routes=routes, exception_handlers={CamketError: _told})


def _told(request: Request, error: Exception) -> Response:
    """What a user, or the store, got wrong, in one line."""
    status = 400 if isinstance(error, UsageError | QueryError) else 503
    return PlainTextResponse(f"{' '.join(str(error).split())}\n", status)
