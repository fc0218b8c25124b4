"""Where something is held: the place after "tại", and the buildings and sites that no list of places names."""

from dataclasses import dataclass

from camket.graph.extraction.event_cues import Item, table
from camket.graph.extraction.reading import DraftEntity, Reading
from camket.graph.facts import EntityKind, Span

_MAX_VENUE_TOKENS = 12


@dataclass(frozen=True, slots=True)
class Location:
    """A place entity and where it is named; `venue` is the text of a site that is not an entity yet (then no key)."""

    span: Span
    entity: str | None = None


def location_at(reading: Reading, items: list[Item], i: int) -> Location | None:
    """The place or venue that begins at item `i`, or None."""
    phrase = items[i].phrase
    if phrase and phrase.kind == EntityKind.PLACE:
        return Location(phrase.span, phrase.entity)
    head = table("place", "venues").at(reading.norms, items[i].first)
    if head is None:
        return None
    first, last = items[i].first, items[i].first + head[0]
    while last < min(len(reading.words), first + _MAX_VENUE_TOKENS) and _goes_on(reading, last):
        last += 1
    named = any(reading.words[t][:1].isupper() for t in range(first, last))
    return Location(reading.span(first, last)) if named else None


def _goes_on(reading: Reading, token: int) -> bool:
    word = reading.words[token]
    return (
        word[:1].isupper()
        or word.isdigit()
        or any(
            p.span.start <= reading.starts[token] < p.span.end
            for p in reading.phrases_in(Span(max(0, reading.starts[token] - 80), reading.ends[token] + 80))
        )
    )


def entity_of(reading: Reading, location: Location) -> str:
    """The key of the place entity; a venue that is none yet is added to the reading."""
    if location.entity:
        return location.entity
    name = reading.slice(location.span)
    for entity in reading.entities.values():
        if entity.kind == EntityKind.PLACE and entity.name == name:
            if location.span not in entity.mentions:
                entity.mentions = sorted([*entity.mentions, location.span])
            return entity.key
    key = f"venue{location.span.start}"
    reading.entities[key] = DraftEntity(key, EntityKind.PLACE, name, [location.span], category="Place")
    return key
