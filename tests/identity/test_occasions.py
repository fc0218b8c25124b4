"""One meeting told by several articles is one occasion; two that look alike stay two."""

import random
from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camket.graph.identity.occasions.joining import occasions
from camket.graph.identity.occasions.layer import Occasions
from camket.graph.identity.occasions.report import Report

Article = tuple[str, str, str]
Link = tuple[str, str, str]
Derive = Callable[[type[Occasions], Sequence[Article]], set[Link]]

PAPER: Article = (
    "bao-1",
    "2025-04-16",
    "Sáng 15/4, tại thành phố Mai Giang, đoàn công tác của Bộ Xây dựng do Thứ trưởng Trần "
    "Quốc Khởi làm Trưởng đoàn đã làm "
    "việc với Ban Thường vụ Tỉnh ủy Thanh Giang. Dự buổi làm việc có Bí thư Tỉnh ủy Lê Văn Thuyên.",
)
RADIO: Article = (
    "dai-2",
    "2025-04-15",
    "Sáng nay, 15-4, Thứ trưởng Bộ Xây dựng Trần Quốc Khởi họp với lãnh đạo tỉnh Thanh Giang. "
    "Bí thư Tỉnh ủy Thanh Giang "
    "Lê Văn Thuyên cho biết tỉnh sẽ bàn giao mặt bằng.",
)
AFTERWARDS: Article = (
    "bao-3",
    "2025-11-18",
    "Bảy tháng sau buổi làm việc ngày 15/4 giữa Bộ Xây dựng và Ban Thường vụ Tỉnh ủy Thanh "
    "Giang, nhiều việc chưa xong.",
)
NEXT_DAY: Article = (
    "bao-4",
    "2025-04-17",
    "Sáng 16/4, đoàn công tác của Bộ Xây dựng đã làm việc với Ban Thường vụ Tỉnh ủy Thanh Giang.",
)
NEIGHBOUR: Article = (
    "bao-5",
    "2025-04-16",
    "Sáng 15/4, đoàn công tác của Bộ Y tế đã làm việc với Ban Thường vụ Tỉnh ủy Thanh Giang.",
)
VOTERS: tuple[Article, Article] = (
    ("ct-1", "2024-10-09", "Sáng 8/10, Đoàn ĐBQH tỉnh Hải Lâm tiếp xúc cử tri huyện Lâm Hòa."),
    ("ct-2", "2024-10-09", "Sáng 8/10, Đoàn ĐBQH tỉnh Hải Lâm tiếp xúc cử tri huyện Tân Sơn."),
)


def joined(derive: Derive, *articles: Article) -> set[frozenset[str]]:
    """Which articles' events are of one occasion, by the articles' ids."""
    found: dict[str, set[str]] = {}
    for event, prop, occasion in derive(Occasions, articles):
        if prop == "reports":
            found.setdefault(occasion, set()).add(event.split(":")[0])
    return {frozenset(ids) for ids in found.values()}


def test_a_working_session_told_by_three_is_one_occasion(derive: Derive) -> None:
    assert joined(derive, PAPER, RADIO, AFTERWARDS) == {frozenset({"bao-1", "dai-2", "bao-3"})}


def test_it_is_named_by_its_earliest_evidence_and_says_why_and_where_reports_differ(derive: Derive) -> None:
    told = derive(Occasions, (PAPER, RADIO))
    names = {subject for subject, prop, _ in told if prop == "prefLabel"}
    assert names == {"occasion/2025-04-15_cuộc_họp_Trần_Quốc_Khởi_và_Lê_Văn_Thuyên"}
    assert {value for _, prop, value in told if prop == "sharedParticipant"} == {
        "person/Trần_Quốc_Khởi",
        "person/Lê_Văn_Thuyên",
    }
    assert {value for _, prop, value in told if prop == "disagreesOn"} == {"type"}
    assert {value for _, prop, value in told if prop == "because"} == {
        "cùng ngày, loại sự kiện hợp nhau; cùng có Lê Văn Thuyên, Trần Quốc Khởi; cùng bên Bộ Xây dựng, thanh giang"
    }


@pytest.mark.parametrize(
    "articles",
    [
        pytest.param((PAPER, NEXT_DAY), id="the same bodies on another day"),
        pytest.param((PAPER, NEIGHBOUR), id="another ministry with the same committee"),
        pytest.param(VOTERS, id="voters of two districts"),
        pytest.param((("x", "2025-04-16", f"{PAPER[2]} {RADIO[2]}"),), id="one article alone"),
    ],
)
def test_look_alikes_stay_apart(derive: Derive, articles: tuple[Article, ...]) -> None:
    assert joined(derive, *articles) == set()


