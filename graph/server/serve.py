"""The server from its options to its end."""

import math
import re
from collections.abc import Callable, Sequence
from pathlib import Path

from camket.graph.errors import UsageError
from camket.graph.server import listening
from camket.graph.server.app import create_app
from camket.graph.server.settings import MEGABYTE, Settings, is_loopback

_ORIGIN = re.compile(r"https?://[^/\s?#@]+\Z")
_LEAST_MEMORY = 128  # megabytes: a worker that has opened a large store takes some 100


def settings(
    store: str | Path,
    *,
    host: str,
    port: int,
    timeout: float,
    memory_megabytes: int,
    workers: int,
    with_text: bool | None,
    all_people: bool | None,
    cors: Sequence[str],
) -> Settings:
    """What the options mean. with_text, all_people: None shows them where only this machine can see them.

    Raises UsageError, naming the option, for a value that makes no sense.
    """
    if not (math.isfinite(timeout) and timeout > 0):
        raise UsageError(f"--timeout {timeout:g}: give a number of seconds above 0")
    if memory_megabytes < _LEAST_MEMORY:
        raise UsageError(f"--memory {memory_megabytes}: a worker needs {_LEAST_MEMORY} MB at least")
    if workers < 1:
        raise UsageError(f"--workers {workers}: give 1 at least")
    for origin in cors:
        if origin != "*" and not _ORIGIN.match(origin):
            raise UsageError(f"--cors {origin}: write an origin without a path, as https://example.org, or *")
    at_home = is_loopback(host)
    return Settings(
        Path(store),
        host=host,
        port=port,
        timeout=timeout,
        memory=memory_megabytes * MEGABYTE,
        workers=workers,
        with_text=at_home if with_text is None else with_text,
        all_people=at_home if all_people is None else all_people,
        cors=tuple(cors),
    )


def serve(settings: Settings, tell: Callable[[str], None]) -> None:
    """Serve until the process is told to end; what a user should know is told line by line.

    Raises StoreError where there is no store with a graph, CamketError where the port is taken.
    """
    with listening.listen(settings.host, settings.port) as socket:
        if not settings.shows_all:
            tell("making the copy of the graph that may be seen; on a large store this takes minutes")
        app = create_app(settings)
        url = listening.url_of(socket)

        def ready() -> None:
            tell(f"{url}  (SPARQL: {url}sparql)  Ctrl-C ends it")
            if not is_loopback(settings.host):
                tell(exposed(settings, socket.getsockname()[1]))

        listening.run(app, socket, ready)


def exposed(settings: Settings, port: int) -> str:
    """What others can see, where others can reach the server."""
    texts = "the articles' full texts" if settings.with_text else "no article's full text"
    people = "private people" if settings.all_people else "no private people"
    return (
        f"anybody who reaches this machine on port {port} can read the whole graph, without a password:"
        f" every fact with its quotation, {texts}, {people}"
    )
