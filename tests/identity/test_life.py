"""The life of a commitment from text to link: said again, moved, kept, missed; and what must not be linked."""

import random
from collections.abc import Callable, Sequence

import pytest

Article = tuple[str, str, str]
Link = tuple[str, str, str]
Lived = Callable[[Sequence[Article]], set[Link]]

LINKS = {"restates", "revises", "renews", "refuses", "fulfils", "partlyFulfils", "misses"}

PROMISE: Article = (
    "a-01",
    "2024-03-05",
    "Sáng 4/3, Chủ tịch UBND tỉnh Hải Lâm Phạm Thế Hoành làm việc với huyện Lâm Hòa. Ông "
    "Hoành cam kết tỉnh sẽ khởi công "
    "cầu Khe Sanh dài 320 m trước ngày 30/9/2024.",
)
AGAIN: Article = (
    "a-02",
    "2024-05-20",
    "Ngày 19/5, Chủ tịch UBND tỉnh Hải Lâm Phạm Thế Hoành khẳng định tỉnh sẽ động thổ cầu Khe "
    "Sanh trước ngày 30/9/2024.",
)
MOVED: Article = (
    "a-03",
    "2024-10-02",
    "Ngày 1/10, Phó Chủ tịch UBND tỉnh Hải Lâm Đặng Hữu Khiêm cho biết tỉnh sẽ khởi công cầu "
    "Khe Sanh trước ngày 31/3/2025.",
)
NEIGHBOUR: Article = (
    "b-01",
    "2024-06-01",
    "Ngày 31/5, Chủ tịch UBND tỉnh Vĩnh Giang Võ Thành Luận cam kết tỉnh sẽ khởi công cầu Khe "
    "Sanh trước ngày 30/9/2024.",
)
TARGETS: Article = (
    "c-01",
    "2024-12-11",
    "Ngày 10/12, HĐND tỉnh Hải Lâm thông qua nghị quyết. Theo nghị quyết, năm 2025 tỉnh phấn "
    "đấu thu ngân sách nhà nước đạt "
    "9.850 tỷ đồng; tỷ lệ bao phủ BHYT đạt 95%.",
)
HALF_YEAR: Article = (
    "c-02",
    "2025-07-10",
    "Ngày 9/7, UBND tỉnh Hải Lâm cho biết 6 tháng đầu năm 2025, thu ngân sách nhà nước của tỉnh đạt 5.120 tỷ đồng.",
)
YEAR: Article = (
    "c-03",
    "2025-12-28",
    "Ngày 27/12, UBND tỉnh Hải Lâm họp báo. Năm 2025, thu ngân sách nhà nước của tỉnh đạt "
    "10.100 tỷ đồng; tỷ lệ bao phủ "
    "BHYT của tỉnh đạt 93,4%.",
)


def linked(lived: Lived, *articles: Article) -> set[tuple[str, str, str]]:
    """The links between articles: later, relation, earlier, by id."""
    return {
        (later.split(":")[0], relation, earlier.split(":")[0])
        for later, relation, earlier in lived(articles)
        if relation in LINKS
    }


def test_said_again_and_moved_to_a_later_day(lived: Lived) -> None:
    assert linked(lived, PROMISE, AGAIN, MOVED) == {
        ("a-02", "restates", "a-01"),
        ("a-03", "revises", "a-01"),
        ("a-03", "revises", "a-02"),
    }


def test_another_provinces_look_alike_is_nobody_elses(lived: Lived) -> None:
    assert linked(lived, PROMISE, NEIGHBOUR) == set()


def test_a_target_meets_the_figure_of_its_year_and_no_half_years(lived: Lived) -> None:
    assert linked(lived, TARGETS, HALF_YEAR) == set()
    assert linked(lived, TARGETS, HALF_YEAR, YEAR) == {("c-03", "fulfils", "c-01"), ("c-03", "misses", "c-01")}


