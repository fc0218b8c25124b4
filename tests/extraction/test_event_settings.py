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
    pytest.param(
        "Sáng 5/8, {body|Sở Y tế} mời {body|Sở Thuế} và {body|Hội Nông dân} đến hội trường trả lời dân.",
        ("Meeting", "2025-08-05", None, ["Sở Y tế", "Sở Thuế", "Hội Nông dân"]),
        id="made to come",
    ),
    pytest.param(
        "{body|Bộ Ngoại giao Tavoria} hôm 5/8 đã cho triệu {person|ông Andrei Velk|Andrei Velk} để phản đối.",
        ("Meeting", "2025-08-05", None, ["Bộ Ngoại giao Tavoria", "Andrei Velk"]),
        id="an envoy summoned",
    ),
    pytest.param(
        "Tại cuộc họp ngày 5/8, sau khi nghe " + KHOAN + " báo cáo về dịch, " + BONG + " yêu cầu dập dịch.",
        ("Meeting", "2025-08-05", None, ["Đỗ Văn Khoan", "Lý Thị Bông"]),
        id="who reports there is there",
    ),
    pytest.param(
        "Chuyên gia của {body|Quỹ Lúa} tại buổi công bố báo cáo sáng 5/8 tại {place|Vinh}.",
        ("Ceremony", "2025-08-05", "Vinh", ["Quỹ Lúa"]),
        id="there through its experts, at what is about a report",
    ),
    pytest.param(
        "Thông cáo nhắc lại cam kết của " + KHOAN + " đưa ra trong chuyến thăm {place|Tavoria} tháng 7 vừa qua.",
        ("Visit", "2025-07", "Tavoria", ["Đỗ Văn Khoan"]),
        id="whose visit it was, from what was said in it",
    ),
    pytest.param(
        "Sáng 5/8, "
        + KHOAN
        + " và {body|Đoàn Cần Thơ} tiếp xúc cử tri tại {place|Vinh} sau kỳ họp thứ 7, {body|Hội đồng}.",
        ("Meeting", "2025-08-05", "Vinh", ["Đỗ Văn Khoan", "Đoàn Cần Thơ"]),
        id="a word in a name forbids nothing, and a session before is another's",
    ),
    pytest.param(
        KHOAN + " đã trao quyết định bổ nhiệm cho " + BONG + " vào sáng 5/8.",
        ("Ceremony", "2025-08-05", None, ["Đỗ Văn Khoan", "Lý Thị Bông"]),
        id="handed to somebody",
    ),
    pytest.param(
        "Sáng 5/8, {body|Tòa án Sơn Giang} mở phiên tòa xét xử {person|bị cáo Đỗ Văn Khoan|Đỗ Văn Khoan} về tội trộm.",
        ("OtherGathering", "2025-08-05", None, ["Tòa án Sơn Giang", "Đỗ Văn Khoan"]),
        id="who is tried is there",
    ),
    pytest.param(
        "Chiều 5/8, " + KHOAN + " dâng hương tại Nghĩa trang liệt sĩ quốc gia Mai Hạ.",
        ("Ceremony", "2025-08-05", "Nghĩa trang liệt sĩ quốc gia Mai Hạ", ["Đỗ Văn Khoan"]),
        id="a site named after its kind",
    ),
    pytest.param(
        "Chiều 5/8, tại {place|Vinh}, " + KHOAN + " tiếp " + BONG + " đến chào từ biệt.",
        ("Reception", "2025-08-05", "Vinh", ["Đỗ Văn Khoan", "Lý Thị Bông"]),
        id="a call is the reception it is told with",
    ),
    pytest.param(
        "Tối 5/8, tại {place|Vinh}, {body|Sở Văn hóa} tổ chức chương trình nghệ thuật.\n" + KHOAN + " dự chương trình.",
        ("OtherGathering", "2025-08-05", "Vinh", ["Sở Văn hóa", "Đỗ Văn Khoan"]),
        id="who came, though nobody speaks",
    ),
    pytest.param(
        "Sáng 5/8, " + KHOAN + " dự lễ khánh thành {body|Nhà máy Lúa} tại {place|Vinh}.",
        ("Ceremony", "2025-08-05", "Vinh", ["Đỗ Văn Khoan"]),
        id="what is opened is not there",
    ),
    pytest.param(
        "Từ sáng 5/8, " + KHOAN + " chủ trì họp trực tuyến với 34 tỉnh.",
        ("Meeting", "2025-08-05", None, ["Đỗ Văn Khoan"]),
        id="a meeting online that is chaired",
    ),
    pytest.param(
        "Lễ ký diễn ra chiều 5/8 tại {place|Belgor}, dưới sự chứng kiến của " + BONG + ".",
        ("Signing", "2025-08-05", "Belgor", ["Lý Thị Bông"]),
        id="witnessed",
    ),
    pytest.param(
        "Có mặt tại hiện trường sáng 5/8, " + KHOAN + " yêu cầu di dời dân.",
        ("Inspection", "2025-08-05", None, ["Đỗ Văn Khoan"]),
        id="at the scene",
    ),
    pytest.param(
        "Buổi làm việc có sự tham dự của " + KHOAN + " và " + BONG + ".\nBuổi làm việc diễn ra chiều 5/8.",
        ("WorkingSession", "2025-08-05", None, ["Đỗ Văn Khoan", "Lý Thị Bông"]),
        id="attended by",
    ),
    pytest.param(
        KHOAN + " cùng đoàn công tác kiểm tra tiến độ đào kênh chiều 5/8.",
        ("Inspection", "2025-08-05", None, ["Đỗ Văn Khoan"]),
        id="with a team",
    ),
    pytest.param(
        KHOAN + " hôm 5/8 đến {place|Vinh} khảo sát dự án cảng.",
        ("Inspection", "2025-08-05", "Vinh", ["Đỗ Văn Khoan"]),
        id="where one comes to inspect",
    ),
    pytest.param(
        "Sáng 5/8, {body|Sở Y tế} tổ chức họp báo tại Nhà tang lễ Quốc gia số 5.",
        ("PressConference", "2025-08-05", "Nhà tang lễ Quốc gia", ["Sở Y tế"]),
        id="a site whose name has a word of two syllables",
    ),
]


