"""Sayings: what one article or several say in the same words, with one date of publication.

An agency's report that ten papers print is one saying with ten tellings. What is alike is looked for among sayings, so
that copies neither crowd out what else there is nor cost anything.
"""

import hashlib
import json
from collections.abc import Iterator
from typing import Final, NamedTuple

from camket.graph import edtf
from camket.graph.identity.life.deed import Deed
from camket.graph.identity.life.likeness import own_words, worth

KEYED: Final = 10
"""By so many of its rarest words a saying is found."""

_BITS: Final = 63
"""An identifier fits into a signed integer of 64 bits, as databases keep it."""


class Telling(NamedTuple):
    """Where an article says it: sorts by article, then by place."""

    article: str
    offset: int
    node: str


class Saying(NamedTuple):
    """identifier: the same for the same words and date, on every machine. day: the last it may have been published on,
    as `date.toordinal`. deed: what is said; its article, offset and node are blank.
    """

    identifier: int
    day: int
    deed: Deed

    def told(self, telling: Telling) -> Deed:
        """The deed as one article has it."""
        return self.deed._replace(article=telling.article, offset=telling.offset, node=telling.node)


def saying_of(deed: Deed) -> Saying:
    """The saying that a deed tells."""
    said = deed._replace(article="", offset=0, node="")
    return Saying(_identifier(json.dumps(said, ensure_ascii=False)), edtf.last_day(deed.published).toordinal(), said)


def telling_of(deed: Deed) -> Telling:
    """Where a deed stands."""
    return Telling(deed.article, deed.offset, deed.node)


def word_keys(deed: Deed) -> dict[int, float]:
    """By what sayings with the same words are found, and what each word is worth: in each root its rarest words."""
    words = {*deed.words, *deed.topic}
    return {
        _identifier(f"{root} {word}"): worth(word)
        for root in sorted(deed.keys)
        for word in sorted(words - own_words([root]), key=lambda word: (-worth(word), word))[:KEYED]
    }


def figure_keys(deed: Deed) -> list[int]:
    """By what sayings with a figure of the same indicator and unit are found."""
    return [_identifier(f"{root}|{key}") for root in sorted(deed.keys) for key in sorted(set(_measured(deed)))]


def _measured(deed: Deed) -> Iterator[str]:
    for figure in deed.figures:
        yield from (f"{key}|{figure.unit}" for key in (figure.key, figure.also) if key)


def _identifier(text: str) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest()) & ((1 << _BITS) - 1)
