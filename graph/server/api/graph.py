"""The graph to draw: `/api/graph` its leading part or what is around a thing, `/api/graph/path` a shortest chain."""

import threading
from contextlib import closing
from dataclasses import replace
from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from camket.graph.export.chains import shortest_chains
from camket.graph.export.drawing import Drawing, drawing
from camket.graph.export.links import NOT_FOLLOWED, Links
from camket.graph.export.neighbourhood import around
from camket.graph.export.projection import Projection, load
from camket.graph.export.property_graph import build
from camket.graph.export.surroundings import surroundings
from camket.graph.queries.named import is_iri
from camket.graph.search import schema, things
from camket.graph.server.context import Context
from camket.graph.store import Dataset

OVERVIEW: Final = 800
"""So many nodes are drawn at first."""

LARGEST: Final = 5000
FARTHEST: Final = 4
SEARCHED: Final = 50_000
"""So many nodes are looked at for a chain before it is given up."""

_LIMIT: Final = 150
_NOT_DRAWN: Final = frozenset({"article"})
_FOLLOWED: Final = 400
"""So many of a node's edges of one kind are looked at: a country has tens of thousands."""

_FOLLOWED_AT_FIRST: Final = 40
"""Where many nodes are drawn, a few edges of each are."""


def routes(context: Context) -> list[BaseRoute]:
    """The routes under `/api/graph`."""
    overview = _Overview(context)

    def graph(request: Request) -> Response:
        about = request.query_params.getlist("about")
        if not about:
            return JSONResponse(overview.newest())
        dataset, links = _opened(context)
        hops = _number(request, "hops", 1, FARTHEST)
        limit = _number(request, "limit", _LIMIT, LARGEST)
        seeds = [_known(links, iri) for iri in about]
        return JSONResponse(_drawn(dataset, around(links, seeds, hops=hops, limit=limit + len(seeds))))

    def path(request: Request) -> Response:
        dataset, links = _opened(context)
        start, end = (_known(links, request.query_params.get(name, "")) for name in ("from", "to"))
        chain = _chain(links, start, end)
        return JSONResponse({"path": chain, **_drawn(dataset, chain or [start, end])})

    return [Route("/api/graph", graph), Route("/api/graph/path", path)]


class _Overview:
    """The graph's leading part, drawn once for each snapshot."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._lock = threading.Lock()
        self._drawn: tuple[int, Drawing] | None = None

    def newest(self) -> Drawing:
        with self._lock:
            snapshot = self._context.snapshot()
            if self._drawn is None or self._drawn[0] != snapshot.number:
                with closing(schema.read(snapshot.index)) as index:
                    seeds = things.foremost(index)
                nodes = around(_links(snapshot.dataset, _FOLLOWED_AT_FIRST), seeds, hops=1, limit=OVERVIEW)
                self._drawn = (snapshot.number, _drawn(snapshot.dataset, nodes))
            return self._drawn[1]


def _chain(links: Links, start: str, end: str) -> list[str] | None:
    """The first of the shortest chains, None where there is none or none was met soon enough."""
    if start == end:
        return [start]
    found = shortest_chains(links, start, end, limit=1, searched=SEARCHED).found
    return list(found[0]) if found else None


def _opened(context: Context) -> tuple[Dataset, Links]:
    dataset = context.snapshot().dataset
    return dataset, _links(dataset)


def _links(dataset: Dataset, at_most: int = _FOLLOWED) -> Links:
    return Links(dataset, load("full"), NOT_FOLLOWED, at_most)


def _drawn(dataset: Dataset, nodes: list[str]) -> Drawing:
    projection = _without_counts(load("full"))
    graph = build(surroundings(dataset, nodes, projection), projection)
    graph.remove_nodes_from([node for node, data in graph.nodes(data=True) if data["kind"] in _NOT_DRAWN])
    return drawing(graph)


def _without_counts(projection: Projection) -> Projection:
    """Without how often things are mentioned: that is counted one by one, and not shown."""
    return replace(
        projection,
        nodes=tuple(
            replace(kind, attributes={k: v for k, v in kind.attributes.items() if v.take != "count"})
            for kind in projection.nodes
        ),
    )


def _known(links: Links, iri: str) -> str:
    if not iri:
        raise HTTPException(400, "which thing? Give its IRI: ?about=IRI, or ?from=IRI&to=IRI")
    if not is_iri(iri) or links.kind(iri) is None:
        raise HTTPException(404, f"nothing in the graph has the IRI {iri!r}")
    return iri


def _number(request: Request, name: str, default: int, greatest: int) -> int:
    given = request.query_params.get(name, str(default))
    if not given.isascii() or not given.isdigit() or not 1 <= int(given[:9]) <= greatest:
        raise HTTPException(400, f"{name}={given}: a number from 1 to {greatest}")
    return int(given)
