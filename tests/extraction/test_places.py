"""Which places are named, at which level, and which one the article is about."""

import pytest
from spacy.language import Language

from camket.graph.documents.document import Document
from camket.graph.extraction import pipeline
from camket.graph.extraction.reading import Reading
from camket.graph.facts import EntityKind


def read(nlp: Language, text: str) -> Reading:
    return pipeline.read(nlp, Document(id="a", text=text, sha256=""))


def places(reading: Reading) -> list[str]:
    return [e.name for e in reading.entities.values() if e.kind is EntityKind.PLACE]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lũ lớn tại xã Khe Nứa, huyện Tân Kỳ, tỉnh Sơn Hà.", ["xã Khe Nứa", "huyện Tân Kỳ", "Sơn Hà"]),
        ("Hội nghị họp ở TP.HCM và TP Hà Nội.", ["Thành phố Hồ Chí Minh", "Hà Nội"]),
        ("Quan hệ Nga - Ấn được nhắc ở New Delhi.", ["Nga", "Ấn Độ", "New Delhi"]),
        ("Anh Đức và chị Nga đến Đắc Lắc.", ["Đắk Lắk"]),
        ("Chính phủ Velmora tài trợ; Velmora sẽ mở đường bay.", ["Velmora"]),
        ("Ông Trác yêu cầu Phó Chủ tịch UBND tỉnh trình văn bản.", []),
        ("Chủ tịch UBND tỉnh Phạm Thế Vĩnh ký.", []),
    ],
)
def test_places(nlp: Language, text: str, expected: list[str]) -> None:
    assert places(read(nlp, text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Công an TP.Hà Nội và TP.Thủ Lam họp ở TP.HCM.", ["Hà Nội", "Thủ Lam", "Thành phố Hồ Chí Minh"]),
        ("Chủ tịch UBND TP.Vinh Lê Văn Kế dự.", ["Vinh"]),
        ("Anh hùng lao động mặc Áo dài. Miền Trung-Tây Nguyên có mưa.", ["Tây Nguyên"]),
        ("Ca-dắc-xtan mời.", ["Kazakhstan"]),
    ],
)
def test_places_in_one_token_and_words_that_only_look_like_places(
    nlp: Language, text: str, expected: list[str]
) -> None:
    assert places(read(nlp, text)) == expected


def test_a_head_teaches_a_name_that_is_in_no_list(nlp: Language) -> None:
    reading = read(nlp, "Tỉnh ủy Sơn Hà họp. Năm nay Sơn Hà phấn đấu thu 900 tỷ đồng; tỉnh sẽ xóa nhà tạm.")
    assert [(reading.slice(p.span), p.form, reading.entities[p.entity].name) for p in reading.phrases] == [
        ("Tỉnh ủy Sơn Hà", "name", "Tỉnh ủy Sơn Hà"),
        ("Sơn Hà", "name", "Sơn Hà"),
        ("tỉnh", "alias", "Sơn Hà"),
    ]


def test_the_province_named_only_at_the_opening(nlp: Language) -> None:
    reading = read(nlp, "Đắk Vân khép lại năm với nhiều tin vui. UBND tỉnh cho biết như vậy.")
    assert [reading.entities[p.entity].name for p in reading.phrases] == ["Đắk Vân", "UBND tỉnh Đắk Vân"]


def test_known_places_bear_their_reference(nlp: Language) -> None:
    reading = read(nlp, "Quảng Ninh đón khách từ Nhật Bản.")
    assert [(e.reference, e.category) for e in reading.entities.values()] == [
        ("place/Quảng_Ninh", "AdministrativeArea"),
        ("place/Nhật_Bản", "AdministrativeArea"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Giám đốc Sở Y tế Hoài Giang báo cáo. UBND tỉnh họp cùng khách của tỉnh Đông Lĩnh.", "UBND tỉnh Hoài Giang"),
        ("Sở Giáo dục và Đào tạo Lam Trà báo cáo. UBND tỉnh họp.", "UBND tỉnh Lam Trà"),
        ("Giám đốc Sở Y tế Nguyễn Tám báo cáo. UBND tỉnh họp.", "UBND tỉnh"),
    ],
)
def test_a_department_names_its_province_bare(nlp: Language, text: str, expected: str) -> None:
    facts = pipeline.extract(nlp, Document("a", text, "0" * 64))
    assert expected in [entity.name for entity in facts.entities]
