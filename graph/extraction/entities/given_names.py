"""Other names of somebody named in full: the given name alone ("Hùng quay lại"), another spelling in brackets."""

from collections.abc import Iterable

from camket.graph.extraction.reading import Reading
from camket.graph.extraction.text.cues import lexicon
from camket.graph.extraction.text.lexicon import field_syllables, is_capital, is_vietnamese, surnames

_FULL = 3  # syllables of a name whose given name may stand alone


def given_names(reading: Reading, full: Iterable[tuple[str, ...]], singles: Iterable[int]) -> list[int]:
    """Those of the single capital syllables `singles` (tokens) that are given names of the people named in `full`.

    Inside a sentence the capital tells; at its beginning, where any word has one, the given name must stand alone
    inside a sentence of the article too, and be no word of bodies' names.
    """
    given = {
        name[-1]
        for name in full
        if len(name) >= _FULL and name[0] in surnames() and all(is_vietnamese(part) for part in name)
    }
    inside: list[int] = []
    opening: list[int] = []
    for at in singles:
        if reading.norms[at] in given and _may_be(reading, at):
            (inside if _is_inside(reading, at) else opening).append(at)
    sure = {reading.norms[at] for at in inside}
    return sorted([*inside, *(at for at in opening if reading.norms[at] in sure - field_syllables())])


def other_spelling(reading: Reading, first: int, last: int) -> bool:
    """Whether tokens `first` to `last` (exclusive), after a name, are a foreign name that stands alone in brackets."""
    closed = last < len(reading.words) and reading.words[first - 1] == "(" and reading.words[last] == ")"
    return closed and not all(is_vietnamese(n) for n in reading.norms[first:last])


def _may_be(reading: Reading, at: int) -> bool:
    words, norm = lexicon("people"), reading.norms[at]
    if norm in words["not_names"] or norm in words["openers"] or norm in words["regional"]:
        return False
    after = reading.words[at + 1] if at + 1 < len(reading.words) else "."
    return not (is_capital(after) and after.isalpha()) and after not in {"-", "–"}


def _is_inside(reading: Reading, at: int) -> bool:
    """Whether a small word or a comma stands right before, in the same sentence."""
    if not at or any(reading.starts[at] == sentence.start for sentence in reading.sentences):
        return False
    before = reading.words[at - 1]
    return before == "," or (before.isalpha() and not is_capital(before))
