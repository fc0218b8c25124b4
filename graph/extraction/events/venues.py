"""Where something is held: the place after "tại", and the buildings and sites that no list of places names."""

from dataclasses import dataclass

from camket.graph.extraction.events.event_cues import Item, table
from camket.graph.extraction.reading import DraftEntity, Reading
from camket.graph.facts import EntityKind, Span

_MAX_VENUE_TOKENS = 12
_MAX_NAME_TOKENS = 5
_WHERE = frozenset({"tại", "ở", "đến", "tới", "xuống", "về", "sang"})
_BARE_SYLLABLES = 3
_KIND_WORDS = 5
_NEAR = 80  # characters around a token in which a phrase that holds it lies


@dataclass(frozen=True, slots=True)
class Location:
    """Where a place is named, with its entity's key; a site that is no entity yet has none, but may have a `name`."""

    span: Span
    entity: str | None = None
    name: str = ""


def location_at(reading: Reading, items: list[Item], i: int, headed: bool = False) -> Location | None:
    """The place or venue that begins at item `i`, or None; any name is one where it is `headed` ("thị trấn A").

    A name of several syllables is one too right after "tại" or "ở".
    """
    phrase = items[i].phrase
    if phrase and phrase.kind == EntityKind.PLACE:
        return Location(phrase.span, phrase.entity)
    head = table("place", "venues").at(reading.norms, items[i].first)
    if head is None:
        name = _named_place(reading, items[i]) if phrase is None else None
        return name if name and (headed or _is_bare_name(reading, items[i], name)) else None
    first, last = items[i].first, _past_kind(reading, items[i].first + head[0])
    while last < min(len(reading.words), first + _MAX_VENUE_TOKENS) and (step := _step(reading, last)):
        last += step
    named = any(reading.words[t][:1].isupper() or _begins_name(reading, t) for t in range(first + 1, last))
    return Location(reading.span(first, last)) if named else None


def _named_place(reading: Reading, item: Item) -> Location | None:
    """The run of capitals that begins at `item`."""
    last = item.first
    while last < min(len(reading.words), item.first + _MAX_NAME_TOKENS) and reading.words[last][:1].isupper():
        last += 1
    return Location(reading.span(item.first, last)) if last > item.first else None


def _is_bare_name(reading: Reading, item: Item, named: Location) -> bool:
    """Whether "tại", "ở" or a verb of coming stands right before a name of two or three syllables: "ở Hoài An"."""
    words = reading.slice(named.span).split()
    return (
        reading.norms[item.first - 1] in _WHERE
        and 1 < len(words) <= _BARE_SYLLABLES
        and all(word.isalpha() and not word.isupper() for word in words)
    )


def _past_kind(reading: Reading, token: int) -> int:
    """Past the small words that say what kind of site it is: "nghĩa trang (liệt sĩ quốc gia) Trường Sơn"."""
    stops = table("place", "venue_stops")
    for last in range(token, min(len(reading.words) - 1, token + _KIND_WORDS)):
        if not reading.words[last].isalpha() or stops.at(reading.norms, last):
            return token
        if reading.words[last + 1][:1].isupper() or _begins_name(reading, last + 1):
            return last + 1
    return token


def _step(reading: Reading, token: int) -> int:
    """How many tokens from `token` on the name of a venue runs over: a capital, a number, a name inside it ("Nhà khách
    thành phố"), or a word of which only the first syllable is a capital ("Nhân dân", "Đại sứ quán"); 0: it ends."""
    words, start = reading.words, reading.starts[token]
    if words[token][:1].isupper():
        return (table("place", "compounds").at(reading.norms, token) or (1,))[0]
    if words[token].isdigit() or _begins_name(reading, token):
        return 1
    if any(p.span.start < start < p.span.end for p in reading.phrases_in(_around(reading, token))):
        return 1
    stops = table("place", "venue_stops")
    if not words[token].isalpha() or stops.at(reading.norms, token) or not words[token - 1][:1].isupper():
        return 0
    following = words[token + 1] if token + 1 < len(words) else "."
    return int(not following.isalpha() or following[:1].isupper() or stops.at(reading.norms, token + 1) is not None)


def _begins_name(reading: Reading, token: int) -> bool:
    """Whether the place or body that a venue belongs to is named from `token` on, in small letters ("thành phố")."""
    named = (p for p in reading.phrases_in(_around(reading, token)) if p.span.start == reading.starts[token])
    return any(p.kind in (EntityKind.PLACE, EntityKind.BODY) for p in named)


def _around(reading: Reading, token: int) -> Span:
    return Span(max(0, reading.starts[token] - _NEAR), reading.ends[token] + _NEAR)


def entity_of(reading: Reading, location: Location) -> str:
    """The key of the place entity; a venue that is none yet is added to the reading."""
    if location.entity:
        return location.entity
    name = location.name or reading.slice(location.span)
    for entity in reading.entities.values():
        if entity.kind == EntityKind.PLACE and entity.name == name:
            if location.span not in entity.mentions:
                entity.mentions = sorted([*entity.mentions, location.span])
            return entity.key
    key = f"venue{location.span.start}"
    reading.entities[key] = DraftEntity(key, EntityKind.PLACE, name, [location.span], category="Place")
    return key
