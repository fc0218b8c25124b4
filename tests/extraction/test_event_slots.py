"""Who, when and where of an event, on small texts with invented people whose names are marked (see conftest)."""

from collections.abc import Callable

from camket.graph.documents.document import Document
from camket.graph.extraction import pipeline
from camket.graph.extraction.reading import Reading
from camket.graph.facts import EntityKind, EventKind

Read = Callable[[str], Reading]
Told = Callable[[str], list[dict[str, object]]]


def test_who_chairs_and_who_holds_it(told: Told) -> None:
    chaired = (
        "Chiều 5/8, {person|Chủ tịch UBND tỉnh Phan Tất Đạt|Phan Tất Đạt} chủ trì phiên họp thường kỳ tháng 7. Dự họp "
        "có {person|Phó Chủ tịch Vương Thị Mận|Vương Thị Mận}.\n"
        "Kết luận phiên họp, {person|Chủ tịch Phan Tất Đạt|Phan Tất Đạt} giao {body|Sở Tài chính} rà soát."
    )
    assert told(chaired) == [
        {
            "kind": "Meeting",
            "start": "2025-08-05",
            "attendees": ["Phan Tất Đạt", "Vương Thị Mận"],
            "chair": "Phan Tất Đạt",
        }
    ]
    held = (
        "Ngày 4/8, tại {place|Hà Nội}, {body|Hội Nông dân} tổ chức hội nghị do {person|ông Đỗ Văn Khoan|Đỗ Văn Khoan} "
        "chủ trì."
    )
    assert told(held) == [
        {
            "kind": "Conference",
            "start": "2025-08-04",
            "location": "Hà Nội",
            "attendees": ["Hội Nông dân", "Đỗ Văn Khoan"],
            "organizer": "Hội Nông dân",
            "chair": "Đỗ Văn Khoan",
        }
    ]


def test_a_venue_that_no_list_names_becomes_a_place(with_events: Read) -> None:
    reading = with_events(
        "Chiều 5/8, tại trụ sở {body|Bộ Thủy lợi}, {person|Thứ trưởng Đỗ Văn Khoan|Đỗ Văn Khoan} trao quyết định "
        "bổ nhiệm {person|ông Lò Văn Pành|Lò Văn Pành} giữ chức Cục trưởng."
    )
    (event,) = reading.events
    assert event.kind == "Ceremony"
    assert event.location
    venue = reading.entities[event.location]
    assert (venue.kind, venue.name, venue.category) == (EntityKind.PLACE, "trụ sở Bộ Thủy lợi", "Place")
    assert [reading.slice(span) for span in venue.mentions] == ["trụ sở Bộ Thủy lợi"]


def test_the_dateline_is_no_part_of_the_evidence(told: Told, with_events: Read) -> None:
    outlet = "{body|Báo Sông} Online - Ngày 4/8, {person|ông Đỗ Văn Khoan|Đỗ Văn Khoan} làm việc với {body|Sở Y tế}."
    assert told(outlet)[0]["attendees"] == ["Đỗ Văn Khoan", "Sở Y tế"]
    reading = with_events(
        "SGO - (Sơn Giang) - Sáng 5/8, {person|ông Phan Tất Đạt|Phan Tất Đạt} làm việc với {body|Sở Y tế}."
    )
    assert [reading.slice(event.evidence) for event in reading.events] == [
        "Sáng 5/8, ông Phan Tất Đạt làm việc với Sở Y tế."
    ]


def test_where_it_was_signed_may_be_told_later(told: Told) -> None:
    text = (
        "Ngày 4/8, {body|Tập đoàn Orlind} và {body|Công ty Lúa Vàng} đã ký hợp đồng. Hợp đồng được ký kết tại Nhà hát "
        "Trưng Vương ở {place|Belgor}."
    )
    assert told(text) == [
        {
            "kind": "Signing",
            "start": "2025-08-04",
            "location": "Nhà hát Trưng Vương",
            "attendees": ["Tập đoàn Orlind", "Công ty Lúa Vàng"],
        }
    ]


def test_states_sign_and_meet(told: Told) -> None:
    text = (
        "Ngày 4/8, {place|Tavoria} và {place|Belmira} đã ký một thỏa thuận về nghề cá. {person|Thủ tướng Andrei "
        "Velk|Andrei Velk} đã có cuộc hội đàm với {person|Tổng thống Ilena Maro|Ilena Maro} ở {place|Belgor} ngày 4/8."
    )
    assert told(text) == [
        {"kind": "Signing", "start": "2025-08-04", "attendees": ["Tavoria", "Belmira"]},
        {
            "kind": "Meeting",
            "start": "2025-08-04",
            "location": "Belgor",
            "attendees": ["Andrei Velk", "Ilena Maro"],
        },
    ]


def test_who_is_remembered_and_who_owns_the_hall_are_not_there(told: Told) -> None:
    text = (
        "Lễ truy điệu {person|thượng tướng Lò Văn Pành|Lò Văn Pành} diễn ra ngày 4/8 tại nhà tang lễ {body|Bộ Thủy "
        "lợi} ({body|Hà Nội}). {person|Ông Đỗ Văn Khoan|Đỗ Văn Khoan} phát biểu tại buổi lễ."
    )
    assert told(text) == [
        {
            "kind": "Ceremony",
            "start": "2025-08-04",
            "location": "nhà tang lễ Bộ Thủy lợi",
            "attendees": ["Đỗ Văn Khoan"],
        }
    ]


