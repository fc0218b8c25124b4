"""What protects whoever browses: headers on every answer, and no answer to a name that is not this machine's.

A page elsewhere whose name is made to point at 127.0.0.1 (DNS rebinding) could read what is served to this machine
alone; its requests bear that name in Host, and are refused.
"""

from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from camket.graph.server.settings import Settings, is_loopback

NOTHING_ALLOWED: Final = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
"""The Content-Security-Policy of whatever brings none."""

_ALWAYS: Final = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
_UNLESS_SET: Final = {"Content-Security-Policy": NOTHING_ALLOWED, "Cache-Control": "no-cache"}
_MISDIRECTED: Final = 421
_ASK_ME_AS: Final = "this server is asked as localhost or 127.0.0.1 only; a proxy has to pass on that name in Host\n"
_PREFLIGHT_SECONDS: Final = 600


def middleware(settings: Settings) -> list[Middleware]:
    """What stands before the routes, outermost first."""
    layers = [Middleware(ProtectingHeaders)]
    if is_loopback(settings.host):
        layers.append(Middleware(ThisMachineOnly))
    if settings.cors:
        layers.append(
            Middleware(
                CORSMiddleware,
                allow_origins=settings.cors,
                allow_methods=["GET", "HEAD", "POST"],
                allow_headers=["Accept", "Content-Type"],
                max_age=_PREFLIGHT_SECONDS,
            )
        )
    return layers


class ProtectingHeaders:
    """Adds headers to every answer."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""

        async def send_protected(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(_ALWAYS)
                for name, value in _UNLESS_SET.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, send_protected)


class ThisMachineOnly:
    """Refuses requests that ask for another host than this machine by one of its own names."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] == "http" and not is_loopback(_host(Headers(scope=scope).get("host", ""))):
            told = PlainTextResponse(_ASK_ME_AS, _MISDIRECTED)
            await told(scope, receive, send)
        else:
            await self._app(scope, receive, send)


def _host(header: str) -> str:
    """The name or address in a Host header."""
    if header.startswith("["):
        return header[1:].partition("]")[0]
    return header.partition(":")[0]
