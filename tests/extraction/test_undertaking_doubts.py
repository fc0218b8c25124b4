"""What reads like an undertaking and is none goes to the ledger, with the reason."""

import pytest
from spacy.language import Language

from camket.graph.documents.document import Document
from camket.graph.extraction import pipeline
from camket.graph.facts import ArticleFacts, Reason


def _read(nlp: Language, text: str) -> ArticleFacts:
    return pipeline.extract(nlp, Document("a", text, "", published="2026-03-05"))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Các bên cam kết công khai thông tin cho người dân.", Reason.AMBIGUOUS_ACTOR),
        ("Nhà tài trợ này cam kết đồng hành lâu dài với giải đấu.", Reason.AMBIGUOUS_ACTOR),
        ("Anh Lò Văn Pín nói: “Chúng tôi sẽ sửa lại con đường vào bản”.", Reason.AMBIGUOUS_ACTOR),
        ("Đội tuyển Việt Nam sẽ về nước ngày 17/3.", Reason.FORECAST),
        ("Tổng thống Pháp Jean Morvan cho biết Nhật Bản sẽ mở cửa thị trường thịt bò.", Reason.FORECAST),
        ("Bộ trưởng Xây dựng Trần Quốc Khởi cho rằng Công ty Minh Hải sẽ bán nhà máy.", Reason.FORECAST),
        ("Công ty Minh Hải sẽ thay đổi điều gì đó trong năm tới.", Reason.HEDGED),
    ],
)
def test_no_undertaking_but_a_reason(nlp: Language, text: str, reason: Reason) -> None:
    facts = _read(nlp, text)
    assert facts.undertakings == ()
    assert reason in {one.reason for one in facts.abstentions}


@pytest.mark.parametrize(
    "text",
    [
        "Tổng thống Pháp Jean Morvan cho biết Pháp sẽ mở cửa thị trường thịt bò.",
        "Ba nước sẽ góp 12 tỷ euro cho quỹ này.",
        "Bộ trưởng Xây dựng Trần Quốc Khởi khẳng định Công ty Minh Hải sẽ bán nhà máy.",
    ],
)
def test_these_are_undertakings(nlp: Language, text: str) -> None:
    assert len(_read(nlp, text).undertakings) == 1


def test_an_outlet_only_reports_what_others_are_ready_to_do(nlp: Language) -> None:
    (owed,) = _read(nlp, "Báo Tuổi Trẻ đưa tin, Công ty Minh Hải sẵn sàng bồi thường cho dân.").undertakings
    assert owed.stated_by is None


def test_a_diplomat_gives_no_orders(nlp: Language) -> None:
    facts = _read(nlp, "Giám đốc Công ty Minh Hải Lê Văn Bình mời mấy nhà ngoại giao châu Âu dự bữa trưa.")
    assert facts.undertakings == ()
