"""camket changes: what is different between two graphs."""

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from rich.console import Console

    from camket.graph.changes import Changed, Changes
    from camket.graph.changes.compare import PartChanges
    from camket.graph.changes.record import Entry

_FORMATS = ("table", "json")
_DIFFERENT = 1
_TITLES = {
    "articles": "Articles",
    "names": "People, bodies, places and posts",
    "posts": "Who holds what",
    "promises": "Promises",
    "steps": "What became of them",
}
_UNNAMED_KIND = ("article",)  # the part's title says what it is


def changes(
    old: Annotated[str, typer.Argument(metavar="OLD", help="A store's folder, or an export: .nq, .nq.gz, .trig.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The one to compare it with.")],
    limit: Annotated[int, typer.Option("--limit", min=1, help="Lines shown of each kind of change.")] = 20,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Exit 1 where anything is different, as scripts want it.")
    ] = False,
    format: Annotated[
        str | None, typer.Option("--format", help="table or json; a table on a terminal, json in a pipe.")
    ] = None,
) -> None:
    """Tell what came, went and changed: articles, people, bodies, posts, promises and what became of them.

    Example: camket changes last-week.nq camket.store
    """
    from camket.cli import console
    from camket.graph import changes as compared

    chosen = console.chosen_format(format, _FORMATS)
    found = compared.changes(*compared.open_pair(old, new))
    if chosen == console.JSON:
        console.print_json(found)
    else:
        _print(found, limit)
    if exit_code and found:
        raise typer.Exit(_DIFFERENT)


def _print(found: "Changes", limit: int) -> None:
    from camket.cli import console

    if not found:
        console.note("nothing is different")
        return
    if found.read_by:
        console.note(
            "the articles were read by another Camket: what is different in them may be so for that reason alone"
        )
    with console.out() as out:
        told = [(name, part) for name, part in found.parts.items() if part]
        for number, (name, part) in enumerate(told):
            if number:
                out.print()
            _print_part(out, _TITLES[name], part, limit, found.base)


def _print_part(out: "Console", title: str, part: "PartChanges", limit: int, base: str) -> None:
    from rich.table import Table
    from rich.text import Text

    counts = {"came": len(part.came), "went": len(part.went), "changed": len(part.changed)}
    told = ", ".join(f"{count} {what}" for what, count in counts.items() if count)
    out.print(Text(f"{title}: {told}", style="bold"))
    table = Table.grid(padding=(0, 2))
    table.add_column(width=1)
    table.add_column(max_width=24, style="dim", overflow="fold")
    table.add_column(overflow="fold")
    for sign, entries in (("+", part.came), ("-", part.went)):
        for entry in entries[:limit]:
            table.add_row(sign, Text(_source(entry)), Text(_title(entry)))
    for one in part.changed[:limit]:
        table.add_row("~", Text(_source(one.entry)), Text(f"{_title(one.entry)}\n{_differences(one, base)}"))
    out.print(table)
    more = sum(max(0, count - limit) for count in counts.values())
    if more:
        out.print(Text(f"and {more} more (--limit)", style="dim"))


def _source(entry: "Entry") -> str:
    return " ".join(filter(None, (entry.published, entry.article)))


def _title(entry: "Entry") -> str:
    return entry.title if entry.about in _UNNAMED_KIND else f"[{entry.about}] {entry.title}"


def _differences(one: "Changed", base: str) -> str:
    told = []
    for difference in one.differences:
        if difference.field == "text":
            told.append("the text is another")
        elif difference.field == "IRI":
            told.append(f"was {difference.old.replace(base, '')}, is {difference.new.replace(base, '')}")
        else:
            told.append(f"{difference.field}: {difference.old or 'none'} → {difference.new or 'none'}")
    return "; ".join(told)
