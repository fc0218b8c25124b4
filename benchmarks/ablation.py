"""What each part adds: the annotated articles are read again and again, each time with one part taken away.

    python benchmarks/ablation.py                                  the project's own sets; writes docs/ablation.md
    python benchmarks/ablation.py ARTICLES.jsonl ANNOTATIONS ...   other annotated articles; prints the table
    python benchmarks/ablation.py --only places.bare ...           some parts alone; prints their rows
    python benchmarks/ablation.py --together places.bare ...       those parts taken away at once; prints their row

Parts: the components of the pipeline, the tables of the word lists (ontology/lexicon), the files of reference data.
Each reading is a process of its own, so that nothing compiled from the data is left over; what it gives is printed at
once. With a table emptied only the articles are read again that have one of its words, and only those compared anew
whose facts have changed. A part "needed" cannot be taken away: without it nothing runs.
"""

import argparse
import multiprocessing
import os
import pickle
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from multiprocessing.connection import Connection
from pathlib import Path

from ablation_parts import LEXICON, REFERENCE, ROOT, Part, Reading, Source, read_without

LONGEST = 300  # seconds: what has no words to look for may look for ever
OUT = ROOT / "docs" / "ablation.md"
WHOLE: tuple[Part, ...] = ()

HEAD = """# What each part adds

Written by `python benchmarks/ablation.py`; do not edit. The project's own annotated articles
([quality.md](quality.md)) are read with one part taken away at a time; the figures are what mean F1 loses (in points of
a hundred), the kind that loses most, and in how many of the articles any fact changes. A part that changes nothing here
is of use to texts that these sets do not have; what was of no use to any text we have has been removed.
"""


def main() -> None:
    """Take every part away in turn, tell what it costs, and write the table."""
    options = _options()
    sources = list(zip(options.sources[::2], options.sources[1::2], strict=True)) or _own()
    with tempfile.NamedTemporaryFile(suffix=".pickle") as kept:
        whole = _apart(WHOLE, sources, kept.name)
        if whole is None:
            sys.exit("the articles cannot be read at all: see the message above")
        Path(kept.name).write_bytes(pickle.dumps(whole))
        print(f"mean F1 of the whole: {whole.mean:.3f}, {whole.articles} articles", flush=True)
        found = _all(options, sources, kept.name, whole)
    if not (options.sources or options.together or options.only):
        OUT.write_text(f"{HEAD}\n" + "\n".join(_lines(whole, found)) + "\n", encoding="utf-8")
        print(f"{OUT.relative_to(ROOT)} written")


def _all(
    options: argparse.Namespace, sources: Sequence[Source], kept: str, whole: Reading
) -> dict[Part, Reading | None]:
    """What is read without each part (or without all of `--together` at once); each is printed as it comes."""
    parts = list(_parts())
    chosen = {part for part in parts if part[1] in options.together}
    runs = [(part,) for part in parts if not options.only or part[1] in options.only]
    if options.together:
        runs = [tuple(sorted(chosen))]
    found = {}
    with ThreadPoolExecutor(options.processes) as pool:
        running = {pool.submit(_apart, run, sources, kept): run for run in runs}
        for number, done in enumerate(as_completed(running), 1):
            run, reading = running[done], done.result()
            found[run[0]] = reading
            names = ", ".join(name for _, name in run)
            print(f"{number}/{len(runs)} | {names} | {_loss(whole, reading)} |", flush=True)
    return found


def _own() -> list[Source]:
    sets = tomllib.loads((ROOT / "tests" / "gold" / "sets.toml").read_text(encoding="utf-8"))["set"]
    return [(str(ROOT / one["articles"]), str(ROOT / one["annotations"])) for one in sets]


def _parts() -> Iterator[Part]:
    from camket.graph.extraction.pipeline import COMPONENTS

    for component in COMPONENTS:
        yield "component", component
    for file in sorted(LEXICON.glob("*.toml")):
        for table in tomllib.loads(file.read_text(encoding="utf-8")):
            yield "words", f"{file.stem}.{table}"
    for file in sorted(REFERENCE.glob("*.ttl")):
        yield "reference", file.name


def _apart(parts: tuple[Part, ...], sources: Sequence[Source], kept: str) -> Reading | None:
    """What is read without some parts, in a process of its own; None where that fails or does not end."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["ablation_parts", "spacy", "pyoxigraph", "camket.graph.build"])
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_send, args=(parts, sources, kept, sender))
    process.start()
    sender.close()
    try:
        found: Reading | None = receiver.recv() if receiver.poll(LONGEST) else None
    except EOFError:
        found = None
    process.kill()
    process.join()
    return found


def _send(parts: tuple[Part, ...], sources: Sequence[Source], kept: str, sender: Connection) -> None:
    whole = pickle.loads(Path(kept).read_bytes()) if parts else None
    try:
        sender.send(read_without(parts, sources, whole))
    except Exception as error:
        print(f"{parts}: {type(error).__name__}: {error}", flush=True)
        sender.send(None)


def _lines(whole: Reading, found: dict[Part, Reading | None]) -> Iterator[str]:
    yield f"Mean F1 of the whole: {whole.mean:.3f}, {whole.articles} articles."
    for kind, title in (("component", "Components"), ("words", "Tables of words"), ("reference", "Reference data")):
        yield f"\n## {title}\n\n| without | mean F1 loses | most lost | articles changed |\n|---|---|---|---|"
        rows = [(name, reading) for (of, name), reading in found.items() if of == kind]
        for name, reading in sorted(rows, key=lambda row: (row[1].mean if row[1] else -1, row[0])):
            yield f"| {name} | {_loss(whole, reading)} |"


def _loss(whole: Reading, reading: Reading | None) -> str:
    if reading is None:
        return "needed | everything | all"
    losses = {kind: round(100 * (whole.f1[kind] - reading.f1[kind]), 1) for kind in whole.f1}
    most = max(losses, key=lambda kind: losses[kind])
    lost = f"{most} {losses[most]:.1f}" if losses[most] > 0 else "nothing"
    return f"{100 * (whole.mean - reading.mean):.2f} | {lost} | {reading.changed}"


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("sources", nargs="*", metavar="ARTICLES ANNOTATIONS", help="instead of the project's own sets")
    parser.add_argument("--only", nargs="+", default=[], metavar="PART", help="try these parts alone")
    parser.add_argument("--together", nargs="+", default=[], metavar="PART", help="take these away at once")
    parser.add_argument("--processes", type=int, default=os.cpu_count(), help="how many readings at once")
    options = parser.parse_args()
    if len(options.sources) % 2:
        parser.error("articles without annotations: give them in pairs")
    if unknown := {*options.together, *options.only} - {name for _, name in _parts()}:
        parser.error(f"no part is called {', '.join(sorted(unknown))}: the table in docs/ablation.md names them")
    return options


if __name__ == "__main__":
    main()
