"""The life of a commitment from text to link: said again, moved, kept, missed; and what must not be linked."""

import random
from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camket.graph.identity.life.deed import Deed, Figure
from camket.graph.identity.life.derivation import steps
from camket.graph.identity.life.layer import Life
from camket.graph.identity.responsibility import Root

Article = tuple[str, str, str]
Link = tuple[str, str, str]
Derive = Callable[[type[Life], Sequence[Article]], set[Link]]

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


def linked(derive: Derive, *articles: Article) -> set[tuple[str, str, str]]:
    """The links between articles: later, relation, earlier, by id."""
    return {
        (later.split(":")[0], relation, earlier.split(":")[0])
        for later, relation, earlier in derive(Life, articles)
        if relation in LINKS
    }


def test_said_again_and_moved_to_a_later_day(derive: Derive) -> None:
    assert linked(derive, PROMISE, AGAIN, MOVED) == {
        ("a-02", "restates", "a-01"),
        ("a-03", "revises", "a-01"),
        ("a-03", "revises", "a-02"),
    }


def test_another_provinces_look_alike_is_nobody_elses(derive: Derive) -> None:
    assert linked(derive, PROMISE, NEIGHBOUR) == set()


def test_a_target_meets_the_figure_of_its_year_and_no_half_years(derive: Derive) -> None:
    assert linked(derive, TARGETS, HALF_YEAR) == set()
    assert linked(derive, TARGETS, HALF_YEAR, YEAR) == {("c-03", "fulfils", "c-01"), ("c-03", "misses", "c-01")}


def test_each_link_says_why_with_its_arithmetic(derive: Derive) -> None:
    told = derive(Life, (TARGETS, YEAR))
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


def test_no_article_is_linked_with_itself_or_with_what_comes_after(derive: Derive) -> None:
    twice = (PROMISE[0], PROMISE[1], f"{PROMISE[2]} {AGAIN[2]}")
    assert linked(derive, twice) == set()
    assert linked(derive, YEAR, ("c-09", "2026-01-15", TARGETS[2])) == set()


def test_without_a_date_nothing_is_earlier_or_later(derive: Derive) -> None:
    assert linked(derive, PROMISE, (AGAIN[0], "", AGAIN[2])) == set()


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_articles_does_not_matter(derive: Derive, seed: int) -> None:
    articles = [PROMISE, AGAIN, MOVED, NEIGHBOUR, TARGETS, HALF_YEAR, YEAR]
    shuffled = random.Random(seed).sample(articles, len(articles))
    assert derive(Life, shuffled) == derive(Life, articles)


ROOTS = st.sampled_from([Root("place/hải lâm", "hải lâm"), Root("place/hải lâm", "lâm hòa"), Root("person/A", "a")])
WORDS = st.lists(
    st.sampled_from(["cầu", "đường", "khởi_công", "bàn_giao", "320", "1200", "trường"]), min_size=2, max_size=5
)
FIGURES = st.builds(
    Figure,
    indicator=st.sampled_from(["thu ngân sách", "hộ nghèo"]),
    key=st.just("k"),
    comparator=st.sampled_from(["=", ">=", "~", "<="]),
    value=st.sampled_from(["90", "95", "100.5"]),
    upper=st.just(""),
    unit=st.just("%"),
    change=st.just("level"),
    period=st.sampled_from(["", "2024", "2025", "2024-12"]),
)
DEEDS = st.builds(
    Deed,
    node=st.just(""),
    article=st.sampled_from("abcdef"),
    sort=st.sampled_from(["pledge", "goal", "directive", "refusal", "observation", "assessment"]),
    published=st.sampled_from(["2024", "2024-03", "2024-03-05", "2024-03-06", "2025-01-10"]),
    offset=st.integers(0, 30),
    roots=st.lists(ROOTS, min_size=1, max_size=2, unique=True).map(tuple),
    stated=st.lists(ROOTS, max_size=1).map(tuple),
    speakers=st.lists(st.sampled_from(["person/A", "place/hải lâm"]), max_size=1).map(tuple),
    words=WORDS.map(tuple),
    topic=st.just(()),
    marks=st.lists(st.sampled_from(["again", "moved", "done", "short", "negative"]), max_size=2, unique=True).map(
        tuple
    ),
    figures=st.lists(FIGURES, max_size=2).map(tuple),
    due=st.sampled_from(["", "2024", "2024-06-30", "2025"]),
    former=st.just(()),
    former_due=st.sampled_from(["", "2024"]),
    outcome=st.sampled_from(["", "Done", "Partly", "NotDone"]),
    said=st.sampled_from(["", "2024-03-04"]),
    fullness=st.integers(0, 3),
)


@given(st.lists(DEEDS, max_size=12), st.randoms())
def test_links_are_a_pure_function_of_the_set_of_deeds(found: list[Deed], chance: random.Random) -> None:
    deeds = [deed._replace(node=f"{deed.article}#{deed.sort}={number}") for number, deed in enumerate(found)]
    shuffled = chance.sample(deeds, len(deeds))
    links = steps(deeds, "place/hải lâm")
    assert steps(shuffled, "place/hải lâm") == links
    for link in links:
        assert link.earlier.is_undertaking
        assert link.later.article != link.earlier.article
        assert link.relation in LINKS
