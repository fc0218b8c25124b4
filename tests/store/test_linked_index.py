"""The index of articles that tell of each other: whatever comes first, and whatever goes, it is that of the graph."""

import json
import random
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest

from camket.graph import build, folder
from camket.graph.search import index
from camket.graph.store import open_dataset

Article = dict[str, str]

ARTICLES: Sequence[Article] = (
    {
        "id": "a-01",
        "published": "2024-03-05",
        "publisher": "Báo Hải Lâm",
        "text": "Sáng 4/3, Chủ tịch UBND tỉnh Hải Lâm Phạm Thế Hoành làm việc với huyện Lâm Hòa. Ông Hoành cam kết "
        "tỉnh sẽ khởi công cầu Khe Sanh dài 320 m trước ngày 30/9/2024.",
    },
    {
        "id": "a-02",
        "published": "2024-05-20",
        "publisher": "Thời Nay",
        "text": "Ngày 19/5, Chủ tịch UBND tỉnh Hải Lâm Phạm Thế Hoành khẳng định tỉnh sẽ động thổ cầu Khe Sanh trước "
        "ngày 30/9/2024.",
    },
    {
        "id": "a-03",
        "published": "2024-10-02",
        "publisher": "Thời Nay",
        "text": "Ngày 1/10, Phó Chủ tịch UBND tỉnh Hải Lâm Đặng Hữu Khiêm cho biết tỉnh sẽ khởi công cầu Khe Sanh "
        "trước ngày 31/3/2025.",
    },
    {
        "id": "a-04",
        "published": "2025-04-16",
        "publisher": "Báo Thanh Giang",
        "text": "Sáng 15/4, tại thành phố Mai Giang, đoàn công tác của Bộ Xây dựng do Thứ trưởng Trần Quốc Khởi làm "
        "Trưởng đoàn đã làm việc với Ban Thường vụ Tỉnh ủy Thanh Giang. Dự có Bí thư Tỉnh ủy Lê Văn Thuyên.",
    },
    {
        "id": "a-05",
        "published": "2025-04-15",
        "publisher": "Thời Nay",
        "text": "Sáng nay, 15-4, Thứ trưởng Bộ Xây dựng Trần Quốc Khởi họp với lãnh đạo tỉnh Thanh Giang. Bí thư Tỉnh "
        "ủy Thanh Giang Lê Văn Thuyên cho biết tỉnh sẽ bàn giao mặt bằng.",
    },
)
KEPT = (
    "SELECT fact.iri, outcome, changed, steps, latest FROM undertaking JOIN fact ON n = fact",
    "SELECT fact.iri, thing.iri, role, outcome FROM party JOIN fact ON fact.n = fact JOIN thing ON thing.n = thing",
    "SELECT * FROM step",
    "SELECT * FROM occasion",
    "SELECT iri, occasion FROM telling JOIN fact ON n = fact",
)


def add(store: Path, articles: Sequence[Article], folder: Path) -> None:
    source = folder / "articles.jsonl"
    source.write_text("\n".join(json.dumps(article) for article in articles), encoding="utf-8")
    assert not build.build([source], store).refused


def kept(path: Path) -> list[list[tuple[object, ...]]]:
    with closing(sqlite3.connect(path)) as connection:
        return [sorted(connection.execute(query).fetchall(), key=repr) for query in KEPT]


def shown(store: Path) -> Path:
    found = folder.find(store)
    number = found.current()
    assert number is not None
    return found.index(number)


def anew(store: Path, folder: Path) -> Path:
    index.make(open_dataset(store), folder / "anew.sqlite")
    return folder / "anew.sqlite"


def test_one_after_the_other_in_any_order(tmp_path: Path) -> None:
    add(tmp_path / "whole", ARTICLES, tmp_path)
    whole = kept(shown(tmp_path / "whole"))
    outcomes = {str(iri).rpartition("/")[2].partition("#")[0]: outcome for iri, outcome, *_ in whole[0]}
    assert outcomes == {"a-01": "moved", "a-02": "moved", "a-03": "open", "a-05": "open"}
    assert len(whole[4]) == 2, "two articles tell of one meeting"
    for seed in range(2):
        store = tmp_path / f"store-{seed}"
        for article in random.Random(seed).sample(ARTICLES, len(ARTICLES)):
            add(store, [article], tmp_path)
            assert kept(shown(store)) == kept(anew(store, tmp_path))
        assert kept(shown(store)) == whole


@pytest.mark.parametrize("gone", [article["id"] for article in ARTICLES])
def test_what_an_article_told_of_others_goes_with_it(tmp_path: Path, gone: str) -> None:
    store = tmp_path / "store"
    add(store, ARTICLES, tmp_path)
    build.retract([gone], store)
    assert kept(shown(store)) == kept(anew(store, tmp_path))
    add(store, [article for article in ARTICLES if article["id"] == gone], tmp_path)
    assert kept(shown(store)) == kept(anew(store, tmp_path))
