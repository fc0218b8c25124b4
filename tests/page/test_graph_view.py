"""The graph explorer, as a reader uses it."""

import io
import re
from pathlib import Path

import networkx
import pytest
from lxml import etree
from playwright.sync_api import Page, expect

PERSON, OTHER = "Lê Văn Thuấn", "Trần Quốc Khởi"


def opened(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.locator(".count")).not_to_have_attribute("data-nodes", "0")


def number(page: Page, what: str) -> int:
    return int(page.locator(".count").get_attribute(f"data-{what}") or "0")


def choose(page: Page, box: str, words: str, name: str) -> None:
    page.get_by_role("combobox", name=box, exact=True).fill(words)
    page.get_by_role("option", name=name).first.click()


def test_a_person_is_found_without_accents_and_told_about(page: Page, url: str) -> None:
    opened(page, f"{url}/graph")
    page.get_by_role("combobox", name="Tìm trong đồ thị").fill("le van thuan")
    expect(page.get_by_role("option", name=PERSON).first).to_be_visible()
    page.keyboard.press("Enter")
    details = page.get_by_role("region", name="Chi tiết")
    expect(details.get_by_role("heading", name=PERSON)).to_be_visible()
    assert "node=" in page.url
    details.get_by_role("button").filter(has_text="tỉnh").first.click()
    expect(details.locator("blockquote, h2").first).to_be_visible()
    page.reload()
    expect(page.get_by_role("region", name="Chi tiết")).to_be_visible()


def test_kinds_are_taken_out_and_the_address_keeps_it(page: Page, url: str) -> None:
    opened(page, f"{url}/graph")
    all_nodes = number(page, "nodes")
    page.get_by_role("checkbox", name="phát biểu").uncheck()
    expect(page.locator(".count")).not_to_have_attribute("data-nodes", str(all_nodes))
    fewer = number(page, "nodes")
    assert fewer < all_nodes
    opened(page, page.url)
    expect(page.locator(".count")).to_have_attribute("data-nodes", str(fewer))


def test_years_narrow_the_graph(page: Page, url: str) -> None:
    opened(page, f"{url}/graph")
    all_nodes, all_edges = number(page, "nodes"), number(page, "edges")
    slider = page.get_by_role("slider", name="Đến năm")
    slider.focus()
    slider.press("Home")
    expect(page.locator(".count")).not_to_have_attribute("data-nodes", str(all_nodes))
    assert 0 < number(page, "nodes") < all_nodes
    assert 0 < number(page, "edges") < all_edges
    slider.press("End")
    expect(page.locator(".count")).to_have_attribute("data-nodes", str(all_nodes))


def test_what_is_around_a_thing_and_more_of_it(page: Page, url: str) -> None:
    person = "https://w3id.org/camket/id/person/Trần_Quốc_Khởi"
    opened(page, f"{url}/graph?about={person}&node={person}")
    near = number(page, "nodes")
    page.locator(".neighbours button").first.click()
    page.get_by_role("button", name="Mở rộng").click()
    expect(page.get_by_role("status")).to_have_text(re.compile("Thêm|Không còn"))
    assert number(page, "nodes") >= near


def test_a_chain_between_two_people(page: Page, url: str) -> None:
    opened(page, f"{url}/graph")
    choose(page, "Từ", "le van thuan", PERSON)
    choose(page, "Đến", "tran quoc khoi", OTHER)
    expect(page.get_by_role("status")).to_contain_text("Đường nối qua")
    page.get_by_role("button", name="Bỏ đường nối").click()
    assert "a=" not in page.url


def test_communities(page: Page, url: str) -> None:
    opened(page, f"{url}/graph")
    page.get_by_role("checkbox", name="Tô màu theo cộng đồng").check()
    assert int(page.locator(".check .muted").last.inner_text()) > 1


@pytest.mark.parametrize("format", ["png", "svg", "gexf"])
def test_the_view_is_saved(page: Page, url: str, tmp_path: Path, format: str) -> None:
    opened(page, f"{url}/graph?hide=statement")
    nodes, edges = number(page, "nodes"), number(page, "edges")
    with page.expect_download() as download:
        page.get_by_role("button", name=format.upper(), exact=True).click()
    assert download.value.suggested_filename == f"camket.{format}"
    path = tmp_path / f"view.{format}"
    download.value.save_as(path)
    content = path.read_bytes()
    if format == "png":
        assert content.startswith(b"\x89PNG")
        assert len(content) > 20_000
    elif format == "svg":
        svg = etree.fromstring(content)
        assert len(svg.findall(".//{*}circle")) == nodes
        assert len(svg.findall(".//{*}line")) == edges
        assert PERSON in {title.text for title in svg.findall(".//{*}title")}
    else:
        graph = networkx.read_gexf(io.BytesIO(content))
        assert (graph.number_of_nodes(), graph.number_of_edges()) == (nodes, edges)
        assert PERSON in {data["label"] for _, data in graph.nodes(data=True)}
