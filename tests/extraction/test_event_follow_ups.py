"""Events: what a later sentence adds to one, and what follows it on the same day (articles of 6 August 2025)."""

from collections.abc import Callable

import pytest

Told = Callable[[str], list[dict[str, object]]]

KHOAN = "{person|ông Đỗ Văn Khoan|Đỗ Văn Khoan}"
BONG = "{person|bà Lý Thị Bông|Lý Thị Bông}"
PHAN = "{person|ông Phan Tất Đạt|Phan Tất Đạt}"
RECEPTION = f"Sáng 5/8, {KHOAN} tiếp {BONG}. "
PARTY = "Sáng 5/8, {body|Đoàn kiểm tra số 9} làm việc với {body|Sở Thuế}. "


@pytest.mark.parametrize(
    "later",
    [
        f"Cùng tiếp có {PHAN}.",
        f"Về phía khách còn có {PHAN}.",
        f"Ngồi cùng bàn có {PHAN}.",
        "{person|Nguyên Bí thư Phan Tất Đạt|Phan Tất Đạt} cũng có mặt.",
    ],
)
def test_who_was_there_too_is_listed_in_the_next_sentence_of_what_is_told_on_the_way(told: Told, later: str) -> None:
    (event,) = told(RECEPTION + later)
    assert event["attendees"] == ["Đỗ Văn Khoan", "Lý Thị Bông", "Phan Tất Đạt"]


def test_who_is_listed_two_sentences_later_was_elsewhere(told: Told) -> None:
    (event,) = told(RECEPTION + f"Trời mưa to suốt buổi sáng. Cùng đi có {PHAN}.")
    assert event["attendees"] == ["Đỗ Văn Khoan", "Lý Thị Bông"]


@pytest.mark.parametrize(
    ("later", "kind", "day"),
    [
        ("Chiều cùng ngày, đoàn đã làm việc với {body|Sở Y tế}.", "WorkingSession", "2025-08-05"),
        ("Trước đó một ngày, đoàn đã làm việc với {body|Sở Y tế}.", "WorkingSession", "2025-08-04"),
        ("Hai ngày trước đó, đoàn cũng gặp gỡ {body|Sở Y tế}.", "Meeting", "2025-08-03"),
    ],
)
def test_the_delegation_goes_on_to_others_on_a_day_counted_from_the_one_told(
    told: Told, later: str, kind: str, day: str
) -> None:
    event = next(event for event in told(PARTY + later) if "Sở Y tế" in event["attendees"])  # type: ignore[operator]
    assert (event["kind"], event["start"]) == (kind, day)
    assert event["attendees"] == ["Đoàn kiểm tra số 9", "Sở Y tế"]


def test_what_came_next_was_on_the_same_day_but_elsewhere(told: Told) -> None:
    first, second = told(
        f"Sáng 5/8, {KHOAN} hội đàm với {BONG} tại {{place|Vinh}}. {PHAN[:8]}Ông Phan Tất Đạt|Phan Tất Đạt}} sau đó "
        f"tiếp {BONG}."
    )
    assert (first["location"], second["kind"], second["start"]) == ("Vinh", "Reception", "2025-08-05")
    assert "location" not in second


@pytest.mark.parametrize(
    ("text", "kind", "attendees"),
    [
        (
            "Lễ ký kết hợp đồng tín dụng giữa {body|Ngân hàng Sen} với {body|Tập đoàn Orlind}.",
            "Signing",
            ["Ngân hàng Sen", "Tập đoàn Orlind"],
        ),
        (
            "Hội đàm với {person|Tổng thống Mads Orlind|Mads Orlind} tại {place|Vinh}, "
            + KHOAN
            + " chủ yếu bàn về lúa.",
            "Meeting",
            ["Mads Orlind", "Đỗ Văn Khoan"],
        ),
        (f"Chiều 5/8, {KHOAN} đã kiểm tra công tác phòng cháy tại chợ Mai Hạ.", "Inspection", ["Đỗ Văn Khoan"]),
        (
            f"“Chúng tôi sẽ làm”, {KHOAN} nói với {BONG} trong chuyến thị sát chiều 5/8.",
            "Inspection",
            ["Đỗ Văn Khoan", "Lý Thị Bông"],
        ),
        (
            f"Sáng 5/8, đoàn của xứ Ven do {KHOAN} dẫn đầu đến chào {BONG}.",
            "Reception",
            ["Đỗ Văn Khoan", "Lý Thị Bông"],
        ),
        (f"Con số ấy do {KHOAN} đưa ra ở cuộc họp báo chiều 5/8.", "PressConference", ["Đỗ Văn Khoan"]),
    ],
)
def test_who_holds_it_with_whom(told: Told, text: str, kind: str, attendees: list[str]) -> None:
    (event,) = told(text)
    assert (event["kind"], event["attendees"]) == (kind, attendees)


@pytest.mark.parametrize(
    "text",
    [
        "{body|Sở Thuế} chuẩn bị kỹ nội dung làm việc với {body|Đoàn kiểm tra số 9}.",
        "Đoàn sẽ tiến hành thanh tra từ ngày 1/1/2021 đến 30/6/2025.",
    ],
)
def test_what_is_only_prepared_is_none(told: Told, text: str) -> None:
    assert told(text) == []


def test_a_long_stretch_of_days_far_from_the_gathering_is_not_when_it_was(told: Told) -> None:
    (event,) = told(
        f"Trong cuộc điện đàm với {BONG} ngay sau khi tờ báo ấy đăng tin về việc nghe lén hàng vạn cuộc gọi của người "
        f"dân xứ Ven từ 10/6/2025 tới 8/7/2025, {KHOAN} cam kết sẽ xem xét lại."
    )
    assert event.get("start") is None or str(event["start"]) != "2025-06-10"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"{KHOAN} đón {BONG}. Sáng 5/8, hai bên đã ký biên bản ghi nhớ.", "Signing"),
        (f"{KHOAN} đón {BONG}. Ngày 5/8, hai Bộ trưởng đã tiến hành hội đàm.", "Meeting"),
        (f"{KHOAN} đón {BONG}. Hai nhà lãnh đạo đã có cuộc gặp ngày 5/8.", "Meeting"),
        (f"{KHOAN} về nước. Trong cuộc hội đàm với {BONG} ngày 5/8, hai bên đã bàn về lúa.", "Meeting"),
    ],
)
def test_the_two_are_those_named_just_before(told: Told, text: str, kind: str) -> None:
    event = next(event for event in told(text) if event["kind"] == kind)
    assert event["attendees"] == ["Đỗ Văn Khoan", "Lý Thị Bông"]


def test_where_three_are_named_nobody_knows_which_two(told: Told) -> None:
    assert told(f"{KHOAN} đón {BONG} và {PHAN}. Sáng 5/8, hai bên đã ký biên bản ghi nhớ.") == []


def test_a_body_that_ends_a_post_is_not_listed(told: Told) -> None:
    listed = "{person|bà Lý Thị Bông, Vụ trưởng Vụ Lúa|Lý Thị Bông}, {body|Bộ Thủy lợi}; {body|Sở Thuế}"
    (event,) = told(f"Sáng 5/8, {KHOAN} chủ trì hội nghị. Cùng dự có {listed}.")
    assert event["attendees"] == ["Đỗ Văn Khoan", "Lý Thị Bông", "Sở Thuế"]
