"""The parts of an undertaking that are due on days of their own: "khởi công trong tháng 9, hoàn thành năm 2025"."""

from itertools import pairwise

from camket.graph.edtf import last_day
from camket.graph.extraction.reading import DateMention, Reading
from camket.graph.extraction.text.cue_words import begins_action, prepositions
from camket.graph.extraction.text.cues import words
from camket.graph.facts import Span, Stage

_JOINTS = frozenset({",", "và", ";"})
_FORMER = frozenset({"từ"})
MAX_BEFORE = 3
"""Tokens between a joint and the day that the part behind it opens with ("hết tháng 6/2023 giao trọn")."""


def stages_in(reading: Reading, evidence: Span) -> tuple[Stage, ...]:
    """The parts of `evidence`, each with its day; () where it has but one, or nothing parts them."""
    days = _days(reading, evidence)
    if len(days) < 2 or len({day.edtf for day in days}) < len(days):
        return ()
    covered = reading.tokens(evidence)
    joints = [_joint(reading, one, other, covered[-1] + 1) for one, other in pairwise(days)]
    bounds = [covered[0] - 1, *(joint for joint in joints if joint is not None), covered[-1] + 1]
    if len(bounds) != len(days) + 1:
        return ()
    parts = [reading.span(first + 1, last) for first, last in pairwise(bounds)]
    return tuple(Stage(part, day.edtf) for part, day in zip(parts, days, strict=True))


def _days(reading: Reading, evidence: Span) -> list[DateMention]:
    """The days to come among the words, not those from which something is moved ("từ năm 2025 sang ...")."""
    published = reading.document.published
    if not published:
        return []
    told = [date for date in reading.dates_in(evidence) if last_day(date.edtf) > last_day(published)]
    return [date for date in told if reading.norms[reading.tokens(date.span)[0] - 1] not in _FORMER]


def _joint(reading: Reading, one: DateMention, other: DateMention, last: int) -> int | None:
    """The token of the mark or "và" between two days behind which a part of its own begins."""
    norms = reading.norms
    first, end = reading.tokens(one.span)[-1] + 1, reading.tokens(other.span)[0]
    for token in range(first, end):
        if norms[token] not in _JOINTS:
            continue
        opens = end - token <= MAX_BEFORE and all(prepositions().at(norms, i) for i in range(token + 1, end))
        named = words("undertakings", "announced", "nouns").at(norms, token + 1) is not None
        ready = words("undertakings", "completed").at(norms, token + 1) is not None
        if opens or named or ready or begins_action(norms, token + 1, last):
            return token
    return None
