"""camket audit, as a user runs it."""

import csv
import io
import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_the_ranking_as_a_table(camket: Run, dong_khe: Path) -> None:
    shown = camket("audit", "--format", "table", "--store", dong_khe)
    assert (shown.returncode, shown.stderr) == (
        0,
        "score: so large a share of promises is checkable at least, by the 95 % Wilson interval: few promises, low "
        "score\n",
    )
    assert (
        shown.stdout
        == """\
score   who             promises   checkable   measurable   what they name
────────────────────────────────────────────────────────────────────────────────────────────────────
 0.34   UBND tỉnh              2    2 (100%)            2   actor 2, action 2, number 2, baseline 0,
        Đồng Khê                                            unit 2, deadline 2
        (body)
 0.21   Đồng Khê               1    1 (100%)            1   actor 1, action 1, number 1, baseline 1,
        (place)                                             unit 1, deadline 1
 0.06   Sở Y tế Đồng           3     1 (33%)            0   actor 3, action 2, number 1, baseline 0,
        Khê (body)                                          unit 1, deadline 1
"""
    )


def test_each_promise(camket: Run, dong_khe: Path) -> None:
    shown = camket("audit", "--each", "--by", "so y te", "--format", "table", "--store", dong_khe)
    assert shown.stderr == "so y te: Sở Y tế Đồng Khê (body)\n"
    assert (
        shown.stdout
        == """\
who             what                                      is          lacks           article
────────────────────────────────────────────────────────────────────────────────────────────────────
Sở Y tế Đồng    Sở sẽ quan tâm người cao tuổi             neither     action,         dk-01
Khê                                                                   number,         2024-01-15
                                                                      baseline,
                                                                      unit,
                                                                      deadline
Sở Y tế Đồng    Sở sẽ mở phòng khám ở xã Khê Thượng       checkable   number,         dk-04 2025-02
Khê             trong quý II/2025                                     baseline,
                                                                      unit
Sở Y tế Đồng    Sở hứa tuyển 30 bác sĩ                    neither     baseline,       dk-04 2025-02
Khê                                                                   deadline
"""
    )


def test_in_a_pipe_it_is_csv(camket: Run, dong_khe: Path) -> None:
    assert camket("audit", "--who", "places", "--store", dong_khe).stdout == (
        "name,kind,promises,checkable,measurable,share,score,actor,action,number,baseline,unit,deadline\n"
        "Đồng Khê,place,1,1,1,1.0,0.207,1,1,1,1,1,1\n"
    )
    rows = list(csv.DictReader(io.StringIO(camket("audit", "--each", "--store", dong_khe).stdout)))
    assert [row["told"] for row in rows] == ["1", "2", "1", "1", "1", "1"]
    (only,) = json.loads(camket("audit", "--each", "--limit", "1", "--format", "json", "--store", dong_khe).stdout)
    assert only["lacks"] == ["baseline"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--who", "ministries"], "camket: nobody is ranked as 'ministries': use bodies, people, places, posts\n"),
        (["--kind", "promise"], "camket: no kind of undertaking is called 'promise': use all, pledge, goal, "),
        (["--format", "xlsx"], "camket: unknown format 'xlsx': use table, csv, json\n"),
    ],
)
def test_an_error_is_one_line(camket: Run, arguments: list[str], message: str) -> None:
    shown = camket("audit", *arguments)
    assert (shown.returncode, shown.stdout) == (2, "")
    assert shown.stderr.startswith(message)
    assert shown.stderr.count("\n") == 1


def test_nobody_to_rank(camket: Run) -> None:
    shown = camket("audit", "--who", "people", "--format", "table")
    assert (shown.returncode, shown.stdout) == (0, "")
    assert shown.stderr.startswith("nobody made such a promise\n")
