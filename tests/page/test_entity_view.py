"""A person, a body, a place: posts over time, commitments, statements, meetings, each with its source."""

import re
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import BrowserContext, Page, expect

from camket.graph.build import build


def entity(url: str, path: str) -> dict[str, object]:
    found: dict[str, object] = httpx.get(f"{url}/api/entity", params={"iri": path}, trust_env=False).json()
    return found


def test_a_person(page: Page, url: str) -> None:
    page.goto(f"{url}/person/Tô_Lâm")
    expect(page.get_by_role("heading", level=1)).to_have_text("Tô Lâm")
    posts = page.get_by_role("region", name="Chức vụ theo thời gian")
    expect(posts).to_contain_text("Bộ trưởng Bộ Công an")
    expect(posts).to_contain_text("3/2024")
    expect(page.get_by_role("region", name=re.compile("Phát biểu"))).to_contain_text("Quảng Ninh vẫn tăng trưởng")
    expect(page.get_by_role("complementary")).to_contain_text("Nguyễn Xuân Ký")
    assert page.title() == "Tô Lâm · Camket"


def test_every_fact_leads_to_its_sentence(page: Page, url: str) -> None:
    page.goto(f"{url}/body/Bộ_Công_an")
    fact = page.get_by_role("region", name=re.compile("Cam kết và mục tiêu")).locator(".quote a").first
    quote = fact.inner_text()
    fact.click()
    expect(page).to_have_url(re.compile(r"/article/quang-ninh#pledge=\d+,\d+$"))
    expect(page.locator(".article-text .mark.opened").first).to_be_in_viewport()
    assert "".join(page.locator(".article-text .mark.opened").all_inner_texts()) == quote


@pytest.mark.parametrize("path", ["place/Thanh_Giang", "body/UBND_tỉnh_Thanh_Giang", "person/Trần_Quốc_Khởi"])
def test_all_that_is_counted_can_be_read(page: Page, url: str, path: str) -> None:
    page.goto(f"{url}/{path}")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    counts = entity(url, path)["counts"]
    assert isinstance(counts, dict)
    for name, count in counts.items():
        section = page.locator(f"section#{name}")
        while (more := section.get_by_role("button", name=re.compile("Xem thêm"))).count():
            before = section.locator("li.fact-line").count()
            more.click()
            expect(section.locator("li.fact-line")).not_to_have_count(before)
        expect(section.locator("li.fact-line")).to_have_count(count)


def test_sections_are_jumped_to_and_names_are_followed(page: Page, url: str) -> None:
    page.goto(f"{url}/person/Tô_Lâm")
    page.get_by_role("navigation", name="Các mục").get_by_role("link", name=re.compile("Sự kiện")).click()
    expect(page).to_have_url(re.compile("#events$"))
    expect(page.locator("section#events")).to_be_in_viewport()
    page.get_by_role("complementary").get_by_role("link", name="Nguyễn Xuân Ký").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Nguyễn Xuân Ký")


def test_in_english(page: Page, url: str) -> None:
    page.goto(f"{url}/person/Tô_Lâm")
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("region", name=re.compile("Posts over time"))).to_contain_text("Mar 2024")


def test_nobody(page: Page, url: str, allow: list[str]) -> None:
    allow.append("404")
    page.goto(f"{url}/person/Không_Ai")
    expect(page.get_by_role("alert")).to_contain_text("nothing in the graph")


def test_posts_and_bodies_in_time(
    context: BrowserContext, start: Callable[[Path], str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("in-time")
    build([Path(__file__).parents[1] / "queries" / "posts_in_time"], folder / "store")
    url = start(folder / "store")
    page = context.new_page()
    page.goto(f"{url}/body/Sở_Y_tế_tỉnh_Thanh_Giang")
    held = page.get_by_role("region", name="Ai giữ chức gì")
    expect(held.get_by_text("kế nhiệm là Lê Thị Biên")).to_be_visible()
    held.get_by_role("link", name="Đỗ Văn Mẫn").first.click()
    promised = page.get_by_role("region", name="Chỉ được nói đến qua chức vụ")
    expect(promised).to_contain_text("hoàn thành 5 trạm y tế")
    expect(promised).to_contain_text("ở giữa không có ai khác")
    page.goto(f"{url}/commitments")
    expect(page.get_by_role("link", name="Đỗ Văn Mẫn").first).to_be_visible()
    page.goto(f"{url}/body/Bộ_Giao_thông_vận_tải")
    expect(page.get_by_text("Không còn: Bộ Giao thông vận tải hợp nhất vào Bộ Xây dựng, 1/3/2025")).to_be_visible()
    page.get_by_role("link", name="Bộ Xây dựng").first.click()
    expect(page.get_by_text("Tiếp nối: Bộ Giao thông vận tải")).to_be_visible()
