"""Events: the ways in which articles tell them and show who was there, read by the whole pipeline (14 March 2025)."""

import pytest
from spacy.language import Language

from camket.graph.documents.document import Document
from camket.graph.extraction import pipeline

Told = tuple[str, str | None, str | None, tuple[str, ...]]

LUC = "ông Trần Văn Lực"
SMITH, PETROV = "Ngoại trưởng Mỹ John Smith", "Ngoại trưởng Nga Ivan Petrov"


def told(nlp: Language, text: str) -> list[Told]:
    facts = pipeline.extract(nlp, Document("a", text, "", published="2025-03-14"))
    names = {entity.key: entity.name for entity in facts.entities}
    return [
        (e.kind.value, e.start, names.get(e.location or ""), tuple(names[a] for a in e.attendees)) for e in facts.events
    ]


TALKS = ("Meeting", "2025-03-12", None, ("John Smith", "Ivan Petrov"))


@pytest.mark.parametrize(
    ("text", "event"),
    [
        pytest.param(f"Theo hãng tin Reuters, ngày 12/3, {SMITH} đã hội đàm với {PETROV}.", TALKS, id="by an agency"),
        pytest.param(f"Điện Kremlin thông báo {SMITH} đã hội đàm với {PETROV} hôm 12/3.", TALKS, id="by a palace"),
        pytest.param(
            "Theo Bộ Ngoại giao, từ ngày 10 đến 12/3, Phó Thủ tướng Trần Văn Lực thăm chính thức Lào.",
            ("Visit", "2025-03-10", "Lào", ("Trần Văn Lực",)),
            id="a visit",
        ),
        pytest.param(
            "Bộ Y tế cho biết đã có buổi làm việc với Bộ Xây dựng hôm 12/3.",
            ("WorkingSession", "2025-03-12", None, ("Bộ Y tế", "Bộ Xây dựng")),
            id="who tells of it was there",
        ),
    ],
)
def test_what_is_told_as_done_in_somebodys_words_was_done(nlp: Language, text: str, event: Told) -> None:
    assert told(nlp, text) == [event]


@pytest.mark.parametrize(
    "text",
    [
        f"Theo hãng tin Reuters, {SMITH} sẽ hội đàm với {PETROV}.",
        f"Điện Kremlin thông báo {SMITH} muốn hội đàm với {PETROV} hôm 12/3.",
        f"Theo chương trình, chiều 14/3 đến lượt Bộ trưởng Bộ Xây dựng {LUC} trả lời chất vấn.",
        "Hôm 12/3, Câu lạc bộ Hải Vân gặp các đối thủ mạnh.",
        "Ông Nông Văn Đẩu đứng chờ đoàn kiểm tra của tỉnh ở đầu thôn Đồng Vải từ sáng sớm 12/3.",
        "Cầu Bình Lục sẽ được khánh thành ngày 20/3 tại xã Hòa Lạc.",
        "Cầu Bình Lục được khánh thành ngày 5/6/2021 tại xã Hòa Lạc.",
    ],
)
def test_what_is_to_come_or_long_past_is_no_event(nlp: Language, text: str) -> None:
    assert told(nlp, text) == []


