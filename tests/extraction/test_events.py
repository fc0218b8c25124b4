"""Events: whole outputs on small articles with invented people.

The entity components have their own tests: here who is who is marked in the text, {person|phrase|name}, {body|...},
{place|...}; the pipeline's own components do the rest.
"""

import re

import pytest
import spacy

from camket.graph.documents.document import Document
from camket.graph.extraction import dates, events, pipeline, quotations
from camket.graph.extraction.reading import DraftEntity, Phrase, Reading
from camket.graph.facts import EntityKind, Span

REGISTERED = (dates, events, pipeline, quotations)  # importing them registers the components and the extension

_MARK = re.compile(r"\{(person|body|place)\|([^|}]*)(?:\|([^}]*))?\}")
BEFORE = ("camket_sentences", "camket_quotations", "camket_dates")

NLP = spacy.blank("xx", config={"nlp": {"tokenizer": {"@tokenizers": "camket.syllables.v1"}}})
for component in BEFORE:
    NLP.add_pipe(component)


def read(marked: str, published: str = "2025-08-06") -> Reading:
    """The reading of `marked`, whose marks become phrases and entities, after camket_events."""
    text, found, last = "", [], 0
    for mark in _MARK.finditer(marked):
        text += marked[last : mark.start()]
        kind, phrase, name = EntityKind(mark[1]), mark[2], mark[3] or mark[2]
        inner = len(text) + phrase.find(name) if name in phrase else len(text)
        found.append((Span(len(text), len(text) + len(phrase)), Span(inner, inner + len(name)), name, kind))
        text += phrase
        last = mark.end()
    text += marked[last:]
    doc = NLP.make_doc(text)
    doc._.reading = reading = Reading.of(doc, Document("a", text, "", published=published))
    doc = NLP(doc)
    for span, name_span, name, kind in found:
        entity = reading.entities.setdefault(name, DraftEntity(name, kind, name))
        entity.mentions.append(span)
        reading.phrases.append(Phrase(span, name_span, name, kind))
    events.events(doc)
    return reading


def told(marked: str, published: str = "2025-08-06") -> list[dict[str, object]]:
    """The events of `marked` as plain dicts, empty slots left out; places by name."""
    reading = read(marked, published)
    out: list[dict[str, object]] = []
    for event in reading.events:
        slots: dict[str, object] = {
            "kind": event.kind.value,
            "start": event.start,
            "end": event.end,
            "location": event.location and reading.entities[event.location].name,
            "attendees": list(event.attendees),
            "organizer": event.organizer,
            "chair": event.chair,
        }
        out.append({name: value for name, value in slots.items() if value})
    return out


DELEGATION = (
    "Sáng 5/8, tại {place|phường Mai Hạ}, {body|đoàn công tác của Bộ Thủy lợi} do {person|đồng chí Đỗ Văn Khoan, "
    "Thứ trưởng Bộ Thủy lợi|Đỗ Văn Khoan} làm trưởng đoàn đã có buổi làm việc với {body|Ban Thường vụ Tỉnh ủy Sơn "
    "Giang} về hồ chứa nước. Tiếp và làm việc với đoàn có các đồng chí: {person|Lý Thị Bông, Bí thư Tỉnh ủy|Lý Thị "
    "Bông}; {person|Phan Tất Đạt, Chủ tịch UBND tỉnh|Phan Tất Đạt}.\n"
    "Phát biểu tại buổi làm việc, {person|ông Quách Minh Tề, Giám đốc Sở Xây dựng|Quách Minh Tề}, cho biết tỉnh đã "
    "giao đất. {person|Bí thư Lý Thị Bông|Lý Thị Bông} nhấn mạnh tỉnh sẽ hội ý với {body|Sở Tài chính}.\n"
)


def test_a_working_session_is_one_event_however_often_it_is_taken_up() -> None:
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


def test_evidence_is_the_clause_and_context_says_where_the_rest_is_from() -> None:
    reading = read(DELEGATION)
    event = reading.events[0]
    assert reading.slice(event.evidence).startswith("Sáng 5/8, tại phường Mai Hạ, đoàn công tác")
    assert reading.slice(event.evidence).endswith("về hồ chứa nước.")
    assert [reading.slice(span) for span in event.context] == [
        "Lý Thị Bông, Bí thư Tỉnh ủy",
        "Phan Tất Đạt, Chủ tịch UBND tỉnh",
        "ông Quách Minh Tề, Giám đốc Sở Xây dựng",
    ]


def test_who_chairs_and_who_holds_it() -> None:
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


