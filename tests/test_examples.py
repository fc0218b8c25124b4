"""The examples: what each says is pinned whole, so that a change in what is read from them is seen and judged.

`python tests/test_examples.py` writes the pinned files anew; look at the diff before you commit it.
"""

import sys
from pathlib import Path

import pytest

from camket.graph import api
from camket.graph.build import build
from camket.graph.export import export

ROOT = Path(__file__).parent.parent
PINNED = Path(__file__).parent / "examples" / "quang-ninh.nq"
PLEDGED = "ASK {{ ?u a ck:{} ; ck:promisor/skos:prefLabel '{}'@vi ; ck:measure/ck:value ?v FILTER(?v = {}) }}"
REFERENCE = "graph/reference> ."


def graph_of(source: Path, folder: Path) -> list[str]:
    """The canonical N-Quads of a store with one source, but for the reference data."""
    build([str(source)], folder / "store")
    out = folder / "graph.nq"
    export(api.open_store(folder / "store"), out, with_text=True, all_people=True)
    return [line for line in out.read_text(encoding="utf-8").splitlines() if not line.endswith(REFERENCE)]


def without_versions(lines: list[str]) -> list[str]:
    """Without the line that tells which pipeline and version wrote it: any change in the code changes that."""
    return [line for line in lines if "ontology#pipeline>" not in line and "ontology#software>" not in line]


def test_the_graph_of_quang_ninh_is_pinned_whole(tmp_path: Path) -> None:
    lines = without_versions(graph_of(ROOT / "examples" / "quang-ninh.md", tmp_path))
    assert lines == PINNED.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("ASK { ?p skos:prefLabel 'Tô Lâm'@vi ; ^org:member/ck:post/skos:prefLabel 'Bộ trưởng Bộ Công an'@vi }", True),
        ("ASK { ?p skos:prefLabel 'Nguyễn Xuân Ký'@vi ; ^org:member/org:organization/skos:prefLabel ?o }", True),
        (
            PLEDGED.format("Pledge", "Bộ Công an", "1000"),
            True,
        ),
        (
            PLEDGED.format("Goal", "Quảng Ninh", "55600000000000"),
            True,
        ),
        ("ASK { ?u a ck:Pledge ; ck:promisor/skos:prefLabel 'Tô Lâm'@vi }", False),
    ],
)
def test_what_quang_ninh_says(tmp_path: Path, question: str, answer: bool) -> None:
    build([str(ROOT / "examples" / "quang-ninh.md")], tmp_path / "store")
    assert bool(api.open_store(tmp_path / "store").query(question)) is answer


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        found = without_versions(graph_of(ROOT / "examples" / "quang-ninh.md", Path(folder)))
    PINNED.write_text("\n".join(found) + "\n", encoding="utf-8")
    print(f"{PINNED}: {len(found)} quads", file=sys.stderr)
