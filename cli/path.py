"""camket path: the shortest chains between two people."""

from typing import TYPE_CHECKING, Annotated

import typer

from camket.cli.options import DEFAULT_STORE, StoreOrEndpoint

if TYPE_CHECKING:
    from camket.graph.lookup import Match
    from camket.graph.store import Dataset

_FORMATS = ("page", "json")
_FAILED = 1


def path(
    a: Annotated[str, typer.Argument(metavar="A", help="Who is at one end; accents and capitals may be left out.")],
    b: Annotated[str, typer.Argument(metavar="B", help="Who is at the other end.")],
    limit: Annotated[int, typer.Option("--limit", min=1, help="So many of the shortest chains are shown.")] = 3,
    format: Annotated[
        str | None, typer.Option("--format", help="page or json; a page on a terminal, json in a pipe.")
    ] = None,
    store: StoreOrEndpoint = DEFAULT_STORE,
) -> None:
    """Show how two people (or bodies, places, posts) are joined: the shortest chains of facts, with the words.

    Facts join those who have a part in them: a meeting those who attended it, a post its holder and the body.

    Example: camket path "to lam" "thanh giang"
    """
    from camket.cli import chain_page, console
    from camket.graph import api
    from camket.graph.errors import UsageError
    from camket.graph.export.chain_evidence import path as find_path

    chosen = console.chosen_format(format, _FORMATS)
    dataset = api.open_store(store)
    start, end = (_one(dataset, name) for name in (a, b))
    if start.iri == end.iri:
        raise UsageError(f"{a!r} and {b!r} both mean {start.name}: name two different ones")
    found = find_path(dataset, start.iri, end.iri, limit=limit)
    if not found.chains:
        reason = "no chain of facts joins" if found.complete else "no chain was found before the search was given up:"
        console.note(f"{reason} {start.name} and {end.name}")
    if chosen == console.JSON:
        console.print_json(found)
    elif found.chains:
        chain_page.print_chains(found)


def _one(dataset: "Dataset", name: str) -> "Match":
    """The one thing called `name`; where several are called so, they are listed and the command ends with exit 1."""
    from camket.cli import console, page
    from camket.graph import lookup

    try:
        return lookup.find_one(dataset, name)
    except lookup.AmbiguousNameError as error:
        page.print_matches(error.matches)
        console.note(f"camket: {error}")
        raise typer.Exit(_FAILED) from error
