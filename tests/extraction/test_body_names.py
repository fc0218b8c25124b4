"""How far the name of a body goes: small words that belong to it, and those that do not."""

import pytest
from spacy.language import Language

from camket.graph.documents.document import Document
from camket.graph.extraction import pipeline
from camket.graph.facts import EntityKind


def names(nlp: Language, text: str) -> list[str]:
    """The names of the bodies of a text, in text order."""
    reading = pipeline.read(nlp, Document(id="a", text=text, sha256=""))
    return [e.name for e in reading.entities.values() if e.kind is EntityKind.BODY and e.mentions]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tin do Ban Chỉ huy Phòng thủ dân sự tỉnh Sơn Hà phát.", "Ban Chỉ huy Phòng thủ dân sự tỉnh Sơn Hà"),
        ("Theo Cục Quản lý Y tế dự phòng Việt Nam, dịch đã lui.", "Cục Quản lý Y tế dự phòng Việt Nam"),
        ("Hôm qua Văn phòng Điều phối nông thôn mới Sơn Hà họp.", "Văn phòng Điều phối nông thôn mới Sơn Hà"),
        ("Theo Vụ Thể thao thành tích cao, giải lùi một tháng.", "Vụ Thể thao thành tích cao"),
        ("Ông làm ở Viện Quy hoạch thủy lợi miền Trung.", "Viện Quy hoạch thủy lợi miền Trung"),
        ("Bão vào, Ban Chỉ đạo chống lãng phí vẫn họp.", "Ban Chỉ đạo chống lãng phí"),
    ],
)
def test_small_nouns_that_go_on_a_name(nlp: Language, text: str, name: str) -> None:
    assert name in names(nlp, text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Lễ được Bộ Xây dựng tổ chức sáng nay.", "Bộ Xây dựng"),
        ("Hôm qua Sở Xây dựng tổ chức hội nghị.", "Sở Xây dựng"),
        ("Hôm qua Viện Khí tượng dự báo mưa lớn.", "Viện Khí tượng"),
        ("Sáng nay Công ty cổ phần Lúa Vàng tổ chức Đại hội đồng cổ đông.", "Công ty cổ phần Lúa Vàng"),
        ("Hôm qua Cục Viễn thông thông tin về sự cố.", "Cục Viễn thông"),
    ],
)
def test_what_a_body_does_is_not_in_its_name(nlp: Language, text: str, name: str) -> None:
    assert names(nlp, text) == [name]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ông giao UBND các tỉnh Nghệ An, Hà Tĩnh và Quảng Trị báo cáo.",
            ["UBND tỉnh Nghệ An", "UBND tỉnh Hà Tĩnh", "UBND tỉnh Quảng Trị"],
        ),
        (
            "Họ cùng Công an các tỉnh, thành phố Nghệ An, Đà Nẵng vào cuộc.",
            ["Công an tỉnh Nghệ An", "Công an TP Đà Nẵng"],
        ),
        ("Hai nơi, Sở Y tế các tỉnh Nghệ An và Hà Tĩnh, đã họp.", ["Sở Y tế Nghệ An", "Sở Y tế Hà Tĩnh"]),
        ("UBND các tỉnh phải báo cáo.", []),
    ],
)
def test_bodies_named_once_for_several_places(nlp: Language, text: str, expected: list[str]) -> None:
    assert names(nlp, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cô dạy ở trường Mai Văn Khải.", ["Trường Mai Văn Khải"]),
        ("Cô dạy ở trường THPT Mai Văn Khải.", ["Trường THPT Mai Văn Khải"]),
        ("Em học trường ĐH Lam Sa. Đại học Lam Sa mừng.", ["Trường ĐH Lam Sa"]),
        ("Một trường THPT mới mọc lên ở hiện trường Lam Sa.", []),
    ],
)
def test_schools_written_small(nlp: Language, text: str, expected: list[str]) -> None:
    assert names(nlp, text) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Họp Ban Chỉ đạo Trung ương về phòng, chống thiên tai.", "Ban Chỉ đạo Trung ương về phòng, chống thiên tai"),
        ("Ban Chỉ đạo về chuyển đổi số họp.", "Ban Chỉ đạo về chuyển đổi số"),
        ("Ban Chỉ đạo chuyển đổi số tỉnh Nghệ An họp.", "Ban Chỉ đạo chuyển đổi số tỉnh Nghệ An"),
        ("Dự có Ủy ban Quốc gia về chuyển đổi số.", "Ủy ban Quốc gia về chuyển đổi số"),
        ("Ông là Phó Trưởng Ban Chỉ đạo cải cách hành chính.", "Ban Chỉ đạo cải cách hành chính"),
        ("CDC Nghệ An báo tin vui.", "CDC Nghệ An"),
    ],
)
def test_what_a_committee_is_for(nlp: Language, text: str, name: str) -> None:
    assert names(nlp, text) == [name]


def test_a_government_by_its_capital(nlp: Language) -> None:
    assert "Chính quyền Tehran" in names(nlp, "Báo Nga viết: chính quyền Tehran bác bỏ, Iran im lặng.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bộ Chỉ huy quân sự các tỉnh đã cử đội rà phá bom.", []),  # a head cut short names nothing
        ("Cả sân Emirates im lặng, gần hiện trường có cát.", []),
        ("Bác sĩ CKII Tạ Đăng Khuê khám bệnh.", []),
        ("Họ thuộc Lữ đoàn Công binh 512.", ["Lữ đoàn Công binh 512"]),
        ("Cục C04 và Tổng cục Thuế họp.", ["Cục C04", "Tổng cục Thuế"]),
        ("Theo Liên danh Dongha - Trường Lâm, cầu đã xong.", ["Liên danh Dongha - Trường Lâm"]),
        ("Ngân hàng TMCP Hà Nội Phát (HNPBank) lãi lớn.", ["Ngân hàng TMCP Hà Nội Phát"]),
        (
            "Trung tâm Nghiên cứu Kinh doanh và hỗ trợ Doanh nghiệp đến.",
            ["Trung tâm Nghiên cứu Kinh doanh và hỗ trợ Doanh nghiệp"],
        ),
        ("Hội Liên hiệp Thanh niên (LHTN) Việt Nam phát động.", ["Hội Liên hiệp Thanh niên Việt Nam"]),
        ("Hội người Việt Nam tại Cộng hòa Séc quyên góp.", ["Hội người Việt Nam tại Cộng hòa Séc"]),
        ("Ủy ban Nhà nước về người Việt Nam ở nước ngoài họp.", ["Ủy ban Nhà nước về người Việt Nam ở nước ngoài"]),
        (
            "Đội Cảnh sát giao thông, Công an tỉnh Sơn Hà tổ chức tọa đàm. Đội CSGT Công an tỉnh Sơn Hà kể.",
            ["Đội CSGT Công an tỉnh Sơn Hà", "Công an tỉnh Sơn Hà"],
        ),
    ],
)
def test_names_are_neither_cut_nor_doubled(nlp: Language, text: str, expected: list[str]) -> None:
    assert names(nlp, text) == expected


def test_a_department_by_its_code_is_the_one_explained(nlp: Language) -> None:
    text = "Phòng Cảnh sát hình sự (PC02) Công an tỉnh Sơn Hà báo tin. Phòng PC02 đã bắt ba người."
    assert names(nlp, text) == ["Phòng Cảnh sát hình sự Công an tỉnh Sơn Hà", "Công an tỉnh Sơn Hà"]
