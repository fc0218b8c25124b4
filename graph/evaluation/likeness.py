"""When two names, extents or numbers count as the same: lenient on wording, strict on head, ending and value."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from camket.graph.evaluation.account import Amount, Extent

SAME_WORDS: Final = 0.8
"""Two names are near enough from this share of words in common (Dice) on."""
SAME_POST: Final = 0.7
SAME_UNIT: Final = 0.5
SAME_NUMBER: Final = 1e-6

_PLACE_HEADS: Final = re.compile(r"^(tỉnh|thành phố|tp|nước|quận|huyện|xã|phường|thị xã) ")
_SHORT_FORMS: Final = {
    "ubnd": "ủy ban nhân dân",
    "uỷ": "ủy",
    "hđnd": "hội đồng nhân dân",
    "tw": "trung ương",
    "qh": "quốc hội",
    "đbqh": "đại biểu quốc hội",
    "tp": "thành phố",
    "mttq": "mặt trận tổ quốc",
    "hcm": "hồ chí minh",
}


def folded(text: str | None) -> str:
    """`text` in NFC without case and punctuation, words apart by one space."""
    plain = unicodedata.normalize("NFC", text or "").casefold()
    return " ".join(re.sub(r"[^\w%]+", " ", plain).split())


@lru_cache(maxsize=65536)
def key(name: str) -> str:
    """A name as it is compared: folded, abbreviations written out, the head of a place left off."""
    words = (_SHORT_FORMS.get(word, word) for word in folded(name).split())
    return _PLACE_HEADS.sub("", " ".join(words))


def dice(one: str, other: str) -> float:
    """The share of words that two names have in common: 2·|both| / (|one| + |other|)."""
    a, b = set(key(one).split()), set(key(other).split())
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def same_ending(one: str, other: str) -> bool:
    """Whether the last two words agree: Quảng Nam is not Quảng Ninh."""
    return key(one).split()[-2:] == key(other).split()[-2:]


@lru_cache(maxsize=65536)
def same_name(one: str, other: str) -> bool:
    """The same name, or nearly so with the same first word and the same ending."""
    a, b = key(one), key(other)
    if not a or not b:
        return False
    return a == b or (dice(one, other) >= SAME_WORDS and same_ending(one, other) and a.split()[0] == b.split()[0])


def any_same(names: Iterable[str], others: Iterable[str]) -> bool:
    """Whether one of the names is one of the others."""
    others = tuple(others)
    return any(same_name(one, other) for one in names for other in others)


def post_likeness(one: str, other: str) -> float:
    """How alike two posts are, 0 where they are not the same: a deputy is not the head, nor one province another."""
    alike = dice(one, other)
    deputies = ["phó" in key(name).split() for name in (one, other)]
    return alike if alike >= SAME_POST and deputies[0] == deputies[1] and same_ending(one, other) else 0.0


def overlap(one: Extent, other: Extent) -> int:
    """How many characters two extents share."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def shared_part(one: Extent, other: Extent) -> float:
    """Shared characters over all characters of the two (intersection over union)."""
    both = overlap(one, other)
    return both / ((one[1] - one[0]) + (other[1] - other[0]) - both) if both else 0.0


def same_amount(gold: Amount, found: Amount) -> bool:
    """Whether value, upper value (where the annotator gives one) and unit agree."""
    if not _close(gold.value, found.value) or (gold.upper is not None and not _close(gold.upper, found.upper)):
        return False
    return gold.unit == found.unit or dice(gold.unit, found.unit) >= SAME_UNIT


def _close(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - other) <= SAME_NUMBER * max(abs(one), abs(other))
