"""camket build: articles in, graph out."""

from typing import Annotated

import typer

from camket.cli.judging import JudgementFile
from camket.cli.options import DEFAULT_STORE, Store, folder

FAILED = 1


def build(
    sources: Annotated[
        list[str],
        typer.Argument(metavar="SOURCE...", help="Files (.txt, .md, .jsonl, .html), folders, globs, or - for stdin."),
    ],
    base: Annotated[
        str | None,
        typer.Option("--base", metavar="IRI", help="What IRIs of things start with; fixed by the first build."),
    ] = None,
    no_text: Annotated[
        bool, typer.Option("--no-text", help="Do not keep the articles' texts; quotes cannot be verified later.")
    ] = False,
    judgements: JudgementFile = None,
    store: Store = DEFAULT_STORE,
) -> None:
    """Read articles into the graph. An article read again is replaced; a bad one is told and passed over.

    Exit code 1 where an article was refused; all others are in the graph then.

    Example: camket build articles/ more.jsonl --store camket.store
    """
    from camket.cli import reports
    from camket.cli.failures import INTERRUPTED
    from camket.cli.progress import steps
    from camket.graph.build import build as build_store

    with steps() as progress:
        report = build_store(
            sources, folder(store), base=base, with_text=not no_text, progress=progress, judgements=judgements
        )
    reports.print_build(report, store)
    if report.interrupted:
        raise typer.Exit(INTERRUPTED)
    if report.refused:
        raise typer.Exit(FAILED)
