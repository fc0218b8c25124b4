"""What an indicator is once the words are left out in which two names of it may differ."""

import re
from functools import cache, lru_cache

from camket.graph.extraction.text.cues import lexicon, one_of
from camket.graph.extraction.text.tokenizer import fold
from camket.graph.identity.life.clause import content


@lru_cache(maxsize=65536)
def indicator_key(name: str) -> str:
    """The same for all names of one indicator: "Thu ngân sách nhà nước" and "thu ngân sách trên địa bàn" agree."""
    plain = _neutral().sub(" ", fold(name))
    words = [word for word in content(plain) or content(name) if not word[0].isdigit()]
    return " ".join(sorted(set(words)))


@lru_cache(maxsize=65536)
def less_is_better(name: str) -> bool:
    """Whether a lower value is the better one ("tỷ lệ hộ nghèo")."""
    return bool(_pattern("falling").search(fold(name)))


@lru_cache(maxsize=65536)
def is_growth(name: str) -> bool:
    """Whether an indicator is a growth by its name ("tốc độ tăng GRDP")."""
    return bool(_pattern("growing").search(fold(name)))


@lru_cache(maxsize=65536)
def adds_up(name: str) -> bool:
    """Whether the amounts of parts of a period add up to the whole's ("thu ngân sách")."""
    return bool(_pattern("flowing").search(fold(name)))


@cache
def _neutral() -> re.Pattern[str]:
    return _pattern("neutral")


@cache
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){one_of(map(fold, lexicon('life')['indicator'][words]))}(?!\w)")
