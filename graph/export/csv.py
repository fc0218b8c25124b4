"""CSV: UTF-8, a heading, lines ended by CR LF as RFC 4180 has it; True and False as spreadsheets write them."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import BinaryIO

from camket.graph.export.tables import Cell, Table


def write_csv(table: Table, out: BinaryIO) -> None:
    """Write a table to `out`; an empty cell is one without a value."""
    out.write(csv_text([name for name, _ in table.columns], table.rows).encode())


def csv_text(heading: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """A heading and rows as CSV."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(heading)
    writer.writerows([_written(cell) for cell in row] for row in rows)
    return stream.getvalue()


def _written(cell: Cell) -> str:
    if isinstance(cell, bool):
        return str(cell).upper()
    return "" if cell is None else plain(cell)


def plain(value: str | int | float) -> str:
    """A value as text; a number without exponent, and whole where it is whole."""
    if isinstance(value, float):
        return f"{value:.0f}" if value.is_integer() else repr(value)
    return str(value)
