"""What is left of something is undertaken: "388 căn còn lại sẽ được giao nốt" says little, and means what was due."""

from datetime import timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Final

from camket.graph.extraction.text.tokenizer import fold
from camket.graph.identity.life.alike import ALIKE_TWICE, FEWEST, same_root
from camket.graph.identity.life.arithmetic import days
from camket.graph.identity.life.clause import WHOLE
from camket.graph.identity.life.deed import NEGATIVE, REST, Deed
from camket.graph.identity.life.likeness import Likeness

SOON_DAYS: Final = 45
"""So many days before something is due what is left of it may be spoken of."""

_MEASURING: Final = frozenset({"tỷ_đồng", "tỷ", "triệu", "ha", "km", "m", "m2", "tấn", "mw"})
"""Units of anything: with them alone nothing is singled out."""

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
    if days(earlier.due)[1] > days(later.published)[1] + timedelta(SOON_DAYS):
        return False
    mine, theirs = _counts(later), _counts(earlier)
    less = {unit for unit in mine.keys() & theirs.keys() if mine[unit] < theirs[unit]}
    told = (_telling(later) & set(found.words)) | (less - _MEASURING)
    if less and found.score >= ALIKE_TWICE and len(found.words) >= FEWEST:
        return True
    besides = _telling(later) - set(found.words) - less
    return bool(told) and (bool(less) or WHOLE in earlier.words) and len(besides) <= BESIDES


def _counts(deed: Deed) -> dict[str, Decimal]:
    """The largest number before each word of a clause: of "15,5 tỷ đồng" 15.5 by "tỷ_đồng"."""
    counts: dict[str, Decimal] = {}
    for number, unit in pairwise(deed.words):
        if number[0].isdigit() and not number.endswith("%") and unit[0].isalpha():
            counts[unit] = max(counts.get(unit, Decimal(0)), Decimal(number))
    return counts


def _telling(deed: Deed) -> set[str]:
    """The words of a clause that are no number and no unit."""
    units = {word for figure in deed.figures for word in (figure.unit.replace(" ", "_"), *figure.unit.split())}
    return {word for word in deed.words if not word[0].isdigit() and word not in set(map(fold, units))}
