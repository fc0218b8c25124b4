"""camket serve: the graph over HTTP."""

from typing import Annotated

import typer

from camket.cli.options import DEFAULT_STORE, Store


def serve(
    host: Annotated[
        str, typer.Option("--host", help="Address to listen on. Other machines reach any but this one's own.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", help="Port to listen on; 0 takes one that is free.")] = 8000,
    timeout: Annotated[
        float, typer.Option("--timeout", metavar="SECONDS", help="A query that takes longer is stopped.")
    ] = 30.0,
    memory: Annotated[
        int, typer.Option("--memory", metavar="MB", help="A query that takes more memory is stopped.")
    ] = 1024,
    workers: Annotated[int, typer.Option("--workers", help="So many queries are answered at a time.")] = 4,
    with_text: Annotated[
        bool | None,
        typer.Option(
            "--with-text/--no-text",
            help="Show the articles' texts, or do not. Without either: shown to this machine only.",
            show_default=False,
        ),
    ] = None,
    all_people: Annotated[
        bool | None,
        typer.Option(
            "--all-people/--no-private-people",
            help="Show those without post, statement or undertaking, or do not. Without either: to this machine only.",
            show_default=False,
        ),
    ] = None,
    cors: Annotated[
        list[str] | None,
        typer.Option("--cors", metavar="ORIGIN", help="Let pages from there read answers, as https://example.org."),
    ] = None,
    store: Store = DEFAULT_STORE,
) -> None:
    """Serve the graph: a page to browse it at /, a SPARQL 1.1 endpoint at /sparql. Read-only, to this machine alone.

    A build may run meanwhile: its graph is shown as soon as it has ended.

    Example: camket serve --port 8080
    """
    from camket.cli import console
    from camket.cli.options import folder
    from camket.graph.server import serve as server

    settings = server.settings(
        folder(store),
        host=host,
        port=port,
        timeout=timeout,
        memory_megabytes=memory,
        workers=workers,
        with_text=with_text,
        all_people=all_people,
        cors=cors or [],
    )
    server.serve(settings, tell=console.note)
