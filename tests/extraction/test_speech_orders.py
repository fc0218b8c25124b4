"""Orders, answers, apologies and names for things as reported speech. Invented people."""

import pytest
from spacy.language import Language

from camket.graph.documents.document import Document
from camket.graph.extraction import pipeline

INTRODUCTION = "Ông Đoàn Trọng Nhã, Chủ tịch UBND tỉnh Sơn Hà, và bà Mạc Thị Liễu, Giám đốc Sở Y tế, dự buổi lễ.\n\n"
NHA, LIEU = "Đoàn Trọng Nhã", "Mạc Thị Liễu"


def said(nlp: Language, text: str) -> list[tuple[str, str]]:
    """Who says what, in text order."""
    reading = pipeline.read(nlp, Document("a", INTRODUCTION + text, "", published="2025-05-20"))
    return [(reading.entities[s.speaker].name, reading.slice(s.evidence)) for s in reading.statements]


@pytest.mark.parametrize(("first", "second"), [("yêu cầu", "đề nghị"), ("đề nghị", "yêu cầu")])
def test_orders_to_several_stand_apart(nlp: Language, first: str, second: str) -> None:
    text = f"Ông Nhã {first} Sở Y tế kiểm tra các kho thuốc; {second} Sở Tài chính bố trí đủ tiền."
    assert said(nlp, text) == [(NHA, "Sở Y tế kiểm tra các kho thuốc"), (NHA, "Sở Tài chính bố trí đủ tiền")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Bà Liễu xin tỉnh cấp thêm hai xe cứu thương.",
        '"Khó nhất là vốn", bà Liễu phân trần, và xin tỉnh cấp thêm hai xe cứu thương.',
    ],
)
def test_request(nlp: Language, sentence: str) -> None:
    assert (LIEU, "tỉnh cấp thêm hai xe cứu thương") in said(nlp, sentence)


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        (
            "Hỏi bao giờ bệnh viện mở cửa, bà Liễu chỉ đáp chưa thể đưa ra mốc nào.",
            "chưa thể đưa ra mốc nào",
        ),
        ("Về việc này, bà Liễu trả lời ngay tại chỗ: Sở hết tiền mua thêm thuốc.", "Sở hết tiền mua thêm thuốc"),
        ("Bà Liễu báo cáo kho thuốc đã vơi hơn một nửa.", "kho thuốc đã vơi hơn một nửa"),
        ("Bà Liễu góp ý tỉnh cần mở thêm bệnh viện.", "tỉnh cần mở thêm bệnh viện"),
        ("Bà Liễu yêu cầu các kho thuốc mở cửa cả đêm; giao Sở Tài chính bố trí tiền.", "các kho thuốc mở cửa cả đêm"),
        (
            "Bà Liễu cho biết kho thuốc đã cạn từ tuần trước, AFP dẫn lời một quan chức nói rằng thuốc vẫn còn.",
            "kho thuốc đã cạn từ tuần trước",
        ),
        ("Bà Liễu bác bỏ cáo buộc cho rằng sở mua thuốc giả.", "cáo buộc cho rằng sở mua thuốc giả"),
        ("Bà Liễu phản đối tin đồn nói rằng sở mua thuốc giả.", "tin đồn nói rằng sở mua thuốc giả"),
        ("Kho cạn. [Bà Liễu đề nghị tỉnh mượn xe cứu thương] Các xe sẽ về trong tháng.", "tỉnh mượn xe cứu thương"),
        ("Lý giải vì sao kho thuốc trống, bà Liễu cho biết nhà thầu đã bỏ việc.", "nhà thầu đã bỏ việc"),
        ("Bà Liễu xin lỗi người dân vì phải chờ lâu.", "người dân vì phải chờ lâu"),
        ("Bà Liễu phê bình những trạm y tế thiếu thuốc.", "những trạm y tế thiếu thuốc"),
        ('Bà Liễu gọi đây là "món quà lớn nhất mười năm qua".', "món quà lớn nhất mười năm qua"),
        ('Bà Liễu ví trạm y tế mới như "ngọn đèn của cả vùng cao".', "ngọn đèn của cả vùng cao"),
    ],
)
def test_one_statement(nlp: Language, sentence: str, content: str) -> None:
    assert said(nlp, sentence) == [(LIEU, content)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Bà Liễu giao Sở Y tế kiểm tra các kho thuốc.",
        ">> Bà Liễu cho biết kho thuốc đã cạn Bệnh viện tỉnh Sơn Hà mở cửa lại hôm qua.",
        "Bà Liễu chia sẻ thông tin và hình ảnh trạm y tế bị ngập hôm qua.",
        "Bà Liễu chia sẻ một số thông tin về tình hình y tế của tỉnh trong năm qua.",
        "Bà Liễu và ông Nhã đồng ý làm rõ thông tin kho thuốc bị mất trộm hồi tháng trước.",
        "Trên sân khấu, bà Liễu cho thấy mình là người hát hay nhất tỉnh Sơn Hà.",
        "Bà Liễu trả lời bạn đọc về lộ trình tăng giá khám bệnh.",
        "Bà Liễu báo cáo biện pháp này lên cấp trên và đã được đồng ý.",
        "Tháng trước, bà Liễu đã bàn giao Trạm Y tế xã Mường Khơi cho huyện quản lý.",
        "Bà Liễu nhanh chóng đáp trả khi đội bạn phạm lỗi không đáng có.",
    ],
)
def test_no_statement(nlp: Language, sentence: str) -> None:
    assert said(nlp, sentence) == []


@pytest.mark.parametrize("name", ["Lục Văn Bảo", "Lục Thế Khai", "Lục Minh Nhắc"])
def test_speaker_whose_name_is_a_verb(nlp: Language, name: str) -> None:
    text = f"Phó Giám đốc Sở Y tế {name} cho biết bệnh viện còn thiếu thuốc."
    assert said(nlp, text) == [(name, "bệnh viện còn thiếu thuốc")]