SESSION: Article = (
    "ky-hop-1",
    "2024-12-12",
    "Kỳ họp thứ 22 HĐND tỉnh Thanh Giang diễn ra từ ngày 9 đến ngày 11/12 tại thành phố Mai Giang. "
    "Bí thư Tỉnh ủy Lê Văn Thuyên dự.",
)
LATER: Article = (
    "ky-hop-2",
    "2025-02-26",
    "Mức tăng 8,5% của tỉnh Thanh Giang được thông qua tại kỳ họp thường lệ cuối năm, kết thúc ngày 11/12/2024.",
)
QUESTIONS: Article = (
    "ky-hop-3",
    "2024-12-11",
    "Tại phiên chất vấn chiều 10/12 của HĐND tỉnh Thanh Giang, Giám đốc Sở Y tế Trần Quốc Khởi trả lời về thuốc.",
)
NEIGHBOURS_SESSION: Article = (
    "ky-hop-4",
    "2025-02-26",
    "Mức tăng 9% của tỉnh Hải Lâm được thông qua tại kỳ họp thường lệ cuối năm, kết thúc ngày 11/12/2024.",
)
PROMISED: Article = (
    "hua-1",
    "2025-11-20",
    "Bộ Xây dựng đã trình hồ sơ đường ven sông của tỉnh Thanh Giang, như đã hẹn tại buổi làm việc hôm 15-4.",
)
PROMISED_NEIGHBOUR: Article = (
    "hua-2",
    "2025-11-20",
    "Bộ Xây dựng đã trình hồ sơ cảng của tỉnh Hải Lâm, như đã hẹn tại buổi làm việc hôm 15-4. Tỉnh Hải Lâm chờ vốn.",
)
CONGRESS: Article = (
    "dai-hoi-1",
    "2025-10-11",
    "Đại hội Đảng bộ tỉnh Thanh Giang lần thứ XVIII bế mạc trưa 10/10 tại thành phố Mai Giang.",
)
CONGRESS_LATER: Article = (
    "dai-hoi-2",
    "2025-12-30",
    "Ông Lê Văn Thuyên, Bí thư Tỉnh ủy Thanh Giang, nhắc lại không khí Đại hội Đảng bộ tỉnh Thanh Giang hồi tháng 10.",
)
ON_SITE: tuple[Article, Article] = (
    (
        "dat-1",
        "2024-03-19",
        "Sáng 18/3, Thứ trưởng Bộ Xây dựng Trần Quốc Khởi kiểm tra công trường cầu Nậm Pàn "
        "tại huyện Lâm Hòa, tỉnh Hải Lâm.",
    ),
    (
        "dat-2",
        "2024-09-02",
        "Đó là điều Thứ trưởng Bộ Xây dựng Trần Quốc Khởi nêu trong chuyến kiểm tra ở Lâm Hòa tháng 3/2024.",
    ),
)


@pytest.mark.parametrize(
    "articles",
    [
        pytest.param((SESSION, LATER), id="a sitting by its last day"),
        pytest.param((PAPER, PROMISED), id="in passing, of the province that the article is about"),
        pytest.param((CONGRESS, CONGRESS_LATER), id="a congress by its month"),
        pytest.param(ON_SITE, id="an inspection by its month, man and place"),
    ],
)
def test_what_is_told_in_passing_is_joined_to_its_report(derive: Derive, articles: tuple[Article, ...]) -> None:
    assert joined(derive, *articles) == {frozenset(identifier for identifier, _, _ in articles)}


@pytest.mark.parametrize(
    "articles",
    [
        pytest.param((SESSION, QUESTIONS), id="question time is a part of the sitting"),
        pytest.param((SESSION, NEIGHBOURS_SESSION), id="the sitting of the neighbour that ended that day"),
        pytest.param((PAPER, PROMISED_NEIGHBOUR), id="the ministry's meeting with the neighbour on that day"),
    ],
)
def test_what_is_told_in_passing_of_another_stays_apart(derive: Derive, articles: tuple[Article, ...]) -> None:
    assert joined(derive, *articles) == set()


KEYS = st.lists(st.sampled_from(["x/person/A", "x/person/B", "x/body/C", "mót"]), max_size=3, unique=True).map(tuple)
REPORTS = st.builds(
    Report,
    node=st.just(""),
    article=st.sampled_from("abcde"),
    published=st.sampled_from(["", "2025-04-15", "2025-04-16", "2025-12-01"]),
    offset=st.integers(0, 9),
    kind=st.sampled_from(["WorkingSession", "Meeting", "PressConference"]),
    start=st.sampled_from(["", "2025-04", "2025-04-14", "2025-04-15"]),
    end=st.sampled_from(["", "2025-04-16"]),
    part=st.sampled_from(["", "morning", "evening"]),
    location=st.just(""),
    chair=st.just(""),
    places=st.sampled_from([(), ("hà nội",), ("mai giang", "thanh giang")]),
    people=KEYS,
    bodies=KEYS,
    roots=st.lists(st.sampled_from(["place/a", "place/b", "body/C"]), max_size=2, unique=True).map(tuple),
    about=st.sampled_from(["", "place/a", "place/b"]),
    form=st.sampled_from(["họp", "kỳ họp", "phiên họp"]),
    ordinal=st.sampled_from(["", "4", "5"]),
    words=st.just(()),
    around=st.just(()),
    parties=st.just(("Sở Mẫu",)),
)


@given(st.lists(REPORTS, max_size=10), st.randoms())
def test_occasions_are_a_pure_function_of_the_set_of_reports(found: list[Report], chance: random.Random) -> None:
    reports = [report._replace(node=str(number)) for number, report in enumerate(found)]
    made = occasions(reports)
    assert occasions(chance.sample(reports, len(reports))) == made
    for occasion in made:
        assert len({report.article for report in occasion.reports}) == len(occasion.reports) > 1
        assert any(report.is_dated for report in occasion.reports)


def test_what_ten_papers_print_in_the_same_words_is_one_occasion(derive: Derive) -> None:
    copies = [(f"bao-{number}", PAPER[1], PAPER[2]) for number in range(10)]
    told = derive(Occasions, [*copies, RADIO])
    occasions = {occasion for _, prop, occasion in told if prop == "reports"}
    assert len(occasions) == 1
    assert len({report for report, prop, _ in told if prop == "reports"}) == 11
