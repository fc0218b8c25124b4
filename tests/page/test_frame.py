"""The frame around the views: languages, addresses, and what is not there."""

import httpx
import pytest
from playwright.sync_api import Page, expect

VIEWS = ["/", "/graph", "/query"]


@pytest.mark.parametrize("path", VIEWS)
def test_every_section_opens(page: Page, url: str, path: str) -> None:
    page.goto(url + path)
    expect(page.locator("nav a[aria-current=page]")).to_have_attribute("href", path)
    expect(page.locator("main h1").first).to_be_attached()


def test_the_language_is_changed_and_remembered(page: Page, url: str) -> None:
    page.goto(f"{url}/graph")
    expect(page.get_by_role("link", name="Đồ thị")).to_be_visible()
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("link", name="Graph")).to_be_visible()
    assert page.evaluate("document.documentElement.lang") == "en"
    page.reload()
    expect(page.get_by_role("link", name="Graph")).to_be_visible()


def test_sections_are_followed_without_loading_the_page_again(page: Page, url: str) -> None:
    page.goto(f"{url}/graph")
    page.evaluate("window.stayed = true")
    page.get_by_role("link", name="SPARQL").click()
    expect(page.get_by_role("heading", name="SPARQL")).to_be_visible()
    page.go_back()
    expect(page.locator(".explorer")).to_be_visible()
    assert page.evaluate("window.stayed") is True


def test_the_skip_link_leads_to_the_content(page: Page, url: str) -> None:
    page.goto(f"{url}/query")
    expect(page.locator(".yasqe").first).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()


@pytest.mark.parametrize("path", [*VIEWS, "/person/Ai_đó", "/article/x", "/body/y", "/place/z"])
def test_only_this_servers_code_may_run(url: str, path: str) -> None:
    answer = httpx.get(url + path, trust_env=False)
    assert answer.status_code == 200
    policy = dict(part.split(" ", 1) for part in answer.headers["content-security-policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == "'self'"
    assert policy["connect-src"] == "'self'"
    assert "://" not in answer.headers["content-security-policy"]
