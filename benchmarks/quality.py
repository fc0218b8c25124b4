"""How well the project's own annotated articles are read: writes docs/quality.md.

    python benchmarks/quality.py

The sets are named in tests/gold/sets.toml; figures are those of `camket evaluate --intervals`. The same code and data
give the same file.
"""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from camket.graph.evaluation.evaluate import evaluate
from camket.graph.evaluation.figures import Figures, figures_of

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
    sets = tomllib.loads(SETS.read_text(encoding="utf-8"))["set"]
    OUT.write_text("\n".join([HEAD, *_sections(sets)]) + "\n", encoding="utf-8")
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


def _range(interval: tuple[float, float] | None) -> str:
    assert interval is not None
    return f"{interval[0]:.2f}-{interval[1]:.2f}"


if __name__ == "__main__":
    main()
