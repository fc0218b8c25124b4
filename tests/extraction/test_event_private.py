"""Events: what is signed with somebody, whom one visits without a name, and what is no gathering at all."""

from collections.abc import Callable

import pytest

Told = Callable[[str], list[dict[str, object]]]

KHOAN = "{person|ông Đỗ Văn Khoan|Đỗ Văn Khoan}"
BONG = "{person|bà Lý Thị Bông|Lý Thị Bông}"


@pytest.mark.parametrize("paper", ["hợp đồng tài trợ", "biên bản ghi nhớ", "thỏa thuận hợp tác về lúa"])
def test_what_is_signed_with_somebody_is_named_after_him(told: Told, paper: str) -> None:
    (event,) = told(f"{{body|Liên đoàn Vật}} vừa ký với {{body|Công ty Sen}} {paper}.")
    assert (event["kind"], event["attendees"]) == ("Signing", ["Liên đoàn Vật", "Công ty Sen"])


@pytest.mark.parametrize("verb", ["đến thăm hỏi", "tới thăm hỏi, động viên", "đến thăm và tặng quà"])
def test_a_visit_to_people_without_a_name_needs_only_its_day(told: Told, verb: str) -> None:
    (event,) = told(f"Chiều 5/8, {{body|Hội Lúa}} đã {verb} gia đình ngư dân.")
    assert (event["kind"], event["start"], event["attendees"]) == ("Visit", "2025-08-05", ["Hội Lúa"])


@pytest.mark.parametrize(
    "text",
    [
        f"Ngày 5/8, {KHOAN} gặp {BONG} qua chat trên mạng.",
        f"Ngày 5/8, {KHOAN} tình cờ gặp {BONG}.",
        "{body|Liên đoàn Vật} ký với {body|Công ty Sen} vì tin nhau.",
        f"Kế hoạch của {KHOAN} là thông xe ngày 5/8.",
    ],
)
def test_what_is_private_or_only_planned_is_none(told: Told, text: str) -> None:
    assert told(text) == []


def test_a_gathering_at_whose_side_two_meet_adds_nobody(told: Told) -> None:
    (event,) = told(f"Ngày 5/8, {KHOAN} và {BONG} gặp nhau bên lề hội nghị {{body|Khối Ven}} ở {{place|Vinh}}.")
    assert (event["kind"], event["attendees"]) == ("Meeting", ["Đỗ Văn Khoan", "Lý Thị Bông"])


def test_many_without_a_name_are_the_other_side(told: Told) -> None:
    (event,) = told("Hôm qua, {body|Sở Y tế} đã họp khẩn với 12 bệnh viện về dịch sởi.")
    assert (event["kind"], event["start"], event["attendees"]) == ("Meeting", "2025-08-05", ["Sở Y tế"])
