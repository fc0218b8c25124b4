"""The evaluation whole: articles and annotations in, comparisons out."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from camket.graph import api
from camket.graph.evaluation.account import Account
from camket.graph.evaluation.annotations import read_annotations
from camket.graph.evaluation.answers import read_answers
from camket.graph.evaluation.comparison import Comparison, compare
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
    if dataset is not None:
        return _compared(gold, dataset)
    with tempfile.TemporaryDirectory(prefix="camket-evaluate-") as folder:
        api.build(articles, Path(folder) / "store")
        return _compared(gold, api.open_store(Path(folder) / "store"))


def _compared(gold: dict[str, Account], dataset: Dataset) -> dict[str, Comparison]:
    found = read_answers(dataset, gold)
    return {article: compare(account, found[article]) for article, account in sorted(gold.items())}
