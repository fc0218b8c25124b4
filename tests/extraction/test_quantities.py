"""Numbers: every comparator, scale and unit this genre uses, and what is no amount."""

import re
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from camket.graph.documents.document import Document
from camket.graph.extraction import pipeline
from camket.graph.extraction.reading import Reading
from camket.graph.extraction.text.cues import one_of
from camket.graph.extraction.values.numbers import value_of

NLP = pipeline.load(("camket_sentences", "camket_dates", "camket_quantities"))


def read(text: str) -> Reading:
    return pipeline.read(NLP, Document("a", text, "", published="2025-08-06"))


def found(text: str) -> list[tuple[str, str, str, str]]:
    """What was found: its words, comparator, value (with the upper one after ..) and unit."""
    reading = read(text)
    return [
        (reading.slice(q.span), str(q.comparator), f"{q.value}..{q.upper}" if q.upper else str(q.value), q.unit)
        for q in reading.quantities
    ]


FORMS = [
    ("thu đạt 71.300 tỷ đồng.", ("71.300 tỷ đồng", "=", "71300000000000", "VND")),
    ("FDI ít nhất 3 tỷ USD;", ("ít nhất 3 tỷ USD", ">=", "3000000000", "USD")),
    ("vốn 1,18 tỉ USD", ("1,18 tỉ USD", "=", "1180000000", "USD")),
    ("khoảng 31 nghìn tỷ đồng;", ("khoảng 31 nghìn tỷ đồng", "~", "31000000000000", "VND")),
    ("hỗ trợ 700.000 đồng/tháng", ("700.000 đồng", "=", "700000", "VND")),
    ("vay 20 triệu euro", ("20 triệu euro", "=", "20000000", "EUR")),
    ("vay 20 triệu nhân dân tệ", ("20 triệu nhân dân tệ", "=", "20000000", "CNY")),
    ("vay 5 tỷ yên", ("5 tỷ yên", "=", "5000000000", "JPY")),
    ("tốc độ tăng từ 8 - 8,5%;", ("từ 8 - 8,5%", "..", "8..8.5", "%")),
    ("đạt 8-9%", ("8-9%", "..", "8..9", "%")),
    ("đạt từ 8% đến 9%", ("từ 8% đến 9%", "..", "8..9", "%")),
    (
        "thu từ 10 triệu đồng đến 20 triệu đồng",
        ("từ 10 triệu đồng đến 20 triệu đồng", "..", "10000000..20000000", "VND"),
    ),
    ("thu 500 triệu - 2 tỷ đồng", ("500 triệu - 2 tỷ đồng", "..", "500000000..2000000000", "VND")),
    ("giảm từ 1,5 - 2 điểm %,", ("từ 1,5 - 2 điểm %", "..", "1.5..2", "điểm %")),
    ("lợi nhuận gấp đôi năm trước", ("gấp đôi", "=", "2", "lần")),
    ("số vụ giảm hơn một nửa,", ("hơn một nửa", ">", "50", "%")),
    ("thu $3 tỷ từ dầu", ("$3 tỷ", "=", "3000000000", "USD")),
    ("viện trợ US$20 triệu", ("US$20 triệu", "=", "20000000", "USD")),
    ("nộp 1 tỷ 200 triệu đồng", ("1 tỷ 200 triệu đồng", "=", "1200000000", "VND")),
    ("giá 150 triệu baht", ("150 triệu baht", "=", "150000000", "THB")),
    ("thấp hơn 2,1 điểm phần trăm", ("thấp hơn 2,1 điểm phần trăm", "=", "2.1", "điểm %")),
    ("cao hơn 30% so với cùng kỳ", ("cao hơn 30%", "=", "30", "%")),
    ("giảm 2 điểm phần trăm", ("2 điểm phần trăm", "=", "2", "điểm %")),
    ("tăng từ 10% trở lên;", ("từ 10% trở lên", ">=", "10", "%")),
    ("còn 5% trở xuống", ("5% trở xuống", "<=", "5", "%")),
    ("rừng không dưới 46%.", ("không dưới 46%", ">=", "46", "%")),
    ("giải ngân trên 60% vốn", ("trên 60%", ">", "60", "%")),
    ("giải ngân vượt mốc 60%", ("vượt mốc 60%", ">", "60", "%")),
    ("mới chưa đến 12% vốn", ("chưa đến 12%", "<", "12", "%")),
    ("không quá 5%", ("không quá 5%", "<=", "5", "%")),
    ("gần 26.000 sinh viên", ("gần 26.000 sinh viên", "~", "26000", "sinh viên")),
    ("hơn 1,56 triệu lượt thí sinh", ("hơn 1,56 triệu lượt", ">", "1560000", "lượt")),
    ("giữ tăng trưởng 2 con số,", ("2 con số", ">=", "10", "%")),
    ("giữ tăng trưởng trên hai con số", ("trên hai con số", ">", "10", "%")),
    ("gấp 1,5 lần năm trước", ("1,5 lần", "=", "1.5", "lần")),
    ("trồng 3.000 ha rừng", ("3.000 ha", "=", "3000", "ha")),
    ("trên 90.000km2 ở", ("trên 90.000km2", ">", "90000", "km2")),
    ("bù 1,8 triệu m3 vật liệu", ("1,8 triệu m3", "=", "1800000", "m3")),
    ("sẽ dành 50 suất học bổng mỗi năm", ("50 suất học bổng", "=", "50", "suất học bổng")),
    ("khởi công 1.200 căn nhà ở xã hội", ("1.200 căn", "=", "1200", "căn")),
    ("trả lời trong vòng 10 ngày làm việc.", ("trong vòng 10 ngày làm việc", "<=", "10", "ngày làm việc")),
    ("xuống xã ít nhất mỗi tháng hai lần.", ("ít nhất mỗi tháng hai lần", ">=", "2", "lần")),
    ("toàn tỉnh không còn hộ nghèo", ("không còn hộ", "=", "0", "hộ")),
    ("không để hộ nào đứt bữa", ("không để hộ nào", "=", "0", "hộ")),
    ("huy động hai mươi lăm doanh nghiệp", ("hai mươi lăm doanh nghiệp", "=", "25", "doanh nghiệp")),
    ("cấp một tỷ đồng", ("một tỷ đồng", "=", "1000000000", "VND")),
    ("thả 15 quả bóng", ("15 quả bóng", "=", "15", "quả bóng")),
    ("có 11/14 chỉ tiêu đạt", ("11/14 chỉ tiêu", "=", "11", "chỉ tiêu")),
    ("vốn 350 triệu đồng", ("350 triệu đồng", "=", "350000000", "VND")),
]