def test_what_is_signed_at_a_conference_shares_its_day_and_place() -> None:
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


def test_a_visit_is_the_frame_of_what_happens_in_it() -> None:
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


def test_a_venue_that_no_list_names_becomes_a_place() -> None:
    reading = read(
        "Chiều 5/8, tại trụ sở {body|Bộ Thủy lợi}, {person|Thứ trưởng Đỗ Văn Khoan|Đỗ Văn Khoan} trao quyết định "
        "bổ nhiệm {person|ông Lò Văn Pành|Lò Văn Pành} giữ chức Cục trưởng."
    )
    (event,) = reading.events
    assert event.kind == "Ceremony"
    assert event.location
    venue = reading.entities[event.location]
    assert (venue.kind, venue.name, venue.category) == (EntityKind.PLACE, "trụ sở Bộ Thủy lợi", "Place")
    assert [reading.slice(span) for span in venue.mentions] == ["trụ sở Bộ Thủy lợi"]


def test_the_dateline_is_no_part_of_the_evidence() -> None:
    outlet = "{body|Báo Sông} Online - Ngày 4/8, {person|ông Đỗ Văn Khoan|Đỗ Văn Khoan} làm việc với {body|Sở Y tế}."
    assert told(outlet)[0]["attendees"] == ["Đỗ Văn Khoan", "Sở Y tế"]
    reading = read("SGO - (Sơn Giang) - Sáng 5/8, {person|ông Phan Tất Đạt|Phan Tất Đạt} làm việc với {body|Sở Y tế}.")
    assert [reading.slice(event.evidence) for event in reading.events] == [
        "Sáng 5/8, ông Phan Tất Đạt làm việc với Sở Y tế."
    ]


def test_where_it_was_signed_may_be_told_later() -> None:
    text = (
        "Ngày 4/8, {body|Tập đoàn Orlind} và {body|Công ty Lúa Vàng} đã ký hợp đồng. Hợp đồng được ký kết tại Đại lễ "
        "đường Nhân dân ở {place|Belgor}."
    )
    assert told(text) == [
        {
            "kind": "Signing",
            "start": "2025-08-04",
            "location": "Đại lễ đường Nhân dân",
            "attendees": ["Tập đoàn Orlind", "Công ty Lúa Vàng"],
        }
    ]


def test_states_sign_and_meet() -> None:
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


def test_what_is_past_and_only_mentioned_is_an_event_of_its_own() -> None:
    text = (
        "Ba tháng sau buổi làm việc ngày 5/5 giữa {body|Bộ Thủy lợi} và {body|Tỉnh ủy Sơn Giang}, hồ vẫn cạn. Thông "
        "tin được {body|UBND tỉnh Sơn Giang} nêu tại cuộc họp báo chiều 4/8. {person|Ông Phan Tất Đạt|Phan Tất Đạt} "
        "vắng mặt tại họp báo."
    )
    assert told(text) == [
        {"kind": "WorkingSession", "start": "2025-05-05", "attendees": ["Bộ Thủy lợi", "Tỉnh ủy Sơn Giang"]},
        {"kind": "PressConference", "start": "2025-08-04", "attendees": ["UBND tỉnh Sơn Giang"]},
    ]


def test_inspections_and_meetings_with_voters() -> None:
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
def test_no_gathering_no_event(text: str) -> None:
    assert told(text) == []


def test_who_is_quoted_on_another_matter_or_named_in_what_is_said_was_not_there() -> None:
    text = (
        "Sáng 5/8, {person|ông Phan Tất Đạt|Phan Tất Đạt} làm việc với {body|Công ty Lúa Vàng}. {person|Ông Phan Tất "
        "Đạt|Phan Tất Đạt} đề nghị {person|bà Lý Thị Bông|Lý Thị Bông} báo cáo {body|Bộ Tài chính}."
    )
    assert told(text) == [
        {"kind": "WorkingSession", "start": "2025-08-05", "attendees": ["Phan Tất Đạt", "Công ty Lúa Vàng"]}
    ]


def test_who_is_remembered_and_who_owns_the_hall_are_not_there() -> None:
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


def test_verbs_in_a_row_share_their_subject_and_no_object() -> None:
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


def test_what_takes_place_during_a_festival_has_its_month() -> None:
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
    reading = read(
        "Ngày 4/8, {person|Cục trưởng Cục Đê Lò Văn Pành|Lò Văn Pành} ký hợp đồng với {body|Tập đoàn Orlind}."
    )
    assert [event.attendees for event in reading.events] == [("Lò Văn Pành", "Tập đoàn Orlind")]
