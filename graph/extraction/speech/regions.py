"""Stretches of text with one voice: whose words they are, sentence by sentence."""

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from itertools import islice

from camket.graph.extraction.reading import Reading, SpeechFrame
from camket.graph.extraction.text.cue_words import afterthoughts, connectives
from camket.graph.facts import Span

MIN_SPOKEN = 6
"""Tokens between marks from which on they may be somebody's words, and no name ("Hoa phượng đỏ")."""
MAX_DATELINE = 12
"""Tokens of a dateline, at most."""
_DASHES = frozenset("-–")
_SEPARATORS = {";"}
_OPENING = {"(": ")", "“": "”", "«": "»"}


@dataclass(slots=True)
class Region:
    """The part of one sentence that is in one voice; tokens `first` to `last` (exclusive), the final mark left out.

    frame: the speech that it is the content of; None for the article's own voice.
    unattributed: it is quoted, and nobody was found who says it.
    """

    sentence: int
    first: int
    last: int
    frame: SpeechFrame | None = None
    unattributed: bool = False


def regions(reading: Reading) -> list[Region]:
    """Every sentence's regions, in text order: the contents of its frames, or the whole sentence where it has none."""
    found: list[Region] = []
    frames: dict[int, list[SpeechFrame]] = defaultdict(list)
    for frame in reading.frames:
        for number in range(reading.sentence_of(frame.content.start), reading.sentence_of(frame.content.end) + 1):
            frames[number].append(frame)
    for number, sentence in enumerate(reading.sentences):
        framed = [f for f in frames[number] if f.content.start < sentence.end and sentence.start < f.content.end]
        seen: set[Span] = set()
        for frame in framed:
            part = Span(max(frame.content.start, sentence.start), min(frame.content.end, sentence.end))
            covered = reading.tokens(part)
            if len(covered) and part not in seen:
                seen.add(part)
                found.append(Region(number, covered[0], _trim(reading, covered[0], covered[-1] + 1), frame))
        if not framed:
            found += _unframed(reading, number, sentence)
    return [region for region in found if region.first < region.last]


def _unframed(reading: Reading, number: int, sentence: Span) -> list[Region]:
    """The sentence up to the first long quotation in it; a sentence that begins inside one is nobody's."""
    covered = reading.tokens(sentence)
    first, last = covered[0], covered[-1] + 1
    earliest = bisect_right(reading.quotations, sentence.start, key=lambda quotation: quotation.end)
    for quotation in islice(reading.quotations, earliest, None):
        if quotation.start >= sentence.end:
            break
        quoted = reading.tokens(quotation)
        if len(quoted) < MIN_SPOKEN or not reading.words[quoted[0]][:1].isupper():
            continue
        if quoted[0] <= first + 1:
            return [Region(number, first, last, unattributed=True)]
        last = min(last, quoted[0] - 1)
    return [Region(number, first, _trim(reading, first, last))]


def clauses(reading: Reading, region: Region) -> list[tuple[int, int]]:
    """The region's clauses that stand apart: it is split at ";", but not inside brackets or quotation marks."""
    found: list[tuple[int, int]] = []
    closing: list[str] = []
    start = region.first
    for token in range(region.first, region.last):
        word = reading.words[token]
        if closing and word == closing[-1]:
            closing.pop()
        elif word in _OPENING:
            closing.append(_OPENING[word])
        elif word in _SEPARATORS and not closing:
            found.append((start, token))
            start = token + 1
    found.append((start, region.last))
    return [
        (first, _trim(reading, first, _afterthought(reading, first, last))) for first, last in found if first < last
    ]


def opening(reading: Reading, first: int, last: int) -> int:
    """The first token after the words that only link a clause to what came before ("Đồng thời, ", "và ")."""
    token = _past_dateline(reading, first, last) if first == 0 else first
    while token < last:
        word = reading.norms[token]
        if not word[:1].isalnum() or word in {"và", "còn", "riêng", "song", "nhưng"}:
            token += 1
        elif found := connectives().at(reading.norms, token):
            token += found[0]
        else:
            break
    return token


def _past_dateline(reading: Reading, first: int, last: int) -> int:
    """The first token after "Hà Nội, 26/2 - " or "(TTXVN) - " at the beginning of an article; `first` without one."""
    ahead = range(first, min(last, first + MAX_DATELINE))
    dash = next((i for i in ahead if reading.norms[i] in _DASHES), first)
    dated = dash > first and bool(reading.dates_in(reading.span(first, dash)))
    outlet = dash > first and reading.norms[dash - 1] == ")"
    return dash + 1 if dated or outlet else first


def starts_linked(reading: Reading, region: Region) -> bool:
    """Whether the region opens with words that carry on from the sentence before."""
    return connectives().at(reading.norms, region.first) is not None


def _afterthought(reading: Reading, first: int, last: int) -> int:
    """Where a comment on the clause begins (", điều mà ..."), which is no part of what is undertaken; else its end."""
    for token in range(first + 1, last - 1):
        if reading.norms[token] == "," and afterthoughts().at(reading.norms, token + 1):
            return token
    return last


def _trim(reading: Reading, first: int, last: int) -> int:
    while (
        last > first
        and not reading.words[last - 1][:1].isalnum()
        and reading.words[last - 1] not in {")", "”", '"', "%"}
    ):
        last -= 1
    return last
