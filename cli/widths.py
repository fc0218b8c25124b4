"""How wide the columns of a table are, so that it fits the terminal and breaks between words."""

from collections.abc import Sequence

LONGEST_WORD = 20  # longer words (IRIs, mostly) may be broken
WORDY_WEIGHT = 0.35  # a column of running text gives way only when it is almost three times as wide as another


def column_widths(
    columns: Sequence[str], rows: Sequence[Sequence[str]], room: int, wordy: str | None = None
) -> list[int]:
    """The width of each column, summing to at most `room` where every column can have one character.

    Each starts as wide as its content; then the widest gives way, `wordy` last, none below its longest word while
    another can still shrink.
    """
    cells = [[name, *(row[i] for row in rows)] for i, name in enumerate(columns)]
    widths = [max(map(_longest_line, column)) for column in cells]
    floors = [min(LONGEST_WORD, max(_longest_word(cell) for cell in column)) for column in cells]
    weights = [WORDY_WEIGHT if name == wordy else 1.0 for name in columns]
    while sum(widths) > room and max(widths) > 1:
        shrinkable = [i for i, width in enumerate(widths) if width > floors[i]] or range(len(widths))
        widest = max(shrinkable, key=lambda i: widths[i] * weights[i])
        widths[widest] -= 1
    return widths


def _longest_line(cell: str) -> int:
    return max(map(len, cell.split("\n")))


def _longest_word(cell: str) -> int:
    return max((len(word) for word in cell.split()), default=1)
