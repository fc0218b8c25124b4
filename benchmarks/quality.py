"""How well the project's own annotated articles are read: writes docs/quality.md.

    python benchmarks/quality.py

The sets are named in tests/gold/sets.toml; figures are those of `camket evaluate`, with `--intervals` or `--links`. The
same code and data give the same file.
"""

import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from camket.graph import api
from camket.graph.evaluation.evaluate import evaluate, evaluate_links
from camket.graph.evaluation.figures import Figures, figures_of
from camket.graph.evaluation.link_figures import LinkFigures

ROOT = Path(__file__).parent.parent
SETS = ROOT / "tests" / "gold" / "sets.toml"
OUT = ROOT / "docs" / "quality.md"

HEAD = """# How well articles are read

Written by `python benchmarks/quality.py`; do not edit. The articles are the project's own, about invented people, each
annotated by hand ([how](annotation.md)); `camket evaluate` says when a fact counts as found. Intervals hold 95 % of
1,000 draws of articles with replacement.

**The rules have been read against these articles**, so these figures say how well known text is read. What they scored
when no rule had seen them is in [first-contact.md](first-contact.md): expect that of your own articles.
"""


def main() -> None:
    """Evaluate every set and all of them together, and write the document."""
    sets = tomllib.loads(SETS.read_text(encoding="utf-8"))
    linked = (_link_section(one) for one in sets["links"])
    OUT.write_text("\n".join([HEAD, *_sections(sets["set"]), *linked]) + "\n", encoding="utf-8")
    print(f"{OUT.relative_to(ROOT)} written")


def _sections(sets: list[dict[str, Any]]) -> Iterator[str]:
    every = []
    parts = []
    for one in sets:
        compared = list(evaluate([ROOT / one["articles"]], ROOT / one["annotations"]).values())
        every += compared
        parts.append(_table(one["title"], figures_of(compared, intervals=True)))
    yield _table("all of them", figures_of(every, intervals=True))
    yield from parts


def _table(title: str, figures: Figures) -> str:
    lines = [f"## {title[0].upper()}{title[1:]}", "", f"{figures.articles} articles.", ""]
    lines += ["| kind | precision | recall | F1 | 95 % | to find |", "|---|---|---|---|---|---|"]
    for kind, f in figures.kinds.items():
        lines.append(f"| {kind} | {f.precision:.3f} | {f.recall:.3f} | {f.f1:.3f} | {_range(f.interval)} | {f.gold} |")
    lines.append(f"| **mean** | | | **{figures.mean_f1:.3f}** | {_range(figures.mean_interval)} | |")
    slots = (f"{slot} {one.accuracy:.3f} ({one.of})" for slot, one in figures.slots.items())
    return "\n".join([*lines, "", "Slots of what matches, right so often (of how many): " + ", ".join(slots) + ".", ""])


def _link_section(one: dict[str, Any]) -> str:
    """A set of links as a table with a column for the whole and one for each part."""
    articles, links = ROOT / one["articles"], ROOT / one["links"]
    with tempfile.TemporaryDirectory() as folder:
        api.build([articles], Path(folder) / "store")
        graph = api.open_store(Path(folder) / "store")
        parts: dict[str, list[str]] = {"all": [], **one["parts"]}
        columns = {name: evaluate_links([articles], links, graph, ids) for name, ids in parts.items()}
    named = [f"{name}, {figures.articles} articles" for name, figures in columns.items()]
    lines = [f"## {one['title'][0].upper()}{one['title'][1:]}", "", "Precision / recall / F1 (how many to find).", ""]
    lines += [f"| | {' | '.join(named)} |", f"|---|{'---|' * len(named)}"]
    rows = zip(*(_link_cells(figures) for figures in columns.values()), strict=True)
    lines += [f"| {cells[0][0]} | {' | '.join(cell for _, cell in cells)} |" for cells in rows]
    return "\n".join([*lines, ""])


def _link_cells(figures: LinkFigures) -> Iterator[tuple[str, str]]:
    scored = {**figures.identity, "links": figures.life, **figures.relations, "whatever relation": figures.whatever}
    for what, f in scored.items():
        yield what, f"{f.precision:.3f} / {f.recall:.3f} / {f.f1:.3f} ({f.gold})"
    posts = figures.posts
    yield "traps taken", f"{figures.traps.count} of {figures.traps.of}"
    yield "look-alikes linked", f"{figures.lookalikes.count} of {figures.lookalikes.of}"
    overdue = figures.overdue
    yield "overdue, nothing reported: rightly", f"{overdue.rightly.count} of {overdue.rightly.of}"
    yield "overdue, nothing reported: wrongly", f"{overdue.wrongly.count} of {overdue.wrongly.of}"
    yield "posts: right, wrong, open", f"{posts.right.count}, {posts.wrong.count}, {posts.left_open.count}"


def _range(interval: tuple[float, float] | None) -> str:
    assert interval is not None
    return f"{interval[0]:.2f}-{interval[1]:.2f}"


if __name__ == "__main__":
    main()
