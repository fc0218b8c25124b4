"""Evaluation: what counts as found, missed and made up, on an article of our own."""

import json
from pathlib import Path
from typing import Any

import pytest

from camket.graph.errors import UsageError
from camket.graph.evaluation.account import Account, Amount, Body, Gathering, Owed, Person, Post, Saying
from camket.graph.evaluation.annotations import read_annotations
from camket.graph.evaluation.comparison import compare
from camket.graph.evaluation.evaluate import evaluate
from camket.graph.evaluation.figures import figures_of

TEXT = (
    "Ngày 7/3/2026, tại Thanh Giang, ông Trần Quốc Khởi, Thứ trưởng Bộ Xây dựng, làm việc với UBND tỉnh Thanh Giang. "
    "Ông Khởi cho biết Bộ Xây dựng sẽ bố trí thêm 200 tỷ đồng cho tỉnh trong năm 2026. "
    "Năm 2025, GRDP của Thanh Giang tăng 8,5%."
)
ANNOTATION: dict[str, Any] = {
    "id": "lam-viec",
    "people": [{"name": "Trần Quốc Khởi", "aliases": ["ông Khởi"], "rank": None, "posts": ["Thứ trưởng Bộ Xây dựng"]}],
    "bodies": [
        {"name": "Bộ Xây dựng"},
        {"name": "Ủy ban nhân dân tỉnh Thanh Giang", "aliases": ["UBND tỉnh Thanh Giang"]},
    ],
    "events": [
        {
            "kind": "working-session",
            "date": "2026-03-07",
            "place": "Thanh Giang",
            "participants": ["Trần Quốc Khởi", "UBND tỉnh Thanh Giang"],
        }
    ],
    "statements": [
        {"speaker": "Trần Quốc Khởi", "quote": "Bộ Xây dựng sẽ bố trí thêm 200 tỷ đồng cho tỉnh trong năm 2026"}
    ],
    "commitments": [
        {
            "kind": "pledge",
            "by": "Bộ Xây dựng",
            "stated_by": "Trần Quốc Khởi",
            "quote": "Bộ Xây dựng sẽ bố trí thêm 200 tỷ đồng cho tỉnh trong năm 2026",
            "due": "2026",
            "targets": [{"indicator": "bố trí thêm", "change": "increase", "op": "=", "value": 2e11, "unit": "VND"}],
        }
    ],
    "observations": [
        {
            "of": "Thanh Giang",
            "indicator": "GRDP",
            "change": "increase",
            "op": "=",
            "value": 8.5,
            "unit": "%",
            "period": "2025",
        }
    ],
}


@pytest.fixture
def sources(tmp_path: Path) -> tuple[Path, Path]:
    """The article and the folder of its annotation."""
    articles, annotations = tmp_path / "articles.jsonl", tmp_path / "annotations"
    article = {"id": "lam-viec", "published": "2026-03-08", "text": TEXT}
    articles.write_text(json.dumps(article, ensure_ascii=False), encoding="utf-8")
    annotations.mkdir()
    (annotations / "lam-viec.json").write_text(json.dumps(ANNOTATION, ensure_ascii=False), encoding="utf-8")
    return articles, annotations


def test_an_article_read_as_annotated_scores_one(sources: tuple[Path, Path]) -> None:
    (comparison,) = evaluate([sources[0]], sources[1]).values()
    assert comparison.errors == []
    figures = figures_of([comparison], intervals=True)
    assert {figure.f1 for figure in figures.kinds.values()} == {1.0}
    assert {kind: figure.gold for kind, figure in figures.kinds.items()} == {
        "people": 1,
        "posts": 1,
        "bodies": 2,
        "events": 1,
        "participants": 2,
        "statements": 1,
        "commitments": 1,
        "measures": 1,
        "observations": 1,
    }
    assert figures.mean_f1 == 1.0
    assert figures.mean_interval == (1.0, 1.0)
    assert {slot for slot, accuracy in figures.slots.items() if accuracy.of} == {
        "event kind",
        "commitment kind",
        "due",
        "stated by",
        "comparator",
        "change",
        "period",
    }


def test_what_is_missed_and_what_is_made_up_is_listed() -> None:
    gold = Account(people=[Person(("Lê Văn Thuấn",))], bodies=[Body(("Sở Y tế Thanh Giang",))])
    found = Account(people=[Person(("Lê Văn Thuận",))], bodies=[Body(("Sở Y tế Thanh Giang",))])
    comparison = compare(gold, found)
    assert [line[:9] for line in comparison.errors] == ["- people:", "+ people:"]
    figures = figures_of([comparison])
    assert (figures.kinds["people"].f1, figures.kinds["bodies"].f1) == (0.0, 1.0)


