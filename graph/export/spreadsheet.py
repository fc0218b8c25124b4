"""Tables as CSV and as XLSX: for programs, and for people with a spreadsheet. The same rows give the same bytes."""

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Final

from camket.graph.export.xml_text import xml_text

Row = Sequence[str]

_LONGEST_CELL: Final = 32_767  # Excel opens no longer one
_WIDEST: Final = 60
_NARROWEST: Final = 10
_LOOKED_AT: Final = 200
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_ABOUT: Final = "docProps/core.xml"
_MOMENT: Final = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_WRITTEN: Final = b"1980-01-01T00:00:00Z"


def csv_lines(header: Row, rows: Iterable[Row]) -> Iterator[str]:
    """CSV as RFC 4180 has it, line by line; every value as it is."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    for row in chain((header,), rows):
        writer.writerow(row)
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()


def xlsx(title: str, header: Row, rows: Sequence[Row]) -> bytes:
    """A workbook of one sheet, its header fixed and to be filtered by. Every value is text, whatever it begins with."""
    from openpyxl import Workbook
    from openpyxl.cell import Cell, WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    sheet = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(header))}{len(rows) + 1}"
    for column, width in enumerate(_widths(header, rows), 1):
        sheet.column_dimensions[get_column_letter(column)].width = width

    def cell(value: str) -> Cell:
        made = WriteOnlyCell(sheet, xml_text(value)[:_LONGEST_CELL])
        made.data_type = "s"  # "=1+1" is no formula
        return made

    heads = [cell(name) for name in header]
    for head in heads:
        head.font = Font(bold=True)
    sheet.append(heads)
    for row in rows:
        sheet.append([cell(value) for value in row])
    written = io.BytesIO()
    book.save(written)
    return _undated(written)


def _widths(header: Row, rows: Sequence[Row]) -> list[int]:
    columns = zip(header, *rows[:_LOOKED_AT], strict=True)
    return [min(_WIDEST, max(_NARROWEST, *(len(cell) + 2 for cell in column))) for column in columns]


def _undated(book: io.BytesIO) -> bytes:
    """The workbook without the moment at which it was written."""
    result = io.BytesIO()
    with zipfile.ZipFile(book) as dated, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as undated:
        for entry in dated.infolist():
            content = _MOMENT.sub(_WRITTEN, dated.read(entry)) if entry.filename == _ABOUT else dated.read(entry)
            undated.writestr(zipfile.ZipInfo(entry.filename, _EPOCH), content, zipfile.ZIP_DEFLATED)
    return result.getvalue()
