"""The evaluation whole: articles and annotations in, comparisons out."""

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from fnmatch import fnmatchcase
from pathlib import Path

from camket.graph import api
from camket.graph.errors import UsageError
from camket.graph.evaluation.account import Account
from camket.graph.evaluation.annotations import read_annotations
from camket.graph.evaluation.answers import read_answers
from camket.graph.evaluation.comparison import Comparison, compare
from camket.graph.evaluation.link_annotations import read_links
from camket.graph.evaluation.link_answers import read_link_answers
from camket.graph.evaluation.link_figures import LinkFigures, link_figures
from camket.graph.store import Dataset


def evaluate(
    articles: Sequence[str | Path], annotations: str | Path, dataset: Dataset | None = None
) -> dict[str, Comparison]:
    """What the graph says of each annotated article beside what the annotator says, by article id.

    articles: sources as for a build. annotations: the folder of the annotator's files. dataset: the graph to judge;
    None for a fresh one, built of these articles and thrown away.

    Raises UsageError where the articles or annotations cannot be used, SourceError where an article cannot be read.
    """
    texts = {document.id: document.text for document in api.read(*articles)}
    gold = read_annotations(Path(annotations), texts)
    with _graph(articles, dataset) as graph:
        return _compared(gold, graph)


def check_asked(
    annotations: Path | None,
    links: Path | None,
    only: Sequence[str] = (),
    unseen: Sequence[str] = (),
    *,
    intervals: bool = False,
) -> Path:
    """What is to be evaluated against: the annotations of articles, or the links between them.

    Raises UsageError where it is not exactly one of them, or what is asked for besides goes with the other.
    """
    if links is None and annotations is not None:
        if only:
            raise UsageError("--only goes with --links FILE: without it every annotated article counts")
        return annotations
    if links is None or annotations is not None:
        raise UsageError("give either the folder with ANNOTATIONS or --links FILE")
    if unseen:
        raise UsageError("--unseen goes with ANNOTATIONS: errors of links are of several articles")
    if intervals:
        raise UsageError("--intervals goes with ANNOTATIONS: there are no intervals of links")
    return links


def seen(found: Mapping[str, Comparison], unseen: Sequence[str]) -> dict[str, Comparison]:
    """The comparisons without those of articles whose ids are like one of the patterns.

    They are set aside: they count, but nobody may learn from their errors.

    Raises UsageError where a pattern fits no id.
    """
    for pattern in unseen:
        if not any(fnmatchcase(article, pattern) for article in found):
            raise UsageError(f"--unseen {pattern}: no article's id is like that; give an id or a pattern as 'a-*'")
    return {a: one for a, one in found.items() if not any(fnmatchcase(a, pattern) for pattern in unseen)}


def evaluate_links(
    articles: Sequence[str | Path], links: str | Path, dataset: Dataset | None = None, only: Sequence[str] = ()
) -> LinkFigures:
    """How well the graph says what is the same in several articles, and what became of promises.

    articles, dataset: as for `evaluate`. links: the annotator's file. only: patterns of the ids of articles that count
    (`w1-*`); all without one. The whole set is read in any case.

    Raises UsageError where the articles or annotations cannot be used or no id fits, SourceError where an article
    cannot be read.
    """
    texts = {document.id: document.text for document in api.read(*articles)}
    gold = read_links(Path(links), texts)

    def scope(article: str) -> bool:
        return not only or any(fnmatchcase(article, pattern) for pattern in only)

    if not any(map(scope, texts)):
        raise UsageError(f"no article's id is like {' or '.join(only)}: give a pattern as 'w1-*'")
    with _graph(articles, dataset) as graph:
        return link_figures(gold, read_link_answers(graph), texts, scope)


@contextmanager
def _graph(articles: Sequence[str | Path], dataset: Dataset | None) -> Iterator[Dataset]:
    """The dataset, or a fresh one of the articles that is thrown away again."""
    if dataset is not None:
        yield dataset
        return
    with tempfile.TemporaryDirectory(prefix="camket-evaluate-") as folder:
        api.build(articles, Path(folder) / "store")
        yield api.open_store(Path(folder) / "store")


def _compared(gold: dict[str, Account], dataset: Dataset) -> dict[str, Comparison]:
    found = read_answers(dataset, gold)
    return {article: compare(account, found[article]) for article, account in sorted(gold.items())}
