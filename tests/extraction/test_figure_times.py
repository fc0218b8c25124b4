"""When a figure holds: what adds up counts from January, and a month of publication only what is said to hold now."""

import pytest

from camket.graph.documents.document import Document
from camket.graph.extraction import pipeline

NLP = pipeline.load()


def periods(text: str, published: str = "2025-10-06") -> set[tuple[str, str | None]]:
    """The value and the period of each observation."""
    reading = pipeline.read(NLP, Document("a", text, "", published=published))
    return {(str(m.value), m.period) for one in reading.observations for m in one.measures}


ADDED_UP = [
    ("Tính đến hết tháng 8/2025, Nghệ An giải ngân được 51% kế hoạch vốn.", ("51", "2025-01/2025-08")),
    ("Đến 31/8, Công ty Gạch Sông Lam đã sản xuất được 420 tấn gạch.", ("420", "2025-01/2025-08")),
    ("Tính đến hết tháng 8/2025, dư nợ của Ngân hàng Sông Lam đạt 910 tỷ đồng.", ("910000000000", "2025-08")),
]


@pytest.mark.parametrize(("text", "expected"), ADDED_UP)
def test_what_adds_up_counts_from_january_and_what_stands_does_not(text: str, expected: tuple[str, str]) -> None:
    assert expected in periods(text)


PRESENT = [
    ("Trường Tiểu học Tân Phú còn 12 phòng học.", ("12", "2025-10")),
    ("Trường Tiểu học Tân Phú có 640 học sinh.", ("640", None)),
    (
        "Mục tiêu năm 2025 của Công ty Gạch Sông Lam là bán 900 tấn gạch. Doanh thu của công ty đạt 35 tỷ đồng.",
        ("35000000000", None),
    ),
]


@pytest.mark.parametrize(("text", "expected"), PRESENT)
def test_the_month_of_publication_is_for_what_is_said_to_hold_now(text: str, expected: tuple[str, str | None]) -> None:
    assert expected in periods(text)


def test_the_parts_of_a_figure_are_of_its_time() -> None:
    text = (
        "Doanh thu của Công ty Gạch Sông Lam 9 tháng đạt 60 tỷ đồng. Quý IV tới công ty dự kiến mở hai kho. "
        "Doanh thu của công ty trong tháng 8 đạt 8 tỷ đồng. Trong đó, doanh thu từ ngói đạt 3 tỷ đồng."
    )
    assert ("3000000000", "2025-08") in periods(text)


def test_a_plan_for_the_year_is_not_the_time_of_what_was_reached() -> None:
    text = "Sau 9 tháng, Công ty Gạch Sông Lam đã hoàn thành 71% so với kế hoạch lợi nhuận cho cả năm 2025."
    assert periods(text) == {("71", "2025-01/2025-09")}