def test_verbs_in_a_row_share_their_subject_and_no_object(told: Told) -> None:
    text = (
        "Chiều 5/8, {body|Đoàn đại biểu Tavoria} dâng hương tại Tượng đài Mẹ Sông, thăm chùa Vạn Mây, nơi có cây đề "
        "do {person|bà Lý Thị Bông|Lý Thị Bông} trồng."
    )
    assert told(text) == [
        {
            "kind": kind,
            "start": "2025-08-05",
            "location": place,
            "attendees": ["Đoàn đại biểu Tavoria"],
        }
        for kind, place in [("Ceremony", "Tượng đài Mẹ Sông"), ("Visit", "chùa Vạn Mây")]
    ]


def test_what_takes_place_during_a_festival_has_its_month(told: Told) -> None:
    text = (
        "{person|Ông Đỗ Văn Khoan|Đỗ Văn Khoan} chào mừng {body|Đoàn đại biểu Tavoria} đã tới đây tham dự liên hoan. "
        "Tại lễ khai mạc, {person|bà Lý Thị Bông|Lý Thị Bông} phát biểu. Liên hoan diễn ra từ ngày 3 - 6/8. Trong "
        "khuôn khổ liên hoan, {body|Đoàn đại biểu Tavoria} sẽ thăm chùa Vạn Mây."
    )
    assert told(text) == [
        {"kind": "OtherGathering", "start": "2025-08-03", "end": "2025-08-06", "attendees": ["Đoàn đại biểu Tavoria"]},
        {"kind": "Ceremony", "start": "2025-08", "attendees": ["Lý Thị Bông"]},
        {
            "kind": "Visit",
            "start": "2025-08",
            "location": "chùa Vạn Mây",
            "attendees": ["Đoàn đại biểu Tavoria"],
        },
    ]


def test_who_signs_does_it_for_a_body() -> None:
    text = (
        "Ngày 4/8, tại Hà Nội, Thứ trưởng Bộ Xây dựng Đỗ Văn Khoan và Thứ trưởng Bộ Tài chính Lý Thị Bông ký kế hoạch "
        "phối hợp về nhà ở."
    )
    facts = pipeline.extract(pipeline.load(), Document("a", text, "", published="2025-08-06"))
    names = {entity.key: entity.name for entity in facts.entities}
    assert [{names[key] for key in event.attendees} for event in facts.events] == [
        {"Đỗ Văn Khoan", "Bộ Xây dựng", "Lý Thị Bông", "Bộ Tài chính"}
    ]
    assert [event.kind for event in facts.events] == [EventKind.SIGNING]


def test_who_chairs_may_be_told_before_or_after_the_gathering(told: Told) -> None:
    text = (
        "Sáng 5/8, dưới sự chủ trì của {person|ông Đỗ Văn Khoan|Đỗ Văn Khoan}, {body|Hội Nông dân} khai mạc phiên họp "
        "thứ 4. Chiều 5/8, {body|Sở Y tế} họp báo. Chủ trì họp báo, {person|bà Lý Thị Bông|Lý Thị Bông} cho biết sẽ "
        "có thêm thuốc."
    )
    assert told(text) == [
        {
            "kind": "Meeting",
            "start": "2025-08-05",
            "attendees": ["Đỗ Văn Khoan", "Hội Nông dân"],
            "chair": "Đỗ Văn Khoan",
        },
        {
            "kind": "PressConference",
            "start": "2025-08-05",
            "attendees": ["Sở Y tế", "Lý Thị Bông"],
            "chair": "Lý Thị Bông",
        },
    ]


def test_the_visitor_may_stand_in_the_main_clause(told: Told) -> None:
    text = (
        "Trong khuôn khổ chuyến thăm chính thức {place|Tavoria}, chiều 5/8, tại {place|Belgor}, {person|Thủ tướng Đỗ "
        "Văn Khoan|Đỗ Văn Khoan} hội đàm với {person|Thủ tướng Andrei Velk|Andrei Velk}."
    )
    assert told(text) == [
        {"kind": "Visit", "location": "Tavoria", "attendees": ["Đỗ Văn Khoan"]},
        {
            "kind": "Meeting",
            "start": "2025-08-05",
            "location": "Belgor",
            "attendees": ["Đỗ Văn Khoan", "Andrei Velk"],
        },
    ]


def test_an_earlier_conference_is_not_the_one_that_is_told(told: Told) -> None:
    text = (
        "{person|Bà Lý Thị Bông|Lý Thị Bông} vừa có cuộc gặp mặt với {body|Hội Nông dân}. Trước đó, tại hội nghị ngày "
        "2/8, {body|Sở Y tế} đã báo cáo."
    )
    assert told(text) == [
        {"kind": "Meeting", "start": "2025-08", "attendees": ["Lý Thị Bông", "Hội Nông dân"]},
        {"kind": "Conference", "start": "2025-08-02", "attendees": ["Sở Y tế"]},
    ]
