"""Names that begin with syllables of other words, and posts whose body, time or country the context tells."""

import pytest
from spacy.language import Language

from camket.graph.documents.document import Document
from camket.graph.extraction import pipeline
from camket.graph.extraction.reading import Reading
from camket.graph.facts import EntityKind


def read(nlp: Language, text: str) -> Reading:
    return pipeline.read(nlp, Document(id="a", text=text, sha256=""))


def people(reading: Reading) -> list[str]:
    return [e.name for e in reading.entities.values() if e.kind is EntityKind.PERSON]


def posts(reading: Reading) -> list[tuple[str, str, str | None, bool]]:
    names = {key: entity.name for key, entity in reading.entities.items()}
    return [
        (names[h.member], h.role, names[h.organization] if h.organization else None, h.former) for h in reading.holdings
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Giám đốc Sở Y tế Sơn Hà Châu Thị Mỹ Lệ nói chưa đủ thuốc.", ["Châu Thị Mỹ Lệ"]),
        ("Ông Châu Quang Tín cho biết hàng đi Châu Âu đã giảm.", ["Châu Quang Tín"]),
        ("Thầy A Thiêng kể trường thiếu nước. Thầy xin thêm bồn.", ["A Thiêng"]),
        ("Phó Chủ tịch UBND tỉnh Y Thuận yêu cầu các huyện báo cáo.", ["Y Thuận"]),
        ("Tôi đã gặp già làng Giàng A Chú ở bản.", ["Giàng A Chú"]),
        ("Chủ tịch CLB Mạc Thế Kiên nói đội sẽ trụ hạng.", ["Mạc Thế Kiên"]),
        ("Mặt đường Ông Ích Khiêm đang bị đào xới.", []),
        ("Chợ ở phố Bà Triệu đóng cửa sớm.", []),
        ("Đội bóng này sẽ dự V.League vào năm tới.", []),
    ],
)
def test_names_of_people_among_like_words(nlp: Language, text: str, expected: list[str]) -> None:
    assert people(read(nlp, text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # the troop that the article tells of
            "Lữ đoàn 931 bắc cầu. Đại tá Mạc Thế Kiên, Lữ đoàn trưởng, nói vội.",
            ("Mạc Thế Kiên", "Lữ đoàn trưởng", "Lữ đoàn 931", False),
        ),
        (  # the ministry that a spokesman speaks for
            "Tại họp báo của Bộ Ngoại giao, Người phát ngôn Tạ Mỹ Lệ nêu rõ lập trường.",
            ("Tạ Mỹ Lệ", "Người phát ngôn", "Bộ Ngoại giao", False),
        ),
        (  # a post held then
            "Bà Tôn Mỹ Lệ, khi đó là Giám đốc Sở Y tế tỉnh Sơn Hà, đã ký văn bản.",
            ("Tôn Mỹ Lệ", "Giám đốc", "Sở Y tế tỉnh Sơn Hà", True),
        ),
        (  # whoever came after
            "Lỗi của ông Doãn Hậu Kỳ, nguyên Chủ tịch UBND thành phố Sơn Hà; ông Lã Quý Tín, Chủ tịch đương nhiệm.",
            ("Lã Quý Tín", "Chủ tịch", "UBND thành phố Sơn Hà", False),
        ),
        (  # voted out and voted in
            "HĐND đã miễn nhiệm chức danh Ủy viên UBND tỉnh Sơn Hà đối với ông Doãn Hậu Kỳ.",
            ("Doãn Hậu Kỳ", "Ủy viên", "UBND tỉnh Sơn Hà", True),
        ),
        (
            "Thủ tướng phê chuẩn kết quả bầu chức vụ Phó Chủ tịch UBND tỉnh Sơn Hà nhiệm kỳ 2026 - 2031 đối với bà "
            "Tôn Mỹ Lệ.",
            ("Tôn Mỹ Lệ", "Phó Chủ tịch", "UBND tỉnh Sơn Hà", False),
        ),
        (  # two posts told at once
            "Tập đoàn Thép Lam Sa ra mắt. Bà Tôn Mỹ Lệ, Chủ tịch kiêm Tổng giám đốc tập đoàn, tuyên bố.",
            ("Tôn Mỹ Lệ", "Chủ tịch", "Tập đoàn Thép Lam Sa", False),
        ),
        (  # one who has left, and one who is to come
            "Ông Mạc Thế Kiên thôi giữ chức Tổng giám đốc Tập đoàn Thép Lam Sa.",
            ("Mạc Thế Kiên", "Tổng giám đốc", "Tập đoàn Thép Lam Sa", True),
        ),
        (
            "Ông Mạc Thế Kiên, người vừa được bổ nhiệm làm Tổng giám đốc Tập đoàn Thép Lam Sa, nói.",
            ("Mạc Thế Kiên", "Tổng giám đốc", "Tập đoàn Thép Lam Sa", False),
        ),
        (  # a sentence that begins with the post alone, and with what its holder is charged with
            "Trường THPT Lam Sơn khai giảng. Hiệu trưởng, bà Tôn Mỹ Lệ, phát biểu.",
            ("Tôn Mỹ Lệ", "Hiệu trưởng", "Trường THPT Lam Sơn", False),
        ),
        (
            "Tập đoàn Thép Lam Sa báo lãi. Phó tổng giám đốc phụ trách tài chính, ông Mạc Thế Kiên, nói vậy.",
            ("Mạc Thế Kiên", "Phó tổng giám đốc", "Tập đoàn Thép Lam Sa", False),
        ),
        (  # a country that no list knows
            "Tổng thống Velkor Aurelio Santavo đến dự. Hàng hóa từ Velkor sẽ được miễn thuế.",
            ("Aurelio Santavo", "Tổng thống Velkor", None, False),
        ),
    ],
)
def test_posts_that_the_context_completes(nlp: Language, text: str, expected: tuple[str, str, str, bool]) -> None:
    assert expected in posts(read(nlp, text))


def test_a_leader_named_in_full_is_no_country(nlp: Language) -> None:
    reading = read(nlp, "Tổng thống Joko Santavo Widaro phát biểu. Ông Widaro cảm ơn các nước.")
    assert people(reading) == ["Joko Santavo Widaro"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # dead or fallen
            "Báo chí bàn về sự sụp đổ của Tổng thống Ai Cập Karim Sabri.",
            [("Karim Sabri", "Tổng thống Ai Cập", None, True)],
        ),
        (  # a post of many is not that of who is named after it
            "Lam Sa thay toàn bộ thành viên Hội đồng quản trị, ông Tạ Đăng Khuê lên làm chủ tịch.",
            [],
        ),
        (  # of another firm, of which only the short name is told
            "Công ty Quản lý quỹ Lam Sa đã họp. Ban điều hành của LSC gồm ông Tạ Đăng Khuê, Tổng Giám đốc và hai phó.",
            [],
        ),
        (  # a chain of shops is the body
            "Bà Vi Thị Nhàn, Giám đốc hệ thống siêu thị Lam Hà, trả lời.",
            [("Vi Thị Nhàn", "Giám đốc", "Hệ thống siêu thị Lam Hà", False)],
        ),
    ],
)
def test_posts_past_of_many_or_of_others(
    nlp: Language, text: str, expected: list[tuple[str, str, str | None, bool]]
) -> None:
    assert posts(read(nlp, text)) == expected
