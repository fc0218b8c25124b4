"""The project's own annotated articles are read no worse than the floors in `sets.toml` say."""

import tomllib
from pathlib import Path

import pytest

from camket.graph import api
from camket.graph.evaluation.account import KINDS
from camket.graph.evaluation.comparison import Comparison
from camket.graph.evaluation.evaluate import evaluate, evaluate_links
from camket.graph.evaluation.figures import Figures, figures_of

ROOT = Path(__file__).parents[2]
GOLD = tomllib.loads((Path(__file__).parent / "sets.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def figures() -> Figures:
    found: list[Comparison] = []
    for one in GOLD["set"]:
        compared = evaluate([ROOT / one["articles"]], ROOT / one["annotations"])
        assert len(compared) == len(list((ROOT / one["annotations"]).glob("*.json")))  # none is passed over
        found += compared.values()
    return figures_of(found)


@pytest.mark.parametrize("kind", KINDS)
def test_no_kind_falls_below_its_floor(kind: str, figures: Figures) -> None:
    assert figures.kinds[kind].gold >= 40  # enough to mean something
    assert figures.kinds[kind].f1 >= GOLD["floors"][kind]


def test_what_the_chronicle_says_together_does_not_fall_below_its_floors(tmp_path: Path) -> None:
    chronicle, floors = GOLD["links"][0], GOLD["link_floors"]
    articles = ROOT / chronicle["articles"]
    api.build([articles], tmp_path / "store")
    figures = evaluate_links([articles], ROOT / chronicle["links"], api.open_store(tmp_path / "store"), [])
    assert figures.identity["people B³"].f1 >= floors["people"]
    assert figures.identity["events"].f1 >= floors["events"]
    assert figures.life.f1 >= floors["links"]
    assert figures.life.precision >= floors["precise"]
