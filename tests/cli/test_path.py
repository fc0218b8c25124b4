"""camket path: who is joined to whom, through which facts, in which words."""

import json
import subprocess
from collections.abc import Callable

import pytest

from camket.ontology.namespaces import BASE

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_a_page_with_the_words(camket: Run) -> None:
    shown = camket("path", "tran quoc khoi", "le van thuấn", "--limit", "2", "--format", "page")
    assert (shown.returncode, shown.stderr) == (0, "")
    assert (
        shown.stdout
        == """Chain 1 of 1, 2 links
Trần Quốc Khởi (person)
  → chairs
    [event] Ngày 7/3/2024, tại Thanh Giang, Thứ trưởng Bộ Xây dựng Trần Quốc Khởi làm việc với UBND
    tỉnh Thanh Giang (2024-03-08 thanh-giang-01)
  ← attends
Lê Văn Thuấn (person)
"""
    )


def test_json_in_a_pipe(camket: Run) -> None:
    found = json.loads(camket("path", "Trần Quốc Khởi", "Đỗ Thị Hiền").stdout)
    assert (found["length"], found["total"], found["complete"]) == (5, 1, True)
    ((*_, body, holder),) = found["chains"]
    assert (body["name"], body["kind"], body["evidence"]) == ("Công an tỉnh Thanh Giang", "body", None)
    assert holder == {
        "iri": f"{BASE}person/Đỗ_Thị_Hiền",
        "name": "Đỗ Thị Hiền",
        "kind": "person",
        "evidence": None,
        "links": [
            {
                "kind": "holds post",
                "label": "giữ chức",
                "back": True,
                "role": "Giám đốc",
                "evidence": {
                    "words": "Đỗ Thị Hiền, Giám đốc Công an tỉnh Thanh Giang",
                    "article": "thanh-giang-02",
                    "published": "2024-09",
                },
            }
        ],
    }


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (
            ("Trần Quốc Khởi", "tran quoc khoi"),
            2,
            "camket: 'Trần Quốc Khởi' and 'tran quoc khoi' both mean Trần Quốc Khởi: name two different ones\n",
        ),
        (("Trần Quốc Khởi", "Ai Đó"), 1, "camket: nothing in the store is called 'Ai Đó': no name comes near\n"),
        (("Trần Quốc Khởi", "Lê Văn Thuận"), 0, "no chain of facts joins Trần Quốc Khởi and Lê Văn Thuận\n"),
    ],
)
def test_what_cannot_be_shown_is_said_in_a_line(
    camket: Run, arguments: tuple[str, ...], code: int, message: str
) -> None:
    shown = camket("path", *arguments, "--format", "page")
    assert (shown.returncode, shown.stdout, shown.stderr) == (code, "", message)


def test_namesakes_are_listed(camket: Run) -> None:
    shown = camket("path", "le van thuan", "Trần Quốc Khởi")
    assert shown.returncode == 1
    assert "Lê Văn Thuấn   person" in shown.stdout
    assert shown.stderr.startswith("camket: 'le van thuan' means 2 things: ")
