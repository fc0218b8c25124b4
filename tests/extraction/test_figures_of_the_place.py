"""Figures of a report that name nobody are those of the place the article is about, or of whose people they tell."""

import pytest
from spacy.language import Language

from camket.graph.documents.document import Document
from camket.graph.extraction import pipeline

INTRODUCTION = (
    "Sáng 29/12, UBND tỉnh Sơn Hà tổ chức hội nghị tổng kết năm 2025. Ông Đoàn Trọng Nhã, Chủ tịch UBND tỉnh Sơn Hà, "
    "chủ trì.\n\n"
)
Told = list[tuple[list[str], str, str, str]]


def told(nlp: Language, text: str) -> Told:
    """Owners, indicator, value and unit of each figure of the text after the introduction."""
    facts = pipeline.extract(nlp, Document("a", INTRODUCTION + text, "", published="2025-12-30"))
    name = {entity.key: entity.name for entity in facts.entities}
    reported = [(o, m) for o in facts.observations for m in o.measures]
    return [([name[key] for key in o.of], m.indicator, str(m.value), m.unit) for o, m in reported]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Độ phủ bảo hiểm y tế lên tới 95,4%.", ("Độ phủ bảo hiểm y tế", "95.4", "%")),
        ("Hộ nghèo giảm thêm 0,52 điểm phần trăm.", ("Hộ nghèo", "0.52", "điểm %")),
        ("Cả năm có 1.515 doanh nghiệp ra đời.", ("doanh nghiệp", "1515", "doanh nghiệp")),
        ("Vốn đầu tư công đến cuối tháng 12 giải ngân 94,1%.", ("giải ngân Vốn đầu tư công", "94.1", "%")),
        ("Ngân sách Sơn Hà năm nay chỉ thu được 780 tỷ đồng.", ("thu Ngân sách", "780000000000", "VND")),
        ("Đến ngày 5/12, 83,4% người cao tuổi trong tỉnh đã khám sức khỏe.", ("người cao tuổi", "83.4", "%")),
    ],
)
def test_they_are_the_places(nlp: Language, text: str, expected: tuple[str, str, str]) -> None:
    assert told(nlp, text) == [(["Sơn Hà"], *expected)]


@pytest.mark.parametrize(
    "text",
    [
        "Có 15 doanh nghiệp tham dự.",
        "Vốn đầu tư công sẽ giải ngân 94%.",
        "Ông Nhã đề nghị giảm hộ nghèo 0,5 điểm phần trăm.",
    ],
)
def test_nothing_is_made_of_what_is_none(nlp: Language, text: str) -> None:
    assert told(nlp, text) == []
