"""Who holds which post and which rank, as the article says it."""

import pytest
from spacy.language import Language

from camket.graph.documents.document import Document
from camket.graph.extraction import pipeline
from camket.graph.extraction.reading import Reading

Holding = tuple[str, str, str | None, bool]


def read(nlp: Language, text: str) -> Reading:
    return pipeline.read(nlp, Document(id="a", text=text, sha256=""))


def holdings(reading: Reading) -> list[Holding]:
    """Person, role, body and whether it is past, in text order."""
    names = {key: entity.name for key, entity in reading.entities.items()}
    return [
        (names[h.member], h.role, names[h.organization] if h.organization else None, h.former) for h in reading.holdings
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # before the name, stacked
            "Ủy viên Bộ Chính trị, Bộ trưởng Bộ Công an Tạ Quang Huấn dự họp.",
            [("Tạ Quang Huấn", "Ủy viên", "Bộ Chính trị", False), ("Tạ Quang Huấn", "Bộ trưởng", "Bộ Công an", False)],
        ),
        (  # after it, the body completed from the article's province
            "Tiếp đoàn có các đồng chí: Mai Văn Kế, Bí thư Tỉnh ủy Sơn Hà; Hồ Thị Lài, Phó Chủ tịch UBND tỉnh.",
            [
                ("Mai Văn Kế", "Bí thư", "Tỉnh ủy Sơn Hà", False),
                ("Hồ Thị Lài", "Phó Chủ tịch", "UBND tỉnh Sơn Hà", False),
            ],
        ),
        (  # one post for everyone after a colon, by semicolons
            "Dự có các đồng chí Ủy viên Trung ương Đảng: Mai Văn Kế, Bí thư Tỉnh ủy Sơn Hà; Hồ Thị Lài.",
            [
                ("Mai Văn Kế", "Ủy viên", "Trung ương Đảng", False),
                ("Mai Văn Kế", "Bí thư", "Tỉnh ủy Sơn Hà", False),
                ("Hồ Thị Lài", "Ủy viên", "Trung ương Đảng", False),
            ],
        ),
        ("Thừa ủy quyền của Chủ tịch nước, Trung tướng Mai Văn Kế trao huân chương.", []),
        (  # bodies of 2025
            "Bà Hồ Thị Lài, Phó Trưởng Thuế cơ sở 3, và Trưởng Thi hành án dân sự tỉnh Sơn Hà Mai Văn Kế dự.",
            [
                ("Hồ Thị Lài", "Phó Trưởng Thuế", "Thuế cơ sở 3", False),
                ("Mai Văn Kế", "Trưởng Thi hành án dân sự", "Thi hành án dân sự tỉnh Sơn Hà", False),
            ],
        ),
        (
            "Ông Mai Văn Kế, Bí thư Đảng ủy các cơ quan Đảng tỉnh Sơn Hà, dự.",
            [("Mai Văn Kế", "Bí thư", "Đảng ủy các cơ quan Đảng tỉnh Sơn Hà", False)],
        ),
        (  # the department is the city's that the article is on, not the province's that it names once
            "UBND TP Cần Thơ họp báo. Hàng từ Hậu Giang về nhiều. Bà Hồ Thị Lài (giám đốc Sở Xây dựng) dự.",
            [("Hồ Thị Lài", "Giám đốc", "Sở Xây dựng Cần Thơ", False)],
        ),
        (  # no firm is the State Bank
            "Ngân hàng Nhà nước nhắc Ngân hàng TMCP Lam Sa. Chủ tịch HĐQT Mai Văn Kế nói.",
            [("Mai Văn Kế", "Chủ tịch HĐQT", "Ngân hàng TMCP Lam Sa", False)],
        ),
        (
            "Công ty cổ phần Lam Sa họp. Theo Giám đốc Nhân sự Hồ Thị Lài, lương sẽ tăng.",
            [("Hồ Thị Lài", "Giám đốc Nhân sự", "Công ty cổ phần Lam Sa", False)],
        ),
        (
            "Bà Ida Holm, Trưởng đại diện Tổ chức Y tế thế giới (WHO) tại Việt Nam, dự.",
            [
                (
                    "Ida Holm",
                    "Trưởng đại diện Tổ chức Y tế thế giới (WHO) tại Việt Nam",
                    "Tổ chức Y tế thế giới",
                    False,
                )
            ],
        ),
        (
            "HĐND tỉnh Sơn Hà họp phiên chất vấn. ĐB Hồ Thị Lài chất vấn về tiến độ.",
            [("Hồ Thị Lài", "Đại biểu", "HĐND tỉnh Sơn Hà", False)],
        ),
        ("Bác sỹ Mai Văn Kế (bác sỹ Bệnh viện Sơn Hà) nói.", [("Mai Văn Kế", "Bác sỹ", "Bệnh viện Sơn Hà", False)]),
        (  # a team's coach, told without the team
            "Đội tuyển Việt Nam tập trung. HLV Mai Văn Kế gọi 30 cầu thủ.",
            [("Mai Văn Kế", "HLV", "Đội tuyển Việt Nam", False)],
        ),
        (  # the commune of the village; the part of the world that a firm's post is for
            "Bà Hồ Thị Lài, Trưởng thôn Bắc Vịnh, xã Thạch Vịnh; "
            "ông Ivo Harlan, Tổng giám đốc GE tại khu vực Đông Nam Á.",
            [
                ("Hồ Thị Lài", "Trưởng thôn Bắc Vịnh, xã Thạch Vịnh", None, False),
                ("Ivo Harlan", "Tổng giám đốc GE tại khu vực Đông Nam Á", None, False),
            ],
        ),
        (  # a president without a country: of the one named most; not where another's leader is told
            "Đức họp. Đức nói. Đức và Đức. Đức mời Pháp. Tổng thống Ivo Harlan tới Đức.",
            [("Ivo Harlan", "Tổng thống Đức", None, False)],
        ),
        (  # the counterpart of who was named last
            "Thủ tướng Đức Marek Losk ở xa. Ngoại trưởng Harlan gặp người đồng cấp Philippines Ivo Brandek.",
            [
                ("Marek Losk", "Thủ tướng Đức", None, False),
                ("Ivo Brandek", "Ngoại trưởng Philippines", None, False),
            ],
        ),
        (  # our envoy to the country that the article is on
            "Người Việt ở Đức vui. Đức tặng quà. Đại sứ Hồ Thị Lài cảm ơn Đức, Đức cảm ơn Việt Nam.",
            [("Hồ Thị Lài", "Đại sứ Việt Nam tại Đức", None, False)],
        ),
        (
            "Ông Mai Văn Kế, Trưởng Ban Chỉ đạo Trung ương về phòng, chống thiên tai, vào Huế.",
            [
                (
                    "Mai Văn Kế",
                    "Trưởng Ban Chỉ đạo",
                    "Ban Chỉ đạo Trung ương về phòng, chống thiên tai",
                    False,
                )
            ],
        ),
        (  # a dash; a body of a body
            "Ông Tạ Đăng Khuê - Cục trưởng Cục Đường bộ Việt Nam, Bộ Xây dựng trả lời.",
            [("Tạ Đăng Khuê", "Cục trưởng", "Cục Đường bộ Việt Nam", False)],
        ),
        (  # brackets
            "Bà Vi Thị Nhàn (Giám đốc Công ty CP Gốm Tràng Vân) trả lời.",
            [("Vi Thị Nhàn", "Giám đốc", "Công ty CP Gốm Tràng Vân", False)],
        ),
        (  # one post of several people
            "Dự họp có các Phó Chủ tịch UBND tỉnh Sơn Hà Hồ Sỹ Điền, Vi Thị Nhàn.",
            [
                ("Hồ Sỹ Điền", "Phó Chủ tịch", "UBND tỉnh Sơn Hà", False),
                ("Vi Thị Nhàn", "Phó Chủ tịch", "UBND tỉnh Sơn Hà", False),
            ],
        ),
        (  # a delegation and its head
            "Đoàn công tác của Bộ Y tế do bà Vi Thị Nhàn, Thứ trưởng Bộ Y tế làm Trưởng đoàn đến thăm.",
            [
                ("Vi Thị Nhàn", "Thứ trưởng", "Bộ Y tế", False),
                ("Vi Thị Nhàn", "Trưởng đoàn", "Đoàn công tác của Bộ Y tế", False),
            ],
        ),
        (  # a past post and a new one
            "HĐND tỉnh Sơn Hà bầu ông Hồ Sỹ Điền, nguyên Giám đốc Sở Y tế, giữ chức Phó Chủ tịch UBND tỉnh.",
            [
                ("Hồ Sỹ Điền", "Giám đốc", "Sở Y tế Sơn Hà", True),
                ("Hồ Sỹ Điền", "Phó Chủ tịch", "UBND tỉnh Sơn Hà", False),
            ],
        ),
        (  # a role that takes up the head of its body; a head of government's body
            "Chánh Thanh tra TP Hà Nội Hồ Sỹ Điền báo cáo Phó Thủ tướng Đỗ Khắc Nhu.",
            [
                ("Hồ Sỹ Điền", "Chánh Thanh tra", "Thanh tra TP Hà Nội", False),
                ("Đỗ Khắc Nhu", "Phó Thủ tướng", "Chính phủ", False),
            ],
        ),
        (  # posts of other countries have no body
            "Bà Ivana Brandek, Đại sứ Velmora tại Việt Nam; Bộ trưởng Kinh tế Velmora Petar Losk. "
            "Chính phủ Velmora tài trợ.",
            [
                ("Ivana Brandek", "Đại sứ Velmora tại Việt Nam", None, False),
                ("Petar Losk", "Bộ trưởng Kinh tế Velmora", None, False),
            ],
        ),
        (  # said again without its body: one holding
            "Thứ trưởng Bộ Y tế Hồ Sỹ Điền đến. Thứ trưởng Hồ Sỹ Điền nói.",
            [("Hồ Sỹ Điền", "Thứ trưởng", "Bộ Y tế", False)],
        ),
        (  # whose country is not named is not made ours
            "Người Velmora xuống đường ở Paris, Pháp. Thủ tướng Brandek im lặng.",
            [],
        ),
        (  # a post before a comma is somebody else's
            "Thừa ủy quyền của Thủ tướng Chính phủ, Phó Thủ tướng Đỗ Khắc Nhu trao quyết định.",
            [("Đỗ Khắc Nhu", "Phó Thủ tướng", "Chính phủ", False)],
        ),
    ],
)
def test_posts(nlp: Language, text: str, expected: list[Holding]) -> None:
    assert holdings(read(nlp, text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # the body is the only one of its kind that the article has named
            "Công ty Cổ phần Lam Sa họp. Bà Mai Thị Kế, Tổng Giám đốc kiêm Thành viên HĐQT, báo cáo.",
            [
                ("Mai Thị Kế", "Tổng Giám đốc", "Công ty Cổ phần Lam Sa", False),
                ("Mai Thị Kế", "Thành viên HĐQT", "Công ty Cổ phần Lam Sa", False),
            ],
        ),
        (  # acting, past, and before a title of learning
            "Trường Đại học Lam Sa khai giảng. GS.TS Tạ Đăng Khuê, Quyền Hiệu trưởng nhà trường, đọc diễn văn. "
            "Nguyên Hiệu trưởng, NGND Hồ Văn Lài cùng dự.",
            [
                ("Tạ Đăng Khuê", "Quyền Hiệu trưởng", "Trường Đại học Lam Sa", False),
                ("Hồ Văn Lài", "Hiệu trưởng", "Trường Đại học Lam Sa", True),
            ],
        ),
        (  # who is dismissed has held the post
            "Công ty Cổ phần Lam Sa miễn nhiệm ông Tạ Đăng Khuê, thành viên HĐQT.",
            [("Tạ Đăng Khuê", "Thành viên HĐQT", "Công ty Cổ phần Lam Sa", True)],
        ),
        (  # elected
            "Tại tỉnh Sơn Hà, đồng chí Vàng A Pao tái đắc cử Chủ tịch LĐLĐ tỉnh.",
            [("Vàng A Pao", "Chủ tịch", "LĐLĐ tỉnh Sơn Hà", False)],
        ),
        (  # told before a title
            "Bộ trưởng gặp Đại biện lâm thời Áo tại Hà Nội, ông Jurgen Wessel.",
            [("Jurgen Wessel", "Đại biện lâm thời Áo tại Hà Nội", None, False)],
        ),
        (  # an ordinary post, past, with a note in brackets before the name
            "Cựu nhân viên Cơ quan Tình báo trung ương Áo (CTA) Jurgen Wessel trả lời.",
            [("Jurgen Wessel", "Nhân viên", "Cơ quan Tình báo trung ương Áo", True)],
        ),
        (  # a school named after somebody is headed by somebody else; tones where some keyboards set them
            "Ông Tạ Đăng Khuê, hiệu trưởng Trường ĐH Mai Văn Kế, họp vơí Hiệp hôị Vận tải.",
            [("Tạ Đăng Khuê", "Hiệu trưởng", "Trường ĐH Mai Văn Kế", False)],
        ),
        (  # the department's post, the commune spoken of and not its hamlet
            "Ở ấp Bờ Sậy, xã Vĩnh Lam Tây, nước lên. Chủ tịch UBND xã Trần Chí Đạt lo.",
            [("Trần Chí Đạt", "Chủ tịch", "UBND xã Vĩnh Lam Tây", False)],
        ),
    ],
)
def test_posts_in_all_their_forms(nlp: Language, text: str, expected: list[Holding]) -> None:
    assert holdings(read(nlp, text)) == expected


