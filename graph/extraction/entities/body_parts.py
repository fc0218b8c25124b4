"""Parts of bodies named without their whole ("Phòng Cảnh sát hình sự", "HĐQT"): completed where there is one whole."""

from collections.abc import Iterable
from functools import cache

from camket.graph.extraction.entities.body_entities import BodyEntities
from camket.graph.extraction.entities.named_bodies import body_key, likeliest, new_body
from camket.graph.extraction.reading import DraftEntity
from camket.graph.extraction.text.cues import lexicon
from camket.graph.extraction.text.tokenizer import fold

_POLICE = "công an "  # its departments are those of a province, not of a commune
_OFTEN = 3  # mentions of a body that an article is about
_UPPER_LEVELS = ("province", "city", "country")


@cache
def _wholes() -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    return tuple(
        (tuple(f"{fold(p)} " for p in entry["parts"]), tuple(f"{fold(w)} " for w in entry["wholes"]))
        for entry in lexicon("bodies")["whole"]
    )


def complete_parts(scan: BodyEntities) -> None:
    """Gives every part without a whole the one body of the article that it can be a part of.

    The part is then named with the whole and belongs to it; its short form stays as another name. A part that is
    nothing without a whole (a bare "HĐQT") is dropped where the article has none, or several.
    """
    for key, bare in scan.parts.items():
        if key not in scan.reading.entities:
            continue
        part = scan.reading.entities[key]
        whole = part.part_of or _whole_of(scan, part)
        if whole:
            _join(scan, key, whole)
        elif bare:
            _drop(scan, key)


def _whole_of(scan: BodyEntities, part: DraftEntity) -> str | None:
    name = fold(part.name) + " "
    heads = next((wholes for parts, wholes in _wholes() if name.startswith(parts)), None)
    if not heads:
        return None
    found = dict.fromkeys(
        key for _, key in sorted(scan.named) if key != part.key and key not in scan.parts and scan.begins(key, heads)
    )
    if len(found) > 1 and heads[0] == _POLICE:
        upper = {key for key, level in scan.reading.place_levels.items() if level in _UPPER_LEVELS}
        found = dict.fromkeys(key for key in found if scan.reading.entities[key].jurisdiction in upper)
    return likeliest(scan.reading, found) or _most_named(scan, found)


def _most_named(scan: BodyEntities, wholes: Iterable[str]) -> str | None:
    """The one whole that the article names at least twice as often as any other: its subject."""
    counts = sorted(((len(scan.reading.entities[key].mentions), key) for key in wholes), reverse=True)
    plain = len(counts) > 1 and counts[0][0] >= max(_OFTEN, 2 * counts[1][0])
    return counts[0][1] if plain else None


def _join(scan: BodyEntities, key: str, whole: str) -> None:
    entities, part = scan.reading.entities, scan.reading.entities[key]
    if fold(part.name).endswith(f" {fold(entities[whole].name)}"):
        part.part_of = part.part_of or whole  # it was named with the whole elsewhere
        return
    name = f"{part.name} {entities[whole].name}"
    new = body_key(name, scan.expansions)
    entity = entities.get(new)
    if entity is None:
        entity = entities[new] = new_body(new, name, part.category)
        entity.jurisdiction = entities[whole].jurisdiction
    entity.part_of = entity.part_of or whole
    entity.mentions += part.mentions
    for text in (part.name, *part.aliases):
        scan.alias(entity, text)
    del entities[key]
    for other in entities.values():
        other.part_of = new if other.part_of == key else other.part_of
    for mark in scan.reading.marks.values():
        if mark.entity == key:
            mark.entity = new
    scan.named = [(first, new if named == key else named) for first, named in scan.named]


def _drop(scan: BodyEntities, key: str) -> None:
    del scan.reading.entities[key]
    for other in scan.reading.entities.values():
        other.part_of = None if other.part_of == key else other.part_of
    scan.named = [(first, named) for first, named in scan.named if named != key]
    for first in [f for f, mark in scan.reading.marks.items() if mark.entity == key]:
        del scan.reading.marks[first]