@pytest.mark.parametrize(
    ("text", "event"),
    [
        pytest.param(
            "Cầu Bình Lục chính thức được khánh thành sáng 12/3 tại xã Hòa Lạc.",
            ("Ceremony", "2025-03-12", "xã Hòa Lạc", ()),
            id="a rite in the passive",
        ),
        pytest.param(
            f"Trả lời chất vấn sáng 12/3, {LUC}, Bộ trưởng Bộ Xây dựng, nhận lỗi.",
            ("Meeting", "2025-03-12", None, ("Trần Văn Lực",)),
            id="who answers in the house",
        ),
        pytest.param(
            f"Sáng 12/3, bà con xã Hòa Lạc đã đối thoại với {LUC}.",
            ("Meeting", "2025-03-12", None, ("Trần Văn Lực",)),
            id="many who meet one",
        ),
        pytest.param(
            f"Sáng 12/3, {LUC} đến thăm hỏi, động viên gia đình bà Nguyễn Thị Tám tại xã Hòa Lạc.",
            ("Visit", "2025-03-12", "xã Hòa Lạc", ("Trần Văn Lực", "Nguyễn Thị Tám")),
            id="who is called on",
        ),
        pytest.param(
            f"Sáng 12/3, tại Nhà khách tỉnh, Chủ tịch UBND tỉnh Sơn La {LUC[4:]}"
            " tiếp Đại sứ Lào tại Việt Nam Khamphao Ernthavanh.",
            ("Reception", "2025-03-12", "Nhà khách tỉnh", ("Trần Văn Lực", "Khamphao Ernthavanh")),
            id="a house of the province",
        ),
        pytest.param(
            f"Sáng 12/3, tại trụ sở Bộ Y tế ở Hà Nội, {LUC} tiếp Đại sứ Lào tại Việt Nam Khamphao Ernthavanh.",
            ("Reception", "2025-03-12", "trụ sở Bộ Y tế", ("Trần Văn Lực", "Khamphao Ernthavanh")),
            id="a house and its town",
        ),
        pytest.param(
            f"Ngày 12/3, {LUC}, Thứ trưởng Bộ Y tế, dẫn đầu đoàn công tác của Trung ương làm việc với Sở Y tế Hà Nội.",
            ("WorkingSession", "2025-03-12", None, ("Trần Văn Lực", "Sở Y tế Hà Nội")),
            id="who leads those who work with others",
        ),
        pytest.param(
            f"Sau khi kiểm tra công trường cầu Bình Lục sáng 12/3, {LUC} yêu cầu nhà thầu tăng ca.",
            ("Inspection", "2025-03-12", "công trường cầu Bình Lục", ("Trần Văn Lực",)),
            id="what one says after it",
        ),
        pytest.param(
            "Hội đồng nhân dân tỉnh Sơn La khóa XIV, sáng 12/3 đã thông qua 20 nghị quyết tại kỳ họp chuyên đề.",
            ("Meeting", "2025-03-12", None, ("Hội đồng nhân dân tỉnh Sơn La",)),
            id="what was done there, the day between",
        ),
        pytest.param(
            "Phát biểu tại phiên cấp cao Hội nghị các Bên tham gia Công ước khung của Liên hợp quốc ở Baku ngày 12/3,"
            f" {LUC}, Trưởng đoàn, nói rừng phải được giữ.",
            ("Conference", "2025-03-12", "Baku", ("Trần Văn Lực",)),
            id="a segment of a conference",
        ),
        pytest.param(
            f"Hôm 12/3, {LUC} xuống tận ruộng gặp bà con xã Hòa Lạc.",
            ("Meeting", "2025-03-12", None, ("Trần Văn Lực",)),
            id="one who meets many",
        ),
        pytest.param(
            "Ngày 12/3, tại Đại học Sơn La diễn ra tọa đàm về nghề. Khách mời là ông Trần Văn Lực và bà Lê Thị Hoa.",
            ("Conference", "2025-03-12", "Đại học Sơn La", ("Trần Văn Lực", "Lê Thị Hoa")),
            id="guests at a university",
        ),
        pytest.param(
            f"Tại cuộc gặp ở Geneva hôm 12/3, {SMITH} hứa với {PETROV} sẽ giảm thuế.",
            ("Meeting", "2025-03-12", "Geneva", ("John Smith", "Ivan Petrov")),
            id="to whom something is said where two meet",
        ),
        pytest.param(
            "Hôm 12/3, Đoàn kiểm tra của Sở Y tế Hà Nội còn tìm thấy ba thùng thịt ôi.",
            ("Inspection", "2025-03-12", None, ("Đoàn kiểm tra của Sở Y tế Hà Nội",)),
            id="inspectors who find something",
        ),
        pytest.param(
            "Chiều 12/3, Đại hội đại biểu Đảng bộ tỉnh Sơn La lần thứ XVII, nhiệm kỳ 2025-2030 đã bế mạc."
            f" Tại phiên bế mạc, {LUC} xin nhận lỗi.",
            ("Congress", "2025-03-12", None, ("Đảng bộ tỉnh Sơn La", "Trần Văn Lực")),
            id="a congress of delegates and its sittings",
        ),
        pytest.param(
            "Sự kiện Sóng Xanh do Công ty CP Sao Mai tổ chức ngày 12/3 tại Hà Nội thu hút 300 khách.",
            ("OtherGathering", "2025-03-12", "Hà Nội", ("Công ty CP Sao Mai",)),
            id="an event called no more",
        ),
    ],
)
def test_forms(nlp: Language, text: str, event: Told) -> None:
    assert told(nlp, text) == [event]


