"""axe-core finds no serious fault in what the views show, in light and dark, on a desktop and a phone."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

AXE = Path(__file__).parents[2] / "graph" / "server" / "web" / "node_modules" / "axe-core" / "axe.min.js"
SERIOUS = ("serious", "critical")
THUAN = "node=https://w3id.org/camket/id/person/Trần_Quốc_Khởi"
VIEWS = {
    "commitments": ("/?q=tinh&number=yes", "table.commitments tbody tr"),
    "article": ("/article/quang-ninh", ".article-text .mark"),
    "life": ("/life/article/nghi-quyet-03#goal=695,721", ".life-step"),
    "opened": ("/article/dong-hai-13#event=0,149", ".opened-fact .occasion"),
    "entity": ("/person/Trần_Quốc_Khởi", ".timeline"),
    "graph": (f"/graph?{THUAN}", ".details h2"),
    "query": ("/query?name=most-commitments", ".dataTable"),
}
NOT_OURS = ".yasgui"
"""YASGUI's own editor and table; around it everything is checked."""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [(1280, 800), (390, 844)], ids=["desktop", "phone"])
@pytest.mark.parametrize("view", VIEWS)
def test_no_serious_fault(browser: Browser, url: str, view: str, size: tuple[int, int], scheme: str) -> None:
    path, shown = VIEWS[view]
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        locale="vi-VN",
        color_scheme="dark" if scheme == "dark" else "light",
        reduced_motion="reduce",
        bypass_csp=True,
    )
    page = context.new_page()
    page.goto(url + path)
    expect(page.locator(shown).first).to_be_visible(timeout=15_000)
    page.add_script_tag(path=AXE)
    found = page.evaluate("(not) => axe.run({ exclude: [not] })", NOT_OURS)
    faults = [
        (fault["id"], fault["help"], [node["html"][:200] for node in fault["nodes"]][:3])
        for fault in found["violations"]
        if fault["impact"] in SERIOUS
    ]
    assert faults == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "nothing runs out of the side"
    context.close()
