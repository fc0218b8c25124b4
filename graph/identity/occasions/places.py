"""What the places that two reports name say of whether they are of one occasion."""

from functools import cache

from camket.graph.extraction.text.cues import lexicon
from camket.graph.identity.occasions.report import Report


def places_contradict(one: Report, other: Report) -> bool:
    """Whether they name places of one level that are not the same and have nothing around them in common."""
    if not one.places or not other.places or shared_places(one, other):
        return False
    return level_of(one.places[0]) == level_of(other.places[0]) and level_of(one.places[0]) != ""


def shared_places(one: Report, other: Report) -> set[str]:
    """The places both name; a name alone ("Tân Sơn") is that of a place of any level ("huyện Tân Sơn")."""
    mine, theirs = set(one.places), set(other.places)
    bare = {place for a, b in ((mine, theirs), (theirs, mine)) for place in a if _without_level(place) in b}
    return (mine & theirs) | {place for place in bare if level_of(place) != "top"}


def _without_level(place: str) -> str:
    return next((place.removeprefix(head) for head, _ in _levels() if place.startswith(head)), place)


@cache
def _levels() -> tuple[tuple[str, str], ...]:
    heads = lexicon("places")["heads"]
    return tuple((word + " ", level) for level in ("district", "commune", "hamlet") for word in heads[level])


def level_of(name: str) -> str:
    """The level of a place by the word its name begins with; a bare name is that of a province, city or country."""
    for head, level in _levels():
        if name.startswith(head):
            return level
    return "" if any(name.startswith(word + " ") for word in lexicon("places")["heads"]["other"]) else "top"
