"""Names and posts where a mark is missing, a letter misleads, or a department's whole stands after a comma."""

import pytest
from spacy.language import Language

from camket.graph.documents.document import Document
from camket.graph.extraction import pipeline
from camket.graph.extraction.reading import Reading
from camket.graph.facts import EntityKind


def read(nlp: Language, text: str) -> Reading:
    return pipeline.read(nlp, Document(id="a", text=text, sha256=""))


def names(nlp: Language, text: str, kind: EntityKind) -> list[str]:
    facts = pipeline.extract(nlp, Document(id="a", text=text, sha256=""))
    return [entity.name for entity in facts.entities if entity.kind is kind]


def holdings(nlp: Language, text: str) -> list[tuple[str, str, str | None]]:
    reading = read(nlp, text)
    name = {key: entity.name for key, entity in reading.entities.items()}
    return [(name[h.member], h.role, name[h.organization] if h.organization else None) for h in reading.holdings]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Bữa trưa của các em. Ảnh: Lan Chi Cô Hồ Thị Kim Lài, tổ trưởng, cho biết bếp đã đóng.", ["Hồ Thị Kim Lài"]),
        ("Dự có ông Tạ Sơn Hải, Nguyễn Anh Hùng và Mai Văn Kế.", ["Tạ Sơn Hải", "Nguyễn Anh Hùng", "Mai Văn Kế"]),
        ("Tàu bị giữ. Harlan H. Watson, chủ tịch Công ty Wabko, bác bỏ việc này.", ["Harlan H. Watson"]),
        ("Ảnh: Reuters Nữ phát ngôn viên Hoa Minh Ngọc nói vậy về Trung Quốc.", ["Hoa Minh Ngọc"]),
    ],
)
def test_names_are_found_where_a_letter_or_a_caption_stands_in_the_way(
    nlp: Language, text: str, people: list[str]
) -> None:
    found = names(nlp, text, EntityKind.PERSON)
    assert found == people


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đại biểu Quốc hội Mai Thị Duyên (Nghệ An) phát biểu.", "Đại biểu Quốc hội Nghệ An"),
        ("Bên lề Quốc hội, đại biểu Mai Thị Duyên (đoàn Hà Nội) cho rằng luật còn hở.", "Đại biểu Quốc hội Hà Nội"),
        ("Đại biểu Quốc hội Mai Thị Duyên phát biểu.", "Đại biểu"),
    ],
)
def test_a_deputy_is_told_with_the_province_in_brackets(nlp: Language, text: str, expected: str) -> None:
    assert holdings(nlp, text) == [("Mai Thị Duyên", expected, "Quốc hội")]


@pytest.mark.parametrize(
    ("text", "role", "body"),
    [
        ("Ông Tạ Văn Mạnh, bác sĩ khoa Ngoại, Bệnh viện Lam Sa, nói.", "Bác sĩ", "Khoa Ngoại Bệnh viện Lam Sa"),
        (
            "Bà Hồ Thị Lài, đại diện Ban thanh tra nhân dân bệnh viện Lam Sa, nói.",
            "Đại diện",
            "Ban thanh tra nhân dân Bệnh viện Lam Sa",
        ),
        ("Cô Hồ Thị Lài, giáo viên Trường Tiểu học Lam Sa, kể.", "Giáo viên", "Trường Tiểu học Lam Sa"),
        (
            "Ông Tạ Văn Mạnh, Trưởng ban biên tập dự thảo sửa đổi Hiến pháp năm 1992, trình bày.",
            "Trưởng ban",
            "Ban biên tập dự thảo sửa đổi Hiến pháp năm 1992",
        ),
    ],
)
def test_posts_in_parts_of_bodies(nlp: Language, text: str, role: str, body: str) -> None:
    assert [(role_, body_) for _, role_, body_ in holdings(nlp, text)] == [(role, body)]


def test_premises_are_no_department(nlp: Language) -> None:
    text = "Ông Tạ Văn Mạnh, chủ cơ sở Thẩm mỹ viện Lam Sa, bị bắt."
    assert names(nlp, text, EntityKind.BODY) == ["Thẩm mỹ viện Lam Sa"]


