"""What later words say of earlier ones: changed from so much to so much, declined, a part of it, somebody else's."""

import pytest

from .test_life import Article, Lived, linked

HEAD = "Chủ tịch UBND tỉnh Hải Lâm Phạm Thế Hoành"


def said(identifier: str, day: str, text: str) -> Article:
    """An article of a leader of the province."""
    return identifier, day, f"Hôm qua, {HEAD} chủ trì họp báo. {text}"


@pytest.mark.parametrize(
    ("earlier", "later", "relation"),
    [
        (
            "Ông Hoành cam kết tỉnh sẽ đưa trạm bơm Khe Sấu vào sử dụng trước ngày 30/9/2024.",
            "Ông Hoành cho biết trạm bơm Khe Sấu đã đi vào hoạt động ngày 20/9/2024, đúng như lời hẹn với bà con.",
            {"fulfils"},
        ),
        (
            "Ông Hoành cam kết tỉnh sẽ xây xong 24 phòng học ở xã Lâm Tiến trước ngày 15/9/2024.",
            "Ông Hoành cam kết tỉnh sẽ xây xong 24 phòng học ở xã Lâm Tiến trong tháng 9/2024.",
            {"restates"},
        ),
        (
            "Ông Hoành cam kết tỉnh sẽ hoàn thành giai đoạn 1 hồ chứa nước Khe Sấu trước ngày 30/9/2024.",
            "Ông Hoành cho biết tỉnh đã hoàn thành giai đoạn 2 hồ chứa nước Khe Sấu ngày 20/9/2024.",
            set(),
        ),
        (
            "Ông Hoành cam kết tỉnh sẽ bàn giao toàn bộ 41,2 km mặt bằng đường Khe Sấu trước ngày 15/9/2024.",
            "Ông Hoành hứa 2,7 km còn vướng sẽ được giao nốt trước ngày 31/12/2024.",
            {"revises"},
        ),
        (
            "Ông Hoành cam kết tỉnh sẽ tiêm vắc xin cho 12.000 em ở Lâm Tiến trước ngày 15/9/2024.",
            "Ông Hoành hứa 2.700 em còn lại sẽ được tỉnh tiêm xong trước ngày 31/12/2024.",
            {"revises"},
        ),
        (
            "Ông Hoành cam kết tỉnh sẽ bàn giao toàn bộ 41,2 km mặt bằng đường Khe Sấu trước ngày 15/9/2024.",
            "Ông Hoành hứa 36 hộ còn lại sẽ được tỉnh cấp nước sạch trước ngày 31/12/2024.",
            set(),
        ),
        (
            "Ông Hoành cam kết tỉnh sẽ hoàn thành cầu Khe Sấu trước ngày 30/9/2024.",
            "Ông Hoành cho biết tỉnh đã hoàn thành hai trụ cầu Khe Sấu ngày 20/9/2024.",
            set(),
        ),
        (
            "Ông Hoành cam kết tỉnh sẽ bổ sung 500 tỷ đồng cho đường vành đai Khe Sấu.",
            "Ông Hoành cho biết tỉnh đã trình Thủ tướng phương án bổ sung 500 tỷ đồng cho đường vành đai Khe Sấu ngày "
            "20/9/2024.",
            set(),
        ),
        (
            "Ông Hoành cam kết tỉnh sẽ trồng 500 ha rừng ngập mặn ven biển Lâm Tiến.",
            "Ông Hoành khẳng định sẽ giữ lời hứa của người tiền nhiệm: tỉnh sẽ trồng 500 ha rừng ngập mặn ven biển "
            "Lâm Tiến.",
            {"renews"},
        ),
    ],
)
def test_a_later_clause_and_what_it_says_of_the_earlier(
    lived: Lived, earlier: str, later: str, relation: set[str]
) -> None:
    articles = said("e-01", "2024-03-05", earlier), said("e-02", "2024-09-25", later)
    assert linked(lived, *articles) == {("e-02", name, "e-01") for name in relation}


def test_two_firms_in_one_province_promise_each_for_itself(lived: Lived) -> None:
    first = (
        "f-01",
        "2024-03-05",
        "Tại tỉnh Hải Lâm, Công ty Cổ phần Trường Vĩnh cam kết sẽ tuyển 300 lao động tại Lâm Hòa trong năm 2024.",
    )
    other = (
        "f-02",
        "2024-05-05",
        "Tại tỉnh Hải Lâm, Công ty Cổ phần Minh Tiến cam kết sẽ tuyển 300 lao động tại Lâm Hòa trong năm 2024.",
    )
    again = ("f-03", "2024-06-05", first[2])
    assert linked(lived, first, other, again) == {("f-03", "restates", "f-01")}


@pytest.mark.parametrize(("day", "links"), [("2025-12-30", {("g-02", "fulfils", "g-01")}), ("2025-10-30", set())])
def test_a_closed_year_named_in_the_sentence_before_is_a_figures(
    lived: Lived, day: str, links: set[tuple[str, str, str]]
) -> None:
    target = (
        "g-01",
        "2024-12-11",
        "Ngày 10/12, HĐND tỉnh Hải Lâm thông qua nghị quyết. Theo nghị quyết, năm 2025 tỉnh phấn đấu tỷ lệ "
        "bao phủ BHYT đạt 95%.",
    )
    figure = (
        "g-02",
        day,
        "Chủ tịch UBND tỉnh Hải Lâm Phạm Thế Hoành nhìn lại một năm. GRDP của tỉnh năm 2025 tăng 9,2%. Sản xuất khá "
        "lên. Độ phủ bảo hiểm y tế lên tới 95,4%.",
    )
    assert linked(lived, target, figure) == links


def test_a_provincial_paper_says_the_province_and_never_which(lived: Lived) -> None:
    first = (
        "e-01",
        "2024-03-05",
        "Ông Phạm Thế Hoành, Chủ tịch UBND tỉnh Hải Lâm, cam kết tỉnh sẽ bàn giao 70% mặt bằng đường Khe Sấu trước "
        "ngày 30/6/2024.",
    )
    later = (
        "e-02",
        "2024-07-12",
        "Hôm qua, UBND tỉnh Hải Lâm họp cùng Bộ Xây dựng. Địa phương thống nhất lùi mốc bàn giao 70% mặt bằng đường "
        "Khe Sấu sang ngày 30/9/2024.",
    )
    assert linked(lived, first, later) == {("e-02", "revises", "e-01")}


def test_what_is_left_after_years_is_taken_up_anew(lived: Lived) -> None:
    first = said("e-01", "2022-03-05", "Ông Hoành hứa tỉnh sẽ sửa xong 18 km đường Khe Sấu trước ngày 31/8/2022.")
    later = said(
        "e-02", "2024-04-04", "Ông Hoành hứa tỉnh sẽ sửa nốt 7 km đường Khe Sấu còn lại trước ngày 31/12/2024."
    )
    assert linked(lived, first, later) == {("e-02", "renews", "e-01")}


def test_half_a_promise_told_at_the_end_of_its_year_is_kept_in_part(lived: Lived) -> None:
    first = said("e-01", "2024-03-05", "Ông Hoành hứa trong năm 2024 tỉnh sẽ đưa 45 bác sĩ về trạm y tế xã.")
    later = said(
        "e-02",
        "2024-12-20",
        "Ông Hoành cho biết tỉnh mới đưa được 31 trong số 45 bác sĩ về trạm y tế xã, mới giữ được nửa lời.",
    )
    assert linked(lived, first, later) == {("e-02", "partlyFulfils", "e-01")}
