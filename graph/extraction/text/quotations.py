"""Quotations: what stands between quotation marks, over several sentences too, but not over paragraphs."""

from bisect import bisect_right

from spacy.language import Language
from spacy.tokens import Doc

from camket.graph.extraction.reading import Reading
from camket.graph.facts import Span

MIN_QUOTATION = 4
"""Tokens from which on a quotation is taken for speech and not for a name or a word in scare quotes."""

_PAIRS = {"“": "”", "«": "»", "‘": "’"}
_STRAIGHT = '"'
_DOUBLE = {_STRAIGHT, "”"}


@Language.component("camket_quotations")
def quotations(doc: Doc) -> Doc:
    """Fills `reading.quotations` with the spans inside the marks, in text order. An unclosed mark opens nothing."""
    reading: Reading = doc._.reading
    opened: tuple[int, str] | None = None
    for token, word in enumerate(reading.words):
        if "\n" in word:
            opened = None
        elif word == _STRAIGHT and _doubled(reading, token):
            opened = (token, _STRAIGHT) if opened and opened[0] == token - 1 else opened
        elif opened and _closes(reading, token, opened[1]):
            if token > opened[0] + 1:
                reading.quotations.append(reading.span(opened[0] + 1, token))
            opened = None
        elif opened is None and word in _PAIRS:
            opened = token, _PAIRS[word]
        elif word == _STRAIGHT and (opened is None or opened[1] == _STRAIGHT):
            opened = None if opened is None and _leans_left(reading, token) else (token, _STRAIGHT)
        elif opened and word in _PAIRS and _PAIRS[word] == opened[1]:
            opened = token, opened[1]  # the first mark was never closed
    return doc


def _closes(reading: Reading, token: int, closing: str) -> bool:
    """Whether the token closes a quotation; typists mix straight and curly marks, and may close with an opening one."""
    word = reading.words[token]
    if word == _STRAIGHT and closing == _STRAIGHT:
        return not _leans_right(reading, token)
    if word == closing or (word in _DOUBLE and closing in _DOUBLE):
        return True
    after = reading.words[token + 1] if token + 1 < len(reading.words) else "."
    return word == "“" and closing in _DOUBLE and not after[:1].isalnum() and not after.isspace()


def _doubled(reading: Reading, token: int) -> bool:
    """Whether a straight mark only doubles the one right before it."""
    return token > 0 and reading.words[token - 1] == _STRAIGHT and reading.ends[token - 1] == reading.starts[token]


def _leans_right(reading: Reading, token: int) -> bool:
    """Whether a straight mark can only open: a space before it, none after it."""
    start, end = reading.starts[token], reading.ends[token]
    return reading.text[max(start - 1, 0) : start].isspace() and not reading.text[end : end + 1].isspace()


def _leans_left(reading: Reading, token: int) -> bool:
    """Whether a straight mark can only close: no space before it, a space or another mark after it."""
    start = reading.starts[token]
    before = reading.text[max(start - 1, 0) : start]
    after = reading.text[reading.ends[token] : reading.ends[token] + 1]
    return (
        bool(before) and not before.isspace() and before not in "([" and (after.isspace() or after in {",", ".", ";"})
    )


def inside(reading: Reading, offset: int) -> Span | None:
    """The quotation that holds character `offset`, or None."""
    before = bisect_right(reading.quotations, offset, key=lambda quotation: quotation.start)
    found = reading.quotations[before - 1] if before else None
    return found if found and offset < found.end else None
