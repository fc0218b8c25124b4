"""The steps in the life of a block's undertakings: which deeds are looked at together, and which links stand."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final

from camket.graph import edtf
from camket.graph.identity.life.deed import Deed, Figure
from camket.graph.identity.life.likeness import Words
from camket.graph.identity.life.relations import relate
from camket.graph.identity.life.step import Relation, Step
from camket.graph.identity.life.undertaken import moved_on

LIKEST: Final = 16
"""So many of the undertakings before a deed that share most with it are compared with it word by word."""

NEAREST: Final = 40
"""Of the deeds that share a word, so many undertakings before each are looked at."""

LATEST: Final = 5
"""Of an undertaking that was said again and again the first and so many of the latest tellings are linked with."""

NEWS_DAYS: Final = 1
"""Articles published so far apart that tell of one saying are of one news day: the fuller one tells it first."""

TOLD_DAYS: Final = 3
"""An undertaking that was changed may still be told of as it was for so many days: papers tell one session in turn."""

_AGAIN: Final = (Relation.RESTATES, Relation.REVISES, Relation.RENEWS)
_ENDED: Final = (Relation.FULFILS, Relation.PARTLY, Relation.MISSES)


def steps(deeds: Iterable[Deed], block: str) -> list[Step]:
    """The links of a block. A pure function of the set of deeds; a link belongs to the first block both stand in."""
    ordered = sorted(deeds, key=_published)
    words = Words(ordered)
    related = (relate(later, earlier, words) for later, earlier in _oriented(ordered, words))
    found = _one_of_each(step for step in related if step)
    standing = _standing(_one_of_each([*found, *_set_again(found, ordered)]))
    return [step for step in _latest(standing) if block == min(step.later.keys & step.earlier.keys, default="")]


def _published(deed: Deed) -> tuple[date, str, int, str]:
    return (edtf.last_day(deed.published), deed.article, deed.offset, deed.node)


def is_later(one: Deed, other: Deed) -> bool:
    """Whether one comes after the other: by publication; of two reports of one saying the fuller comes first."""
    apart = abs((edtf.last_day(one.published) - edtf.last_day(other.published)).days)
    if one.said and one.said == other.said and apart <= NEWS_DAYS:
        return (-one.fullness, _published(one)) > (-other.fullness, _published(other))
    return _published(one) > _published(other)


def _oriented(ordered: Sequence[Deed], words: Words) -> Iterator[tuple[Deed, Deed]]:
    """The pairs worth a look, the later first; the earlier is an undertaking of another article."""
    for one, other in sorted(_pairs(ordered, words)):
        a, b = ordered[one], ordered[other]
        if a.article == b.article:
            continue
        if a.is_undertaking and b.is_undertaking:
            yield (a, b) if is_later(a, b) else (b, a)
        elif b.is_undertaking != a.is_undertaking and _published(b) > _published(a) and a.is_undertaking:
            yield b, a


def _pairs(ordered: Sequence[Deed], words: Words) -> set[tuple[int, int]]:
    """Places of deeds and of the undertakings before them that have most in common: words, numbers, an indicator."""
    index: dict[str, list[int]] = defaultdict(list)
    pairs: set[tuple[int, int]] = set()
    for number, deed in enumerate(ordered):
        said = sorted({*deed.words, *deed.topic})
        figures = {f"{key}|{figure.unit}" for figure in deed.figures for key in (figure.key, figure.also) if key}
        shared: defaultdict[int, float] = defaultdict(float)
        for word in said:
            for before in _before(index[word]):
                shared[before] += words.worth(word)
        likest = sorted(shared, key=lambda before: (-shared[before], -before))[:LIKEST]
        measured = {before for figure in sorted(figures) for before in _before(index[figure])}
        pairs.update((before, number) for before in measured.union(likest))
        if deed.is_undertaking:
            for key in (*said, *sorted(figures)):
                index[key].append(number)
    return pairs


def _before(numbers: Sequence[int]) -> Iterable[int]:
    """The first of those that share a key, and the nearest."""
    return numbers if len(numbers) <= NEAREST else (*numbers[:LATEST], *numbers[-NEAREST:])


def _one_of_each(found: Iterable[Step]) -> list[Step]:
    """Of an article's links with one undertaking the strongest that says it again, ends it or declines it."""
    best: dict[tuple[str, str, int], Step] = {}
    for step in found:
        key = (step.later.article, step.earlier.node, _group(step.relation))
        kept = best.get(key)
        if kept is None or _strength(step) > _strength(kept):
            best[key] = step
    return sorted(best.values(), key=lambda step: (_published(step.later), _published(step.earlier), step.relation))


def _group(relation: Relation) -> int:
    return 0 if relation in _AGAIN else 1 if relation in _ENDED else 2


def _strength(step: Step) -> tuple[float, int, str]:
    return (round(step.weight, 6), -step.later.offset, step.later.node)


def _set_again(found: Iterable[Step], ordered: Sequence[Deed]) -> Iterator[Step]:
    """Targets that were missed by then and are set again for a later period."""
    missed: dict[str, dict[str, tuple[Deed, date]]] = defaultdict(dict)
    for step in found:
        if step.relation is Relation.MISSES:
            known = edtf.last_day(step.later.published)
            for figure in step.earlier.figures:
                missed[_target(figure)].setdefault(step.earlier.node, (step.earlier, known))
    for deed in ordered if missed else ():
        for key in {_target(figure) for figure in deed.figures} if deed.is_undertaking else ():
            for earlier, known in list(missed[key].values())[:NEAREST] if key in missed else ():
                told = earlier.article != deed.article and known <= edtf.last_day(deed.published)
                again = moved_on(deed, earlier) if told else None
                if again:
                    yield again


def _target(figure: Figure) -> str:
    return "|".join((figure.key, figure.unit, figure.value))


def _standing(found: Sequence[Step]) -> list[Step]:
    """The links with what still stood when the later article came out: not with what another had changed before."""
    changed: dict[str, date] = {}
    for step in found:
        if step.relation in (Relation.REVISES, Relation.RENEWS):
            day = edtf.last_day(step.later.published)
            changed[step.earlier.node] = min(day, changed.get(step.earlier.node, day))
    return [
        step
        for step in found
        if step.earlier.node not in changed
        or (edtf.last_day(step.later.published) - changed[step.earlier.node]).days <= TOLD_DAYS
    ]


def _latest(found: Sequence[Step]) -> list[Step]:
    """Of a deed's links of one kind those with the first and the latest undertakings."""
    of: dict[tuple[str, Relation], list[Step]] = defaultdict(list)
    for step in found:
        of[step.later.node, step.relation].append(step)
    kept: list[Step] = []
    for links in of.values():
        links.sort(key=lambda step: _published(step.earlier))
        kept += links if len(links) <= LATEST + 1 else [links[0], *links[-LATEST:]]
    return kept
