"""Actors without a name: "các chủ đầu tư", "người dân", "nhân dân hai nước"."""

from functools import cache

from camket.graph.extraction.reading import DraftEntity, Phrase, Reading
from camket.graph.extraction.text.cues import WordTable, lexicon
from camket.graph.extraction.text.lexicon import is_abbreviation, is_capital, plain
from camket.graph.extraction.text.tokenizer import fold
from camket.graph.facts import EntityKind

_JOINTS = {",", "và"}


@cache
def _table(name: str) -> WordTable[str]:
    return plain(lexicon("groups")[name])


@cache
def group_firsts() -> frozenset[str]:
    """The words that phrases of groups begin with."""
    return _table("determiners").firsts | _table("bare").firsts


def group_at(reading: Reading, at: int) -> Phrase | None:
    """The phrase of the group that is named from token `at` on, with its entity; None if there is none.

    A group is one entity in the article for each wording.
    """
    last = _counted(reading, at) or _bare(reading, at)
    if not last or (last < len(reading.words) and last in reading.marks and is_capital(reading.words[last - 1])):
        return None
    return group_phrase(reading, at, last)


def group_phrase(reading: Reading, at: int, last: int) -> Phrase:
    """The tokens `at` to `last` (exclusive) as a group: one entity in the article for each wording."""
    span = reading.span(at, last)
    text = " ".join(reading.slice(span).split())
    key = f"group/{fold(text)}"
    if key not in reading.entities:
        name = text if is_abbreviation(text.split()[0]) else text[0].lower() + text[1:]
        reading.entities[key] = DraftEntity(key, EntityKind.GROUP, name)
    reading.entities[key].mentions.append(span)
    return Phrase(span, span, key, EntityKind.GROUP)


def _counted(reading: Reading, at: int) -> int:
    """Past a determiner and a list of heads ("các sở, ban, ngành liên quan"); 0 if there is none."""
    norms = reading.norms
    number = _table("determiners").at(norms, at)
    if not number or at + number[0] >= len(norms) or (at and norms[at - 1] == "thứ"):  # "lần thứ hai Sở X ..."
        return 0
    head = _table("heads").at(norms, at + number[0])
    if not head:
        return 0
    last = at + number[0] + head[0]
    if norms[last : last + 1] and norms[last] in lexicon("groups")["heads_not_before"].get(head[1], ()):
        return 0
    return _tail(reading, _more_heads(reading, at + number[0] + head[0]))


def _bare(reading: Reading, at: int) -> int:
    found = _table("bare").at(reading.norms, at)
    if not found or (at and reading.norms[at - 1] in lexicon("groups")["not_after"]):
        return 0
    return _tail(reading, at + found[0])


def _more_heads(reading: Reading, last: int) -> int:
    norms = reading.norms
    while last + 1 < len(norms):
        step = 1 if norms[last] in _JOINTS else 0
        head = _table("heads").at(norms, last + step)
        if not head or (not step and head[1] not in ("ngành", "bộ", "đoàn thể")):
            break
        last += step + head[0]
    return last


def _tail(reading: Reading, last: int) -> int:
    while last < len(reading.norms) and last not in reading.marks and (more := _table("tails").at(reading.norms, last)):
        last += more[0]
    return last
