"""Bodies named once for several places: "UBND các tỉnh Cà Mau, Vĩnh Long", "Sở Y tế các tỉnh A và B"."""

from collections.abc import Iterator

from camket.graph.extraction.entities.body_entities import BodyEntities
from camket.graph.extraction.entities.body_heads import heads
from camket.graph.extraction.entities.named_bodies import body_key, new_body
from camket.graph.extraction.entities.place_names import bare_name, levels
from camket.graph.extraction.reading import Mark
from camket.graph.facts import EntityKind

_EACH = ("các", "hai", "ba", "2", "3")
_AND = (",", "và", ";")
_CITY, _PROVINCE = "TP", "tỉnh"


def head_before_list(scan: BodyEntities, at: int) -> tuple[int, str]:
    """Where a head ends that has one body for each place ("UBND | các tỉnh"), and its class; (0, "") for none."""
    for size, same in heads().every(scan.norms, at):
        head = next((h for h in same if h.needs == "level" and not h.delegation), None)
        if head and scan.words[at][0].isupper() and scan.norms[at + size : at + size + 1]:
            return (at + size, head.category) if scan.norms[at + size] in _EACH else (0, "")
    return 0, ""


def add_listed(scan: BodyEntities, first: int, last: int, category: str, *, suffix: bool) -> int:
    """Adds the body of each place listed after tokens `first` to `last`; returns where the list ends, 0 for none.

    suffix: the name takes the place alone ("Sở Y tế Cà Mau"), without the word of its level.
    """
    text = " ".join(scan.reading.slice(scan.reading.span(first, last)).split())
    begin, end = first, 0
    for level, mark in _places(scan, last):
        place = scan.reading.slice(scan.reading.span(mark.first, mark.last))
        name = f"{text} {bare_name(place)}" if suffix else f"{text} {level} {bare_name(place)}"
        key = body_key(name)
        entity = scan.reading.entities.setdefault(key, new_body(key, name, category))
        entity.jurisdiction = mark.entity
        entity.mentions.append(scan.reading.span(begin, mark.last))
        for at in range(begin, mark.last):
            scan.reading.marks.pop(at, None)
        scan.reading.marks[begin] = Mark(begin, mark.last, EntityKind.BODY, key, "name")
        scan.named.append((begin, key))
        begin = end = mark.last
        begin += 1
    scan.named.sort()
    return end


def _places(scan: BodyEntities, at: int) -> Iterator[tuple[str, Mark]]:
    """The places listed after "các tỉnh" or "các tỉnh, thành phố", each with the word for its level."""
    at, marks = at + 1, scan.reading.marks
    said = levels().at(scan.norms, at) if at < len(scan.words) else None
    if said is None:
        return
    word, both = scan.words[at], False
    if at not in marks:
        at += said[0]
        follows = scan.words[at : at + 1] == [","] and at + 1 < len(scan.words)
        if follows and (other := levels().at(scan.norms, at + 1)):
            both = True
            at += 1 if at + 1 in marks else 1 + other[0]
    while (mark := marks.get(at)) is not None and mark.kind is EntityKind.PLACE:
        city = scan.reading.place_levels.get(mark.entity) == "city"
        own = None if both else levels().at(scan.norms, at)
        level = _CITY if city and (both or word == _PROVINCE) else _PROVINCE if both else word
        yield scan.words[at] if own else level, mark
        if mark.last >= len(scan.words) or scan.words[mark.last] not in _AND:
            return
        at = mark.last + 1
