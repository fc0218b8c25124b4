"""camket evaluate: how well articles are read, against annotations."""

from pathlib import Path
from typing import Annotated

import typer

_FORMATS = ("table", "json")


def evaluate(
    articles: Annotated[Path, typer.Argument(metavar="ARTICLES", help="The articles: a file or folder, as for build.")],
    annotations: Annotated[
        Path,
        typer.Argument(metavar="ANNOTATIONS", help="The folder with what a careful reader found, a JSON file each."),
    ],
    errors: Annotated[
        bool, typer.Option("--errors", help="Also list what was missed (-) and what was made up (+).")
    ] = False,
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
    """Score what is read from articles against annotations: precision, recall and F1 by kind of fact.

    Example: camket evaluate articles.jsonl annotations/ --errors
    """
    from camket.cli import console
    from camket.graph import api
    from camket.graph.evaluation.evaluate import evaluate as compared
    from camket.graph.evaluation.figures import figures_of

    chosen = console.chosen_format(format, _FORMATS)
    found = compared([articles], annotations, None if store is None else api.open_store(store))
    if errors:
        for article, comparison in found.items():
            console.note("\n  ".join((f"== {article}", *comparison.errors)))
    figures = figures_of(list(found.values()), intervals=intervals)
    if chosen == console.JSON:
        console.print_json(figures)
        return
    rows = [
        (kind, f"{f.precision:.3f}", f"{f.recall:.3f}", f"{f.f1:.3f}", _range(f.interval), str(f.gold))
        for kind, f in figures.kinds.items()
    ]
    rows.append(("mean", "", "", f"{figures.mean_f1:.3f}", _range(figures.mean_interval), ""))
    rows += [(slot, "", "", f"{s.accuracy:.3f}", "", str(s.of)) for slot, s in figures.slots.items()]
    columns = ("what", "precision", "recall", "F1", "95 %", "of")
    console.print_table(columns, rows, numbers=columns[1:])
    console.note(f"{figures.articles} articles; slots are counted in facts that match, and how many of them are right")


def _range(interval: tuple[float, float] | None) -> str:
    return "" if interval is None else f"{interval[0]:.2f}-{interval[1]:.2f}"