@pytest.mark.parametrize(("text", "expected"), FORMS)
def test_form(text: str, expected: tuple[str, str, str, str]) -> None:
    assert found(text) == [expected]


def test_a_part_of_a_total_takes_the_unit_of_the_total() -> None:
    assert [(v, u) for _, _, v, u in found("bàn giao 35,7 trong tổng số 41,5 km,")] == [("35.7", "km"), ("41.5", "km")]


NO_AMOUNTS = [
    "Ngày 7/3, sáng 15/4 và 17 giờ 30 hôm sau",
    "năm thứ 10 liên tiếp, lần thứ 6, khóa 15, Kỳ họp thứ 21",
    "Quyết định số 123/QĐ-TTg, điều 4, quốc lộ 18, đường 15C, tầng 3",
    "Trung đoàn 886 và Quân khu 4, giai đoạn 2026-2030",
    "ông đã 63 tuổi, điện thoại 0912345678, lúc 17:30",
    "Covid-19, máy bay F-16, G20, tỉ số 3-1",
    "hai bên nhất trí, 2 nước ký kết, một người, ba ông",
    "mua 100 Boeing, năm 2030, năm học 2024 - 2025",
    "sinh năm 1974, trong năm sau",
    "một nửa trong đó làm trái ngành",
]


@pytest.mark.parametrize("text", NO_AMOUNTS)
def test_what_is_no_amount(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("tăng thêm khoảng 1.000 biên chế", "increase"),
        ("bổ sung 2.000 tỷ đồng", "increase"),
        ("kéo giảm ít nhất 10% số vụ", "decrease"),
        ("giảm từ 1,5 - 2 điểm %", "decrease"),
        ("giảm còn 5%", "level"),
        ("nâng tỷ lệ lên 95%", "level"),
        ("đạt 95%", "level"),
        ("lợi nhuận gấp đôi năm trước", "increase"),
        ("tỷ lệ thấp hơn 2,1 điểm phần trăm", "decrease"),
        ("giá không thấp hơn 18.000 đồng", "level"),
        ("số vụ giảm một nửa", "decrease"),
    ],
)
def test_change(text: str, change: str) -> None:
    assert [str(q.change) for q in read(text).quantities] == [change]


def written(value: Decimal) -> str:
    """The way Vietnamese writes a number."""
    return f"{value:,f}".translate(str.maketrans(",.", ".,"))


AMOUNTS = st.decimals(min_value=1, max_value=9_999_999, places=2).map(
    lambda d: d.quantize(Decimal(1)) if d == int(d) else d
)


@given(AMOUNTS)
def test_a_figure_reads_back(value: Decimal) -> None:
    assert value_of(written(value)) == value


@given(
    AMOUNTS, st.sampled_from([("tỷ đồng", 10**9, "VND"), ("triệu USD", 10**6, "USD"), ("ha", 1, "ha"), ("hộ", 1, "hộ")])
)
def test_an_amount_reads_back_in_full(value: Decimal, unit: tuple[str, int, str]) -> None:
    words, factor, notation = unit
    text = f"Toàn tỉnh có {written(value)} {words}."
    assert [(q.value, q.unit) for q in read(text).quantities] == [(value * factor, notation)]


PIECES = [
    "55.600 ",
    "8,5",
    "% ",
    "từ ",
    "8 - 9",
    "tỷ ",
    "đồng ",
    "hai ",
    "mươi ",
    "năm ",
    "trăm ",
    "lần ",
    "trên ",
    "hộ ",
    "không còn ",
    "7/3 ",
    "1/",
    "\n",
    "-",
    "trở lên ",
    "con số ",
    "9" * 20,
]


@settings(max_examples=150)
@given(st.one_of(st.text(max_size=80), st.lists(st.sampled_from(PIECES), max_size=20).map("".join)))
def test_any_text_is_read_and_offsets_hold(text: str) -> None:
    reading = read(text)
    end = 0
    for quantity in reading.quantities:
        assert (
            end <= quantity.span.start <= quantity.number.start < quantity.number.end <= quantity.span.end <= len(text)
        )
        assert quantity.value.is_finite()
        assert quantity.upper is None or quantity.upper > quantity.value
        end = quantity.span.end


def test_an_empty_list_of_words_matches_nothing() -> None:
    """Not the empty string, on which what strips word after word would never end."""
    assert re.search(one_of([]), "tỷ") is None
    assert re.fullmatch(one_of(["tỷ", "nghìn tỷ"]), "nghìn tỷ")
