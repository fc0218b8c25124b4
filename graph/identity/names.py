"""Names as identity compares them: what spelling does not matter, in which block a name is looked at, what is near."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

from camket.graph.extraction.text.spelling import fold, is_vietnamese
from camket.graph.identity.name_data import abbreviations

SHORTEST_JOINED: Final = 2
"""Syllables of the shortest person's name that joins two articles: "Tuấn" alone is anybody."""

_BETWEEN: Final = re.compile(r"[\s\-‐‑–—.,'’‘\"“”()]+")
_LAST_Y: Final = re.compile("(?<=[bcdđghklmnpqrstuvx])y(?=[\u0300-\u036f]*$)")


@lru_cache(maxsize=65536)
def spelled(folder: str, name: str) -> str:
    """A name without what only its spelling decides: capitals, spaces, where tones stand, marks between words.

    A body's abbreviations are written out: "UBND TP.Cà Mau" and "Ủy ban nhân dân thành phố Cà Mau" are one name.
    """
    words = _BETWEEN.sub(" ", fold(unicodedata.normalize("NFC", name))).split()
    if folder != "body":
        return " ".join(words)
    text = f" {' '.join(words)} "
    for short, full in abbreviations():
        text = text.replace(f" {short} ", f" {full} ")
    return text.strip()


@lru_cache(maxsize=65536)
def block_of(folder: str, name: str) -> str:
    """The block in which bearers of a name and of the names near it are looked at together.

    People's blocks are coarse: a Vietnamese name's first and last syllable without accents, of another name its longest
    word, so that "Phùng Thị Ánh Lê" stands with "Phùng Ánh Lê" and "Kim Jong-un" with "Jong Un, Kim".
    """
    words = spelled(folder, name).split()
    if folder != "person" or len(words) < SHORTEST_JOINED:
        return f"{folder}/{' '.join(words)}"
    if is_foreign(name):
        return f"{folder}/{min(map(bare, words), key=lambda word: (-len(word), word))}"
    return f"{folder}/{bare(words[0])} {bare(words[-1])}"


@lru_cache(maxsize=65536)
def is_foreign(name: str) -> bool:
    """Whether a person's name has a word that no Vietnamese syllable looks like."""
    return not all(map(is_vietnamese, spelled("person", name).split()))


def bare(word: str) -> str:
    """A word without accents; a last "y" is "i" ("Quý", "Quí")."""
    letters = unicodedata.normalize("NFD", word)
    plain = "".join(c for c in letters if not unicodedata.combining(c)).replace("đ", "d")
    return _LAST_Y.sub("i", plain)


@lru_cache(maxsize=65536)
def near(one: str, other: str) -> bool:
    """Whether two people's names may be one name: written otherwise, or a Vietnamese one with middle names left out."""
    mine, theirs = (spelled("person", name).split() for name in (one, other))
    if is_foreign(one) or is_foreign(other):
        return sorted(map(bare, mine)) == sorted(map(bare, theirs))
    return _within(list(map(_with_i, mine)), list(map(_with_i, theirs)))


def _with_i(word: str) -> str:
    """A word whose last letter "y" is "i", its tone kept."""
    return _LAST_Y.sub("i", unicodedata.normalize("NFD", word))


def _within(one: list[str], other: list[str]) -> bool:
    """Whether the shorter name is the longer one without some of the words within it."""
    short, long = sorted((one, other), key=len)
    if len(short) < SHORTEST_JOINED or short[0] != long[0] or short[-1] != long[-1]:
        return False
    rest = iter(long)
    return all(word in rest for word in short)
