"""Dates: every form this genre uses, what is none, and which date an action or an event is tied to."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from camket.graph.documents.document import Document
from camket.graph.edtf import is_edtf
from camket.graph.extraction import pipeline
from camket.graph.extraction.reading import Reading
from camket.graph.extraction.values.date_meanings import lexicon
from camket.graph.extraction.values.dates import due_in, frame_of
from camket.graph.facts import Span

NLP = pipeline.load(("camket_sentences", "camket_dates"))


def read(text: str, published: str | None = "2025-08-06") -> Reading:
    return pipeline.read(NLP, Document("a", text, "", published=published))


def found(text: str, published: str | None = "2025-08-06") -> list[tuple[str, str]]:
    reading = read(text, published)
    return [(reading.slice(mention.span), mention.edtf) for mention in reading.dates]


FORMS = [
    ("xong trước 19/12 năm nay, dù", "trước 19/12 năm nay", "2025-12-19"),
    ("từ ngày 31/12 năm ngoái, xã", "ngày 31/12 năm ngoái", "2024-12-31"),
    ("sẽ thông qua trong ba tháng của quý III, dù", "trong ba tháng của quý III", "2025-07/2025-09"),
    ("thông xe trước Quốc khánh 2/9.", "trước Quốc khánh 2/9", "2025-09-02"),
    ("đến hết năm, mỗi xã phải xong", "hết năm", "2025"),
    ("tưới đủ nước trong mùa khô 2026 cho", "mùa khô 2026", "2026"),
    ("Năm học trước, trường có 40 lớp", "Năm học trước", "2024/2025"),
    ("trong năm học mới, trường mở", "năm học mới", "2025/2026"),
    ("sẽ tập huấn các tháng 9, 10 và 12 tới", "các tháng 9, 10 và 12", "2025-09/2025-12"),
    ("9 tháng 2024, công ty lãi", "9 tháng 2024", "2024-01/2024-09"),
    ("Muộn nhất 30/9 các nhà thầu phải xong", "Muộn nhất 30/9", "2025-09-30"),
    ("Ngày 7/8, đoàn đến thăm.", "Ngày 7/8", "2025-08-07"),
    ("doanh thu trong 6 tháng ước đạt 68 tỷ", "6 tháng", "2025-01/2025-06"),
    ("Sáng 15/4, tại xã Khe Vàng", "Sáng 15/4", "2025-04-15"),
    ("kỳ họp sáng 11.7 dành trọn buổi", "sáng 11.7", "2025-07-11"),
    ("hội nghị ngày 26-6 ở Mai Giang", "ngày 26-6", "2025-06-26"),
    ("khai mạc ngày 31-3-2026.", "ngày 31-3-2026", "2026-03-31"),
    ("khai mạc 15/1/2026.", "15/1/2026", "2026-01-15"),
    ("ngày 7 tháng 3 năm 2024", "ngày 7 tháng 3 năm 2024", "2024-03-07"),
    ("ngày 7 tháng 3, đoàn", "ngày 7 tháng 3", "2025-03-07"),
    ("sáng mùng 2 tháng 9 năm 1945", "sáng mùng 2 tháng 9 năm 1945", "1945-09-02"),
    ("sáng nay, 6-8, đoàn", "sáng nay, 6-8", "2025-08-06"),
    ("Đến 17 giờ ngày 29/7, tỉnh", "17 giờ ngày 29/7", "2025-07-29"),
    ("thăm từ ngày 17 - 20/3 của đoàn", "ngày 17 - 20/3", "2025-03-17/2025-03-20"),
    ("mưa từ ngày 26 đến 28/7 đã", "ngày 26 đến 28/7", "2025-07-26/2025-07-28"),
    ("diễn ra từ ngày 30/12/2024 đến 2/1/2025.", "ngày 30/12/2024 đến 2/1/2025", "2024-12-30/2025-01-02"),
    ("hôm qua, đoàn", "hôm qua", "2025-08-05"),
    ("hôm nay, đoàn", "hôm nay", "2025-08-06"),
    ("ngày mai, đoàn", "ngày mai", "2025-08-07"),
    ("chiều qua, đoàn", "chiều qua", "2025-08-05"),
    ("thứ Sáu tuần trước, đoàn", "thứ Sáu tuần trước", "2025-08-01"),
    ("tuần tới, đoàn", "tuần tới", "2025-08-11/2025-08-17"),
    ("Tháng 5/2013, quân đội", "Tháng 5/2013", "2013-05"),
    ("vào tháng 11 tới, tàu", "tháng 11 tới", "2025-11"),
    ("giao đất trong tháng 10 năm nay;", "trong tháng 10 năm nay", "2025-10"),
    ("sẽ họp trong tháng 8 và tháng 9, rồi", "trong tháng 8 và tháng 9", "2025-08/2025-09"),
    ("đầu tháng này, đoàn", "đầu tháng này", "2025-08"),
    ("kỳ họp tháng Mười tới", "tháng Mười tới", "2025-10"),
    ("quý I/2025, tỉnh", "quý I/2025", "2025-01/2025-03"),
    ("từ quý IV.2023, bệnh viện", "quý IV.2023", "2023-10/2023-12"),
    ("trong quý III-2027 và", "trong quý III-2027", "2027-07/2027-09"),
    ("sẽ khởi công trong quý IV.", "trong quý IV", "2025-10/2025-12"),
    ("Năm 2024, tỉnh", "Năm 2024", "2024"),
    ("cả năm giải ngân", "cả năm", "2025"),
    ("sang năm chúng tôi sẽ trả", "sang năm", "2026"),
    ("tới tay người mua vào cuối năm 2026.", "cuối năm 2026", "2026"),
    ("tại kỳ họp cuối năm.", "cuối năm", "2025"),
    ("trong giai đoạn 2026-2030.", "giai đoạn 2026-2030", "2026/2030"),
    ("lần thứ VI, nhiệm kỳ 2013 – 2018.", "nhiệm kỳ 2013 – 2018", "2013/2018"),
    ("Trong năm học 2024 - 2025, Sở", "năm học 2024 - 2025", "2024/2025"),
    ("7 tháng, thu ngân sách", "7 tháng", "2025-01/2025-07"),
    ("Sáu tháng đầu năm, tỉnh", "Sáu tháng đầu năm", "2025-01/2025-06"),
    ("6 tháng cuối năm 2024, tỉnh", "6 tháng cuối năm 2024", "2024-07/2024-12"),
    ("9 tháng năm 2024 đạt", "9 tháng năm 2024", "2024-01/2024-09"),
    ("đến năm 2030, tầm nhìn", "năm 2030", "2030"),
    ("xong trước năm 2030.", "trước năm 2030", "2029"),
    ("xong trước ngày 20/8;", "trước ngày 20/8", "2025-08-20"),
    ("giao mặt bằng trước 30-9 và", "trước 30-9", "2025-09-30"),
    ("hoàn thành trước tháng 6/2027, thay", "trước tháng 6/2027", "2027-05"),
    ("xong trước quý III/2026.", "trước quý III/2026", "2026-04/2026-06"),
    ("làm xong trước giữa tháng 9.", "trước giữa tháng 9", "2025-09-15"),
    ("mở đường bay trước cuối năm nay.", "trước cuối năm nay", "2025"),
    ("chậm nhất 31.8 các xã", "chậm nhất 31.8", "2025-08-31"),
    ("chậm nhất hết ngày 15/9 không còn", "chậm nhất hết ngày 15/9", "2025-09-15"),
    ("thông xe trước Tết Nguyên đán 2026.", "trước Tết Nguyên đán 2026", "2026-02"),
    ("xong trước Tết Nguyên đán Bính Ngọ, hỗ trợ", "trước Tết Nguyên đán Bính Ngọ", "2026-02"),
    ("dịp Tết Ất Tỵ, tỉnh", "Tết Ất Tỵ", "2025-01"),
    ("hôm thứ Năm, đoàn đến", "hôm thứ Năm", "2025-07-31"),
    ("Chiều thứ bảy, đoàn đến", "Chiều thứ bảy", "2025-08-02"),
    ("thứ Sáu tuần qua, đoàn đến", "thứ Sáu tuần qua", "2025-08-01"),
    ("hôm thứ Hai (4/8) đoàn đến", "4/8", "2025-08-04"),
    ("đoàn sẽ đến chiều thứ Bảy.", "chiều thứ Bảy", "2025-08-09"),
    ("Cuối tuần qua, đoàn đến", "Cuối tuần qua", "2025-08-02/2025-08-03"),
    ("hồi đầu tuần, đoàn đến", "hồi đầu tuần", "2025-08-04/2025-08-05"),
    ("Ba ngày trước, đoàn đến", "Ba ngày trước", "2025-08-03"),
    ("cách đây 2 ngày, đoàn đến", "cách đây 2 ngày", "2025-08-04"),
    ("ngày 30 vừa qua, đoàn đến", "ngày 30 vừa qua", "2025-07-30"),
    ("tính đến nay tỉnh có", "tính đến nay", "2025-08"),
    ("hiện con số này mới là", "hiện", "2025-08"),
]


@pytest.mark.parametrize(("text", "words", "edtf"), FORMS)
def test_form(text: str, words: str, edtf: str) -> None:
    assert found(text) == [(words, edtf)]


NO_DATES = [
    "Quyết định số 123/QĐ-TTg và nghị quyết số 12/2024",
    "đạt 11/14 chỉ tiêu, với 48/48 đại biểu tán thành",
    "kim ngạch 1,05 tỷ USD, mưa kéo dài 2 - 3 ngày tới",
    "tăng trưởng năm thứ 10 liên tiếp trên tỉnh lộ 537B",
    "trực 24/7, hơn 2/3 số phiếu và 1/3 diện tích",
    "thắng 2-1 và tăng từ 8 - 8,5%",
    "trong thời gian tới, ngày 31/2/2024 không có",
    "Bảy tháng sau buổi làm việc, kéo dài 3 tháng, 5 năm trước",
    "thực hiện, phát hiện, hiện đại, hiện trường, không thành hiện thực.",
    "lần thứ năm, ngày thứ ba của hội diễn, vào thứ hai hằng tuần",
    "Tết Trung thu vui, mỗi tháng một lần",
    "nước nâng trợ cấp từ 500.000 đồng lên 700.000 đồng/tháng",
]


@pytest.mark.parametrize("text", NO_DATES)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "published", "edtf"),
    [
        ("Ngày 28/12, đoàn", "2026-01-03", "2025-12-28"),
        ("sẽ xong trước ngày 15/1.", "2025-12-26", "2026-01-15"),
        ("mốc giao đất trước ngày 30/6 đã trôi qua.", "2025-11-18", "2025-06-30"),
        ("yêu cầu xong trước ngày 30/6.", "2025-12-18", "2026-06-30"),
        ("buổi làm việc ngày 15/4 giữa hai bên", "2025-11-18", "2025-04-15"),
        ("tỉnh sẽ vượt tiến độ ngay từ quý I", "2024-12-11", "2025-01/2025-03"),
        ("Ngày 7/3, đoàn", "2024-03", "2024-03-07"),
        ("Ngày 7/3, đoàn", "2024", "2024-03-07"),
    ],
)
def test_the_year_left_out_is_found_from_publication(text: str, published: str, edtf: str) -> None:
    assert [e for _, e in found(text, published)] == [edtf]


def test_without_publication_only_what_is_said_in_full_is_resolved() -> None:
    text = "Hôm qua, ngày 7/3, trong quý I, năm nay, đến nay; ngày 8/3/2024, quý I/2025 và năm 2026."
    assert [e for _, e in found(text, None)] == ["2024-03-08", "2025-01/2025-03", "2026"]


def test_month_precision_gives_no_day_for_today() -> None:
    assert found("Hôm nay và tuần trước, trong tháng này", "2024-03") == [("trong tháng này", "2024-03")]


def test_the_same_day_is_the_latest_day_told_of() -> None:
    text = "Họp báo chiều 17/11. Ngày 12/5 đã xong. Các đơn vị nộp trước ngày 25/12. Chiều cùng ngày, ông tiếp dân."
    assert found(text, "2025-11-18")[-1] == ("Chiều cùng ngày", "2025-11-17")
    assert found("Chiều cùng ngày, ông tiếp dân.", "2025-11-18") == []


DUE = [
    ("Sở Nội vụ rà soát 17 trụ sở, báo cáo trước ngày 20/8", "2025-08-20"),
    ("sẽ khởi công trong quý I/2026 và thông xe trước Tết Nguyên đán 2027", "2026-01/2027-02"),
    ("đến hết năm 2026 cả tỉnh có ít nhất 300 km đường", "2026"),
    ("đưa kim ngạch lên ít nhất 2 tỷ USD vào năm 2030", "2030"),
    ("thu ngân sách tăng 12% so với ước thực hiện năm 2025", None),
    ("khởi công 1.200 căn từ quý III/2025 sang quý I/2026", "2026-01/2026-03"),
    ("hoàn thành 400 căn trước tháng 6/2027, thay vì cuối năm 2026", "2027-05"),
    ("phê chuẩn hiệp định ký năm 2023", None),
    ("giảm hộ cận nghèo theo chuẩn áp dụng trên địa bàn giai đoạn 2023-2027", None),
    ("tiếp tục hỗ trợ trong thời gian tới", None),
    ("tiếp tục hỗ trợ trong giai đoạn 2026-2030", "2026/2030"),
]


@pytest.mark.parametrize(("clause", "due"), DUE)
def test_due(clause: str, due: str | None) -> None:
    reading = read(f"Ông nói {clause}.")
    mention = due_in(reading, Span(8, 8 + len(clause)))
    assert (mention.edtf if mention else None) == due


def test_the_date_that_opens_the_sentence_is_due_of_what_it_opens() -> None:
    for opening, due in [
        ("Sang quý IV, ", "2025-10/2025-12"),
        ("Muộn nhất 30/9 ", "2025-09-30"),
        ("Ngày mai (7/8), ", "2025-08-07"),
        ("Từ năm 2021, ", None),
        ("Ngày 5/8, ", None),
    ]:
        text = f"{opening}công ty sẽ mở thêm hai kho."
        reading = read(text)
        found_due = due_in(reading, Span(text.index("công ty"), len(text) - 1))
        assert (found_due.edtf if found_due else None) == due


def test_a_coming_term_has_the_years_that_the_article_names() -> None:
    text = "Đại hội nhiệm kỳ 2025-2030 khai mạc. Trong nhiệm kỳ tới, hội sẽ mở 5 lớp."
    assert read(text).dates[-1].edtf == "2025/2030"
    assert len(read("Trong nhiệm kỳ tới, hội sẽ mở 5 lớp.").dates) == 0


def test_frame_is_the_time_that_opens_the_passage() -> None:
    text = "Theo nghị quyết, năm 2026 tỉnh phấn đấu thu 900 tỷ đồng. Vốn đầu tư tăng 12% so với năm 2025.\nĐoạn khác."
    reading = read(text)
    framed = frame_of(reading, text.index("Vốn"))
    assert framed
    assert framed.edtf == "2026"
    assert frame_of(reading, text.index("Đoạn") + 1) is None


DAYS = st.dates(date(2001, 1, 1), date(2049, 12, 31))


@given(DAYS)
def test_a_day_in_full_reads_back_in_each_form(day: date) -> None:
    d, m, y = day.day, day.month, day.year
    for text in (
        f"ngày {d}/{m}/{y}",
        f"ngày {d}-{m}-{y}",
        f"ngày {d}.{m}.{y}",
        f"ngày {d:02}/{m:02}/{y}",
        f"ngày {d} tháng {m} năm {y}",
    ):
        assert found(f"Đoàn đến {text}.", None) == [(text, day.isoformat())]


@given(DAYS, st.integers(-150, 30))
def test_a_day_without_its_year_reads_back(published: date, days: int) -> None:
    day = published + timedelta(days)
    for text in (f"Ngày {day.day}/{day.month}", f"Sáng {day.day}-{day.month}", f"Chiều {day.day}.{day.month}"):
        assert found(f"{text}, đoàn", published.isoformat()) == [(text, day.isoformat())]


@given(st.integers(2000, 2049), st.integers(1, 12), st.integers(1, 4), st.integers(1, 15))
def test_months_quarters_and_spans_of_years_read_back(year: int, month: int, quarter: int, length: int) -> None:
    roman = ("I", "II", "III", "IV")[quarter - 1]
    text = f"Trong tháng {month}/{year}, quý {roman}/{year}, giai đoạn {year}-{year + length} và năm {year}."
    quarter_edtf = f"{year}-{quarter * 3 - 2:02}/{year}-{quarter * 3:02}"
    expected = [f"{year}-{month:02}", quarter_edtf, f"{year}/{year + length}", f"{year}"]
    assert [edtf for _, edtf in found(text, None)] == expected


PIECES = [
    "ngày ",
    "tháng ",
    "năm ",
    "quý ",
    "7/3",
    "15",
    "2024",
    "-",
    "đến ",
    "trước ",
    "Tết ",
    "Bính Ngọ ",
    "sáng ",
    "nay",
    ", ",
    "III",
    "\n",
    "%",
    "hiện ",
]


@settings(max_examples=150)
@given(
    st.one_of(st.text(max_size=80), st.lists(st.sampled_from(PIECES), max_size=20).map("".join)),
    st.sampled_from(["2025-08-06", "2024-03", "0001", "9999-12-31", None]),
)
def test_any_text_is_read_and_offsets_hold(text: str, published: str | None) -> None:
    reading = read(text, published)
    end = 0
    for mention in reading.dates:
        assert end <= mention.span.start < mention.span.end <= len(text)
        assert is_edtf(mention.edtf)
        end = mention.span.end


def test_lunar_table_has_one_new_moon_for_each_year() -> None:
    days = [date.fromisoformat(str(day)) for _, day in sorted(lexicon()["tet"].items())]
    assert [day.year for day in days] == list(range(2000, 2051))
    assert all((later - earlier).days in {353, 354, 355, 383, 384, 385} for earlier, later in pairwise(days))


def test_that_year_is_the_one_named_last() -> None:
    text = "Tỉnh giao 70% mặt bằng giữa năm 2027, phần còn lại trước khi hết năm đó."
    assert [edtf for _, edtf in found(text)] == ["2027", "2027"]
    assert found("Năm đó có lũ lớn.") == []