@pytest.mark.parametrize(
    ("text", "attendees"),
    [
        pytest.param(
            f"Tại cuộc họp báo sáng 12/3, {LUC}, Tổng giám đốc Công ty CP Sao Mai, cho biết hãng sẽ mua tàu mới.",
            ("Công ty CP Sao Mai", "Trần Văn Lực"),
            id="whose press conference it is",
        ),
        pytest.param(
            "Sáng 12/3, Công ty CP Sao Mai họp báo tại Hà Nội. Doanh thu năm ngoái tăng. Giá vé giảm. Khách đông hơn."
            " Bà Lê Thị Hoa, Giám đốc tài chính Công ty CP Sao Mai, cho biết hãng không vay thêm."
            " Bà Đỗ Thị Mận, giảng viên, cho rằng vé còn đắt.",
            ("Công ty CP Sao Mai", "Lê Thị Hoa"),
            id="long after only those of the host answer",
        ),
        pytest.param(
            "Sáng 12/3, UBND xã Hòa Lạc tổ chức hội nghị tại nhà văn hóa."
            " Ngồi hàng ghế cuối, bà Lê Thị Hoa nghe hết rồi về.",
            ("UBND xã Hòa Lạc", "Lê Thị Hoa"),
            id="who sits there",
        ),
        pytest.param(
            f"Sáng 12/3, Bộ Y tế làm việc với Bộ Xây dựng. Dự buổi làm việc, về phía Bộ Y tế có {LUC}, Thứ trưởng;"
            " về phía Bộ Xây dựng có bà Lê Thị Hoa, Vụ trưởng.",
            ("Bộ Y tế", "Bộ Xây dựng", "Trần Văn Lực", "Lê Thị Hoa"),
            id="lists of either side",
        ),
        pytest.param(
            f"Sáng 12/3, Bộ Y tế làm việc với Bộ Xây dựng. {LUC[:1].upper()}{LUC[1:]}, Thứ trưởng Bộ Y tế, và bà Lê Thị"
            " Hoa, Thứ trưởng Bộ Xây dựng, đồng chủ trì.",
            ("Bộ Y tế", "Bộ Xây dựng", "Trần Văn Lực", "Lê Thị Hoa"),
            id="two who chair it",
        ),
        pytest.param(
            f"Sáng 12/3, {LUC}, Bộ trưởng Bộ Xây dựng, kiểm tra cầu Bình Lục. Cầu dài 300 m. Vốn là 90 tỷ đồng. Đường"
            " dẫn còn dở. Bà Lê Thị Hoa, Giám đốc Sở Xây dựng Sơn La, cho biết mặt bằng đã sạch. Trụ đã xong. Dầm đã"
            f" đúc. Kết luận buổi kiểm tra, {LUC} yêu cầu nhà thầu tăng ca.",
            ("Trần Văn Lực", "Lê Thị Hoa"),
            id="who spoke before it was concluded",
        ),
        pytest.param(
            "Ngày 12/3, tại Hà Nội, Bộ Xây dựng tổ chức hội nghị về nhà ở. Tại hội nghị, Công ty CP Sao Mai, chủ đầu tư"
            " khu nhà ở Sông Xanh, cam kết giao 800 căn.",
            ("Bộ Xây dựng", "Công ty CP Sao Mai"),
            id="whose dwellings are elsewhere",
        ),
        pytest.param(
            f"Sáng 12/3, Báo Sơn La tổ chức ngày hội tư vấn tại Hà Nội. TS {LUC[4:]} giải đáp thắc mắc của học sinh.",
            ("Báo Sơn La", "Trần Văn Lực"),
            id="who speaks at a fair",
        ),
        pytest.param(
            "Ngày 12/3, Công ty CP Sao Mai và Công ty CP Hồng Hà ký hợp đồng tại Hà Nội. Thay mặt hai bên ký là"
            f" {LUC} và bà Lê Thị Hoa, trước sự chứng kiến của ông Đỗ Văn Khoan.",
            ("Công ty CP Sao Mai", "Công ty CP Hồng Hà", "Trần Văn Lực", "Lê Thị Hoa", "Đỗ Văn Khoan"),
            id="who signs for both",
        ),
    ],
)
def test_who_is_there(nlp: Language, text: str, attendees: tuple[str, ...]) -> None:
    assert [sorted(event[3]) for event in told(nlp, text)] == [sorted(attendees)]


