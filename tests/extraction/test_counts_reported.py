"""Observations whose count is the subject, goes on over a semicolon, follows a contrast, or is of two countries."""

from decimal import Decimal

import pytest

from camket.graph.documents.document import Document
from camket.graph.extraction import pipeline

NLP = pipeline.load()


def reported(text: str) -> set[tuple[tuple[str, ...], str, str]]:
    """Of whom (by name), the value and the unit."""
    reading = pipeline.read(NLP, Document("a", text, "", published="2024-11-20"))
    return {
        (tuple(reading.entities[key].name for key in o.of), str(Decimal(m.value)), m.unit)
        for o in reading.observations
        for m in o.measures
    }


FORMS = [
    (
        "Tỉnh Nghệ An hiện có 460 xã. Đến nay, 309/460 xã đã đạt chuẩn nông thôn mới.",
        {(("Nghệ An",), "460", "xã"), (("Nghệ An",), "309", "xã")},
    ),
    ("Ông Nam cho biết hiện 22 doanh nghiệp Đức hoạt động tại Hải Dương.", {(("Hải Dương",), "22", "doanh nghiệp")}),
    ("Theo khảo sát, 83% hộ dân ở Lào Cai được dùng nước sạch.", {(("Lào Cai",), "83", "%")}),
    (
        "Từ năm 2021 đến nay, tỉnh Nghệ An huy động được 870 tỷ đồng; cứng hóa 715 km đường, xây mới 43 nhà văn hóa.",
        {
            (("Nghệ An",), "870000000000", "VND"),
            (("Nghệ An",), "715", "km"),
            (("Nghệ An",), "43", "nhà văn hóa"),
        },
    ),
    (
        "Nghệ An đặt mục tiêu xây 4.000 căn nhà ở xã hội, song đến nay mới có 930 căn.",
        {(("Nghệ An",), "930", "căn")},
    ),
    (
        "Chủ tịch nước Việt Nam tiếp Đại sứ Slovakia. Năm 2023, kim ngạch thương mại song phương đạt 1,05 tỷ USD.",
        {(("Việt Nam", "Slovakia"), "1050000000", "USD")},
    ),
    (
        "Năm 2024, thu ngân sách của tỉnh Nghệ An ước đạt 22.540 tỷ đồng.",
        {(("Nghệ An",), "22540000000000", "VND")},
    ),
]


@pytest.mark.parametrize(("text", "expected"), FORMS)
def test_figures(text: str, expected: set[tuple[tuple[str, ...], str, str]]) -> None:
    assert expected <= reported(text)


NOTHING = [
    "Tại kỳ họp, 48/50 đại biểu HĐND tỉnh Nghệ An có mặt tán thành.",
    "Ngày 18/11, 3 người bị thương tại Hải Dương.",
    "Nghệ An họp sáng 18/11. Trong khi đó, 3 huyện còn lại chưa hoàn thành.",
    "Nghệ An đặt mục tiêu xây 4.000 căn nhà ở xã hội.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_votes_harm_and_goals_are_none(text: str) -> None:
    assert reported(text) == set()


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Trường đón 2.650 tân sinh viên.", "tân sinh viên"),
        ("Hội có 380 cựu thanh niên xung phong.", "cựu thanh niên xung phong"),
        ("Hãng cung cấp 300 chuyến bay mỗi ngày.", "chuyến bay"),
        ("Ủy ban đã thi hành kỷ luật 894 đảng viên.", "đảng viên"),
        ("Hội tặng 20.000 sổ tiết kiệm.", "sổ tiết kiệm"),
    ],
)
def test_units_are_whole(text: str, unit: str) -> None:
    reading = pipeline.read(NLP, Document("a", text, "", published="2024-11-20"))
    assert [q.unit for q in reading.quantities] == [unit]


MEANT = [
    (
        "Huyện Tân Khánh có 46 xã. Ông Sửu cho biết toàn huyện hiện thiếu 120 phòng học.",
        {(("Huyện Tân Khánh",), "120", "phòng học")},
    ),
    (
        "Tỷ lệ hộ nghèo của tỉnh Nghệ An giảm từ 27,8% năm 2016 xuống 8,9% năm 2020.",
        {(("Nghệ An",), "27.8", "%"), (("Nghệ An",), "8.9", "%")},
    ),
    (
        "Ông An cho biết tỉnh Nghệ An đặt mục tiêu xây 4.000 căn nhà ở xã hội đến năm 2025, song mới có 812 căn.",
        {(("Nghệ An",), "812", "căn")},
    ),
    (
        "Bà Lê Thị Thu, Giám đốc Bệnh viện Đa khoa Hải Vân, cho biết năm qua, 94% bệnh nhân được khám trong ngày.",
        {(("Bệnh viện Đa khoa Hải Vân",), "94", "%")},
    ),
    (
        "Tính đến 17 giờ ngày 14/9, Bộ đội Biên phòng đã thông báo cho 71.500 tàu cá.",
        {(("Bộ đội Biên phòng",), "71500", "tàu cá")},
    ),
    (
        "Năm 2022, doanh thu của Công ty Cổ phần Hải Vân đạt 900 tỷ đồng, song năm 2023 doanh thu chỉ đạt 780 tỷ.",
        {(("Công ty Cổ phần Hải Vân",), "780000000000", "VND")},
    ),
]


@pytest.mark.parametrize(("text", "expected"), MEANT)
def test_who_is_meant_and_what_is_left_out(text: str, expected: set[tuple[tuple[str, ...], str, str]]) -> None:
    assert expected <= reported(text)
