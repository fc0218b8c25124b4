"""The calendar of deadlines, read back by another program's parser."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import icalendar
import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st

from camket.graph.export import export
from camket.graph.export.ics import OCTETS, escaped, folded
from camket.graph.store import Dataset
from camket.ontology.namespaces import BASE

DONG_KHE = Path(__file__).parents[1] / "views" / "dong_khe.trig"


@pytest.fixture(scope="module")
def dong_khe() -> Dataset:
    store = pyoxigraph.Store()
    store.load(path=DONG_KHE)
    return Dataset(store)


def test_the_deadlines_arrive(dong_khe: Dataset, tmp_path: Path) -> None:
    report = export(dong_khe, tmp_path / "deadlines.ics")
    assert report.counts == {"deadlines": 4}
    calendar: Any = icalendar.Calendar.from_ical((tmp_path / "deadlines.ics").read_bytes())
    assert str(calendar["X-WR-CALNAME"]) == "Thời hạn các cam kết"
    events = list(calendar.walk("VEVENT"))
    assert [event.errors for event in events] == [[], [], [], []]
    assert [(str(event["UID"]).removeprefix(BASE), event["DTSTART"].dt) for event in events] == [
        ("article/dk-01#pledge=64,136", date(2024, 6, 30)),
        ("article/dk-01#goal=138,198", date(2024, 12, 31)),
        ("article/dk-02#pledge=52,111", date(2024, 12, 31)),
        ("article/dk-04#pledge=67,120", date(2025, 6, 30)),
    ]
    moved = events[0]
    assert str(moved["SUMMARY"]) == (
        "UBND tỉnh Đồng Khê: tỉnh cam kết xây 500 căn nhà ở xã hội cho công nhân trước ngày 30/6/2024"
    )
    assert str(moved["DESCRIPTION"]).splitlines() == [
        "Tình trạng: đã dời hạn",
        "Hạn: 2024-06-30",
        "Con số: Nhà ở xã hội: 500 căn",
        "Dành cho: công nhân",
        "Người nói: Hà Văn Lộc",
        "Nguồn: Báo Đồng Khê 2024-01-15 (dk-01)",
        "Về sau:",
        "2024-05-20 (dk-02): tỉnh sẽ xây xong 500 căn nhà ở xã hội trước ngày 31/12/2024",
    ]
    assert moved["DTSTAMP"].dt == datetime(2024, 5, 20, tzinfo=UTC)
    assert moved["DTEND"].dt == date(2024, 7, 1)
    assert (str(moved["URL"]), moved["SEQUENCE"]) == ("https://example.org/dk-01", 1)
    assert events[3]["DTSTAMP"].dt == datetime(2025, 2, 1, tzinfo=UTC)


def test_the_same_graph_gives_the_same_bytes(dong_khe: Dataset, tmp_path: Path) -> None:
    for name in ("a.ics", "b.ics"):
        export(dong_khe, tmp_path / name)
    written = (tmp_path / "a.ics").read_bytes()
    assert written == (tmp_path / "b.ics").read_bytes()
    assert b"qu\xc3\xa1 h\xe1\xba\xa1n" not in written  # overdue is as of a day, and an export is of none
    assert all(len(line) <= OCTETS for line in written.split(b"\r\n"))


@given(st.text())
def test_any_text_survives(text: str) -> None:
    line = folded(f"SUMMARY:{escaped(text)}")
    assert line.endswith(b"\r\n")
    assert all(len(part) <= OCTETS for part in line.split(b"\r\n"))
    event: Any = icalendar.Event.from_ical(b"BEGIN:VEVENT\r\n" + line + b"END:VEVENT\r\n")
    kept = "".join(
        c for c in text.replace("\r\n", "\n").replace("\r", "\n") if (c >= " " and c != "\x7f") or c in "\t\n"
    )
    assert str(event["SUMMARY"]) == kept
