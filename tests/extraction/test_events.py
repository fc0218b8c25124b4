"""Events: each gathering once, on small articles with invented people whose names are marked (see conftest)."""

from collections.abc import Callable

import pytest

from camket.graph.extraction.reading import Reading

Read = Callable[[str], Reading]
Told = Callable[[str], list[dict[str, object]]]

DELEGATION = (
    "Sáng 5/8, tại {place|phường Mai Hạ}, {body|đoàn công tác của Bộ Thủy lợi} do {person|đồng chí Đỗ Văn Khoan, "
    "Thứ trưởng Bộ Thủy lợi|Đỗ Văn Khoan} làm trưởng đoàn đã có buổi làm việc với {body|Ban Thường vụ Tỉnh ủy Sơn "
    "Giang} về hồ chứa nước. Tiếp và làm việc với đoàn có các đồng chí: {person|Lý Thị Bông, Bí thư Tỉnh ủy|Lý Thị "
    "Bông}; {person|Phan Tất Đạt, Chủ tịch UBND tỉnh|Phan Tất Đạt}.\n"
    "Phát biểu tại buổi làm việc, {person|ông Quách Minh Tề, Giám đốc Sở Xây dựng|Quách Minh Tề}, cho biết tỉnh đã "
    "giao đất. {person|Bí thư Lý Thị Bông|Lý Thị Bông} nhấn mạnh tỉnh sẽ hội ý với {body|Sở Tài chính}.\n"
)


def test_a_working_session_is_one_event_however_often_it_is_taken_up(told: Told) -> None:
    assert told(DELEGATION) == [
        {
            "kind": "WorkingSession",
            "start": "2025-08-05",
            "location": "phường Mai Hạ",
            "attendees": [
                "đoàn công tác của Bộ Thủy lợi",
                "Đỗ Văn Khoan",
                "Ban Thường vụ Tỉnh ủy Sơn Giang",
                "Lý Thị Bông",
                "Phan Tất Đạt",
                "Quách Minh Tề",
            ],
        }
    ]


def test_evidence_is_the_clause_and_context_says_where_the_rest_is_from(with_events: Read) -> None:
    reading = with_events(DELEGATION)
    event = reading.events[0]
    assert reading.slice(event.evidence).startswith("Sáng 5/8, tại phường Mai Hạ, đoàn công tác")
    assert reading.slice(event.evidence).endswith("về hồ chứa nước.")
    assert [reading.slice(span) for span in event.context] == [
        "Lý Thị Bông, Bí thư Tỉnh ủy",
        "Phan Tất Đạt, Chủ tịch UBND tỉnh",
        "ông Quách Minh Tề, Giám đốc Sở Xây dựng",
    ]


def test_what_is_signed_at_a_conference_shares_its_day_and_place(told: Told) -> None:
    text = (
        "Tại hội nghị xúc tiến đầu tư ngày 2-8 ở {place|TP.HCM}, {body|UBND tỉnh Sơn Giang} và {body|Tập đoàn Orlind} "
        "đã ký biên bản ghi nhớ về nhà máy pin. Phát biểu tại hội nghị, {person|ông Mads Orlind|Mads Orlind} cho biết "
        "tập đoàn sẽ tuyển người địa phương."
    )
    assert told(text) == [
        {
            "kind": "Conference",
            "start": "2025-08-02",
            "location": "TP.HCM",
            "attendees": ["UBND tỉnh Sơn Giang", "Tập đoàn Orlind", "Mads Orlind"],
        },
        {
            "kind": "Signing",
            "start": "2025-08-02",
            "location": "TP.HCM",
            "attendees": ["UBND tỉnh Sơn Giang", "Tập đoàn Orlind"],
        },
    ]


def test_a_visit_is_the_frame_of_what_happens_in_it(told: Told) -> None:
    text = (
        "Trong khuôn khổ chuyến thăm cấp Nhà nước tới {place|Việt Nam} từ ngày 3 - 6/8 của {person|Tổng thống Tavoria "
        "Andrei Velk|Andrei Velk}, chiều 5/8, tại {place|Hà Nội}, {person|Bộ trưởng Đỗ Văn Khoan|Đỗ Văn Khoan} và "
        "{person|Bộ trưởng Ilena Maro|Ilena Maro} đồng chủ trì diễn đàn doanh nghiệp hai nước."
    )
    assert told(text) == [
        {
            "kind": "Visit",
            "start": "2025-08-03",
            "end": "2025-08-06",
            "location": "Việt Nam",
            "attendees": ["Andrei Velk"],
        },
        {
            "kind": "Conference",
            "start": "2025-08-05",
            "location": "Hà Nội",
            "attendees": ["Đỗ Văn Khoan", "Ilena Maro"],
        },
    ]


