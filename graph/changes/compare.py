"""What came, went and changed from one record to another."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from camket.graph.changes.record import PARTS, Entry, Part, record
from camket.graph.changes.renaming import renamed
from camket.graph.store import Dataset

SAME_WORDS: Final = 0.6
"""So alike are the words of a promise before and after an article was corrected."""

_WORDS: Final = "words"


@dataclass(frozen=True, slots=True)
class Difference:
    """One field of something that is in both graphs; "" where it was or is empty."""

    field: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Changed:
    """Something that is in both graphs, as the newer has it, and how it differs."""

    entry: Entry
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class PartChanges:
    """What is different in one part of the graphs, each in the order of their articles."""

    came: tuple[Entry, ...]
    went: tuple[Entry, ...]
    changed: tuple[Changed, ...]

    def __bool__(self) -> bool:
        """Whether anything is different."""
        return bool(self.came or self.went or self.changed)


@dataclass(frozen=True, slots=True)
class Changes:
    """What is different in each of PARTS. read_by: the versions that read the articles, before and now, if different.

    base: what IRIs of things start with.
    """

    base: str
    parts: dict[str, PartChanges]
    read_by: Difference | None

    def __bool__(self) -> bool:
        """Whether anything is different."""
        return any(self.parts.values()) or self.read_by is not None


def changes(old: Dataset, new: Dataset) -> Changes:
    """What is different in `new`. A pure function of the two graphs; both have to be of one base."""
    before, after = record(old), record(new)
    gone = before.parts["names"].keys() - after.parts["names"].keys()
    now = {iri: [one for one in iris if one in after.parts["names"]] for iri, iris in renamed(old, new, gone).items()}
    posts = {_rekeyed(key, now): entry for key, entry in before.parts["posts"].items()}
    compared = {name: _compare(before.parts[name], after.parts[name]) for name in PARTS}
    compared["names"] = _with_renamed(compared["names"], now, after.parts["names"])
    compared["posts"] = _compare(posts, after.parts["posts"])
    compared["promises"] = _with_reworded(compared["promises"])
    read_by = Difference("read by", "; ".join(before.read_by), "; ".join(after.read_by))
    is_other = before.read_by and after.read_by and read_by.old != read_by.new
    return Changes(new.base, compared, read_by if is_other else None)


def _rekeyed(post: str, now: Mapping[str, Sequence[str]]) -> str:
    """The key of a post with the IRI that its holder has now."""
    holder, space, rest = post.partition(" ")
    return "".join((now[holder][0], space, rest)) if now.get(holder) else post


def _compare(old: Part, new: Part) -> PartChanges:
    both = [_changed(old[key], new[key]) for key in new if key in old]
    return _ordered(
        (entry for key, entry in new.items() if key not in old),
        (entry for key, entry in old.items() if key not in new),
        (one for one in both if one.differences),
    )


def _changed(old: Entry, new: Entry) -> Changed:
    fields = [name for name in new.fields if old.fields.get(name, "") != new.fields[name]]
    return Changed(new, tuple(Difference(name, old.fields.get(name, ""), new.fields[name]) for name in fields))


def _with_renamed(found: PartChanges, now: Mapping[str, Sequence[str]], names: Part) -> PartChanges:
    """The same, where what only bears another IRI has changed, and has neither come nor gone."""
    moved = [Changed(names[iris[0]], (Difference("IRI", iri, "; ".join(iris)),)) for iri, iris in now.items() if iris]
    taken = {iri for iris in now.values() for iri in iris}
    return _ordered(
        (entry for entry in found.came if entry.key not in taken),
        (entry for entry in found.went if not now.get(entry.key)),
        (*found.changed, *moved),
    )


def _with_reworded(found: PartChanges) -> PartChanges:
    """The same, where what an article says in nearly the same words, or elsewhere in its text, has only changed."""
    gone: dict[str | None, list[Entry]] = defaultdict(list)
    for entry in found.went:
        gone[entry.article].append(entry)
    pairs = [(_likeness(old, new), old, new) for new in found.came for old in gone[new.article]]
    matched: dict[str, Entry] = {}
    for likeness, old, new in sorted(pairs, key=lambda pair: (-pair[0], pair[1].order, pair[2].order)):
        if likeness >= SAME_WORDS and old.key not in matched and new not in matched.values():
            matched[old.key] = new
    reworded = [_changed(old, matched[old.key]) for old in found.went if old.key in matched]
    return _ordered(
        (entry for entry in found.came if entry not in matched.values()),
        (entry for entry in found.went if entry.key not in matched),
        (*found.changed, *(one for one in reworded if one.differences)),
    )


def _likeness(old: Entry, new: Entry) -> float:
    """How alike the words of two promises are, 0 to 1."""
    before, after = old.fields[_WORDS].split(), new.fields[_WORDS].split()
    return SequenceMatcher(None, before, after, autojunk=False).ratio()


def _ordered(came: Iterable[Entry], went: Iterable[Entry], changed: Iterable[Changed]) -> PartChanges:
    return PartChanges(
        tuple(sorted(came, key=lambda entry: entry.order)),
        tuple(sorted(went, key=lambda entry: entry.order)),
        tuple(sorted(changed, key=lambda one: one.entry.order)),
    )
