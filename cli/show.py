"""camket show: the page of a person, body or place, of a promise, or of an occasion."""

from datetime import date
from typing import Annotated

import typer

from camket.cli.options import DEFAULT_STORE, StoreOrEndpoint

_FORMATS = ("page", "json")
FAILED = 1


def show(
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME", help="A name (accents and capitals may be left out), or the IRI of a promise or occasion."
        ),
    ],
    format: Annotated[
        str | None, typer.Option("--format", help="page or json; a page on a terminal, json in a pipe.")
    ] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, help="Rows shown of each part of the page.")] = 10,
    store: StoreOrEndpoint = DEFAULT_STORE,
) -> None:
    """Show all that is known of a person, body, place, group or post, with the articles' own words.

    Of a promise: what it names, its status today, and what became of it. Of an occasion, or an event that several
    articles tell of: what each says, and on what they disagree. Where several are called so, they are listed and the
    exit code is 1.

    Example: camket show "to lam"
    Example: camket show 'bai-1#pledge=10,52'
    """
    from camket.cli import console, occasion_page, page, promise_page
    from camket.graph import api, lookup
    from camket.graph.views.entity import EntityPage
    from camket.graph.views.meaning import page_of
    from camket.graph.views.promise import PromisePage

    chosen = console.chosen_format(format, _FORMATS)
    dataset = api.open_store(store)
    try:
        found = page_of(dataset, name, date.today())
    except lookup.AmbiguousNameError as error:
        page.print_matches(error.matches)
        console.note(f"camket: {error}")
        raise typer.Exit(FAILED) from error
    if chosen == console.JSON:
        console.print_json(found)
    elif isinstance(found, EntityPage):
        page.print_page(found, limit)
    elif isinstance(found, PromisePage):
        promise_page.print_promise(found, limit)
    else:
        occasion_page.print_occasion(found, limit)
