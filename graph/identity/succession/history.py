"""What became of the local bodies of a kind and a place, change after change, by the reference data."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from camket.graph.identity.succession.local_bodies import LocalBody
from camket.graph.rdf import vocabulary as v
from camket.graph.rdf.reference import ReferenceData
from camket.graph.rdf.terms import ck


@dataclass(frozen=True, slots=True)
class Step:
    """A change on the way from a body to its successors.

    change: its IRI. day: the first day on which it can have taken effect. body: what there is afterwards, None where
    no one body took over. new: whether there was no such body before.
    """

    change: str
    day: str
    body: LocalBody | None
    new: bool


@dataclass(frozen=True, slots=True)
class _Change:
    iri: str
    day: str
    result: str | None  # None where several took over
    new: bool


_SIDES: Final = ((ck("originalKind"), ck("resultingKind")), (ck("originalArea"), ck("resultingArea")))


class History:
    """The changes that ended a kind or a place."""

    def __init__(self, reference: ReferenceData) -> None:
        self._levels = reference.values(ck("areaLevel"))
        self._changes: dict[str, list[_Change]] = {}
        days = reference.values(v.DATE_FROM)
        for before, after in _SIDES:
            for change, originals in reference.values(before).items():
                results = reference.values(after).get(change, ())
                for original in originals:
                    if original not in results and change in days:
                        told = self._change(change, days[change][0], original, originals, results)
                        self._changes.setdefault(original, []).append(told)
        for changes in self._changes.values():
            changes.sort(key=lambda change: (change.day, change.iri))

    def after(self, body: LocalBody) -> list[Step]:
        """What became of a body, step by step; empty where no change ended it."""
        steps: list[Step] = []
        now: LocalBody | None = body
        while now is not None and (found := self._next(now, steps[-1].day if steps else "")):
            change, of_place = found
            now = self._result(now, change, of_place)
            steps.append(Step(change.iri, change.day, now, change.new))
        return steps

    def _change(self, iri: str, day: str, original: str, originals: Sequence[str], results: Sequence[str]) -> _Change:
        same_level = [r for r in results if self._levels.get(r) == self._levels.get(original)]
        result = same_level[0] if len(same_level) == 1 and len(results) == 1 else None
        return _Change(iri, day, result, result not in originals)

    def _next(self, body: LocalBody, since: str) -> tuple[_Change, bool] | None:
        """The first change, not before `since`, that ends the kind or the place; whether it is one of places."""
        of_kind = ((change, False) for change in self._changes.get(body.kind, ()) if change.day >= since)
        of_place = ((change, True) for change in self._changes.get(body.place or "", ()) if change.day >= since)
        return min((*of_kind, *of_place), key=lambda found: (found[0].day, found[0].iri), default=None)

    @staticmethod
    def _result(body: LocalBody, change: _Change, of_place: bool) -> LocalBody | None:
        if change.result is None:
            return None
        return body._replace(place=change.result) if of_place else body._replace(kind=change.result)
