"""camket commitments: who promised what."""

from typing import TYPE_CHECKING, Annotated

import typer

from camket.cli.options import DEFAULT_STORE, StoreOrEndpoint

if TYPE_CHECKING:
    from camket.graph.views.undertakings import Undertaking

_FORMATS = ("table", "csv", "json")
_COLUMNS = ("kind", "who", "what", "number", "due", "to", "said by", "article", "published")
_WHERE_ROOM = ("kind", "to")
_ROOMY = 100  # columns of a terminal


def commitments(
    kind: Annotated[
        list[str] | None,
        typer.Option("--kind", help="pledge, goal, directive, expectation or all; pledges and goals without it."),
    ] = None,
    by: Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who is to do it.")] = None,
    predecessors: Annotated[
        bool, typer.Option("--with-predecessors", help="With --by: also what those promised whom it took over from.")
    ] = False,
    to: Annotated[str | None, typer.Option("--to", metavar="NAME", help="Who gains by it.")] = None,
    stated_by: Annotated[str | None, typer.Option("--stated-by", metavar="NAME", help="Who said it.")] = None,
    due_before: Annotated[str | None, typer.Option("--due-before", metavar="DATE", help="Due before then.")] = None,
    due_after: Annotated[str | None, typer.Option("--due-after", metavar="DATE", help="Due after then.")] = None,
    with_number: Annotated[bool, typer.Option("--with-number", help="Only those with a number.")] = False,
    without_deadline: Annotated[
        bool, typer.Option("--without-deadline", help="Only those that no date is set to.")
    ] = False,
    article: Annotated[str | None, typer.Option("--article", metavar="ID", help="Only those of one article.")] = None,
    limit: Annotated[int | None, typer.Option("--limit", min=1, help="Only the first so many.")] = None,
    format: Annotated[
        str | None, typer.Option("--format", help="table, csv or json; a table on a terminal, csv in a pipe.")
    ] = None,
    store: StoreOrEndpoint = DEFAULT_STORE,
) -> None:
    """Show who promised what: pledges and goals, with the very words, the number, the deadline and who said it.

    Names may be typed without accents; dates are 2026, 2026-06 or 2026-06-30.

    Example: camket commitments --by "thanh giang" --due-before 2027 --with-number
    """
    from camket.cli import console
    from camket.cli.names import iris
    from camket.graph import api
    from camket.graph.views.succession import with_predecessors
    from camket.graph.views.undertakings import Choice, check_choice, chosen_kinds, undertakings

    chosen = console.chosen_format(format, _FORMATS)
    choice = Choice(kinds=chosen_kinds(kind or []), due_before=due_before, due_after=due_after)
    check_choice(choice)
    dataset = api.open_store(store)
    actors = iris(dataset, by)
    inherited = with_predecessors(dataset, actors) if actors else None
    if predecessors:
        actors = inherited
    elif inherited != actors:
        console.note("took over from others: --with-predecessors adds what those promised")
    choice = Choice(
        kinds=choice.kinds,
        by=actors,
        to=iris(dataset, to),
        stated_by=iris(dataset, stated_by),
        due_before=due_before,
        due_after=due_after,
        with_number=with_number,
        without_deadline=without_deadline,
        article=article,
    )
    found = undertakings(dataset, choice)[:limit]
    if chosen == console.JSON:
        console.print_json(found)
        return
    if chosen == console.CSV:
        console.print_csv(_COLUMNS, [_row(one, [figure.plain() for figure in one.figures]) for one in found])
        return
    rows = [_row(one, [str(figure) for figure in one.figures]) for one in found]
    console.print_table(*_for_reading(rows, console.width()), widest="what", empty="no undertaking fits")


def _row(one: "Undertaking", figures: list[str]) -> tuple[str, ...]:
    return (
        one.kind,
        "; ".join(one.who),
        one.words,
        "; ".join(figures),
        one.due or "",
        "; ".join(one.to),
        "; ".join(one.by),
        one.article,
        one.published or "",
    )


def _for_reading(rows: list[tuple[str, ...]], width: int) -> tuple[list[str], list[list[str]]]:
    """Columns and rows of the table: article and date in one column; kind and beneficiary only where there is room."""
    columns = list(_COLUMNS[:-1])
    joined = [[*row[:-2], f"{row[-2]} {row[-1]}".strip()] for row in rows]
    left_out = set(_WHERE_ROOM if width < _ROOMY else ())
    if not any(row[columns.index("to")] for row in joined):
        left_out.add("to")
    kept = [i for i, name in enumerate(columns) if name not in left_out]
    return [columns[i] for i in kept], [[row[i] for i in kept] for row in joined]
