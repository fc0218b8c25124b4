"""An Excel workbook with one sheet: a heading that stays, filters, numbers as numbers and texts as texts."""

from datetime import datetime
from typing import BinaryIO, Final

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from camket.graph.errors import CamketError
from camket.graph.export.tables import Cell, Table
from camket.graph.export.xml_text import xml_text

MOST_ROWS: Final = 1_048_575
LONGEST: Final = 32_767
"""Characters that a cell can hold."""

# The day the workbook says it was made on: the same graph gives the same bytes, whatever the day.
_MADE: Final = datetime(2000, 1, 1)
_AS_TEXT: Final = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
_WIDE, _NARROW = 60, 16
_LONG_TEXTS: Final = frozenset({"words", "what", "quote", "title", "headline", "label"})


def write_xlsx(table: Table, out: BinaryIO) -> None:
    """Write a table to `out`. Raises CamketError where it has more rows than a sheet holds."""
    if len(table.rows) > MOST_ROWS:
        raise CamketError(f"{len(table.rows)} rows are more than an Excel sheet holds ({MOST_ROWS}): choose csv")
    with xlsxwriter.Workbook(out, _AS_TEXT) as book:
        book.set_properties({"created": _MADE, "title": f"Camket: {table.name}"})
        sheet = book.add_worksheet(table.name)
        bold = book.add_format({"bold": True})
        for column, (name, _) in enumerate(table.columns):
            sheet.write_string(0, column, name, bold)
            sheet.set_column(column, column, _WIDE if name in _LONG_TEXTS else _NARROW)
        for row, cells in enumerate(table.rows, 1):
            for column, cell in enumerate(cells):
                _write(sheet, row, column, cell)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(len(table.rows), 1), len(table.columns) - 1)


def _write(sheet: Worksheet, row: int, column: int, cell: Cell) -> None:
    if isinstance(cell, bool):
        sheet.write_boolean(row, column, cell)
    elif isinstance(cell, int | float):
        sheet.write_number(row, column, cell)
    elif cell is not None:
        sheet.write_string(row, column, xml_text(cell)[:LONGEST])
