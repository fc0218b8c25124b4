"""What has been done and counts as a figure of whoever did it: "đã hoàn tiền cho 300 khách"."""

import re
from functools import cache

from camket.graph.extraction.measures.measures import Measured
from camket.graph.extraction.measures.yardsticks import is_duration
from camket.graph.extraction.reading import DateMention, Reading
from camket.graph.extraction.text.cues import lexicon, one_of
from camket.graph.facts import Span

_DAY = len("2025-03-07")
_SO_FAR = ("tính đến", "tính tới", "lũy kế", "đến nay", "tới nay")
_UP_TO = 10  # characters of these
_UNTIL = re.compile(r"(?<!\w)(?:đến|tới|hết)\s(?:hết\s)?(?:ngày\s)?\Z")


def done_from(reading: Reading, piece: Span, found: Measured, left: str) -> int | None:
    """Where "đã" and a verb begin that count what has been done, or "toàn tỉnh" with one; not a day's event."""
    if is_duration(found.quantity) or is_harm(found):
        return None
    together = _together().search(left)
    match = together or _finished().search(left)
    if match is None:
        return None
    so_far = reading.text[piece.start : piece.start + _UP_TO].lower().startswith(_SO_FAR)
    if not so_far and _events().search(left, match.start()):
        return None
    if together:
        return together.end(1)
    sentence = reading.sentences[reading.sentence_of(piece.start)]
    dates = reading.dates_in(Span(sentence.start, found.quantity.span.start))
    untold = not any(len(d.edtf) == _DAY and not d.before and not _until(reading, d) for d in dates)
    return match.start() if untold else None


def is_harm(found: Measured) -> bool:
    """Whether the dead, the hurt or attacks are counted: no figures of whoever is named beside them."""
    return _casualties().search(found.measure.indicator.lower()) is not None


def _until(reading: Reading, date: DateMention) -> bool:
    """Whether a day is one by which something had been reached: "đến 15/7"."""
    return _UNTIL.search(reading.text[max(0, date.span.start - 12) : date.span.start].lower()) is not None


@cache
def _events() -> re.Pattern[str]:
    """Verbs of a day's event, or of harm: who they count is no figure of the one who did them."""
    return re.compile(rf"(?<!\w){one_of(lexicon('indicators')['reports']['events'])}(?!\w)")


@cache
def _casualties() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){one_of(lexicon('indicators')['reports']['casualties'])}(?!\w)")


@cache
def _finished() -> re.Pattern[str]:
    """ "đã" with the few words of a verb right before a number, or a verb with "được"."""
    done = one_of(lexicon("indicators")["reports"]["done"])
    return re.compile(rf"(?<!\w)(?:{done}(?:\s[^\W\d_]+){{1,12}}|(?!nhận)[^\W\d_]+\sđược)\Z")


@cache
def _together() -> re.Pattern[str]:
    """ "toàn tỉnh" or the like (group 1) with the few words of a verb right before a number."""
    return re.compile(rf"(?<!\w)({one_of(lexicon('indicators')['reports']['together'])})(?:\s[^\W\d_]+){{1,5}}\Z")
