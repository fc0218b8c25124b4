"""Events: gatherings that end the clause of what was done there, and what follows them (articles of 6 August 2025)."""

from collections.abc import Callable

import pytest

Told = Callable[[str], list[dict[str, object]]]

COUNCIL = "{body|HĐND tỉnh Hà Giang}"
MINISTRY = "{body|Bộ Công Thương}"
KHOAN = "{person|ông Đỗ Văn Khoan|Đỗ Văn Khoan}"
BONG = "{person|bà Lý Thị Bông|Lý Thị Bông}"
HUE = "{place|Huế}"


@pytest.mark.parametrize(
    ("text", "kind", "attendee"),
    [
        (
            f"Sáng 5/8, {COUNCIL} đã thông qua nghị quyết về đầu tư công tại kỳ họp thứ 14.",
            "Meeting",
            "HĐND tỉnh Hà Giang",
        ),
        (f"Sáng 5/8, {COUNCIL} khóa XV thông qua bảng giá đất tại phiên bế mạc.", "Meeting", "HĐND tỉnh Hà Giang"),
        (
            f"{MINISTRY} công bố số liệu xuất khẩu tại cuộc họp báo thường kỳ chiều 5/8.",
            "PressConference",
            "Bộ Công Thương",
        ),
        (f"{KHOAN} giới thiệu giống lúa mới tại hội thảo ngày 5/8.", "Conference", "Đỗ Văn Khoan"),
    ],
)
def test_who_did_something_at_a_gathering_of_a_day_told_was_there(
    told: Told, text: str, kind: str, attendee: str
) -> None:
    (event,) = told(text)
    assert (event["kind"], event["start"], event["attendees"]) == (kind, "2025-08-05", [attendee])


@pytest.mark.parametrize(
    "text",
    [
        f"{COUNCIL} sẽ thông qua nghị quyết về đầu tư công tại kỳ họp ngày 5/12.",
        f"{KHOAN} cho biết nhiều hợp đồng đã ký tại hội thảo về lúa.",
        f'Lời hứa còn đó. "Tiền thì chưa có. {KHOAN} sẽ làm việc với {MINISTRY} trong tháng 9", {BONG} nói.',
    ],
)
def test_what_is_to_come_or_only_spoken_of_is_no_gathering(told: Told, text: str) -> None:
    assert told(text) == []


def test_the_opening_of_something_is_what_the_ceremony_after_it_means(told: Told) -> None:
    (event,) = told(f"Sáng 5/8, tại {HUE}, {MINISTRY} khai trương sàn giao dịch. Dự buổi lễ, {KHOAN} đánh giá cao.")
    assert event["attendees"] == ["Bộ Công Thương", "Đỗ Văn Khoan"]


@pytest.mark.parametrize("by", ["Trong khuôn khổ sự kiện", "Tại chương trình"])
def test_what_is_signed_within_an_event_is_signed_then_and_there(told: Told, by: str) -> None:
    opened = f"Sáng 5/8, tại {HUE}, {MINISTRY} khai trương sàn giao dịch. "
    _, signing = told(opened + f"{by}, {KHOAN} và {BONG} ký thỏa thuận hợp tác.")
    assert (signing["kind"], signing["start"], signing["location"]) == ("Signing", "2025-08-05", "Huế")


def test_what_was_a_day_before_a_gathering_has_its_own_day(told: Told) -> None:
    first = f"Tại hội nghị ngày 5/8 ở {HUE}, {KHOAN} phát biểu. "
    days = [event["start"] for event in told(first + f"Một ngày trước hội nghị, {MINISTRY} ký hiệp định với {BONG}.")]
    assert days == ["2025-08-05", "2025-08-04"]


@pytest.mark.parametrize("other", ["{body|Hợp tác xã Bình Minh}", "nhà nhập khẩu Hà Lan Verhage Fruit B.V."])
def test_a_contract_may_be_told_as_signed_by_two(told: Told, other: str) -> None:
    (event,) = told(f"Hợp đồng được {MINISTRY} và {other} ký tại {HUE} hôm 5/8.")
    assert (event["kind"], event["start"], event["location"]) == ("Signing", "2025-08-05", "Huế")


def test_a_delegation_meets_a_body(told: Told) -> None:
    (event,) = told(f"Sáng 5/8, {{body|Đoàn công tác tỉnh Hà Giang}} đã gặp {MINISTRY} tại {HUE}.")
    assert event["attendees"] == ["Đoàn công tác tỉnh Hà Giang", "Bộ Công Thương"]


def test_a_name_after_a_head_is_where_it_is_held(told: Told) -> None:
    (event,) = told(f"Hội nghị ngày 5/8 ở thành phố biển Port Miram có {KHOAN} tham dự.")
    assert event["location"] == "Port Miram"
