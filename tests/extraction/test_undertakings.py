"""What is undertaken and by whom: whole outputs on small articles about invented people, and what is no undertaking."""

import pytest
from spacy.language import Language

from camket.graph.documents.document import Document
from camket.graph.extraction import pipeline
from camket.graph.extraction.reading import Reading
from camket.graph.facts import Reason

INTRODUCTION = (
    "Ngày 19/5, ông Đoàn Trọng Nhã, Chủ tịch UBND tỉnh Sơn Hà, chủ trì cuộc họp. Dự họp có bà Mạc Thị Liễu, "
    "Giám đốc Sở Y tế; ông Tống Văn Kha, Giám đốc Công ty CP Thủy lợi Sơn Hà.\n\n"
)

Row = tuple[str, list[str], str | None, str | None, str]


def read(nlp: Language, text: str) -> Reading:
    return pipeline.read(nlp, Document("a", INTRODUCTION + text, "", published="2025-05-20"))


def rows(reading: Reading) -> list[Row]:
    name = {key: entity.name for key, entity in reading.entities.items()}
    return [
        (u.kind.value, [name[a] for a in u.actors], name.get(u.stated_by or ""), u.due, reading.slice(u.evidence))
        for u in reading.undertakings
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Ông Nhã khẳng định UBND tỉnh sẽ sửa xong kè sông Lam trước ngày 30/9.",
            [
                (
                    "Pledge",
                    ["UBND tỉnh Sơn Hà"],
                    "Đoàn Trọng Nhã",
                    "2025-09-30",
                    "UBND tỉnh sẽ sửa xong kè sông Lam trước ngày 30/9",
                )
            ],
        ),
        (
            "Bà Liễu hứa sẽ trả lời từng đơn của người bệnh trong tháng 6.",
            [
                (
                    "Pledge",
                    ["Mạc Thị Liễu"],
                    "Mạc Thị Liễu",
                    "2025-06",
                    "sẽ trả lời từng đơn của người bệnh trong tháng 6",
                )
            ],
        ),
        (
            "Ông Nhã yêu cầu Sở Y tế bổ sung 40 bác sĩ cho tuyến xã trước ngày 1/8; "
            "Công ty CP Thủy lợi Sơn Hà cấp nước trở lại ngay trong tuần.",
            [
                (
                    "Directive",
                    ["Sở Y tế Sơn Hà"],
                    "Đoàn Trọng Nhã",
                    "2025-08-01",
                    "Sở Y tế bổ sung 40 bác sĩ cho tuyến xã trước ngày 1/8",
                ),
                (
                    "Directive",
                    ["Công ty CP Thủy lợi Sơn Hà"],
                    "Đoàn Trọng Nhã",
                    None,
                    "Công ty CP Thủy lợi Sơn Hà cấp nước trở lại ngay trong tuần",
                ),
            ],
        ),
        (
            "Bà Liễu mong muốn các doanh nghiệp chung tay mua máy lọc thận.",
            [
                (
                    "Expectation",
                    ["các doanh nghiệp"],
                    "Mạc Thị Liễu",
                    None,
                    "các doanh nghiệp chung tay mua máy lọc thận",
                )
            ],
        ),
        (
            "Năm 2025, tỉnh Sơn Hà phấn đấu thu ngân sách đạt 7.200 tỷ đồng; giảm 1.500 hộ nghèo.",
            [
                ("Goal", ["Sơn Hà"], None, "2025", "Năm 2025, tỉnh Sơn Hà phấn đấu thu ngân sách đạt 7.200 tỷ đồng"),
                ("Goal", ["Sơn Hà"], None, "2025", "giảm 1.500 hộ nghèo"),
            ],
        ),
        (
            '"Tôi sẽ tiếp dân vào thứ Bảy hằng tuần", ông Nhã nói.',
            [("Pledge", ["Đoàn Trọng Nhã"], "Đoàn Trọng Nhã", None, "Tôi sẽ tiếp dân vào thứ Bảy hằng tuần")],
        ),
        (
            '"Chúng tôi sẽ nối lại đường ống trong tháng 6", ông Kha nói.',
            [
                (
                    "Pledge",
                    ["Công ty CP Thủy lợi Sơn Hà"],
                    "Tống Văn Kha",
                    "2025-06",
                    "Chúng tôi sẽ nối lại đường ống trong tháng 6",
                )
            ],
        ),
        (
            "Ông Kha khẳng định việc súc rửa bể chứa sẽ được Công ty CP Thủy lợi Sơn Hà làm xong trong tháng 7.",
            [
                (
                    "Pledge",
                    ["Công ty CP Thủy lợi Sơn Hà"],
                    "Tống Văn Kha",
                    "2025-07",
                    "việc súc rửa bể chứa sẽ được Công ty CP Thủy lợi Sơn Hà làm xong trong tháng 7",
                )
            ],
        ),
    ],
)
def test_undertakings(nlp: Language, sentence: str, expected: list[Row]) -> None:
    assert rows(read(nlp, sentence)) == expected


