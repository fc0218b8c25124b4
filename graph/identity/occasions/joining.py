"""Which reports are of one occasion: the most alike first, nobody joined through one that does not fit the others."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from camket.graph.identity.occasions.copies import Copy, without_copies
from camket.graph.identity.occasions.likeness import is_enough, likeness
from camket.graph.identity.occasions.parties import Likeness
from camket.graph.identity.occasions.report import Report

COMMON: Final = 24
"""Of more reports than that which share one thing on a day, each is compared with so many that follow it only."""


COMPARED: Final = 8
"""So many reports of a group are compared with so many of another before the two become one."""


class Join(NamedTuple):
    """Two reports of one occasion, by their places in the block, and what they share."""

    one: int
    other: int
    found: Likeness


class Occasion(NamedTuple):
    """Reports of one occasion, the earliest first, and what those share that were joined."""

    reports: tuple[Report, ...]
    shared: tuple[Likeness, ...]


def canonical(report: Report) -> tuple[str, str, int, str]:
    """The order of reports: by publication, undated ones last, then by article and place in it."""
    return (report.published or "9999", report.article, report.offset, report.node)


def occasions(found: Iterable[Report]) -> list[Occasion]:
    """The occasions of a block that several articles tell of. A pure function of the set of reports."""
    reports, copies = without_copies(sorted(found, key=canonical))
    joins = sorted(_joins(reports), key=lambda join: (-_dated(reports, join), -join.found.score, join.one, join.other))
    groups = _Groups(reports)
    for join in joins:
        groups.join(join)
    return sorted(groups.made(copies), key=lambda occasion: canonical(occasion.reports[0]))


def _dated(reports: Sequence[Report], join: Join) -> bool:
    return reports[join.one].is_dated and reports[join.other].is_dated


def _joins(reports: Sequence[Report]) -> Iterator[Join]:
    for one, other in sorted(_pairs(reports)):
        found = likeness(reports[one], reports[other])
        if found and is_enough(found, reports[one], reports[other]):
            yield Join(one, other, found)


def _pairs(reports: Sequence[Report]) -> set[tuple[int, int]]:
    """The pairs worth a look: of one day, with somebody, some body, root, place or word in common."""
    index: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, report in enumerate(reports):
        for day in _days(report):
            for key in {*report.people, *report.bodies, *report.roots, *report.places, report.about}:
                index[day, key].append(number)
    pairs: set[tuple[int, int]] = set()
    for numbers in index.values():
        pairs.update((one, other) for n, one in enumerate(numbers) for other in numbers[n + 1 : n + 1 + COMMON])
    return pairs


def _days(report: Report) -> Iterable[str]:
    """The days of a block's month under which a report is looked up."""
    if report.is_dated:
        month = report.start[:7]
        last = int(report.last[8:]) if report.last[:7] == month else 31
        return [f"{month}-{day:02}" for day in range(int(report.start[8:]), last + 1)]
    if len(report.published) != len("2025-04-15"):
        return []
    if report.tells_month:
        return [f"{report.start}-{day:02}" for day in range(1, 32)]
    month, day = report.published[:7], int(report.published[8:])
    if report.start and report.start[:7] != month:
        return [f"{report.start[:7]}-{late:02}" for late in (30, 31)]
    return [f"{month}-{before:02}" for before in range(max(1, day - 2), day + 1)]


class _Groups:
    def __init__(self, reports: Sequence[Report]) -> None:
        self._reports = reports
        self._of: dict[int, int] = {}
        self._members: dict[int, list[int]] = {}
        self._joins: dict[int, list[Join]] = {}

    def join(self, join: Join) -> None:
        """Join two reports and those they are joined with, where all of them fit together."""
        one, other = self._of.get(join.one, join.one), self._of.get(join.other, join.other)
        if one == other:
            self._joins[one].append(join)
            return
        mine, theirs = self._members.get(one, [one]), self._members.get(other, [other])
        if not self._fit(mine, theirs):
            return
        first, second = min(one, other), max(one, other)
        self._members[first] = sorted({*mine, *theirs})
        self._joins[first] = [*self._joins.get(one, ()), *self._joins.get(other, ()), join]
        self._members.pop(second, None)
        self._joins.pop(second, None)
        self._of.update((member, first) for member in self._members[first])

    def made(self, copies: Mapping[str, Sequence[Copy]]) -> Iterator[Occasion]:
        """The occasions with more than one report; copies: by the node of the report they are copies of."""
        joined = {member for members in self._members.values() for member in members}
        alone = ([n] for n, report in enumerate(self._reports) if n not in joined and copies.get(report.node))
        for members in [*self._members.values(), *alone]:
            reports = [self._reports[number] for number in members]
            more = _of_other_articles(reports, copies)
            told = sorted([*reports, *(copy.report for copy in more)], key=canonical)
            shared = [*(join.found for join in self._joins.get(members[0], ())), *(copy.found for copy in more)]
            yield Occasion(tuple(told), tuple(shared))

    def _fit(self, mine: Sequence[int], theirs: Sequence[int]) -> bool:
        """Whether two groups may be one: no article tells of both, and nothing speaks against their first reports."""
        articles = {self._reports[number].article for number in mine}
        if any(self._reports[number].article in articles for number in theirs):
            return False
        return all(self._fits(a, b) for a in mine[:COMPARED] for b in theirs[:COMPARED])

    def _fits(self, one: int, other: int) -> bool:
        """Whether nothing speaks against two reports' being of one occasion; two undated ones prove nothing."""
        a, b = self._reports[one], self._reports[other]
        if a.is_dated or b.is_dated:
            return likeness(a, b) is not None
        return a.article != b.article


def _of_other_articles(reports: Sequence[Report], copies: Mapping[str, Sequence[Copy]]) -> list[Copy]:
    """The copies of reports, without those of articles that tell of the occasion already."""
    articles = {report.article for report in reports}
    found = []
    for copy in (copy for report in reports for copy in copies.get(report.node, ())):
        if copy.report.article not in articles:
            articles.add(copy.report.article)
            found.append(copy)
    return found
