"""What takes up somebody named elsewhere, and who acts without a name."""

from itertools import pairwise

import pytest
from spacy.language import Language

from camket.graph.documents.document import Document
from camket.graph.extraction import pipeline
from camket.graph.extraction.reading import Reading
from camket.graph.facts import EntityKind


def read(nlp: Language, text: str) -> Reading:
    return pipeline.read(nlp, Document(id="a", text=text, sha256=""))


def meant(reading: Reading, words: str) -> list[str]:
    """Whom the phrases so worded stand for."""
    return [reading.entities[p.entity].name for p in reading.phrases if reading.slice(p.span) == words]


HEADS = "Chủ tịch UBND tỉnh Sơn Hà Tạ Đăng Khuê tiếp Thứ trưởng Bộ Y tế Vi Thị Nhàn. "


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (HEADS + "Chủ tịch UBND tỉnh cảm ơn.", "Chủ tịch UBND tỉnh", "Tạ Đăng Khuê"),
        (HEADS + "Nữ Thứ trưởng nói vui.", "Nữ Thứ trưởng", "Vi Thị Nhàn"),
        (HEADS + "Vị thứ trưởng nói vui.", "Vị thứ trưởng", "Vi Thị Nhàn"),
        (HEADS + "Người đứng đầu UBND tỉnh hứa sẽ làm.", "Người đứng đầu UBND tỉnh", "Tạ Đăng Khuê"),
        (HEADS + "Ông mong Bộ sớm trả lời.", "Ông", "Tạ Đăng Khuê"),
        ("Bà Vi Thị Nhàn phát biểu. Ông Tạ Đăng Khuê cảm ơn. Bà nói thêm vài điều.", "Bà", "Vi Thị Nhàn"),
    ],
)
def test_posts_and_pronouns_stand_for_the_one_named(nlp: Language, text: str, words: str, expected: str) -> None:
    assert meant(read(nlp, text), words) == [expected]


def test_the_new_holder_is_the_one_appointed(nlp: Language) -> None:
    reading = read(
        nlp,
        "Thứ trưởng Bộ Y tế Tạ Đăng Khuê trao quyết định bổ nhiệm ông Hồ Sỹ Điền giữ chức Thứ trưởng Bộ Y tế. "
        "Tân Thứ trưởng cảm ơn. Trước đó, ông từng là Giám đốc Bệnh viện Sơn Hà.",
    )
    assert meant(reading, "Tân Thứ trưởng") == ["Hồ Sỹ Điền"]
    assert [reading.entities[h.member].name for h in reading.holdings if h.former] == ["Hồ Sỹ Điền"]


def test_a_post_whose_holder_is_not_named(nlp: Language) -> None:
    reading = read(nlp, "Bí thư Tỉnh ủy Sơn Hà cho biết đường sẽ thông. Chánh Thanh tra tỉnh Sơn Hà xác nhận.")
    posts = [e for e in reading.entities.values() if e.kind is EntityKind.POST]
    assert [(e.name, e.role, e.part_of and reading.entities[e.part_of].name) for e in posts] == [
        ("Bí thư Tỉnh ủy Sơn Hà", "Bí thư", "Tỉnh ủy Sơn Hà"),
        ("Chánh Thanh tra tỉnh Sơn Hà", "Chánh Thanh tra", "Thanh tra tỉnh Sơn Hà"),
    ]


def test_in_doubt_nobody_is_meant(nlp: Language) -> None:
    reading = read(nlp, "Bà con mong ông trời thương. Giám đốc vắng mặt.")
    assert [p for p in reading.phrases if p.kind in (EntityKind.PERSON, EntityKind.POST)] == []


def test_groups(nlp: Language) -> None:
    reading = read(nlp, "Các sở, ban, ngành liên quan và các chủ đầu tư báo cáo. Người dân, doanh nghiệp chờ đợi.")
    assert [(reading.slice(p.span), p.kind) for p in reading.phrases] == [
        ("Các sở, ban, ngành liên quan", EntityKind.GROUP),
        ("các chủ đầu tư", EntityKind.GROUP),
        ("Người dân", EntityKind.GROUP),
        ("doanh nghiệp", EntityKind.GROUP),
    ]


def test_phrases_never_overlap_and_mentions_are_in_order(nlp: Language) -> None:
    reading = read(nlp, HEADS + "Tới dự còn có các Phó Chủ tịch UBND tỉnh Hồ Sỹ Điền, Mai Văn Kế và các đại biểu.")
    spans = [p.span for p in reading.phrases]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(e.mentions == sorted(set(e.mentions)) and e.mentions for e in reading.entities.values())


def test_a_head_that_begins_another_word_is_no_group(nlp: Language) -> None:
    reading = read(nlp, "Các trường hợp khó và các bộ phận khác đều xong. Các tổ chức tín dụng và HĐXX đồng ý.")
    assert [reading.slice(p.span) for p in reading.phrases] == ["Các tổ chức tín dụng", "HĐXX"]


def test_what_this_agency_is_must_be_one(nlp: Language) -> None:
    reading = read(nlp, "Bộ Y tế trả lời báo Sông Lam. Cơ quan này nói thuốc đủ. Công ty này vắng mặt.")
    assert meant(reading, "Cơ quan này") == ["Bộ Y tế"]
    assert meant(reading, "Công ty này") == []


