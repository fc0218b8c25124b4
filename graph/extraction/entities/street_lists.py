"""Streets in a list: "các tuyến đường Lê X (quận 2), Trần Y và Võ Z" names nobody after its first word either."""

from collections.abc import Sequence

from camket.graph.extraction.reading import Reading
from camket.graph.extraction.text.cues import lexicon

_NOTE = 8  # tokens in brackets after the name of a street ("(quận Bình Thạnh)")
_LOOK_BACK = 10  # tokens from the first name of a list back to "các tuyến đường"
_OPENERS = ("là", "như", ":", "gồm")


def listed_streets(reading: Reading, runs: Sequence[tuple[int, int]]) -> set[int]:
    """The first tokens of the runs of capital syllables that name streets in a list."""
    found: set[int] = set()
    end = -1  # past the last street, its note in brackets included
    for first, last in runs:
        begun = end > 0 and _joined(reading, end, first)
        if begun or _opens(reading, first):
            end = _past_note(reading, last)
            if _goes_on(reading, first, end) and "tuổi" not in reading.norms[last:end]:
                found.add(first)
                continue
        end = -1
    return found


def _opens(reading: Reading, first: int) -> bool:
    """Whether streets are spoken of right before: "phố", or "các tuyến đường ngập là"."""
    words = lexicon("people")["streets"]
    if first and reading.norms[first - 1] in words:
        return True
    if not first or reading.norms[first - 1] not in _OPENERS:
        return False
    return any(norm in words for norm in reading.norms[max(0, first - _LOOK_BACK) : first])


def _joined(reading: Reading, end: int, first: int) -> bool:
    """Whether only a comma, "và" or a dash and "Bà" ("Bà Triệu") stand between two streets."""
    between = reading.norms[end:first]
    return between in ([","], ["và"], ["-"], ["–"], [",", "bà"])


def _past_note(reading: Reading, at: int) -> int:
    if reading.words[at : at + 1] != ["("]:
        return at
    return next((t + 1 for t in range(at, min(at + _NOTE, len(reading.words))) if reading.words[t] == ")"), at)


def _goes_on(reading: Reading, first: int, end: int) -> bool:
    """Whether a list goes on after the run, or ends with it: no verb of a person follows."""
    after = reading.words[end : end + 1]
    return not after or not after[0].isalpha() or reading.norms[first - 1] == "và" or reading.norms[end] == "và"
