"""Names told by where they end: an abbreviation in brackets, or a place, after words that no list has."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from camket.graph.extraction.entities.body_heads import BodyName, Head, heads
from camket.graph.extraction.reading import Reading
from camket.graph.extraction.text.cues import WordTable, lexicon
from camket.graph.extraction.text.lexicon import is_abbreviation, is_capital, is_vietnamese, plain, role_length
from camket.graph.facts import EntityKind

_LONGEST = 14  # tokens after the head
_SHORTEST = 2  # small words between a head and the place that ends the name
_SHORTEST_SMALL = 4  # the same where the head has a small letter too
_OWN_NAMES = ("Company", "MediaBody")  # no list of words is their name, and no country ends it
_WIDE = ("country", "region", "abroad", "sea")  # levels of the places that end the name of a body abroad


@cache
def _data() -> Mapping[str, Any]:
    data: Mapping[str, Any] = lexicon("bodies")["closed"]
    return data


@cache
def _stops() -> WordTable[str]:
    verbs = [w for verb in lexicon("speech")["verb"] if verb.get("act") for w in verb["words"]]
    return plain(word for word in [*verbs, *_data()["stops"]] if word not in _data()["no_stops"])


@cache
def _small_stops() -> WordTable[str]:
    return plain(_data()["general"])


def closed_name(reading: Reading, at: int) -> BodyName | None:
    """The body whose name begins at token `at` and goes on to the mark that closes it; None where nothing does."""
    head, last = _head(reading, at)
    if head is None:
        return None
    named = last < len(reading.words) and is_capital(reading.words[last])
    bracket = is_capital(reading.words[at]) or head.category == "MediaBody" or named
    end, place = _end(reading, last, bracket=bracket)
    if end <= last:
        return None
    name = BodyName(at, last, end, head, named=True)
    name.units = reading.norms[last:end]
    if place is not None and head.category in _OWN_NAMES:
        return None
    if place is not None:
        name.place, name.country = place, reading.place_levels.get(place) == "country"
        own = end - last - (reading.marks[_mark_at(reading, end)].last - _mark_at(reading, end))
        if own < (_SHORTEST if is_capital(reading.words[at]) else _SHORTEST_SMALL):
            return None
    return name


@cache
def _heads() -> WordTable[str]:
    return plain(_data()["heads"])


def _head(reading: Reading, at: int) -> tuple[Head | None, int]:
    closed = _heads().at(reading.norms, at)
    if closed is None:
        return None, at
    size, words = closed
    other = reading.norms[at + size : at + size + 1]
    if not other or other[0] in lexicon("bodies")["no_head_before"].get(words, ()):
        return None, at
    same = next((same for length, same in heads().every(reading.norms, at) if length == size), None)
    return (same[0], at + size) if same else (None, at)


def _mark_at(reading: Reading, end: int) -> int:
    """The first token of the mark that ends at token `end`."""
    return next(f for f in range(end - 1, -1, -1) if f in reading.marks)


def _end(reading: Reading, first: int, *, bracket: bool) -> tuple[int, str | None]:
    """Where the name ends, and the place it ends in; (0, None) where no mark closes it."""
    at, small = first, True
    while at < min(first + _LONGEST, len(reading.words)):
        word, mark = reading.words[at], reading.marks.get(at)
        if "\n" in reading.gap(at):
            return 0, None
        if mark is not None:
            if mark.kind is not EntityKind.PLACE or at == first:
                return 0, None
            if small and reading.place_levels.get(mark.entity) in _WIDE and not _general(reading, first, at):
                return mark.last, mark.entity
            at = mark.last
            continue
        if word == "(":
            return (at, None) if bracket and at > first + 1 and _is_short_name(reading, at + 1) else (0, None)
        if not _may_belong(reading, at) or (is_capital(word) and at > first and _head(reading, at)[0]):
            return 0, None
        small = small and not is_capital(word) and word.isalpha() and reading.norms[at] not in ("và", "về", "các")
        at += 1
    return 0, None


def _general(reading: Reading, first: int, last: int) -> bool:
    """ "cơ quan chức năng Việt Nam": which one is not said."""
    return any(_small_stops().at(reading.norms, at) for at in range(first, last))


def _may_belong(reading: Reading, at: int) -> bool:
    word = reading.words[at]
    if word == ",":
        return at + 1 < len(reading.words) and is_capital(reading.words[at + 1])
    if word in {"-", "–", "&"}:
        return True
    return word.isalpha() and not _stops().at(reading.norms, at) and role_length(reading.norms, at) < 2


def _is_short_name(reading: Reading, at: int) -> bool:
    """Whether "(OPCW)" or "(Human Rights Watch – HRW)" stands from token `at` on: a name in capitals or in a foreign
    language, with nothing else in the brackets."""
    words, end = reading.words, at
    while end < min(at + 8, len(words)) and words[end] != ")":
        end += 1
    if end >= len(words) or words[end] != ")" or end == at:
        return False
    if end == at + 1:
        abbreviation = is_abbreviation(words[at]) and words[at].replace("&", "").replace("-", "").isalpha()
        return abbreviation and words[at] not in lexicon("bodies")["acronyms"]["none"]
    foreign = any(w.isalpha() and not is_vietnamese(w.lower()) for w in words[at:end])
    named = is_capital(words[at]) and not any(m in reading.marks for m in range(at, end))
    return foreign and named and all(w.isalpha() or w in {"-", "–", ",", "'", "’"} for w in words[at:end])
