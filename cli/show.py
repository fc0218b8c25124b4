"""camket show: the page of a person, body or place."""

from typing import Annotated

import typer

from camket.cli.options import DEFAULT_STORE, StoreOrEndpoint

_FORMATS = ("page", "json")
FAILED = 1


def show(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name; accents and capitals may be left out.")],
    format: Annotated[
        str | None, typer.Option("--format", help="page or json; a page on a terminal, json in a pipe.")
    ] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, help="Rows shown of each part of the page.")] = 10,
    store: StoreOrEndpoint = DEFAULT_STORE,
) -> None:
    """Show all that is known of a person, body, place, group or post, with the articles' own words.

    Where several are called so, they are listed and the exit code is 1.

    Example: camket show "to lam"
    """
    from camket.cli import console, page
    from camket.graph import api, lookup
    from camket.graph.views.entity import entity_page

    chosen = console.chosen_format(format, _FORMATS)
    dataset = api.open_store(store)
    try:
        match = lookup.find_one(dataset, name)
    except lookup.AmbiguousNameError as error:
        page.print_matches(error.matches)
        console.note(f"camket: {error}")
        raise typer.Exit(FAILED) from error
    found = entity_page(dataset, match)
    if chosen == console.JSON:
        console.print_json(found)
    else:
        page.print_page(found, limit)
