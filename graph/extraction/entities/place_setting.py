"""Which province, city and district an article speaks of: the places that it names most and most plainly."""

import re
from collections.abc import Mapping
from typing import Final

from camket.graph.extraction.entities.place_names import bare_name
from camket.graph.extraction.reading import Reading
from camket.graph.extraction.text.cues import lexicon
from camket.graph.extraction.text.lexicon import is_vietnamese, listed
from camket.graph.extraction.text.tokenizer import fold

_HEADLINE: Final = 2
_OUTLET: Final = 3
_LEAD: Final = 2
"""So much more a place weighs that is named there; a mention weighs one, one after its head three."""
_WORD: Final = re.compile(r"\w+")


def find_setting(reading: Reading, weights: Mapping[str, Mapping[str, int]]) -> None:
    """Fills `setting` with the weightiest place of each level, "central" city and "local", of both kinds of provinces.

    weights: by level how much the places named weigh, by key.
    """
    weights = {level: {k: w + _bonus(reading, k) for k, w in found.items()} for level, found in weights.items()}
    for level, found in weights.items():
        reading.setting[level] = max(found, key=lambda key: found[key])
    central = {f"place/{fold(name)}" for name in listed(lexicon("places")["central"]["names"])}
    cities = {key: weight for key, weight in weights.get("city", {}).items() if key in central}
    if cities:
        reading.setting["central"] = max(cities, key=lambda key: cities[key])
    local = {**cities, **{key: w for key, w in weights.get("province", {}).items() if _at_home(reading, key)}}
    if local:  # whose departments are told without a place: "Giám đốc Sở Y tế"
        reading.setting["local"] = max(local, key=lambda key: local[key])


def _bonus(reading: Reading, key: str) -> int:
    """What it weighs that a place is named by the headline or the outlet, or in the article's first sentence."""
    place, document = reading.entities[key], reading.document
    name = f" {bare_name(fold(place.name))} "
    told = {_HEADLINE: document.title, _OUTLET: document.publisher}
    named = sum(weight for weight, words in told.items() if name in f" {' '.join(_WORD.findall(fold(words or '')))} ")
    lead = reading.sentences[0].end if reading.sentences else 0
    return named + (_LEAD if place.mentions and min(place.mentions).start < lead else 0)


def _at_home(reading: Reading, key: str) -> bool:
    """Whether a province is, or may be, one of Vietnam."""
    place = reading.entities[key]
    return place.reference is not None or all(is_vietnamese(part) for part in fold(place.name).split())
