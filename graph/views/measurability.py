"""What a promise names of what is needed to check it later: who, what, how much, since when, in what, by when.

docs/audit.md defines the six parts; the words they are told by are in `ontology/lexicon/measurable.toml`.
"""

import re
import tomllib
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

PARTS: Final = ("actor", "action", "number", "baseline", "unit", "deadline")
CHECKABLE: Final = frozenset({"actor", "action", "deadline"})
MEASURABLE: Final = CHECKABLE | {"number", "unit"}

_DATA: Final = "measurable.toml"


@dataclass(frozen=True, slots=True)
class Wording:
    """What of a promise decides which parts it names.

    words: its clause. cue: the word that makes it a promise, "" if unknown. named: whether somebody who is to do it has
    a name or a post. units: of its numbers, "" for a number without one. changes: whether a number is a difference.
    """

    words: str
    cue: str
    named: bool
    units: tuple[str, ...]
    changes: bool
    due: str | None


def named_parts(said: Wording) -> frozenset[str]:
    """The parts, of PARTS, that a promise names."""
    words = _plain(said.words)
    found = {
        "actor": said.named,
        "action": bool(said.units) or _names_action(words, _plain(said.cue)),
        "number": bool(said.units),
        "baseline": bool(said.units) and _has("baseline", words),
        "unit": any(said.units),
        "deadline": said.due is not None or _has("deadline", words),
    }
    return frozenset(part for part, is_named in found.items() if is_named)


def is_checkable(parts: Collection[str]) -> bool:
    """Whether anybody can say on some day that it was done or not."""
    return set(parts) >= CHECKABLE


def is_measurable(parts: Collection[str], *, changes: bool) -> bool:
    """Whether that can be said by a number; one that is a difference needs what it differs from."""
    return set(parts) >= MEASURABLE and ("baseline" in parts or not changes)


def _names_action(words: str, cue: str) -> bool:
    """Whether behind the cue there is more than willingness, and not a doing that cannot be told from its opposite."""
    behind = re.split(rf"(?<!\w){re.escape(cue)}(?!\w)", words, maxsplit=1)[-1] if cue else words
    rest = _leading("willing").sub("", behind.strip(" ,:;."), count=1)
    return bool(rest.strip(" ,:;.")) and not _leading("vague").match(rest)


@cache
def _lexicon() -> dict[str, dict[str, list[str]]]:
    data = files("camket.ontology.lexicon").joinpath(_DATA).read_text(encoding="utf-8")
    return tomllib.loads(data)


def _has(part: str, words: str) -> bool:
    return any(pattern.search(words) for pattern in _patterns(part))


@cache
def _patterns(part: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in _lexicon()[part]["patterns"])


@cache
def _leading(name: str) -> re.Pattern[str]:
    """One or more of the words of a list, at the beginning."""
    words = sorted(map(_plain, _lexicon()[name]["words"]), key=len, reverse=True)
    return re.compile(rf"\A(?:(?:{'|'.join(map(re.escape, words))})(?!\w)[ ,]*)+")


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())