def test_the_speaker_carries_on_in_the_next_sentence(nlp: Language) -> None:
    text = (
        "Ông Nhã nhấn mạnh ngập lụt là việc của cả tỉnh. "
        "Trong thời gian tới, UBND tỉnh sẽ nạo vét toàn bộ cống thoát nước."
    )
    assert rows(read(nlp, text)) == [
        ("Pledge", ["UBND tỉnh Sơn Hà"], "Đoàn Trọng Nhã", None, "UBND tỉnh sẽ nạo vét toàn bộ cống thoát nước")
    ]


def test_an_order_goes_on_in_a_linked_sentence(nlp: Language) -> None:
    text = "Ông Nhã đề nghị Sở Y tế rà soát kho thuốc. Trong đó, kiểm kê vắc xin trước ngày 10/6; hủy thuốc quá hạn."
    assert rows(read(nlp, text)) == [
        ("Directive", ["Sở Y tế Sơn Hà"], "Đoàn Trọng Nhã", None, "Sở Y tế rà soát kho thuốc"),
        ("Directive", ["Sở Y tế Sơn Hà"], "Đoàn Trọng Nhã", "2025-06-10", "kiểm kê vắc xin trước ngày 10/6"),
        ("Directive", ["Sở Y tế Sơn Hà"], "Đoàn Trọng Nhã", None, "hủy thuốc quá hạn"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ông Nhã nói tỉnh chưa thể hứa mốc nào cho cây cầu.",
        "Bà Liễu không cam kết ngày mở lại khoa sản.",
        '"Tôi không dám hứa điều gì to tát", ông Kha nói.',
    ],
)
def test_a_refusal_is_no_undertaking(nlp: Language, sentence: str) -> None:
    reading = read(nlp, sentence)
    assert rows(reading) == []
    assert len(reading.refusals) == 1


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("Cây cầu này sẽ sập nếu lũ lên thêm một mét.", Reason.NO_ACTOR),
        ("Đài Khí tượng Thủy văn tỉnh Sơn Hà dự báo mưa sẽ kéo dài đến hết tuần.", Reason.FORECAST),
        ("Ông Nhã cho rằng tỉnh có thể sẽ xin thêm vốn trung ương.", Reason.HEDGED),
        ('Bà Liễu hỏi: "Công ty CP Thủy lợi Sơn Hà sẽ trả tiền cho dân chứ?".', Reason.QUESTION),
        ("Ba chỉ tiêu cũ vẫn treo trên tường hội trường.", Reason.NOT_UNDERSTOOD),
    ],
)
def test_the_ledger_says_why(nlp: Language, sentence: str, reason: Reason) -> None:
    reading = read(nlp, sentence)
    assert rows(reading) == []
    assert [a.reason for a in reading.abstentions] == [reason]


@pytest.mark.parametrize(
    "sentence",
    [
        "UBND tỉnh đã hoàn thành 12 km kè sông Lam từ tháng 3.",
        "Ông Nhã cảm ơn các chiến sĩ đã giúp dân chạy lũ.",
        "Bà Liễu sẽ bị kỷ luật vì vụ việc này.",
        "Bà Liễu sẽ được bổ nhiệm trong tháng tới.",
        "Ông Kha hứa hẹn rằng câu chuyện đường ống này là một điều rất đáng nhớ.",
        "Du khách sẽ tham quan miễn phí vườn thú trong tuần này.",
        "Tỉnh Sơn Hà sẽ có mưa to trong hai ngày tới.",
        "Tỉnh Sơn Hà sẽ vẫn là cửa ngõ của cả vùng.",
        "Có tin đồn rằng UBND tỉnh sẽ bán khu đất này.",
        '"Chúng tôi cần điện và đường", ông Kha nói.',
        "Bà Liễu phản ánh người bệnh phải tự mua thuốc suốt ba tháng.",
    ],
)
def test_what_is_done_or_suffered_is_no_undertaking(nlp: Language, sentence: str) -> None:
    assert rows(read(nlp, sentence)) == []


