"""Who "hai bên" and "hai nước" are: the two places that the article pairs."""

import itertools
from collections import Counter

from spacy.language import Language
from spacy.tokens import Doc

from camket.graph.extraction.reading import Reading
from camket.graph.extraction.text.cues import words
from camket.graph.facts import EntityKind

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
    return doc


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
