"""Which names are one person: a full name, its shorter forms, and the titled short name ("ông Thắng")."""

import itertools
from collections.abc import Sequence
from typing import Protocol

from camket.graph.extraction.reading import DraftEntity, Mark, Reading
from camket.graph.extraction.text.cues import lexicon
from camket.graph.extraction.text.lexicon import is_vietnamese, syllables
from camket.graph.facts import EntityKind

_REALLY = tuple(tuple(words.split()) for words in lexicon("people")["really"])
_ALIAS_WORDS = frozenset(lexicon("people")["alias_words"])
_LONGEST_NOTE = 8
_REALLY_FAR = 8  # tokens from a name to the real name told after it
_KNOWN_AS = {tuple(syllables(c)): tuple(syllables(n)) for c, n in lexicon("people")["known_as"].items()}
_NAMES = {tuple(syllables(n)): n for n in lexicon("people")["known_as"].values()}
_BIRTH_ORDER = frozenset(lexicon("people")["birth_order"])


_CHINESE = frozenset({"place/trung quốc", "place/đài loan", "place/hồng kông", "place/hàn quốc", "place/triều tiên"})


class Run(Protocol):
    """Tokens `first` to `last` (exclusive) that are a name."""

    first: int
    last: int


def add_people(reading: Reading, runs: Sequence[Run]) -> None:
    """Marks every run and gives each person one entity, under the fullest name."""
    full = _full_names(reading, runs)
    same = _same_people(reading, runs)
    for run in runs:
        names = tuple(reading.norms[run.first : run.last])
        whole = _whole(names, full, reading, run)
        whole = same.get(whole, _KNOWN_AS.get(_called(reading, run), whole))
        key = "person/" + " ".join(whole)
        entity = reading.entities.get(key)
        text = reading.slice(reading.span(run.first, run.last))
        if entity is None:
            name = _NAMES.get(whole) or full.get(whole, text)
            entity = DraftEntity(key, EntityKind.PERSON, name)
            reading.entities[key] = entity
        entity.mentions.append(reading.span(run.first, run.last))
        if text != entity.name and text not in entity.aliases:
            entity.aliases.append(text)
        form = "name" if names == whole else "alias"
        reading.marks[run.first] = Mark(run.first, run.last, EntityKind.PERSON, key, form)


def _same_people(reading: Reading, runs: Sequence[Run]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Names said to be another's: in brackets after it in other letters, or "tên thật là" (the real name counts)."""
    same: dict[tuple[str, ...], tuple[str, ...]] = {}
    for before, run in itertools.pairwise(runs):
        one = tuple(reading.norms[before.first : before.last])
        other = tuple(reading.norms[run.first : run.last])
        if _bracketed(reading, before.last, run) and len(one) > 1:
            same[other] = one
        elif one != other and _real_name(reading, before.last, run.first):
            same[one] = other
    return same


def _called(reading: Reading, run: Run) -> tuple[str, ...]:
    """A name with the word of address before it."""
    return tuple(reading.norms[max(0, run.first - 1) : run.last])


def _bracketed(reading: Reading, opened: int, run: Run) -> bool:
    """Whether a name stands alone in the brackets that open there, words such as "tức" and quotation marks aside."""
    if run.first - opened > _LONGEST_NOTE or reading.words[opened] != "(":
        return False
    within = reading.norms[opened + 1 : run.first]
    closed = reading.words[run.last : run.last + 2]
    return set(within) <= _ALIAS_WORDS and (closed[:1] == [")"] or closed in (["”", ")"], ['"', ")"]))


def _real_name(reading: Reading, before: int, first: int) -> bool:
    """Whether the name that begins at `first` is said to be the real one of who was named up to `before`."""
    said = next((len(w) for w in _REALLY if tuple(reading.norms[first - len(w) : first]) == w), 0)
    noted = said and reading.words[first - said - 1] == "("  # the note is on the name right before it
    return said > 0 and first - before <= _REALLY_FAR and not (noted and before != first - said - 1)


def _full_names(reading: Reading, runs: Sequence[Run]) -> dict[tuple[str, ...], str]:
    """The names of two syllables or more that are no part of a longer one, as first written."""
    found: dict[tuple[str, ...], str] = {}
    for run in runs:
        names = tuple(reading.norms[run.first : run.last])
        if len(names) > 1:
            found.setdefault(names, reading.slice(reading.span(run.first, run.last)))
    return {names: text for names, text in found.items() if not any(_within(names, other) for other in found)}


def _within(names: tuple[str, ...], other: tuple[str, ...]) -> bool:
    size = len(names)
    return (
        size < len(other) and (other[:size] == names or other[-size:] == names) and not is_vietnamese(names[-1])
    ) or (size < len(other) and other[-size:] == names)


def _whole(names: tuple[str, ...], full: dict[tuple[str, ...], str], reading: Reading, run: Run) -> tuple[str, ...]:
    """The full name that a name stands for: itself, the longer one it is part of, or the last one that ends so."""
    if names in full:
        return names
    longer = [other for other in full if _stands_for(names, other)]
    if not longer and len(names) == 1 and not _CHINESE.isdisjoint(reading.entities):
        longer = [other for other in full if other[0] == names[0]]  # "ông Tập" is Tập Cận Bình
    if len(longer) <= 1:
        return longer[0] if longer else names
    seen = [other for other in longer if _last_mention(reading, other, run.first) >= 0]
    return max(seen or longer, key=lambda other: _last_mention(reading, other, run.first))


def _stands_for(names: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if len(names) == 1:
        foreign = not all(is_vietnamese(part) for part in other)
        nicknamed = len(other) == 2 and other[0] == names[0] and names[0] in _BIRTH_ORDER
        return nicknamed or other[-1] == names[0] or (foreign and names[0] in other)
    return _within(names, other)


def _last_mention(reading: Reading, name: tuple[str, ...], before: int) -> int:
    entity = reading.entities.get("person/" + " ".join(name))
    mentions = [m.start for m in entity.mentions if m.start < reading.starts[before]] if entity else []
    return max(mentions, default=-1)