def test_offices_of_a_town_are_bodies_with_its_name_alone(nlp: Language) -> None:
    text = "Lớp học do Phòng giáo dục và đào tạo TP. Nha Trang mở lại, có cán bộ phòng giáo dục dạy."
    assert names(nlp, text, EntityKind.BODY) == ["Phòng giáo dục và đào tạo TP. Nha Trang"]


def test_the_party_that_acts_is_named_and_the_state_only_where_it_owes_something(nlp: Language) -> None:
    kept = "Ông Mai Văn Kế nói Đảng và Nhà nước coi trọng nghề trồng rừng."
    owing = "Cử tri Hồ Thị Lài đề nghị Nhà nước nâng trợ cấp người cao tuổi lên 800.000 đồng."
    assert names(nlp, kept, EntityKind.BODY) == ["Đảng"]
    assert names(nlp, "Khi Nhà nước thu hồi đất, người dân được bồi thường.", EntityKind.BODY) == []
    assert names(nlp, "Đó là chủ trương của Đảng, chính sách của Nhà nước.", EntityKind.BODY) == []
    assert names(nlp, owing, EntityKind.BODY) == ["Nhà nước"]


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("2013-11-05", [("Barack Obama", "Tổng thống Mỹ", None)]),
        ("2019-11-05", []),  # he is none any more
    ],
)
def test_a_known_leader_has_a_country_in_an_article_of_his_years_that_names_it(
    nlp: Language, published: str, expected: list[tuple[str, str, str | None]]
) -> None:
    text = "Mexico và Pháp trách Mỹ. Mexico nhắc Pháp lời Tổng thống Barack Obama hứa sẽ xem lại việc này."
    reading = pipeline.read(nlp, Document(id="a", text=text, sha256="", published=published))
    name = {key: entity.name for key, entity in reading.entities.items()}
    assert [(name[h.member], h.role, h.organization) for h in reading.holdings] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ông Tạ Văn Mạnh, Giám đốc Trung tâm Đột quỵ, Bệnh viện Lam Sa, nói.",
            [("Tạ Văn Mạnh", "Giám đốc", "Trung tâm Đột quỵ Bệnh viện Lam Sa")],
        ),
        (
            "Ông Harlan Ward, Phó Chủ tịch bộ phận Pin, Nokia nói.",
            [("Harlan Ward", "Phó Chủ tịch bộ phận Pin", "Nokia")],
        ),
        (
            "Ông Harlan Ward, Tổng giám đốc Nokia Việt Nam, nói.",
            [("Harlan Ward", "Tổng giám đốc", "Nokia Việt Nam")],
        ),
    ],
)
def test_posts_in_departments_divisions_and_branches(
    nlp: Language, text: str, expected: list[tuple[str, str, str | None]]
) -> None:
    assert holdings(nlp, text) == expected


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("Xe của Trung đoàn 21 (Sư đoàn 9, Quân khu 4) đã đến.", "Trung đoàn 21", "Sư đoàn 9"),
        ("Cầu của Lữ đoàn 47 (Binh chủng Công binh) đã xong.", "Lữ đoàn 47", "Binh chủng Công binh"),
        (
            "Nhà máy giấy Lam Sa xả khói. Công ty CP Giấy Lam Sa hứa sẽ sửa.",
            "Nhà máy giấy Lam Sa",
            "Công ty CP Giấy Lam Sa",
        ),
        ("Nokia Việt Nam tuyển 700 người. Nokia chưa nói gì.", "Nokia Việt Nam", "Nokia"),
    ],
)
def test_units_plants_and_branches_are_parts(nlp: Language, text: str, part: str, whole: str) -> None:
    entities = {entity.name: entity for entity in read(nlp, text).entities.values()}
    assert entities[part].part_of == entities[whole].key


def test_what_another_country_has_here_is_named_with_where_it_is(nlp: Language) -> None:
    text = "Trung tâm Văn hóa Pháp tại Việt Nam và Hiệp hội doanh nghiệp Đức tại Việt Nam mở hội sách."
    assert names(nlp, text, EntityKind.BODY) == [
        "Trung tâm Văn hóa Pháp tại Việt Nam",
        "Hiệp hội doanh nghiệp Đức tại Việt Nam",
    ]
