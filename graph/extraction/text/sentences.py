"""Sentences: where one ends is told by its mark, by what follows, and by the paragraph."""

import re

import numpy as np
from spacy.attrs import SENT_START
from spacy.language import Language
from spacy.tokens import Doc

from camket.graph.extraction.reading import Reading
from camket.graph.facts import Span

_GOES_ON = np.uint64(2**64 - 1)  # spaCy's -1: this token begins no sentence
_FINAL = {".", "!", "?", "./.", "…", "..."}
_CLOSERS = {'"', "”", "’", ")", "»", "]"}
LINK_MARKS = {">>", ">"}  # before the headline of another article
_MOST_CLOSERS = 4  # after one final mark
LONGEST = 600
"""So many tokens a sentence has at most: text without marks is cut, so that no rule meets a sentence without bound."""
_LETTERS = frozenset(f"{letter}." for letter in "ABCDĐEGHIKLMNOPQRSTUVXY")  # one token, for it may be an initial
_LETTERED = frozenset({"quý", "độ", "bảng", "khóa", "kỳ", "thứ", "hạng", "loại", "nhóm", "khối", "lớp", "phần", "tập"})
"""What has a letter for its number, so that the mark after it ends a sentence: "trong quý I. Cùng dự có"."""
_PARAGRAPH = re.compile(r"\n\s*\n|\n")


@Language.component("camket_sentences")
def sentences(doc: Doc) -> Doc:
    """Fills `reading.sentences` and spaCy's own `doc.sents`.

    A sentence ends at a paragraph break, or at a final mark (with the quotes or brackets that close after it) that is
    followed by a capital, a digit, an opening quote or nothing. Inside a quotation a final mark ends a sentence too:
    the speech component joins what one quotation holds.
    """
    reading: Reading = doc._.reading
    first = 0
    count = len(reading.words)
    starts: list[int] = []
    breaks = _may_break(reading)
    for token in range(count):
        goes_on = token + 1 < min(count, first + LONGEST)
        if goes_on and not (breaks[token] and (_breaks_after(reading, token) or _ends_link(reading, first, token))):
            continue
        last = token + 1
        while first < last and not reading.words[first].strip():
            first += 1
        while last > first and not reading.words[last - 1].strip():
            last -= 1
        if first < last:
            reading.sentences.append(reading.span(first, last))
            starts.append(first)
        first = token + 1
    begins = np.full((count, 1), _GOES_ON, dtype=np.uint64)
    begins[[0, *starts] if count else []] = 1
    doc.from_array([SENT_START], begins)  # type: ignore[arg-type]  # token by token it takes ten times as long
    return doc


def _may_break(reading: Reading) -> list[bool]:
    """Whether a sentence may end after each token but the last: a first look, since at most tokens none does."""
    marks = _FINAL | _CLOSERS | _LETTERS
    pairs = zip(reading.words, reading.words[1:], reading.ends, reading.starts[1:], strict=False)
    text = reading.text
    return [
        word in marks or after in LINK_MARKS or "\n" in word or (end < start and "\n" in text[end:start])
        for word, after, end, start in pairs
    ]


def _ends_link(reading: Reading, first: int, token: int) -> bool:
    """Whether a sentence that begins at `first` is all in square brackets: the headline of another article."""
    return reading.words[token] == "]" and reading.words[first] == "[" and reading.words[token + 1][:1].isupper()


def _breaks_after(reading: Reading, token: int) -> bool:
    words = reading.words
    gap = reading.gap(token + 1)
    if "\n" in words[token] or "\n" in gap or (words[token + 1] in LINK_MARKS and words[token] not in LINK_MARKS):
        return True
    last = token
    lowest = max(0, token - _MOST_CLOSERS)
    while last > lowest and words[last] in _CLOSERS and words[last - 1] in _FINAL | _CLOSERS:
        last -= 1
    if words[last] not in _FINAL and not (words[last] in _LETTERS and reading.norms[last - 1] in _LETTERED):
        return False
    if words[token + 1] in _CLOSERS and not gap:
        return False
    if words[last] in {".", "…", "..."} and not gap and words[token + 1] not in {"“", '"', "("}:
        return False
    following = words[token + 1]
    return (
        following[:1].isupper()
        or following[:1].isdigit()
        or following in {"“", '"', "-", "–", "(", "[", "‘", "*", "•", "+"}
    )


def paragraphs(text: str) -> list[Span]:
    """The spans of the paragraphs of `text`: runs of text between line breaks."""
    spans, start = [], 0
    for found in _PARAGRAPH.finditer(text):
        if text[start : found.start()].strip():
            spans.append(Span(start, found.start()))
        start = found.end()
    if text[start:].strip():
        spans.append(Span(start, len(text)))
    return spans
