"""CSV: UTF-8, a heading, lines ended by CR LF as RFC 4180 has it; True and False as spreadsheets write them."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import BinaryIO

from camket.graph.export.tables import Cell, Table


def write_csv(table: Table, out: BinaryIO) -> None:
    """Write a table to `out`; an empty cell is one without a value."""
    out.write(csv_text([name for name, _ in table.columns], table.rows).encode())


def csv_text(heading: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """A heading and rows as CSV."""
    return "".join(csv_lines(heading, rows))


def csv_lines(heading: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
    """A heading and rows as CSV, row by row."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    for row in chain((heading,), rows):
        writer.writerow([_written(cell) for cell in row])
        yield stream.getvalue()
        stream.seek(0)
        stream.truncate()


def _written(cell: Cell) -> str:
    if isinstance(cell, bool):
        return str(cell).upper()
    return "" if cell is None else plain(cell)


def plain(value: str | int | float) -> str:
    """A value as text; a number without exponent, and whole where it is whole."""
    if isinstance(value, float):
        return f"{value:.0f}" if value.is_integer() else repr(value)
    return str(value)
