"""Roots of responsibility: whose promise it is in the end.

A province, its committees, leaders and departments are one root, whatever level the people who speak for it stand at;
a ministry with its departments is one, and leads to its successor; a company; a person for himself. What is inside a
root is told apart by its seat: the innermost place it has to do with.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from camket.graph.extraction.text.cues import lexicon
from camket.graph.extraction.text.tokenizer import fold
from camket.graph.facts import Entity, EntityKind
from camket.graph.identity.home import home
from camket.graph.identity.layer import Reading
from camket.graph.identity.standing import Standing

_GOVERNED: Final = "AdministrativeArea"
_TOLD: Final = 3
"""So many mentions weighs a province that the outlet or the headline tells."""
_LEVEL: Final = re.compile(r"^(?:tỉnh|thành phố|tp\.?)\s+", re.IGNORECASE)


class Root(NamedTuple):
    """key: what all of one root have in common. seat: the innermost place or body of it that is meant, folded."""

    key: str
    seat: str


class Responsibility:
    """The roots of an article's entities. base: what IRIs start with."""

    def __init__(self, reading: Reading, standing: Standing, base: str) -> None:
        self._entities = {entity.key: entity for entity in reading.facts.entities}
        self._names = reading.names
        self._standing = standing
        self._base = base
        self._posts: dict[str, list[str]] = {}
        for holding in reading.facts.holdings:
            if holding.organization and not holding.former:
                self._posts.setdefault(holding.member, []).append(holding.organization)
        self._main_place: Root | None = None
        self._main_place = self._main(home(reading))

    def _main(self, told: str) -> Root | None:
        """The root of the places below a country that bodies are responsible for, or that are named, most often.

        A district is none where a province is known. told: the province that the outlet or the headline tells.
        """
        counted: Counter[Root] = Counter()
        for entity in self._entities.values():
            place = self._entities.get(entity.jurisdiction or "") if entity.kind is EntityKind.BODY else entity
            if place and self._governs(place) and not self._standing.is_vast(self._names[place.key]):
                root = self._of_place(place)
                counted[Root(root.key, root.key.removeprefix("place/"))] += len(entity.mentions)
        if told:
            root = self._named_place(f"{self._base}place/{told.replace(' ', '_')}")
            counted[Root(root.key, root.key.removeprefix("place/"))] += _TOLD
        return min(counted, key=lambda root: (_is_below(root.seat), -counted[root], root), default=None)

    @staticmethod
    def _governs(place: Entity) -> bool:
        """Whether a place is one that promises: a province, district or town, no bridge or industrial zone."""
        site = any(fold(place.name).startswith(f"{word} ") for word in lexicon("places")["heads"]["other"])
        return place.kind is EntityKind.PLACE and place.category in ("", _GOVERNED) and not site

    @property
    def main(self) -> Root | None:
        """The root of the place that the article is about, None where it names none."""
        return self._main_place

    def roots(self, keys: Iterable[str]) -> list[Root]:
        """The roots of some entities, sorted; of a person also those of the bodies of the posts held."""
        found = {root for key in keys for root in self._of(self._entities[key])}
        return sorted(found.union(self._within_main(found)))

    def _within_main(self, found: Iterable[Root]) -> Iterator[Root]:
        """Of districts of which no province is named: the same as seats of the province that the article is about."""
        if self._main_place and not _is_below(self._main_place.seat):
            alone = (root.seat for root in found if root.key == f"place/{root.seat}" and _is_below(root.seat))
            yield from (Root(self._main_place.key, seat) for seat in alone)

    def of_bodies(self, keys: Iterable[str]) -> list[Root]:
        """The same without the people themselves."""
        return [root for root in self.roots(keys) if not root.key.startswith("person/")]

    def _of(self, entity: Entity) -> Iterator[Root]:
        match entity.kind:
            case EntityKind.PERSON:
                yield Root(self._local(entity), fold(entity.name))
                for body in self._posts.get(entity.key, ()):
                    yield from self._of(self._entities[body])
            case EntityKind.BODY:
                yield self._of_body(entity)
            case EntityKind.PLACE:
                yield self._of_place(entity)
            case EntityKind.POST if entity.part_of and entity.part_of in self._entities:
                yield from self._of(self._entities[entity.part_of])
            case EntityKind.GROUP if self._main_place and fold(entity.name) in lexicon("life")["bare_levels"]:
                yield self._main_place
            case _:
                return

    def _local(self, entity: Entity) -> str:
        return self._names[entity.key].removeprefix(self._base)

    def _of_body(self, body: Entity) -> Root:
        top = self._names[body.key]
        for step in self._upwards(body):
            if isinstance(step, Entity):
                place = self._entities.get(step.jurisdiction or "")
                if place or step.kind is EntityKind.PLACE:
                    return self._of_place(place or step)
                iri = self._names[step.key]
            else:
                iri = step
            if iri.removeprefix(self._base) in _apex():
                break
            top = iri
            area = self._standing.jurisdiction(iri)
            if area and not self._standing.is_vast(area):
                return self._named_place(area)
        named = fold(_place_in_name(body.name))
        if named:
            return Root(f"place/{named}", named)
        if self._main_place and _is_local(body.name):
            return self._main_place
        top = self._standing.successor(top).removeprefix(self._base)
        return Root(top, top)

    def _upwards(self, body: Entity) -> Iterator[Entity | str]:
        """A body and those above it, as the article says, from the topmost on as the reference data does."""
        seen: set[str] = set()
        entity: Entity | None = body
        iri = self._names[body.key]
        while entity and entity.key not in seen:
            seen.add(entity.key)
            iri = self._names[entity.key]
            yield entity
            entity = self._entities.get(entity.part_of or "")
        above = self._standing.above(iri)
        while above and above not in seen:
            seen.add(above)
            yield above
            above = self._standing.above(above)

    def _of_place(self, place: Entity) -> Root:
        """The province a place lies in, its country where it is abroad or one; of a bridge or zone the main one."""
        if not self._governs(place) and self._main_place:
            return Root(self._main_place.key, place_name(place.name))
        top, seen = place, {place.key}
        while (outer := self._entities.get(top.part_of or "")) and outer.key not in seen:
            if outer.kind is not EntityKind.PLACE or self._standing.is_vast(self._names[outer.key]):
                break
            seen.add(outer.key)
            top = outer
        return Root(self._place_key(top.name, self._names[top.key]), place_name(place.name))

    def _named_place(self, iri: str) -> Root:
        name = iri.rsplit("/", 1)[-1].replace("_", " ")
        return Root(self._place_key(name, iri), place_name(name))

    def _place_key(self, name: str, iri: str) -> str:
        after = self._standing.successor(iri)
        return "place/" + place_name(after.rsplit("/", 1)[-1].replace("_", " ") if after != iri else name)


def _is_below(seat: str) -> bool:
    """Whether a folded name is that of a district, a town or a commune."""
    heads = lexicon("places")["heads"]
    return any(seat.startswith(f"{word} ") for level in ("district", "commune", "hamlet") for word in heads[level])


def place_name(name: str) -> str:
    """A place's name folded, without the word for a province or city before it."""
    return fold(_LEVEL.sub("", name))


def _place_in_name(name: str) -> str:
    """The place that the name of a local body ends with ("Sở Y tế Hoài Giang"), "" where it is no such name."""
    words = name.split()
    if not any(name.startswith(head + " ") for head in lexicon("life")["local_heads"]):
        return ""
    large = 0
    while large < len(words) and words[-1 - large][0].isupper():
        large += 1
    return " ".join(words[-large:]) if 2 <= large < len(words) else ""


def _is_local(name: str) -> bool:
    """Whether a local body's name leaves out its place: "UBND tỉnh", "Sở Y tế"."""
    known = lexicon("life")
    return name in known["bare_local"] or any(name.startswith(head + " ") for head in known["bare_heads"])


def _apex() -> frozenset[str]:
    """The bodies at the top of the State: those below them answer for themselves."""
    return frozenset(lexicon("life")["apex"])
