"""Tasks for the workers, and their replies as HTTP: formats by what the client takes, refusals by status."""

import asyncio
import logging
from collections.abc import AsyncIterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any, Final

import anyio
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from camket.graph.server.context import Context
from camket.graph.server.media_types import ROWS, TRIPLES, Accepted, content_type
from camket.graph.server.workers.jobs import Answered, Refusal, Reply, Task
from camket.graph.server.workers.pool import BusyError, OutOfMemoryError, Pool, TooSlowError

_STATUS: Final[Mapping[Refusal, int]] = {
    Refusal.MALFORMED: 400,
    Refusal.FORBIDDEN: 403,
    Refusal.UNKNOWN: 404,
    Refusal.UNACCEPTABLE: 406,
    Refusal.TOO_LARGE: 503,
    Refusal.BROKEN: 503,
}
_BROKEN: Final = "the store could not be read; the server's own messages say more"
_SECONDS_UNTIL_RETRY: Final = "5"
_CHUNK: Final = 256 * 1024
_DISCONNECTED: Final = "http.disconnect"

_log = logging.getLogger(__name__)


async def answer(context: Context, request: Request, task: Task, *, rows: bool = True) -> Response:
    """The answer to a task, in the format that the request takes; the query ends where the client goes away.

    rows: whether it may be one of rows. Raises HTTPException for whatever stands in the way.
    """
    accepted = Accepted.of(request)
    row_type = accepted.best([*ROWS]) if rows else None
    triple_type = accepted.best([*TRIPLES])
    if row_type is None and triple_type is None:
        raise unacceptable(rows=rows, triples=True)
    snapshot = await run_in_threadpool(context.snapshot)
    row_format, triple_format = ROWS.get(row_type or ""), TRIPLES.get(triple_type or "")
    asked = context.workers.answer(task, snapshot.path, rows=row_format, triples=triple_format)
    try:
        reply = await _while_connected(request, asyncio.create_task(asked))
    except (BusyError, TooSlowError, OutOfMemoryError) as error:
        raise HTTPException(503, str(error), {"Retry-After": _SECONDS_UNTIL_RETRY}) from error
    answered = _answered(reply)
    media_type = row_type if row_type and answered.format == row_format else triple_type
    assert media_type
    return _response(answered, context.workers, {"Content-Type": content_type(media_type), "Vary": "Accept"})


def unacceptable(*, rows: bool, triples: bool) -> HTTPException:
    """What is told a client that takes no format that there is."""
    offered = [*(ROWS if rows else ()), *(TRIPLES if triples else ())]
    return HTTPException(406, f"send Accept with one of {', '.join(dict.fromkeys(offered))}")


async def _while_connected(request: Request, asked: "asyncio.Task[Reply]") -> Reply:
    """What was asked for, unless the client goes away before: then nobody is to work for it any longer."""
    gone = asyncio.create_task(_gone(request))
    try:
        waiting: set[asyncio.Task[Any]] = {asked, gone}
        await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
        if not asked.done():
            raise HTTPException(503, "the client has gone")
        return asked.result()
    finally:
        gone.cancel()
        asked.cancel()


async def _gone(request: Request) -> None:
    """Returns when the client has gone."""
    while (await request.receive())["type"] != _DISCONNECTED:
        pass


def _answered(reply: Reply) -> Answered:
    if isinstance(reply, Answered):
        return reply
    if reply.details:
        _log.error("a worker failed: %s", reply.details)
    if reply.reason is Refusal.UNACCEPTABLE:
        raise unacceptable(rows=reply.message == "rows", triples=reply.message == "triples")
    raise HTTPException(_STATUS[reply.reason], reply.message or _BROKEN)


def _response(answered: Answered, pool: Pool, headers: Mapping[str, str]) -> Response:
    if answered.spooled is None:
        return Response(answered.body, headers=headers)
    return _SpooledResponse(answered, answered.spooled, pool, headers)


class _SpooledResponse(StreamingResponse):
    """An answer from its file, which goes when the client has it, or has gone."""

    def __init__(self, answered: Answered, path: Path, pool: Pool, headers: Mapping[str, str]) -> None:
        super().__init__(_chunks(path), headers={**headers, "Content-Length": str(answered.size)})
        self._discard = partial(pool.discard, answered)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await super().__call__(scope, receive, send)
        finally:
            self._discard()


async def _chunks(path: Path) -> AsyncIterator[bytes]:
    async with await anyio.open_file(path, "rb") as stream:
        while chunk := await stream.read(_CHUNK):
            yield chunk
