"""Observations: what an article reports as reached or current, of whom; and what it only wishes, plans or compares."""

import re
from decimal import Decimal

import pytest
from spacy.tokens import Doc

from camket.graph.documents.document import Document
from camket.graph.extraction import pipeline
from camket.graph.extraction.measures.observations import observations
from camket.graph.extraction.reading import DraftEntity, Phrase, Reading
from camket.graph.extraction.text.sentences import sentences
from camket.graph.extraction.values.dates import dates
from camket.graph.extraction.values.quantities import quantities
from camket.graph.facts import EntityKind, Span, Undertaking, UndertakingKind

NLP = pipeline.load()
PLACES = ("Hải Thuận", "Tavoria", "Việt Nam")
BODIES = ("Công ty Sông Lam", "UBND tỉnh Hải Thuận")


def read(text: str, undertaking: str | None = None, published: str = "2025-08-06") -> Reading:
    """The reading of `text` with the named places and bodies found, and the words of one undertaking."""
    doc: Doc = NLP.make_doc(text)
    reading = Reading.of(doc, Document("a", text, "", published=published))
    doc._.reading = reading
    names = re.compile("|".join(sorted([*PLACES, *BODIES], key=len, reverse=True)))
    for match in names.finditer(text):
        kind = EntityKind.BODY if match[0] in BODIES else EntityKind.PLACE
        span = Span(match.start(), match.end())
        category = "AdministrativeArea" if kind == EntityKind.PLACE else ""
        entity = reading.entities.setdefault(match[0], DraftEntity(match[0], kind, match[0], category=category))
        entity.mentions.append(span)
        reading.phrases.append(Phrase(span, span, match[0], kind))
    if undertaking:
        start = text.index(undertaking)
        span = Span(start, start + len(undertaking))
        reading.undertakings.append(Undertaking(evidence=span, kind=UndertakingKind.GOAL, actors=("x",), cue="x"))
    for component in (sentences, dates, quantities, observations):
        component(doc)
    return reading


def observed(text: str, undertaking: str | None = None) -> list[tuple[tuple[str, ...], str, str, str, str, str | None]]:
    """Of whom, indicator, change, comparator with value, unit, period."""
    return [
        (o.of, m.indicator, str(m.change), f"{m.comparator}{m.value}", m.unit, m.period)
        for o in read(text, undertaking).observations
        for m in o.measures
    ]


HERE = ("Hải Thuận",)

