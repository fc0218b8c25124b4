"""The data file about namesakes (`ontology/lexicon/identity.toml`): how common names are, what posts and bodies say."""

import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Final

from camket.graph.extraction.text.spelling import fold, is_vietnamese

_THOUSAND: Final = 1000.0


@cache
def identity_data() -> Mapping[str, Any]:
    """The file, parsed once."""
    return tomllib.loads((files("camket.ontology.lexicon") / "identity.toml").read_text(encoding="utf-8"))


@cache
def abbreviations() -> tuple[tuple[str, str], ...]:
    """Short forms in the names of bodies with what they stand for, in the order in which they are written out."""
    return tuple((fold(short), fold(full)) for short, full in identity_data()["abbreviations"].items())


@lru_cache(maxsize=65536)
def namesakes(name: str) -> float:
    """How many others of the news are likely to bear a person's name (spelled as `names.spelled` has it)."""
    words, people = name.split(), identity_data()["people"]
    if not all(map(is_vietnamese, words)):
        common = sum(word in _common_foreign() for word in words) >= min(2, len(words))
        return float(people["common_foreign_namesakes" if common else "foreign_namesakes"])
    share = float(people["in_the_news"]) * _part("family", words[0]) * _part("given", words[-1])
    for word in words[1:-1] or ["none"]:
        share *= _part("middle", word)
    return share


@lru_cache(maxsize=65536)
def is_shared_role(role: str) -> bool:
    """Whether many hold a post in one body: "đại biểu", "ủy viên"."""
    return _begins(role, tuple(identity_data()["roles"]["shared"]))


@lru_cache(maxsize=65536)
def is_wide_body(body: str) -> bool:
    """Whether belonging to a body says little of who somebody is: the National Assembly, the Party."""
    return body in identity_data()["bodies"]["wide"]


@lru_cache(maxsize=65536)
def is_local_body(body: str) -> bool:
    """Whether every place has a body that begins so: "sở", "phòng"."""
    return _begins(body, tuple(identity_data()["bodies"]["local"]))


@lru_cache(maxsize=65536)
def is_nameless(body: str) -> bool:
    """Whether a body's name is no name of its own where no place is told."""
    bodies = identity_data()["bodies"]
    if any(f" {word} " in f"{body} " for word in bodies["telling"]):
        return False
    named = any(f" {word} " in body for word in bodies["telling_before_a_name"])
    return not named and _begins(body, tuple(bodies["nameless"]))


def is_high_rank(rank: str) -> bool:
    """Whether few hold a rank."""
    return rank in identity_data()["ranks"]["high"]


def _part(kind: str, word: str) -> float:
    table = identity_data()[kind]
    return float(table.get(word, table["other"])) / _THOUSAND


@cache
def _common_foreign() -> frozenset[str]:
    return frozenset(identity_data()["words"]["common_foreign"].split())


def _begins(text: str, heads: tuple[str, ...]) -> bool:
    return any(text == head or text.startswith(f"{head} ") for head in heads)
