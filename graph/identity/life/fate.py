"""What became of a saying: the links between the undertaking it tells and all that later articles tell of it."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final, NamedTuple

from camket.graph import edtf
from camket.graph.identity.life.deed import Deed
from camket.graph.identity.life.likeness import Words
from camket.graph.identity.life.relations import relate
from camket.graph.identity.life.saying import Saying, Telling
from camket.graph.identity.life.step import Because, Relation, Step
from camket.graph.identity.life.undertaken import moved_on

TOLD_DAYS: Final = 3
"""An undertaking that was changed may still be told of as it was for so many days: papers tell one session in turn."""

_AGAIN: Final = (Relation.RESTATES, Relation.REVISES, Relation.RENEWS)
_ENDED: Final = (Relation.FULFILS, Relation.PARTLY, Relation.MISSES)


class Told(NamedTuple):
    """A saying with its tellings, one for each article, sorted."""

    saying: Saying
    tellings: Sequence[Telling]


def fate(earlier: Told, later: Sequence[Told]) -> list[Step]:
    """The links of an undertaking. later: the sayings it is paired with as the earlier, and itself."""
    words = Words()
    told = [pair for one in later for pair in _pairs(one, earlier)]
    found = [step for one, other in told if (step := relate(one, other, words)) and _is_apart(step)]
    missed = min((edtf.last_day(step.later.published) for step in found if _is_missed(step)), default=None)
    again = _set_again(told, missed) if missed else ()
    return _standing(_one_of_each([*found, *again]))


def _pairs(one: Told, earlier: Told) -> Iterator[tuple[Deed, Deed]]:
    """Every telling of the earlier with the first of the later, and every other of the later with the first.

    Of one saying, or of two of one day, those tell later whose articles sort later.
    """
    same_day = one.saying.day == earlier.saying.day
    if one.saying == earlier.saying:
        first, *others = one.tellings
        linked = [(other, first) for other in others]
    elif same_day and not _is_fuller(one, earlier) and one.tellings[0] < earlier.tellings[0]:
        return
    else:
        linked = _star(one.tellings, earlier.tellings)
    yield from ((one.saying.told(late), earlier.saying.told(early)) for late, early in linked)


def _is_fuller(one: Told, earlier: Told) -> bool:
    """Whether the earlier tells the same occasion more fully, and is the first, whatever articles are called."""
    late, early = one.saying.deed, earlier.saying.deed
    return bool(late.is_undertaking and late.said) and late.said == early.said and late.fullness < early.fullness


def _star(late: Sequence[Telling], early: Sequence[Telling]) -> list[tuple[Telling, Telling]]:
    linked = {(one, other) for other in early for one in _first_elsewhere(late, other)}
    return sorted(linked.union((one, other) for one in late for other in _first_elsewhere(early, one)))


def _first_elsewhere(tellings: Sequence[Telling], telling: Telling) -> list[Telling]:
    """The first of another article, if there is one."""
    return [one for one in tellings if one.article != telling.article][:1]


def _is_apart(step: Step) -> bool:
    """A copy of what was said restates it; it is no change of it."""
    same = step.earlier.words == step.later.words and step.earlier.published == step.later.published
    return not same or step.relation is Relation.RESTATES


def _is_missed(step: Step) -> bool:
    return step.relation is Relation.MISSES and bool(step.earlier.figures)


def _set_again(told: Iterable[tuple[Deed, Deed]], missed: date) -> Iterator[Step]:
    """A target that was missed by then and is set again for a later period."""
    for later, earlier in told:
        if later.is_undertaking and missed <= edtf.last_day(later.published) and (again := moved_on(later, earlier)):
            yield again


def _one_of_each(found: Iterable[Step]) -> list[Step]:
    """Of an article's links with one undertaking the strongest that says it again, ends it or declines it."""
    best: dict[tuple[str, str, int], Step] = {}
    for step in found:
        key = (step.later.article, step.earlier.node, _group(step.relation))
        kept = best.get(key)
        if kept is None or _strength(step) > _strength(kept):
            best[key] = step
    return [step for _, step in sorted(best.items())]


def _group(relation: Relation) -> int:
    return 0 if relation in _AGAIN else 1 if relation in _ENDED else 2


def _strength(step: Step) -> tuple[float, int, str]:
    return (round(step.weight, 6), -step.later.offset, step.later.node)


def _standing(found: Sequence[Step]) -> list[Step]:
    """The links with what still stood when the later article came out: not with what another had changed before.

    A figure is held against every version of a target.
    """
    changed: dict[str, date] = {}
    for step in found:
        if step.relation in (Relation.REVISES, Relation.RENEWS):
            day = edtf.last_day(step.later.published)
            changed[step.earlier.node] = min(day, changed.get(step.earlier.node, day))
    return [
        step
        for step in found
        if step.earlier.node not in changed
        or step.because is Because.FIGURE
        or (edtf.last_day(step.later.published) - changed[step.earlier.node]).days <= TOLD_DAYS
    ]
