"""The word lists that tell which small words belong to a body's name (ontology/lexicon/bodies.toml, [fields])."""

from collections.abc import Sequence
from functools import cache

from camket.graph.extraction.text.cues import lexicon
from camket.graph.extraction.text.lexicon import fields, listed
from camket.graph.extraction.text.tokenizer import fold


@cache
def function_words() -> frozenset[str]:
    """Small words that are never the second syllable of a word in a name."""
    return frozenset(lexicon("bodies")["fields"]["function_words"])


@cache
def openers() -> frozenset[str]:
    """Words after which a small field word still belongs to the name."""
    return _list("openers")


@cache
def followers() -> frozenset[str]:
    """Words that a name goes on with in small letters."""
    return _list("followers")


@cache
def verbs() -> frozenset[str]:
    """Field words that are verbs too."""
    return _list("verbs")


@cache
def apart() -> frozenset[str]:
    """Field words that in small letters never follow a word of the name."""
    return verbs() | _list("apart")


def topic(norms: Sequence[str], at: int, head: str, units: list[str]) -> tuple[int, str] | None:
    """The field word after "về" that says what a national committee is for, and how many tokens it takes.

    at: the token after "về". units: what stands between the head and "về" ("Ban Chỉ đạo | Trung ương").
    """
    found = fields().at(norms, at)
    national = " ".join(units) in lexicon("bodies")["topics"].get(head, ())
    return found if found and national and found[0] > 1 else None


def _list(name: str) -> frozenset[str]:
    return frozenset(fold(word) for word in listed(lexicon("bodies")["fields"][name]))
