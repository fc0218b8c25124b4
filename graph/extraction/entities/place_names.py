"""The names of places, the heads they follow, and what such a name tells: tables for the place component."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from camket.graph.extraction.reading import Reading
from camket.graph.extraction.text.cues import WordTable, lexicon
from camket.graph.extraction.text.lexicon import is_capital, is_vietnamese, listed, surnames, table, weak_surnames
from camket.graph.extraction.text.tokenizer import fold
from camket.ontology import reference

_LEVELS = {"country": "country", "province": "province", "city": "city", "region": "region"}
MIDDLES = ("thị", "văn")  # second syllables of people's names alone
VIETNAM = "place/việt nam"
_AT_HOME = ("province", "city", "district", "commune")  # levels of the places of Vietnam


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A place as the lists or the article have it: its preferred name and level."""

    name: str
    level: str
    reference: str | None = None


@cache
def gazetteer() -> WordTable[PlaceName]:
    """Known names, with the preferred name and level of each."""
    canonical = lexicon("places")["canonical"]
    names = {
        name: PlaceName(canonical.get(name, name), level)
        for level, group in lexicon("places")["names"].items()
        for name in listed(group)
    }
    for place in reference.places():
        found = PlaceName(place.name, _LEVELS.get(place.kind, "abroad"), place.iri)
        names.update(dict.fromkeys((place.name, *place.aliases), found))
    for name, preferred in canonical.items():
        names[name] = names.get(preferred, names.get(name, PlaceName(preferred, "city")))
    return table(names.items())


@cache
def heads() -> WordTable[str]:
    """Heads before a place name, with their level."""
    return table((head, level) for level, words in lexicon("places")["heads"].items() for head in words)


@cache
def teaching() -> WordTable[str]:
    """Bodies that are followed by the name of a place alone, with its level."""
    return table((head, level) for level, words in lexicon("places")["teaching"].items() for head in words)


@cache
def bare_levels() -> WordTable[str]:
    """Words that alone stand for the province, city or district spoken of, with the level."""
    return table((word, level) for level, words in lexicon("places")["bare"].items() for word in words)


@cache
def headed_only() -> frozenset[str]:
    """Names that are places only after a head."""
    return frozenset(fold(name) for name in listed(lexicon("places")["single"]["headed_only"]))


@cache
def words_before() -> dict[str, frozenset[str]]:
    """For a head the words after which it is the end of another word."""
    return {head: frozenset(words) for head, words in lexicon("places")["no_head_after"].items()}


@cache
def pair_only() -> frozenset[str]:
    """Short names of countries that stand only in pairs."""
    return frozenset(fold(name) for name in listed(lexicon("places")["single"]["pair_only"]))


def joined_place(words: Sequence[str], norms: Sequence[str], at: int) -> tuple[PlaceName, int]:
    """The city whose head and first syllable are one token ("TP.HCM", "TP.Thủ | Đức"), and how many tokens it takes."""
    name, size = words[at].split(".", 1)[1], 1
    if name == "HCM":
        return PlaceName("Thành phố Hồ Chí Minh", "city"), 1
    for more in (3, 2, 1, 0):
        known = gazetteer().at([fold(name), *norms[at + 1 : at + 1 + more]], 0)
        if known and known[0] == more + 1:
            return known[1], more + 1
    after, next_one = [*words[at + 1 : at + 3], "-", "-"][:2]
    person = is_capital(next_one) and norms[at + 1] in surnames()  # "Chủ tịch UBND TP.Vinh Lê Văn Nam"
    if after.isalpha() and is_capital(after) and not person:
        name, size = f"{name} {words[at + 1]}", 2
    return PlaceName(name, "city"), size


def paired_at(norms: Sequence[str], at: int, step: int) -> bool:
    """Whether another country stands beside token `at`, after a dash; step: -1 for before it, 1 for after it."""
    other = at + 2 * step
    if not 0 <= other < len(norms) or norms[at + step] not in ("-", "–"):
        return False
    found = gazetteer().at(norms, other)
    return (found is not None and found[1].level == "country") or norms[other] in pair_only()


def abroad(reading: Reading) -> bool:
    """Whether an article tells of other countries and names no place of Vietnam."""
    countries = {key for key, level in reading.place_levels.items() if level == "country"}
    if not countries or VIETNAM in countries:
        return False
    home = (key for key, level in reading.place_levels.items() if level in _AT_HOME)
    return not any(reading.entities[key].reference or _sounds_vietnamese(key) for key in home)


def _sounds_vietnamese(key: str) -> bool:
    return all(is_vietnamese(part) for part in key.removeprefix("place/").split())


def bare_name(place: str) -> str:
    """The name of a place without its head: "Hồ Chí Minh" of "Thành phố Hồ Chí Minh"."""
    for head in ("thành phố ", "tỉnh ", "huyện ", "quận ", "xã ", "phường ", "thị xã ", "thị trấn "):
        if place.lower().startswith(head):
            return place[len(head) :]
    return place


@cache
def head_firsts() -> frozenset[str]:
    """The words that heads begin with."""
    return heads().firsts | teaching().firsts


@cache
def levels() -> WordTable[str]:
    """Bare words for the place spoken of, with their level."""
    words = {
        "tỉnh": "province",
        "thành phố": "city",
        "tp": "city",
        "tp.": "city",
        "huyện": "district",
        "quận": "district",
    }
    more = {"thị xã": "district", "xã": "commune", "phường": "commune", "thị trấn": "commune"}
    return table({**words, **more}.items())


def lives_there(norms: Sequence[str], first: int) -> bool:
    """Whether the head before a name stands after "ở" or a comma: a place, not the name of who heads it."""
    return first > 1 and norms[first - 2] in ("ở", "tại", ",", "(", "về", "của")


def of_highlander(norms: Sequence[str], first: int, level: str) -> bool:
    """Whether "Y Nhung" after "UBND tỉnh" is the name of its head: no province or city begins so."""
    return level in ("province", "city") and norms[first] in ("y", "a")


def begins_person(norms: Sequence[str], first: int) -> bool:
    """Whether "Nguyễn ..." or "... Thị ..." after "UBND tỉnh" is the name of its head."""
    family = norms[first] in surnames()
    return family and (norms[first] not in weak_surnames() or norms[first + 1] in MIDDLES)
