"""Whose number it is: the body or place named before it, else the place its passage or article is about."""

import re
from dataclasses import dataclass
from functools import cache

from camket.graph.extraction.cues import lexicon
from camket.graph.extraction.reading import Phrase, Reading
from camket.graph.extraction.units import one_of
from camket.graph.facts import EntityKind, Span

_LEVELS = ("province", "central", "city", "district", "country")
_ASIDE = re.compile(r"(?<!\w)(?:tại|ở|với|vào|sang|tới|đến|cho|so với|do|theo|của HĐND|bởi)\s\Z", re.IGNORECASE)
_LEAST_MENTIONS = 2  # of the place an article is about


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose a number is: keys of entities, and where they are named."""

    entities: tuple[str, ...]
    where: Span


def subject_of(reading: Reading, sentence: Span, offset: int, indicator: str) -> Subject | None:
    """The body, place or places whose number stands at `offset`; None where it is not plain.

    In this order: the place that "tỉnh", "toàn tỉnh" mean, where nothing is named between them and the number; the
    last body or place named before it in its sentence; the place that "trên địa bàn" names after it; and for an
    indicator that belongs to a territory (GRDP, the budget), the place the article is about. Such an indicator is never
    a body's.
    """
    territorial = bool(_territorial().match(indicator.lower()))
    kinds = {EntityKind.PLACE} if territorial else {EntityKind.PLACE, EntityKind.BODY}
    named = [
        p for p in reading.phrases_in(Span(sentence.start, offset)) if p.kind in kinds and not _is_aside(reading, p)
    ]
    here = [m.end() for m in _here().finditer(reading.text[sentence.start : offset].lower())]
    place = setting_of(reading)
    setting = Subject((place,), reading.entities[place].mentions[0]) if place else None
    if setting and here and (not named or sentence.start + here[-1] > named[-1].span.end):
        return setting
    if named:
        return _joined(reading, named)
    for phrase in reading.phrases_in(Span(offset, sentence.end)):
        if phrase.kind == EntityKind.PLACE and _ground().search(reading.text[offset : phrase.span.start]):
            return Subject((phrase.entity,), phrase.span)
    return setting if territorial else None


def setting_of(reading: Reading) -> str | None:
    """The place the article is about: the one found by the places component, else the one most spoken of."""
    for level in _LEVELS:
        key = reading.setting.get(level)
        if key in reading.entities and reading.entities[key].mentions:
            return key
    counts: dict[str, int] = {}
    for entity in reading.entities.values():
        place = entity.jurisdiction if entity.kind == EntityKind.BODY else entity.key
        administrative = place in reading.entities and reading.entities[place].category == "AdministrativeArea"
        if administrative and place and reading.entities[place].mentions:
            counts[place] = counts.get(place, 0) + len(entity.mentions)
    best = max(counts, key=lambda key: (counts[key], -reading.entities[key].mentions[0].start), default=None)
    return best if best and counts[best] >= _LEAST_MENTIONS else None


def _joined(reading: Reading, named: list[Phrase]) -> Subject:
    """The last phrase, with the ones of its kind that a dash or "và" joins to it ("Việt Nam - Tavoria")."""
    kept = [named[-1]]
    for phrase in reversed(named[:-1]):
        gap = reading.text[phrase.span.end : kept[0].span.start]
        if phrase.kind != kept[0].kind or gap.strip() not in {"-", "–", "và"}:
            break
        kept.insert(0, phrase)
    entities = tuple(dict.fromkeys(phrase.entity for phrase in kept))
    return Subject(entities, Span(kept[0].span.start, kept[-1].span.end))


def _is_aside(reading: Reading, phrase: Phrase) -> bool:
    """Whether a phrase only says where, with whom or for whom."""
    return _ASIDE.search(reading.text[max(0, phrase.span.start - 12) : phrase.span.start]) is not None


@cache
def _territorial() -> re.Pattern[str]:
    return re.compile(one_of(lexicon("indicators")["reports"]["territorial"]))


@cache
def _ground() -> re.Pattern[str]:
    """ "trên địa bàn (tỉnh)" right before a name, with no semicolon between it and the number."""
    return re.compile(r"\A[^;\n]*\strên\sđịa\sbàn\s(?:tỉnh\s|thành\sphố\s|huyện\s|xã\s)?\Z")


@cache
def _here() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){one_of(lexicon('indicators')['reports']['here'])}(?!\w)")
