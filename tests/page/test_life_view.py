"""What became of commitments: in the table, in a life of its own, in the article, on a body's page."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import httpx
import pytest
from playwright.sync_api import Page, expect

from camket.graph.build import build

ROWS = "table.commitments tbody tr"
STEPS = "ol.life > li.life-step"
HOSTILE = '<img src=x onerror="alert(1)"> <b>đậm</b>'


def asked(url: str, path: str, **given: str) -> dict[str, object]:
    found: dict[str, object] = httpx.get(f"{url}/api/{path}", params=given, trust_env=False).json()
    return found


def life_of(url: str, words: str) -> str:
    """The address of the life of the commitment that has these words."""
    rows = asked(url, "commitments", q=f'"{words}"', kind="all")["rows"]
    assert isinstance(rows, list)
    return url + "/life/" + str(next(row["iri"] for row in rows if words in row["quote"])).partition("/id/")[2]


def test_rows_say_what_became_of_them_and_are_chosen_by_it(page: Page, url: str) -> None:
    page.goto(f"{url}/?kind=pledge&kind=goal")
    facet = page.get_by_role("group", name="Nay ra sao")
    facet.get_by_label("không đạt").check()
    expect(page).to_have_url(re.compile("status=missed"))
    expect(page.get_by_role("status")).to_have_text(f"{asked(url, 'commitments', status='missed')['total']} kết quả")
    for mark in page.locator(f"{ROWS} .cell-became .status").all():
        expect(mark).to_contain_text("không đạt")
    row = page.locator(ROWS).filter(has_text="tỷ lệ bao phủ BHYT đạt 95%")
    expect(row.locator(".latest")).to_have_text("Kinh tế Cao nguyên 26/12/2025")
    row.locator(".latest").click()
    expect(page.locator(".article-text .mark.opened").first).to_have_text("tỷ lệ bao phủ BHYT dừng ở 93,2%")


def test_rows_are_sorted_by_it(page: Page, url: str) -> None:
    page.goto(url)
    page.get_by_role("button", name=re.compile("^Nay ra sao")).click()
    expect(page).to_have_url(f"{url}/?sort=status")
    expect(page.locator(f"{ROWS} .status").first).to_contain_text("đã thực hiện")
    page.get_by_role("button", name=re.compile("^Nay ra sao")).click()
    expect(page.locator(f"{ROWS} .status").first).to_contain_text("chưa có tin")


def test_a_deadline_counts_against_the_day_that_is_asked_for(page: Page, url: str) -> None:
    words = "sẽ trình Quốc hội Tavoria"
    for day, status in (("2026-05-31", "chưa có tin"), ("2026-06-01", "quá hạn, chưa thấy đưa tin")):
        page.goto(f'{url}/?q="{words}"&on={day}')
        expect(page.locator(f"{ROWS} .status")).to_contain_text(status)


def test_a_life_from_the_promise_to_its_new_deadline(page: Page, url: str) -> None:
    page.goto(url + '/?q="khởi công 1.200 căn"&kind=pledge')
    page.locator(f"{ROWS} .life-link").first.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/life/article/lam-viec-01#pledge=\d+,\d+$"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("khởi công 1.200 căn nhà ở xã hội")
    expect(page.locator(".life-verdict")).to_contain_text("dời hạn")
    expect(page.locator(f"{STEPS} .life-when")).to_have_text(["15/4/2025", "16/4/2025", "18/11/2025"])
    moved = page.locator(STEPS).last
    expect(moved).to_contain_text("từ quý III/2025 sang quý I/2026")
    expect(page.locator(f"{STEPS}[aria-current]")).to_contain_text("khởi công 1.200 căn nhà ở xã hội")
    moved.get_by_text("Vì sao nối").click()
    expect(moved.locator(".why p").first).to_be_visible()
    quote = moved.locator("blockquote").inner_text()
    moved.locator("blockquote a").click()
    expect(page).to_have_url(re.compile(r"/article/tien-do-12#goal=\d+,\d+$"))
    expect(page.locator(".article-text .mark.opened").first).to_be_visible()
    assert "".join(page.locator(".article-text .mark.opened").all_inner_texts()) == quote


def test_a_target_meets_its_figure_with_the_arithmetic(page: Page, url: str) -> None:
    page.goto(life_of(url, "tỷ lệ bao phủ BHYT đạt 95%"))
    expect(page.locator(".life-verdict")).to_contain_text("không đạt")
    table = page.locator(".arithmetic").first
    expect(table.get_by_role("row").last).to_have_text(re.compile(r"BHYT.*95 %.*93,2 %.*−1,8 %.*chưa đạt"))


def test_silence_after_the_deadline_is_told_as_silence(page: Page, url: str) -> None:
    page.goto(life_of(url, "sẽ trình Quốc hội Tavoria"))
    expect(page.locator(".life-verdict")).to_contain_text("quá hạn, chưa thấy đưa tin")
    expect(page.locator(".life-now")).to_contain_text("Đã qua hạn mà chưa thấy bài nào đưa tin kết quả.")
    page.get_by_role("button", name="English").click()
    expect(page.locator(".life-verdict")).to_contain_text("overdue, nothing reported")


def test_an_article_says_what_others_tell_of_the_same(page: Page, url: str) -> None:
    page.goto(f"{url}/article/lam-viec-01")
    beside = page.get_by_role("complementary")
    beside.get_by_role("listitem").filter(has_text="Chúng tôi sẽ thẩm định xong").get_by_role("link").click()
    opened = page.get_by_role("region", name="Đang mở")
    expect(opened.locator(".became")).to_contain_text("đã thực hiện")
    expect(opened.locator(".latest")).to_contain_text("Thời báo Hạ tầng 18/11/2025")
    opened.locator(".life-link").click()
    expect(page).to_have_url(re.compile("/life/article/lam-viec-01#pledge"))
    page.goto(f"{url}/article/tien-do-12")
    page.locator(".article-text .mark").filter(has_text="đã thẩm định xong quy hoạch").first.click()
    tells = page.get_by_role("region", name="Đang mở").locator(".tells")
    expect(tells).to_have_count(2)
    expect(tells.first).to_contain_text("đã thực hiện")
    tells.first.get_by_role("link").click()
    assert "/life/article/" in unquote(page.url)


def test_an_event_names_who_else_tells_of_it_and_where_they_differ(page: Page, url: str) -> None:
    page.goto(f"{url}/article/dong-hai-13")
    page.locator(".article-text .mark").first.click()
    occasion = page.get_by_role("region", name="Đang mở").locator(".occasion")
    article = asked(url, "article", iri="article/dong-hai-13")
    facts = article["facts"]
    assert isinstance(facts, list)
    told = next(fact["occasion"] for fact in facts if "occasion" in fact)
    (other,) = (one for one in told["tellings"] if one["article"] != "dong-hai-13")
    expect(occasion.get_by_role("link").first).to_have_text(other["outlet"])
    assert told["disagrees"] == ["chair", "location"]
    expect(occasion.locator("dt")).to_have_text(
        ["Các bài nói khác nhau về người chủ trì:", "Các bài nói khác nhau về nơi:"]
    )
    occasion.get_by_role("link").first.click()
    expect(page).to_have_url(re.compile("/article/dong-hai-14#event="))


def test_a_meeting_that_several_tell_of_is_on_a_persons_page_once(page: Page, url: str) -> None:
    page.goto(f"{url}/person/Trần_Quốc_Khởi")
    events = page.locator("section#events li.fact-line")
    entity = asked(url, "entity", iri="person/Trần_Quốc_Khởi")
    counts = entity["counts"]
    assert isinstance(counts, dict)
    expect(events).to_have_count(counts["events"])
    expect(events.filter(has=page.locator(".occasion"))).not_to_have_count(0)
    days = events.filter(has_text="15/4/2025").count()
    assert days == 1


def test_a_bodys_commitments_say_what_became_of_them(page: Page, url: str) -> None:
    page.goto(f"{url}/body/Bộ_Xây_dựng")
    promise = page.locator("p.quote", has_text="Chúng tôi sẽ thẩm định xong")
    line = page.locator("section#commitments li.fact-line").filter(has=promise)
    expect(line.locator(".became")).to_contain_text("đã thực hiện")
    line.locator(".life-link").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Chúng tôi sẽ thẩm định xong")


@pytest.mark.parametrize("context", [(390, 844)], indirect=True, ids=["phone"])
def test_on_a_phone(page: Page, url: str) -> None:
    page.goto(life_of(url, "khởi công 1.200 căn nhà ở xã hội"))
    expect(page.locator(STEPS)).to_have_count(3)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_life_that_is_none(page: Page, url: str, allow: list[str]) -> None:
    allow.append("404")
    page.goto(f"{url}/life/article/none#pledge=1,2")
    expect(page.get_by_role("alert")).to_contain_text("no fact in the graph")


def test_hostile_text_is_shown_as_text(page: Page, start: Callable[[Path], str], tmp_path: Path) -> None:
    text = f"UBND tỉnh Thanh Giang cam kết xây 500 căn nhà ở xã hội {HOSTILE} trước năm 2027."
    source = tmp_path / "a.jsonl"
    articles = [
        {"id": name, "publisher": HOSTILE, "text": text, "published": day}
        for name, day in (("x", "2025-01-02"), ("y", "2025-03-04"))
    ]
    source.write_text("\n".join(map(json.dumps, articles)), encoding="utf-8")
    build([source], tmp_path / "store")
    served = start(tmp_path / "store")
    other = page.context.new_page()
    other.on("dialog", lambda dialog: pytest.fail(dialog.message))
    other.goto(life_of(served, "500 căn nhà ở xã hội"))
    expect(other.get_by_role("heading", level=1)).to_contain_text("<img src=x")
    expect(other.locator(STEPS).first).to_contain_text(HOSTILE)
    assert other.locator("main img, main script, main blockquote b").count() == 0
