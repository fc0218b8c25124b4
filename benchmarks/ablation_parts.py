"""Reading the annotated articles without some parts of Camket, in the process that calls it: for `ablation.py`."""

import pickle
import re
import tempfile
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
LEXICON = ROOT / "ontology" / "lexicon"
REFERENCE = ROOT / "ontology" / "reference"

Part = tuple[str, str]
"""What it is ("component", "words" or "reference") and its name."""
Source = tuple[str, str]
"""Articles, and the folder of their annotations."""
Key = tuple[str, str]
"""An article: its file and its id."""


@dataclass
class Reading:
    """What was read: F1 by kind and its mean; `changed`: articles whose facts are others than those of the whole.

    facts: the facts of each article, pickled; compared: the counts of each article, pickled Comparisons.
    """

    mean: float = 0.0
    f1: dict[str, float] = field(default_factory=dict)
    articles: int = 0
    changed: int = 0
    facts: dict[Key, bytes] = field(default_factory=dict)
    compared: dict[Key, Any] = field(default_factory=dict)


def read_without(parts: Sequence[Part], sources: Sequence[Source], whole: Reading | None) -> Reading:
    """The figures without the parts, which must not be in use yet in this process; whole: what all parts give."""
    letters = _taken_away(parts)
    documents = dict(_documents(sources))
    facts = {key: _facts(document, whole.facts[key] if whole else None, letters) for key, document in documents.items()}
    reading = Reading(facts=facts)
    if whole is None:
        reading.compared = _compared(documents, facts, sources)
        return _figured(reading)
    changed = {key: documents[key] for key, one in facts.items() if one != whole.facts[key]}
    if any(kind == "reference" for kind, _ in parts):
        reading.compared = _compared(documents, facts, sources)
    elif changed:
        before = _compared(changed, whole.facts, sources)
        after = _compared(changed, facts, sources)
        reading.compared = whole.compared | {key: one for key, one in after.items() if one != before[key]}
    else:
        reading.compared = whole.compared
    figured = _figured(reading)
    return Reading(figured.mean, figured.f1, figured.articles, len(changed))


def _documents(sources: Sequence[Source]) -> Iterator[tuple[Key, Any]]:
    """The articles; each bears its file in its id, so that those of two sets with one id stay two."""
    from camket.graph import api

    for articles, _ in sources:
        for document in api.read(articles):
            yield (articles, document.id), document


def _figured(reading: Reading) -> Reading:
    from camket.graph.evaluation.figures import figures_of

    figures = figures_of(list(reading.compared.values()))
    reading.articles = figures.articles
    reading.f1 = {kind: figure.f1 for kind, figure in figures.kinds.items()}
    reading.mean = sum(reading.f1.values()) / len(reading.f1)
    return reading


def _facts(document: Any, known: bytes | None, letters: set[str] | None) -> bytes:
    """The facts, pickled; known: those of the whole, which hold where the article has none of the words taken away."""
    from camket.graph import api

    if known is not None and letters is not None:
        text = _letters(document.text)
        if not any(word in text for word in letters):
            return known
    return pickle.dumps(api.extract(document))


def _compared(documents: dict[Key, Any], facts: dict[Key, bytes], sources: Sequence[Source]) -> dict[Key, Any]:
    """The comparison of each article that has an annotation, set by set in a store of the given ones alone."""
    from camket.graph import api
    from camket.graph.build import build_documents
    from camket.graph.evaluation.annotations import read_annotations
    from camket.graph.evaluation.answers import read_answers
    from camket.graph.evaluation.comparison import compare

    found = {}
    for articles, annotations in sources:
        of_set = {document.id: document for (file, _), document in documents.items() if file == articles}
        if not of_set:
            continue
        with tempfile.TemporaryDirectory(prefix="camket-ablation-") as folder:
            told = partial(_told, facts, articles)
            build_documents(list(of_set.values()), Path(folder) / "store", extract=told, pipeline="ablation")
            gold = read_annotations(Path(annotations), {one.id: one.text for one in of_set.values()})
            answers = read_answers(api.open_store(Path(folder) / "store"), gold)
        found.update({(articles, one): compare(account, answers[one]) for one, account in gold.items()})
    return found


def _told(facts: dict[Key, bytes], articles: str, document: Any) -> Any:
    return pickle.loads(facts[articles, document.id])


def _taken_away(parts: Sequence[Part]) -> set[str] | None:
    """Takes the parts away; the words that went, by their letters; None where any article may be read otherwise."""
    gone: set[str] = set()
    bounded = True
    for kind, name in parts:
        if kind == "words":
            words = _empty_table(*name.split("."))
            gone |= words
            bounded = bounded and bool(words) and min(map(len, words)) > 1
        else:
            bounded = False
    files = {name for kind, name in parts if kind == "reference"}
    if files:
        _leave_out_files(files)
    components = {name for kind, name in parts if kind == "component"}
    if components:
        from camket.graph.extraction import pipeline

        pipeline.load = partial(pipeline.load, tuple(c for c in pipeline.COMPONENTS if c not in components))
    return gone if bounded else None


def _empty_table(file: str, table: str) -> set[str]:
    """Empties a table before anything is compiled from it; the letters of what stood in it."""
    from camket.graph.extraction.text import cues

    data: dict[str, Any] = cues.lexicon(file)  # type: ignore[assignment]
    words = {_letters(word) for one in _strings(data[table]) for word in re.split(r"[|()\[\]?*+\\]", one)}
    data[table] = _emptied(data[table])
    return words - {""}


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield from value.split() if len(value) > 100 else [value]
    elif isinstance(value, dict):
        for key, one in value.items():
            yield key
            yield from _strings(one)
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)


def _letters(text: str) -> str:
    """The letters and digits of a text without tones: a word is in an article only where its letters are."""
    plain = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(char for char in plain if char.isalnum())


def _emptied(value: Any) -> Any:
    if isinstance(value, dict):
        mapping = all(isinstance(one, str | int | float) for one in value.values()) and len(value) > 1
        return {} if mapping and "words" not in value else {key: _emptied(one) for key, one in value.items()}
    return type(value)() if isinstance(value, str | list) else value


def _leave_out_files(names: set[str]) -> None:
    from camket.ontology.reference import entries, graph

    def turtles() -> Iterator[bytes]:
        for file in sorted(REFERENCE.glob("*.ttl")):
            if file.name not in names:
                yield file.read_bytes()

    left: Callable[[], Iterator[bytes]] = turtles
    entries.turtle_files = left
    graph.turtle_files = left  # type: ignore[attr-defined]
