"""Which fact of one account answers which of the other: the most alike first."""

from collections.abc import Callable, Sequence
from typing import TypeVar

Gold = TypeVar("Gold")
Found = TypeVar("Found")


def best_pairs(
    gold: Sequence[Gold], found: Sequence[Found], alike: Callable[[Gold, Found], float], serves: int = 1
) -> list[tuple[int, int]]:
    """Pairs of indices, the most alike first; one of either side is in `serves` pairs at most.

    alike: how alike two are, 0 for not at all.
    """
    edges = sorted((-alike(one, other), i, j) for i, one in enumerate(gold) for j, other in enumerate(found))
    left, right = [serves] * len(gold), [serves] * len(found)
    chosen = []
    for unlike, i, j in edges:
        if unlike and left[i] and right[j]:
            left[i] -= 1
            right[j] -= 1
            chosen.append((i, j))
    return chosen
