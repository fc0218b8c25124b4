"""Tables of words from the data files under `ontology/lexicon`, and the search for them among an article's tokens."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any, Generic, TypeVar

from camket.graph.extraction.text.tokenizer import fold

T = TypeVar("T")


@cache
def lexicon(name: str) -> Mapping[str, Any]:
    """The data file `ontology/lexicon/NAME.toml`, parsed once."""
    return tomllib.loads((files("camket.ontology.lexicon") / f"{name}.toml").read_text(encoding="utf-8"))


class WordTable(Generic[T]):
    """Word sequences, each with a value; finds the longest one that begins or ends at a token."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._values: dict[tuple[str, ...], T] = {tuple(fold(words).split()): value for words, value in entries}
        self._by_first = _lengths(self._values, 0)
        self._by_last = _lengths(self._values, -1)
        self.longest = max(map(len, self._values), default=0)  # in words

    @property
    def firsts(self) -> frozenset[str]:
        """The words that sequences of the table begin with: to pass quickly over all others."""
        return frozenset(self._by_first)

    def at(self, norms: Sequence[str], token: int) -> tuple[int, T] | None:
        """The length and value of the longest sequence that begins at `token`, or None."""
        lengths = self._by_first.get(norms[token])
        if lengths is None:
            return None
        for length in lengths:
            words = tuple(norms[token : token + length])
            if len(words) == length and words in self._values:
                return length, self._values[words]
        return None

    def among(self, norms: Sequence[str], tokens: Iterable[int]) -> Iterator[int]:
        """Those of `tokens` at which a sequence begins; many times as quick as asking at each."""
        firsts = self._by_first
        return (token for token in tokens if norms[token] in firsts and self.at(norms, token))

    def every(self, norms: Sequence[str], token: int) -> Iterator[tuple[int, T]]:
        """The lengths and values of all sequences that begin at `token`, the longest first."""
        for length in self._by_first.get(norms[token], ()):
            words = tuple(norms[token : token + length])
            if len(words) == length and words in self._values:
                yield length, self._values[words]

    def ending(self, norms: Sequence[str], token: int) -> int:
        """The length of the longest sequence whose last word is `token`; 0 where there is none."""
        for length in self._by_last.get(norms[token], ()):
            if length <= token + 1 and tuple(norms[token + 1 - length : token + 1]) in self._values:
                return length
        return 0


def _lengths(sequences: Iterable[tuple[str, ...]], place: int) -> dict[str, list[int]]:
    """The lengths of the sequences by their first (0) or last (-1) word, the longest first."""
    found: dict[str, set[int]] = {}
    for words in sequences:
        found.setdefault(words[place], set()).add(len(words))
    return {word: sorted(lengths, reverse=True) for word, lengths in found.items()}


@cache
def words(table: str, section: str, key: str = "words") -> WordTable[bool]:
    """The plain list `key` of `[section]` in the data file `table`."""
    return WordTable((entry, True) for entry in lexicon(table)[section][key])


def one_of(words: Iterable[str]) -> str:
    """A group that matches any of the words, the longest first; of no words, one that matches nothing."""
    return "(?:" + ("|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w))) or "(?!)") + ")"
