"""The socket and the server on it."""

import contextlib
import socket
from collections.abc import Callable
from typing import Final

import uvicorn
from starlette.applications import Starlette

from camket.graph.errors import CamketError, UsageError

CONNECTIONS: Final = 1024
"""So many are served at a time; further ones get 503 at once."""

_BACKLOG: Final = 1024
_SECONDS_TO_FINISH: Final = 3
_LARGEST_PORT: Final = 65535


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens there. Raises UsageError for a host or port that is none, CamketError for one in use."""
    if not 0 <= port <= _LARGEST_PORT:
        raise UsageError(f"--port {port}: a port is a number from 0 (any that is free) to {_LARGEST_PORT}")
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except (socket.gaierror, UnicodeError) as error:
        raise UsageError(f"--host {host}: no such host: name an address of this machine, as 127.0.0.1") from error
    family, kind, protocol, _, address = found[0]
    listening = socket.socket(family, kind, protocol)
    try:
        with contextlib.suppress(AttributeError):
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        listening.listen(_BACKLOG)
    except OSError as error:
        listening.close()
        raise CamketError(
            f"cannot listen on {host} port {port} ({error.strerror or error}): --port 0 takes one that is free"
        ) from error
    return listening


def url_of(listening: socket.socket) -> str:
    """Where a browser finds what listens there."""
    host, port = listening.getsockname()[:2]
    return f"http://{f'[{host}]' if ':' in host else host}:{port}/"


def run(app: Starlette, listening: socket.socket, ready: Callable[[], None]) -> None:
    """Serve `app` until the process is told to end (Ctrl-C); `ready` is called once it answers."""
    config = uvicorn.Config(
        app,
        http="h11",
        ws="none",
        lifespan="on",
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        limit_concurrency=CONNECTIONS,
        timeout_graceful_shutdown=_SECONDS_TO_FINISH,
    )
    _Server(config, ready).run(sockets=[listening])


class _Server(uvicorn.Server):
    """Tells when it is ready."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._ready()