SINGER = "Ca sĩ Vi Thị Nhàn và luật sư Tạ Đăng Khuê cùng đến. "


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (SINGER + "Nữ ca sĩ nói vui.", "Nữ ca sĩ", "Vi Thị Nhàn"),
        (SINGER + "Vị luật sư này nói vui.", "Vị luật sư này", "Tạ Đăng Khuê"),
        ("Ông Tạ Đăng Khuê vừa lên xã. Ông này nói vui.", "Ông này", "Tạ Đăng Khuê"),
        ("Bà Vi Thị Nhàn mở quán. Bà ấy nói vui.", "Bà ấy", "Vi Thị Nhàn"),
        ("Hiệp hội Cà phê Sơn Hà họp. Hiệp hội này nói vui.", "Hiệp hội này", "Hiệp hội Cà phê Sơn Hà"),
        ("Ngân hàng Sông Xanh lãi lớn. Nhà băng này nói vui.", "Nhà băng này", "Ngân hàng Sông Xanh"),
        ("Báo Sông Xanh chê tiêu chí của Báo Núi Cao. Tờ báo này nói vui.", "Tờ báo này", "Báo Sông Xanh"),
    ],
)
def test_taken_up_by_what_they_are(nlp: Language, text: str, words: str, expected: str) -> None:
    assert meant(read(nlp, text), words) == [expected]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ông Tạ Đăng Khuê đến. Một quan chức không nói gì. Người này ra về.", "Người này"),  # the nameless one
        ("Bà Vi Thị Nhàn đến. Mẹ bà Vi Thị Nhàn rất buồn. Bà nói vui.", "Bà"),  # her mother
        ("Ca sĩ Hà Anh Khuê đến. Nữ ca sĩ này nói vui.", "Nữ ca sĩ này"),  # of unknown sex
        ("Bà Vi Thị Nhàn đến. Nữ ca sĩ này nói vui.", "Nữ ca sĩ này"),  # nobody told that she sings
    ],
)
def test_taken_up_by_nobody(nlp: Language, text: str, words: str) -> None:
    assert meant(read(nlp, text), words) == []


def test_he_is_whoever_was_known_by_his_post_last(nlp: Language) -> None:
    text = (
        "Ông Nguyễn Văn Hùng, Giám đốc Sở Xây dựng tỉnh Quảng Ninh, báo cáo tiến độ dự án.\n\n"
        "Chủ tịch UBND tỉnh Quảng Ninh cho biết tỉnh sẽ bàn giao mặt bằng trước ngày 30/6/2025. "
        "Ông cũng hứa sẽ trả tiền đền bù trong tháng 7/2025."
    )
    facts = pipeline.extract(nlp, Document("a", text, "0" * 64, published="2024-12-25"))
    names = {entity.key: entity.name for entity in facts.entities}
    assert [names[u.stated_by or ""] for u in facts.undertakings] == ["Chủ tịch UBND tỉnh Quảng Ninh"] * 2


def test_whoever_is_quoted_with_theo_is_he_in_the_next_sentence(nlp: Language) -> None:
    text = (
        "Ông Lưu Thế Đạm, Chủ tịch UBND tỉnh Quảng Ninh, báo cáo với đoàn.\n\n"
        "Theo ông Kiều Văn Sách, Vụ trưởng Vụ Kế hoạch, vụ đã nhận hồ sơ. Ông đề nghị UBND tỉnh gửi đủ bản vẽ."
    )
    facts = pipeline.extract(nlp, Document("a", text, "0" * 64, published="2024-12-25"))
    names = {entity.key: entity.name for entity in facts.entities}
    assert [names[u.stated_by or ""] for u in facts.undertakings] == ["Kiều Văn Sách"]


def test_the_province_is_the_one_of_the_lead_and_the_headline(nlp: Language) -> None:
    text = (
        "UBND tỉnh Vân Trường tổ chức lễ khởi công cầu. Tỉnh Quảng Lương giao đủ 12 ha mặt bằng từ ngày 24/6. "
        "Xe đi từ Quảng Lương sang.\n\nTỉnh sẽ bàn giao toàn bộ mặt bằng trước ngày 31/3/2025."
    )
    document = Document("a", text, "0" * 64, title="Vân Trường khởi công cầu", published="2024-12-25")
    facts = pipeline.extract(nlp, document)
    names = {entity.key: entity.name for entity in facts.entities}
    assert [names[u.actors[0]] for u in facts.undertakings] == ["Vân Trường"]


def test_a_district_and_its_chairman_are_told_apart(nlp: Language) -> None:
    text = "Chủ tịch UBND huyện Thạch Lộ Bùi Đắc Nguyện nói huyện sẽ giao 420 lô đất trước ngày 30/6/2025."
    facts = pipeline.extract(nlp, Document("a", text, "0" * 64, published="2024-12-25"))
    names = {entity.key: entity.name for entity in facts.entities}
    assert [names[s.speaker] for s in facts.statements] == ["Bùi Đắc Nguyện"]
    assert "UBND huyện Thạch Lộ" in names.values()
