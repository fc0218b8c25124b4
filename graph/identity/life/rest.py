"""What is left of something is undertaken: "388 căn còn lại sẽ được giao nốt" says little, and means what was due."""

from typing import Final

from camket.graph.extraction.text.tokenizer import fold
from camket.graph.identity.life.alike import ALIKE_TWICE, FEWEST, same_root
from camket.graph.identity.life.arithmetic import days
from camket.graph.identity.life.clause import WHOLE
from camket.graph.identity.life.deed import NEGATIVE, REST, Deed
from camket.graph.identity.life.likeness import Likeness

BESIDES: Final = 2
"""So many words, beside numbers and what they count, may such a clause have that the earlier has not."""


def is_rest(later: Deed, earlier: Deed, found: Likeness) -> bool:
    """Whether an undertaking is of what is left of an earlier one: less of the same count, or of the whole.

    It comes when the earlier is due, or leaves its day as it is.
    """
    if REST not in later.marks or not (later.due and earlier.due) or not same_root(later, earlier):
        return False
    if NEGATIVE in (*later.marks, *earlier.marks) or days(later.due)[1] < days(earlier.due)[1]:
        return False
    less = any(
        one.unit == other.unit and one.amount < other.amount for one in later.figures for other in earlier.figures
    )
    told = _telling(later) & set(found.words)
    if less and found.score >= ALIKE_TWICE and len(found.words) >= FEWEST:
        return True
    return bool(told) and (less or WHOLE in earlier.words) and len(_telling(later) - set(found.words)) <= BESIDES


def _telling(deed: Deed) -> set[str]:
    """The words of a clause that are no number and no unit."""
    units = {word for figure in deed.figures for word in (figure.unit.replace(" ", "_"), *figure.unit.split())}
    return {word for word in deed.words if not word[0].isdigit() and word not in set(map(fold, units))}
