"""An article: every fact marked where it stands, shown when pointed at, opened by a click; hostile text is text."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Dialog, Page, expect

from camket.graph.build import build

MARK = ".article-text .mark"
QUANG_NINH = "/article/quang-ninh"
HOSTILE = '<img src=x onerror="alert(1)"> 😀 <script>alert(2)</script> </div>'


def article(url: str, identifier: str) -> dict[str, object]:
    found: dict[str, object] = httpx.get(
        f"{url}/api/article", params={"iri": f"article/{identifier}"}, trust_env=False
    ).json()
    return found


def test_the_text_is_whole_and_every_fact_is_marked(page: Page, url: str) -> None:
    page.goto(url + QUANG_NINH)
    expect(page.locator(MARK).first).to_be_visible()
    told = article(url, "quang-ninh")
    assert page.locator(".article-text").evaluate("text => text.textContent") == told["text"]
    marked = page.locator(MARK).evaluate_all("marks => marks.map(mark => mark.getAttribute('href').slice(1))")
    facts = told["facts"]
    assert isinstance(facts, list)
    for fact in facts:
        page.goto(f"{url}{QUANG_NINH}#{fact['iri'].partition('#')[2]}")
        opened = page.locator(f"{MARK}.opened")
        expect(opened.first).to_be_visible()
        assert "".join(opened.all_text_contents()) == fact["quote"]
    assert len(marked) > 5


def test_pointing_at_a_mark_shows_the_fact_and_a_click_opens_it(page: Page, url: str) -> None:
    page.goto(url + QUANG_NINH)
    mark = page.locator(MARK).filter(has_text="Bộ Công an sẽ bổ sung").first
    mark.hover()
    card = page.get_by_role("tooltip")
    expect(card).to_contain_text("cam kết")
    expect(card).to_contain_text("Công an tỉnh Quảng Ninh")
    page.mouse.move(0, 0)
    expect(card).to_be_hidden()
    mark.click()
    expect(page).to_have_url(re.compile(r"#pledge=\d+,\d+$"))
    opened = page.get_by_role("region", name="Đang mở")
    expect(opened).to_contain_text("≈ 1.000 biên chế")
    opened.get_by_role("button", name="Đóng").click()
    expect(opened).to_be_hidden()


def test_a_mark_is_reached_by_keyboard(page: Page, url: str) -> None:
    page.goto(url + QUANG_NINH)
    page.locator(MARK).filter(has_text="Bộ Công an sẽ bổ sung").first.focus()
    expect(page.get_by_role("tooltip")).to_contain_text("cam kết")
    page.keyboard.press("Escape")
    expect(page.get_by_role("tooltip")).to_be_hidden()
    page.keyboard.press("Enter")
    expect(page.get_by_role("region", name="Đang mở")).to_be_visible()


def test_kinds_are_switched_off_and_on(page: Page, url: str) -> None:
    page.goto(url + QUANG_NINH)
    kinds = page.get_by_role("group", name="Loại được đánh dấu")
    strong = page.locator(f"{MARK}.mark-strong")
    expect(strong.first).to_be_visible()
    before = strong.count()
    kinds.get_by_label("mục tiêu").uncheck()
    expect(strong).not_to_have_count(before)
    kinds.get_by_label("mục tiêu").check()
    expect(strong).to_have_count(before)


def test_the_ledgers_sentences_are_marked_as_such(page: Page, url: str) -> None:
    ledger = httpx.get(
        f"{url}/sparql",
        params={"query": "SELECT ?a { ?x a ck:Abstention ; prov:wasDerivedFrom/dcterms:identifier ?a } LIMIT 1"},
        headers={"Accept": "text/csv"},
        trust_env=False,
    ).text.split()
    page.goto(f"{url}/article/{ledger[1]}")
    expect(page.locator(f"{MARK}.mark-ledger").first).to_be_visible()
    page.locator(f"{MARK}.mark-ledger").first.click()
    expect(page.get_by_role("region", name="Đang mở")).to_contain_text("Vì sao chưa ghi nhận")


def test_an_article_that_is_none(page: Page, url: str, allow: list[str]) -> None:
    allow.append("404")
    page.goto(f"{url}/article/none")
    expect(page.get_by_role("alert")).to_contain_text("no article in the graph")


@pytest.mark.parametrize("context", [(390, 844)], indirect=True, ids=["phone"])
def test_on_a_phone_the_fact_opens_below_the_text(page: Page, url: str) -> None:
    page.goto(url + QUANG_NINH)
    page.locator(MARK).filter(has_text="Bộ Công an sẽ bổ sung").first.click()
    expect(page.get_by_role("region", name="Đang mở")).to_be_in_viewport()


def test_hostile_text_is_shown_as_text(page: Page, start: Callable[[Path], str], tmp_path: Path) -> None:
    text = (
        f"Ông Lê Văn Thuấn, Chủ tịch UBND tỉnh Thanh Giang, nói: {HOSTILE}\n"
        f"UBND tỉnh Thanh Giang cam kết xây 500 căn nhà ở xã hội {HOSTILE} trước năm 2027."
    )
    source = tmp_path / "a.jsonl"
    source.write_text(
        json.dumps({"id": "x", "title": HOSTILE, "publisher": HOSTILE, "text": text, "url": "javascript:alert(3)"})
    )
    build([source], tmp_path / "store")
    served = start(tmp_path / "store")
    other = page.context.new_page()
    alerts: list[str] = []

    def note(dialog: Dialog) -> None:
        alerts.append(dialog.message)
        dialog.dismiss()

    other.on("dialog", note)
    other.goto(f"{served}/article/x")
    expect(other.locator("h1")).to_have_text(HOSTILE)
    assert HOSTILE in other.locator(".article-text").inner_text()
    assert other.locator("main img, main script").count() == 0
    assert other.locator('a[href^="javascript"]').count() == 0
    other.goto(served)
    expect(other.locator("table.commitments tbody tr").first).to_contain_text("<img src=x")
    assert other.locator("main img, main script").count() == 0
    assert alerts == []
