"""Vietnamese names without the family name ("Văn Quyết", "Thu Hà"): told by lists and deeds."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from camket.graph.extraction.reading import Reading
from camket.graph.extraction.text.cues import WordTable, lexicon
from camket.graph.extraction.text.lexicon import plain

_LONG_LIST = 3  # names in a list that need no other sign
_DOUBTS = 6  # names of a list among which one may be of another form
_TITLED = 2  # tokens from a comma to the next name of a list, a title between
_NOTE = 8  # tokens a note in brackets may have
_LOOK_BACK = 7  # tokens before a list in which a word for places tells that these are no people


@cache
def _syllables() -> frozenset[str]:
    return frozenset(lexicon("people")["called"].split())


@cache
def _deeds() -> WordTable[str]:
    return plain(lexicon("people")["deeds"])


@cache
def _of_places() -> WordTable[str]:
    return plain(lexicon("people")["not_called_near"])


def may_call(norm: str) -> bool:
    """Whether a syllable is one of given names."""
    return norm in _syllables()


def called_names(
    reading: Reading, runs: Iterable[tuple[int, int]], people: Mapping[int, int], nouns: WordTable[str]
) -> list[tuple[int, int]]:
    """Those of the open `runs` (from, to exclusive) that are such names; people: the names found, first to last."""
    open_runs = sorted(runs)
    maybe = {run for run in open_runs if _may_be(reading, *run)}
    told = [run for run in maybe if _does(reading, run[1]) or (run[0] and nouns.ending(reading.norms, run[0] - 1))]
    for chain in _chains(reading, [*open_runs, *people.items()]):
        named = [run for run in chain if run in maybe]
        others = sum(run not in maybe and run[0] not in people for run in chain)
        fits = others <= len(chain) // _DOUBTS and not _near_places(reading, chain[0][0])
        if fits and (len(named) < len(chain) or len(named) >= _LONG_LIST):
            told += named
    return sorted(set(told))


def _may_be(reading: Reading, first: int, last: int) -> bool:
    return last - first == 2 and all(norm in _syllables() for norm in reading.norms[first:last])


def _does(reading: Reading, last: int) -> bool:
    return last < len(reading.norms) and reading.words[last].islower() and bool(_deeds().at(reading.norms, last))


def _near_places(reading: Reading, first: int) -> bool:
    before = range(max(0, first - _LOOK_BACK), first)
    return any(reading.words[at].islower() and _of_places().at(reading.norms, at) for at in before)


def _past_note(reading: Reading, last: int) -> int:
    """Past the brackets after a name: "Thu Hà (28 tuổi), ..."."""
    if last < len(reading.words) and reading.words[last] == "(":
        return next(
            (t + 1 for t in range(last, min(last + _NOTE, len(reading.words) - 1)) if reading.words[t] == ")"), last
        )
    return last


def _chains(reading: Reading, runs: Iterable[tuple[int, int]]) -> list[Sequence[tuple[int, int]]]:
    """The runs joined by commas and "và", two or more each."""
    chains: list[list[tuple[int, int]]] = []
    for run in sorted(runs):
        last = _past_note(reading, chains[-1][-1][1]) if chains else len(reading.words)
        joined = last < run[0] and (reading.words[last] == "," or reading.norms[last] == "và")
        if joined and run[0] - last <= _TITLED:
            chains[-1].append(run)
        else:
            chains.append([run])
    return [chain for chain in chains if len(chain) > 1]