def test_what_led_up_to_a_session_was_that_day(nlp: Language) -> None:
    text = (
        f"Ngày 12/3, {LUC}, Thứ trưởng Bộ Y tế, làm việc với Sở Y tế Hà Nội. Trước đó, ông Lực đã dâng hương tại"
        " Đài tưởng niệm các anh hùng liệt sĩ thành phố."
    )
    assert [(kind, start) for kind, start, _, _ in told(nlp, text)] == [
        ("WorkingSession", "2025-03-12"),
        ("Ceremony", "2025-03-12"),
    ]


def test_a_quarter_by_its_letter_ends_a_sentence(nlp: Language) -> None:
    text = f"Ngày 12/3, Bộ Y tế làm việc với Bộ Xây dựng về kết quả quý I. Cùng dự có {LUC}."
    assert told(nlp, text) == [("WorkingSession", "2025-03-12", None, ("Bộ Y tế", "Bộ Xây dựng", "Trần Văn Lực"))]


def test_a_house_sits_in_the_morning_and_in_the_afternoon(nlp: Language) -> None:
    text = "Sáng 12/3, Quốc hội nghe báo cáo về đất đai. Chiều 12/3, Quốc hội nghe báo cáo về nhà ở."
    assert told(nlp, text) == [("Meeting", "2025-03-12", None, ("Quốc hội",))] * 2


def test_two_who_meet_witness_what_is_signed(nlp: Language) -> None:
    text = (
        "Chiều 12/3, Chủ tịch nước Trần Văn Lực và Tổng thống Pháp Jean Martin tiến hành hội đàm. Sau hội đàm, hai nhà"
        " lãnh đạo chứng kiến lễ ký kết 5 văn kiện hợp tác."
    )
    two = ("Trần Văn Lực", "Jean Martin")
    assert told(nlp, text) == [("Meeting", "2025-03-12", None, two), ("Signing", "2025-03-12", None, two)]


def test_the_lead_tells_what_came_of_it_and_then_of_it(nlp: Language) -> None:
    text = (
        "Đó là điều đọng lại sau hội nghị ngày 12/3 giữa Bộ Y tế và Bộ Xây dựng tại Hà Nội. Bà Lê Thị Hoa, Thứ trưởng"
        " Bộ Y tế, nhắc lại rằng bệnh viện phải xong trong năm."
    )
    assert told(nlp, text) == [("Conference", "2025-03-12", "Hà Nội", ("Bộ Y tế", "Bộ Xây dựng", "Lê Thị Hoa"))]
