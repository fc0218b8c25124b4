"""The page at `/` and the addresses of its views; where it has not been built, how to, and where the endpoint is."""

import html
from typing import Final

from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from camket.graph.server import bundle
from camket.graph.server.context import Context

THINGS: Final = ("article", "person", "body", "place")
"""What has a view of its own, by the first part of its IRI below the base."""

POLICY: Final = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self' 'unsafe-inline'",  # the query editor's
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self' blob:",  # the layout of the graph is made beside the page
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
)
_HEADERS: Final = {"Content-Security-Policy": POLICY, "Cache-Control": "no-cache"}


def routes(context: Context) -> list[BaseRoute]:
    """The page under every address that it knows, and what it is made of under `/assets/`."""

    def shown(request: Request) -> Response:
        page = bundle.page()
        if page is None:
            return PlainTextResponse(f"{bundle.HOW_TO_BUILD}\n\nThe SPARQL endpoint is at {request.base_url}sparql\n")
        return HTMLResponse(page.replace("{base}", html.escape(context.base)), headers=_HEADERS)

    views = (*THINGS, "life")
    paths = ["/", "/commitments", "/graph", "/query", *(f"/{view}/{{path:path}}" for view in views)]
    assets = [Mount("/assets", StaticFiles(directory=bundle.FOLDER))] if bundle.FOLDER.is_dir() else []
    return [*(Route(path, shown) for path in paths), *assets]


def view_of(path: str) -> str | None:
    """Where the page shows the thing at `path` (`person/Tô_Lâm`, below the base IRI), None where it does not."""
    return f"/{path}" if path.partition("/")[0] in THINGS and bundle.page() is not None else None
