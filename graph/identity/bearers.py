"""Bearers of a name: what one article says that helps to tell whether two of one name are the same."""

import json
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from camket.graph.documents.document import Document
from camket.graph.facts import ArticleFacts, Entity, EntityKind, PostHolding
from camket.graph.rdf.iris import FOLDERS, is_local
from camket.ontology.reference import roles

Chain = tuple[str, ...]


class Evidence(NamedTuple):
    """What speaks for or against a bearer's being another.

    territories: the places it has to do with, each with those that contain it, case-folded, innermost first: of a
        person those of the current posts, of a body its jurisdiction, of a place what contains it.
    ties: case-folded, what a person is likely to be told of with again: the bodies of posts held now or before, posts
        named whole without a body ("Tổng thống Nga"), ranks.
    seated: of the ties the bodies that have a territory.
    tell: the words that would tell it from a namesake, "" if the article has none.
    """

    territories: tuple[Chain, ...] = ()
    ties: tuple[str, ...] = ()
    seated: tuple[str, ...] = ()
    tell: str = ""


class Bearer(NamedTuple):
    """A person, body or place as one article names it.

    published: the article's EDTF date, "" if unknown. start: where the first mention begins.
    reference: the local IRI of the reference-data entry it was recognised as, "" if none.
    """

    article: str
    key: str
    folder: str
    name: str
    published: str
    start: int
    reference: str = ""
    evidence: Evidence = Evidence()


def block_of(folder: str, name: str) -> str:
    """The block in which bearers of a name are looked at together: folder and case-folded name."""
    return f"{folder}/{' '.join(unicodedata.normalize('NFC', name.casefold()).split())}"


def bearers(document: Document, facts: ArticleFacts) -> list[Bearer]:
    """The bearers of an article, in the order of its entities; none for what lives in the article alone."""
    article = _Article(facts)
    result = []
    for entity in facts.entities:
        if entity.kind not in FOLDERS or is_local(entity):
            continue
        result.append(
            Bearer(
                article=document.id,
                key=entity.key,
                folder=FOLDERS[entity.kind],
                name=entity.name,
                published=document.published or "",
                start=entity.mentions[0].start,
                reference=entity.reference or "",
                evidence=article.evidence(entity),
            )
        )
    return result


def dump(bearer: Bearer) -> str:
    """A bearer as a line of JSON."""
    return json.dumps(bearer, ensure_ascii=False, separators=(",", ":"))


def load(line: str) -> Bearer:
    """What `dump` wrote."""
    *fields, evidence = json.loads(line)
    territories, ties, seated, tell = evidence
    known = Evidence(tuple(tuple(chain) for chain in territories), tuple(ties), tuple(seated), tell)
    return Bearer._make([*fields, known])


class _Article:
    def __init__(self, facts: ArticleFacts) -> None:
        self._entities = {entity.key: entity for entity in facts.entities}
        self._ranks = facts.ranks
        self._holdings: dict[str, list[PostHolding]] = {}
        for holding in facts.holdings:
            self._holdings.setdefault(holding.member, []).append(holding)

    def evidence(self, entity: Entity) -> Evidence:
        """What the article says of an entity that tells it from its namesakes."""
        if entity.kind is EntityKind.PERSON:
            return self._of_person(entity)
        territory = self._territory(entity) if entity.kind is EntityKind.BODY else self._places(entity.part_of)
        names = [place.name for place in territory]
        return Evidence((_folded(names),), tell=names[0]) if names else Evidence()

    def _of_person(self, person: Entity) -> Evidence:
        holdings = sorted(self._holdings.get(person.key, ()), key=lambda holding: holding.former)
        bodies = [(self._entities[h.organization], h.former) for h in holdings if h.organization]
        territories = {body.key: _folded(place.name for place in self._territory(body)) for body, _ in bodies}
        current = {territories[body.key] for body, former in bodies if not former}
        first = holdings[0] if holdings else None
        tell = (self._entities[first.organization].name if first.organization else first.role) if first else ""
        return Evidence(
            territories=tuple(sorted(chain for chain in current if chain)),
            ties=tuple(sorted(self._ties(person.key, holdings))),
            seated=tuple(sorted({body.name.casefold() for body, _ in bodies if territories[body.key]})),
            tell=tell,
        )

    def _ties(self, person: str, holdings: Iterable[PostHolding]) -> set[str]:
        ties = {rank.rank.casefold() for rank in self._ranks if rank.holder == person}
        for holding in holdings:
            if holding.organization:
                ties.add(self._entities[holding.organization].name.casefold())
            elif holding.role.casefold() not in _bare_roles():
                ties.add(holding.role.casefold())
        return ties

    def _territory(self, body: Entity) -> list[Entity]:
        """The place a body is responsible for and those around it; its parent's where it has none of its own."""
        for step in self._upwards(body.key):
            if step.jurisdiction:
                return self._places(step.jurisdiction)
            if step.kind is EntityKind.PLACE:
                return self._places(step.key)
        return []

    def _places(self, key: str | None) -> list[Entity]:
        return [place for place in self._upwards(key) if place.kind is EntityKind.PLACE]

    def _upwards(self, key: str | None) -> Iterator[Entity]:
        seen = set()
        while key and key not in seen and key in self._entities:
            seen.add(key)
            entity = self._entities[key]
            yield entity
            key = entity.part_of


@cache
def _bare_roles() -> frozenset[str]:
    """Roles that say nothing without a body ("Giám đốc"), case-folded."""
    return frozenset(name.casefold() for role in roles() for name in (role.name, *role.aliases))


def _folded(names: Iterable[str]) -> Chain:
    return tuple(name.casefold() for name in names)