@pytest.mark.parametrize(
    ("gold", "found", "hits"),
    [
        (Post("A B", ("Giám đốc Sở Y tế Thanh Giang",)), Post("A B", ("Phó Giám đốc Sở Y tế Thanh Giang",)), 0),
        (Post("A B", ("Giám đốc Sở Y tế Thanh Giang",)), Post("A B", ("Giám đốc Sở Y tế Thanh Hải",)), 0),
        (Post("A B", ("Giám đốc Sở Y tế Thanh Giang",)), Post("A B", ("Giám đốc Sở Y tế Thanh Giang",), True), 0),
        (Post("A B", ("Chủ tịch UBND tỉnh Thanh Giang",)), Post("A B", ("Chủ tịch Ủy ban nhân dân Thanh Giang",)), 1),
    ],
)
def test_a_post_is_strict_on_deputy_place_and_time(gold: Post, found: Post, hits: int) -> None:
    assert compare(Account(posts=[gold]), Account(posts=[found])).counts["posts"].hits == hits


def test_a_commitment_counts_by_its_actor_and_the_share_of_its_clause() -> None:
    gold = Owed("pledge", ("Bộ Y tế",), (), "2026", (100, 200))
    long_enough = Owed("target", ("Bộ Y tế",), (), "2027", (130, 200))
    too_short = Owed("pledge", ("Bộ Y tế",), (), "2026", (150, 200))
    anothers = Owed("pledge", ("Bộ Công an",), (), "2026", (100, 200))
    half, other_half = (Owed("pledge", ("Bộ Y tế",), (), "2026", extent) for extent in ((100, 150), (150, 200)))
    for found, hits in ([long_enough], 1), ([too_short], 0), ([anothers], 0), ([half, other_half], 1):
        assert compare(Account(commitments=[gold]), Account(commitments=found)).counts["commitments"].hits == hits
    slots = compare(Account(commitments=[gold]), Account(commitments=[long_enough])).slots
    assert (slots["commitment kind"], slots["due"], slots["stated by"]) == ([False], [False], [True])


def test_a_number_needs_value_unit_and_a_word_of_its_indicator() -> None:
    gold = Amount("thu ngân sách", ">=", 5e12, None, "vnd", "level", "2026", ("Thanh Giang",))
    for found, hits in (
        (Amount("Tổng thu ngân sách", "=", 5e12, None, "vnd", "increase", None, ("Thanh Giang",)), 1),
        (Amount("thu ngân sách", ">=", 6e12, None, "vnd", "level", "2026", ("Thanh Giang",)), 0),
        (Amount("xuất khẩu", ">=", 5e12, None, "vnd", "level", "2026", ("Thanh Giang",)), 0),
        (Amount("thu ngân sách", ">=", 5e12, None, "usd", "level", "2026", ("Thanh Giang",)), 0),
        (Amount("thu ngân sách", ">=", 5e12, None, "vnd", "level", "2026", ("Thanh Hải",)), 0),
    ):
        assert compare(Account(observations=[gold]), Account(observations=[found])).counts["observations"].hits == hits


def test_statements_and_events_are_matched_by_who_and_where() -> None:
    gold = Account(
        statements=[Saying("A B", (0, 100))], events=[Gathering("visit", "2026-03", "Thanh Giang", ("A B",))]
    )
    near = Account(
        statements=[Saying("A B", (0, 60))], events=[Gathering("meeting", "2026-03-07", None, ("A B", "C D"))]
    )
    far = Account(
        statements=[Saying("A B", (60, 160))], events=[Gathering("visit", "2026-04", "Thanh Giang", ("A B",))]
    )
    counts, slots = compare(gold, near).counts, compare(gold, near).slots
    assert (counts["statements"].hits, counts["events"].hits) == (1, 1)
    assert (counts["participants"].hits, counts["participants"].extra) == (1, 1)
    assert slots["event kind"] == [False]
    counts = compare(gold, far).counts
    assert (counts["statements"].hits, counts["events"].hits, counts["participants"].missed) == (0, 0, 1)


def test_annotations_that_cannot_be_used_are_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is no folder"):
        read_annotations(tmp_path / "none", {"a": "x"})
    with pytest.raises(UsageError, match="no annotation of any of the 1 articles"):
        read_annotations(tmp_path, {"a": "x"})
    (tmp_path / "a.json").write_text('{"id": "a"}', encoding="utf-8")
    with pytest.raises(UsageError, match=r"a\.json is no annotation \(KeyError: 'people'\)"):
        read_annotations(tmp_path, {"a": "x"})
