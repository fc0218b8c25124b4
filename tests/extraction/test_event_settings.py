"""Events: what the words around a gathering take for granted, one small article for each form (see conftest)."""

from collections.abc import Callable

import pytest

from camket.graph.documents.document import Document
from camket.graph.extraction import pipeline

Told = Callable[[str], list[dict[str, object]]]

KHOAN = "{person|ông Đỗ Văn Khoan|Đỗ Văn Khoan}"
BONG = "{person|bà Lý Thị Bông|Lý Thị Bông}"

FORMS = [
    pytest.param(
        "Con số ấy được đưa ra tại hội nghị tổng kết, triển khai nhiệm vụ do {body|Sở Thuế} tổ chức chiều 5/8 tại "
        "{place|Vinh}.",
        ("Conference", "2025-08-05", "Vinh", ["Sở Thuế"]),
        id="the organizer after a topic",
    ),
    pytest.param(
        "Hai câu hỏi phủ kín hội nghị kết nối về vốn do {body|Sở Thuế} tổ chức tại {place|Vinh} ngày 5/8.",
        ("Conference", "2025-08-05", "Vinh", ["Sở Thuế"]),
        id="held by somebody, whatever stands before",
    ),
    pytest.param(
        "Mục tiêu được " + BONG + " nêu ra tại buổi gặp mặt ngày 5/8.",
        ("Meeting", "2025-08-05", None, ["Lý Thị Bông"]),
        id="said out at it",
    ),
    pytest.param(
        "Dự buổi gặp mặt ngày 5/8, {person|bà Lý Thị Bông, Trưởng đại diện Quỹ Lúa|Lý Thị Bông} tại {place|Tavoria}, "
        "bày tỏ mong muốn lúa tốt.",
        ("Meeting", "2025-08-05", None, ["Lý Thị Bông"]),
        id="where somebody is posted is not where it is held",
    ),
    pytest.param(
        "Tin ấy đến trong khi " + KHOAN + " tham dự một hội thảo tại {place|Vinh} ngày 5/8.",
        ("Conference", "2025-08-05", "Vinh", ["Đỗ Văn Khoan"]),
        id="in a clause of its own",
    ),
    pytest.param(
        KHOAN + " trong buổi lễ khởi động tại {place|Vinh} hôm 5/8 - Ảnh: Xuân Hôm 6/8, {body|Sở Thuế} mở quầy.",
        ("Ceremony", "2025-08-05", "Vinh", ["Đỗ Văn Khoan"]),
        id="the credit of a photo ends it",
    ),
    pytest.param(
        "Sáng 5/8, làm việc với {body|Sở Thuế}, " + KHOAN + " đề nghị giảm phí.",
        ("WorkingSession", "2025-08-05", None, ["Sở Thuế", "Đỗ Văn Khoan"]),
        id="the doer after a verb that opens the sentence",
    ),
    pytest.param(
        "Sáng 5/8, tại {place|Vinh}, " + KHOAN + " đối thoại với hơn 200 hộ nuôi cá.",
        ("Meeting", "2025-08-05", "Vinh", ["Đỗ Văn Khoan"]),
        id="with many who have no name",
    ),
    pytest.param(
        "Trong hai ngày 4 và 5/8, {body|Sở Y tế} và {body|Sở Thuế} tổ chức diễn tập chung.",
        ("OtherGathering", "2025-08-04", None, ["Sở Y tế", "Sở Thuế"]),
        id="exercises",
    ),
    pytest.param(
        "Ngày 5/8, {body|Sở Y tế} khởi công trạm xá mới.",
        ("Ceremony", "2025-08-05", None, ["Sở Y tế"]),
        id="a work begun on a day",
    ),
    pytest.param(
        "Sáng 5/8, tại {place|Vinh}, {body|Sở Y tế} trao 20 con bò giống.",
        ("Ceremony", "2025-08-05", "Vinh", ["Sở Y tế"]),
        id="gifts handed over on a day at a place",
    ),
    pytest.param(
        "Sáng 5/8, tại {place|Vinh}, {body|Sở Y tế}, {body|Sở Thuế} công bố kế hoạch giúp dân.\nPhát biểu tại buổi "
        "tiếp nhận, " + BONG + " nói dân đang cần.",
        ("Ceremony", "2025-08-05", "Vinh", ["Sở Y tế", "Sở Thuế", "Lý Thị Bông"]),
        id="the lead says when, where and who",
    ),
    pytest.param(
        "{person|Thủ tướng Đỗ Văn Khoan|Đỗ Văn Khoan} và người đồng cấp {place|Tavoria} {person|Andrei Velk} đã hội "
        "kiến ở {place|Belgor} ngày 5/8.",
        ("Meeting", "2025-08-05", "Belgor", ["Đỗ Văn Khoan", "Andrei Velk"]),
        id="two who met, and no country between them",
    ),
    pytest.param(
        "Ngày 5/8, {body|Sở Y tế} cùng ký kết hai biên bản ghi nhớ với {body|Sở Thuế}.",
        ("Signing", "2025-08-05", None, ["Sở Y tế", "Sở Thuế"]),
        id="papers signed, however many",
    ),
]


@pytest.mark.parametrize(("text", "event"), FORMS)
def test_forms(told: Told, text: str, event: tuple[str, str, str | None, list[str]]) -> None:
    found = [(e["kind"], e["start"], e.get("location"), e.get("attendees")) for e in told(text)]
    assert found == [event]


NO_EVENTS = [
    "Lính canh trong một cuộc diễu hành với {body|Sở Y tế}.",
    "{body|Sở Y tế} trao 20 con bò giống cho dân trong năm qua.",
    "Dự kiến ngày 5/8, {body|Sở Y tế} khởi công trạm xá.",
]


@pytest.mark.parametrize("text", NO_EVENTS)
def test_what_is_no_event(told: Told, text: str) -> None:
    assert told(text) == []


def test_what_follows_at_once_is_of_the_same_day(told: Told) -> None:
    text = (
        "Chiều 5/8, {body|Sở Y tế} họp với {body|Hội Nông dân}.\nNgay sau cuộc họp, {body|Sở Y tế} và "
        "{body|Sở Thuế} ký thỏa thuận hợp tác."
    )
    assert [(event["kind"], event["start"]) for event in told(text)] == [
        ("Meeting", "2025-08-05"),
        ("Signing", "2025-08-05"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "{person|Ông Quách Minh Tề|Quách Minh Tề}, người trồng chè, nay là Chủ tịch Hội, mong giá tăng.",
        "{person|Ông Quách Minh Tề|Quách Minh Tề} (xã Mai Hạ), đại diện cho {person|bà Lò Thị Chăn|Lò Thị Chăn}, nói.",
        "{person|Ông Quách Minh Tề|Quách Minh Tề} trao bằng khen cho các hộ trồng chè.",
    ],
)
def test_who_speaks_or_acts_there_is_there(told: Told, sentence: str) -> None:
    text = "Sáng 5/8, tại {place|Vinh}, {body|Sở Y tế} tổ chức hội nghị về chè.\n" + sentence
    assert [event["attendees"] for event in told(text)] == [["Sở Y tế", "Quách Minh Tề"]]


def test_what_the_lead_takes_for_granted_is_of_the_month_of_publication() -> None:
    text = "Tại cuộc họp, ông Đỗ Văn Khoan, Giám đốc Sở Y tế tỉnh Sơn La, cho biết dịch đã lùi."
    read = pipeline.read(pipeline.load(), Document("a", text, "", published="2025-08-20"))
    assert [event.start for event in read.events] == ["2025-08"]
