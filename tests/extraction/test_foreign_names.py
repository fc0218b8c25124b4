"""People of other countries and people called without the family name: told by the name itself or by words near it."""

import pytest
from spacy.language import Language

from camket.graph.documents.document import Document
from camket.graph.extraction import pipeline
from camket.graph.facts import EntityKind


def people(nlp: Language, text: str) -> list[str]:
    """The names of the people found."""
    reading = pipeline.read(nlp, Document(id="a", text=text, sha256=""))
    return [entity.name for entity in reading.entities.values() if entity.kind is EntityKind.PERSON]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hôm qua Martin Hollander đã đến.", ["Martin Hollander"]),  # a first name
        ("Trận này Juan Martin del Corvo thắng.", ["Juan Martin del Corvo"]),
        ("Ông gặp Zhang Qiuwen hôm qua.", ["Zhang Qiuwen"]),  # a family name of Asia
        ("Hãng mới mở Martin Hollander Airlines.", []),
        ("Cô đọc “Martin Hollander” hôm qua.", []),  # a title of a book
        ("CEO Skyvanta Martin Hollander vừa từ chức.", ["Martin Hollander"]),
        ("Theo Hollander, điều đó sai. Ông Martin Hollander vừa đến.", ["Martin Hollander"]),
        ("Orvik Tessaly, nhà nghiên cứu về khí hậu, đồng ý.", ["Orvik Tessaly"]),  # words after
        ("Orvik Tessaly (28 tuổi) đồng ý.", ["Orvik Tessaly"]),
        ("Orvik Tessaly, giám đốc Cục Thủy lợi, đồng ý.", ["Orvik Tessaly"]),
        ("Cầu thủ áo số 7 Martin Hollander ghi bàn.", ["Martin Hollander"]),
        ("Nhà nghiên cứu bảo mật Orvik Tessaly đồng ý.", ["Orvik Tessaly"]),  # words before
        ("Chồng của Naira Tessaly cũng đến.", ["Naira Tessaly"]),
        ("Giám đốc điều hành Tessaly Fresh, ông Martin Hollander, đồng ý.", ["Martin Hollander"]),
    ],
)
def test_a_foreign_name(nlp: Language, text: str, expected: list[str]) -> None:
    assert people(nlp, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Phút 65, Đình Khải dứt điểm.", ["Đình Khải"]),  # what one does
        (
            "Danh sách cầu thủ: Văn Khải, Ngọc Trí, Đình Trường, Minh Sang.",
            ["Văn Khải", "Ngọc Trí", "Đình Trường", "Minh Sang"],
        ),
        ("Các xã Văn Khải, Ngọc Trí, Minh Sang bị ngập.", []),
        ("Người đàn ông Nga bỏ đi.", []),
        ("Ông Tạ Quốc Hội đồng ý.", ["Tạ Quốc Hội"]),
        ("Bà Tạ Thị Mơ (tức “bà Tư”) cười.", ["Tạ Thị Mơ"]),
        ("Chủ tịch Trung Quốc Tập Viễn Sơn đến. Ông Tập về.", ["Tập Viễn Sơn"]),
    ],
)
def test_a_name_without_its_family_name(nlp: Language, text: str, expected: list[str]) -> None:
    assert people(nlp, text) == expected
