"""Rows, counts and facets of commitments."""

import sqlite3
from datetime import date

import pytest

from camket.graph.errors import UsageError
from camket.graph.search import commitments, facets
from camket.graph.search.choice import Choice
from camket.graph.views.undertakings import KINDS
from camket.ontology.namespaces import BASE

EVERY = tuple(KINDS)


def quotes(connection: sqlite3.Connection, choice: Choice, sort: str = commitments.NEWEST_FIRST) -> list[str]:
    rows = commitments.page(connection, choice, sort=sort, limit=100)["rows"]
    assert commitments.count(connection, choice) == len(rows)
    return [row["quote"][:14] for row in rows]


def test_a_row_is_whole(connection: sqlite3.Connection) -> None:
    (row,) = commitments.page(connection, Choice(number=True, kinds=("pledge",), on=date(2024, 6, 1)), limit=5)["rows"]
    assert row == {
        "iri": f"{BASE}article/thanh-giang-01#pledge=159,233",
        "kind": "pledge",
        "quote": "tỉnh cam kết xây 1.200 căn nhà ở xã hội cho công nhân trước ngày 30/6/2025",
        "start": 159,
        "end": 233,
        "cue": "cam kết",
        "due": "2025-06-30",
        "became": {"status": "open", "steps": 0, "latest": None},
        "figures": [{"indicator": "nhà ở xã hội", "text": "1.200 căn", "plain": "= 1200 căn", "period": None}],
        "parts": {
            "actor": [{"iri": f"{BASE}body/UBND_tỉnh_Thanh_Giang", "name": "UBND tỉnh Thanh Giang", "kind": "body"}],
            "beneficiary": [
                {"iri": f"{BASE}article/thanh-giang-01#group=203,212", "name": "công nhân", "kind": "group"}
            ],
            "speaker": [{"iri": f"{BASE}person/Lê_Văn_Thuấn", "name": "Lê Văn Thuấn", "kind": "person"}],
        },
        "article": {
            "iri": f"{BASE}article/thanh-giang-01",
            "id": "thanh-giang-01",
            "title": "Thanh Giang xây nhà ở xã hội",
            "outlet": "Báo Thanh Giang",
            "published": "2024-03-08",
            "url": "https://example.org/thanh-giang-01",
        },
    }


def test_pledges_and_goals_unless_widened(connection: sqlite3.Connection) -> None:
    assert quotes(connection, Choice()) == ["Công an tỉnh s", "tỉnh cam kết x", "năm 2024, tỉnh", "Các chủ đầu tư"]
    assert len(quotes(connection, Choice(kinds=EVERY))) == 6


@pytest.mark.parametrize(
    ("choice", "first_words"),
    [
        (Choice(words="thu ngan sach"), ["năm 2024, tỉnh"]),
        (Choice(words="do thi hien"), ["Công an tỉnh s"]),
        (Choice(words="nhà ở xã hội"), ["tỉnh cam kết x", "năm 2024, tỉnh", "Các chủ đầu tư"]),
        (Choice(actors=(f"{BASE}place/Thanh_Giang",)), ["năm 2024, tỉnh"]),
        (Choice(speakers=(f"{BASE}person/Lê_Văn_Thuấn",)), ["tỉnh cam kết x", "năm 2024, tỉnh"]),
        (Choice(beneficiaries=(f"{BASE}article/thanh-giang-01#group=203,212",)), ["tỉnh cam kết x"]),
        (Choice(outlets=("Báo khác",)), []),
        (Choice(years=(2025,)), ["tỉnh cam kết x"]),
        (Choice(years=(0,)), ["Công an tỉnh s", "Các chủ đầu tư"]),
        (Choice(number=False), ["Công an tỉnh s", "Các chủ đầu tư"]),
        (Choice(deadline=True, words="xây"), ["tỉnh cam kết x", "năm 2024, tỉnh"]),
        (Choice(words="???"), []),
        (Choice(actors=("'; DROP TABLE fact; --",)), []),
    ],
)
def test_every_filter_narrows(connection: sqlite3.Connection, choice: Choice, first_words: list[str]) -> None:
    assert quotes(connection, choice) == first_words


@pytest.mark.parametrize(
    ("sort", "first_words"),
    [
        ("published", ["tỉnh cam kết x", "năm 2024, tỉnh", "Các chủ đầu tư", "Công an tỉnh s"]),
        ("due", ["năm 2024, tỉnh", "tỉnh cam kết x", "Các chủ đầu tư", "Công an tỉnh s"]),
        ("-due", ["tỉnh cam kết x", "năm 2024, tỉnh", "Các chủ đầu tư", "Công an tỉnh s"]),
        ("who", ["Các chủ đầu tư", "Công an tỉnh s", "năm 2024, tỉnh", "tỉnh cam kết x"]),
        ("-who", ["tỉnh cam kết x", "năm 2024, tỉnh", "Công an tỉnh s", "Các chủ đầu tư"]),
    ],
)
def test_every_order(connection: sqlite3.Connection, sort: str, first_words: list[str]) -> None:
    assert quotes(connection, Choice(), sort) == first_words


