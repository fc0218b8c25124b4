"""Local bodies by name: of which kind, and of which province or centrally run city."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final, NamedTuple

from camket.graph.rdf import vocabulary as v
from camket.graph.rdf.reference import ReferenceData
from camket.graph.rdf.terms import ck

PROVINCE: Final = "province"
DISTRICT: Final = "district"

_LONGEST_PLACE: Final = 6  # words
_NO_WORD: Final = re.compile(r"[^\w]+")
_LEVELS: Final = {"tỉnh": "Province", "thành phố": "CentralCity", "tp": "CentralCity", "thành ủy": "CentralCity"}
"""Words that tell whether a province or a city is meant: a province's capital may bear the province's name."""


class LocalBody(NamedTuple):
    """A local body: the IRI of its kind, and that of its province or city; no place where it is a district's."""

    kind: str
    place: str | None


class LocalBodies:
    """Reads names of local bodies by the kinds and places of the reference data."""

    def __init__(self, reference: ReferenceData) -> None:
        levels = {kind: levels[0] for kind, levels in reference.values(ck("areaLevel")).items()}
        kinds = {level: [kind for kind in levels if levels[kind] == level] for level in (PROVINCE, DISTRICT)}
        self._kinds = {words: kind for kind in kinds[PROVINCE] for words in _names(reference, kind)}
        self._districts = {words: kind for kind in kinds[DISTRICT] for words in _names(reference, kind)}
        self._classes = {
            place: name
            for place, classes in reference.values(v.TYPE).items()
            for name in ("Province", "CentralCity")
            if ck(name)[1:-1] in classes
        }
        self._places = {words: place for place in self._classes for words in _names(reference, place)}

    def read(self, name: str) -> LocalBody | None:
        """The local body that `name` is the whole name of; None where it is none, or none whose fate is known."""
        words = _words(name)
        for length in range(min(_LONGEST_PLACE, len(words) - 1), 0, -1):
            place = self._places.get(" ".join(words[-length:]))
            if place is not None:
                kind = self._of_province(words[:-length], place)
                return LocalBody(kind, place) if kind else self._of_district(words)
        return self._of_district(words)

    def _of_province(self, before: list[str], place: str) -> str | None:
        """The kind that the words before a place name, where they fit a place of its rank."""
        told = [level for level in _LEVELS if " ".join(before).endswith(" " + level) or " ".join(before) == level]
        if any(_LEVELS[level] != self._classes[place] for level in told):
            return None
        for level in told:
            bare = before[: len(before) - len(level.split())]
            if kind := self._kinds.get(" ".join(bare)):
                return kind
        return self._kinds.get(" ".join(before))

    def _of_district(self, words: list[str]) -> LocalBody | None:
        for length in range(len(words) - 1, 0, -1):
            if kind := self._districts.get(" ".join(words[:length])):
                return LocalBody(kind, None)
        return None


def _names(reference: ReferenceData, node: str) -> Iterator[str]:
    """The names of a kind or place as they are compared."""
    for label in (v.PREF_LABEL, v.ALT_LABEL):
        for name in reference.values(label).get(node, ()):
            yield " ".join(_words(name))


def _words(name: str) -> list[str]:
    """The words of a name without what comes and goes in it: capitals, hyphens, "và"; tones in one place."""
    folded = unicodedata.normalize("NFC", name.casefold()).replace("uỷ", "ủy").replace("toà ", "tòa ")
    return [word for word in _NO_WORD.split(folded) if word and word != "và"]
