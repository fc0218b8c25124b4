"""camket stats: how much is in the graph."""

from typing import Annotated

import typer

from camket.cli.options import DEFAULT_STORE, StoreOrEndpoint

_FORMATS = ("table", "json")


def stats(
    format: Annotated[
        str | None, typer.Option("--format", help="table or json; a table on a terminal, json in a pipe.")
    ] = None,
    store: StoreOrEndpoint = DEFAULT_STORE,
) -> None:
    """Count articles, people, bodies, places, facts of every kind, and the quads of each graph.

    Example: camket stats --format json
    """
    from camket.cli import console
    from camket.graph import api
    from camket.graph.views.statistics import statistics

    chosen = console.chosen_format(format, _FORMATS)
    counted = statistics(api.open_store(store))
    if chosen == console.JSON:
        console.print_json(counted)
        return
    rows = []
    for name, number in counted.things.items():
        mentioned = counted.mentioned.get(name)
        rows.append((name, f"{number:,}", "" if mentioned is None else f"{mentioned:,} mentioned by articles"))
    rows += [(name, f"{number:,}", "") for name, number in counted.facts.items()]
    rows += [(f"quads: {name}", f"{number:,}", "") for name, number in counted.quads.items()]
    console.print_table(("what", "how many", ""), rows, numbers=("how many",))
