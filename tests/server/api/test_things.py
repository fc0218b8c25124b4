"""Articles, people, bodies and places over HTTP, and what is kept from those who may not see it."""

from pathlib import Path

import httpx
import pytest

from camket.ontology.namespaces import BASE


def test_an_article_with_every_fact(http: httpx.Client) -> None:
    found = http.get("/api/article", params={"iri": "article/thanh-giang-01"}).json()
    assert found["article"]["title"] == "Thanh Giang xây nhà ở xã hội"
    kinds = {fact["kind"] for fact in found["facts"]}
    assert {"pledge", "goal", "directive", "statement", "membership", "event"} <= kinds
    for fact in found["facts"]:
        assert found["text"][fact["start"] : fact["end"]] == fact["quote"]
    names = [(mention["name"], mention["kind"]) for mention in found["mentions"]]
    assert ("Lê Văn Thuấn", "person") in names
    assert http.get("/api/article", params={"iri": f"{BASE}article/thanh-giang-01"}).json() == found


def test_the_ledger_is_in_its_article(http: httpx.Client) -> None:
    articles = ("article/thanh-giang-01", "article/thanh-giang-02")
    facts = [fact for iri in articles for fact in http.get("/api/article", params={"iri": iri}).json()["facts"]]
    abstentions = [fact for fact in facts if fact["kind"] == "abstention"]
    assert abstentions
    assert all(fact["reason"] and fact["cue"] for fact in abstentions)


def test_a_person(http: httpx.Client) -> None:
    found = http.get("/api/entity", params={"iri": "person/Lê_Văn_Thuấn"}).json()
    assert (found["name"], found["kind"], found["articles"]) == ("Lê Văn Thuấn", "person", 2)
    assert found["tenures"][0]["post"] == "Chủ tịch UBND tỉnh Thanh Giang"
    assert found["counts"]["stated"] == len(found["sections"]["stated"]) == 3
    assert found["met"][0]["name"] == "Trần Quốc Khởi"
    assert [mention["article"]["id"] for mention in found["mentions"]] == ["thanh-giang-02", "thanh-giang-01"]


def test_a_body_knows_what_it_is_part_of(http: httpx.Client) -> None:
    found = http.get("/api/entity", params={"iri": "body/UBND_tỉnh_Thanh_Giang"}).json()
    assert found["classes"] == ["StateBody"]
    assert found["jurisdiction"] == [{"iri": f"{BASE}place/Thanh_Giang", "name": "Thanh Giang"}]
    assert [fact["quote"][:12] for fact in found["sections"]["commitments"]] == ["tỉnh cam kết"]


def test_more_of_a_section(http: httpx.Client) -> None:
    asked = {"iri": "person/Lê_Văn_Thuấn", "section": "stated", "offset": "2"}
    (row,) = http.get("/api/entity/facts", params=asked).json()["rows"]
    assert row["kind"] == "goal"
    mentions = http.get("/api/entity/facts", params={**asked, "section": "mentions", "offset": "1"}).json()["rows"]
    assert [mention["article"]["id"] for mention in mentions] == ["thanh-giang-01"]


def test_names_are_completed(http: httpx.Client) -> None:
    rows = http.get("/api/things", params={"q": "le van th"}).json()["rows"]
    assert [row["name"] for row in rows] == ["Lê Văn Thuấn"]
    assert http.get("/api/things").json() == {"rows": []}


@pytest.mark.parametrize(
    ("path", "params", "status", "told"),
    [
        ("/api/article", {}, 400, "which one?"),
        ("/api/article", {"iri": "article/none"}, 404, "no article in the graph"),
        ("/api/article", {"iri": "person/Lê_Văn_Thuấn"}, 404, "no article in the graph"),
        ("/api/article", {"iri": "article/a> <b"}, 404, "no article in the graph"),
        ("/api/article", {"iri": "graph/entities"}, 404, "no article in the graph"),
        ("/api/entity", {"iri": "person/Không_Ai"}, 404, "nothing in the graph"),
        ("/api/entity", {"iri": "person/} DROP ALL {"}, 404, "nothing in the graph"),
        ("/api/entity/facts", {"iri": "person/Lê_Văn_Thuấn", "section": "dreams"}, 400, "no section is called"),
        ("/api/entity/facts", {"iri": "person/Lê_Văn_Thuấn", "offset": "x"}, 400, "offset=x"),
        ("/api/things", {"q": "x", "kind": "concept"}, 400, "person, body, place"),
        ("/api/things", {"q": "x" * 201}, 400, "201 characters"),
    ],
)
def test_what_is_wrong_is_told(http: httpx.Client, path: str, params: dict[str, str], status: int, told: str) -> None:
    answer = http.get(path, params=params)
    assert (answer.status_code, answer.text.count("\n")) == (status, 1)
    assert told in answer.text


def test_what_is_hidden_is_in_no_answer(serve: object, store: Path) -> None:
    server = serve(store, "--no-text", "--no-private-people")  # type: ignore[operator]
    with server.client() as http:
        article = http.get("/api/article", params={"iri": "article/thanh-giang-02"}).json()
        assert article["text"] is None
        assert article["facts"]
        every = [article, http.get("/api/things", params={"q": "le van thuan"}).json()]
        every.append(http.get("/api/commitments", params={"kind": "all"}).json())
        assert "Lê Văn Thuận" not in repr(every)


def test_a_new_snapshot_is_found_in_without_a_restart(
    serve: object, publish: object, tmp_path: Path, thanh_giang: str
) -> None:
    publish(tmp_path / "store", thanh_giang)  # type: ignore[operator]
    server = serve(tmp_path / "store")  # type: ignore[operator]
    with server.client() as http:
        assert http.get("/api/commitments").json()["total"] == 4
        publish(tmp_path / "store", thanh_giang.replace("Các chủ đầu tư hứa", "Các chủ đầu tư nguyện"))  # type: ignore[operator]
        assert http.get("/api/commitments", params={"q": "nguyện"}).json()["total"] == 1
