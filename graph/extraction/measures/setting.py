"""The place an article is about, and the words that stand for it: "toàn tỉnh", "huyện"."""

import re
from functools import cache

from camket.graph.extraction.reading import Reading
from camket.graph.extraction.text.cues import lexicon, one_of
from camket.graph.facts import EntityKind, Span

_LEVELS = ("province", "central", "city", "district", "country")
_LEVEL_OF = {"tp": "city", "phố": "city", "huyện": "district", "quận": "district", "xã": "commune", "phường": "commune"}
_LONGEST_WORD = 12  # characters before an offset in which the word that ends there begins
_REACH = 3000  # characters before "toàn tỉnh" in which the province may be named
_TRIES = 12  # places so called that are looked at
_LEAST_MENTIONS = 2  # of the place an article is about


def setting_of(reading: Reading, *, local: bool = False) -> str | None:
    """The place the article is about: the one found by the places component, else the one most spoken of.

    local: a part of a country ("toàn tỉnh"), not one itself.
    """
    for level in _LEVELS:
        key = None if local and level == "country" else reading.setting.get(level)
        if key in reading.entities and reading.entities[key].mentions:
            return key
    counts: dict[str, int] = {}
    for entity in reading.entities.values():
        place = entity.jurisdiction if entity.kind == EntityKind.BODY else entity.key
        administrative = place in reading.entities and reading.entities[place].category == "AdministrativeArea"
        administrative = administrative and not (local and reading.place_levels.get(place or "") == "country")
        if administrative and place and reading.entities[place].mentions:
            counts[place] = counts.get(place, 0) + len(entity.mentions)
    best = max(counts, key=lambda key: (counts[key], -reading.entities[key].mentions[0].start), default=None)
    return best if best and counts[best] >= _LEAST_MENTIONS else None


def last_here(reading: Reading, start: int, end: int) -> int:
    """Where the last "tỉnh" or "toàn tỉnh" between two offsets ends that is no part of a phrase; -1 for none."""
    phrases = reading.phrases_in(Span(start, end))
    found = [start + m.end() for m in _here().finditer(reading.text[start:end].lower())]
    return next((at for at in reversed(found) if not any(p.span.start < at <= p.span.end for p in phrases)), -1)


def meant_by(reading: Reading, end: int) -> str | None:
    """The district, commune or city for "huyện" or "toàn xã" that ends at an offset; None for a known province.

    The one the article is set in, else the last that was called so with its name ("huyện Tân Khánh").
    """
    word = reading.text[max(0, end - _LONGEST_WORD) : max(0, end)].lower().split()
    if not word:
        return None
    level = _LEVEL_OF.get(word[-1])
    key = reading.setting.get(level or "")
    if key in reading.entities and reading.entities[key].mentions:
        return key
    return _called(reading, word[-1], end) if level or setting_of(reading, local=True) is None else None


def _called(reading: Reading, word: str, end: int) -> str | None:
    """The last place before an offset that stands right after a word ("tỉnh") or begins with it."""
    start = max(0, end - _REACH)
    lowered = reading.text[start:end].lower()
    at = lowered.rfind(f"{word} ", 0, max(0, len(lowered) - len(word)))
    for _ in range(_TRIES):
        if at < 0:
            return None
        span = Span(start + at, start + at + len(word) + 2)
        place = next((p for p in reading.phrases_in(span) if p.kind is EntityKind.PLACE), None)
        if place and reading.text[span.end - 1].isupper():
            return place.entity
        at = lowered.rfind(f"{word} ", 0, at)
    return None


@cache
def _here() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){one_of(lexicon('indicators')['reports']['here'])}(?!\w)(?! hội)")
