"""Bodies named twice in different lengths ("Tổ chức Ân xá" after "Tổ chức Ân xá quốc tế"): one body each."""

from camket.graph.extraction.entities.body_entities import BodyEntities
from camket.graph.extraction.reading import DraftEntity
from camket.graph.facts import EntityKind

_OF_STATE = ("StateBody", "PoliceBody", "ArmyBody")  # in brackets they are the whole
_SHORT = 3  # tokens a name in brackets may have
_MOST_TITLES = 40  # papers with the same last word that one is compared with
_SHORTEST = 3  # syllables of a name that may be a longer one cut short
_NEVER_SHORT = ("body/bộ ", "body/công an", "body/đảng ", "body/ubnd", "body/ủy ban nhân dân", "body/công ty ")


def merge_short_names(scan: BodyEntities) -> None:
    """Joins a body to the one other body of the article whose name says the same and more.

    A name is cut short at its end; a newspaper also loses words at its beginning ("The Post").
    """
    scan.join(_explained(scan))
    bodies = [e for e in scan.reading.entities.values() if e.kind is EntityKind.BODY and e.mentions]
    by_start: dict[tuple[str, ...], list[DraftEntity]] = {}
    for body in bodies:
        parts = tuple(body.key.removeprefix("body/").split())
        for size in range(_SHORTEST, len(parts)):
            by_start.setdefault(parts[:size], []).append(body)
    by_end: dict[str, list[DraftEntity]] = {}
    for body in bodies:
        if body.category == "MediaBody":
            by_end.setdefault(body.key.split()[-1], []).append(body)
    longer = {body.key: _cut_short(body, by_start) or _lost_words(body, by_end) for body in bodies}
    scan.join({key: whole.key for key, whole in longer.items() if whole is not None})


def _explained(scan: BodyEntities) -> dict[str, str]:
    """ "Hãng hàng không Quốc gia Việt Nam (Vietnam Airlines)": a known body by two names, the one in brackets."""
    marks, words = scan.reading.marks, scan.words
    found: dict[str, str] = {}
    for first in sorted(marks):
        mark = marks[first]
        other = marks.get(mark.last + 1)
        if other is None or words[mark.last] != "(" or words[other.last : other.last + 1] != [")"]:
            continue
        body, short = scan.reading.entities[mark.entity], scan.reading.entities[other.entity]
        both = body.kind is short.kind is EntityKind.BODY and body is not short and body.part_of != short.key
        known = short.reference is not None and body.reference is None and short.category not in _OF_STATE
        if both and known and other.last - other.first <= _SHORT:
            found.setdefault(body.key, short.key)
    return found


def _cut_short(body: DraftEntity, by_start: dict[tuple[str, ...], list[DraftEntity]]) -> DraftEntity | None:
    placed = body.jurisdiction and body.category != "School"  # "Trường tiểu học Lam Sa | 2"
    if body.reference or placed or body.part_of or body.key.startswith(_NEVER_SHORT):
        return None
    parts = tuple(body.key.removeprefix("body/").split())
    found = [b for b in by_start.get(parts, ()) if b.category in (body.category, "ForeignBody", "InternationalBody")]
    return found[0] if len(found) == 1 else None


def _lost_words(body: DraftEntity, by_end: dict[str, list[DraftEntity]]) -> DraftEntity | None:
    """ "tờ The Post" after "The Washington Post": the last word is the same, and all others are in the longer."""
    if body.category != "MediaBody" or body.reference:
        return None
    words = body.key.removeprefix("body/").split()
    found = []
    for title in by_end.get(body.key.split()[-1], ())[:_MOST_TITLES]:
        others = title.key.removeprefix("body/").split()
        if len(words) < len(others) and set(words) <= set(others):
            found.append(title)
    return found[0] if len(found) == 1 else None
