"""camket ledger: what was not understood."""

from typing import Annotated

import typer

from camket.cli.options import DEFAULT_STORE, StoreOrEndpoint

_FORMATS = ("table", "csv", "json")
_COLUMNS = ("reason", "cue", "words", "article", "published")


def ledger(
    article: Annotated[str | None, typer.Option("--article", metavar="ID", help="Only those of one article.")] = None,
    reason: Annotated[str | None, typer.Option("--reason", help="Only those with this reason, as NoActor.")] = None,
    format: Annotated[
        str | None, typer.Option("--format", help="table, csv or json; a table on a terminal, csv in a pipe.")
    ] = None,
    store: StoreOrEndpoint = DEFAULT_STORE,
) -> None:
    """Show the sentences with the cue of a commitment that became no fact, by reason, so that misses can be counted.

    Example: camket ledger --reason NoActor
    """
    from camket.cli import console
    from camket.graph import api
    from camket.graph.views.ledger import abstentions, by_reason

    chosen = console.chosen_format(format, _FORMATS)
    found = abstentions(api.open_store(store), article=article, reason=reason)
    if chosen == console.JSON:
        console.print_json(found)
        return
    rows = [(one.reason, one.cue, one.words, one.article, one.published or "") for one in found]
    if chosen == console.CSV:
        console.print_csv(_COLUMNS, rows)
        return
    console.print_table(_COLUMNS, rows, widest="words", empty="nothing in the ledger fits")
    if rows:
        console.note(", ".join(f"{name} {count}" for name, count in by_reason(found).items()))
