"""Whether a store keeps what the design promises: every quote stands in its article, every shape holds, every triple
stands in exactly one graph."""

from collections.abc import Callable

from camket.graph.check.placement import misplaced
from camket.graph.check.report import CheckReport, Failure
from camket.graph.check.shapes import shape_failures
from camket.graph.check.spans import check_spans
from camket.graph.endpoint import Endpoint
from camket.graph.errors import StoreError
from camket.graph.store import Dataset
from camket.graph.views.rows import select

__all__ = ["CheckReport", "Failure", "check"]

Progress = Callable[[str, int, int], None]  # what is being checked, articles done, articles in all

_CONTRADICTIONS = "SELECT ?conflict WHERE { ?conflict a ck:TenureConflict }"
_ARTICLES = "SELECT ?article WHERE { ?article a schema:NewsArticle }"


def check(dataset: Dataset, *, shapes: bool = True, progress: Progress = lambda step, done, total: None) -> CheckReport:
    """Checks spans, shapes (unless `shapes` is False) and the placement of triples; what it finds is in the report.

    Raises StoreError for an endpoint: whole graphs are read, which takes the store itself.
    """
    if isinstance(dataset, Endpoint):
        raise StoreError(f"{dataset.url} is an endpoint: a check needs the folder of a store")
    articles = sorted(row["article"] for row in select(dataset, _ARTICLES))
    report = CheckReport(articles=len(articles), contradictions=len(select(dataset, _CONTRADICTIONS)))
    for done, article in enumerate(articles, 1):
        check_spans(dataset, article, report)
        progress("spans", done, len(articles))
    report.failures += misplaced(dataset, set(articles), report)
    if shapes:
        report.shapes_checked = True
        report.failures += shape_failures(dataset, articles, lambda done: progress("shapes", done, len(articles)))
    return report