REPORTS = [
    (
        "7 tháng, thu ngân sách Hải Thuận đạt 12.940 tỷ đồng, bằng 71,3% dự toán và tăng 14,6% so với cùng kỳ.",
        [
            (HERE, "thu ngân sách Hải Thuận", "level", "=12940000000000", "VND", "2025-01/2025-07"),
            (HERE, "thu ngân sách Hải Thuận so với dự toán", "level", "=71.3", "%", "2025-01/2025-07"),
            (HERE, "thu ngân sách Hải Thuận", "increase", "=14.6", "%", "2025-01/2025-07"),
        ],
    ),
    (
        "Quý I/2025, GRDP của Hải Thuận ước tăng 9,12%; giải ngân vốn đầu tư công mới được 11,8% kế hoạch.",
        [
            (HERE, "GRDP của Hải Thuận", "increase", "=9.12", "%", "2025-01/2025-03"),
            (HERE, "giải ngân vốn đầu tư công", "level", "=11.8", "%", "2025-01/2025-03"),
        ],
    ),
    (
        "Năm 2024, số hộ nghèo của Hải Thuận giảm từ 5.300 hộ xuống 3.200 hộ.",
        [(HERE, "số hộ nghèo của Hải Thuận", "level", "=3200", "hộ", "2024")],
    ),
    (
        "Tháng 7, tỷ lệ thất nghiệp của Hải Thuận giảm nhẹ từ mức 3,3% của tháng sáu xuống 3,2%.",
        [(HERE, "tỷ lệ thất nghiệp của Hải Thuận", "level", "=3.2", "%", "2025-07")],
    ),
    (
        "Tỷ lệ hộ nghèo của Hải Thuận giảm từ 5,3% năm 2022 xuống còn 3,2% năm 2024.",
        [
            (HERE, "Tỷ lệ hộ nghèo của Hải Thuận", "level", "=5.3", "%", "2022"),
            (HERE, "Tỷ lệ hộ nghèo của Hải Thuận", "level", "=3.2", "%", "2024"),
        ],
    ),
    (
        "7 tháng, thu ngân sách Hải Thuận tăng 3% so với tháng sáu, và 8% so với cùng kỳ.",
        [
            (HERE, "thu ngân sách Hải Thuận", "increase", "=3", "%", "2025-01/2025-07"),
            (HERE, "thu ngân sách Hải Thuận", "increase", "=8", "%", "2025-01/2025-07"),
        ],
    ),
    (
        "Năm 2024, kim ngạch thương mại Việt Nam - Tavoria đạt 1,24 tỷ USD.",
        [(("Việt Nam", "Tavoria"), "kim ngạch thương mại Việt Nam - Tavoria", "level", "=1240000000", "USD", "2024")],
    ),
    ("Hải Thuận còn thiếu 1.870 giáo viên.", [(HERE, "giáo viên", "level", "=1870", "giáo viên", "2025-08")]),
    (
        "Công ty Sông Lam đã bàn giao 300 căn nhà ở xã hội.",
        [(("Công ty Sông Lam",), "nhà ở xã hội", "level", "=300", "căn", "2025-08")],
    ),
    (
        "Hiện toàn tỉnh Hải Thuận nuôi 31.700 ha tôm; tỷ lệ hộ nghèo của Hải Thuận còn 4,2%.",
        [
            (HERE, "tôm", "level", "=31700", "ha", "2025-08"),
            (HERE, "tỷ lệ hộ nghèo của Hải Thuận", "level", "=4.2", "%", "2025-08"),
        ],
    ),
    (
        "Tháng 7, sản xuất muối của Hải Thuận tăng 6%, đường thủy tăng 3%.",
        [
            (HERE, "sản xuất muối của Hải Thuận", "increase", "=6", "%", "2025-07"),
            (HERE, "đường thủy", "increase", "=3", "%", "2025-07"),
        ],
    ),
    (
        "Công ty Sông Lam đã hoàn tiền cho 318 khách hàng.",
        [(("Công ty Sông Lam",), "khách hàng", "level", "=318", "khách hàng", "2025-08")],
    ),
    (
        "Nồng độ bụi của Công ty Sông Lam vượt quy chuẩn 2,7 lần.",
        [
            (
                ("Công ty Sông Lam",),
                "Nồng độ bụi của Công ty Sông Lam vượt quy chuẩn",
                "increase",
                "=2.7",
                "lần",
                "2025-08",
            )
        ],
    ),
    (
        "Mưa lớn đã làm 7 người chết, 3 người mất tích trên địa bàn tỉnh Hải Thuận.",
        [
            (HERE, "người chết", "level", "=7", "người", "2025-08"),
            (HERE, "người mất tích", "level", "=3", "người", "2025-08"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), REPORTS)
def test_report(text: str, expected: list[tuple[tuple[str, ...], str, str, str, str, str | None]]) -> None:
    assert observed(text) == expected


WHOLE_REPORTS = [
    (
        "Bệnh viện Đa khoa Sông Lam khám bệnh từ năm 1990.\n\nHiện bệnh viện có 186 người chạy thận, tăng gần 30% "
        "so với năm trước, trong khi chỉ có 32 máy lọc máu. Bác sĩ có trình độ tiến sĩ chiếm 46%.",
        {
            ("người chạy thận", "=186"),
            ("người chạy thận", "~30"),
            ("máy lọc máu", "=32"),
            ("Bác sĩ có trình độ tiến sĩ", "=46"),
        },
        "Bệnh viện Đa khoa Sông Lam",
    ),
    (
        "Năm 2024, Công ty Cổ phần Hải Vân ghi nhận doanh thu thuần 3.842 tỷ đồng, giảm 11% so với năm trước; lợi "
        "nhuận sau thuế vỏn vẹn 61 tỷ đồng.",
        {
            ("doanh thu thuần", "=3842000000000"),
            ("doanh thu thuần", "=11"),
            ("lợi nhuận sau thuế", "=61000000000"),
        },
        "Công ty Cổ phần Hải Vân",
    ),
    (
        "Công ty Cổ phần Hải Vân vừa công bố kết quả kinh doanh. Theo đó, doanh thu quý I đạt 252 tỷ đồng.",
        {("doanh thu", "=252000000000")},
        "Công ty Cổ phần Hải Vân",
    ),
    (
        "Năm 2024, Công an tỉnh Hải Dương bắt giữ 17 vụ, thu 41 bánh heroin; tổ chức tuần tra 312 lượt.",
        {("bắt giữ vụ", "=17"), ("bánh heroin", "=41"), ("tuần tra lượt", "=312")},
        "Công an tỉnh Hải Dương",
    ),
    ("Giữa khó khăn chung, tỉnh Hải Dương vẫn tăng trưởng ở mức hai con số.", {("tăng trưởng", ">=10")}, "Hải Dương"),
    (
        "Ông Trần Văn Bảy cho biết cả nước còn 97 trung tâm đăng kiểm tạm dừng hoạt động.",
        {("trung tâm đăng kiểm tạm dừng hoạt động", "=97")},
        "Việt Nam",
    ),
    (
        "Cục Hải quan tỉnh Hải Dương họp tổng kết sáng nay. Theo báo cáo của ông Trần Bảy, đơn vị thu ngân sách đạt "
        "4.150 tỉ đồng; phát hiện 37 vụ buôn lậu trong năm 2024, giảm 5 vụ. Cục Hải quan tỉnh Hải Dương rất vui.",
        {("thu ngân sách", "=4150000000000"), ("vụ buôn lậu", "=37"), ("vụ buôn lậu", "=5")},
        "Cục Hải quan tỉnh Hải Dương",
    ),
    (
        "Mục tiêu của tỉnh Hải Dương là 500 km kè; hiện Hải Dương đã làm được 217 km kè.",
        {("kè", "=217")},
        "Hải Dương",
    ),
    (
        "Sáng 3/8, Hội Sinh viên tỉnh Hải Dương tổ chức Đại hội lần thứ VI tại Hải Dương.\n\nNhiệm kỳ qua, gần 2.600 "
        "sinh viên đạt giải thưởng nghiên cứu.",
        {("sinh viên", "~2600")},
        "Hội Sinh viên tỉnh Hải Dương",
    ),
]


@pytest.mark.parametrize(("text", "expected", "owner"), WHOLE_REPORTS)
def test_report_of_a_whole_article(text: str, expected: set[tuple[str, str]], owner: str) -> None:
    reading = pipeline.read(NLP, Document("a", text, "", published="2025-08-06"))
    told = {(m.indicator, f"{m.comparator}{m.value}") for o in reading.observations for m in o.measures}
    assert told == expected
    assert {reading.entities[key].name for o in reading.observations for key in o.of} == {owner}


PERIODS = [
    ("Ông Bảy cho biết năm 2024 Hải Thuận còn 12 điểm ngập.", "2024"),
    ("Hải Thuận còn 12 điểm ngập.", "2025-08"),
    ("Tỷ lệ hộ nghèo của Hải Thuận chiếm 4%.", None),
    ("Nhiệm kỳ qua, Hải Thuận kết nạp mới 2.600 đảng viên.", None),
    (
        "Đại hội nhiệm kỳ 2025 - 2030 bế mạc. Nhiệm kỳ 2020 - 2025 dài. Nhiệm kỳ qua, Hải Thuận kết nạp 90 đảng viên.",
        "2020/2025",
    ),
    ("Đến hết quý II, tỷ lệ hộ nghèo của Hải Thuận chiếm 4%.", "2025-06"),
    ("Nửa đầu năm, GRDP của Hải Thuận tăng 9%.", "2025-01/2025-06"),
    ("Sau 7 tháng, GRDP của Hải Thuận tăng 9%.", "2025-01/2025-07"),
    ("Hội nghị sơ kết 6 tháng đầu năm họp tại đây.\n\nTỷ lệ hộ nghèo của Hải Thuận chiếm 4%.", "2025-01/2025-06"),
]


@pytest.mark.parametrize(("text", "period"), PERIODS)
def test_a_time_that_is_not_told_is_not_made_up(text: str, period: str | None) -> None:
    assert [m.period for o in read(text).observations for m in o.measures] == [period]


FRAMES = [
    ("Trường Đại học Cần Thơ có hơn 45.000 sinh viên, trong đó 1.200 sinh viên nước ngoài.", 2),
    ("Toàn tỉnh Hải Dương hiện có 245 hợp tác xã với 61.000 thành viên.", 2),
    ("Việt Nam xuất khẩu 5,3 triệu tấn gạo trong 7 tháng đầu năm.", 1),
    ("Lũy kế 6 tháng, Công ty Cổ phần Hải Vân lãi trước thuế 219 tỷ đồng.", 1),
    ("Dân số thành phố Cần Thơ hiện hơn 3,2 triệu người.", 1),
    ("Quý II, GDP của Nhật Bản tăng 5,2%, thấp hơn mức 5,4% của quý I.", 1),
    ("Từ đầu năm đến nay, tỉnh Hải Dương thu hút 42 dự án với tổng vốn đăng ký 780 triệu USD.", 2),
    ("So với đầu năm, dư nợ của Công ty Cổ phần Hải Vân tăng 6,5%, đạt 175 tỷ đồng.", 2),
    ("Công ty Cổ phần Hải Vân đang sử dụng 900 lao động.", 1),
    ("Bộ Y tế cho biết cả nước ghi nhận 48.000 ca sốt xuất huyết, giảm 23% so với cùng kỳ.", 2),
    ("Vốn FDI vào Việt Nam 7 tháng qua đạt 24,1 tỷ USD.", 1),
    ("Tại Nghệ An, giá trị sản xuất nông nghiệp tăng 4,61%.", 1),
    ("Tổng số thuê bao của Công ty Cổ phần Hải Vân lên đến 25,6 triệu.", 1),
    ("Công ty Cổ phần Hải Vân đứng thứ 8 cả nước với 612 triệu USD.", 1),
    ("9 tháng đầu năm, Công ty Cổ phần Hải Vân báo lãi 496 tỷ đồng.", 1),
    ("Tỉnh Hải Dương cho biết tỉnh đã bố trí 64 tỷ đồng.", 0),
    ("Công ty Cổ phần Hải Vân đặt kế hoạch lãi trước thuế 219 tỷ đồng.", 0),
]


@pytest.mark.parametrize(("text", "count"), FRAMES)
def test_frames_of_a_figure(text: str, count: int) -> None:
    reading = pipeline.read(NLP, Document("a", text, "", published="2025-08-06"))
    assert sum(len(o.measures) for o in reading.observations) == count


NO_WHOLE_REPORTS = [
    "Theo ông Lê Văn Thính, Trưởng khoa, Bệnh viện Bạch Hà, có tới 90% bệnh nhân bị di chứng.",
    "Sáng 5/8, Công ty Cổ phần Hải Vân trao 30 suất quà cho học sinh.",
    "Bệnh viện Bạch Hà mới mở. Hiện, Vinasao thu mua 60% lượng sữa tươi.",
    "Theo nghiên cứu mới của Công ty Cổ phần Hải Vân sản lượng thép đạt 59.400 tấn.",
    "Tuyển U23 Việt Nam đã có 8 chiến thắng.",
    "Công ty Cổ phần Hải Vân bán được hàng, doanh thu đạt 700 đồng/kg.",
    "Tuyển Việt Nam có 2 cầu thủ trở lại.",
    "Bộ Y tế đã tổ chức họp với 24 bệnh viện.",
    "Tỉnh Hải Dương mới tái lập được 19 năm.",
    "Gói cước của Công ty Cổ phần Hải Vân chỉ có 10.000 đồng.",
    "Công ty Cổ phần Hải Vân đã đồng ý mua thêm 15 máy lọc máu.",
    "Cổ phiếu tăng mạnh trên Công ty Cổ phần Hải Vân là mã khác tăng 700 đồng.",
    "Đơn vị này là ai chưa rõ. Đơn vị này thu ngân sách đạt 40 tỷ đồng. Lâm Đồng cách Hà Nội xa, Lâm Đồng đẹp.",
    "Các chủ nhân ở Hà Nội và Cần Thơ đã đầu tư hơn 60 tỷ đồng xây dựng trường giai đoạn 1.",
    "Dự án mới có vốn, trong đó vốn vay từ Ngân hàng Đông Á là 83,43%.",
    "Dự án của Công ty Cổ phần Hải Vân khởi công năm 2012 với tổng vốn đầu tư 302 triệu USD.",
]


@pytest.mark.parametrize("text", NO_WHOLE_REPORTS)
def test_numbers_of_a_story_are_nobodys(text: str) -> None:
    assert not pipeline.read(NLP, Document("a", text, "", published="2025-08-06")).observations


NO_REPORTS = [
    "Hải Thuận phấn đấu thu ngân sách đạt 9.000 tỷ đồng.",
    "Hải Thuận sẽ bàn giao 300 căn nhà ở xã hội.",
    "Ông mong muốn GRDP của Hải Thuận tăng 9%.",
    "Chuyên gia dự báo vốn FDI vào Hải Thuận năm 2025 có thể đạt 2,5 tỉ USD.",
    "Hải Thuận đề nghị bổ sung 2.000 tỷ đồng.",
    "Khi Hải Thuận giải ngân được 60% kế hoạch vốn, việc này mới bàn tiếp.",
    "Tỷ lệ giải ngân 100% của Hải Thuận là có thể đạt được.",
    "Tuyến đường ở Hải Thuận dài 41,5 km.",
    "Năm 2030, GRDP của Hải Thuận đạt 9%.",
    "Giá rau muống tăng 20% so với tuần trước.",
    "Tại hội nghị, ông tặng 50 suất quà.",
]


@pytest.mark.parametrize("text", NO_REPORTS)
def test_what_is_wished_planned_or_nobodys_is_no_observation(text: str) -> None:
    assert observed(text) == []


def test_whose_number_it_is_is_not_guessed() -> None:
    assert observed("Đợt mưa ở miền Trung và Hải Thuận làm thiệt hại vật chất 600 tỷ đồng.") == []
    assert observed("Ở Hải Thuận, bà V. bán được 2 tỷ đồng.") == []


def test_a_number_of_an_undertaking_is_not_observed_as_well() -> None:
    text = "Thu ngân sách Hải Thuận đạt 9.000 tỷ đồng; chi ngân sách Hải Thuận đạt 8.000 tỷ đồng."
    assert len(observed(text)) == 2
    left = observed(text, undertaking="Thu ngân sách Hải Thuận đạt 9.000 tỷ đồng")
    assert [indicator for _, indicator, *_ in left] == ["chi ngân sách Hải Thuận"]


def test_the_place_the_article_is_about_owns_what_belongs_to_a_territory_alone() -> None:
    text = (
        "Hải Thuận họp tổng kết. Người dân Hải Thuận vui.\n\nThu ngân sách đạt 10.420 tỷ đồng. Doanh thu đạt 5 tỷ đồng."
    )
    reading = read(text)
    assert [(o.of, o.measures[0].value) for o in reading.observations] == [(HERE, Decimal("10420000000000"))]
    assert reading.observations[0].context == (Span(0, len("Hải Thuận")),)


def test_evidence_is_the_clause_and_nothing_around_it() -> None:
    text = "Theo báo cáo, quý I/2025, GRDP Hải Thuận ước tăng 9,12%; tỷ lệ hộ nghèo còn 9,6%."
    reading = read(text)
    assert [reading.slice(o.evidence) for o in reading.observations] == [
        "GRDP Hải Thuận ước tăng 9,12%",
        "tỷ lệ hộ nghèo còn 9,6%",
    ]

    assert [[reading.slice(span) for span in o.context] for o in reading.observations] == [
        ["quý I/2025"],
        ["quý I/2025", "Hải Thuận"],
    ]


def test_evidence_of_what_changed_begins_where_it_is_named() -> None:
    reading = read("Năm 2024, tỷ lệ hộ nghèo của Hải Thuận giảm từ 5,3% xuống còn 3,2%.")
    assert [reading.slice(o.evidence) for o in reading.observations] == [
        "tỷ lệ hộ nghèo của Hải Thuận giảm từ 5,3% xuống còn 3,2%"
    ]
