"""How `camket query` shows an answer: a table on a terminal, data in a pipe."""

import sys
from typing import TYPE_CHECKING

from camket.cli import console
from camket.graph.errors import UsageError

if TYPE_CHECKING:
    from camket.graph.queries.question import Question
    from camket.graph.store import Answer, Dataset


def print_queries() -> None:
    """The named queries with their titles and parameters."""
    from rich.text import Text

    from camket.graph import queries

    with console.out() as out:
        for name in queries.names():
            query = queries.load(name)
            out.print(Text.assemble((name, "bold"), f"  {query.title}"))
            out.print(Text(f"    {query.title_vi}", style="dim"))
            for parameter in query.parameters:
                default = "" if parameter.default is None else f" (default {parameter.default})"
                out.print(Text(f"    --set {parameter.name}=...  {parameter.about}{default}"))


def check_known(format: str | None) -> None:
    """Raises UsageError for a format that no answer can have."""
    from camket.graph import results

    legal = (console.TABLE, *results.ALL_FORMATS)
    if format is not None and format not in legal:
        raise UsageError(f"unknown format {format!r}: use {', '.join(legal)}")


def prepared(
    question: "Question", settings: list[str], store: str, *, needs_store: bool
) -> "tuple[Dataset | None, str]":
    """The store and the query with its parameters filled in; without a store where only the query is wanted."""
    from camket.cli.names import iris
    from camket.graph import api
    from camket.graph.queries.question import read_values, sparql_of
    from camket.ontology.namespaces import BASE

    dataset = api.open_store(store) if needs_store else None

    def find(name: str) -> list[str]:
        return iris(dataset or api.open_store(store), name) or []

    sparql = sparql_of(question, read_values(settings), find, dataset.base if dataset else BASE)
    return dataset, sparql


def print_answer(answer: "Answer", format: str | None, base: str) -> None:
    """The answer in the format asked for; raises UsageError where it cannot be written in it."""
    from camket.graph import results

    customary = results.formats(answer)[0] if results.is_graph(answer) else console.CSV
    if format is None:
        format = console.TABLE if sys.stdout.isatty() and not results.is_graph(answer) else customary
    if format != console.TABLE:
        results.write(answer, format, sys.stdout.buffer, base)
        return
    if results.is_graph(answer):
        raise UsageError(f"format 'table' cannot hold triples: use {', '.join(results.formats(answer))}")
    _print_table(answer, base)


def _print_table(answer: "Answer", base: str) -> None:
    import pyoxigraph

    if isinstance(answer, pyoxigraph.QueryBoolean):
        print("true" if answer else "false")
        return
    assert isinstance(answer, pyoxigraph.QuerySolutions)
    columns = [variable.value for variable in answer.variables]
    rows = [[_cell(row[name], base) for name in columns] for row in answer]
    console.print_table(columns, rows, widest="words" if "words" in columns else None)


def _cell(term: object, base: str) -> str:
    """A term as a person reads it: the bare value of a literal, the short form of an IRI."""
    import pyoxigraph

    from camket.ontology.namespaces import PREFIXES

    if term is None:
        return ""
    if not isinstance(term, pyoxigraph.NamedNode):
        return term.value if isinstance(term, pyoxigraph.Literal) else str(term)
    if term.value.startswith(base):
        return term.value.removeprefix(base)
    for prefix, namespace in PREFIXES.items():
        if term.value.startswith(namespace):
            return f"{prefix}:{term.value.removeprefix(namespace)}"
    return term.value
