"""The SPARQL view: examples run, results are seen as a table and as a graph, and are downloaded."""

from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Page, expect

CONSTRUCT = "CONSTRUCT { ?fact ?slot ?who } WHERE { VALUES ?slot { ck:promisor ck:beneficiary } ?fact ?slot ?who }"


def answered(page: Page) -> None:
    expect(page.locator(".yasr .dataTable, .yasr .CodeMirror, .yasr .boolean").first).to_be_visible()


def test_an_example_is_chosen_run_and_kept_in_the_address(page: Page, url: str) -> None:
    page.goto(f"{url}/query")
    page.get_by_role("button", name="Ai cam kết nhiều nhất").click()
    answered(page)
    assert page.url == f"{url}/query?name=most-commitments"
    expect(page.locator(".yasr .dataTable")).to_contain_text("UBND tỉnh")
    page.goto(f"{url}/query?name=who-met-whom")
    answered(page)
    expect(page.locator(".yasr .dataTable")).to_contain_text("Tô Lâm")


def test_an_empty_editor_begins_with_a_question_that_has_an_answer(page: Page, url: str) -> None:
    page.goto(f"{url}/query")
    page.locator(".yasqe_queryButton").first.click()
    answered(page)
    expect(page.locator(".yasr .dataTable")).to_contain_text("2030")


def test_rows_are_drawn_as_a_graph(page: Page, url: str) -> None:
    page.goto(f"{url}/query?name=who-met-whom")
    answered(page)
    page.locator(".yasr .select_graph").click()
    expect(page.locator(".result-graph .count")).not_to_have_attribute("data-edges", "0")


def test_a_construct_is_drawn_as_a_graph_and_downloaded(page: Page, url: str, tmp_path: Path) -> None:
    prefixes = "PREFIX ck: <https://w3id.org/camket/ontology#> "
    page.goto(f"{url}/query?query={quote(prefixes + CONSTRUCT)}")
    page.locator(".yasqe_queryButton").first.click()
    page.locator(".yasr .select_graph").click()
    expect(page.locator(".result-graph .count")).not_to_have_attribute("data-edges", "0")
    page.locator(".yasr .select_response").click()
    with page.expect_download() as download:
        page.locator(".yasr_downloadIcon").click()
    download.value.save_as(tmp_path / "answer")
    assert "#pledge=" in (tmp_path / "answer").read_text(encoding="utf-8")


def test_a_table_is_downloaded(page: Page, url: str, tmp_path: Path) -> None:
    page.goto(f"{url}/query?name=most-commitments")
    answered(page)
    with page.expect_download() as download:
        page.locator(".yasr_downloadIcon").click()
    download.value.save_as(tmp_path / "rows.csv")
    assert "UBND tỉnh" in (tmp_path / "rows.csv").read_text(encoding="utf-8")


def test_what_is_wrong_with_a_query_is_told(page: Page, allow: list[str], url: str) -> None:
    allow.append("400 (Bad Request)")
    page.goto(f"{url}/query?query={quote('SELECT * WHERE { ?s ?p }')}")
    page.locator(".yasqe_queryButton").first.click()
    expect(page.locator(".yasr .errorResult, .yasr .error").first).to_contain_text("malformed SPARQL: error at 1:25")


def test_a_things_iri_leads_to_its_page_here(page: Page, url: str) -> None:
    page.goto(f"{url}/query?query={quote('SELECT ?who WHERE { ?who a <http://xmlns.com/foaf/0.1/Person> } LIMIT 3')}")
    page.locator(".yasqe_queryButton").first.click()
    answered(page)
    page.locator(".yasr .dataTable a.iri").first.click()
    page.wait_for_url(f"{url}/person/**")


def test_hostile_results_are_shown_as_text(page: Page, allow: list[str], url: str) -> None:
    # YASR cleans markup in a document of its own, in which nothing runs or is fetched; the browser tells of it.
    allow.append("Executing inline event handler violates")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    hostile = "<img src=/stolen onerror=window.broken=1><script>window.broken=1</script>"
    iri = "javascript:window.broken=1"
    query = f'SELECT * WHERE {{ VALUES (?a ?b) {{ ("{hostile}" <{iri}>) }} }}'
    page.goto(f"{url}/query?query={quote(query)}")
    page.locator(".yasqe_queryButton").first.click()
    answered(page)
    expect(page.locator(".yasr .dataTable")).to_contain_text("onerror")
    assert page.locator(".yasr .dataTable img, .yasr .dataTable script").count() == 0
    assert page.evaluate("window.broken") is None
    assert not [address for address in asked if address.endswith("stolen")]
