"""Who answers for what things will be, who goes on speaking, and what is told of days to come without a cue."""

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


def told(nlp: Language, text: str, introduction: str = INTRODUCTION) -> Told:
    """Kind, actors and source of each undertaking of the text after the introduction."""
    reading = pipeline.read(nlp, Document("a", introduction + text, "", published="2025-05-20"))
    name = {key: entity.name for key, entity in reading.entities.items()}
    return [(u.kind.value, [name[a] for a in u.actors], name.get(u.stated_by or "")) for u in reading.undertakings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bà Liễu cho biết các lớp tập huấn sẽ mở từ tháng 9.", [("Pledge", [SỞ], LIỄU)]),
        ("Ông Kha cho biết kho đã đầy. Trạm bơm mới sẽ được xây ở bờ nam.", [("Pledge", [CÔNG_TY], KHA)]),
        (
            "Công ty CP Thủy lợi Sơn Hà sẽ tặng 400 túi thuốc. Thuốc sẽ được trao cho các hộ ven sông.",
            [("Pledge", [CÔNG_TY], None), ("Pledge", [CÔNG_TY], None)],
        ),
        ("Bà Liễu cho biết cũng sẵn sàng mở kho.", [("Pledge", [LIỄU], LIỄU)]),
        ("Bà Liễu cho biết kho thuốc cũ sẽ bị đóng cửa.", [("Pledge", [SỞ], LIỄU)]),
        ("Ông Kha cho biết chi phí dự kiến 21 tỷ đồng.", [("Goal", [CÔNG_TY], KHA)]),
        ("Ông Kha cho biết đã vay 50 tỷ đồng. Cụ thể, sẽ chia vốn cho ba hồ.", [("Pledge", [CÔNG_TY], KHA)]),
        ("Sở Y tế cùng Công ty CP Thủy lợi Sơn Hà sẽ rà soát các đập.", [("Pledge", [SỞ, CÔNG_TY], None)]),
        ('Sở Y tế sẽ tổ chức hội thi "Bàn tay vàng điều dưỡng" trong tháng 7.', [("Pledge", [SỞ], None)]),
        ("Phó trưởng đoàn yêu cầu Sở Y tế lập tổ trực.", [("Directive", [SỞ], None)]),
        ("Đây là lần thứ hai Sở Y tế đề nghị Bộ Y tế cấp thuốc.", [("Directive", ["Bộ Y tế"], SỞ)]),
        ("Ông Nhã đã đi thị sát và cho rằng Sở Y tế cần mở thêm trạm.", [("Directive", [SỞ], NHÃ)]),
        ("Ông Nhã nhấn mạnh chúng ta phải có các giải pháp lâu dài.", [("Directive", ["chúng ta"], NHÃ)]),
        ("Ảnh: Minh Tâm Ông Kha nói sẽ thay toàn bộ máy bơm.", [("Pledge", [CÔNG_TY], KHA)]),
        ("Sở Y tế sẽ phải thanh toán khoản nợ trước tháng 10.", [("Pledge", [SỞ], None)]),
        ("Từ ngày 6/6 tới, Sở Y tế tổ chức khám miễn phí ở ba xã.", [("Pledge", [SỞ], None)]),
        ("Thời gian tới, Sở Y tế tiếp tục mở rộng mạng lưới trạm xá.", [("Pledge", [SỞ], None)]),
        ("Công ty CP Thủy lợi Sơn Hà mong muốn xây thêm hai hồ chứa.", [("Expectation", [CÔNG_TY], CÔNG_TY)]),
        ("Trong buổi làm việc với Sở Y tế, ông Kha đề nghị xem xét giảm phí.", [("Directive", [SỞ], KHA)]),
        ("Người dân được khuyến cáo rời nhà ven sông.", [("Directive", ["người dân"], None)]),
        ("Bà Liễu nói nếu bên kia bỏ cuộc, Việt Nam sẽ tự sản xuất vắc xin.", [("Pledge", ["Việt Nam"], LIỄU)]),
    ],
)
def test_who_answers(nlp: Language, text: str, expected: Told) -> None:
    assert told(nlp, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Bà Liễu cho biết giá thuốc sẽ tăng trong quý tới.",  # foreseen, not promised
        "Bà Liễu cho biết bà con sẽ phải chịu thêm hai đợt lũ.",
        "Ông Kha cho biết kho đã đầy.\n\nTrạm bơm mới sẽ được xây ở bờ nam.",  # another paragraph: nobody says it
        "Từ ngày 6/4, Sở Y tế tổ chức khám miễn phí ở ba xã.",  # past
        "LXH, theo bà Liễu, sẽ chia thuốc cho ba xã.",  # whose name stands before hers is not known
        "Thời gian tới, Sở Y tế có thể mở thêm trạm xá.",
        "Ông Kha mong muốn xây nhà mới.",  # what a man hopes for himself
    ],
)
def test_nobody_answers(nlp: Language, text: str) -> None:
    assert told(nlp, text) == []


ASKED = (
    "Bên lề cuộc họp, bà Mạc Thị Liễu, Giám đốc Sở Y tế tỉnh Sơn Hà, đã trao đổi với báo chí. "
    "Thưa bà, bao giờ có thuốc? Tôi sẽ ký lệnh xuất kho ngay tuần này. Bà muốn gì ở cấp trên? "
    "Theo tôi, Bộ Y tế phải cấp thêm vắc xin."
)


def test_interview_without_labels(nlp: Language) -> None:
    assert told(nlp, ASKED, "") == [("Pledge", [LIỄU], LIỄU), ("Directive", ["Bộ Y tế"], LIỄU)]


def test_questions_without_first_persons_are_no_interview(nlp: Language) -> None:
    text = ASKED.replace("Tôi sẽ", "Người ta sẽ").replace("Theo tôi", "Theo lệ")
    assert ("Directive", ["Bộ Y tế"], LIỄU) not in told(nlp, text, "")
