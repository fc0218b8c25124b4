"""Text into syllables: spaCy's rule tokenizer with the few rules Vietnamese news needs, and its tone-folding norm.

Splits are lossless (`doc.text == text`). Dates and numbers with inner marks stay whole (`7/3`, `55.600`, `9,12`),
"hiện./." gives three tokens, "2023-2025" and "123/QĐ-TTg" stay whole, "TP.HCM" and "PGS.TS." too.
"""

import re
from collections.abc import Callable

from spacy.attrs import NORM
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.util import registry

from camket.graph.extraction.text.spelling import fold as fold

_OPENING = r"[\"'“”‘’«\(\[\{<…\-–—•*/.,;:!?]"
_CLOSING = r"(?:\./\.|\.{2,}|…|[\"'“”‘’»\)\]\}>,;:!?\-–—/]|(?<=[^\W\d_])\.|(?<=[\d%])\.)"
_INFIX = (
    r"(?:\.{2,}|…|[“”\"\(\)\[\];:!?]|(?<=[^\W\d_])[,/](?=[^\W\d_])|(?<=[^\W\d_]{2})[–—-](?=[^\W\d_])"
    r"|(?<=\d)[–—](?=\d)|(?<=%)[–-])"
)
# What is one token although it has marks inside: abbreviations, document numbers, dotted initials, dates, numbers.
_WHOLE = re.compile(
    r"(?:\d+(?:[.,/:-]\d+)+%?|\d+%?"
    r"|[IVXLC]+[./-]\d{4}"
    r"|\d+/[A-ZĐ]+(?:-[A-ZĐa-z]+)*"
    r"|(?:TP|Tp|tp|TX|Tx|TT|Tt)\.[A-ZĐ][\w]*"
    r"|(?:[A-ZĐ]{1,3}[Ss]?[Tt]?\.)+[A-ZĐ][\w]*"
    # a full stop belongs to titles and initials only: "3 tỷ USD." and "Bộ GTVT." end a sentence
    r"|(?:(?:TP|TX|TT|PGS|GS|TS|ThS|Ths|TSKH|BS|KS|LS|DS|CN|NSND|NSƯT|[A-ZĐ])\.)+"
    r"|[TĐQP]\.Ư|Đ/[cC]|đ/c)\Z"
)


_LONGEST_SUFFIX = 16  # letters looked at from the end: a thousand brackets in a row must not take a million steps


class _SuffixSearch:
    """Finds the closing mark at the end of a text; `__self__` is where spaCy looks for the pattern to save."""

    def __init__(self, pattern: str) -> None:
        self.__self__ = re.compile(pattern)

    def __call__(self, text: str) -> re.Match[str] | None:
        return self.__self__.search(text, max(0, len(text) - _LONGEST_SUFFIX))


@registry.tokenizers("camket.syllables.v1")  # type: ignore[untyped-decorator, unused-ignore]
def create_tokenizer() -> Callable[[Language], Tokenizer]:
    """The factory spaCy calls with the language object, so that saved pipelines load again."""

    def make(nlp: Language) -> Tokenizer:
        nlp.vocab.lex_attr_getters[NORM] = fold  # type: ignore[attr-defined]
        return Tokenizer(
            nlp.vocab,
            prefix_search=re.compile(r"\A" + _OPENING).search,
            suffix_search=_SuffixSearch(_CLOSING + r"\Z"),
            infix_finditer=re.compile(_INFIX).finditer,
            token_match=_WHOLE.match,
        )

    return make