def test_each_link_says_why_with_its_arithmetic(lived: Lived) -> None:
    told = lived((TARGETS, YEAR))
    reasons = {value for _, prop, value in told if prop == "because"}
    assert reasons == {
        "con số thực hiện so với mục tiêu; hạn 2025; thu ngân sách nhà nước: mục tiêu 9.850.000.000.000 VND, thực hiện "
        "10.100.000.000.000 VND, chênh +250.000.000.000: đạt",
        "con số thực hiện so với mục tiêu; hạn 2025; tỷ lệ bao phủ BHYT: mục tiêu 95 %, thực hiện 93,4 %, chênh -1,6: "
        "chưa đạt",
    }
    assert {
        (prop, value) for _, prop, value in told if prop in ("targetValue", "reachedValue", "difference", "met")
    } == {
        ("targetValue", "9850000000000"),
        ("reachedValue", "10100000000000"),
        ("difference", "250000000000"),
        ("met", "true"),
        ("targetValue", "95"),
        ("reachedValue", "93.4"),
        ("difference", "-1.6"),
        ("met", "false"),
    }


def test_no_article_is_linked_with_itself_or_with_what_comes_after(lived: Lived) -> None:
    twice = (PROMISE[0], PROMISE[1], f"{PROMISE[2]} {AGAIN[2]}")
    assert linked(lived, twice) == set()
    assert linked(lived, YEAR, ("c-09", "2026-01-15", TARGETS[2])) == set()


def test_a_report_that_several_papers_print_tells_of_every_telling_of_the_promise(lived: Lived) -> None:
    copies = [(f"{one[0]}-{paper}", *one[1:]) for one in (PROMISE, MOVED) for paper in "xyz"]
    assert linked(lived, *copies) == {
        ("a-01-y", "restates", "a-01-x"),
        ("a-01-z", "restates", "a-01-x"),
        ("a-03-x", "revises", "a-01-x"),
        ("a-03-x", "revises", "a-01-y"),
        ("a-03-x", "revises", "a-01-z"),
        ("a-03-y", "revises", "a-01-x"),
        ("a-03-z", "revises", "a-01-x"),
        ("a-03-y", "restates", "a-03-x"),
        ("a-03-z", "restates", "a-03-x"),
    }


def test_without_a_date_nothing_is_earlier_or_later(lived: Lived) -> None:
    assert linked(lived, PROMISE, (AGAIN[0], "", AGAIN[2])) == set()


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_articles_does_not_matter(lived: Lived, seed: int) -> None:
    articles = [PROMISE, AGAIN, MOVED, NEIGHBOUR, TARGETS, HALF_YEAR, YEAR]
    shuffled = random.Random(seed).sample(articles, len(articles))
    assert lived(shuffled) == lived(articles)


def test_what_is_left_of_a_promise_is_promised_for_a_later_day(lived: Lived) -> None:
    houses: Article = (
        "d-01",
        "2024-03-05",
        "Ngày 4/3, Chủ tịch UBND tỉnh Hải Lâm Phạm Thế Hoành cam kết tỉnh sẽ bàn giao 800 căn nhà ở xã hội trước ngày "
        "31/12/2024.",
    )
    rest: Article = (
        "d-02",
        "2025-01-20",
        "Ngày 19/1, Chủ tịch UBND tỉnh Hải Lâm Phạm Thế Hoành cam kết tỉnh sẽ bàn giao 388 căn còn lại trước ngày "
        "30/9/2025.",
    )
    more = (rest[0], rest[1], rest[2].replace("388 căn còn lại", "1.388 căn còn lại"))
    assert linked(lived, houses, rest) == {("d-02", "revises", "d-01")}
    assert linked(lived, houses, more) == set()


def test_a_figure_is_held_against_the_first_target_too(lived: Lived) -> None:
    first: Article = (
        "e-01",
        "2024-12-11",
        "Ngày 10/12, HĐND tỉnh Hải Lâm thông qua nghị quyết. Theo nghị quyết, năm 2025 tỉnh phấn đấu thu ngân sách nhà "
        "nước đạt 9.850 tỷ đồng.",
    )
    raised: Article = (
        "e-02",
        "2025-07-11",
        "Ngày 10/7, HĐND tỉnh Hải Lâm thông qua nghị quyết. Theo nghị quyết, năm 2025 tỉnh phấn đấu thu ngân sách nhà "
        "nước đạt 10.500 tỷ đồng.",
    )
    assert {("c-03", "fulfils", "e-01"), ("c-03", "misses", "e-02"), ("e-02", "revises", "e-01")} <= linked(
        lived, first, raised, YEAR
    )
