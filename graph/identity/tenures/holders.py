"""Who held a post on the day of an article that names nobody, where the other articles leave no doubt.

The rule: the article itself names one holder; or the nearest articles before and after it name the same, with nobody
else in between and at most a term of office apart; or, with nothing known after it, the nearest one before it is at
most three months old and no article has the holder gone. What comes only after it proves nothing: who is first told of
has often just taken over.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import takewhile
from typing import Final

from camket.graph import edtf
from camket.graph.identity.tenures.attestations import Attestation, Nameless

TERM: Final = timedelta(days=5 * 365)
NEAR: Final = timedelta(days=92)
_MONTH: Final = timedelta(days=31)
_COARSEST: Final = len("2024-06")  # a date that gives only the year tells too little


class Basis(StrEnum):
    """Why it is known; the value is the concept's local name in the vocabulary."""

    SAME_ARTICLE = "SameArticle"
    AROUND = "AttestedAround"
    NEAR = "AttestedNear"


@dataclass(frozen=True, slots=True)
class Holder:
    """Who a nameless holder was, why, and the memberships that this rests on."""

    nameless: Nameless
    person: str
    basis: Basis
    facts: tuple[str, ...]


class Holders:
    """The known holders of one post that one person at a time holds."""

    def __init__(self, attestations: Iterable[Attestation]) -> None:
        dated = sorted(attestations, key=lambda told: (told.published, told.person, told.former, told.fact))
        self._in_article: dict[str, list[Attestation]] = {}
        distinct: dict[tuple[str, str, bool], Attestation] = {}
        for told in dated:
            if not told.former:
                self._in_article.setdefault(told.article, []).append(told)
            distinct.setdefault((told.published, told.person, told.former), told)
        self._told = [told for told in distinct.values() if len(told.published) >= _COARSEST]
        self._told.sort(key=lambda told: (told.first, told.last, told.person, told.former))
        self._days = [told.first for told in self._told]
        self._vague = [told for told in distinct.values() if len(told.published) < _COARSEST]

    def find(self, nameless: Nameless) -> Holder | None:
        """Who held the post on the article's day; None where it is not certain."""
        named = self._in_article.get(nameless.article, ())
        if named:
            people = {told.person for told in named}
            return self._holder(nameless, Basis.SAME_ARTICLE, named[:1]) if len(people) == 1 else None
        if len(nameless.published) < _COARSEST:
            return None
        return self._around(nameless, edtf.first_day(nameless.published), edtf.last_day(nameless.published))

    def _around(self, nameless: Nameless, first: date, last: date) -> Holder | None:
        before, after = self._before(first), self._after(last)
        if before is None or self._is_doubtful(before, after.last if after else last):
            return None
        if after is not None:
            certain = after.person == before.person and after.last - before.first <= TERM
            return self._holder(nameless, Basis.AROUND, [before, after]) if certain else None
        left = any(told.former and told.person == before.person for told in self._since(before.first))
        certain = last - before.first <= NEAR and not left
        return self._holder(nameless, Basis.NEAR, [before]) if certain else None

    def _before(self, day: date) -> Attestation | None:
        """The last that is told up to a day."""
        for at in range(bisect_right(self._days, day) - 1, -1, -1):
            told = self._told[at]
            if told.last <= day and not told.former:
                return told
        return None

    def _after(self, day: date) -> Attestation | None:
        """The first that is told from a day on."""
        return next((told for told in self._since(day) if not told.former), None)

    def _since(self, day: date) -> Iterator[Attestation]:
        return (self._told[at] for at in range(bisect_left(self._days, day), len(self._told)))

    def _is_doubtful(self, before: Attestation, last: date) -> bool:
        """Whether from one attestation on somebody else can have held the post, or its holder can have left it."""
        return any(
            told.first <= last and told.last >= before.first and (told.person == before.person) == told.former
            for told in (*takewhile(lambda told: told.first <= last, self._since(before.first - _MONTH)), *self._vague)
        )

    @staticmethod
    def _holder(nameless: Nameless, basis: Basis, told: Sequence[Attestation]) -> Holder:
        return Holder(nameless, told[0].person, basis, tuple(sorted({one.fact for one in told})))
