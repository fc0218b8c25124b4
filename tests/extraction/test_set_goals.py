"""Goals that resolutions set, move or keep, and promises of those who are known by their post."""

import pytest
from spacy.language import Language

from camket.graph.documents.document import Document
from camket.graph.extraction import pipeline
from camket.graph.facts import ArticleFacts, Turn, UndertakingKind


@pytest.fixture(scope="module")
def nlp() -> Language:
    return pipeline.load()


def read(nlp: Language, text: str, published: str = "2024-12-12") -> ArticleFacts:
    return pipeline.extract(nlp, Document("a", text, "0" * 64, published=published))


def told(facts: ArticleFacts, text: str) -> list[tuple[str, str, str | None, str]]:
    names = {entity.key: entity.name for entity in facts.entities}
    return [
        (u.kind.value, names[u.actors[0]], u.due, text[u.evidence.start : u.evidence.end]) for u in facts.undertakings
    ]


def test_a_resolution_lists_goals_and_each_has_its_year(nlp: Language) -> None:
    text = (
        "Kỳ họp thứ 16 HĐND tỉnh Bắc Giang bế mạc chiều 11/12, thông qua 31 nghị quyết. "
        "Nghị quyết về nhiệm vụ năm 2025 đề ra: GRDP tăng 8%; bao phủ BHYT 94% dân số; "
        "thành lập mới 1.300 doanh nghiệp."
    )
    assert told(read(nlp, text), text) == [
        ("Goal", "HĐND tỉnh Bắc Giang", "2025", "GRDP tăng 8%"),
        ("Goal", "HĐND tỉnh Bắc Giang", "2025", "bao phủ BHYT 94% dân số"),
        ("Goal", "HĐND tỉnh Bắc Giang", "2025", "thành lập mới 1.300 doanh nghiệp"),
    ]


def test_a_goal_is_lowered_and_another_kept(nlp: Language) -> None:
    text = (
        "HĐND tỉnh Bắc Giang thông qua việc hạ chỉ tiêu tăng GRDP năm 2025 từ 9% xuống 7,5%. "
        "Mục tiêu thu 13.200 tỷ đồng của cả năm không thay đổi."
    )
    facts = read(nlp, text, "2025-07-14")
    assert [(u.turn, u.due, str(u.measures[0].value)) for u in facts.undertakings] == [
        (Turn.LOWERED, "2025", "7.5"),
        (Turn.KEPT, "2025", "13200000000000"),
    ]
    assert {u.actors for u in facts.undertakings} == {facts.undertakings[0].actors}


@pytest.mark.parametrize(
    "text",
    [
        "HĐND tỉnh Bắc Giang điều chỉnh chỉ tiêu thu ngân sách năm 2024 từ 11 nghìn lên 12 nghìn tỷ đồng. "
        "Mức 11 nghìn tỷ đồng được thông qua hồi tháng 12/2023.",
        "Chúng ta đã hứa khi chưa đo sức mình, ông Nguyễn Văn Hùng nói.",
        "Năm 2023 Bộ Tài chính bố trí được 520 trên 800 tỷ đồng đã hứa cho cầu Bến Phả.",
    ],
)
def test_what_was_set_or_promised_once_is_none(nlp: Language, text: str) -> None:
    quotes = [text[u.evidence.start : u.evidence.end] for u in read(nlp, text).undertakings]
    assert not any("Mức 11" in quote or "đã hứa" in quote for quote in quotes)


def test_a_dateline_is_no_part_of_the_sentence(nlp: Language) -> None:
    text = (
        "Bắc Giang, 26/2 - HĐND tỉnh Bắc Giang hôm 25/2 tiến hành kỳ họp, "
        "điều chỉnh chỉ tiêu tăng trưởng GRDP năm 2025 từ 8,5% lên 10%."
    )
    [goal] = read(nlp, text, "2025-02-26").undertakings
    assert (goal.kind, goal.turn, goal.due) == (UndertakingKind.GOAL, Turn.RAISED, "2025")


def test_whoever_is_known_by_his_post_answers_for_his_body(nlp: Language) -> None:
    text = "Giám đốc Sở Y tế Quảng Ninh nói 2.700 em còn lại sẽ được tiêm xong trước ngày 31-3-2026."
    assert told(read(nlp, text, "2025-12-27"), text) == [
        ("Pledge", "Sở Y tế Quảng Ninh", "2026-03-31", "2.700 em còn lại sẽ được tiêm xong trước ngày 31-3-2026")
    ]


def test_what_is_promised_is_no_order(nlp: Language) -> None:
    text = "Ông Tạ Đăng Khuê, Chủ tịch UBND TP Vinh, hứa giao nốt 1,2 ha này cho chủ đầu tư trong tháng 9/2025."
    assert [(kind, who, due) for kind, who, due, _ in told(read(nlp, text), text)] == [
        ("Pledge", "Tạ Đăng Khuê", "2025-09")
    ]


def test_what_others_have_promised_somebody_is_no_promise_of_his(nlp: Language) -> None:
    text = "Tỉnh Quảng Ninh có khu công nghiệp mới. Người dân sở tại được hứa dành không dưới 40% số chỗ làm."
    assert read(nlp, text).undertakings == ()


def test_what_will_be_done_is_seen_to_by_the_speakers_body(nlp: Language) -> None:
    text = (
        "Chủ tịch UBND thành phố Vinh báo cáo năm qua thành phố giải quyết được 6 điểm ngập. "
        "Ba điểm hụt sẽ làm xong trước 31/8/2025, bà khẳng định."
    )
    assert [(kind, who, due) for kind, who, due, _ in told(read(nlp, text), text)] == [
        ("Pledge", "UBND thành phố Vinh", "2025-08-31")
    ]
