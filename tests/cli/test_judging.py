"""same, different, reject, confirm, judgements, why and candidates as an editor runs them."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

TEXTS = {
    "a": "Chủ tịch UBND tỉnh Thanh Giang Lê Văn Thuấn cam kết tỉnh sẽ xây 1.200 căn nhà ở xã hội trước ngày 30/6/2025.",
    "b": "Chủ tịch UBND tỉnh Hải Lâm Lê Văn Thuấn cam kết tỉnh sẽ xây 300 căn nhà ở xã hội trước ngày 30/9/2025.",
    "c": "Chủ tịch UBND tỉnh Thanh Giang Lê Văn Thuấn cho biết tỉnh đã khởi công khu nhà ở xã hội.",
}
READING = (("why", "Lê Văn Thuấn@a", "Lê Văn Thuấn@c"), ("candidates",), ("judgements", "--format", "json"))
BASE = "https://w3id.org/camket/id/"
THUAN = f"{BASE}person/Lê_Văn_Thuấn"


@pytest.fixture
def judged(camket: Run, tmp_path: Path) -> Run:
    """Runs `camket` on a store of the three articles."""
    lines = [
        json.dumps({"id": k, "published": f"2025-01-0{n}", "text": t}) for n, (k, t) in enumerate(TEXTS.items(), 1)
    ]
    (tmp_path / "articles.jsonl").write_text("\n".join(lines), encoding="utf-8")
    assert camket("build", "articles.jsonl", "--store", "own").returncode == 0

    def run(*arguments: str, **more: object) -> subprocess.CompletedProcess[str]:
        return camket(*arguments, "--store", "own", **more)

    return run


def test_two_are_judged_one_and_the_judgement_is_withdrawn(judged: Run, tmp_path: Path) -> None:
    here, there = f"{THUAN}_(UBND_tỉnh_Thanh_Giang)", f"{THUAN}_(UBND_tỉnh_Hải_Lâm)"
    one = judged("same", "Lê Văn Thuấn@a", "Lê Văn Thuấn@b", "--because", "ông được điều động", "--by", "Lan")
    line = 'same person "Lê Văn Thuấn" in a and "Lê Văn Thuấn" in b because "ông được điều động" by "Lan"'
    assert (one.returncode, one.stdout) == (0, f"own/judgements.txt: {line}\nnow one: {THUAN}\n")
    assert sorted(one.stderr.splitlines()) == [f"renamed: {old} is now {THUAN}" for old in (there, here)]
    assert judged("same", "Lê Văn Thuấn@b", "Lê Văn Thuấn@a").stdout == (
        f"own/judgements.txt: said already: {line}\none: {THUAN}\n"
    )

    listed = json.loads(judged("judgements", "--format", "json").stdout)
    number = (tmp_path / "own" / "judgements.txt").read_text(encoding="utf-8").splitlines().index(line) + 1
    assert listed == [
        {
            "line": number,
            "verdict": "same",
            "about": 'person "Lê Văn Thuấn" in a and "Lê Văn Thuấn" in b',
            "because": "ông được điều động",
            "by": "Lan",
            "concerns": ["person/Lê_Văn_Thuấn"] * 2,
            "now": "one: person/Lê_Văn_Thuấn",
        }
    ]
    refused = judged("different", "Lê Văn Thuấn@a", "Lê Văn Thuấn@b")
    assert (refused.returncode, refused.stdout, refused.stderr.count("\n")) == (1, "", 1)
    assert f"contradicts line {number} ({line})" in refused.stderr

    gone = judged("judgements", "--withdraw", str(number))
    assert gone.stdout == f"own/judgements.txt: withdrawn: {line}\nnow two: {here} and {there}\n"
    assert judged("judgements", "--format", "json").stdout == "[]\n"


def test_a_fact_is_rejected_and_another_confirmed(judged: Run) -> None:
    query = "SELECT ?f { ?f a ck:Pledge } ORDER BY ?f"
    first, second = judged("query", query, "--format", "csv").stdout.split()[1:]
    assert judged("reject", first).returncode == 2, "a rejection says why"
    assert (
        judged("reject", first, "--because", "không phải lời hứa").stdout.endswith("\nnow matches nothing\n") is False
    )
    assert judged("query", query, "--format", "csv").stdout.split()[1:] == [second]
    assert judged("confirm", second.removeprefix(BASE), "--by", "Lan").returncode == 0
    assert "\nconfirmed by: Lan\n" in judged("show", second, "--format", "page").stdout
    said = judged("judgements", "--format", "csv").stdout
    assert "left out of the graph,không phải lời hứa," in said
    assert "marked as confirmed,,Lan" in said
    assert judged("check").returncode == 0


def test_an_edited_file_is_heeded(judged: Run, camket: Run, tmp_path: Path) -> None:
    shared = tmp_path / "shared.txt"
    shared.write_text('different person "Lê Văn Thuấn" in a and "Lê Văn Thuấn" in c\n', encoding="utf-8")
    stale = judged("judgements", "--judgements", "shared.txt")
    assert "the file has changed since the graph was made" in stale.stderr
    assert judged("judgements", "--judgements", "shared.txt", "--apply").returncode == 0
    assert json.loads(judged("why", "Lê Văn Thuấn@a", "Lê Văn Thuấn@c").stdout)["same"] is False
    shared.write_text("<<<<<<< HEAD\n", encoding="utf-8")
    for command in (("build", "articles.jsonl"), ("retract", "c"), ("judgements",)):
        told = judged(*command, "--judgements", "shared.txt")
        assert (told.returncode, told.stdout, told.stderr.count("\n")) == (1, "", 1)
        assert told.stderr.startswith("camket: shared.txt line 1: '<<<<<<<' is no verdict")
    assert judged("build", "articles.jsonl", "--judgements", "none.txt").returncode == 2


def test_why_and_candidates(judged: Run) -> None:
    one = judged("why", "Lê Văn Thuấn@a", "Lê Văn Thuấn@c", "--format", "page").stdout
    assert one.startswith(f"one: {THUAN}_(UBND_tỉnh_Thanh_Giang)\n\nSamePost: Chủ tịch, UBND tỉnh Thanh Giang\n")
    two = judged("why", "Lê Văn Thuấn@a", "Lê Văn Thuấn@b", "--format", "page").stdout
    assert "\n- two places: thanh giang (2025-01-01, a) and hải lâm (2025-01-02, b)\n" in two
    (doubtful,) = [c for c in json.loads(judged("candidates", "--format", "json").stdout) if not c["joined"]]
    assert {doubtful["one"], doubtful["other"]} == {
        f"{THUAN}_(UBND_tỉnh_Thanh_Giang)",
        f"{THUAN}_(UBND_tỉnh_Hải_Lâm)",
    }


def test_a_name_of_several_is_listed(judged: Run) -> None:
    told = judged("same", "Lê Văn Thuấn", "Lê Văn Thuấn@c")
    assert told.returncode == 2
    assert told.stdout.count(THUAN) == 2
    assert told.stderr == (
        "camket: 'Lê Văn Thuấn' means 2 things: person/Lê_Văn_Thuấn_(UBND_tỉnh_Hải_Lâm), "
        "person/Lê_Văn_Thuấn_(UBND_tỉnh_Thanh_Giang); give one of these, or NAME@ARTICLE\n"
    )


def test_a_store_without_the_right_to_write_is_read(judged: Run, tmp_path: Path) -> None:
    """What stands in the way here is what SQLite would write beside the records to read them, for root too."""
    before = [judged(*command).stdout for command in READING]
    (tmp_path / "own" / "records.sqlite-shm").mkdir()
    assert [judged(*command).stdout for command in READING] == before


@pytest.mark.parametrize(
    ("command", "code", "message"),
    [
        (("same", "Lê Văn Thuấn@a", "Nobody At All"), 1, "nothing in the store is called 'Nobody At All'"),
        (("different", "Lê Văn Thuấn@a", "Lê Văn Thuấn@a"), 2, "both mean "),
        (("same", "Lê Văn Thuấn@a", "UBND tỉnh Thanh Giang"), 2, "nothing is both"),
        (("same", "a#pledge=0,1", "b#pledge=0,1"), 2, "'a#pledge=0,1' is no person, body or place"),
        (("commitments", "--article", "z"), 1, "no article 'z' is in the store"),
        (("confirm", "article/a#pledge=0,1"), 2, "no fact 'article/a#pledge=0,1'"),
        (("reject", "article/a#pledge=0,1", "--because", " "), 2, "a rejection says why"),
        (("same", "Lê Văn Thuấn@a", "Lê Văn Thuấn@z"), 2, "Lê Văn Thuấn@z: no article 'z' is in the store"),
        (("judgements", "--withdraw", "7"), 2, "no judgement on line 7"),
        (("why", "article/a#char=900,901"), 2, "nobody and nothing is mentioned there"),
    ],
)
def test_a_slip_is_told_in_one_line(judged: Run, command: tuple[str, ...], code: int, message: str) -> None:
    told = judged(*command)
    assert (told.returncode, told.stdout, told.stderr.count("\n")) == (code, "", 1)
    assert message in told.stderr
