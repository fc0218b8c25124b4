"""How fast extraction alone is, beside other readers of the same text in the same run, and how it grows with length.

    python benchmarks/extraction_speed.py articles.jsonl --repeat 5

Peers: spaCy's blank tokenizer, which does nothing but split, and underthesea's named entities where that is installed
(it is no dependency). The runs take turns, so that a busy machine slows all of them alike.
"""

import argparse
import platform
import sys
import time
from collections.abc import Callable
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from statistics import median

import spacy

from camket.graph import api
from camket.graph.documents.document import Document
from camket.graph.extraction import pipeline

LENGTHS = (100, 1_000, 10_000, 100_000)
PEER_SYLLABLES = 3_000  # underthesea reads some thousand syllables a second: its rate is taken on so many


def main() -> None:
    """Measure and print a table."""
    options = _options()
    documents = list(api.read(options.articles))
    syllables = sum(len(document.text.split()) for document in documents)
    print(f"camket {version('camket')}, spaCy {version('spacy')}, Python {platform.python_version()}")
    print(f"{len(documents)} articles, {syllables} syllables")
    print(f"{'':<38}{'median':>12}{'lowest':>12}{'highest':>12}")
    nlp = pipeline.load()
    rates: dict[str, list[float]] = {}
    for _ in range(options.repeat):
        seconds = _timed(lambda: [pipeline.extract(nlp, document) for document in documents])
        rates.setdefault("camket: articles a second", []).append(len(documents) / seconds)
        rates.setdefault("camket: syllables a second", []).append(syllables / seconds)
        for name, read in _peers(documents):
            rates.setdefault(f"{name}: syllables a second", []).append(read())
    for name, values in rates.items():
        _row(name, values)
    text = " ".join(document.text for document in documents).split(" ")
    for length in LENGTHS:
        times = [_per_syllable(nlp, text, length) for _ in range(options.repeat)]
        _row(f"one article of {length}: µs a syllable", times)


def _peers(documents: list[Document]) -> list[tuple[str, Callable[[], float]]]:
    """Other readers: each a function that gives its rate in syllables a second."""
    texts = [document.text for document in documents]
    blank = spacy.blank("xx")

    def split() -> float:
        return sum(len(text.split()) for text in texts) / _timed(lambda: [blank(text) for text in texts])

    if find_spec("underthesea") is None:
        print("underthesea is not installed: left out", file=sys.stderr)
        return [("spacy.blank", split)]
    from underthesea import ner  # type: ignore[import-not-found]

    sample, syllables = [], 0
    for text in texts:
        if syllables < PEER_SYLLABLES:
            sample.append(text)
            syllables += len(text.split())

    def name() -> float:
        return syllables / _timed(lambda: [ner(text) for text in sample])

    return [("spacy.blank", split), ("underthesea.ner", name)]


def _per_syllable(nlp: spacy.language.Language, text: list[str], length: int) -> float:
    """Microseconds that a syllable takes in one article of `length` syllables; short ones are read several times."""
    goes = max(1, 10_000 // length)
    stretches = [
        " ".join((text * (length * (go + 1) // len(text) + 1))[go * length : (go + 1) * length]) for go in range(goes)
    ]
    articles = [Document(f"a{go}", stretch, "", published="2025-05-13") for go, stretch in enumerate(stretches)]
    return _timed(lambda: [pipeline.extract(nlp, article) for article in articles]) / (goes * length) * 1e6


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _row(name: str, values: list[float]) -> None:
    print(f"{name:<38}{median(values):>12.1f}{min(values):>12.1f}{max(values):>12.1f}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("articles", type=Path, help="a JSONL file of articles, as camket build reads it")
    parser.add_argument("--repeat", type=int, default=5, help="how often to measure (default: 5)")
    options = parser.parse_args()
    if options.repeat < 1:
        parser.error(f"--repeat {options.repeat}: measure at least once")
    if not options.articles.is_file():
        parser.error(f"{options.articles} is no file")
    return options


if __name__ == "__main__":
    main()
