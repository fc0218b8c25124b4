"""Events that an article only takes for granted, and those that are still to come (articles of 6 August 2025)."""

from collections.abc import Callable

import pytest
from spacy.language import Language

from camket.graph.documents.document import Document
from camket.graph.extraction import pipeline

Told = Callable[[str], list[dict[str, object]]]

KHOAN = "{person|Giám đốc Sở Nội vụ Đỗ Văn Khoan|Đỗ Văn Khoan}"
BONG = "{person|bà Lý Thị Bông|Lý Thị Bông}"
PHAN = "{person|Chủ tịch Hội Phan Tất Đạt|Phan Tất Đạt}"
LAM = "{body|Công ty Lâm Sản}"
SAID = "cho biết việc trồng rừng năm nay chậm hơn mọi năm"


@pytest.mark.parametrize(
    "taken",
    [
        f"Rừng đã xanh trở lại. Đường cũng xong. Phát biểu tại buổi lễ, {KHOAN} {SAID}.",
        f"Rừng đã xanh trở lại. Đường cũng xong. Tại cuộc họp, {KHOAN} {SAID}.",
    ],
)
def test_the_gathering_an_article_is_about_was_in_the_month_of_the_article(told: Told, taken: str) -> None:
    (event,) = told(taken)
    assert (event["start"], event["attendees"]) == ("2025-08", ["Đỗ Văn Khoan"])


def test_one_told_among_days_long_past_bears_no_month(told: Told) -> None:
    (event,) = told(f"Chuyện bắt đầu từ ngày 3/5/2021. Tại cuộc họp, {KHOAN} {SAID}.")
    assert "start" not in event


def test_who_was_heard_before_the_article_names_its_gathering_was_there(told: Told) -> None:
    (event,) = told(
        f"{KHOAN} {SAID}. {PHAN} đề nghị xã giao thêm đất cho các hộ nghèo. Tại buổi làm việc, {BONG} {SAID}."
    )
    assert event["attendees"] == ["Đỗ Văn Khoan", "Phan Tất Đạt", "Lý Thị Bông"]


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        (f"Đại diện {LAM} cam kết trồng bù 20 ha rừng ngay trong vụ này.", True),
        (f"“Chúng tôi sẽ trồng bù 20 ha rừng ngay trong vụ này”, {BONG} - người trồng rừng - kể.", True),
        (f"Trao đổi với phóng viên, {BONG} cho rằng mức bồi thường ấy vẫn còn quá thấp.", False),
        (f"Còn {BONG} viết trên trang cá nhân rằng mức bồi thường ấy vẫn còn quá thấp.", False),
    ],
)
def test_who_is_heard_while_the_article_tells_of_a_meeting_was_there(told: Told, said: str, heard: bool) -> None:
    (event,) = told(f"Sáng 5/8, {KHOAN} chủ trì cuộc họp bàn việc trồng rừng. {said}")
    assert (len(event["attendees"]) > 1) is heard  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "planned",
    [
        "Ngày 20/8, {body|Sở Nội vụ} tổ chức hội nghị tại {place|Vinh}.",
        "{body|Sở Nội vụ} sẽ tổ chức hội nghị tại {place|Vinh}.",
        "Hội nghị do {body|Sở Nội vụ} chủ trì dự kiến diễn ra tại {place|Vinh}.",
    ],
)
def test_what_is_still_to_come_is_no_event(told: Told, planned: str) -> None:
    assert told(planned) == []


@pytest.mark.parametrize("credit", ["(Ảnh: {person|Tô Vẽ}/Báo Rừng) ", "{person|Tô Vẽ}/Báo Rừng) ", "( Kinh tế ) - "])
def test_the_credit_of_a_photo_is_no_part_of_the_sentence(told: Told, credit: str) -> None:
    (event,) = told(f"{credit}Sáng 5/8, {KHOAN} dự lễ khánh thành cầu Bản Mạ.")
    assert event["attendees"] == ["Đỗ Văn Khoan"]


def test_a_photo_names_the_gathering_by_another_word(told: Told) -> None:
    (event,) = told(f"Các đại biểu tại buổi làm việc. Tại buổi tiếp, {KHOAN} cảm ơn {BONG}.")
    assert event["kind"] == "Reception"


def test_a_working_session_after_a_meeting_is_the_meeting(told: Told) -> None:
    (event,) = told(f"Sáng 5/8, {KHOAN} họp với {LAM}. Tại buổi làm việc này, {BONG} {SAID}.")
    assert (event["kind"], event["attendees"]) == ("Meeting", ["Đỗ Văn Khoan", "Công ty Lâm Sản", "Lý Thị Bông"])


def test_what_follows_a_gathering_told_before_was_on_its_day(told: Told) -> None:
    first, second = told(
        f"Sáng 5/8, {KHOAN} tiếp {BONG}. Sau buổi tiếp, {LAM} và {{body|Hội Rừng}} ký biên bản hợp tác."
    )
    assert (first["kind"], second["kind"], second["start"]) == ("Reception", "Signing", "2025-08-05")


def test_who_owns_what_is_inspected_is_visited(told: Told) -> None:
    (event,) = told(f"Sáng 5/8, {KHOAN} kiểm tra khu sấy gỗ của {LAM}.")
    assert event["attendees"] == ["Đỗ Văn Khoan", "Công ty Lâm Sản"]


def test_several_talks_with_those_named_are_told_as_one(told: Told) -> None:
    (event,) = told(f"Sáng 5/8, trong các cuộc gặp với {BONG} và {PHAN}, {KHOAN} {SAID}.")
    assert set(event["attendees"]) == {"Đỗ Văn Khoan", "Lý Thị Bông", "Phan Tất Đạt"}  # type: ignore[call-overload]


def test_a_day_up_to_which_is_counted_is_no_day_of_a_gathering(told: Told) -> None:
    (event,) = told(f"{KHOAN} kiểm tra khu sấy gỗ tại {{place|Vinh}}, nơi đến ngày 5/8 còn 20 lò.")
    assert "start" not in event


def test_what_is_reported_as_follows_is_not_where_it_is_reported(told: Told) -> None:
    (event,) = told(f"Tại cuộc họp sáng 5/8, {KHOAN} báo cáo như sau: ngày 2/8, {BONG} phát hiện rừng cháy.")
    assert (event["start"], event["attendees"]) == ("2025-08-05", ["Đỗ Văn Khoan"])


def test_countries_whose_people_came_were_there(nlp: Language) -> None:
    text = (
        "Sáng 5/8, Bộ trưởng Bộ Quốc phòng Đỗ Văn Khoan dự cuộc diễn tập. Cùng dự có quan sát viên quân sự đến từ "
        "Nhật Bản, Hàn Quốc."
    )
    reading = pipeline.read(nlp, Document("a", text, "", published="2025-08-06"))
    (event,) = reading.events
    there = {reading.entities[key].name for key in event.attendees}
    assert there == {"Đỗ Văn Khoan", "Nhật Bản", "Hàn Quốc"}


@pytest.mark.parametrize(
    ("told_of", "kind"),
    [
        ("Sáng 5/8, {body|Công ty Lâm Sản} họp Đại hội đồng cổ đông tại {place|Vinh}.", "Congress"),
        ("Biểu tình chống nhà máy giấy tại {place|Vinh} hôm 5/8.", "OtherGathering"),
    ],
)
def test_congresses_of_shareholders_and_demonstrations_with_their_day(told: Told, told_of: str, kind: str) -> None:
    (event,) = told(told_of)
    assert (event["kind"], event["start"], event["location"]) == (kind, "2025-08-05", "Vinh")
