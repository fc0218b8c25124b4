"""Goals set as a list before a colon, things that must be ready by a day, what a lead sums up, parts with own days."""

import pytest
from spacy.language import Language

from camket.graph.documents.document import Document
from camket.graph.extraction import pipeline
from camket.graph.facts import ArticleFacts

HEAD = "Chủ tịch UBND tỉnh Sơn Hà Đoàn Trọng Nhã kiểm tra công trường. "
UBND, BỘ = "UBND tỉnh Sơn Hà", "Bộ Xây dựng"

Told = list[tuple[str, list[str], str | None]]


def read(nlp: Language, text: str) -> ArticleFacts:
    return pipeline.extract(nlp, Document("a", text, "0" * 64, published="2025-05-20"))


def told(nlp: Language, text: str) -> Told:
    """Kind, actors and deadline of each undertaking."""
    facts = read(nlp, text)
    name = {entity.key: entity.name for entity in facts.entities}
    return [(u.kind.value, [name[key] for key in u.actors], u.due) for u in facts.undertakings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            HEAD + "Ông chốt hai việc: thông xe cầu Suối Hai trước ngày 30/9/2025; trả xong 12 tỷ đồng trong tháng 8.",
            [("Goal", [UBND], "2025-09-30"), ("Goal", [UBND], "2025-08")],
        ),
        (
            HEAD + "Tỉnh ấn định mốc mới: 36 hộ còn lại sẽ nhận nhà trước ngày 30/4/2026.",
            [("Goal", ["Sơn Hà"], "2026-04-30")],
        ),
        (HEAD + "Ông nêu hai khó khăn: giá cát tăng 30%; thiếu 12 kỹ sư.", []),
        (
            "Chủ tịch UBND tỉnh Sơn Hà Đoàn Trọng Nhã nói công trình phải đón bệnh nhân trong nửa đầu năm 2026.",
            [("Goal", [UBND], "2026-01/2026-06")],
        ),
        ("Chủ tịch UBND tỉnh Sơn Hà Đoàn Trọng Nhã nói công trình phải đón bệnh nhân từ năm 2019.", []),
        (
            "Tuyến cao tốc Sơn Hà - Lam Trà sẽ hoàn thành vào quý II/2026. Theo Thứ trưởng Bộ Xây dựng Lê Ba, "
            "thời tiết năm nay thuận lợi cho việc thi công.",
            [("Pledge", [BỘ], "2026-04/2026-06")],
        ),
        (
            "Tuyến cao tốc dài 68 km sẽ được động thổ vào tháng 9. Đó là lịch trình Thứ trưởng Bộ Xây dựng Lê Ba "
            "đưa ra hôm qua.",
            [("Pledge", [BỘ], "2025-09")],
        ),
        ("Tuyến cao tốc dài 68 km sẽ hoàn thành vào tháng 9.", []),
    ],
)
def test_whose_it_is_though_the_clause_names_nobody(nlp: Language, text: str, expected: Told) -> None:
    assert told(nlp, text) == expected


def test_parts_of_one_clause_have_days_of_their_own(nlp: Language) -> None:
    text = "Bộ Xây dựng sẽ khởi công cầu Suối Hai trong tháng 9/2025, hoàn thành trong năm 2027."
    [undertaking] = read(nlp, text).undertakings
    assert [(text[slice(*stage.evidence)], stage.due) for stage in undertaking.stages] == [
        ("Bộ Xây dựng sẽ khởi công cầu Suối Hai trong tháng 9/2025", "2025-09"),
        ("hoàn thành trong năm 2027", "2027"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Bộ Xây dựng sẽ khởi công cầu Suối Hai trong tháng 9/2025.",
        "Bộ Xây dựng sẽ chuyển thời điểm khởi công từ tháng 9/2025 sang tháng 12/2025.",
        "Bộ Xây dựng sẽ thu phí từ ngày 1/9/2025 đến ngày 31/12/2026.",
    ],
)
def test_one_day_makes_no_parts(nlp: Language, text: str) -> None:
    [undertaking] = read(nlp, text).undertakings
    assert undertaking.stages == ()
