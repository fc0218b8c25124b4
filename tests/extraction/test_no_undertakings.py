"""What looks like an undertaking and binds nobody, and actors that more words than their first complete."""

import pytest
from spacy.language import Language

from camket.graph.documents.document import Document
from camket.graph.extraction import pipeline

INTRODUCTION = (
    "Ngày 19/5, ông Đoàn Trọng Nhã, Chủ tịch UBND tỉnh Sơn Hà, chủ trì cuộc họp. "
    "Dự họp có bà Mạc Thị Liễu, Giám đốc Sở Y tế.\n\n"
)


@pytest.mark.parametrize(
    "text",
    [
        "Sở Y tế chỉ có nhiệm vụ giám sát an toàn khi ký biên bản.",
        "Điều đầu tiên bà Liễu sẽ thay đổi là giờ khám bệnh.",
        "Ông Nhã kể: “Tôi nhập hàng vì nghĩ rằng Sở Y tế sẽ mua thêm thuốc”.",
        "Bà Mạc Thị Liễu sẽ gánh vác trọng trách ghi bàn.",
        "Các đội thi tham gia vòng hai sẽ sử dụng bộ dụng cụ của ban tổ chức.",
        "Cảnh sát tin rằng bà Liễu, 39 tuổi, từng tham gia vụ tấn công.",
        "Nếu giao dịch thành công, Công ty CP Thủy lợi Sơn Hà sẽ tăng lượng sở hữu lên 5 triệu cổ phiếu.",
        "Đội tuyển Sơn Hà sẽ cùng bảng với CLB Vân Hải.",
        "Mua xong phần vốn ấy, Công ty CP Thủy lợi Sơn Hà sẽ hoàn toàn làm chủ hai nhà máy.",
    ],
)
def test_binds_nobody(nlp: Language, text: str) -> None:
    read = pipeline.read(nlp, Document("a", INTRODUCTION + text, "", published="2025-05-20"))
    assert read.undertakings == []


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Ông Nhã yêu cầu lãnh đạo các xã cần kiểm tra đê.", ["lãnh đạo các xã"]),
        (
            "Ông Nhã nhắc nhở cả hai phía đoàn kiểm tra cũng như đơn vị được kiểm tra cần giữ đúng lịch.",
            ["cả hai phía đoàn kiểm tra", "đơn vị được kiểm tra"],
        ),
    ],
)
def test_all_of_the_actors(nlp: Language, text: str, actors: list[str]) -> None:
    read = pipeline.read(nlp, Document("a", INTRODUCTION + text, "", published="2025-05-20"))
    assert [[read.entities[a].name for a in u.actors] for u in read.undertakings] == [actors]


def test_what_it_is_done_for_has_dates_of_its_own(nlp: Language) -> None:
    text = "Sở Y tế sẽ trở về Sơn Hà vào ngày 26/5 để chuẩn bị cho hội thi từ ngày 2/6 đến ngày 9/6."
    read = pipeline.read(nlp, Document("a", INTRODUCTION + text, "", published="2025-05-20"))
    assert [u.due for u in read.undertakings] == ["2025-05-26"]
