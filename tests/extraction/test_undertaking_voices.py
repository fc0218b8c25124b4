"""Who owes what is told in passing: by an agreement, in a row of orders, in a sentence broken off, of a thing."""

import pytest
from spacy.language import Language

from camket.graph.documents.document import Document
from camket.graph.extraction import pipeline

INTRODUCTION = (
    "Ngày 19/5, ông Đoàn Trọng Nhã, Chủ tịch UBND tỉnh Sơn Hà, chủ trì cuộc họp. Dự họp có bà Mạc Thị Liễu, "
    "Giám đốc Sở Y tế; ông Tống Văn Kha, Giám đốc Công ty CP Thủy lợi Sơn Hà.\n\n"
)
NHÃ, LIỄU, KHA = "Đoàn Trọng Nhã", "Mạc Thị Liễu", "Tống Văn Kha"
SỞ, CÔNG_TY = "Sở Y tế Sơn Hà", "Công ty CP Thủy lợi Sơn Hà"

Told = list[tuple[str, list[str], str | None]]


def told(nlp: Language, text: str) -> Told:
    """Kind, actors and source of each undertaking of the text after the introduction."""
    reading = pipeline.read(nlp, Document("a", INTRODUCTION + text, "", published="2025-05-20"))
    name = {key: entity.name for key, entity in reading.entities.items()}
    return [(u.kind.value, [name[a] for a in u.actors], name.get(u.stated_by or "")) for u in reading.undertakings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Theo thỏa thuận, Công ty CP Thủy lợi Sơn Hà cung cấp 12 máy bơm; Sở Y tế bố trí 3 kỹ thuật viên.",
            [("Pledge", [CÔNG_TY], None), ("Pledge", [SỞ], None)],
        ),
        (
            "Ông Nhã yêu cầu Sở Y tế chuẩn bị 200 giường. Công an tỉnh Sơn Hà bố trí lực lượng trực tại các cầu.",
            [("Directive", [SỞ], NHÃ), ("Directive", ["Công an tỉnh Sơn Hà"], NHÃ)],
        ),
        ("Sở Y tế, bà Liễu khẳng định, sẽ mở thêm hai trạm cấp cứu.", [("Pledge", [SỞ], LIỄU)]),
        ("Ông Kha cho biết gói thầu nạo vét sẽ được đấu thầu lại trong tháng 8.", [("Pledge", [CÔNG_TY], KHA)]),
        ("Bà Liễu cho biết cơ quan này sẽ thu hồi lô vắc xin.", [("Pledge", [SỞ], LIỄU)]),
        ("Dự kiến, Sở Y tế sẽ bàn giao trạm xá vào tháng 9.", [("Goal", [SỞ], None)]),
        ("Mục tiêu của ngành y tế là đến năm 2027 xóa hết trạm tạm.", [("Goal", ["ngành y tế"], None)]),
        ("Bà Liễu hy vọng lần này UBND tỉnh giữ lời.", [("Expectation", ["UBND tỉnh Sơn Hà"], LIỄU)]),
        ("Đổi lại, Sơn Hà sẽ miễn phí cầu cảng.", [("Pledge", ["Sơn Hà"], None)]),
        ("Ông Nhã yêu cầu các hộ nuôi cá lồng phải neo bè.", [("Directive", ["các hộ nuôi cá lồng"], NHÃ)]),
        ("Ông Nhã yêu cầu các huyện ven biển gọi tàu vào bờ.", [("Directive", ["các huyện ven biển"], NHÃ)]),
        ("Ông Nhã khuyên người tiêu dùng giữ lại hóa đơn.", [("Directive", ["người tiêu dùng"], NHÃ)]),
        (
            "Ông Nhã ký công điện về lũ.\n\nTheo công điện, Sở Y tế phải dự trữ thuốc cho 7 ngày.",
            [("Directive", [SỞ], NHÃ)],
        ),
        (
            "Ông Nhã yêu cầu Sở Y tế kiểm tra kho thuốc; đồng thời chỉ đạo các bệnh viện trực 24 giờ.",
            [("Directive", [SỞ], NHÃ), ("Directive", [SỞ], NHÃ)],
        ),
        (
            "Ông Nhã yêu cầu các sở và các địa phương ven sông tập trung sơ tán dân.",
            [("Directive", ["các sở", "các địa phương ven sông"], NHÃ)],
        ),
        ("Công ty CP Thủy lợi Sơn Hà vừa họp. Doanh nghiệp đặt mục tiêu lãi 12 tỷ đồng.", [("Goal", [CÔNG_TY], None)]),
        (
            "Ông Nhã yêu cầu các cơ quan hành chính tiết kiệm 10% điện.",
            [("Directive", ["các cơ quan hành chính"], NHÃ)],
        ),
        (
            "Sở Y tế đã yêu cầu các bệnh viện báo cáo trước ngày 25/5; đến nay, sở nhận được 12 báo cáo.",
            [("Directive", ["các bệnh viện"], SỞ)],
        ),
    ],
)
def test_whose_it_is(nlp: Language, text: str, expected: Told) -> None:
    assert told(nlp, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ông Nhã đã giao cho Sở Y tế ba xe cứu thương.",
        "Nhà ngoại giao Slovakia nói hồ sơ còn thiếu.",
        "Theo thỏa thuận, Công ty CP Thủy lợi Sơn Hà đã cung cấp 12 máy bơm.",
        "Bà Liễu cho biết loại thuốc này sẽ được sử dụng rộng rãi.",
        "Năm 2023, Sở Y tế đặt mục tiêu xóa 12 trạm tạm nhưng không đạt.",
        "Dự báo, Sở Y tế sẽ mua 45 tấn hóa chất.",
        "Kế hoạch ban đầu là thông xe cuối năm 2024.",
        "Hai đội nhập cuộc quyết tâm, chơi nhanh.",
    ],
)
def test_nobody_undertakes_it(nlp: Language, text: str) -> None:
    assert told(nlp, text) == []
