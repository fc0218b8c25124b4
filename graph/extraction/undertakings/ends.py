"""Where the words of an undertaking end: before a comment, a reason or a contrast, which are no part of it."""

from functools import cache

from camket.graph.extraction.reading import Reading
from camket.graph.extraction.text.cues import WordTable, words
from camket.graph.extraction.undertakings.found import Found

MIN_KEPT = 4
"""Tokens an undertaking has at least after its cue: a reason any nearer may belong to what is to be done."""


def last_word(reading: Reading, found: Found) -> int:
    """The token past the last one of the undertaking's words, `found.last` where nothing is to be cut off."""
    begin = max(found.first, found.cue[1]) + MIN_KEPT
    quoted = 0
    for token in range(begin, found.last):
        word = reading.words[token]
        quoted += (word in {"“", "("}) - (word in {"”", ")"})
        if quoted > 0:
            continue
        after = token + 2 if reading.words[token + 1 : token + 2] in (["“"], ['"']) else token + 1
        if word == "," and after < len(reading.words) and _asides().at(reading.norms, after):
            return token
        if _reasons().at(reading.norms, token):
            return token - (reading.words[token - 1] == ",")
    return found.last


@cache
def _asides() -> WordTable[bool]:
    return words("undertakings", "asides")


@cache
def _reasons() -> WordTable[bool]:
    return words("undertakings", "reasons")
