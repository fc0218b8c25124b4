"""Whose a figure between two countries is: "kim ngạch song phương", "thương mại hai chiều", "giữa hai nước"."""

import re
from functools import cache

from camket.graph.extraction.measures.measures import Measured
from camket.graph.extraction.reading import Reading
from camket.graph.extraction.text.cues import lexicon, one_of
from camket.graph.facts import EntityKind, Span

_HOME = "place/việt nam"
_PAIR = 2


def is_mutual(reading: Reading, found: Measured) -> bool:
    """Whether a figure is of two countries together."""
    said = reading.slice(Span(found.before.start, found.quantity.span.start)).lower()
    return _mutual().search(f"{found.measure.indicator.lower()} {said}") is not None


def partners_of(reading: Reading, sentence: Span) -> tuple[tuple[str, ...], Span] | None:
    """The two countries a mutual figure is of, and where the last is named; None where it is not plain which.

    Those the sentence names; else Viet Nam and the other country the article speaks of most.
    """
    named = {
        p.entity: p.span
        for p in reading.phrases_in(sentence)
        if p.kind is EntityKind.PLACE and reading.place_levels.get(p.entity) == "country"
    }
    if len(named) > _PAIR:
        return None
    if len(named) < _PAIR:
        other = next((key for key in named if key != _HOME), None) or _most_told(reading)
        home = reading.entities.get(_HOME)
        if other is None or home is None or not home.mentions:
            return None
        named = {_HOME: named.get(_HOME) or home.mentions[0], other: named.get(other) or _first(reading, other)}
    return tuple(named), list(named.values())[-1]


def _first(reading: Reading, key: str) -> Span:
    return reading.entities[key].mentions[0]


def _most_told(reading: Reading) -> str | None:
    """The foreign country an article speaks of more than of any other, in its own name or in those of its bodies."""
    counts: dict[str, int] = {}
    for entity in reading.entities.values():
        key = entity.key if entity.kind is EntityKind.PLACE else entity.jurisdiction
        if key and key != _HOME and reading.place_levels.get(key) == "country" and reading.entities[key].mentions:
            counts[key] = counts.get(key, 0) + len(entity.mentions)
    ranked = sorted(counts, key=lambda key: -counts[key])
    if not ranked or (len(ranked) > 1 and counts[ranked[0]] == counts[ranked[1]]):
        return None
    return ranked[0]


@cache
def _mutual() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){one_of(lexicon('indicators')['mutual']['words'])}(?!\w)")
