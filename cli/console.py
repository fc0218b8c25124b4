"""Tables for people, data for programs: standard output holds the result and nothing else, messages go to stderr."""

import csv
import io
import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any

from camket.graph.errors import UsageError

if TYPE_CHECKING:
    from rich.console import Console

WIDTH_IN_A_PIPE = 120  # of tables that are asked for where there is no terminal to measure
ROWS_ON_A_TERMINAL = 1000
COLUMN_GAP = 3  # of the table's style: a space on either side of a column, and one between

TABLE, CSV, JSON = "table", "csv", "json"


def chosen_format(asked: str | None, legal: Sequence[str]) -> str:
    """The format asked for; else the first legal one on a terminal, the second in a pipe. Raises UsageError."""
    if asked is None:
        return legal[0] if sys.stdout.isatty() else legal[1]
    if asked not in legal:
        raise UsageError(f"unknown format {asked!r}: use {', '.join(legal)}")
    return asked


@contextmanager
def out() -> "Iterator[Console]":
    """The console that a result is printed on: coloured on a terminal, plain trimmed lines elsewhere."""
    from rich.console import Console

    if sys.stdout.isatty():
        yield Console(highlight=False, markup=False, emoji=False)
        return
    width = None if "COLUMNS" in os.environ else WIDTH_IN_A_PIPE
    page = Console(file=io.StringIO(), width=width, highlight=False, markup=False, emoji=False)
    yield page
    assert isinstance(page.file, io.StringIO)
    for line in page.file.getvalue().splitlines():
        print(line.rstrip())


def width() -> int:
    """How many characters a line of the result may have."""
    with out() as page:
        return page.width


def print_lines(*lines: str) -> None:
    """Lines no wider than the page, what is carried over indented; an IRI is never broken."""
    import textwrap

    for line in lines:
        indent = " " * (len(line) - len(line.lstrip()) + 2)
        print(textwrap.fill(line, width(), subsequent_indent=indent, break_long_words=False, break_on_hyphens=False))


def note(message: str) -> None:
    """A message beside the result, on standard error."""
    print(message, file=sys.stderr)


def print_table(
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    widest: str | None = None,
    numbers: Sequence[str] = (),
    empty: str = "nothing found",
) -> None:
    """A table that wraps between words; the column `widest` gives way last, `numbers` are set to the right.

    Without rows there is no table, and `empty` is said on standard error.
    """
    if not rows:
        note(empty)
        return
    from rich import box
    from rich.table import Table
    from rich.text import Text

    from camket.cli.widths import column_widths

    shown = rows[:ROWS_ON_A_TERMINAL]
    with out() as page:
        room = page.width - COLUMN_GAP * (len(columns) - 1)
        table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1), show_edge=False)
        for name, width in zip(columns, column_widths(columns, shown, room, widest), strict=True):
            table.add_column(name, width=width, overflow="fold", justify="right" if name in numbers else "left")
        for row in shown:
            table.add_row(*map(Text, row))
        page.print(table)
    if len(rows) > ROWS_ON_A_TERMINAL:
        note(f"{len(rows) - ROWS_ON_A_TERMINAL} more rows: --format csv or json has them all")


def print_csv(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Rows as CSV, comma-separated, with a header."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)


def print_json(value: Any) -> None:
    """`value`, dataclasses and all, as JSON with its letters as they are."""
    print(json.dumps(plain(value), ensure_ascii=False, indent=2))


def plain(value: Any) -> Any:
    """`value` as JSON has it: dataclasses and tuples as what json can write, fields without a repr left out."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value) if field.repr}
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return value
