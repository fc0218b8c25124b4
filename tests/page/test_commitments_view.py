"""The front page: found, filtered, sorted, saved, and each row opens its sentence."""

import csv
import re
from pathlib import Path

import httpx
import openpyxl
import pytest
from playwright.sync_api import Page, expect

ROWS = "table.commitments tbody tr"


def test_it_is_the_front_page(page: Page, url: str) -> None:
    page.goto(url)
    expect(page.locator(ROWS).first).to_be_visible()
    total = httpx.get(f"{url}/api/commitments", trust_env=False).json()["total"]
    expect(page.get_by_role("status")).to_have_text(f"{total} kết quả")
    assert page.title() == "Cam kết và mục tiêu · Camket"


def test_words_are_found_without_accents_while_they_are_typed(page: Page, url: str) -> None:
    page.goto(url)
    page.get_by_role("searchbox", name=re.compile("Tìm trong câu")).fill("suat hoc bong")
    expect(page.locator(ROWS)).to_have_count(1)
    expect(page.locator(ROWS)).to_contain_text("50 suất học bổng")
    assert page.url.endswith("?q=suat+hoc+bong")


def test_filters_are_kept_in_the_link_and_taken_out_again(page: Page, url: str) -> None:
    page.goto(url)
    page.get_by_role("group", name="Loại").get_by_label("chỉ đạo").check()
    page.get_by_role("group", name="Con số").get_by_role("checkbox", name=re.compile("^có")).check()
    expect(page).to_have_url(re.compile("kind=pledge&kind=goal&kind=directive&number=yes"))
    query = page.url.partition("?")[2]
    found = httpx.get(f"{url}/api/commitments?{query}", trust_env=False).json()["total"]
    expect(page.get_by_role("status")).to_have_text(f"{found} kết quả")
    link = page.url
    page.goto("about:blank")
    page.goto(link)
    expect(page.get_by_role("status")).to_have_text(f"{found} kết quả")
    expect(page.get_by_role("group", name="Loại").get_by_label("chỉ đạo")).to_be_checked()
    page.get_by_role("button", name="Bỏ lọc Con số: có con số").click()
    expect(page).to_have_url(re.compile("kind=directive$"))
    page.get_by_role("button", name="Bỏ hết").click()
    expect(page).to_have_url(f"{url}/")


def test_an_actor_is_found_in_the_facet_and_narrows_the_others(page: Page, url: str) -> None:
    page.goto(url)
    actors = page.get_by_role("group", name="Ai", exact=True)
    actors.get_by_role("searchbox").fill("chinh phu tav")
    actors.get_by_label("Chính phủ Tavoria").check()
    expect(page).to_have_url(re.compile(r"actor=body"))
    expect(page.locator(ROWS)).to_have_count(2)
    for row in page.locator(f"{ROWS} .who").all():
        expect(row).to_contain_text("Chính phủ Tavoria")


def test_rows_are_sorted_by_a_columns_head(page: Page, url: str) -> None:
    page.goto(url)
    page.get_by_role("button", name=re.compile("^Hạn")).click()
    expect(page).to_have_url(f"{url}/?sort=due")
    expect(page.get_by_role("columnheader", name="Hạn")).to_have_attribute("aria-sort", "ascending")
    first = httpx.get(f"{url}/api/commitments", params={"sort": "due"}, trust_env=False).json()["rows"][0]
    expect(page.locator(f"{ROWS} .cell-what .quote").first).to_have_text(first["quote"])


def test_a_row_opens_its_sentence(page: Page, url: str) -> None:
    page.goto(f"{url}/?q=suất+học+bổng")
    words = page.locator(f"{ROWS} .cell-what .quote").first
    quote = words.inner_text()
    words.click()
    expect(page).to_have_url(re.compile(r"/article/[^#]+#pledge=\d+,\d+$"))
    expect(page.locator(".article-text .mark.opened").first).to_be_in_viewport()
    assert "".join(page.locator(".article-text .mark.opened").all_inner_texts()) == quote
    expect(page.get_by_role("region", name="Đang mở").locator("blockquote")).to_have_text(quote)


@pytest.mark.parametrize("suffix", ["CSV", "XLSX"])
def test_what_is_shown_is_saved(page: Page, url: str, suffix: str, tmp_path: Path) -> None:
    page.goto(f"{url}/?number=yes")
    expect(page.locator(ROWS).first).to_be_visible()
    shown = page.locator(f"{ROWS} .cell-what .quote").all_inner_texts()
    with page.expect_download() as download:
        page.get_by_role("link", name=suffix, exact=True).click()
    path = tmp_path / download.value.suggested_filename
    download.value.save_as(path)
    if suffix == "CSV":
        rows = list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))
        assert [row["what"] for row in rows] == shown
    else:
        sheet = openpyxl.load_workbook(path).active
        assert sheet is not None
        assert [row[2] for row in sheet.iter_rows(min_row=2, values_only=True)] == shown


def test_more_rows_come_when_asked_for(page: Page, url: str) -> None:
    page.goto(f"{url}/?kind=pledge&kind=goal&kind=directive&kind=expectation")
    expect(page.locator(ROWS)).to_have_count(50)
    page.get_by_role("button", name="Xem thêm", exact=True).last.click()
    total = httpx.get(f"{url}/api/commitments", params={"kind": "all"}, trust_env=False).json()["total"]
    expect(page.locator(ROWS)).to_have_count(total)
    expect(page.get_by_role("status")).to_have_text(f"{total} kết quả")


def test_nothing_found_is_told(page: Page, url: str) -> None:
    page.goto(f"{url}/?q=khủng+long")
    expect(page.get_by_text("Không có gì khớp với bộ lọc này.")).to_be_visible()


@pytest.mark.parametrize("context", [(390, 844)], indirect=True, ids=["phone"])
def test_on_a_phone(page: Page, url: str) -> None:
    page.goto(url)
    expect(page.locator(ROWS).first).to_be_visible()
    expect(page.get_by_role("group", name="Loại")).to_be_hidden()
    page.get_by_text("Bộ lọc", exact=True).click()
    page.get_by_role("group", name="Loại").get_by_label("mục tiêu").uncheck()
    expect(page).to_have_url(re.compile("kind=pledge$"))


def test_by_keyboard(page: Page, url: str) -> None:
    page.goto(f"{url}/?q=suất+học+bổng")
    expect(page.locator(ROWS)).to_have_count(1)
    page.locator(f"{ROWS} .cell-what .quote").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".article-text .mark.opened").first).to_be_visible()
    page.go_back()
    expect(page.get_by_role("searchbox", name=re.compile("Tìm trong câu"))).to_have_value("suất học bổng")
