"""camket timeline: what happened, day by day."""

from typing import TYPE_CHECKING, Annotated

import typer

from camket.cli.options import DEFAULT_STORE, StoreOrEndpoint

if TYPE_CHECKING:
    from camket.graph.views.timeline import Line, Timeline

_FORMATS = ("table", "csv", "json", "md")
_MARKDOWN = "md"
_COLUMNS = ("on", "what", "words", "about", "article", "published", "outlet", "url", "fact")
_FAILED = 1


def timeline(
    name: Annotated[
        str,
        typer.Argument(metavar="NAME", help="A person, body or place; or a promise's IRI, article/ID#pledge=10,52."),
    ],
    since: Annotated[str | None, typer.Option("--from", metavar="DATE", help="Only what is then or later.")] = None,
    until: Annotated[str | None, typer.Option("--to", metavar="DATE", help="Only what is then or earlier.")] = None,
    format: Annotated[
        str | None, typer.Option("--format", help="table, csv, json or md; a table on a terminal, csv in a pipe.")
    ] = None,
    store: StoreOrEndpoint = DEFAULT_STORE,
) -> None:
    """Tell day by day what somebody held, said, attended, promised and was promised, and what became of it.

    Of a promise: who made it, who said it again, moved it, and when it was due, kept or missed.

    Example: camket timeline "thanh giang" --from 2025
    """
    from camket.cli import console, page
    from camket.graph import api, lookup
    from camket.graph.views import timeline as view

    chosen = console.chosen_format(format, _FORMATS)
    view.check_days(since, until)
    try:
        found = view.timeline(api.open_store(store), name, since=since, until=until)
    except lookup.AmbiguousNameError as error:
        page.print_matches(error.matches)
        console.note(f"camket: {error}")
        raise typer.Exit(_FAILED) from error
    if chosen == console.JSON:
        console.print_json(found)
    elif chosen == console.CSV:
        console.print_csv(_COLUMNS, [[getattr(line, column) or "" for column in _COLUMNS] for line in found.lines])
    elif chosen == _MARKDOWN:
        print(_markdown(found))
    else:
        console.note(f"{found.name} ({found.kind})")
        rows = [(line.on or "", line.what, _words(line), _source(line)) for line in found.lines]
        console.print_table(("when", "what", "words", "article"), rows, widest="words", empty="nothing is dated so")


def _words(line: "Line") -> str:
    return f"{line.words} ← {line.about}" if line.about else line.words


def _source(line: "Line") -> str:
    """The article, with its date where that is not the line's own."""
    return "\n".join(filter(None, (line.article, line.published if line.published != line.on else "")))


def _markdown(found: "Timeline") -> str:
    return "\n".join([f"# {_plain(found.name)}", "", *(_item(line) for line in found.lines)])


def _item(line: "Line") -> str:
    told = f"- **{line.on or '?'}** {line.what}" + (f": {_plain(_words(line))}" if line.words else "")
    if line.article is None:
        return told
    source = " ".join(filter(None, (line.outlet, line.published))) or line.article
    return f"{told} ([{_plain(source)}](<{line.url}>))" if line.url else f"{told} ({_plain(source)})"


def _plain(text: str) -> str:
    """`text` as Markdown shows it letter by letter."""
    return "".join(f"\\{letter}" if letter in "\\`*_{}[]<>#|" else letter for letter in " ".join(text.split()))
