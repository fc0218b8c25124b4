"""The tenures of one post, in time: bounds, succession and conflicts. Pure functions of the attestations."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

from camket.graph.identity.tenures.attestations import Attestation

_DETAIL: Final = re.compile(r"_\(.*\)\Z")  # what tells namesakes apart


@dataclass(frozen=True, slots=True)
class Tenure:
    """That a person held the post.

    first, last: the attestations that bound it: taken up no later than the one, given up no earlier than the other;
    None where no dated article has the person hold it. left: the earliest article since that has it held no longer.
    """

    person: str
    attestations: tuple[Attestation, ...]
    first: Attestation | None
    last: Attestation | None
    left: Attestation | None


class Order(NamedTuple):
    """Pairs of tenures of a post that one person holds: who came after whom, and who cannot both have held it."""

    successions: list[tuple[Tenure, Tenure]]
    conflicts: list[tuple[Tenure, Tenure]]


def tenures(attestations: Iterable[Attestation]) -> list[Tenure]:
    """One tenure for each person, by person."""
    found: dict[str, list[Attestation]] = {}
    for told in sorted(attestations, key=lambda told: told.fact):
        found.setdefault(told.person, []).append(told)
    return [_tenure(person, told) for person, told in sorted(found.items())]


def order(found: Sequence[Tenure]) -> Order:
    """Who followed whom, and what conflicts, of a post that one person at a time holds.

    Each tenure is compared with the one before it that lasted longest. It followed that one where every article of the
    one is earlier than every article of the other, both told of on one day at most; it conflicts where they overlap.
    Two whose names may be one person's ("Phan Lợi", "Phan Tiến Lợi") neither follow each other nor conflict.
    """
    result = Order([], [])
    before: Tenure | None = None
    for tenure in sorted((t for t in found if t.first), key=_begin):
        if before is not None and not maybe_one(before.person, tenure.person):
            if _ended_before(before, tenure):
                result.successions.append((before, tenure))
            elif _overlap(before, tenure):
                result.conflicts.append((before, tenure))
        if before is None or _end(tenure) >= _end(before):
            before = tenure
    return result


def maybe_one(one: str, other: str) -> bool:
    """Whether the names of two people, by their IRIs, may be one person's: all words of the one are in the other."""
    some, others = _words(one), _words(other)
    return some <= others or others <= some


def _words(person: str) -> set[str]:
    return set(_DETAIL.sub("", person.rpartition("/")[2]).casefold().split("_"))


def _tenure(person: str, told: Sequence[Attestation]) -> Tenure:
    current = [one for one in told if one.published and not one.former]
    former = [one for one in told if one.published and one.former]
    first = min(current, key=lambda one: (one.last, one.first, one.fact), default=None)
    last = max(current, key=lambda one: (one.first, one.last, one.fact), default=None)
    since = [one for one in former if last is None or one.first >= last.last]
    left = min(since, key=lambda one: (one.last, one.first, one.fact), default=None)
    return Tenure(person, tuple(told), first, last, left)


def _begin(tenure: Tenure) -> tuple[date, date, str]:
    assert tenure.first is not None
    assert tenure.last is not None
    return tenure.first.first, tenure.last.last, tenure.person


def _end(tenure: Tenure) -> tuple[date, date]:
    assert tenure.last is not None
    return tenure.last.first, tenure.last.last


def _ended_before(one: Tenure, other: Tenure) -> bool:
    """Whether all that is told of one comes before all that is told of the other; a day of handover is none."""
    assert one.last is not None
    assert one.first is not None
    assert other.first is not None
    assert other.last is not None
    return one.last.last <= other.first.first and one.first.first < other.last.last


def _overlap(one: Tenure, other: Tenure) -> bool:
    """Whether both certainly held it at a time: dates that are only known to the month or year can hide the order."""
    assert one.last is not None
    assert other.first is not None
    return other.first.last <= one.last.first
