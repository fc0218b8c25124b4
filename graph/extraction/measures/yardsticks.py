"""Numbers that compare, size or condition, instead of measuring what their clause is about."""

import re
from functools import cache

from camket.graph.extraction.reading import QuantityMention, Reading
from camket.graph.extraction.text.cues import lexicon
from camket.graph.extraction.values.units import one_of
from camket.graph.facts import Comparator

SHARES = frozenset({"%", "điểm %", "lần"})
"""Units of a share or a ratio."""

_NEAR = 30  # characters before a number in which a yardstick is sought
_ONWARD = re.compile(r"\s*(?:lên|xuống|sang)(?!\w)")


def is_yardstick(reading: Reading, quantity: QuantityMention, left: str) -> bool:
    """Whether a number compares, sizes or conditions instead of measuring what the clause is about."""
    words = lexicon("indicators")["skip"]
    own = reading.slice(quantity.span).lower()
    near = reading.text[max(0, quantity.span.start - _NEAR) : quantity.span.start].lower()
    if near.endswith("(") or any(word in own for word in words["thresholds"]):
        return True
    if own.endswith(tuple(words["sizes"])) and quantity.unit in lexicon("units")["physical"]["words"]:
        return True
    if is_duration(quantity):
        return (
            not near.endswith(tuple(f"{w} " for w in words["within"])) and quantity.comparator is not Comparator.AT_MOST
        )
    if _skipped().search(near):
        return True
    if re.search(r"(?<!\w)từ\s\Z", near) and _ONWARD.match(reading.text, quantity.span.end):
        return True
    if _conditional().search(left):
        return True
    spelt = not own[quantity.number.start - quantity.span.start].isdigit() and quantity.value != 0
    return (
        spelt and quantity.comparator is Comparator.EQUAL and not (quantity.unit.isupper() or quantity.unit in SHARES)
    )


def is_duration(quantity: QuantityMention) -> bool:
    """Whether the unit is a span of time."""
    return quantity.unit in lexicon("units")["durations"]["words"]


@cache
def _conditional() -> re.Pattern[str]:
    """A condition: "khi tỉnh giải ngân được", but not "trong khi"."""
    return re.compile(rf"(?<!trong )(?<!\w){one_of(lexicon('indicators')['skip']['conditions'])}\s")


@cache
def _skipped() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){one_of(lexicon('indicators')['skip']['before'])}\s\Z")