def test_a_part_belongs_to_the_body_named_after_it(nlp: Language) -> None:
    reading = read(nlp, "Ông Tạ Đăng Khuê - Cục trưởng Cục Đường bộ Việt Nam, Bộ Xây dựng trả lời.")
    parts = {e.name: e.part_of and reading.entities[e.part_of].name for e in reading.entities.values()}
    assert parts["Cục Đường bộ Việt Nam"] == "Bộ Xây dựng"


def test_the_evidence_is_the_fullest_phrase(nlp: Language) -> None:
    reading = read(nlp, "Thứ trưởng Bộ Y tế Hồ Sỹ Điền đến. Ông Hồ Sỹ Điền, Thứ trưởng Bộ Y tế, nói.")
    assert [reading.slice(h.evidence) for h in reading.holdings] == ["Ông Hồ Sỹ Điền, Thứ trưởng Bộ Y tế"]


def test_ranks(nlp: Language) -> None:
    reading = read(nlp, "Thiếu tướng Vũ Đình Lãm, Phó Tư lệnh Quân khu 4, gặp Đại tá Sầm Văn Thụ. Thiếu tướng Lãm nói.")
    found = [(reading.entities[r.holder].name, r.rank, reading.slice(r.evidence)) for r in reading.ranks]
    assert found == [
        ("Vũ Đình Lãm", "Thiếu tướng", "Thiếu tướng Vũ Đình Lãm"),
        ("Sầm Văn Thụ", "Đại tá", "Đại tá Sầm Văn Thụ"),
    ]
