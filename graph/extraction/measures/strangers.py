"""Numbers that belong to somebody nobody knows: a name that was not read, or the many counted right before them."""

import re

from camket.graph.extraction.measures.measures import Measured
from camket.graph.extraction.reading import Reading
from camket.graph.extraction.text.cues import lexicon
from camket.graph.facts import Span

_CAPITAL = re.compile(r"(?<!\w)[^\W\d_]\w*")
_REACH = 60  # characters in which the count right before a number lies
_OPENING = frozenset('\n.:;“"(…')
_THEY_REACH = re.compile(r"\s(?:[^\W\d_]+\s){0,4}(?:mới|chỉ|đã|cũng)\sđạt\s\Z")


def names_stranger(reading: Reading, span: Span) -> bool:
    """Whether a name stands in a span that nobody is known by: what follows may be theirs, not the owner's before."""
    text = reading.text
    for match in _CAPITAL.finditer(text, span.start, span.end):
        word = match[0]
        if not word[0].isupper() or word.isupper():
            continue  # "GDP" is what is measured, not who has it
        before = text[max(0, match.start() - 2) : match.start()].rstrip(" ")
        opens = not before or before[-1] in _OPENING
        if not opens and not reading.phrases_in(Span(match.start(), match.end())):
            return True
    return False


def opens_with_name(found: Measured) -> bool:
    """Whether an indicator begins with a name that nobody knows: "KSB lãi 60 tỷ đồng", but not "GRDP"."""
    first = found.measure.indicator.split()[0]
    return first.isupper() and first.lower() not in lexicon("indicators")["heads"]


def is_of_others(reading: Reading, found: Measured) -> bool:
    """Whether a share is that of the many counted right before it: "12 cơ quan nói trên mới đạt 14,6%"."""
    if found.quantity.unit != "%" or not _THEY_REACH.fullmatch(reading.slice(found.before)):
        return False
    counted = reading.quantities_in(Span(max(0, found.before.start - _REACH), found.before.start))
    return any(q.span.end == found.before.start and q.unit != "%" and not q.unit.isupper() for q in counted)
