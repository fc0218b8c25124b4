"""camket show of a promise and of an occasion, and camket why of a fact, as a user runs them."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

BASE = "https://w3id.org/camket/id/"
PROMISE = "article/dk-01#pledge=64,136"
OF_A_PROMISE = f"""\
UBND tỉnh Đồng Khê: tỉnh cam kết xây 500 căn nhà ở xã hội cho công nhân trước ngày 30/6/2024
pledge
{BASE}{PROMISE}
status: moved
due: 2024-06-30
number: Nhà ở xã hội 500 căn
to: công nhân
said by: Hà Văn Lộc
names: actor, action, number, unit, deadline
lacks: baseline
article: dk-01 · 2024-01-15 · Báo Đồng Khê · Đồng Khê hứa 500 căn nhà ở xã hội ·
https://example.org/dk-01

What became of it (1)
2024-05-20 dk-02  [moved to 2024-12-31] tỉnh sẽ xây xong 500 căn nhà ở xã hội trước ngày 31/12/2024
"""

MET = (
    {
        "id": "gap-1",
        "published": "2025-03-05",
        "publisher": "Báo Sơn Hà",
        "text": "Sáng 4/3, tại thành phố Đồi Cọ, Chủ tịch UBND tỉnh Sơn Hà Mạc Thị Liễu chủ trì buổi làm việc với Sở Y "
        "tế tỉnh Sơn Hà. Bà Liễu cam kết tỉnh sẽ xây xong bệnh viện Đồi Cọ trước ngày 30/6/2026.",
    },
    {
        "id": "gap-2",
        "published": "2025-03-06",
        "publisher": "Tin Núi",
        "text": "Ngày 4/3, tại xã Suối Lim, Chủ tịch UBND tỉnh Sơn Hà Mạc Thị Liễu có buổi làm việc với Sở Y tế tỉnh "
        "Sơn Hà.",
    },
)


@pytest.fixture(scope="module")
def met(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of two articles on one meeting, which name two places."""
    from camket.graph import api

    folder = tmp_path_factory.mktemp("met")
    source = folder / "bai.jsonl"
    source.write_text("\n".join(json.dumps(one, ensure_ascii=False) for one in MET), encoding="utf-8")
    api.build([source], folder / "store")
    return folder / "store"


def test_a_promise_by_its_iri(camket: Run, dong_khe: Path) -> None:
    for iri in (PROMISE, BASE + PROMISE, PROMISE.removeprefix("article/")):
        shown = camket("show", iri, "--format", "page", "--store", dong_khe)
        assert (shown.returncode, shown.stderr, shown.stdout) == (0, "", OF_A_PROMISE)
    found = json.loads(camket("show", "dk-02#pledge=52,111", "--store", dong_khe).stdout)
    assert (found["life"]["status"], [step["step"] for step in found["life"]["steps"]]) == ("kept", ["kept"])
    assert [(one["step"], one["iri"]) for one in found["takes_up"]] == [("moved", BASE + PROMISE)]


def test_an_occasion_by_name_by_its_iri_and_by_an_article_on_it(camket: Run, met: Path) -> None:
    found = json.loads(camket("show", "buoi lam viec", "--store", met).stdout)
    assert [report["article"] for report in found["reports"]] == ["gap-1", "gap-2"]
    assert found["differences"] == [
        {
            "what": "place",
            "accounts": [
                {"says": "xã Suối Lim", "articles": ["gap-2"]},
                {"says": "Đồi Cọ", "articles": ["gap-1"]},
            ],
        }
    ]
    assert [(life["undertaking"]["article"], life["status"]) for life in found["said"]] == [("gap-1", "overdue")]
    for words in (found["iri"], found["iri"].removeprefix(BASE), found["reports"][1]["iri"]):
        assert json.loads(camket("show", words, "--store", met).stdout) == found
    page = camket("show", found["iri"], "--format", "page", "--store", met).stdout
    assert "\nThey disagree on (1)\nplace  xã Suối Lim (gap-2); Đồi Cọ (gap-1)\n" in page
    assert page.startswith(f"{found['name']}\noccasion\n{found['iri']}\non: 2025-03-04\n\nTold by (2)\n")


def test_why_of_a_fact(camket: Run, dong_khe: Path) -> None:
    told = camket("why", PROMISE.removeprefix("article/"), "--format", "page", "--store", dong_khe)
    assert (told.returncode, told.stderr) == (0, "")
    assert told.stdout.startswith(
        f"Pledge {BASE}{PROMISE}\narticle: dk-01 · 2024-01-15 · Báo Đồng Khê · Đồng Khê hứa 500 căn nhà ở xã hội"
    )
    assert "\nactor: UBND tỉnh Đồng Khê (" in told.stdout
    found = json.loads(camket("why", PROMISE, "--store", dong_khe).stdout)
    assert (found["iri"], found["kind"], found["article"]["id"]) == (BASE + PROMISE, "Pledge", "dk-01")


def test_why_of_a_name_tells_its_reference_data_and_judgements_in_json_too(camket: Run, met: Path) -> None:
    found = json.loads(camket("why", "Mạc Thị Liễu", "--store", met).stdout)
    assert (found["same"], found["reference"], found["judgements"]) == (True, [], [])
    assert {step["ground"] for step in found["steps"]} == {"SamePost"}


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            "dk-01#pledge=1,2",
            "no fact is called 'dk-01#pledge=1,2': `camket query article-says --set article=ID` lists",
        ),
        ("article/a b#pledge=1,2", "nothing in the store is called 'article/a b#pledge=1,2'"),
        ("dk-01#statement=29,62", "'dk-01#statement=29,62' has no page, as people, bodies, places, promises and"),
        ("Zzyzx", "nothing in the store is called 'Zzyzx'"),
    ],
)
def test_what_has_no_page_is_told_in_one_line(camket: Run, dong_khe: Path, words: str, message: str) -> None:
    shown = camket("show", words, "--store", dong_khe)
    assert (shown.returncode, shown.stdout, shown.stderr.count("\n")) == (1, "", 1)
    assert shown.stderr.startswith(f"camket: {message}")
