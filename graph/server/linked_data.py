"""Linked Data at `/id/`: what a thing's IRI leads to, as RDF or as the page that shows it, by what the client takes.

`/id/person/Tô_Lâm` stands for `<base>person/Tô_Lâm`. A person, body or place answers with what is said of it and with
what points at it, an article with its whole graph.
"""

from typing import Final

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from camket.graph.rdf.iris import path_of_url
from camket.graph.server import page
from camket.graph.server.answers import answer
from camket.graph.server.context import Context
from camket.graph.server.graph_store import address
from camket.graph.server.media_types import HTML, TRIPLES, Accepted
from camket.graph.server.workers.jobs import Description

PATH: Final = "/id/"
_SEE_OTHER: Final = 303


def routes(context: Context) -> list[BaseRoute]:
    """Everything under `/id/`."""

    async def thing(request: Request) -> Response:
        path = path_of_url(address(request).removeprefix(PATH))
        view = page.view_of(path)
        if view and Accepted.of(request).best([*TRIPLES, HTML]) == HTML:
            return RedirectResponse(view, _SEE_OTHER, {"Vary": "Accept"})
        return await answer(context, request, Description(context.base + path), rows=False)

    return [Route(PATH + "{path:path}", thing)]
