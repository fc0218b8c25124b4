"""What became of promises, as a user asks for it: camket commitments --status, --changed-since, --on, --format ics."""

import csv
import io
import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import icalendar

Run = Callable[..., subprocess.CompletedProcess[str]]


TABLE = """\
kind     who       what                   number    due               to        said by   article
────────────────────────────────────────────────────────────────────────────────────────────────────
pledge   UBND      tỉnh cam kết xây 500   500 căn   2024-06-30        công      Hà Văn    dk-01
         tỉnh      căn nhà ở xã hội cho             moved to          nhân      Lộc       2024-01-15
         Đồng      công nhân trước ngày             2024-12-31
         Khê       30/6/2024                        2024-05-20
                                                    dk-02
goal     Đồng      năm 2024, tỉnh phấn    −20 %     2024                        Hà Văn    dk-01
         Khê       đấu giảm 20% số hộ               missed                      Lộc       2024-01-15
                   nghèo so với năm                 2025-01-10
                   2023                             dk-03
pledge   Sở Y tế   Sở sẽ quan tâm người                                                   dk-01
         Đồng      cao tuổi                                                               2024-01-15
         Khê
pledge   UBND      tỉnh sẽ xây xong 500   500 căn   2024-12-31                            dk-02
         tỉnh      căn nhà ở xã hội                 kept                                  2024-05-20
         Đồng      trước ngày                       2025-01-10
         Khê       31/12/2024                       dk-03
goal     Đồng      tỉnh vẫn phấn đấu      −20 %     missed                                dk-02
         Khê       giảm 20% số hộ nghèo             2025-01-10                            2024-05-20
                                                    dk-03
pledge   Sở Y tế   Sở sẽ mở phòng khám              2025-04/2025-06             Ngô Thị   dk-04
         Đồng      ở xã Khê Thượng                  overdue,                    Hà        2025-02
         Khê       trong quý II/2025                nothing
                                                    reported
pledge   Sở Y tế   Sở hứa tuyển 30 bác    30 bác    refused                               dk-04
         Đồng      sĩ                     sĩ        2025-03-02                            2025-02
         Khê                                        dk-05
"""


def test_the_table_tells_what_became_of_them(camket: Run, dong_khe: Path) -> None:
    shown = camket("commitments", "--on", "2025-12-01", "--format", "table", "--store", dong_khe)
    assert (shown.returncode, shown.stderr) == (0, "")
    assert shown.stdout == TABLE


def test_status_and_since(camket: Run, dong_khe: Path) -> None:
    asked = ("commitments", "--on", "2025-12-01", "--store", dong_khe)
    kept = list(csv.DictReader(io.StringIO(camket(*asked, "--status", "kept", "--status", "moved").stdout)))
    assert [(row["status"], row["latest step"], row["told on"], row["told in"]) for row in kept] == [
        ("moved", "moved", "2024-05-20", "dk-02"),
        ("kept", "kept", "2025-01-10", "dk-03"),
    ]
    overdue = json.loads(camket(*asked, "--status", "overdue", "--by", "so y te", "--format", "json").stdout)
    assert [(one["status"], one["told"], one["steps"]) for one in overdue] == [
        ("overdue", "overdue, nothing reported", [])
    ]
    (new,) = csv.DictReader(io.StringIO(camket(*asked, "--changed-since", "2025-03").stdout))
    assert (new["what"], new["told in"]) == ("Sở hứa tuyển 30 bác sĩ", "dk-05")


def test_nothing_is_ever_called_broken(camket: Run, dong_khe: Path) -> None:
    """Whatever the day, what nobody reported on is no more than overdue."""
    for day in ("2024-01-15", "2024-07-01", "2025-07-01", "2999"):
        shown = camket("commitments", "--on", day, "--format", "json", "--store", dong_khe).stdout
        silent = [one for one in json.loads(shown) if all(step["relation"] == "restates" for step in one["steps"])]
        assert silent
        assert {one["status"] for one in silent} <= {"open", "overdue"}


def test_a_calendar(camket: Run, dong_khe: Path, tmp_path: Path) -> None:
    asked = ("commitments", "--on", "2025-12-01", "--status", "overdue", "--format", "ics", "--store", dong_khe)
    shown = camket(*asked, text=False, encoding=None)
    calendar: Any = icalendar.Calendar.from_ical(shown.stdout)
    (event,) = calendar.walk("VEVENT")
    assert str(event["SUMMARY"]) == "Sở Y tế Đồng Khê: Sở sẽ mở phòng khám ở xã Khê Thượng trong quý II/2025"
    assert str(event["DESCRIPTION"]).startswith("Tình trạng: quá hạn, chưa có tin nào về kết quả\n")
    exported = camket("export", "deadlines.ics", "--store", dong_khe)
    assert exported.stdout == "deadlines.ics: 4 deadlines; left out: 5 texts\n"
