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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bà Liễu đến muộn. Tổng LĐLĐ, theo bà, sẽ xây thêm 40 nhà trẻ.", []),
        ("Tổng LĐLĐ, bà Liễu khẳng định, sẽ xây thêm 40 nhà trẻ.", []),
        ("Nhà thầu mới, theo ông Kha, sẽ vào công trường.", [("Pledge", ["nhà thầu mới"], KHA)]),
        ("Trong tháng tới, ông Kha cho biết, sẽ nạo vét 3 km kênh.", [("Pledge", [CÔNG_TY], KHA)]),
        ("Khi có tiền, bà Liễu nói, sẽ xây thêm 40 nhà trẻ.", [("Pledge", [LIỄU], LIỄU)]),
    ],
)
def test_a_sentence_broken_off_that_begins_with_nobody_known_is_not_the_speakers_promise(
    nlp: Language, text: str, expected: Told
) -> None:
    assert told(nlp, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Bà Liễu đến Bảo tàng Gốm Sơn Hà. Ông Nhã đề nghị bảo tàng số hóa hiện vật trong năm nay.",
            [("Directive", ["Bảo tàng Gốm Sơn Hà"], NHÃ)],
        ),
        ("Bà Liễu đến Ngân hàng Sông Hậu. Ông Nhã đề nghị ngân hàng hạ lãi.", [("Directive", ["ngân hàng"], NHÃ)]),
        (
            "Ông Nhã yêu cầu chính quyền xã Đông Lĩnh rà soát, di dời 320 hộ.",
            [("Directive", ["chính quyền xã Đông Lĩnh"], NHÃ)],
        ),
        (
            "Sở Y tế và Công ty CP Thủy lợi Sơn Hà ký biên bản ghi nhớ, theo đó hai bên sẽ trao đổi 50 kỹ thuật viên.",
            [("Pledge", [SỞ, CÔNG_TY], None)],
        ),
        ("Ông Kha đã đề xuất Sở Y tế hỗ trợ 3 máy thở.", [("Directive", [SỞ], KHA)]),
        ("Ông Kha góp ý Sở cần số hóa sách thuốc.", [("Directive", [SỞ], KHA)]),
        ("Bà Liễu đề xuất học sinh nghỉ Tết 9 ngày.", []),
        ("Bà Liễu nói tỉnh còn phải cân đối ngân sách, chưa thể trả lời ngay.", []),
        ("Sở Y tế từng đặt mục tiêu xóa 20 điểm nóng trước 30/9.", []),
        ("Bà Liễu nói trung tâm được giao 320 giường.", []),
        ("Năm 2026, Sơn Hà được giao dự toán thu nội địa 15.100 tỷ đồng.", [("Goal", ["Sơn Hà"], None)]),
    ],
)
def test_who_is_told_is_called_by_his_kind_or_place(nlp: Language, text: str, expected: Told) -> None:
    assert told(nlp, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Tôi yêu cầu Sở Y tế cấp bổ sung 2 máy thở”, ông Nhã ra lệnh.", [("Directive", [SỞ], NHÃ)]),
        (
            "“Ngày 30/11 sẽ chạy thử trạm đầu tiên. Trong quý II/2026, chúng tôi sẽ mở cửa”, bà Liễu nói.",
            [("Pledge", [SỞ], LIỄU), ("Pledge", [SỞ], LIỄU)],
        ),
        ("Sở Y tế được đề nghị phân luồng lại bệnh nhân ngay tuần tới.", [("Directive", [SỞ], None)]),
        (
            "Ông Nhã nói: “Nơi nào để cháy lớn, người đứng đầu phải giải trình trước tỉnh”.",
            [("Directive", ["người đứng đầu"], NHÃ)],
        ),
        (
            "Kế hoạch năm học mới của Sở Y tế đặt ra: mở 96 lớp cho 2.300 học viên; nâng tỷ lệ biết chữ lên 93%.",
            [("Goal", [SỞ], None), ("Goal", [SỞ], None)],
        ),
        (
            "Ông Nhã mong các tham tán thương mại bám sát thị trường.",
            [("Expectation", ["các tham tán thương mại"], NHÃ)],
        ),
    ],
)
def test_orders_in_the_first_person_passive_orders_and_goals_listed_after_their_owner(
    nlp: Language, text: str, expected: Told
) -> None:
    assert told(nlp, text) == expected


def test_what_it_is_said_in_is_no_part_of_who_says_it(nlp: Language) -> None:
    text = "Bí thư Tỉnh ủy Đắk Lâm Y Thanh Mlô thông báo: “Trường có văn bản đề nghị các ngành chức năng xem xét”."
    facts = pipeline.extract(nlp, Document("a", text, "0" * 64, published="2025-03-02"))
    names = {entity.key: entity.name for entity in facts.entities}
    assert [names[one.stated_by or ""] for one in facts.undertakings] == ["trường"]


@pytest.mark.parametrize("school", ["nhà trường", "trường", "đơn vị"])
def test_whoever_speaks_for_a_school_speaks_of_it_by_its_kind(nlp: Language, school: str) -> None:
    text = f"Bà Lưu Thị Hằng, Hiệu trưởng Trường Đại học Lam Trà, cho biết {school} sẽ dành 28 tỷ đồng làm học bổng."
    facts = pipeline.extract(nlp, Document("a", text, "0" * 64, published="2025-03-02"))
    names = {entity.key: entity.name for entity in facts.entities}
    [pledge] = facts.undertakings
    assert [names[key] for key in (*pledge.actors, pledge.stated_by or "")] == [
        "Trường Đại học Lam Trà",
        "Lưu Thị Hằng",
    ]


def test_a_leaders_province_is_his_own_though_another_is_spoken_of_more(nlp: Language) -> None:
    text = (
        "Tỉnh Đông Lĩnh khánh thành cầu mới. Bí thư Tỉnh ủy Đông Lĩnh dự, Chủ tịch UBND tỉnh Đông Lĩnh phát biểu. "
        "Ông Vũ Đình Kha, Chủ tịch UBND tỉnh Sơn Hà, cho biết tỉnh sẽ xây nốt đường dẫn trước ngày 30/6/2025."
    )
    facts = pipeline.extract(nlp, Document("a", text, "0" * 64, published="2025-03-02"))
    names = {entity.key: entity.name for entity in facts.entities}
    assert [names[one.actors[0]] for one in facts.undertakings] == ["Sơn Hà"]
