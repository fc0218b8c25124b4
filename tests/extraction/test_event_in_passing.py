"""Events: gatherings that are only mentioned, by the day that is part of their name (articles of 6 August 2025)."""

from collections.abc import Callable

import pytest

Told = Callable[[str], list[dict[str, object]]]

MINISTRY = "{body|Bộ Xây dựng}"
PROVINCE = "{place|tỉnh Sơn La|Sơn La}"
KHOAN = "{person|ông Đỗ Văn Khoan|Đỗ Văn Khoan}"
BONG = "{person|bà Lý Thị Bông|Lý Thị Bông}"


@pytest.mark.parametrize(
    ("text", "event"),
    [
        pytest.param(
            f"{MINISTRY} đã trình hồ sơ cầu Nậm Pàn, như đã hẹn tại buổi làm việc hôm 10-4.",
            {"kind": "WorkingSession", "start": "2025-04-10", "attendees": ["Bộ Xây dựng"]},
            id="who did as he had said there",
        ),
        pytest.param(
            f"Vốn sẽ về trong năm, {KHOAN} cho biết sau cuộc làm việc ngày 10/4 với {PROVINCE}.",
            {"kind": "WorkingSession", "start": "2025-04-10", "attendees": ["Đỗ Văn Khoan", "Sơn La"]},
            id="who tells after it of the other side",
        ),
        pytest.param(
            f"Tại lễ khởi công ngày 14/6/2021, {KHOAN}, khi ấy là cán bộ xã, hứa bốn năm sẽ xong.",
            {"kind": "Ceremony", "start": "2021-06-14", "attendees": ["Đỗ Văn Khoan"]},
            id="who spoke there years ago",
        ),
        pytest.param(
            f"Đó là điều đọng lại sau hội nghị ngày 14/6 giữa {PROVINCE} và {MINISTRY} tại Mai Giang.",
            {
                "kind": "Conference",
                "start": "2025-06-14",
                "location": "Mai Giang",
                "attendees": ["Sơn La", "Bộ Xây dựng"],
            },
            id="between whom it was held",
        ),
        pytest.param(
            f"Nghe câu hỏi mà {BONG} nêu trong chuyến kiểm tra ở Mai Giang tháng 10/2024, {KHOAN} chỉ lắc đầu.",
            {"kind": "Inspection", "start": "2024-10", "location": "Mai Giang", "attendees": ["Lý Thị Bông"]},
            id="who answers now was not there then",
        ),
        pytest.param(
            f"Hội nghị về nước sạch mà {PROVINCE} mở hôm 10/7 chật kín ghế.",
            {"kind": "Conference", "start": "2025-07-10", "attendees": ["Sơn La"]},
            id="who held it",
        ),
        pytest.param(
            "Mức thuế được chốt tại kỳ họp thường lệ giữa năm, kết thúc ngày 11/7.",
            {"kind": "Meeting", "start": "2025-07-11"},
            id="past a comma when it ended",
        ),
        pytest.param(
            f"Sau buổi làm việc ngày 10/10 với {MINISTRY}, con đường đã thông.",
            {"kind": "WorkingSession", "start": "2024-10-10", "attendees": ["Bộ Xây dựng"]},
            id="what has come of it was not to come",
        ),
        pytest.param(
            f"Đó là câu {KHOAN} hỏi hai lần khi xuống kiểm tra công trường sáng 14/7.",
            {"kind": "Inspection", "start": "2025-07-14", "attendees": ["Đỗ Văn Khoan"]},
            id="what he did meanwhile",
        ),
    ],
)
def test_a_gathering_named_by_its_day_was_held(told: Told, text: str, event: dict[str, object]) -> None:
    assert told(text) == [event]


@pytest.mark.parametrize(
    "text",
    [
        "Tỉnh sẽ báo cáo trước kỳ họp ngày 20/8.",
        "Hội nghị dự kiến họp ngày 5/8 chưa thể mở.",
        "Buổi đối thoại bị hoãn hôm 1/8 khiến dân bức xúc.",
        "Nhiều cuộc họp hôm 1/8 kéo dài tới khuya.",
        "Hội nghị Genève ngày 20/7/1954 chia đôi đất nước.",
        "Ngày hội hôm 2/8 đông vui.",
    ],
)
def test_what_is_to_come_history_or_nobodys_is_none(told: Told, text: str) -> None:
    assert told(text) == []


def test_the_mornings_sitting_is_part_of_what_is_told_with_people(told: Told) -> None:
    text = (
        f"Chiều 5/8, {KHOAN} dự phiên họp của {MINISTRY}.\nÝ kiến nhiều nhất trong buổi thảo luận sáng 5/8 là về đất."
    )
    assert [event["kind"] for event in told(text)] == ["Meeting"]
