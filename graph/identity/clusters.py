"""Which bearers of one name are one: those whose posts or places contradict each other never are.

Bearers are taken in an order of their own (date, article id, place in the text), in three rounds: first those with a
territory, then those with another post or a rank, then those of whom nothing is known; so the outcome does not
depend on the order in which articles were read. In doubt nobody is joined.
"""

from collections.abc import Iterable
from typing import Final

from camket.graph import edtf
from camket.graph.identity.bearers import Bearer, Chain

TERM_MONTHS: Final = 60
"""Posts in different places contradict each other where the articles are at most so many months apart: a term of
People's Councils and Party Committees is five years. Who moves on sooner is joined by a post both articles tell."""

SHORTEST_JOINED: Final = 2
"""Syllables of the shortest person's name that joins two articles: "Tuấn" alone is anybody."""

_UNDATED: Final = "9999"


class Cluster:
    """Bearers held to be one; `members` in canonical order of each round, `reference` what they were recognised as."""

    def __init__(self, reference: str = "") -> None:
        self.reference = reference
        self.members: list[Bearer] = []
        self._articles: set[str] = set()
        self._evidence: dict[tuple[str, tuple[Chain, ...]], None] = {}
        self._ties: set[str] = set()
        self._seats: set[str] = set()

    def add(self, bearer: Bearer) -> None:
        """Join a bearer."""
        self.members.append(bearer)
        self._articles.add(bearer.article)
        if bearer.evidence.territories:
            self._evidence[bearer.published, bearer.evidence.territories] = None
        self._ties.update(bearer.evidence.ties)
        self._seats.update(bearer.evidence.seated)

    def shares_seat(self, bearer: Bearer) -> bool:
        """Whether it holds a post in a local body that a member holds one in: then it is the same, come what may."""
        return bearer.article not in self._articles and not self._seats.isdisjoint(bearer.evidence.seated)

    def shares_tie(self, bearer: Bearer) -> bool:
        """Whether it has a body, a whole post or a rank in common with a member."""
        return not self._ties.isdisjoint(bearer.evidence.ties)

    def shares_territory(self, bearer: Bearer) -> bool:
        """Whether it has to do with a place that a member has to do with."""
        return any(meet(bearer.evidence.territories, territories) for _, territories in self._evidence)

    def admits(self, bearer: Bearer) -> bool:
        """Whether nothing speaks against the bearer's being this one. An article's namesakes are never one."""
        return bearer.article not in self._articles and not any(
            contradict(bearer, published, territories) for published, territories in self._evidence
        )


def contradict(bearer: Bearer, published: str, territories: tuple[Chain, ...]) -> bool:
    """Whether a bearer's territories and others have nothing in common; of a person only within one term."""
    if not bearer.evidence.territories or not territories:
        return False
    if bearer.folder == "person" and months_between(bearer.published, published) > TERM_MONTHS:
        return False
    return not meet(bearer.evidence.territories, territories)


def meet(some: tuple[Chain, ...], others: tuple[Chain, ...]) -> bool:
    """Whether territories have a place in common."""
    return any(_same_place(a, b) for mine in some for theirs in others for a in mine for b in theirs)


def months_between(one: str, other: str) -> int:
    """Whole months from the end of the earlier EDTF date to the beginning of the later; 0 where one is unknown."""
    if not one or not other:
        return 0
    begins = max(edtf.first_day(one), edtf.first_day(other))
    ends = min(edtf.last_day(one), edtf.last_day(other))
    return max(0, (begins.year - ends.year) * 12 + begins.month - ends.month)


def canonical(bearer: Bearer) -> tuple[str, str, int, str]:
    """The order in which bearers are looked at: date, undated ones last, then article id and place in the text."""
    return (bearer.published or _UNDATED, bearer.article, bearer.start, bearer.key)


def cluster(bearers: Iterable[Bearer]) -> list[Cluster]:
    """The bearers of one block, sorted into those who are one, in the canonical order of their first members."""
    ordered = sorted(bearers, key=canonical)
    result: list[Cluster] = []
    unknown = [bearer for bearer in ordered if not _recognised(bearer, result)]
    if ordered and ordered[0].folder == "person" and len(ordered[0].name.split()) < SHORTEST_JOINED:
        for bearer in unknown:
            _alone(bearer, result)
    else:
        for bearer in [b for b in unknown if b.evidence.territories]:
            _place(bearer, result)
        for bearer in [b for b in unknown if b.evidence.ties and not b.evidence.territories]:
            _place(bearer, result)
        _without_evidence([b for b in unknown if not b.evidence.ties and not b.evidence.territories], result)
    for found in result:
        found.members.sort(key=canonical)
    return sorted(result, key=lambda found: canonical(found.members[0]))


def _recognised(bearer: Bearer, result: list[Cluster]) -> bool:
    """Join a bearer with a reference to those that have the same."""
    if not bearer.reference:
        return False
    for found in result:
        if found.reference == bearer.reference:
            found.add(bearer)
            return True
    result.append(Cluster(bearer.reference))
    result[-1].add(bearer)
    return True


def _place(bearer: Bearer, result: list[Cluster]) -> None:
    """Join a bearer with those it has ties in common with, else with the one cluster that can be meant, else none."""
    seats = [found for found in result if found.shares_seat(bearer)]
    admitting = [found for found in result if found.admits(bearer)]
    sharing = seats or [found for found in admitting if found.shares_tie(bearer)]
    meant = [found for found in admitting if found.shares_territory(bearer)] or admitting
    if sharing:
        sharing[0].add(bearer)
    elif len(meant) == 1:
        meant[0].add(bearer)
    else:
        _alone(bearer, result)


def _without_evidence(bearers: list[Bearer], result: list[Cluster]) -> None:
    """Join those of whom nothing is known with the only one of the name; bodies and places without any are one."""
    if not bearers:
        return
    if not result and bearers[0].folder != "person":
        result.append(Cluster())
    only = result[0] if len(result) == 1 else None
    for bearer in bearers:
        if only and only.admits(bearer):
            only.add(bearer)
        else:
            _alone(bearer, result)


def _alone(bearer: Bearer, result: list[Cluster]) -> None:
    result.append(Cluster())
    result[-1].add(bearer)


def _same_place(one: str, other: str) -> bool:
    """Whether two place names mean the same, one perhaps with its kind before it ("tỉnh Thanh Giang")."""
    return one == other or one.endswith(f" {other}") or other.endswith(f" {one}")
