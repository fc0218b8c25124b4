"""Events: who is only quoted, dead or spoken of was not there (articles of 6 August 2025)."""

from collections.abc import Callable

import pytest

Told = Callable[[str], list[dict[str, object]]]

COUNCIL = "{body|HĐND tỉnh Hà Giang}"
MINISTRY = "{body|Bộ Công Thương}"
KHOAN = "{person|ông Đỗ Văn Khoan|Đỗ Văn Khoan}"
BONG = "{person|bà Lý Thị Bông|Lý Thị Bông}"
HUE = "{place|Huế}"


@pytest.mark.parametrize(
    "later",
    [
        f"Trao đổi với phóng viên, {BONG} cho biết vụ lúa này mất mùa.",
        f"Ngày 6/8, {BONG} cho biết vụ lúa này mất mùa.",
        "Mưa lớn. " * 14 + f"{BONG} cho biết vụ lúa này mất mùa.",
    ],
)
def test_who_is_asked_elsewhere_was_not_there(told: Told, later: str) -> None:
    (event,) = told(f"Sáng 5/8, tại {HUE}, {KHOAN} dự hội nghị nông nghiệp. {later}")
    assert event["attendees"] == ["Đỗ Văn Khoan"]


def test_nobody_else_speaks_where_two_meet(told: Told) -> None:
    (event,) = told(f"Sáng 5/8, {KHOAN} và {BONG} đã có buổi gặp mặt tại {HUE}. {{person|Hà Văn Tín}} nói trời mưa.")
    assert event["attendees"] == ["Đỗ Văn Khoan", "Lý Thị Bông"]


def test_a_gathering_that_is_only_asked_for_is_none(told: Told) -> None:
    assert told(f"Đề xuất {MINISTRY} tham gia buổi gặp gỡ với {BONG}.") == []


def test_the_number_of_a_session_is_no_weekday(told: Told) -> None:
    (event,) = told(f"Tại kỳ họp thứ 5 vừa qua, {COUNCIL} đã thông qua nghị quyết. {KHOAN} phát biểu tại kỳ họp.")
    assert event.get("start") is None


def test_what_a_ceremony_opens_is_no_other_gathering(told: Told) -> None:
    (event,) = told(f"Sáng 5/8, tại {HUE}, {MINISTRY} đã tổ chức khai mạc triển lãm gốm sứ.")
    assert event["kind"] == "Ceremony"
