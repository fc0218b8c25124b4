"""TCVN3 and VNI, the Vietnamese encodings from before Unicode, recognised by the letters they turn into.

Both are fonts more than encodings: the file says Latin letters and the font draws Vietnamese ones, so that they are
found in the middle of valid UTF-8 too. `Đại tướng Tô Lâm` is `§¹i t­íng T« L©m` in TCVN3, where a symbol stands inside
a word, and `Ñaïi töôùng Toâ Laâm` in VNI, where a vowel is followed by a letter that is its accent.
"""

import re

MIN_WORDS = 3
"""So many words must look like it, so that a name or a trade mark does not."""
MIN_SHARE = 0.1
"""And so large a share of all words; in real TCVN3 and VNI texts it is more than a half."""

_WORD = re.compile(r"[^\s.,;:!?\"'()/-]+")
_TCVN3 = re.compile(r"[a-zA-Z][µ¶·¸¹¨©ª«¬®¼½¾×÷]|[®§][¹©a-z]")
_VNI = re.compile(r"[aeouyôöAEOUYÔÖ][ïøûùõåäëüÏØÛÙÕÅÄËÜ]|[aoeAOE][âÂ]|[ñÑ][aeiouyôöAEIOUYÔÖ]|[öÖ]")
_UNICODE = re.compile(r"[ĂăĐđƠơƯưẠ-ỹ]")


def legacy_encoding(text: str) -> str | None:
    """`TCVN3 (ABC) encoding` or `VNI encoding` where `text` is in it, else None."""
    words = _WORD.findall(text)
    unicode = sum(1 for word in words if _UNICODE.search(word))
    for name, pattern in (("TCVN3 (ABC) encoding", _TCVN3), ("VNI encoding", _VNI)):
        found = sum(1 for word in words if pattern.search(word))
        if found >= max(MIN_WORDS, MIN_SHARE * len(words), unicode + 1):
            return name
    return None
