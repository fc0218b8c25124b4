"""Whose number it is: the body or place named before it, else the place its passage or article is about."""

import re
from dataclasses import dataclass
from functools import cache

from camket.graph.extraction.cues import lexicon
from camket.graph.extraction.measures import Measured
from camket.graph.extraction.reading import Phrase, Reading
from camket.graph.extraction.units import one_of
from camket.graph.facts import EntityKind, Span

_LEVELS = ("province", "central", "city", "district", "country")
_ASIDE = re.compile(r"(?<!\w)(?:tại|ở|với|vào|sang|tới|đến|cho|so với|do|theo|của HĐND|bởi)\s\Z", re.IGNORECASE)
_VERB_WORDS = 4  # words of the verb between whoever has so many of something and the number
_LEAST_MENTIONS = 2  # of the place an article is about


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose a number is: keys of entities, and where they are named."""

    entities: tuple[str, ...]
    where: Span


def subject_of(reading: Reading, sentence: Span, found: Measured) -> Subject | None:
    """The body, place or places whose number `found` is; None where it is not plain.

    Whoever has, or has done, so many of something stands right before the verb: a name, or "tỉnh", "toàn tỉnh" for the
    place the article is about. An indicator's owner is named with it, or opens the sentence. One that belongs to a
    territory (GRDP, the budget) is a place's, never a body's: the last one named before it, else the one the article is
    about. "trên địa bàn" may name the place after the number.
    """
    start = found.quantity.span.start
    territorial = bool(_territorial().match(found.measure.indicator.lower()))
    kinds = {EntityKind.PLACE} if territorial else {EntityKind.PLACE, EntityKind.BODY}
    named = [
        p for p in reading.phrases_in(Span(sentence.start, start)) if p.kind in kinds and not _is_aside(reading, p)
    ]
    here = [m.end() for m in _here().finditer(reading.text[sentence.start : start].lower())]
    place = setting_of(reading)
    setting = Subject((place,), reading.entities[place].mentions[0]) if place else None
    nearest = sentence.start + here[-1] if here else -1
    if setting and nearest > (named[-1].span.end if named else -1):
        return setting if territorial or _is_near(reading, nearest, found) else None
    if named and (territorial or _is_near(reading, named[-1].span.end, found) or _opens(reading, sentence, named[-1])):
        return _joined(reading, named)
    for phrase in reading.phrases_in(Span(start, sentence.end)):
        if phrase.kind == EntityKind.PLACE and _ground().search(reading.text[start : phrase.span.start]):
            return Subject((phrase.entity,), phrase.span)
    return setting if territorial else None


def _is_near(reading: Reading, end: int, found: Measured) -> bool:
    """Whether what ends at `end` stands with the number: with its indicator, or right before the verb of having."""
    if found.named:
        return end >= found.before.start
    return len(reading.text[end : found.quantity.span.start].split()) <= _VERB_WORDS


def _opens(reading: Reading, sentence: Span, phrase: Phrase) -> bool:
    """Whether a phrase is the first of its sentence, but for a date before it."""
    left = reading.text[sentence.start : phrase.span.start]
    for date in reading.dates_in(Span(sentence.start, phrase.span.start)):
        left = left.replace(reading.slice(date.span), "")
    return len(left.split()) <= 1


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
