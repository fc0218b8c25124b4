"""Names as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camket.graph import lookup
from camket.graph.store import Dataset


def names(dataset: Dataset, text: str) -> list[str]:
    return [match.name for match in lookup.find(dataset, text)]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Đỗ Thị Hiền", ["Đỗ Thị Hiền"]),
        ("do thi hien", ["Đỗ Thị Hiền"]),
        ("ĐỖ  THỊ HIỀN ", ["Đỗ Thị Hiền"]),
        ("đổ thị hiện", ["Đỗ Thị Hiền"]),  # wrong accents: better found than not
        ("bà Hiền", ["Đỗ Thị Hiền"]),  # another name of hers
        ("ủy ban nhân dân tỉnh thanh giang", ["UBND tỉnh Thanh Giang"]),
        ("thanh giang", ["Thanh Giang"]),  # the place, not all the bodies that have it in their name
        ("le van thuan", ["Lê Văn Thuấn", "Lê Văn Thuận"]),  # might be either
        ("lê văn thuận", ["Lê Văn Thuận"]),
        ("le van thuấn", ["Lê Văn Thuấn"]),  # the one accent that is typed tells
        ("công an", ["Bộ Công an", "Công an tỉnh Thanh Giang", "Giám đốc Công an tỉnh Thanh Giang"]),
        ("person/Lê_Văn_Thuấn", ["Lê Văn Thuấn"]),
        ("https://w3id.org/camket/id/place/Thanh_Giang", ["Thanh Giang"]),
        ("Lê Văn Th", []),  # part of a word is no name
        ("", []),
    ],
)
def test_finds(thanh_giang: Dataset, typed: str, found: list[str]) -> None:
    assert names(thanh_giang, typed) == found


def test_decomposed_letters_are_the_same_letters(thanh_giang: Dataset) -> None:
    assert names(thanh_giang, "Đỗ Thị Hiền") == ["Đỗ Thị Hiền"]


def test_one_is_wanted_and_several_fit(thanh_giang: Dataset) -> None:
    with pytest.raises(lookup.AmbiguousNameError, match=r"means 2 things: Lê Văn Thuấn \(person\), Lê Văn Thuận") as e:
        lookup.find_one(thanh_giang, "le van thuan")
    assert [match.name for match in e.value.matches] == ["Lê Văn Thuấn", "Lê Văn Thuận"]


def test_a_query_means_all_namesakes_but_no_mere_parts(thanh_giang: Dataset) -> None:
    assert len(lookup.find_namesakes(thanh_giang, "le van thuan")) == 2
    with pytest.raises(lookup.AmbiguousNameError, match="give the whole name"):
        lookup.find_namesakes(thanh_giang, "công an")


def test_an_unknown_name_brings_up_the_near_ones(thanh_giang: Dataset) -> None:
    with pytest.raises(lookup.UnknownNameError, match=r"called 'Trần Quốc Khôi Anh': did you mean Trần Quốc Khởi\?"):
        lookup.find_one(thanh_giang, "Trần Quốc Khôi Anh")
    with pytest.raises(lookup.UnknownNameError, match="no name comes near"):
        lookup.find_namesakes(thanh_giang, "Zzyzx")


@given(st.text("aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạ ÀÁẢÃẠĐ", min_size=1))
def test_folding_twice_is_folding_once(text: str) -> None:
    folded = lookup.fold(text)
    assert lookup.fold(folded) == folded
    assert set(folded) <= set("abcdeghiklmnopqrstuvxy ")
