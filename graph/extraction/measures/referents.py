"""Indicators that only take up one named before: "nâng con số này lên ...", "mục tiêu 95% vẫn giữ nguyên"."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from camket.graph.extraction.reading import QuantityMention, Reading
from camket.graph.extraction.text.cues import lexicon, one_of
from camket.graph.facts import Span

_REACH = 1500  # characters before a clause in which what it takes up is sought
_MOST = 8  # numbers before it that are looked at
_WINDOW = 200  # characters before an earlier number in which its indicator stands
_AFTER = 60
_LONGEST = 12  # words of such an indicator, with whoever sets the goal

Named = Callable[[Reading, Span], Iterable[tuple[QuantityMention, str]]]
"""The numbers of a clause with their indicators."""


def refers(indicator: str) -> bool:
    """Whether an indicator says no more than that its number belongs to one spoken of before."""
    lowered = indicator.lower()
    return lowered.count(" ") < _LONGEST and " so với " not in lowered and bool(_referring().search(lowered))


def referent(reading: Reading, quantity: QuantityMention, named: Named) -> str:
    """The indicator of the nearest number before with the same unit; "" where none has one of its own."""
    for earlier in _earlier(reading, quantity):
        sentence = reading.sentences[reading.sentence_of(earlier.span.start)]
        start = max(sentence.start, earlier.span.start - _WINDOW)
        window = Span(start, min(sentence.end, earlier.span.end + _AFTER))
        for found, indicator in named(reading, window):
            if found.span == earlier.span and not refers(indicator):
                return indicator
    return ""


def _earlier(reading: Reading, quantity: QuantityMention) -> Iterator[QuantityMention]:
    near = reading.quantities_in(Span(max(0, quantity.span.start - _REACH), quantity.span.start))
    return (earlier for earlier in reversed(near[-_MOST:]) if earlier.unit == quantity.unit)


@cache
def _referring() -> re.Pattern[str]:
    words = lexicon("indicators")["referring"]
    taken_up = rf"{one_of(words['taken_up'])}(?:\s{one_of(words['by'])})+"
    return re.compile(rf"(?:\A|\s)(?:{one_of(words['alone'])}|{taken_up})(?:\s{one_of(words['by'])})*\Z")