@pytest.mark.parametrize("sort", commitments.SORTS)
@pytest.mark.parametrize("limit", [1, 2, 5, 6])
def test_page_after_page_gives_every_row_once(connection: sqlite3.Connection, sort: str, limit: int) -> None:
    choice = Choice(kinds=EVERY)
    whole = [row["iri"] for row in commitments.page(connection, choice, sort=sort, limit=100)["rows"]]
    found: list[str] = []
    after: str | None = ""
    while after is not None:
        page = commitments.page(connection, choice, sort=sort, after=after, limit=limit)
        found += [row["iri"] for row in page["rows"]]
        after = page["next"]
    assert found == whole
    assert len(set(found)) == 6
    assert [row["iri"] for row in commitments.every_row(connection, choice, sort, 100)] == whole


@pytest.mark.parametrize("after", ["x", "é", "W10", "WzEsMl0", "bnVsbA", "%%%"])
def test_a_page_that_is_none_is_told(connection: sqlite3.Connection, after: str) -> None:
    with pytest.raises(UsageError, match="no page ends there"):
        commitments.page(connection, Choice(), after=after, limit=5)


def test_what_there_is_not_is_told(connection: sqlite3.Connection) -> None:
    with pytest.raises(UsageError, match="nothing is sorted by 'size'"):
        commitments.page(connection, Choice(), sort="size", limit=5)
    with pytest.raises(UsageError, match="no kind of undertaking is called 'oath'"):
        Choice(kinds=("oath",))
    with pytest.raises(UsageError, match="no facet is called 'words'"):
        facets.facet(connection, Choice(), "words")


def counts(values: list[facets.Value]) -> dict[str, int]:
    return {value["name"]: value["count"] for value in values}


def test_facets_count_what_is_chosen(connection: sqlite3.Connection) -> None:
    choice = Choice(deadline=True)
    assert counts(facets.facet(connection, choice, "kinds")) == {
        "goal": 1,
        "pledge": 1,
        "directive": 0,
        "expectation": 0,
    }
    assert counts(facets.facet(connection, choice, "actors")) == {"Thanh Giang": 1, "UBND tỉnh Thanh Giang": 1}
    assert counts(facets.facet(connection, choice, "years")) == {"2024": 1, "2025": 1}
    assert counts(facets.facet(connection, choice, "outlets")) == {"Báo Thanh Giang": 2}


def test_a_facet_is_not_narrowed_by_itself(connection: sqlite3.Connection) -> None:
    choice = Choice(actors=(f"{BASE}place/Thanh_Giang",))
    values = facets.facet(connection, choice, "actors")
    assert len(values) == 4
    assert [value["name"] for value in values if value["chosen"]] == ["Thanh Giang"]
    assert counts(facets.facet(connection, choice, "deadline")) == {"1": 1}
    assert counts(facets.facet(connection, Choice(deadline=False), "deadline")) == {"0": 2, "1": 2}


def test_what_is_chosen_is_shown_though_nothing_is_left_of_it(connection: sqlite3.Connection) -> None:
    choice = Choice(words="trường học", actors=(f"{BASE}place/Thanh_Giang",), years=(2024,), outlets=("Báo khác",))
    assert {"Thanh Giang": 0}.items() <= counts(facets.facet(connection, choice, "actors")).items()
    assert counts(facets.facet(connection, choice, "outlets")) == {"Báo khác": 0}
    assert counts(facets.facet(connection, choice, "years")) == {"2024": 0}


def test_values_of_a_facet_are_found_by_name(connection: sqlite3.Connection) -> None:
    assert list(counts(facets.facet(connection, Choice(), "actors", find="cong an"))) == ["Công an tỉnh Thanh Giang"]
    assert facets.facet(connection, Choice(), "actors", find="(") == []
    assert len(facets.facet(connection, Choice(), "actors", limit=2)) == 2
    assert list(counts(facets.facet(connection, Choice(), "outlets", find="bao thanh"))) == ["Báo Thanh Giang"]
    assert facets.facet(connection, Choice(), "outlets", find="khác") == []


def test_all_facets_at_once_are_each_of_them(connection: sqlite3.Connection) -> None:
    for choice in (Choice(), Choice(kinds=EVERY, number=True), Choice(words="tinh", years=(2024, 2025))):
        each = {name: facets.facet(connection, choice, name) for name in facets.FACETS}
        assert facets.every_facet(connection, choice) == each
