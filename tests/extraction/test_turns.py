"""What an undertaking's own words say of an earlier one: again, kept, moved, raised, lowered, and from what."""

import pytest
from spacy.language import Language

from camket.graph.documents.document import Document
from camket.graph.extraction import pipeline
from camket.graph.facts import Undertaking

INTRODUCTION = (
    "Ngày 19/5, bà Mạc Thị Liễu, Giám đốc Sở Y tế tỉnh Sơn Hà, chủ trì cuộc họp với Công ty CP Thủy lợi Sơn Hà.\n\n"
)


def undertakings(nlp: Language, text: str) -> tuple[Undertaking, ...]:
    """The undertakings of the text after the introduction."""
    facts = pipeline.extract(nlp, Document("a", INTRODUCTION + text, "", published="2025-05-20"))
    return facts.undertakings


@pytest.mark.parametrize(
    ("text", "kind", "turn", "due", "former"),
    [
        ("Sở Y tế sẽ gửi lại tờ trình trong tháng 6.", "Pledge", "Again", "2025-06", None),
        ("Sở Y tế một lần nữa cam kết xây trạm xá Đồi Cọ.", "Pledge", "Again", None, None),
        ("Tỉnh Sơn Hà vẫn phấn đấu xóa 300 nhà tạm trong năm 2025.", "Goal", "Kept", "2025", None),
        (
            "Tỉnh Sơn Hà điều chỉnh thời điểm khởi công cầu Bến Đục từ quý II/2025 sang quý I/2026.",
            "Goal",
            "Moved",
            "2026-01/2026-03",
            "2025-04/2025-06",
        ),
        (
            "Công ty CP Thủy lợi Sơn Hà cam kết hoàn thành đập trước tháng 6/2027, thay vì cuối năm 2026.",
            "Pledge",
            "Moved",
            "2027-05",
            "2026",
        ),
        ("Sở Y tế lùi thời hạn mở trạm xá Đồi Cọ đến ngày 30/9/2025.", "Goal", "Moved", "2025-09-30", None),
        ("Sở Y tế cam kết giữ mốc 30/9 và không xin lùi.", "Pledge", "Kept", None, None),
        ("Sở Y tế được chấp thuận dời hạn chót mở trạm xá đến 30/9/2025.", "Goal", "Moved", "2025-09-30", None),
        ("Sở Y tế không lùi mốc mở trạm xá 30/9/2025.", "Goal", "Kept", None, None),
        ("Sở Y tế sẽ xây trạm xá trước ngày 30/9.", "Pledge", None, "2025-09-30", None),
    ],
)
def test_what_the_words_say_of_an_earlier_one(
    nlp: Language, text: str, kind: str, turn: str | None, due: str | None, former: str | None
) -> None:
    (found,) = undertakings(nlp, text)
    assert (found.kind.value, found.turn and found.turn.value, found.former_due) == (kind, turn, former)
    if due:
        assert found.due == due


@pytest.mark.parametrize(
    ("text", "turn", "former", "now"),
    [
        ("Tỉnh Sơn Hà nâng mục tiêu tăng trưởng GRDP năm 2025 từ 8% lên 10%.", "Raised", "8", "10"),
        ("Tỉnh Sơn Hà phấn đấu xóa 500 nhà tạm, thay vì 300 nhà, trong năm 2025.", "Raised", "300", "500"),
        ("Tỉnh Sơn Hà phấn đấu trồng 200 ha rừng, thay vì 300 ha.", "Lowered", "300", "200"),
    ],
)
def test_a_value_is_raised_or_lowered_from_what_it_was(
    nlp: Language, text: str, turn: str, former: str, now: str
) -> None:
    (found,) = undertakings(nlp, text)
    assert found.turn is not None
    assert (found.turn.value, [str(m.value) for m in found.former_measures]) == (turn, [former])
    assert now in [str(m.value) for m in found.measures]
    assert {m.unit for m in found.former_measures} <= {m.unit for m in found.measures}


def test_a_goal_that_still_holds_is_told_with_its_number(nlp: Language) -> None:
    text = "Đến 30/4, tỉnh Sơn Hà giải ngân được 21% kế hoạch vốn; mục tiêu 95% cho cả năm vẫn giữ nguyên."
    (found,) = undertakings(nlp, text)
    assert (found.turn, found.due, [str(m.value) for m in found.measures]) == ("Kept", "2025", ["95"])


@pytest.mark.parametrize(
    "text",
    [
        "Tỉnh Sơn Hà đã điều chỉnh thời điểm khai mạc lễ hội.",
        "Năm ngoái, tỉnh Sơn Hà lùi thời hạn nộp hồ sơ đến tháng 3/2024.",
        "Mục tiêu vẫn giữ nguyên là lời của huấn luyện viên.",
    ],
)
def test_no_undertaking_comes_of_a_day_gone_by_or_of_no_number(nlp: Language, text: str) -> None:
    assert undertakings(nlp, text) == ()


def test_where_the_former_day_stands_beside_the_clause_it_is_context(nlp: Language) -> None:
    text = "Công ty CP Thủy lợi Sơn Hà cam kết hoàn thành đập trước tháng 6/2027, thay vì cuối năm 2026."
    (found,) = undertakings(nlp, text)
    whole = INTRODUCTION + text
    assert "cuối năm 2026" in [whole[span.start : span.end] for span in found.context]
    assert "thay vì" not in whole[found.evidence.start : found.evidence.end]
