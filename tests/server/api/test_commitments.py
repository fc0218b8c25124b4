"""Commitments over HTTP: rows, facets, files to save, and what a user gets wrong."""

import csv
import io

import httpx
import icalendar
import openpyxl
import pytest

from camket.ontology.namespaces import BASE

PAGED = {"/api/commitments.csv": {"limit", "after"}, "/api/commitments.ics": {"limit", "after", "sort"}}


def test_rows_and_how_many_there_are(http: httpx.Client) -> None:
    answer = http.get("/api/commitments", params={"limit": 2})
    assert answer.headers["content-type"] == "application/json"
    page = answer.json()
    assert (page["total"], len(page["rows"])) == (4, 2)
    rest = http.get("/api/commitments", params={"limit": 2, "after": page["next"]}).json()
    assert (rest["total"], len(rest["rows"]), rest["next"]) == (4, 2, None)
    iris = [row["iri"] for row in page["rows"] + rest["rows"]]
    assert len(set(iris)) == 4
    assert all(iri.startswith(f"{BASE}article/") for iri in iris)


def test_a_row_leads_to_the_sentence_in_its_article(http: httpx.Client) -> None:
    for row in http.get("/api/commitments", params={"kind": "all"}).json()["rows"]:
        article = http.get("/api/article", params={"iri": row["article"]["iri"]}).json()
        assert article["text"][row["start"] : row["end"]] == row["quote"]
        assert row["iri"] in [fact["iri"] for fact in article["facts"]]


def test_filters_go_together(http: httpx.Client) -> None:
    given = {"q": "nha o", "actor": f"{BASE}body/UBND_tỉnh_Thanh_Giang", "year": "2025", "number": "yes"}
    (row,) = http.get("/api/commitments", params=given).json()["rows"]
    assert row["quote"].startswith("tỉnh cam kết xây 1.200 căn")
    facets = http.get("/api/commitments/facets", params=given).json()
    assert {value["value"]: value["count"] for value in facets["years"]} == {"2025": 1}
    assert [value["name"] for value in facets["actors"] if value["chosen"]] == ["UBND tỉnh Thanh Giang"]


def test_one_facet_found_by_name(http: httpx.Client) -> None:
    values = http.get("/api/commitments/facets", params={"facet": "actors", "find": "cong an"}).json()["actors"]
    assert [value["name"] for value in values] == ["Công an tỉnh Thanh Giang"]


def test_what_is_shown_as_csv(http: httpx.Client) -> None:
    answer = http.get("/api/commitments.csv", params={"kind": "all", "sort": "due"})
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"] == 'attachment; filename="camket-commitments.csv"'
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    shown = http.get("/api/commitments", params={"kind": "all", "sort": "due"}).json()["rows"]
    assert [(row["evidence"], row["what"]) for row in rows] == [(one["iri"], one["quote"]) for one in shown]
    assert (rows[0]["who"], rows[0]["number"], rows[0]["due"]) == ("Thanh Giang", "> 60000000000000 VND", "2024")


def test_status_is_that_of_the_day_that_is_asked_for(http: httpx.Client) -> None:
    for day, status in (("2025-06-30", "open"), ("2025-07-01", "overdue")):
        given = {"q": "cam kết xây", "on": day}
        (row,) = http.get("/api/commitments", params=given).json()["rows"]
        assert row["became"] == {"status": status, "steps": 0, "latest": None}
        counted = http.get("/api/commitments/facets", params=given).json()["statuses"]
        assert [(value["value"], value["count"]) for value in counted] == [(status, 1)]
        found = http.get("/api/commitments", params={**given, "status": "overdue"}).json()
        assert found["total"] == len(found["rows"]) == (status == "overdue")
        (saved,) = csv.DictReader(io.StringIO(http.get("/api/commitments.csv", params=given).text))
        assert (saved["status"], saved["reported"], saved["report"]) == (status, "", "")


