"""Nouns for people and bodies without a name, beside those that phrases of groups are made of."""

from collections.abc import Sequence
from functools import cache

from camket.graph.extraction.text.cues import WordTable, lexicon, words


def group_length(norms: Sequence[str], token: int) -> int:
    """How many tokens from `token` on are a noun for people or bodies without a name, a number before it included."""
    determiners, nouns, people = _group_words()
    first = token
    if token < len(norms) and (number := determiners.at(norms, token)):
        token += number[0]
    elif token < len(norms) and norms[token].isdigit():
        token += 1
    if token >= len(norms):
        return 0
    lengths = [found[0] for table in (nouns, people) if (found := table.at(norms, token))]
    length = max(lengths, default=0)
    following = norms[token + length : token + length + 1]
    other = lexicon("groups")["heads_not_before"].get(" ".join(norms[token : token + length]), ())
    return token - first + length if length and not (following and following[0] in other) else 0


@cache
def _group_words() -> tuple[WordTable[bool], ...]:
    data = lexicon("groups")
    nouns = [word for key in ("heads", "bare") for word in data[key]]
    return (
        WordTable((word, True) for word in data["determiners"]),
        WordTable((word, True) for word in nouns),
        words("undertakings", "people"),
    )


def several_length(norms: Sequence[str], token: int) -> int:
    """How many tokens from `token` on are a word for several and any noun but one for things ("các sàn", not "các vụ").

    Only for whoever is told something: there a plural noun before a verb of doing is those who are to do it.
    """
    determiners, _, _ = _group_words()
    number = determiners.at(norms, token) if token < len(norms) else None
    noun = token + number[0] if number else len(norms)
    if noun >= len(norms) or not norms[noun].isalpha() or words("undertakings", "things").at(norms, noun):
        return 0
    return noun + 1 - token


def forecaster(norms: Sequence[str], token: int) -> bool:
    """Whether a group of those who foretell stands at `token`: "các chuyên gia", "giới phân tích"."""
    determiners, _, _ = _group_words()
    number = determiners.at(norms, token) if token < len(norms) else None
    noun = token + number[0] if number else token
    return noun < len(norms) and words("undertakings", "forecasters").at(norms, noun) is not None