def test_a_condition_is_kept_as_a_slot(nlp: Language) -> None:
    reading = read(nlp, "Ông Kha khẳng định công ty sẽ giảm giá nước nếu được miễn thuế đất.")
    (pledge,) = reading.undertakings
    assert pledge.condition == "nếu được miễn thuế đất"
    (pledge,) = read(nlp, "Khi có đủ vốn, UBND tỉnh sẽ xây cầu mới.").undertakings
    assert pledge.condition == "Khi có đủ vốn"


def test_a_refusal_ends_the_pledge_before_it(nlp: Language) -> None:
    reading = read(nlp, "Bà Liễu hứa sẽ trình đề án trong tháng 6, nhưng không cam kết ngày thông qua.")
    assert [text for _, _, _, _, text in rows(reading)] == ["sẽ trình đề án trong tháng 6"]
    assert [reading.slice(r.evidence) for r in reading.refusals] == ["không cam kết ngày thông qua"]


def test_a_quotation_without_a_speaker_is_nobodys_word(nlp: Language) -> None:
    reading = read(nlp, '"UBND tỉnh sẽ đền bù cho dân trong tháng sau". Câu ấy còn treo trên tường.')
    assert rows(reading) == []
    assert reading.abstentions[0].reason == Reason.NO_SPEAKER


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Ông Nhã yêu cầu Sở Y tế rà soát kho thuốc; tư vấn giám sát có mặt tại công trường mỗi ngày; sớm báo cáo.",
            [["Sở Y tế Sơn Hà"], ["tư vấn giám sát"], ["tư vấn giám sát"]],
        ),
        ("Bà Liễu đề nghị các nạn nhân liên hệ đường dây nóng.", [["các nạn nhân"]]),
        ("Nghị quyết giao Sở Y tế xây dựng đề án trước ngày 30/11/2025.", [["Sở Y tế Sơn Hà"]]),
        ("Ông Nhã khẳng định đơn vị nào chậm, UBND tỉnh sẽ cắt vốn.", [["UBND tỉnh Sơn Hà"]]),
        ("Bà Liễu cho biết đơn vị sẽ tuyển thêm 30 y sĩ.", [["Sở Y tế Sơn Hà"]]),
        ("Ông Kha khẳng định công ty sẽ nối lại đường ống.", [["Công ty CP Thủy lợi Sơn Hà"]]),
        ('"Kế hoạch của công ty là lắp thêm 300 đồng hồ nước", ông Kha nói.', [["Công ty CP Thủy lợi Sơn Hà"]]),
        ('"Tôi xin bồi thường toàn bộ 40 triệu đồng", ông Kha nói.', [["Tống Văn Kha"]]),
        ("Lãnh đạo Công ty CP Thủy lợi Sơn Hà cam kết đền bù cho dân.", [["Công ty CP Thủy lợi Sơn Hà"]]),
    ],
)
def test_who_is_to_act(nlp: Language, sentence: str, expected: list[list[str]]) -> None:
    assert [actors for _, actors, _, _, _ in rows(read(nlp, sentence))] == expected


def test_the_items_of_a_list_are_goals_each(nlp: Language) -> None:
    text = (
        "Đến năm 2030, tỉnh Sơn Hà phấn đấu đạt các mục tiêu sau:\n"
        "- Thu ngân sách đạt 9.000 tỷ đồng;\n- Trồng mới 5.000 ha rừng."
    )
    assert [(kind, actors, text) for kind, actors, _, _, text in rows(read(nlp, text))] == [
        ("Goal", ["Sơn Hà"], "Thu ngân sách đạt 9.000 tỷ đồng"),
        ("Goal", ["Sơn Hà"], "Trồng mới 5.000 ha rừng"),
    ]


def test_a_resolution_is_the_word_of_the_body_that_passed_it(nlp: Language) -> None:
    text = (
        "HĐND tỉnh Sơn Hà ban hành Nghị quyết về phát triển rừng.\n\n"
        "Theo nghị quyết, năm 2026 tỉnh phấn đấu trồng mới 3.000 ha rừng; giao đất cho 400 hộ."
    )
    assert [(actors, teller) for _, actors, teller, _, _ in rows(read(nlp, text))] == [
        (["Sơn Hà"], "HĐND tỉnh Sơn Hà"),
        (["Sơn Hà"], "HĐND tỉnh Sơn Hà"),
    ]
