"""camket audit: whose promises can be checked."""

from typing import TYPE_CHECKING, Annotated

import typer

from camket.cli.options import DEFAULT_STORE, StoreOrEndpoint

if TYPE_CHECKING:
    from camket.graph.views.audit import AuditedPromise, Ranked

_FORMATS = ("table", "csv", "json")
_SHOWN = ("score", "who", "promises", "checkable", "measurable", "what they name")
_PROMISES = ("kind", "who", "what", "names", "lacks", "checkable", "measurable", "told", "article", "published")


def audit(
    kind: Annotated[
        list[str] | None,
        typer.Option("--kind", help="pledge, goal, directive, expectation or all; pledges and goals without it."),
    ] = None,
    by: Annotated[str | None, typer.Option("--by", metavar="NAME", help="Only those of this one.")] = None,
    who: Annotated[
        list[str] | None, typer.Option("--who", help="Rank only bodies, people, places or posts; all without it.")
    ] = None,
    each: Annotated[
        bool, typer.Option("--each", help="List each promise with what it names, in place of the ranking.")
    ] = False,
    limit: Annotated[int | None, typer.Option("--limit", min=1, help="Only the first so many.")] = None,
    format: Annotated[
        str | None, typer.Option("--format", help="table, csv or json; a table on a terminal, csv in a pipe.")
    ] = None,
    store: StoreOrEndpoint = DEFAULT_STORE,
) -> None:
    """Rank who makes promises by how checkable these are: actor, action, number, baseline, unit and deadline named.

    Checkable names who, what and by when; measurable also how much. docs/audit.md tells how each is told.

    Example: camket audit --who bodies --kind pledge
    """
    from camket.cli import console
    from camket.cli.names import iris
    from camket.graph import api
    from camket.graph.views import audit as view
    from camket.graph.views.undertakings import Choice, check_choice, chosen_kinds

    chosen = console.chosen_format(format, _FORMATS)
    check_choice(Choice(kinds=chosen_kinds(kind or [])))
    view.check_who(who or ())
    dataset = api.open_store(store)
    only = iris(dataset, by)
    promises = view.audited(dataset, Choice(kinds=chosen_kinds(kind or []), by=only))
    if each:
        _print_promises(promises[:limit], chosen)
        return
    _print_ranking(view.ranked(promises, who or tuple(view.WHO), only)[:limit], chosen)
    if chosen == console.TABLE and promises:
        console.note(view.SCORE)


def _print_ranking(rows: "list[Ranked]", format: str) -> None:
    from camket.cli import console
    from camket.graph.views.measurability import PARTS

    if format == console.JSON:
        console.print_json(rows)
    elif format == console.CSV:
        columns = ("name", "kind", "promises", "checkable", "measurable", "share", "score", *PARTS)
        cells = [
            (one.name, one.kind, *map(str, (one.promises, one.checkable, one.measurable, one.share, one.score)),
             *(str(one.named[part]) for part in PARTS))
            for one in rows
        ]  # fmt: skip
        console.print_csv(columns, cells)
    else:
        table = [
            (f"{one.score:.2f}", f"{one.name} ({one.kind})", str(one.promises), f"{one.checkable} ({one.share:.0%})",
             str(one.measurable), ", ".join(f"{part} {one.named[part]}" for part in PARTS))
            for one in rows
        ]  # fmt: skip
        numbers = ("score", "promises", "checkable", "measurable")
        console.print_table(_SHOWN, table, widest="what they name", numbers=numbers, empty="nobody made such a promise")


def _print_promises(promises: "list[AuditedPromise]", format: str) -> None:
    from camket.cli import console

    if format == console.JSON:
        console.print_json(promises)
        return
    rows = [
        (one.kind, "; ".join(actor.name for actor in one.who), one.words, ", ".join(one.names), ", ".join(one.lacks),
         _yes(one.checkable), _yes(one.measurable), str(one.told), one.article, one.published or "")
        for one in promises
    ]  # fmt: skip
    if format == console.CSV:
        console.print_csv(_PROMISES, rows)
        return
    shown = [
        (row[1], row[2], _how_far(one), row[4], f"{row[8]} {row[9]}".strip())
        for one, row in zip(promises, rows, strict=True)
    ]
    console.print_table(("who", "what", "is", "lacks", "article"), shown, widest="what", empty="no promise fits")


def _how_far(promise: "AuditedPromise") -> str:
    return "measurable" if promise.measurable else "checkable" if promise.checkable else "neither"


def _yes(value: bool) -> str:
    return "yes" if value else "no"
