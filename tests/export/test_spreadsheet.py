"""Tables as CSV and XLSX, read back by others' readers."""

import csv
import io
import time

import openpyxl

from camket.graph.export.spreadsheet import csv_lines, xlsx

HEADER = ("ai", "điều gì")
ROWS = [
    ("Đỗ Thị Hiền", 'sẽ xây "1.200" căn; <b>&\nxong'),
    ("=1+1", "@SUM(A1) 😀"),
    ("Tô Lâm", ""),
]


def test_csv_is_read_back() -> None:
    written = "".join(csv_lines(HEADER, ROWS))
    assert list(csv.reader(io.StringIO(written, newline=""))) == [list(HEADER), *map(list, ROWS)]


def test_a_workbook_is_read_back_and_nothing_in_it_is_a_formula() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx("Bảng", HEADER, ROWS))).active
    assert sheet is not None
    assert sheet.title == "Bảng"
    assert [tuple(cell or "" for cell in row) for row in sheet.iter_rows(values_only=True)] == [HEADER, *ROWS]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value} == {"s"}


def test_what_no_workbook_can_hold_is_left_out() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx("T", ("a",), [("x\x00\x0by" + "z" * 40_000,)]))).active
    assert sheet is not None
    assert sheet["A2"].value == "xy" + "z" * (32_767 - 2)


def test_the_same_rows_give_the_same_bytes() -> None:
    before = xlsx("T", HEADER, ROWS)
    time.sleep(1.1)
    assert xlsx("T", HEADER, ROWS) == before


def test_no_rows() -> None:
    assert "".join(csv_lines(HEADER, [])) == "ai,điều gì\r\n"
    assert xlsx("T", HEADER, [])