def test_what_is_past_and_only_mentioned_is_an_event_of_its_own(told: Told) -> None:
    text = (
        "Ba tháng sau buổi làm việc ngày 5/5 giữa {body|Bộ Thủy lợi} và {body|Tỉnh ủy Sơn Giang}, hồ vẫn cạn. Thông "
        "tin được {body|UBND tỉnh Sơn Giang} nêu tại cuộc họp báo chiều 4/8. {person|Ông Phan Tất Đạt|Phan Tất Đạt} "
        "vắng mặt tại họp báo."
    )
    assert told(text) == [
        {"kind": "WorkingSession", "start": "2025-05-05", "attendees": ["Bộ Thủy lợi", "Tỉnh ủy Sơn Giang"]},
        {"kind": "PressConference", "start": "2025-08-04", "attendees": ["UBND tỉnh Sơn Giang"]},
    ]


def test_inspections_and_meetings_with_voters(told: Told) -> None:
    text = (
        "Chiều 5/8, {person|Thiếu tướng Vũ Đình Lẫm|Vũ Đình Lẫm} và {person|Chủ tịch Phan Tất Đạt|Phan Tất Đạt} kiểm "
        "tra hiện trường sạt lở tại {place|xã Khe Sậy}. Chiều cùng ngày, {body|Tổ ĐBQH số 1} tiếp xúc cử tri "
        "{place|xã Tân Mạ}."
    )
    assert told(text) == [
        {
            "kind": "Inspection",
            "start": "2025-08-05",
            "location": "xã Khe Sậy",
            "attendees": ["Vũ Đình Lẫm", "Phan Tất Đạt"],
        },
        {"kind": "Meeting", "start": "2025-08-05", "location": "xã Tân Mạ", "attendees": ["Tổ ĐBQH số 1"]},
    ]


@pytest.mark.parametrize(
    "text",
    [
        "{person|Ông Phan Tất Đạt|Phan Tất Đạt} yêu cầu {body|Sở Y tế} kiểm tra các bếp ăn tại {place|xã Khe Sậy}.",
        "{body|UBND tỉnh Sơn Giang} gặp khó khăn khi giải ngân ngày 4/8 tại {place|Hà Nội}.",
        "{person|Ông Phan Tất Đạt|Phan Tất Đạt} tiếp tục theo dõi {body|Sở Y tế} trong tháng 8.",
        "{body|Sở Y tế} thực hiện nghị quyết Đại hội của {body|Đảng bộ tỉnh Sơn Giang}.",
        "Các hội nghị như thế không giúp gì cho {body|Sở Y tế}.",
        "{body|Sở Y tế} báo cáo kết quả tại kỳ họp cuối năm.",
        "{person|Bà Lý Thị Bông|Lý Thị Bông} chưa thăm {place|Belgor}.",
        "Quan hệ giữa {place|Tavoria} và {place|Belmira} ấm dần.",
        "",
    ],
)
def test_no_gathering_no_event(told: Told, text: str) -> None:
    assert told(text) == []


def test_who_is_quoted_on_another_matter_or_named_in_what_is_said_was_not_there(told: Told) -> None:
    text = (
        "Sáng 5/8, {person|ông Phan Tất Đạt|Phan Tất Đạt} làm việc với {body|Công ty Lúa Vàng}. {person|Ông Phan Tất "
        "Đạt|Phan Tất Đạt} đề nghị {person|bà Lý Thị Bông|Lý Thị Bông} báo cáo {body|Bộ Tài chính}."
    )
    assert told(text) == [
        {"kind": "WorkingSession", "start": "2025-08-05", "attendees": ["Phan Tất Đạt", "Công ty Lúa Vàng"]}
    ]


def test_a_word_that_is_verb_and_noun_is_taken_as_it_stands(told: Told) -> None:
    text = (
        "Ngày 4/8, tại {place|Belgor}, {person|Thủ tướng Đỗ Văn Khoan|Đỗ Văn Khoan} và {person|Thủ tướng Andrei "
        "Velk|Andrei Velk} hội đàm. Phát biểu tại hội đàm, {person|Thủ tướng Andrei Velk|Andrei Velk} cảm ơn."
    )
    assert told(text) == [
        {
            "kind": "Meeting",
            "start": "2025-08-04",
            "location": "Belgor",
            "attendees": ["Đỗ Văn Khoan", "Andrei Velk"],
        }
    ]


