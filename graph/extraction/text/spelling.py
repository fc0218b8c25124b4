"""How words are spelled: tones placed one way, and the shape of a Vietnamese syllable."""

import re
import unicodedata
from functools import lru_cache

_TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
_SYLLABLE = re.compile(
    r"(?:ngh(?=[eêi])|ng|nh|gh(?=[eêi])|gi|kh|ph|th|tr|ch|qu|k(?=[eêiy])|c(?![eêiy])|[bdđghlmnrstvx])?"
    r"(?:iêu|oai|oao|oay|oeo|uây|uôi|uya|uyê|uyu|ươi|ươu|yêu|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|oo|ôi|ơi|ua|uâ|uê"
    r"|ui|uô|uơ|uy|ưa|ưi|ươ|ưu|yê|[aăâeêioôơuưy])(?:ng|nh|ch|[cmnpt])?\Z"
)


def _tone_moves() -> dict[str, str]:
    """Where a syllable ends in oa, oe or uy with a tone: the old placement (oà) and the new one (òa), the norm here."""
    moves = {}
    for first, plain, toned in (("o", "a", "àáảãạ"), ("o", "e", "èéẻẽẹ"), ("u", "y", "ỳýỷỹỵ")):
        firsts = {"o": "òóỏõọ", "u": "ùúủũụ"}[first]
        moves.update({first + t: f + plain for t, f in zip(toned, firsts, strict=True)})
    return moves


_MOVES = _tone_moves()
_MOVABLE = re.compile(r"(?<!q)(" + "|".join(_MOVES) + r")(?!\w)")


def _misplaced_tones() -> dict[str, str]:
    """A tone on the last letter after â, ê, ô, ơ or ư, as some keyboards set it ("hôị"), and its place ("hội")."""
    firsts = {"â": "ầấẩẫậ", "ê": "ềếểễệ", "ô": "ồốổỗộ", "ơ": "ờớởỡợ", "ư": "ừứửữự"}
    lasts = {"i": "ìíỉĩị", "u": "ùúủũụ", "y": "ỳýỷỹỵ", "a": "àáảãạ"}
    return {
        bare + toned: marked + plain
        for bare, tones in firsts.items()
        for plain, others in lasts.items()
        for marked, toned in zip(tones, others, strict=True)
    }


_MISPLACED = _misplaced_tones()
_MISPLACED_TONE = re.compile("[âêôơư][" + "".join(sorted({pair[1] for pair in _MISPLACED})) + "]")
_LOOKALIKES = str.maketrans({"ð": "đ", "ɖ": "đ"})


def fold(text: str) -> str:
    """`text` lower-cased with tones placed one way ("Uỷ" and "Ủy" agree); same length as the input.

    hoà→hòa, thuỷ→thủy, khoẻ→khỏe; quý, quả, quỷ, toàn, hoàng stay. Source: the measured list in the project's notes.
    "bác sỹ" is "bác sĩ".
    """
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    lowered = lowered.translate(_LOOKALIKES).replace("sỹ", "sĩ")
    if _MISPLACED_TONE.search(lowered):
        lowered = _MISPLACED_TONE.sub(lambda m: _MISPLACED.get(m[0], m[0]), lowered)
    return _MOVABLE.sub(lambda m: _MOVES[m[1]], lowered)


@lru_cache(maxsize=65536)
def is_vietnamese(syllable: str) -> bool:
    """Whether a syllable (folded) has the shape of a Vietnamese one: "sen" has, "kang" and "tavoria" have not."""
    parts = unicodedata.normalize("NFD", syllable)
    return bool(_SYLLABLE.match(unicodedata.normalize("NFC", "".join(c for c in parts if c not in _TONES))))
