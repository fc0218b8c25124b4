"""camket evaluate: how well articles are read and promises followed, against annotations."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from camket.graph.evaluation.figures import Figures
    from camket.graph.evaluation.link_figures import LinkFigures

_FORMATS = ("table", "json")
_COLUMNS = ("what", "precision", "recall", "F1", "95 %", "of")
_LINK_COLUMNS = ("what", "precision", "recall", "F1", "of")
_NOTE = "slots are counted in facts that match, and how many of them are right"
_LINK_NOTE = "people, bodies and events count by pairs of mentions, B³ by mentions; of the rest, how many"


def evaluate(
    articles: Annotated[Path, typer.Argument(metavar="ARTICLES", help="The articles: a file or folder, as for build.")],
    annotations: Annotated[
        Path | None,
        typer.Argument(metavar="ANNOTATIONS", help="The folder with what a careful reader found, a JSON file each."),
    ] = None,
    links: Annotated[
        Path | None,
        typer.Option(
            "--links", metavar="FILE", help="Instead: what is the same in several articles, and what promises became."
        ),
    ] = None,
    only: Annotated[
        list[str] | None,
        typer.Option("--only", metavar="IDS", help="With --links: count only articles with ids like 'a-*'."),
    ] = None,
    errors: Annotated[
        bool, typer.Option("--errors", help="Also list what was missed (-) and what was made up (+).")
    ] = False,
    unseen: Annotated[
        list[str] | None,
        typer.Option(
            "--unseen", metavar="IDS", help="With --errors: count articles like 'a-*', but list none of theirs."
        ),
    ] = None,
    intervals: Annotated[
        bool, typer.Option("--intervals", help="With 95 % intervals, by bootstrap over articles.")
    ] = False,
    format: Annotated[
        str | None, typer.Option("--format", help="table or json; a table on a terminal, json in a pipe.")
    ] = None,
    store: Annotated[
        str | None,
        typer.Option("--store", help="Judge this store (or endpoint) instead of a fresh one, built of the articles."),
    ] = None,
) -> None:
    """Score what is read from articles against annotations: precision, recall and F1 by kind of fact, or of the links.

    Example: camket evaluate articles.jsonl annotations/ --errors
    """
    from camket.cli import console
    from camket.graph import api
    from camket.graph.evaluation.evaluate import check_asked, evaluate_links, seen
    from camket.graph.evaluation.evaluate import evaluate as compared
    from camket.graph.evaluation.figures import figures_of

    chosen = console.chosen_format(format, _FORMATS)
    against = check_asked(annotations, links, only or [], unseen or [], intervals=intervals)
    dataset = None if store is None else api.open_store(store)
    figures: Figures | LinkFigures
    columns: tuple[str, ...]
    if links is not None:
        figures = linked = evaluate_links([articles], against, dataset, only or [])
        listed, columns, note = linked.errors, _LINK_COLUMNS, _LINK_NOTE
        rows = _link_rows(linked)
    else:
        found = compared([articles], against, dataset)
        figures = read = figures_of(list(found.values()), intervals=intervals)
        listed = tuple(
            "\n  ".join((f"== {article}", *one.errors)) for article, one in seen(found, unseen or []).items()
        )
        columns, note = _COLUMNS, _NOTE
        rows = _rows(read)
    for line in listed if errors else ():
        console.note(line)
    if chosen == console.JSON:
        console.print_json(figures)
        return
    console.print_table(columns, rows, numbers=columns[1:])
    console.note(f"{figures.articles} articles; {note}")


def _rows(figures: "Figures") -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = [
        (kind, f"{f.precision:.3f}", f"{f.recall:.3f}", f"{f.f1:.3f}", _range(f.interval), str(f.gold))
        for kind, f in figures.kinds.items()
    ]
    rows.append(("mean", "", "", f"{figures.mean_f1:.3f}", _range(figures.mean_interval), ""))
    return rows + [(slot, "", "", f"{s.accuracy:.3f}", "", str(s.of)) for slot, s in figures.slots.items()]


def _link_rows(figures: "LinkFigures") -> list[tuple[str, ...]]:
    scored = {**figures.identity, "links": figures.life, **figures.relations, "whatever relation": figures.whatever}
    rows: list[tuple[str, ...]] = [
        (what, f"{f.precision:.3f}", f"{f.recall:.3f}", f"{f.f1:.3f}", str(f.gold)) for what, f in scored.items()
    ]
    counted = {
        "traps taken": figures.traps,
        "look-alikes linked": figures.lookalikes,
        "posts: right holder": figures.posts.right,
        "posts: wrong holder": figures.posts.wrong,
        "posts: left open": figures.posts.left_open,
        "overdue rightly": figures.overdue.rightly,
        "overdue wrongly": figures.overdue.wrongly,
    }
    rows += [(what, "", "", str(share.count), str(share.of)) for what, share in counted.items()]
    return rows


def _range(interval: tuple[float, float] | None) -> str:
    return "" if interval is None else f"{interval[0]:.2f}-{interval[1]:.2f}"
