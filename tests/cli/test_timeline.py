"""camket timeline, as a user runs it."""

import csv
import io
import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

OF_A_BODY = """\
when         what          words                                                          article
────────────────────────────────────────────────────────────────────────────────────────────────────
2024-01-15   promised      Sở sẽ quan tâm người cao tuổi                                  dk-01
2024-05-19   event         Ngày 19/5, UBND tỉnh Đồng Khê làm việc với Sở Y tế             dk-02
                                                                                          2024-05-20
2024-05-20   was told to   Sở Y tế báo cáo trước ngày 1/6                                 dk-02
2025-02      promised      Sở sẽ mở phòng khám ở xã Khê Thượng trong quý II/2025          dk-04
2025-02      promised      Sở hứa tuyển 30 bác sĩ                                         dk-04
2025-03-02   refused       Sở Y tế chưa thể hứa tuyển 30 bác sĩ ← Sở hứa tuyển 30 bác     dk-05
                           sĩ
"""
OF_A_PROMISE = """\
when         what                  words                                                     article
────────────────────────────────────────────────────────────────────────────────────────────────────
2024-01-15   promised              UBND tỉnh Đồng Khê: tỉnh cam kết xây 500 căn nhà ở xã     dk-01
                                   hội cho công nhân trước ngày 30/6/2024
2024-05-20   moved to 2024-12-31   tỉnh sẽ xây xong 500 căn nhà ở xã hội trước ngày          dk-02
                                   31/12/2024 ← tỉnh cam kết xây 500 căn nhà ở xã hội cho
                                   công nhân trước ngày 30/6/2024
2024-06-30   due
2024-12-31   due
2025-01-10   kept                  500 căn nhà ở xã hội đã hoàn thành đúng hẹn ← tỉnh sẽ     dk-03
                                   xây xong 500 căn nhà ở xã hội trước ngày 31/12/2024
"""
MARKDOWN = """\
# UBND tỉnh Đồng Khê

- **2025-02** held before: Hà Văn Lộc: Chủ tịch ([Tin Đồng Khê 2025-02](<https://example.org/dk-04>))
- **2025-02** holds: Ngô Thị Hà: Chủ tịch ([Tin Đồng Khê 2025-02](<https://example.org/dk-04>))
"""


def test_of_a_body(camket: Run, dong_khe: Path) -> None:
    shown = camket("timeline", "so y te", "--format", "table", "--store", dong_khe)
    assert (shown.returncode, shown.stderr) == (0, "Sở Y tế Đồng Khê (body)\n")
    assert shown.stdout == OF_A_BODY


def test_of_a_promise_to_its_end(camket: Run, dong_khe: Path) -> None:
    """From any of its tellings, by its IRI whole or without the base."""
    short = "article/dk-01#pledge=64,136"
    for iri in (short, f"https://w3id.org/camket/id/{short}", "article/dk-02#pledge=52,111"):
        assert camket("timeline", iri, "--format", "table", "--store", dong_khe).stdout == OF_A_PROMISE


def test_as_markdown_from_a_day_on(camket: Run, dong_khe: Path) -> None:
    asked = ("timeline", "UBND tỉnh Đồng Khê", "--format", "md", "--store", dong_khe)
    assert camket(*asked, "--from", "2025-02").stdout == MARKDOWN
    assert camket(*asked, "--from", "2025", "--to", "2024").stdout == "# UBND tỉnh Đồng Khê\n\n"


def test_in_a_pipe_it_is_csv(camket: Run, dong_khe: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(camket("timeline", "ha van loc", "--store", dong_khe).stdout)))
    assert [(row["on"], row["what"], row["article"]) for row in rows] == [
        ("2024-01-14", "said", "dk-01"),  # the day it was said, a day before it was printed
        ("2024-01-15", "holds", "dk-01"),
        ("2024-01-15", "said for others", "dk-01"),
        ("2024-01-15", "said for others", "dk-01"),
        ("2024-05-20", "moved to 2024-12-31", "dk-02"),
        ("2024-05-20", "restated", "dk-02"),
        ("2025-01-10", "missed", "dk-03"),
        ("2025-02", "held before", "dk-04"),
    ]
    found = json.loads(camket("timeline", "dong khe", "--to", "2024", "--format", "json", "--store", dong_khe).stdout)
    assert (found["name"], found["kind"]) == ("Đồng Khê", "place")
    assert [line["what"] for line in found["lines"]] == ["set a goal", "event", "restated"]


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["Zzyzx"], 1, "camket: nothing in the store is called 'Zzyzx'"),
        (["article/dk-01#pledge=1,2"], 1, "camket: no promise is called 'article/dk-01#pledge=1,2'"),
        (["dong khe", "--from", "hôm nay"], 2, "camket: 'hôm nay' is no date: write 2025, 2025-06 or 2025-06-30"),
        (["dong khe", "--format", "ics"], 2, "camket: unknown format 'ics': use table, csv, json, md"),
    ],
)
def test_an_error_is_one_line(camket: Run, dong_khe: Path, arguments: list[str], code: int, message: str) -> None:
    shown = camket("timeline", *arguments, "--store", dong_khe)
    assert shown.stderr.startswith(message)
    assert (shown.returncode, shown.stdout, shown.stderr.count("\n")) == (code, "", 1)
