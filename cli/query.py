"""camket query: ask the graph."""

from pathlib import Path
from typing import Annotated

import typer

from camket.cli.options import DEFAULT_STORE, StoreOrEndpoint


def query(
    question: Annotated[
        str | None, typer.Argument(metavar="SPARQL|NAME", help="A SPARQL query, or the name of a named query.")
    ] = None,
    file: Annotated[Path | None, typer.Option("--file", "-f", help="Read the query from a file; - is stdin.")] = None,
    values: Annotated[
        list[str] | None, typer.Option("--set", metavar="NAME=VALUE", help="A parameter of a named query.")
    ] = None,
    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            help="table, json, xml, csv, tsv for rows; ttl, nt, jsonld, rdfxml, trig, nq for triples. "
            "Without it: a table on a terminal, csv or ttl in a pipe.",
        ),
    ] = None,
    list_queries: Annotated[bool, typer.Option("--list", help="Show the named queries and what they take.")] = False,
    print_sparql: Annotated[bool, typer.Option("--sparql", help="Print the query instead of running it.")] = False,
    store: StoreOrEndpoint = DEFAULT_STORE,
) -> None:
    """Ask the graph in SPARQL, or by one of the named queries. The project's prefixes need no declaring.

    Example: camket query commitments-of --set by="UBND tỉnh Thanh Giang" --set during=2026

    Example: camket query 'SELECT ?name { ?p a foaf:Person ; skos:prefLabel ?name }' --format csv
    """
    from camket.cli import answers
    from camket.graph.queries import question as questions

    if list_queries:
        answers.print_queries()
        return
    asked = questions.read_question(question, file)
    answers.check_known(format)
    dataset, sparql = answers.prepared(asked, values or [], store, needs_store=not print_sparql)
    if print_sparql or dataset is None:
        print(sparql)
        return
    answers.print_answer(dataset.query(sparql), format, dataset.base)
