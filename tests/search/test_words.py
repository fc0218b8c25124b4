"""What is typed into the search field, as the index is asked for it."""

import sqlite3
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camket.graph.search.words import indexed, match

SENTENCE = "Tỉnh cam kết xây 1.200 căn nhà ở xã hội, đạt 8,5% (giai đoạn 2026-2030)"


def found(typed: str, text: str = SENTENCE) -> bool:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE VIRTUAL TABLE words USING fts5(text, prefix='2 3')")
        connection.execute("INSERT INTO words VALUES (?)", (indexed(text),))
        asked = connection.execute("SELECT COUNT(*) FROM words WHERE words MATCH ?", (match(typed) or '""',))
        return bool(asked.fetchone()[0])


@pytest.mark.parametrize(
    "typed",
    [
        "cam kết",
        "CAM KET",
        "cam kêt",
        "nhà xã",
        "da",  # the beginning of đạt
        "doan",
        "1.200",
        "8,5%",
        "2026-2030",
        "nhà ở xã h",
        '"nhà ở xã hội"',
        '"can nha o xa hoi"',
        '"nhà ở xã hội',
        "xã hội, 1.200",
        "  kết   cam ",
    ],
)
def test_found(typed: str) -> None:
    assert found(typed)


@pytest.mark.parametrize(
    "typed", ["ket qua", '"hội xã"', "am", "ca ", "8,6", '"nhà ở xã h" ', "%", '""', "(", "2026-203 "]
)
def test_not_found(typed: str) -> None:
    assert not found(typed)


@given(st.text(max_size=60))
def test_whatever_is_typed_is_understood(typed: str) -> None:
    found(typed)


@given(st.text(alphabet="aăâđêơưáạẩ OR AND NOT*:^+-(){}\"'", max_size=30))
def test_no_sign_of_fts_has_a_meaning(typed: str) -> None:
    found(typed)
