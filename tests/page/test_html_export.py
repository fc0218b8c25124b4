"""`camket export x.html`: opened from the disk, without a server or a network."""

import json
from collections.abc import Callable
from pathlib import Path

import pyoxigraph
import pytest
from playwright.sync_api import BrowserContext, Page, expect

from camket.graph import api
from camket.graph.export import export
from camket.graph.store import Dataset
from camket.ontology.namespaces import BASE, PREFIXES

HOSTILE = '</script><script>window.broken = 1</script><img src=x onerror="window.broken = 1"> & "Hồ Thị Mơ" \'😀'


@pytest.fixture(scope="module")
def file(store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("export") / "graph.html"
    export(api.open_store(store), path)
    return path


@pytest.fixture
def open_file(context: BrowserContext) -> Callable[[Path], tuple[Page, list[str]]]:
    """Opens a file offline; gives the page and what goes wrong on it."""

    def opened(path: Path) -> tuple[Page, list[str]]:
        context.set_offline(True)
        page, wrong = context.new_page(), list[str]()
        page.on("console", lambda told: wrong.append(told.text) if told.type == "error" else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("request", lambda asked: None if asked.url.startswith(("file:", "blob:")) else wrong.append(asked.url))
        page.goto(path.as_uri())
        expect(page.locator(".count")).not_to_have_attribute("data-nodes", "0")
        return page, wrong

    return opened


def test_the_explorer_works_from_the_disk(file: Path, open_file: Callable[[Path], tuple[Page, list[str]]]) -> None:
    page, wrong = open_file(file)
    page.get_by_role("combobox", name="Tìm trong đồ thị").fill("le van thuan")
    page.get_by_role("option", name="Lê Văn Thuấn").first.click()
    expect(page.get_by_role("heading", name="Lê Văn Thuấn")).to_be_visible()
    page.get_by_role("checkbox", name="phát biểu").uncheck()
    page.get_by_role("button", name="Nối từ đây").click()
    page.get_by_role("combobox", name="Đến", exact=True).fill("tran quoc khoi")
    page.get_by_role("option", name="Trần Quốc Khởi").first.click()
    expect(page.get_by_role("status")).to_contain_text("Đường nối qua")
    with page.expect_download() as download:
        page.get_by_role("button", name="SVG", exact=True).click()
    assert download.value.suggested_filename == "camket.svg"
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("combobox", name="Find in the graph")).to_be_visible()
    assert wrong == []


def test_it_holds_every_node_and_edge_and_names_no_other_address(file: Path, store: Path) -> None:
    html = file.read_text(encoding="utf-8")
    data = json.loads(html.partition('id="graph">')[2].partition("</script>")[0])
    report = export(api.open_store(store), file.with_name("again.html"))
    assert {"nodes": len(data["nodes"]), "edges": len(data["edges"])} == report.counts
    assert file.with_name("again.html").read_bytes() == file.read_bytes()
    assert "default-src 'none'" in html
    assert 'src="http' not in html
    assert 'href="http' not in html


def test_hostile_labels_are_shown_as_text(tmp_path: Path, open_file: Callable[[Path], tuple[Page, list[str]]]) -> None:
    store = pyoxigraph.Store()
    label = pyoxigraph.Literal(HOSTILE, language="vi")
    store.update(
        f"""INSERT DATA {{ GRAPH <{BASE}graph/entities> {{
        <{BASE}person/X> a foaf:Person ; skos:prefLabel {label} .
        <{BASE}person/Y> a foaf:Person ; skos:prefLabel "Hai"@vi }} }}""",
        prefixes=PREFIXES,
    )
    export(Dataset(store), tmp_path / "hostile.html")
    page, wrong = open_file(tmp_path / "hostile.html")
    page.get_by_role("combobox", name="Tìm trong đồ thị").fill("</script")
    expect(page.get_by_role("option").first).to_contain_text("onerror")
    page.get_by_role("option").first.click()
    expect(page.locator(".details h2")).to_have_text(HOSTILE)
    assert page.evaluate("window.broken") is None
    assert wrong == []
