"""What a request by the SPARQL 1.1 Protocol asks, or why it is none."""

from email.message import Message
from typing import Final
from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import Request

from camket.graph.server.workers.jobs import Query
from camket.graph.store import GraphsAsked

_FORM: Final = "application/x-www-form-urlencoded"
_QUERY: Final = "application/sparql-query"
_UPDATE: Final = "application/sparql-update"
_MOST_FIELDS: Final = 10_000

_READ_ONLY: Final = "updates are refused: this endpoint only reads"

Parameters = list[tuple[str, str]]


async def read_query(request: Request, largest: int) -> Query | None:
    """The query that is asked, None for a GET without one. Raises HTTPException for what is no query."""
    parameters = _parameters(request.url.query)
    if request.method == "POST":
        parameters += await _posted(request, largest)
    if any(name == "update" for name, _ in parameters):
        raise HTTPException(403, _READ_ONLY)
    queries = _values(parameters, "query")
    if len(queries) > 1:
        raise HTTPException(400, "more than one query: send one at a time")
    graphs = GraphsAsked(_values(parameters, "default-graph-uri"), _values(parameters, "named-graph-uri"))
    if queries:
        return Query(queries[0], graphs if graphs != GraphsAsked() else None)
    if request.method == "POST" or graphs != GraphsAsked():
        raise HTTPException(400, "no query: send one as the parameter `query`, or as application/sparql-query")
    return None


async def _posted(request: Request, largest: int) -> Parameters:
    """The parameters in a request's body."""
    header = Message()
    header["Content-Type"] = request.headers.get("content-type", "none/none")
    kind, charset = header.get_content_type(), header.get_content_charset("utf-8")
    if kind == _UPDATE:
        raise HTTPException(403, _READ_ONLY)
    if kind not in (_FORM, _QUERY):
        raise HTTPException(415, f"send a query as {_FORM} (query=...) or as {_QUERY}")
    if charset not in ("utf-8", "utf8", "us-ascii"):
        raise HTTPException(415, "send a query in UTF-8")
    text = _decoded(await _body(request, largest))
    return [("query", text)] if kind == _QUERY else _parameters(text)


async def _body(request: Request, largest: int) -> bytes:
    """The whole body, which is kept for whoever reads it later."""
    refusal = HTTPException(413, f"the request is larger than {largest:,} bytes", {"Connection": "close"})
    announced = request.headers.get("content-length", "0")
    if announced.isdecimal() and int(announced) > largest:
        raise refusal
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > largest:
            raise refusal
    return bytes(body)


def _parameters(text: str) -> Parameters:
    try:
        return parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=_MOST_FIELDS)
    except UnicodeDecodeError as error:
        raise _not_utf8() from error
    except ValueError as error:
        raise HTTPException(400, "too many parameters") from error


def _decoded(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _not_utf8() from error


def _not_utf8() -> HTTPException:
    return HTTPException(400, "the query is not UTF-8")


def _values(parameters: Parameters, wanted: str) -> tuple[str, ...]:
    return tuple(value for name, value in parameters if name == wanted)
