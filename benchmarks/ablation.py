"""What each part adds: the annotated articles are read again and again, each time with one part taken away.

    python benchmarks/ablation.py                                  the project's own sets; writes docs/ablation.md
    python benchmarks/ablation.py ARTICLES.jsonl ANNOTATIONS ...   other annotated articles; prints the table

Parts: the components of the pipeline, the tables of the word lists (ontology/lexicon), the files of reference data.
Each reading is a process of its own, so that nothing compiled from the data is left over. A part "needed" cannot be
taken away: without it nothing runs.
"""

import argparse
import multiprocessing
import os
import tomllib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
LEXICON = ROOT / "ontology" / "lexicon"
REFERENCE = ROOT / "ontology" / "reference"
LONGEST = 120  # seconds: what has no words to look for may look for ever
OUT = ROOT / "docs" / "ablation.md"

Sources = list[tuple[str, str]]
Figures = dict[str, float]
"""F1 by kind, and "mean"."""

HEAD = """# What each part adds

Written by `python benchmarks/ablation.py`; do not edit. The project's own annotated articles
([quality.md](quality.md)) are read with one part taken away at a time; the figures are what mean F1 loses (in points of
a hundred) and the kind that loses most. A part that loses nothing here is of use to texts that these sets do not have,
or to the graph's names and links, which F1 does not see; what was of no use anywhere has been removed.
"""


def main() -> None:
    """Take every part away in turn and write the table."""
    options = _options()
    sources = list(zip(options.sources[::2], options.sources[1::2], strict=True)) or _own()
    parts = [("", ""), *_parts()]
    with ThreadPoolExecutor(options.processes) as pool:
        found = dict(zip(parts, pool.map(_apart, parts, [sources] * len(parts)), strict=True))
    whole = found.pop(("", ""))
    assert whole is not None
    table = "\n".join(_lines(whole, found))
    if options.sources:
        print(table)
        return
    OUT.write_text(f"{HEAD}\n{table}\n", encoding="utf-8")
    print(f"{OUT.relative_to(ROOT)} written")


def _own() -> Sources:
    sets = tomllib.loads((ROOT / "tests" / "gold" / "sets.toml").read_text(encoding="utf-8"))["set"]
    return [(str(ROOT / one["articles"]), str(ROOT / one["annotations"])) for one in sets]


def _parts() -> Iterator[tuple[str, str]]:
    from camket.graph.extraction.pipeline import COMPONENTS

    for component in COMPONENTS:
        yield "component", component
    for file in sorted(LEXICON.glob("*.toml")):
        for table in tomllib.loads(file.read_text(encoding="utf-8")):
            yield "words", f"{file.stem}.{table}"
    for file in sorted(REFERENCE.glob("*.ttl")):
        yield "reference", file.name


def _apart(part: tuple[str, str], sources: Sources) -> Figures | None:
    """The figures without one part, worked out in a process of its own; None where that fails or does not end."""
    spawn = multiprocessing.get_context("spawn")
    receiver, sender = spawn.Pipe(duplex=False)
    process = spawn.Process(target=_send, args=(part, sources, sender))
    process.start()
    sender.close()
    try:
        found: Figures | None = receiver.recv() if receiver.poll(LONGEST) else None
    except EOFError:
        found = None
    process.kill()
    process.join()
    return found


def _send(part: tuple[str, str], sources: Sources, sender: Connection) -> None:
    sender.send(_without(part, sources))


def _without(part: tuple[str, str], sources: Sources) -> Figures | None:
    """The figures without one part; None where nothing runs without it."""
    kind, name = part
    if kind == "words":
        _empty_table(*name.split("."))
    elif kind == "reference":
        _leave_out_file(name)
    elif kind == "component":
        from camket.graph.extraction import pipeline

        pipeline.load = partial(pipeline.load, tuple(c for c in pipeline.COMPONENTS if c != name))
    try:
        return _figures(sources)
    except Exception as error:
        print(f"{name}: {type(error).__name__}: {error}", flush=True)
        return None


def _empty_table(file: str, table: str) -> None:
    """Empties a table before anything is compiled from it."""
    from camket.graph.extraction.text import cues

    data: dict[str, Any] = cues.lexicon(file)  # type: ignore[assignment]
    data[table] = _emptied(data[table])


def _emptied(value: Any) -> Any:
    if isinstance(value, dict):
        mapping = all(isinstance(one, str | int | float) for one in value.values()) and len(value) > 1
        return {} if mapping and "words" not in value else {key: _emptied(one) for key, one in value.items()}
    return type(value)() if isinstance(value, str | list) else value


def _leave_out_file(name: str) -> None:
    from camket.ontology.reference import entries, graph

    def turtles() -> Iterator[bytes]:
        for file in sorted(REFERENCE.glob("*.ttl")):
            if file.name != name:
                yield file.read_bytes()

    entries.turtle_files = turtles
    graph.turtle_files = turtles  # type: ignore[attr-defined]


def _figures(sources: Sources) -> Figures:
    from camket.graph.evaluation.evaluate import evaluate
    from camket.graph.evaluation.figures import figures_of

    compared = [one for articles, gold in sources for one in evaluate([articles], gold).values()]
    figures = figures_of(compared)
    return {"mean": figures.mean_f1, **{kind: figure.f1 for kind, figure in figures.kinds.items()}}


def _lines(whole: Figures, found: dict[tuple[str, str], Figures | None]) -> Iterator[str]:
    yield f"Mean F1 of the whole: {whole['mean']:.3f}."
    for kind, title in (("component", "Components"), ("words", "Tables of words"), ("reference", "Reference data")):
        yield f"\n## {title}\n\n| without | mean F1 loses | most lost |\n|---|---|---|"
        rows = [(name, figures) for (of, name), figures in found.items() if of == kind]
        for name, figures in sorted(rows, key=lambda row: row[1]["mean"] if row[1] else -1):
            yield f"| {name} | {_loss(whole, figures)} |"


def _loss(whole: Figures, figures: Figures | None) -> str:
    if figures is None:
        return "needed | everything"
    losses = {kind: round(100 * (whole[kind] - figures[kind]), 1) for kind in whole if kind != "mean"}
    most = max(losses, key=lambda kind: losses[kind])
    mean = round(100 * (whole["mean"] - figures["mean"]), 2)
    return f"{mean:.2f} | {f'{most} {losses[most]:.1f}' if losses[most] > 0 else 'nothing'}"


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("sources", nargs="*", metavar="ARTICLES ANNOTATIONS", help="instead of the project's own sets")
    parser.add_argument("--processes", type=int, default=os.cpu_count(), help="how many readings at once")
    options = parser.parse_args()
    if len(options.sources) % 2:
        parser.error("articles without annotations: give them in pairs")
    return options


if __name__ == "__main__":
    main()
