"""camket export: the graph as a file for other tools."""

from pathlib import Path
from typing import Annotated

import typer

from camket.cli.options import DEFAULT_STORE, StoreOrEndpoint


def export(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The file to write; - is standard output.")],
    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            help="turtle, trig, ntriples, nquads, jsonld, gexf, graphml or html; without it the suffix decides.",
        ),
    ] = None,
    with_text: Annotated[bool, typer.Option("--with-text", help="Keep the articles' texts.")] = False,
    all_people: Annotated[
        bool, typer.Option("--all-people", help="Keep private people: those without post, statement or undertaking.")
    ] = False,
    profile: Annotated[
        str, typer.Option("--profile", help="View of the property graph, for gexf, graphml and html.")
    ] = "full",
    store: StoreOrEndpoint = DEFAULT_STORE,
) -> None:
    """Write the graph to a file. Its suffix names the format: .ttl, .trig, .nt, .nq, .jsonld, .gexf, .graphml, .html.

    Article texts, which belong to their publishers, and private people are left out unless asked for.

    Example: camket export graph.gexf
    """
    from camket.cli import console
    from camket.graph import api
    from camket.graph.export import STDOUT
    from camket.graph.export import export as write

    report = write(
        api.open_store(store), out, format=format, with_text=with_text, all_people=all_people, profile=profile
    )
    counts = ", ".join(f"{number} {name}" for name, number in report.counts.items())
    left_out = ", ".join(f"{number} {name}" for name, number in report.left_out.items() if number)
    summary = f"{report.path}: {counts}" + (f"; left out: {left_out}" if left_out else "")
    if out == STDOUT:
        console.note(summary)
    else:
        print(summary)
