"""The page's data, as JSON under `/api/`: one module for each kind of question, listed in `_MODULES`."""

from starlette.routing import BaseRoute

from camket.graph.server.api import article, calendar, commitments, entity, graph, life, queries, things
from camket.graph.server.context import Context

_MODULES = (commitments, calendar, life, article, entity, things, graph, queries)


def routes(context: Context) -> list[BaseRoute]:
    """The routes under `/api/`."""
    return [route for module in _MODULES for route in module.routes(context)]
