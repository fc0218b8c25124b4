"""Which province, city and district an article speaks of: the places that it names most and most plainly."""

from collections.abc import Mapping

from camket.graph.extraction.reading import Reading
from camket.graph.extraction.text.cues import lexicon
from camket.graph.extraction.text.lexicon import is_vietnamese, listed
from camket.graph.extraction.text.tokenizer import fold


def find_setting(reading: Reading, weights: Mapping[str, Mapping[str, int]]) -> None:
    """Fills `setting` with the weightiest place of each level, "central" city and "local", of both kinds of provinces.

    weights: by level how much the places named weigh, by key.
    """
    for level, found in weights.items():
        reading.setting[level] = max(found, key=lambda key: found[key])
    central = {f"place/{fold(name)}" for name in listed(lexicon("places")["central"]["names"])}
    cities = {key: weight for key, weight in weights.get("city", {}).items() if key in central}
    if cities:
        reading.setting["central"] = max(cities, key=lambda key: cities[key])
    local = {**cities, **{key: w for key, w in weights.get("province", {}).items() if _at_home(reading, key)}}
    if local:  # whose departments are told without a place: "Giám đốc Sở Y tế"
        reading.setting["local"] = max(local, key=lambda key: local[key])


def _at_home(reading: Reading, key: str) -> bool:
    """Whether a province is, or may be, one of Vietnam."""
    place = reading.entities[key]
    return place.reference is not None or all(is_vietnamese(part) for part in fold(place.name).split())