def test_the_deadlines_of_what_is_chosen_as_a_calendar(http: httpx.Client) -> None:
    answer = http.get("/api/commitments.ics", params={"q": "cam kết xây", "on": "2025-07-01"})
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    assert answer.headers["content-disposition"] == 'attachment; filename="camket-deadlines.ics"'
    (event,) = icalendar.Calendar.from_ical(answer.content).walk("VEVENT")
    assert (str(event["UID"]), event.decoded("DTSTART").isoformat()) == (
        f"{BASE}article/thanh-giang-01#pledge=159,233",
        "2025-06-30",
    )
    assert "quá hạn" in str(event["DESCRIPTION"])
    every = icalendar.Calendar.from_ical(http.get("/api/commitments.ics", params={"kind": "all"}).content)
    assert len(every.walk("VEVENT")) == 2
    none = icalendar.Calendar.from_ical(http.get("/api/commitments.ics", params={"q": "khủng long"}).content)
    assert none.walk("VEVENT") == []


def test_the_life_of_a_commitment(http: httpx.Client) -> None:
    iri = f"{BASE}article/thanh-giang-01#pledge=159,233"
    for given in (iri, iri.removeprefix(BASE)):
        found = http.get("/api/life", params={"iri": given, "on": "2025-07-01"}).json()
        assert (found["fact"]["iri"], found["fact"]["became"]["status"]) == (iri, "overdue")
        assert [(entry["fact"]["iri"], entry["links"]) for entry in found["entries"]] == [(iri, [])]
    for given, status in (("article/none#pledge=1,2", 404), ("person/Lê_Văn_Thuấn", 404), ("", 400)):
        answer = http.get("/api/life", params={"iri": given})
        assert (answer.status_code, answer.text.count("\n")) == (status, 1)


def test_what_is_shown_as_xlsx(http: httpx.Client) -> None:
    answer = http.get("/api/commitments.xlsx", params={"q": "cam kết xây"})
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    assert sheet is not None
    header, row = sheet.iter_rows(values_only=True)
    named = dict(zip(header, row, strict=True))
    assert (named["who"], named["to"], named["said by"]) == ("UBND tỉnh Thanh Giang", "công nhân", "Lê Văn Thuấn")
    assert named["what"] == "tỉnh cam kết xây 1.200 căn nhà ở xã hội cho công nhân trước ngày 30/6/2025"
    assert http.get("/api/commitments.xlsx", params={"q": "cam kết xây"}).content == answer.content


@pytest.mark.parametrize(
    ("params", "told"),
    [
        ({"kind": "oath"}, "no kind of undertaking is called 'oath'"),
        ({"sort": "size"}, "nothing is sorted by 'size'"),
        ({"year": "soon"}, "year=soon: write a year"),
        ({"year": "²"}, "year=²: write a year"),
        ({"status": "broken"}, "no status is called 'broken': use kept"),
        ({"on": "2025-06"}, "on=2025-06: write a day as 2030-01-31"),
        ({"on": "20250630²²"}, "on=20250630²²: write a day"),
        ({"number": "maybe"}, "number=maybe: yes or no"),
        ({"limit": "-1"}, "limit=-1: a number from"),
        ({"limit": "99999"}, "limit=99999: a number from"),
        ({"after": "x"}, "no page ends there"),
        ({"q": "x" * 501}, "501 characters"),
        ({"actor": [str(n) for n in range(101)]}, "101 values"),
    ],
)
@pytest.mark.parametrize("path", ["/api/commitments", *PAGED])
def test_what_is_wrong_is_told_in_one_line(http: httpx.Client, path: str, params: dict[str, str], told: str) -> None:
    if PAGED.get(path, set()) & params.keys():
        return  # files have no pages, calendars no order
    answer = http.get(path, params=params)
    assert answer.status_code == 400
    assert told in answer.text
    assert answer.text.count("\n") == 1


def test_only_reading(http: httpx.Client) -> None:
    assert http.post("/api/commitments").status_code == 405
    assert http.head("/api/commitments").status_code == 200
