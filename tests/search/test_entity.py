"""What is found of people, bodies and places: by name, and on their pages."""

import sqlite3

import pytest

from camket.graph.errors import UsageError
from camket.graph.search import entity, things
from camket.ontology.namespaces import BASE


def names(found: list[things.Found]) -> list[str]:
    return [thing["name"] for thing in found]


def thing(connection: sqlite3.Connection, local: str) -> int:
    number = entity.number(connection, BASE + local)
    assert number is not None
    return number


def test_names_are_found_by_the_beginnings_of_their_words(connection: sqlite3.Connection) -> None:
    assert names(things.find(connection, "thuan", limit=9)) == ["Lê Văn Thuấn"]  # Lê Văn Thuận is private
    assert names(things.find(connection, "thanh gi", limit=9))[0] == "Thanh Giang"
    assert names(things.find(connection, "cong an thanh", limit=9)) == ["Công an tỉnh Thanh Giang"]
    assert names(things.find(connection, "thanh giang", kinds=("place",), limit=9)) == ["Thanh Giang"]
    assert names(things.find(connection, "chủ đầu tư", limit=9)) == []
    assert things.find(connection, "%", limit=9) == []


def test_the_foremost_are_those_who_act_and_speak_most(connection: sqlite3.Connection) -> None:
    found = things.foremost(connection)
    counted = [
        connection.execute(
            "SELECT COUNT(*) FROM part JOIN thing ON n = thing WHERE iri = ? AND role IN ('actor', 'speaker')", (iri,)
        ).fetchone()[0]
        for iri in found
    ]
    assert counted == sorted(counted, reverse=True)
    assert min(counted) > 0
    assert things.get(connection, found[0]) is not None


def test_sections_and_their_counts(connection: sqlite3.Connection) -> None:
    chairman = thing(connection, "person/Lê_Văn_Thuấn")
    assert entity.counts(connection, chairman) == {"stated": 3, "statements": 1, "events": 1, "refusals": 1}
    stated = entity.section(connection, chairman, "stated", limit=2)
    assert [fact["quote"][:8] for fact in stated] == ["Công an ", "tỉnh cam"]
    assert [fact["quote"][:8] for fact in entity.section(connection, chairman, "stated", limit=9, offset=2)] == [
        "năm 2024"
    ]
    committee = thing(connection, "body/UBND_tỉnh_Thanh_Giang")
    assert {"commitments": 1, "tasks": 1}.items() <= entity.counts(connection, committee).items()
    with pytest.raises(UsageError, match="no section is called 'dreams'"):
        entity.section(connection, chairman, "dreams", limit=2)


def test_posts_over_time(connection: sqlite3.Connection) -> None:
    (tenure, *_) = entity.tenures(connection, thing(connection, "person/Lê_Văn_Thuấn"))
    assert (tenure["post"], tenure["former"], tenure["times"]) == ("Chủ tịch UBND tỉnh Thanh Giang", False, 1)
    assert tenure["first"] == tenure["last"] == "2024-03-08"
    assert tenure["sample"]["article"]["id"] == "thanh-giang-01"
    in_body = entity.tenures(connection, thing(connection, "body/UBND_tỉnh_Thanh_Giang"))
    assert [one["member"]["name"] for one in in_body] == ["Lê Văn Thuấn", "Lê Văn Thuấn"]
    assert [one["former"] for one in in_body] == [False, True]


def test_whom_somebody_meets(connection: sqlite3.Connection) -> None:
    met = entity.met(connection, thing(connection, "person/Lê_Văn_Thuấn"))
    assert [(one["name"], one["times"]) for one in met] == [("Trần Quốc Khởi", 1), ("UBND tỉnh Thanh Giang", 1)]


def test_mentions(connection: sqlite3.Connection) -> None:
    found = entity.mentions(connection, thing(connection, "person/Lê_Văn_Thuấn"), limit=9)
    assert [(one["article"]["id"], one["times"] > 0) for one in found] == [
        ("thanh-giang-02", True),
        ("thanh-giang-01", True),
    ]
