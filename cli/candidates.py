"""camket candidates: whom an editor had better look at."""

from typing import TYPE_CHECKING, Annotated

import typer

from camket.cli.options import DEFAULT_STORE, Store

if TYPE_CHECKING:
    from camket.graph.judging.candidates import Candidate
    from camket.graph.judging.why import Side

_FORMATS = ("table", "csv", "json")
_COLUMNS = ("doubt", "now", "one", "other", "why")


def candidates(
    limit: Annotated[int, typer.Option("--limit", min=1, help="So many of the most doubtful are shown.")] = 30,
    format: Annotated[
        str | None, typer.Option("--format", help="table, csv or json; a table on a terminal, csv in a pipe.")
    ] = None,
    store: Store = DEFAULT_STORE,
) -> None:
    """List doubtful pairs of people and bodies, the most doubtful first: not joined though the name is the same or
    near, or joined on weak ground. `camket same`, `different` and `unsure` take what is in the columns.

    Example: camket candidates --limit 10
    """
    from camket.cli import console
    from camket.cli.options import folder
    from camket.graph.judging.candidates import candidates as doubtful

    chosen = console.chosen_format(format, _FORMATS)
    found = doubtful(folder(store))
    if chosen == console.JSON:
        console.print_json(found[:limit])
        return
    rows = [_row(one) for one in found[:limit]]
    if chosen == console.CSV:
        console.print_csv(_COLUMNS, rows)
        return
    console.print_table(_COLUMNS, rows, widest="why", numbers=("doubt",), empty="no doubtful pairs")
    if len(found) > limit:
        console.note(f"{len(found) - limit} more: --limit shows them")


def _row(one: "Candidate") -> tuple[str, ...]:
    sides = [_side(side) for side in one.sides]
    return (f"{one.doubt:.2f}", one.joined or "two", *sides, "; ".join(one.against))


def _side(side: "Side") -> str:
    tells = f" ({side.published or 'undated'}: {'; '.join(side.tells) or 'nothing told'})"
    return f"{side.name}@{side.article}{tells}"
