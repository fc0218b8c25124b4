"""The server as an ASGI application: the routes of each module, in this order.

How a route is added: write it in the module it belongs to (or a new one, listed in `_MODULES`), which has

    def routes(context: Context) -> list[BaseRoute]

A handler asks `context.snapshot()` once and answers from its `dataset` where that takes milliseconds. Write such a
handler as a plain `def`, and Starlette runs it in a thread; what users ask, in SPARQL or of any size, goes to the
workers (`camket.graph.server.answers.answer`). What a user got wrong is raised as
`starlette.exceptions.HTTPException(status, "one line, with the way out")`, or left as the CamketError it is (UsageError
and QueryError become 400, others 503). Headers that protect are added to every answer (security.py); a page brings its
own Content-Security-Policy, everything else gets one that allows nothing.
"""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute

from camket.graph.errors import CamketError, QueryError, UsageError
from camket.graph.server import api, graph_store, linked_data, page, protocol, security
from camket.graph.server.context import Context
from camket.graph.server.settings import Settings
from camket.graph.server.snapshots import Snapshots
from camket.graph.server.workers.pool import Pool

_log = logging.getLogger(__name__)

_MODULES = (protocol, graph_store, linked_data, api, page)


def create_app(settings: Settings) -> Starlette:
    """The server over `settings.store`. Raises StoreError where there is no store with a graph."""
    snapshots = Snapshots(settings)
    context = Context(settings, snapshots, Pool(settings, snapshots.folder.base))
    context.snapshot()
    routes: list[BaseRoute] = [route for module in _MODULES for route in module.routes(context)]

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        await context.workers.start()
        yield
        await context.workers.close()
        snapshots.close()

    return Starlette(
        routes=routes,
        middleware=security.middleware(settings),
        exception_handlers={CamketError: _told, HTTPException: _told},
        lifespan=lifespan,
    )


def _told(request: Request, error: Exception) -> Response:
    """What a user got wrong, in one line. What is wrong with the store is for the server's messages: it has paths."""
    if isinstance(error, HTTPException):
        return PlainTextResponse(f"{error.detail}\n", error.status_code, error.headers)
    if isinstance(error, UsageError | QueryError):
        return PlainTextResponse(f"{' '.join(str(error).split())}\n", 400)
    _log.error("%s", error)
    return PlainTextResponse("the store cannot be read; the server's own messages say more\n", 503)
