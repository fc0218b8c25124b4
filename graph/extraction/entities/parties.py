"""Who "hai bên" and "hai nước" are: the two places that the article pairs; "hai công ty": the two it has named."""

import itertools
from collections import Counter
from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from camket.graph.extraction.reading import DraftEntity, Reading
from camket.graph.extraction.text.cues import words
from camket.graph.facts import EntityKind

MAX_BACK = 3000
"""Characters before the group within which its two members must have been named."""

MAX_NEAR = 300
"""Characters before the group within which two bodies joined by "và" are those it means."""

_JOINING = {"và", "với", "cùng"}
_TWO = ("hai", "2")
_PAIRING = {"-", "–", "và", "với"}


@Language.component("camket_parties")
def parties(doc: Doc) -> Doc:
    """Fills `reading.members` for each group worded as two parties, where one pair of places is named most often."""
    reading: Reading = doc._.reading
    table = words("groups", "parties")
    groups = [
        entity.key
        for entity in reading.entities.values()
        if entity.kind == EntityKind.GROUP and table.at(entity.name.split(), 0) == (len(entity.name.split()), True)
    ]
    pair = _pair(reading) if groups else None
    if pair is not None:
        reading.members.update(dict.fromkeys(groups, pair))
    for key in groups:
        if near := _joined_before(reading, reading.entities[key]):
            reading.members[key] = near
    for entity in reading.entities.values():
        if entity.kind == EntityKind.GROUP and (two := _two_named(reading, entity)):
            reading.members.setdefault(entity.key, two)
    return doc


def _two_named(reading: Reading, group: DraftEntity) -> tuple[str, ...]:
    """The two of the kind that "hai công ty", "hai tỉnh" says, where just two were named before; else none."""
    number, _, noun = group.name.partition(" ")
    alike = _PAIRS.get(noun) if number.lower() in _TWO and group.mentions else None
    if alike is None:
        return ()
    start = min(span.start for span in group.mentions)
    named = sorted(
        (min(span.start for span in entity.mentions), entity.key)
        for entity in reading.entities.values()
        if alike(reading, entity) and any(start - MAX_BACK <= span.start < start for span in entity.mentions)
    )
    found = tuple(key for _, key in named)
    return found if len(found) == len(_TWO) else ()


def _joined_before(reading: Reading, group: DraftEntity) -> tuple[str, ...]:
    """The two bodies joined right before the group ("Sở A và Công ty B ký kết, theo đó hai bên ..."), the last such."""
    start = min((span.start for span in group.mentions), default=0)
    mentions = sorted(
        (span.start, -span.end, entity.key)
        for entity in reading.entities.values()
        if entity.kind in {EntityKind.BODY, EntityKind.PLACE}
        for span in entity.mentions
        if start - MAX_NEAR <= span.start < start
    )
    outer: list[tuple[int, int, str]] = []
    for first, end, key in mentions:
        if not outer or first >= outer[-1][1]:
            outer.append((first, -end, key))
    for (_, end, one), (first, _, other) in reversed(list(itertools.pairwise(outer))):
        bodies = reading.entities[one].kind == reading.entities[other].kind == EntityKind.BODY
        if bodies and one != other and reading.text[end:first].strip().lower() in _JOINING:
            return one, other
    return ()


def _company(reading: Reading, entity: DraftEntity) -> bool:
    return entity.category == "Company"


def _province(reading: Reading, entity: DraftEntity) -> bool:
    return entity.kind == EntityKind.PLACE and reading.place_levels.get(entity.key) in {"province", "city"}


def _leader(reading: Reading, entity: DraftEntity) -> bool:
    return any(h.member == entity.key and not h.former for h in reading.holdings)


_PAIRS: dict[str, Callable[[Reading, DraftEntity], bool]] = {
    **dict.fromkeys(("công ty", "doanh nghiệp", "tập đoàn", "hãng"), _company),
    **dict.fromkeys(("tỉnh", "địa phương", "thành phố"), _province),
    **dict.fromkeys(("nhà lãnh đạo", "thủ tướng", "tổng thống", "bộ trưởng", "ngoại trưởng"), _leader),
}


def _pair(reading: Reading) -> tuple[str, str] | None:
    """The places named side by side more often than any other two ("Việt Nam - Lào", "Nga và Ấn Độ"); None if tied."""
    mentions = sorted(
        (span, entity.key)
        for entity in reading.entities.values()
        if entity.kind == EntityKind.PLACE
        for span in entity.mentions
    )
    counts: Counter[tuple[str, str]] = Counter()
    for (span, first), (following, second) in itertools.pairwise(mentions):
        if first != second and reading.text[span.end : following.start].strip().lower() in _PAIRING:
            counts[(min(first, second), max(first, second))] += 1
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]
