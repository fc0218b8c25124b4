"""Whose a figure is, and where it is better left out: what was told of others, ordered, stopped or a mere rate."""

import pytest

from camket.graph.documents.document import Document
from camket.graph.extraction import pipeline
from camket.graph.facts import Change

NLP = pipeline.load()


def reported(text: str) -> set[tuple[tuple[str, ...], str, str]]:
    """Of whom, the value and the unit of each observation."""
    reading = pipeline.read(NLP, Document("a", text, "", published="2025-08-06"))
    return {
        (tuple(reading.entities[key].name for key in one.of), str(measure.value), measure.unit)
        for one in reading.observations
        for measure in one.measures
    }


OWNED = [
    (
        "Năm 2024, tỷ lệ biết chữ của tỉnh Nghệ An đạt 94%, song ở huyện Tương Dương mới là 81%.",
        {("huyện Tương Dương", "81", "%")},
    ),
    (
        "Toàn tỉnh Nghệ An hiện có 310 trường học với 98.000 học sinh, trong đó học sinh dân tộc Thái chiếm 22%.",
        {("Nghệ An", "22", "%")},
    ),
    (
        "Theo báo cáo tại Nghệ An, Bộ Xây dựng giải ngân năm 2024 đạt 78,5% kế hoạch.",
        {("Bộ Xây dựng", "78.5", "%")},
    ),
    (
        "Bảo tàng Dệt lụa Phú Khê mở cửa từ tháng 5. Bảo tàng hiện lưu giữ 640 hiện vật.",
        {("Bảo tàng Dệt lụa Phú Khê", "640", "hiện vật")},
    ),
    (
        "Năm ngoái Nghệ An đặt mục tiêu giải ngân 95% kế hoạch vốn và cuối cùng chỉ đạt 77%.",
        {("Nghệ An", "77", "%")},
    ),
    (
        "Năm 2024, kim ngạch xuất khẩu cả nước đạt 405 tỷ USD, tăng 9%; nhập khẩu 380 tỷ USD.",
        {("Việt Nam", "380000000000", "USD")},
    ),
    (
        "Chủ tịch huyện Tương Dương Lê Văn Sửu thừa nhận toàn huyện còn thiếu 38 phòng học.",
        {("huyện Tương Dương", "38", "phòng học")},
    ),
    (
        "Lương bình quân của Công ty Gạch Sông Lam giảm. Năm 2024, nợ của công ty này lên tới 75 tỷ đồng.",
        {("Công ty Gạch Sông Lam", "75000000000", "VND")},
    ),
    (
        "Hội Nông dân tỉnh Nghệ An hiện có 90.000 hội viên, trong đó có 310 chi hội, 24 hợp tác xã.",
        {("Hội Nông dân tỉnh Nghệ An", "24", "hợp tác xã")},
    ),
    (
        "Ông Lê Văn Sửu, Giám đốc Công ty Gạch Sông Lam, cho biết năm 2024 doanh thu đạt 35 tỷ đồng.",
        {("Công ty Gạch Sông Lam", "35000000000", "VND")},
    ),
    (
        "Về vấn đề tiêu thụ gạch, năm 2024, Công ty Gạch Sông Lam bán được 820 tấn.",
        {("Công ty Gạch Sông Lam", "820", "tấn")},
    ),
]


@pytest.mark.parametrize(("text", "expected"), OWNED)
def test_the_owner_is_the_one_told_of_last(text: str, expected: set[tuple[str, str, str]]) -> None:
    found = {(*of, value, unit) for of, value, unit in reported(text)}
    assert expected <= found, found


NOBODYS = [
    (
        "Tòa án nhân dân tỉnh Nghệ An đã tuyên buộc UBND thị xã Hoàng Mai bồi thường 9,4 tỷ đồng cho 31 hộ dân.",
        "9400000000",
    ),
    ("Công an tỉnh Nghệ An đã cắm một tổ công tác 14 người từ tháng 6.", "14"),
    ("Công ty cổ phần Vận tải Sông Lam đã dừng khai thác sáu tàu khách.", "6"),
    ("Năm 2024, huyện Tương Dương có 4,2 bác sĩ trên một vạn dân.", "10000"),
    ("Cả nước giải ngân 41% kế hoạch; 9 cơ quan nói trên mới đạt 12,5%.", "12.5"),
    ("Xuất khẩu của Nghệ An tăng 9% mà nông dân vẫn bán lỗ thì chưa thể gọi là được mùa.", "9"),
    ("Năm 2024, kinh tế Nghệ An tăng 7%, trong khi kinh tế Quovaria suy giảm 0,3%.", "0.3"),
]


@pytest.mark.parametrize(("text", "value"), NOBODYS)
def test_a_number_of_others_is_left_out(text: str, value: str) -> None:
    assert value not in {found for _, found, _ in reported(text)}


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("Từ năm 2019 đến hết tháng 6/2023", "2019/2023-06"),
        ("từ đầu năm 2020 đến tháng 3 năm 2024", "2020/2024-03"),
        ("từ năm 2018 đến nay", "2018/2025-08"),
    ],
)
def test_a_stretch_from_a_year_to_a_month(words: str, edtf: str) -> None:
    reading = pipeline.read(NLP, Document("a", f"{words}, huyện xây 12 cây cầu.", "", published="2025-08-06"))
    assert [date.edtf for date in reading.dates] == [edtf]


def test_what_is_measured_does_not_begin_with_whose_it_is() -> None:
    text = "Năm 2024, Công ty Gạch Sông Lam báo lãi 35 tỷ đồng."
    reading = pipeline.read(NLP, Document("a", text, "", published="2025-08-06"))
    assert [m.indicator for one in reading.observations for m in one.measures] == ["lãi"]


def test_a_change_is_of_the_amount_named_last() -> None:
    told = "Doanh thu quý 3 của Công ty Minh Hải đạt 253 tỷ đồng, giảm 4%, lãi gộp đạt 44 tỷ đồng, giảm gần 3 tỷ đồng."
    reading = pipeline.read(NLP, Document("a", told, "", published="2025-10-22"))
    amounts = [(m.indicator, m.change) for o in reading.observations for m in o.measures if m.value == 3_000_000_000]
    assert amounts == [("lãi gộp", Change.DECREASE)]
