"""Copies: reports of several articles that tell of a gathering in the same words, as papers print an agency's."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from camket.graph.identity.occasions.likeness import is_enough, likeness
from camket.graph.identity.occasions.parties import Likeness
from camket.graph.identity.occasions.report import Report


class Copy(NamedTuple):
    """A report that is a copy of another, and what they share."""

    report: Report
    found: Likeness


def without_copies(reports: Sequence[Report]) -> tuple[list[Report], Mapping[str, Sequence[Copy]]]:
    """The first of each lot of copies, with all that are nobody's, in order; and the copies by the node of the first.

    Copies are looked at once instead of with everything their first is looked at with. reports: in canonical order.
    """
    lots: dict[Report, list[Report]] = defaultdict(list)
    for report in reports:
        lots[report._replace(node="", article="", offset=0, around=())].append(report)
    copies = {first.node: list(_copies(first, others)) for first, *others in lots.values() if others}
    known = {copy.report.node for of_one in copies.values() for copy in of_one}
    return [report for report in reports if report.node not in known], copies


def _copies(first: Report, others: Iterable[Report]) -> Iterable[Copy]:
    articles = {first.article}
    for other in others:
        found = likeness(first, other)
        if other.article not in articles and found and first.is_dated and is_enough(found, first, other):
            articles.add(other.article)
            yield Copy(other, found)
