"""camket commitments: who promised what."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from camket.cli.options import DEFAULT_STORE, StoreOrEndpoint

if TYPE_CHECKING:
    from camket.graph.views.lives import Life
    from camket.graph.views.steps import Step

_FORMATS = ("table", "csv", "json", "ics")
_ICS = "ics"
_COLUMNS = ("kind", "who", "what", "number", "due", "to", "said by", "article", "published")
_LATER = ("status", "latest step", "told on", "told in", "IRI")
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
    status: Annotated[
        list[str] | None,
        typer.Option(
            "--status",
            help="open, overdue, kept, partly-kept, missed, moved, revised, renewed or refused; may be several.",
        ),
    ] = None,
    changed_since: Annotated[
        str | None,
        typer.Option("--changed-since", metavar="DATE", help="Only what an article published since then tells of."),
    ] = None,
    on: Annotated[
        str | None,
        typer.Option("--on", metavar="DATE", help="The day whose statuses are told, from what was published by then."),
    ] = None,
    limit: Annotated[int | None, typer.Option("--limit", min=1, help="Only the first so many.")] = None,
    format: Annotated[
        str | None, typer.Option("--format", help="table, csv, json or ics; a table on a terminal, csv in a pipe.")
    ] = None,
    store: StoreOrEndpoint = DEFAULT_STORE,
) -> None:
    """Show who promised what, with the very words, number and deadline, who said it, and what became of it.

    Past its deadline a promise that no article reports on is overdue, and no more: silence proves nothing. --format ics
    makes a calendar of the deadlines. Names may be typed without accents; dates are 2026, 2026-06 or 2026-06-30.

    Example: camket commitments --by "thanh giang" --status overdue --on 2026-01-31
    """
    from datetime import date

    from camket.cli import console
    from camket.cli.names import iris
    from camket.graph import api
    from camket.graph.views.lives import Watch, check_watch, lives
    from camket.graph.views.succession import with_predecessors
    from camket.graph.views.undertakings import Choice, check_article, check_choice, chosen_kinds

    chosen = console.chosen_format(format, _FORMATS)
    choice = Choice(kinds=chosen_kinds(kind or []), due_before=due_before, due_after=due_after)
    check_choice(choice)
    watch = Watch(tuple(status or ()), changed_since, on)
    check_watch(watch)
    dataset = api.open_store(store)
    if article is not None:
        check_article(dataset, article)
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
    found = lives(dataset, choice, watch, date.today())[:limit]
    if chosen == _ICS:
        from camket.graph.export.ics import write_deadlines

        write_deadlines(dataset, found, sys.stdout.buffer)
    elif chosen == console.JSON:
        console.print_json([_as_json(life) for life in found])
    elif chosen == console.CSV:
        console.print_csv(
            (*_COLUMNS, *_LATER),
            [(*_row(life, [figure.plain() for figure in life.undertaking.figures]), *_later(life)) for life in found],
        )
    else:
        rows = [_row(life, [str(figure) for figure in life.undertaking.figures], told=True) for life in found]
        console.print_table(*_for_reading(rows, console.width()), widest="what", empty="no undertaking fits")


def _row(life: "Life", figures: list[str], *, told: bool = False) -> tuple[str, ...]:
    one = life.undertaking
    return (
        one.kind,
        "; ".join(one.who),
        one.words,
        "; ".join(figures),
        "\n".join(filter(None, (one.due, *_told(life)))) if told else one.due or "",
        "; ".join(one.to),
        "; ".join(one.by),
        one.article,
        one.published or "",
    )


def _told(life: "Life") -> list[str]:
    """What became of it, line by line, for the table; nothing while nothing has."""
    lines = ["overdue,", "nothing reported"] if life.status == "overdue" else []
    if life.latest:
        what = ["moved to", life.latest.due or ""] if life.status == "moved" else [life.latest.step]
        lines += [*what, _when(life.latest), life.latest.article]
    return lines


def _when(step: "Step") -> str:
    return step.said or step.published or ""


def _later(life: "Life") -> tuple[str, ...]:
    step = life.latest
    latest = (step.step, _when(step), step.article) if step else ("", "", "")
    return (life.status.told, *latest, life.undertaking.iri)


def _as_json(life: "Life") -> dict[str, object]:
    from camket.cli import console

    later = {"status": life.status.value, "told": life.status.told, "latest": life.latest, "steps": life.steps}
    return {**console.plain(life.undertaking), **later}


def _for_reading(rows: list[tuple[str, ...]], width: int) -> tuple[list[str], list[list[str]]]:
    """Columns and rows of the table: article and date in one column; kind and beneficiary only where there is room."""
    columns = list(_COLUMNS[:-1])
    joined = [[*row[:-2], f"{row[-2]}\n{row[-1]}".strip()] for row in rows]
    left_out = set(_WHERE_ROOM if width < _ROOMY else ())
    if not any(row[columns.index("to")] for row in joined):
        left_out.add("to")
    kept = [i for i, name in enumerate(columns) if name not in left_out]
    return [columns[i] for i in kept], [[row[i] for i in kept] for row in joined]
