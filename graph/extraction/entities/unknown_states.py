"""Countries that no list knows, told by the posts of their leaders: "Tổng thống Velmora Aurelio Tavendas"."""

from collections.abc import Sequence
from functools import cache

from camket.graph.extraction.reading import Reading
from camket.graph.extraction.text.cues import WordTable, lexicon
from camket.graph.extraction.text.lexicon import is_abbreviation, is_capital, is_vietnamese, plain, titles

_LEADER = 3  # capital words at least: a country's and two of its leader's name


@cache
def _roles() -> WordTable[str]:
    states = lexicon("posts")["of_states"]
    return plain({*states["roles"], *states["heads"], *lexicon("posts")["of_envoys"]["roles"]})


@cache
def _people() -> frozenset[str]:
    names = lexicon("foreign_names")
    return frozenset(names["given"].split()) | frozenset(names["family_first"].split())


@cache
def _before_states() -> frozenset[str]:
    return frozenset(lexicon("places")["before_states"]["words"])


def unknown_states(reading: Reading) -> list[str]:
    """The names, of one foreign word each, as written; only those that the article uses alone as a place, too."""
    words, norms = reading.words, reading.norms
    free = [at for at, word in enumerate(words) if word[0].isupper() and _foreign(word, norms[at])]
    led = {words[at] for at in free if at and _roles().ending(norms, at - 1) and _of_leader(words, norms, at)}
    alone = {words[at] for at in free if words[at] in led and _is_alone(words, norms, at)}
    return sorted(alone)


def _foreign(word: str, norm: str) -> bool:
    return word.isalpha() and not is_abbreviation(word) and not is_vietnamese(norm) and norm not in _people()


def _of_leader(words: Sequence[str], norms: Sequence[str], at: int) -> bool:
    """Whether the name of the leader follows: two capital words more, or "bà Ilse Brandmark" after a comma."""
    after = words[at + 1 : at + _LEADER]
    if len(after) == _LEADER - 1 and all(is_capital(word) and word.isalpha() for word in after):
        return True
    title = titles().at(norms, at + 2) if at + 2 < len(norms) and words[at + 1] == "," else None
    named = at + 2 + title[0] if title else len(words)
    return named < len(words) and is_capital(words[named])


def _is_alone(words: Sequence[str], norms: Sequence[str], at: int) -> bool:
    """Whether no other capital stands beside the word, and one before it that places follow."""
    after = words[at + 1] if at + 1 < len(words) else "."
    return at > 0 and norms[at - 1] in _before_states() and not is_capital(after)
