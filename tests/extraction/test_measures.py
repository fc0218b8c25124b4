"""Measures of a clause: what each number measures, its change, its time, and which numbers are none."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from camket.graph.documents.document import Document
from camket.graph.extraction import pipeline
from camket.graph.extraction.measures.measures import measures_in
from camket.graph.extraction.reading import Reading
from camket.graph.facts import Span

NLP = pipeline.load(("camket_sentences", "camket_dates", "camket_quantities"))


def read(text: str) -> Reading:
    return pipeline.read(NLP, Document("a", text, "", published="2025-08-06"))


def measured(clause: str, default_period: str | None = None) -> list[tuple[str, str, str, str, str, str | None]]:
    reading = read(clause)
    found = measures_in(reading, Span(0, len(clause)), default_period=default_period)
    return [
        (
            m.indicator,
            str(m.change),
            str(m.comparator),
            f"{m.value}..{m.upper}" if m.upper else str(m.value),
            m.unit,
            m.period,
        )
        for m in found
    ]


CLAUSES = [
    (
        "Tổng thu từ phí cầu đường liên xã đạt 71.300 tỷ đồng",
        [("Tổng thu từ phí cầu đường liên xã", "level", "=", "71300000000000", "VND", None)],
    ),
    (
        "lượng khách của tuyến xe buýt tăng bình quân 7%",
        [("lượng khách của tuyến xe buýt", "increase", "=", "7", "%", None)],
    ),
    ("mức tăng bình quân sẽ không quá 6%", [("mức tăng bình quân", "increase", "<=", "6", "%", None)]),
    ("năm 2026 tỉnh phấn đấu tốc độ tăng GRDP từ 8 - 8,5%", [("GRDP", "increase", "..", "8..8.5", "%", "2026")]),
    (
        "Tổng vốn đầu tư cảng biển tăng trên 12%, nhất là thu hút vốn FDI ít nhất 4 tỷ USD",
        [
            ("Tổng vốn đầu tư cảng biển", "increase", ">", "12", "%", None),
            ("vốn FDI", "level", ">=", "4000000000", "USD", None),
        ],
    ),
    (
        "thu ngân sách đạt 9.850 tỷ đồng, tăng 12% so với ước thực hiện năm 2025",
        [
            ("thu ngân sách", "level", "=", "9850000000000", "VND", None),
            ("thu ngân sách", "increase", "=", "12", "%", None),
        ],
    ),
    (
        "kim ngạch xuất khẩu cà phê, sầu riêng gấp 1,5 lần năm 2025, đạt ít nhất 900 triệu USD",
        [
            ("kim ngạch xuất khẩu cà phê, sầu riêng", "increase", "=", "1.5", "lần", None),
            ("kim ngạch xuất khẩu cà phê, sầu riêng", "level", ">=", "900000000", "USD", None),
        ],
    ),
    ("nâng tần suất bay thẳng lên 14 chuyến", [("tần suất bay thẳng", "level", "=", "14", "chuyến", None)]),
    (
        "lợi nhuận sau thuế 122 tỷ đồng, gấp đôi năm trước",
        [
            ("lợi nhuận sau thuế", "level", "=", "122000000000", "VND", None),
            ("lợi nhuận sau thuế", "increase", "=", "2", "lần", None),
        ],
    ),
    (
        "100% tàu cá từ 15 m trở lên lắp thiết bị",
        [("tàu cá", "level", "=", "100", "%", None)],
    ),
    ("Về mặt bằng, còn 1,4 km", [("mặt bằng", "level", "=", "1.4", "km", None)]),
    ("giảm tỷ lệ hộ nghèo từ 1,5 - 2 điểm %", [("tỷ lệ hộ nghèo", "decrease", "..", "1.5..2", "điểm %", None)]),
    ("nâng tỷ lệ bao phủ BHYT lên 95%", [("tỷ lệ bao phủ BHYT", "level", "=", "95", "%", None)]),
    ("giữ tỷ lệ che phủ rừng không dưới 46%", [("tỷ lệ che phủ rừng", "level", ">=", "46", "%", None)]),
    (
        "không còn hộ nghèo, giảm được 30% hộ tái nghèo",
        [("hộ nghèo", "level", "=", "0", "hộ", None), ("hộ tái nghèo", "decrease", "=", "30", "%", None)],
    ),
    ("tăng thêm khoảng 700 biên chế cho trường", [("biên chế", "increase", "~", "700", "biên chế", None)]),
    (
        "giải ngân trên 60% kế hoạch vốn trước ngày 30/9",
        [("giải ngân kế hoạch vốn", "level", ">", "60", "%", "2025-09")],
    ),
    (
        "khởi công 1.200 căn nhà ở xã hội trong quý IV",
        [("nhà ở xã hội", "level", "=", "1200", "căn", "2025-10/2025-12")],
    ),
    (
        "tuyển ít nhất 70% lao động tại chỗ và đưa tỉ lệ nội địa hóa lên trên 40% vào năm 2030",
        [("lao động", "level", ">=", "70", "%", None), ("tỉ lệ nội địa hóa", "level", ">", "40", "%", "2030")],
    ),
    (
        "cấp phép xây dựng trong vòng 20 ngày, thay vì 45 ngày như quy định",
        [("thời gian cấp phép xây dựng", "level", "<=", "20", "ngày", None)],
    ),
    (
        "nâng trợ cấp người già từ 500.000 đồng lên 700.000 đồng",
        [("trợ cấp người già", "level", "=", "700000", "VND", None)],
    ),
    (
        "sẽ hỗ trợ tỉnh 30 tấn gạo và 2.000 áo phao",
        [("gạo", "level", "=", "30", "tấn", None), ("áo phao", "level", "=", "2000", "áo phao", None)],
    ),
    ("kéo số ca bỏng về 0", [("số ca bỏng", "level", "=", "0", "ca", None)]),
    ("nâng số hội viên từ 3 lên 4,5 triệu", [("số hội viên", "level", "=", "4500000", "hội viên", None)]),
    ("không để sót một hộ nào ven suối", [("hộ ven suối", "level", "=", "0", "hộ", None)]),
    ("hoàn thành mái che trong 75 ngày", [("thời gian mái che", "level", "<=", "75", "ngày", None)]),
    ("kéo thời gian lưu kho lên 3,5 ngày", [("thời gian lưu kho", "level", "=", "3.5", "ngày", None)]),
    ("rút thời gian cấp sổ từ 15 ngày xuống còn 7 ngày", [("thời gian cấp sổ", "level", "=", "7", "ngày", None)]),
    ("cho các hộ giãn nợ 18 tháng", [("thời gian các hộ giãn nợ", "level", "=", "18", "tháng", None)]),
    ("cấp phép trong hai năm tới", []),
    ("giảm mức phí bến bãi 90 đồng/lượt", [("mức phí bến bãi", "decrease", "=", "90", "VND", None)]),
    ("mua rơm cao hơn giá chợ 200 đồng", [("giá chợ", "increase", "=", "200", "VND", None)]),
    ("độ mặn vượt ngưỡng an toàn 2,6 lần", [("độ mặn vượt ngưỡng an toàn", "increase", "=", "2.6", "lần", None)]),
    ("kiên định mục tiêu tăng trưởng từ 9% trở lên", [("tăng trưởng", "increase", ">=", "9", "%", None)]),
    ("có 700 ha được cấp mã số vùng trồng", [("được cấp mã số vùng trồng", "level", "=", "700", "ha", None)]),
    ("cử ba chuyên gia thủy lợi sang giúp", [("chuyên gia thủy lợi", "level", "=", "3", "chuyên gia", None)]),
    ("cả ba chuyên gia sẽ sang giúp", []),
    ("bổ sung khoảng 2.000 tỷ đồng cho tuyến đường", [("vốn bổ sung", "increase", "~", "2000000000000", "VND", None)]),
]


@pytest.mark.parametrize(("clause", "expected"), CLAUSES)
def test_clause(clause: str, expected: list[tuple[str, str, str, str, str, str | None]]) -> None:
    assert measured(clause) == expected


NONE = [
    "hai giám đốc sở thực hiện đúng lời hứa",
    "làm tuyến đường dài 41,5 km",
    "xem xét khi tỉnh giải ngân được trên 60% kế hoạch",
    "khởi công nếu bố trí được 7 ha đất",
    "hoàn thành trong hai năm học tiếp theo",
    "báo cáo trước ngày 15/12",
]


@pytest.mark.parametrize("clause", NONE)
def test_sizes_conditions_and_words_measure_nothing(clause: str) -> None:
    assert measured(clause) == []


def test_a_rate_keeps_its_time_and_a_bound_its_sign() -> None:
    assert [m[0] for m in measured("sẽ dành 50 suất học bổng mỗi năm")] == ["suất học bổng mỗi năm"]
    assert [m[2] for m in measured("sản lượng tối thiểu phải đạt 10 triệu tấn")] == [">="]


def test_what_does_not_last_is_no_duration() -> None:
    assert measured("khảo sát tại các phường liên quan của thành phố trong thời gian 25 ngày") == []
    assert measured("tổ chức lễ kỷ niệm 60 năm chiến thắng") == []


def test_the_default_period_is_given_by_month() -> None:
    assert [m[-1] for m in measured("rà soát 17 dự án", "2025-12-15")] == ["2025-12"]
    assert [m[-1] for m in measured("rà soát 17 dự án")] == [None]


def test_what_something_is_worth_measures_it_and_is_nobodys_figure() -> None:
    assert [m[0] for m in measured("tài trợ số thiết bị trị giá 2 triệu USD")] == ["số thiết bị"]
    whole = pipeline.load()
    text = "Công ty Sông Lam đã trao 10 máy tính trị giá 100 triệu đồng cho trường."
    reading = pipeline.read(whole, Document("a", text, "", published="2025-08-06"))
    assert not [m for one in reading.observations for m in one.measures if m.unit == "VND"]


OTHER_ACTIONS = [
    ("công ty gia cố 3 hồ chứa, lắp trạm quan trắc trước ngày 30/9", None),
    ("sở sẽ thay mặt cỏ trong tháng 9, lắp thêm 1.500 ghế", None),
    ("tỉnh sẽ xóa xong 2.350 nhà tạm, hoàn tất trước ngày 30/9", "2025-09"),
    ("ngân hàng sẽ phát hành cổ phiếu trong tháng 9, đưa vốn lên 900 tỷ đồng", "2025-09"),
]


@pytest.mark.parametrize(("clause", "period"), OTHER_ACTIONS)
def test_the_time_of_one_action_is_not_that_of_another(clause: str, period: str | None) -> None:
    assert [m[-1] for m in measured(clause, "2025-09")] == [period]


def test_a_number_that_takes_up_one_before_it_measures_the_same() -> None:
    text = "Xuất khẩu yến sào đạt 9 triệu USD. Tỉnh muốn nâng con số này lên 20 triệu USD, hơn gấp đôi hiện nay"
    reading = read(text)
    found = measures_in(reading, Span(text.index("Tỉnh"), len(text)))
    assert [(m.indicator, str(m.value), m.period) for m in found] == [
        ("Xuất khẩu yến sào", "20000000", None),
        ("Xuất khẩu yến sào", "2", None),
    ]


def test_a_classifier_takes_its_noun_from_an_earlier_number() -> None:
    text = "Tỉnh sẽ khởi công 1.200 căn nhà ở xã hội; khoảng 400 căn đầu tiên tới tay người mua vào cuối năm 2026."
    reading = read(text)
    found = measures_in(reading, Span(text.index("khoảng"), len(text) - 1))
    assert [(m.indicator, m.period) for m in found] == [("nhà ở xã hội", "2026")]


@settings(max_examples=100)
@given(
    st.lists(
        st.sampled_from(
            [
                "GRDP ",
                "tăng ",
                "8% ",
                "đạt ",
                "5 tỷ đồng",
                ", ",
                "; ",
                "và ",
                "giảm ",
                "3 hộ ",
                "năm 2026 ",
                "lên ",
                "từ ",
                "riêng ",
                "trong vòng 5 ngày ",
                "\n",
            ]
        ),
        max_size=15,
    )
)
def test_any_clause_gives_measures_with_an_indicator(pieces: list[str]) -> None:
    text = "".join(pieces)
    for measure in measures_in(read(text), Span(0, len(text))):
        assert measure.indicator == measure.indicator.strip() != ""