KINDS_IN_THE_NEWS = [
    (
        "Ngày 4/8, {body|TAND tỉnh Sơn Giang} tiếp tục phiên sơ thẩm xét xử 9 bị cáo.",
        "OtherGathering",
        ["TAND tỉnh Sơn Giang"],
    ),
    (
        "Chiều 4/8, {person|ông Đỗ Văn Khoan|Đỗ Văn Khoan} điện đàm với {person|ông Mads Orlind|Mads Orlind}.",
        "Meeting",
        ["Đỗ Văn Khoan", "Mads Orlind"],
    ),
    ("Chiều 4/8, {body|HĐND tỉnh Sơn Giang} chất vấn nhóm vấn đề về nước sạch.", "Meeting", ["HĐND tỉnh Sơn Giang"]),
    ("Sáng 4/8, {body|Trường Tiểu học Mai Hạ} tổ chức khai giảng cho 300 em.", "Ceremony", ["Trường Tiểu học Mai Hạ"]),
    (
        "Sáng 4/8, {body|Công ty Sông Lam} tổ chức Đại hội đồng cổ đông thường niên tại {place|Vinh}.",
        "Congress",
        ["Công ty Sông Lam"],
    ),
    (
        "Ngày 4/8, {body|Thanh tra tỉnh} công bố quyết định thanh tra đất đai đối với {body|UBND xã Mai Hạ}.",
        "WorkingSession",
        ["Thanh tra tỉnh", "UBND xã Mai Hạ"],
    ),
    ("Sáng 4/8, {body|HĐND tỉnh Sơn Giang} đã nghe báo cáo giải trình về đất đai.", "Meeting", ["HĐND tỉnh Sơn Giang"]),
    ("Hôm qua (4/8), Ngày hội Việc làm chính thức khai mạc tại {place|Vinh}.", "OtherGathering", []),
    (
        "Đó là lời phát biểu của {person|bà Lý Thị Bông|Lý Thị Bông} tại buổi họp báo chiều 4/8 tại {place|Vinh}.",
        "PressConference",
        ["Lý Thị Bông"],
    ),
    (
        "Tại buổi sơ kết công tác giữa {body|Sở Y tế} và {body|Sở Thuế} tổ chức ngày 4/8 tại {place|Vinh}, có mưa.",
        "Conference",
        ["Sở Y tế", "Sở Thuế"],
    ),
    (
        "Sáng 4/8, {person|bà Lý Thị Bông|Lý Thị Bông} đã đến thăm và làm việc với {body|Đồn Biên phòng Mai Hạ}.",
        "WorkingSession",
        ["Lý Thị Bông", "Đồn Biên phòng Mai Hạ"],
    ),
]


@pytest.mark.parametrize(("text", "kind", "attendees"), KINDS_IN_THE_NEWS)
def test_kinds_of_gatherings_in_the_news(told: Told, text: str, kind: str, attendees: list[str]) -> None:
    events = told(text)
    assert [(event["kind"], event["start"], event.get("attendees", [])) for event in events] == [
        (kind, "2025-08-04", attendees)
    ]


def test_what_is_told_as_current_is_of_the_month_of_publication(told: Told) -> None:
    text = (
        "{person|Thủ tướng Mads Orlind|Mads Orlind} đang ở thăm {place|Tavoria}. Ngày 2/3, {person|ông Đỗ Văn Khoan|Đỗ "
        "Văn Khoan} thăm {place|Vinh}. {person|Bà Lý Thị Bông|Lý Thị Bông} có cuộc gặp với {body|Hội Nông dân}."
    )
    assert [event.get("start") for event in told(text)] == ["2025-08", "2025-03-02", None]


def test_the_delegation_goes_on_and_the_same_morning_is_that_day(told: Told) -> None:
    text = (
        "Sáng 4/8, {person|bà Lý Thị Bông|Lý Thị Bông} làm việc với {body|Đồn Biên phòng Mai Hạ}. Trước đó, cùng buổi "
        "sáng, đoàn đã dâng hương tại {place|Đài tưởng niệm Mai Hạ}."
    )
    assert [(e["kind"], e["start"], e["attendees"]) for e in told(text)] == [
        ("WorkingSession", "2025-08-04", ["Lý Thị Bông", "Đồn Biên phòng Mai Hạ"]),
        ("Ceremony", "2025-08-04", ["Lý Thị Bông"]),
    ]


def test_an_apposition_in_small_letters_does_not_hide_who_speaks(told: Told) -> None:
    text = (
        "Sáng 4/8, {body|Trường Mai Hạ} tổ chức lễ khai giảng. {person|Ông Tôn Tất Khiêm|Tôn Tất Khiêm}, người gắn bó "
        "với trường 31 năm, nhấn mạnh truyền thống của trường."
    )
    assert told(text)[0]["attendees"] == ["Trường Mai Hạ", "Tôn Tất Khiêm"]
