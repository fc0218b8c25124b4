"""The file itself; that it works is tested in a browser (tests/page)."""

import io
import json
from pathlib import Path

import pytest

from camket.graph.errors import CamketError
from camket.graph.export import export
from camket.graph.export.drawing import drawing
from camket.graph.export.html import write_html
from camket.graph.export.property_graph import project
from camket.graph.server import bundle
from camket.graph.store import Dataset

TEMPLATE = '<meta content="default-src"><script type="application/json" id="graph">{graph}</script><script>1</script>'


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder where the page is built, with a template in it."""
    folder = tmp_path / "dist"
    folder.mkdir()
    (folder / "explorer.html").write_text(TEMPLATE, encoding="utf-8")
    monkeypatch.setattr(bundle, "FOLDER", folder)
    return folder


@pytest.mark.usefixtures("built")
def test_the_graph_stands_in_the_template_and_nothing_in_it_is_markup(dataset: Dataset) -> None:
    graph, out = project(dataset), io.BytesIO()
    write_html(graph, out)
    before, after = TEMPLATE.split("{graph}")
    text = out.getvalue().decode()
    assert text.startswith(before)
    assert text.endswith(after)
    data = text.removeprefix(before).removesuffix(after)
    assert json.loads(data) == drawing(graph)
    assert "<" not in data
    assert "<&>" in json.dumps(drawing(graph), ensure_ascii=False)


def test_without_the_page_it_is_told_and_nothing_is_written(
    dataset: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bundle, "FOLDER", tmp_path / "none")
    with pytest.raises(CamketError, match="The page was not built when Camket was installed") as raised:
        export(dataset, tmp_path / "graph.html")
    assert "\n" not in str(raised.value)
    assert list(tmp_path.iterdir()) == []
