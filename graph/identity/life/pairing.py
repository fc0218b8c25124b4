"""Which earlier sayings a saying is linked with: a pure function of the two and of what else was said of late."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from camket.graph import edtf
from camket.graph.identity.life.likeness import Words
from camket.graph.identity.life.relations import relate
from camket.graph.identity.life.saying import Saying
from camket.graph.identity.life.undertaken import moved_on

LIKEST: Final = 24
"""So many of the undertakings found by a saying's words, those that share most with it, are compared word by word."""

FIRST: Final = 3
NEAREST: Final = 16
"""Of the undertakings found by one word so many of the first and of the latest before a saying are looked at."""

LATEST: Final = 5
"""Of undertakings linked in one way the first and so many of the latest are kept."""

NEWS_DAYS: Final = 1
"""Articles published so far apart that tell of one saying are of one news day: the fuller one tells it first."""

IF_MISSED: Final = "ifMissed"


class Pair(NamedTuple):
    """Two sayings of which the later tells of the earlier; of one day, if its articles come later, too."""

    later: Saying
    earlier: Saying


def likest(shared: Iterable[Mapping[int, float]]) -> list[int]:
    """The sayings that share most. shared: for each word what it is worth, by the sayings that have it."""
    common: defaultdict[int, float] = defaultdict(float)
    for found in shared:
        for identifier, worth in found.items():
            common[identifier] += worth
    return sorted(common, key=lambda identifier: (-round(common[identifier], 6), -identifier))[:LIKEST]


def pairs(saying: Saying, undertakings: Iterable[Saying]) -> list[Pair]:
    """The pairs that stand between a saying and undertakings of its day or before.

    Of two undertakings of one day only the pair is given in which `saying` is the later.
    """
    found: dict[str, list[Pair]] = defaultdict(list)
    for undertaking in sorted(undertakings, key=lambda one: (one.day, one.identifier)):
        pair = _oriented(saying, undertaking)
        if pair and (kind := _kind(pair)):
            found[kind].append(pair)
    return [pair for linked in found.values() for pair in _ends(linked)]


def _kind(pair: Pair) -> str:
    """How two sayings are linked, "" where they are not; `IF_MISSED` depends on what became of the earlier."""
    later, earlier = pair.later.deed, pair.earlier.deed
    step = relate(later, earlier, Words())
    if step is not None:
        return step.relation
    return IF_MISSED if later.is_undertaking and moved_on(later, earlier) else ""


def _oriented(saying: Saying, undertaking: Saying) -> Pair | None:
    one, other = saying.deed, undertaking.deed
    told_together = one.is_undertaking and one.said and one.said == other.said
    if not (told_together and saying.day - undertaking.day <= NEWS_DAYS and _is_at_once(undertaking, saying)):
        return Pair(saying, undertaking)
    if one.fullness <= other.fullness:
        return Pair(saying, undertaking)
    return Pair(undertaking, saying) if saying.day > undertaking.day else None


def _is_at_once(undertaking: Saying, saying: Saying) -> bool:
    """Whether two came out on one day, or the earlier the very day it was said, before the full report could."""
    return undertaking.day == saying.day or edtf.last_day(undertaking.deed.said).toordinal() == undertaking.day


def _ends(linked: list[Pair]) -> list[Pair]:
    return linked if len(linked) <= LATEST + 1 else [linked[0], *linked[-LATEST:]]
