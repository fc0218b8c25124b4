"""What the query editor is handed: `/api/queries`, the named queries as examples that run, and the prefixes."""

import re
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from camket.graph import queries as named
from camket.graph.queries.named import ANY, NamedQuery, Parameter, ParameterType
from camket.graph.server.context import Context
from camket.ontology.namespaces import PREFIXES

_PREFIX: Final = re.compile(r"(?<![\w:])([a-z]*):(?=\w)")
_NO_NAMES: Final = re.compile(r"<[^<>\s]*>|\"[^\"\n]*\"")
_LIMITED: Final = re.compile(r"\bLIMIT \d+\Z")
_MOST_ROWS: Final = 1000
"""A query whose parameters are free may have a row for every fact there is."""

_FILLED: Final = {ParameterType.PERIOD: "0001/9999", ParameterType.NUMBER: "0"}
"""What stands for a parameter that has no default and cannot be left free."""


def routes(context: Context) -> list[BaseRoute]:
    """The route `/api/queries`."""

    def queries(request: Request) -> Response:
        prefixes = {**PREFIXES, "": context.base}
        shown = [_shown(query, context.base, prefixes) for query in map(named.load, named.names())]
        return JSONResponse({"prefixes": prefixes, "queries": shown})

    return [Route("/api/queries", queries)]


def _shown(query: NamedQuery, base: str, prefixes: dict[str, str]) -> dict[str, Any]:
    """A named query, its parameters free or at their defaults, with the prefixes that it uses."""
    wanted = {one.name: _FILLED.get(one.type, ANY) for one in query.parameters if one.default is None}
    body = "\n".join(line for line in query.render(wanted, base=base).splitlines() if not line.startswith("#")).strip()
    if not _LIMITED.search(body):
        body += f"\nLIMIT {_MOST_ROWS}"
    found = _PREFIX.findall(_NO_NAMES.sub(" ", body))
    used = [name for name in prefixes if name in found]
    head = [f"# {query.title_vi}", f"# {query.title}", *map(_told, query.parameters)]
    head += [f"PREFIX {name}: <{prefixes[name]}>" for name in used]
    return {
        "name": query.name,
        "vi": query.title_vi,
        "en": query.title,
        "about": query.about,
        "sparql": "\n".join([*head, "", body]),
    }


def _told(parameter: Parameter) -> str:
    return f"# ${parameter.name}: {parameter.about}"
