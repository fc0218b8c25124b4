"""What became of commitments, by links made by hand: in rows, counts, order, and step by step."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pyoxigraph
import pytest

from camket.graph.errors import UsageError
from camket.graph.search import commitments, entity, facets, index, schema
from camket.graph.search.choice import Choice
from camket.graph.search.life import Life, life
from camket.graph.search.outcome import Status
from camket.graph.search.reasons import Reasons
from camket.graph.store import Dataset
from camket.graph.views.undertakings import KINDS
from camket.ontology.namespaces import BASE, CK

TRIG = Path(__file__).parents[1] / "queries" / "thanh_giang.trig"
HOUSES = f"{BASE}article/thanh-giang-01#pledge=159,233"
SCHOOLS = f"{BASE}article/thanh-giang-01#pledge=460,501"
ORDER = f"{BASE}article/thanh-giang-02#pledge=71,103"
HOPE = f"{BASE}article/thanh-giang-02#expectation=178,209"
EVENT = f"{BASE}article/thanh-giang-01#event=0,104"
OCCASION = f"{BASE}occasion/2024-03-07_buổi_làm_việc"
LINKED = f"""
@prefix : <{CK}> .
GRAPH <{BASE}graph/identity> {{
  <{ORDER}> :restates <{HOUSES}> .
  <{HOPE}> :misses <{SCHOOLS}> , <{ORDER}> .
  <{BASE}step/1> a :LifeStep ; :laterFact <{HOPE}> ; :earlierFact <{ORDER}> ; :relation :misses ;
    :ground :FigureAgainstTarget ; :because "con số so với mục tiêu" ; :reckoning <{BASE}step/1/x> .
  <{BASE}step/1/x> a :Reckoning ; :comparator :MoreThan ; :unit <{BASE}concept/unit/căn> ; :targetValue 1200.0 ;
    :indicator <{BASE}concept/indicator/nhà_ở_xã_hội> ; :reachedValue 1032.5 ; :difference -167.5 ; :met false .
  <{EVENT}> :reports <{OCCASION}> .
  <{OCCASION}> a :Occasion ; <http://www.w3.org/2004/02/skos/core#prefLabel> "buổi làm việc"@vi ;
    :disagreesOn <https://schema.org/location> , :chair .
}}
"""
EVERY = tuple(KINDS)
BEFORE, AFTER = date(2025, 6, 30), date(2025, 7, 1)


@pytest.fixture(scope="module")
def store() -> pyoxigraph.Store:
    found = pyoxigraph.Store()
    found.bulk_load(TRIG.read_text(encoding="utf-8") + LINKED, pyoxigraph.RdfFormat.TRIG)
    return found


@pytest.fixture(scope="module")
def linked(store: pyoxigraph.Store, tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    path = tmp_path_factory.mktemp("linked") / "1.sqlite"
    index.make(Dataset(store), path)
    with closing(schema.read(path)) as opened:
        yield opened


@pytest.fixture(scope="module")
def told(store: pyoxigraph.Store, linked: sqlite3.Connection) -> Life:
    return life(linked, Reasons(store, BASE), HOUSES, AFTER)


def statuses(linked: sqlite3.Connection, on: date) -> dict[str, str]:
    rows = commitments.page(linked, Choice(kinds=EVERY, on=on), limit=100)["rows"]
    return {row["iri"].partition("#")[2]: row["became"]["status"] for row in rows}


def test_a_commitment_has_what_was_told_of_it_and_of_what_restates_it(linked: sqlite3.Connection) -> None:
    assert statuses(linked, AFTER) == {
        "pledge=159,233": "missed",
        "pledge=460,501": "missed",
        "pledge=71,103": "missed",
        "expectation=178,209": "open",
        "goal=288,349": "overdue",
        "directive=368,405": "open",
    }
    assert statuses(linked, date(2024, 12, 31))["goal=288,349"] == "open"


def test_a_row_names_the_step_it_rests_on(linked: sqlite3.Connection) -> None:
    (row,) = commitments.page(linked, Choice(words="cam kết xây 1.200", on=AFTER), limit=5)["rows"]
    assert row["became"] == {
        "status": "missed",
        "steps": 2,
        "latest": {
            "step": "missed",
            "iri": HOPE,
            "kind": "expectation",
            "quote": "Công an tỉnh quan tâm công nhân",
            "article": "thanh-giang-02",
            "outlet": "Báo Thanh Giang",
            "published": "2024-09",
            "before": None,
            "due": None,
        },
    }


@pytest.mark.parametrize("on", [BEFORE, AFTER, date(2030, 1, 1), date(2000, 1, 1)])
def test_counts_filters_and_order_say_the_same_of_every_day(linked: sqlite3.Connection, on: date) -> None:
    said = statuses(linked, on)
    counted = {v["value"]: v["count"] for v in facets.facet(linked, Choice(kinds=EVERY, on=on), "statuses")}
    assert counted == {status: list(said.values()).count(status) for status in set(said.values())}
    for status in Status:
        choice = Choice(kinds=EVERY, statuses=(status,), on=on)
        assert commitments.count(linked, choice) == counted.get(status, 0)
        people = facets.facet(linked, choice, "actors")
        assert sum(value["count"] for value in people) == counted.get(status, 0)
    ordered = list(Status)
    for sort, places in (("status", 1), ("-status", -1)):
        rows = commitments.page(linked, Choice(kinds=EVERY, on=on), sort=sort, limit=100)["rows"]
        ranks = [places * ordered.index(Status(row["became"]["status"])) for row in rows]
        assert ranks == sorted(ranks)


def test_the_last_heard_of_come_first(linked: sqlite3.Connection) -> None:
    rows = commitments.page(linked, Choice(kinds=EVERY), sort="-changed", limit=100)["rows"]
    assert [row["became"]["steps"] > 0 for row in rows] == [True, True, True, False, False, False]


def test_a_status_that_is_none_is_told() -> None:
    with pytest.raises(UsageError, match="no status is called 'broken': use kept, partly-kept"):
        Choice(statuses=("broken",))


def test_a_life_goes_from_the_promise_to_its_end(told: Life) -> None:
    assert told["fact"]["iri"] == HOUSES
    assert [(entry["fact"]["iri"], [link["step"] for link in entry["links"]]) for entry in told["entries"]] == [
        (HOUSES, []),
        (ORDER, ["restated"]),
        (HOPE, ["missed"]),
    ]


def test_each_step_says_why_with_its_arithmetic(told: Life) -> None:
    (link,) = told["entries"][2]["links"]
    assert (link["ground"], link["because"]) == ("FigureAgainstTarget", "con số so với mục tiêu")
    assert link["reckonings"] == [
        {
            "indicator": "nhà ở xã hội",
            "target": "> 1.200 căn",
            "reached": "1.032,5 căn",
            "difference": "−167,5 căn",
            "met": False,
        }
    ]


def test_a_fact_that_tells_of_another_leads_to_its_life(store: pyoxigraph.Store, linked: sqlite3.Connection) -> None:
    found = life(linked, Reasons(store, BASE), HOPE, AFTER)
    assert [entry["fact"]["iri"] for entry in found["entries"]] == [SCHOOLS, HOPE]
    alone = life(linked, Reasons(store, BASE), f"{BASE}article/thanh-giang-01#goal=288,349", AFTER)
    assert [entry["links"] for entry in alone["entries"]] == [[]]
    with pytest.raises(UsageError, match="no fact in the graph"):
        life(linked, Reasons(store, BASE), f"{BASE}article/none#pledge=1,2", AFTER)


def test_an_event_names_its_occasion_and_what_is_not_agreed_on(linked: sqlite3.Connection) -> None:
    chairman = entity.number(linked, f"{BASE}person/Lê_Văn_Thuấn")
    assert chairman is not None
    (event,) = entity.section(linked, chairman, "events", limit=9)
    occasion = event["occasion"]
    assert (occasion["name"], occasion["disagrees"]) == ("buổi làm việc", ["chair", "location"])
    assert [(one["iri"], one["location"], one["chair"]) for one in occasion["tellings"]] == [
        (EVENT, ["Thanh Giang"], ["Trần Quốc Khởi"])
    ]
