"""Precision, recall and F1 over articles, with bootstrap intervals."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from camket.graph.evaluation.account import KINDS, SLOTS
from camket.graph.evaluation.comparison import Comparison, Count

DRAWS: Final = 1000
SEED: Final = 20261124
INTERVAL: Final = 0.95
_DIGITS: Final = 3


@dataclass(frozen=True, slots=True)
class Figure:
    """How well one kind of facts was read; `gold` is how many there are to find, `interval` that of F1."""

    precision: float
    recall: float
    f1: float
    gold: int
    interval: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Accuracy:
    """How often a slot was right in facts that match."""

    accuracy: float
    of: int


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures by kind and by slot, and the mean of the kinds' F1."""

    articles: int
    kinds: dict[str, Figure]
    slots: dict[str, Accuracy]
    mean_f1: float
    mean_interval: tuple[float, float] | None = None


def figures_of(comparisons: Sequence[Comparison], *, intervals: bool = False) -> Figures:
    """The figures over all articles: counts are summed before they are divided.

    intervals: with the 95 % interval of each F1 from 1,000 draws of articles with replacement, always the same ones.
    """
    kinds = {kind: figure_of(_summed(comparisons, kind)) for kind in KINDS}
    slots = {slot: _accuracy([right for one in comparisons for right in one.slots[slot]]) for slot in SLOTS}
    mean = _mean(kinds)
    if not intervals:
        return Figures(len(comparisons), kinds, slots, mean)
    drawn: dict[str, list[float]] = {kind: [] for kind in KINDS}
    means = []
    chance = random.Random(SEED)
    for _ in range(DRAWS):
        sample = chance.choices(comparisons, k=len(comparisons))
        of_sample = {kind: figure_of(_summed(sample, kind)) for kind in KINDS}
        for kind, figure in of_sample.items():
            drawn[kind].append(figure.f1)
        means.append(_mean(of_sample))
    ranged = {
        kind: Figure(one.precision, one.recall, one.f1, one.gold, _interval(drawn[kind])) for kind, one in kinds.items()
    }
    return Figures(len(comparisons), ranged, slots, mean, _interval(means))


def _summed(comparisons: Sequence[Comparison], kind: str) -> Count:
    return sum((one.counts[kind] for one in comparisons), Count())


def figure_of(count: Count) -> Figure:
    """Counts as a figure; nothing to find and nothing found is 0."""
    precision = count.right / (count.right + count.extra or 1)
    recall = count.hits / (count.hits + count.missed or 1)
    return rounded_figure(precision, recall, count.hits + count.missed)


def rounded_figure(precision: float, recall: float, gold: int) -> Figure:
    """Precision and recall with their harmonic mean. gold: how many there are to find."""
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return Figure(round(precision, _DIGITS), round(recall, _DIGITS), round(f1, _DIGITS), gold)


def _accuracy(seen: Sequence[bool]) -> Accuracy:
    return Accuracy(round(sum(seen) / (len(seen) or 1), _DIGITS), len(seen))


def _mean(kinds: Mapping[str, Figure]) -> float:
    return round(sum(figure.f1 for figure in kinds.values()) / len(kinds), _DIGITS)


def _interval(values: list[float]) -> tuple[float, float]:
    """The middle `INTERVAL` of the values."""
    values = sorted(values)
    outside = round((1 - INTERVAL) / 2 * len(values))
    return values[outside], values[-1 - outside]
