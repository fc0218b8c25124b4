"""TCVN3 and VNI, the Vietnamese encodings from before Unicode, recognised by the letters they turn into.

Both are fonts more than encodings: the file says Latin letters and the font draws Vietnamese ones, so that they are
found in the middle of valid UTF-8 too. `Đại tướng Tô Lâm` is `§¹i t­íng T« L©m` in TCVN3, where a symbol stands inside
a word, and `Ñaïi töôùng Toâ Laâm` in VNI, where a vowel is followed by a letter that is its accent.
"""

import re

MIN_WORDS = 3
"""So many words must look like it, so that a name or a trade mark does not."""
MIN_SHARE_TCVN3 = 0.1
"""So large a share of all words, too: in TCVN3 texts it is a quarter and more."""
MIN_SHARE_VNI = 0.35
"""In VNI texts it is a half and more; some words of French and Spanish look the same."""

_WORD = re.compile(r"[^\s.,;:!?\"'()/-]+")
_TCVN3 = re.compile(r"[a-zA-Z][µ¶·¸¹¨©ª«¬®¼½¾×÷]|[®§][¹©a-z]")
_VNI = re.compile(r"[aeouyôöAEOUYÔÖ][ïøûùõåäëüÏØÛÙÕÅÄËÜ]|[aoeAOE][âÂ]|[ñÑ][aeiouyôöAEIOUYÔÖ]|[öÖ][ôÔ]")
_FONTS = (("TCVN3 (ABC) encoding", _TCVN3, MIN_SHARE_TCVN3), ("VNI encoding", _VNI, MIN_SHARE_VNI))
_UNICODE = re.compile(r"[ĂăĐđƠơƯưẠ-ỹ]")


def legacy_encoding(text: str) -> str | None:
    """`TCVN3 (ABC) encoding` or `VNI encoding` where `text` is in it, else None."""
    words = _WORD.findall(text)
    unicode = sum(1 for word in words if _UNICODE.search(word))
    for name, pattern, share in _FONTS:
        found = sum(1 for word in words if pattern.search(word))
        if found >= max(MIN_WORDS, share * len(words), unicode + 1):
            return name
    return None