@pytest.mark.parametrize(("text", "event"), FORMS)
def test_forms(told: Told, text: str, event: tuple[str, str, str | None, list[str]]) -> None:
    found = [(e["kind"], e["start"], e.get("location"), e.get("attendees")) for e in told(text)]
    assert found == [event]


NO_EVENTS = [
    "Phóng viên đã có cuộc trao đổi với " + KHOAN + " ngày 5/8.",
    "Ở chùa có cây bồ đề do " + KHOAN + " tặng, viếng chùa Mai Hạ ngày 5/8 là nên.",
    "Trong trận chung kết, {body|Đội Sông Lam} gặp {body|Đội Cửa Lò}.",
    "{body|Sở Y tế} mời {body|Sở Thuế} góp 20 triệu đồng trong tháng 8.",
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


def test_a_delegation_goes_on_from_body_to_body(told: Told) -> None:
    text = (
        "Sáng 5/8, "
        + KHOAN
        + " làm việc với {body|Sở Thuế}.\nTrước đó, ngày 4/8, đoàn thăm {body|Viện Lúa} và khảo sát "
        "thực tế tại {place|Vũng Rô}.\nNgày 3/8, đoàn thăm {body|Viện Chè}."
    )
    assert [(event["kind"], event["start"], event["attendees"]) for event in told(text)] == [
        ("WorkingSession", "2025-08-05", ["Đỗ Văn Khoan", "Sở Thuế"]),
        ("Visit", "2025-08-04", ["Đỗ Văn Khoan", "Viện Lúa"]),
        ("Inspection", "2025-08-04", ["Đỗ Văn Khoan"]),
        ("Visit", "2025-08-03", ["Đỗ Văn Khoan", "Viện Chè"]),
    ]


def test_who_comes_to_inspect_is_told_by_somebody(told: Told) -> None:
    text = (
        "Ngày 6/8, "
        + BONG
        + " cho biết hôm 4/8, {body|đoàn kiểm tra của Sở Y tế} đến {place|chợ Vinh} để kiểm tra rau."
    )
    assert [(event["kind"], event["start"], event["attendees"]) for event in told(text)] == [
        ("Inspection", "2025-08-04", ["đoàn kiểm tra của Sở Y tế"])
    ]


def test_who_meets_two_one_after_the_other_meets_twice(told: Told) -> None:
    text = (
        "Ngày 5/8, {person|Thủ tướng Đỗ Văn Khoan|Đỗ Văn Khoan} điện đàm với {person|Andrei Velk}.\nÔng cũng vừa có "
        "chuyến thăm {place|Tavoria}, nơi {person|ông Khoan|Đỗ Văn Khoan} gặp {person|bà Irma Sol|Irma Sol}."
    )
    assert [(event["kind"], event["attendees"]) for event in told(text)] == [
        ("Meeting", ["Đỗ Văn Khoan", "Andrei Velk"]),
        ("Meeting", ["Đỗ Văn Khoan", "Irma Sol"]),
    ]


def test_who_speaks_at_a_press_conference_speaks_soon(told: Told) -> None:
    text = (
        "Ngày 5/8, {body|Sở Y tế} họp báo.\n"
        + BONG
        + " nói dịch lùi.\nTrời mưa.\nTrời nắng.\nTrời gió.\n"
        + KHOAN
        + " nói thêm."
    )
    assert [event["attendees"] for event in told(text)] == [["Sở Y tế", "Lý Thị Bông"]]


def test_the_day_that_opens_a_sentence_is_that_of_all_it_tells(told: Told) -> None:
    text = (
        "Ngày 3/8, trong chuyến thăm và làm việc tại {place|Vinh}, " + KHOAN + " đã dâng hương tại {place|chùa Mai Hạ}."
    )
    assert [(event["kind"], event["start"], event["location"]) for event in told(text)] == [
        ("Visit", "2025-08-03", "Vinh"),
        ("Ceremony", "2025-08-03", "chùa Mai Hạ"),
    ]


def test_only_one_is_the_visitor_and_the_other_is_met(told: Told) -> None:
    text = (
        "Trong chuyến thăm {place|Tavoria}, {person|Thủ tướng Đỗ Văn Khoan|Đỗ Văn Khoan} đã gặp {person|Andrei Velk} "
        "tại {place|Belgor}."
    )
    assert [(event["kind"], event["attendees"]) for event in told(text)] == [
        ("Visit", ["Đỗ Văn Khoan"]),
        ("Meeting", ["Đỗ Văn Khoan", "Andrei Velk"]),
    ]


def test_who_speaks_now_did_not_speak_weeks_ago(told: Told) -> None:
    text = BONG + " tại lễ khai mạc hôm 2/7 tại {place|Vinh}.\n" + KHOAN + " nói hội đã tàn."
    assert [event["attendees"] for event in told(text)] == [["Lý Thị Bông"]]


def test_what_the_lead_takes_for_granted_is_of_the_month_of_publication() -> None:
    text = "Tại cuộc họp, ông Đỗ Văn Khoan, Giám đốc Sở Y tế tỉnh Sơn La, cho biết dịch đã lùi."
    read = pipeline.read(pipeline.load(), Document("a", text, "", published="2025-08-20"))
    assert [event.start for event in read.events] == ["2025-08"]
