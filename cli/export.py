"""camket export: the graph as a file for other tools."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from camket.cli.options import DEFAULT_STORE, StoreOrEndpoint

if TYPE_CHECKING:
    from camket.graph.export import ExportReport


def export(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The file to write; - is standard output.")],
    format: Annotated[
        str | None,
        typer.Option("--format", help="A format's name, as `camket export --help` ends with; else the suffix decides."),
    ] = None,
    about: Annotated[
        list[str] | None, typer.Option("--about", metavar="NAME", help="Graphs: only what is around this thing.")
    ] = None,
    hops: Annotated[int, typer.Option("--hops", min=1, help="With --about: so many edges away.")] = 2,
    since: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help="Graphs: only what is then or later.")
    ] = None,
    until: Annotated[
        str | None, typer.Option("--to", metavar="DATE", help="Graphs: only what is then or earlier.")
    ] = None,
    kind: Annotated[
        list[str] | None, typer.Option("--kind", help="Graphs: only these kinds of nodes, as pledge or person.")
    ] = None,
    profile: Annotated[
        str, typer.Option("--profile", help="Graphs: people, commitments, full or provenance.")
    ] = "full",
    metrics: Annotated[
        bool, typer.Option("--metrics", help="Graphs: with degree, betweenness, community, and PageRank given scipy.")
    ] = False,
    table: Annotated[
        str | None, typer.Option("--table", help="csv, xlsx, parquet: commitments (without it), nodes or edges.")
    ] = None,
    query: Annotated[
        Path | None, typer.Option("--query", metavar="FILE", help="Export what this CONSTRUCT query makes.")
    ] = None,
    with_text: Annotated[bool, typer.Option("--with-text", help="Keep the articles' texts.")] = False,
    all_people: Annotated[
        bool, typer.Option("--all-people", help="Keep private people: those without post, statement or undertaking.")
    ] = False,
    store: StoreOrEndpoint = DEFAULT_STORE,
) -> None:
    """Write the graph to a file, in the format its suffix names.

    RDF: .ttl .trig .nt .nq .jsonld .rdf. Graphs: .gexf .graphml .cyjs .cx2 .json .dot .svg .png .html .cypher, and
    zipped CSV .gephi.zip .kumu.zip .flourish.zip .neo4j.zip. Tables: .csv .xlsx .parquet. FollowTheMoney: .ftm.json.
    Deadlines: .ics.

    Article texts, which belong to their publishers, and private people are left out unless asked for.

    Example: camket export graph.gexf --about "thanh giang" --from 2026
    """
    from camket.cli import console
    from camket.cli.names import iris
    from camket.graph import api
    from camket.graph.export import STDOUT, View
    from camket.graph.export import export as write
    from camket.graph.queries.question import read_sparql

    dataset = api.open_store(store)
    near = [iri for name in about or () for iri in iris(dataset, name) or ()]
    view = View(profile, tuple(near) if about else None, hops, since, until, tuple(kind or ()), metrics)
    report = write(
        dataset,
        out,
        format=format,
        with_text=with_text,
        all_people=all_people,
        view=view,
        table=table,
        construct=None if query is None else read_sparql(query),
    )
    if out == STDOUT:
        console.note(_summary(report))
    else:
        print(_summary(report))


def _summary(report: "ExportReport") -> str:
    counts = ", ".join(f"{number} {name}" for name, number in report.counts.items())
    left_out = ", ".join(f"{number} {name}" for name, number in report.left_out.items() if number)
    return f"{report.path}: {counts}" + (f"; left out: {left_out}" if left_out else "")
