import csv
import datetime
import io
import time
from pathlib import Path

import networkx
import openpyxl
import pytest
from pyarrow import parquet

from camket.graph.errors import UsageError
from camket.graph.export import View, export
from camket.graph.export.tables import Table
from camket.graph.export.xlsx import write_xlsx
from camket.graph.store import Dataset

PLEDGE = "tỉnh sẽ bàn giao 1.200 ha mặt bằng trước ngày 30/6"


def test_each_number_of_a_commitment_is_a_row(dataset: Dataset, tmp_path: Path) -> None:
    report = export(dataset, tmp_path / "c.csv")
    with (tmp_path / "c.csv").open(encoding="utf-8", newline="") as stream:
        rows = [row for row in csv.DictReader(stream) if row["words"] == PLEDGE]
    assert report.counts == {"rows": 2}
    assert [(row["comparator"], row["value"], row["unit"], row["period"]) for row in rows] == [
        ("=", "1200", "ha", ""),
        (">=", "55600000000000.5", "VND", "2026/2030"),
    ]
    assert {(row["kind"], row["who"], row["to"].partition("\n")[0], row["stated_by"], row["due"]) for row in rows} == {
        ("pledge", "UBND tỉnh Vân Hải", 'Công ty "Sóng <&> Xanh"', "Đỗ Minh Khải", "2025-06-30")
    }


def test_openpyxl_reads_numbers_as_numbers_and_texts_as_texts(dataset: Dataset, tmp_path: Path) -> None:
    export(dataset, tmp_path / "c.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "c.xlsx")["commitments"]
    heading, *rows = sheet.iter_rows(values_only=True)
    assert sheet.max_row == 3
    read = [dict(zip(heading, row, strict=True)) for row in rows]
    assert [row["value"] for row in read] == [1200, 55600000000000.5]
    assert read[0]["to"] == 'Công ty "Sóng <&> Xanh"\ndòng hai 😀'
    assert sheet.freeze_panes == "A2"


def test_a_text_that_looks_like_a_formula_stays_a_text() -> None:
    read = openpyxl.load_workbook(io.BytesIO(workbook([("=1+1",), ("https://x.example",)])))
    cells = [row[0] for row in read["Bảng"].iter_rows(min_row=2)]
    assert [(cell.value, cell.data_type, cell.hyperlink) for cell in cells] == [
        ("=1+1", "s", None),
        ("https://x.example", "s", None),
    ]


def test_pyarrow_reads_nodes_and_edges_with_their_types(
    dataset: Dataset, tmp_path: Path, graph: "networkx.MultiDiGraph[str]"
) -> None:
    export(dataset, tmp_path / "n.parquet", table="nodes")
    export(dataset, tmp_path / "e.parquet", table="edges")
    nodes, edges = parquet.read_table(tmp_path / "n.parquet"), parquet.read_table(tmp_path / "e.parquet")
    assert (nodes.num_rows, edges.num_rows) == (graph.number_of_nodes(), graph.number_of_edges())
    labels = {row["id"]: row["label"] for row in nodes.select(["id", "label"]).to_pylist()}
    assert labels == {node: data["label"] for node, data in graph.nodes(data=True)}
    types = {field.name: str(field.type) for field in nodes.schema}
    assert (types["mention_count"], types["value"], types["start"]) == ("int64", "double", "date32[day]")
    assert datetime.date(2025, 5, 13) in nodes.column("start").to_pylist()


def test_a_table_may_be_narrowed_where_it_is_of_the_graph(dataset: Dataset, tmp_path: Path) -> None:
    report = export(dataset, tmp_path / "n.csv", table="nodes", view=View(kinds=("pledge",)))
    with (tmp_path / "n.csv").open(encoding="utf-8", newline="") as stream:
        assert "goal" not in {row["kind"] for row in csv.DictReader(stream)}
    assert report.counts["rows"] > 0


def test_what_does_not_go_together_is_refused(dataset: Dataset, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no table is called 'people': choose one of commitments, nodes, edges"):
        export(dataset, tmp_path / "x.csv", table="people")
    with pytest.raises(UsageError, match="--table is for csv, xlsx and parquet, not for gexf"):
        export(dataset, tmp_path / "x.gexf", table="nodes")
    with pytest.raises(UsageError, match="are for graphs, not for csv"):
        export(dataset, tmp_path / "x.csv", view=View(kinds=("pledge",)))
    with pytest.raises(UsageError, match="are for graphs, not for turtle"):
        export(dataset, tmp_path / "x.ttl", view=View(metrics=True))
    assert list(tmp_path.iterdir()) == []


def workbook(rows: list[tuple[str]]) -> bytes:
    out = io.BytesIO()
    write_xlsx(Table("Bảng", (("a", "string"),), rows), out)
    return out.getvalue()


def test_a_cell_takes_no_more_than_excel_opens() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(workbook([("x\x0by" + "z" * 40_000,)])))["Bảng"]
    assert sheet["A2"].value == "xy" + "z" * (32_767 - 2)


def test_a_workbook_does_not_say_when_it_was_made() -> None:
    before = workbook([("một",)])
    time.sleep(1.1)
    assert workbook([("một",)]) == before
    assert openpyxl.load_workbook(io.BytesIO(workbook([]))).sheetnames == ["Bảng"]
