"""What bears another IRI in the newer graph, told by where it is mentioned: the same characters of the same articles.

A person gets another IRI when a namesake turns up; two may be found to be one, or one to be two.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Final

from camket.graph.store import Dataset
from camket.graph.views.rows import iri_list, select

_MENTIONS: Final = "SELECT ?x ?span WHERE {{ VALUES ?x {{ {iris} }} ?x ck:mention ?span }}"
_MENTIONED: Final = "SELECT ?x ?span WHERE {{ VALUES ?span {{ {spans} }} ?x ck:mention ?span }}"
_AT_ONCE: Final = 5000


def renamed(old: Dataset, new: Dataset, gone: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """For each IRI that is in the newer graph no more those that stand where it stood, the most frequent first.

    What nothing stands for is left out: it is gone.
    """
    iris = sorted(gone)
    owner = {row["span"]: row["x"] for row in select(old, _MENTIONS.format(iris=iri_list(iris)))} if iris else {}
    found: dict[str, Counter[str]] = defaultdict(Counter)
    spans = sorted(owner)
    for first in range(0, len(spans), _AT_ONCE):
        for row in select(new, _MENTIONED.format(spans=iri_list(spans[first : first + _AT_ONCE]))):
            found[owner[row["span"]]][row["x"]] += 1
    return {before: tuple(sorted(after, key=lambda iri: (-after[iri], iri))) for before, after in sorted(found.items())}
