"""Bodies by name: what tells two of them apart, and the entity of one that a post names in other words."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache

from camket.graph.extraction.reading import DraftEntity, Mark, Reading
from camket.graph.extraction.text.cues import lexicon
from camket.graph.extraction.text.lexicon import is_vietnamese, listed, syllables
from camket.graph.extraction.text.tokenizer import fold
from camket.graph.facts import EntityKind
from camket.ontology import reference

_LEVELS = ("central", "province", "city", "district", "commune")  # of the place spoken of, the widest first
_DROPPED = {"tỉnh", ",", "-", "–", "&", "của", "thành", "phố", "và", "lực", "lượng"}


@cache
def abbreviations() -> dict[str, tuple[str, ...]]:
    """Abbreviations in names of bodies, folded, with what they stand for."""
    return {" ".join(syllables(a)): tuple(syllables(full)) for a, full in lexicon("bodies")["abbreviations"].items()}


@cache
def known_bodies() -> dict[str, reference.ReferenceBody]:
    """The bodies of the reference data by the key of each of their names."""
    found: dict[str, reference.ReferenceBody] = {}
    for body in reference.bodies():
        for name in (body.name, *body.aliases):
            found.setdefault(_plain_key(name, None), body)
    return found


@cache
def bodies_by_iri() -> dict[str, reference.ReferenceBody]:
    """The bodies of the reference data by their IRIs."""
    return {body.iri: body for body in reference.bodies()}


def body_key(name: str, expansions: dict[str, tuple[str, ...]] | None = None) -> str:
    """The key of a body: its name with abbreviations written out, and without the words that come and go in it.

    expansions: abbreviations that the article itself explains.
    """
    key = _plain_key(name, expansions)
    known = known_bodies().get(key)
    return _plain_key(known.name, None) if known else key


def preferred_key(key: str) -> str:
    """The key under which the reference data's body of that key is known in an article ("body/vff"), else the same."""
    known = known_bodies().get(key)
    return _plain_key(known.name, None) if known else key


def _plain_key(name: str, expansions: dict[str, tuple[str, ...]] | None) -> str:
    if not expansions:
        return _common_key(name)
    return "body/" + " ".join(_kept(_written_out(syllables(name), expansions)))


@lru_cache(maxsize=16384)
def _common_key(name: str) -> str:
    """The key of a name in which the article explains no abbreviation; names come again and again."""
    return "body/" + " ".join(_kept(_written_out(syllables(name), {})))


def _written_out(parts: list[str], expansions: Mapping[str, tuple[str, ...]]) -> list[str]:
    full: list[str] = []
    at = 0
    while at < len(parts):
        for size in (3, 2, 1):
            joined = " ".join(parts[at : at + size])
            written = expansions.get(joined) or abbreviations().get(joined)
            if written:
                full.extend(written)
                at += size
                break
        else:
            full.append(parts[at])
            at += 1
    return full


def _kept(parts: list[str]) -> Iterator[str]:
    """The parts of a name that tell it from another's."""
    kept = ("thành", "phố") if _is_namesake(parts) else ()
    first = 1 if parts[:3] == ["trường", "đại", "học"] else 0  # "Trường Đại học X" and "Đại học X" are one
    return (part for part in parts[first:] if part not in _DROPPED or part in kept)


def _is_namesake(parts: list[str]) -> bool:
    """Whether a name ends in a city that its province is named after: "Công an TP Cà Mau" is not the province's."""
    for at in range(len(parts) - 2):
        if parts[at : at + 2] == ["thành", "phố"] and tuple(parts[at + 2 :]) in _namesakes():
            return True
    return False


@cache
def _namesakes() -> frozenset[tuple[str, ...]]:
    """The provinces that are no cities run by the centre."""
    central = {fold(name) for name in listed(lexicon("places")["central"]["names"])}
    names = (place.name for place in reference.places() if place.kind == "province")
    return frozenset(tuple(syllables(name)) for name in names if fold(name) not in central)


def new_body(key: str, name: str, category: str) -> DraftEntity:
    """The entity of a body; class and IRI are the reference data's where it has the body."""
    known = known_bodies().get(key)
    iri = known.iri if known else None
    return DraftEntity(key, EntityKind.BODY, name, category=known.category if known else category, reference=iri)


def likeliest(reading: Reading, keys: Iterable[str]) -> str | None:
    """The one of several bodies that a short form can mean; None where it is not plain.

    Of several the one of the place spoken of is meant, else the one that is no foreigner.
    """
    found = list(dict.fromkeys(keys))
    for level in _LEVELS:
        here = [key for key in found if reading.entities[key].jurisdiction == reading.setting.get(level, "")]
        found = here if len(found) > 1 and here else found
    if len(found) > 1:
        names = {key: syllables(reading.entities[key].name) for key in found}
        found = [key for key in found if all(is_vietnamese(part) for part in names[key] if part.isalpha())] or found
    return found[0] if len(found) == 1 else None


def body_named(reading: Reading, name: str, category: str, where: Mark) -> str:
    """The key of the body of that name; it is added, mentioned where the words stand, if it is not known yet."""
    key = body_key(name)
    if key not in reading.entities:
        reading.entities[key] = new_body(key, name, category)
        if where.kind is EntityKind.PLACE:
            reading.entities[key].jurisdiction = where.entity
    span = reading.span(where.first, where.last)
    if span not in reading.entities[key].mentions:
        reading.entities[key].mentions.append(span)
    return key
