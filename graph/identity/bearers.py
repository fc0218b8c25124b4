"""Bearers of a name: what one article says that helps to tell whether two of one name are the same."""

import json
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from camket.graph.documents.document import Document
from camket.graph.facts import ArticleFacts, Entity, EntityKind, PostHolding
from camket.graph.identity.names import block_of, spelled
from camket.graph.identity.references import HOME, bare_roles, role_named
from camket.graph.rdf.iris import FOLDERS, is_local

Chain = tuple[str, ...]


class Post(NamedTuple):
    """A post that an article tells of somebody, now or before.

    role: case-folded, by its name in the reference data. body: the local IRI of the reference-data entry, else its name
    as `names.spelled` has it, "" for a post named whole ("tổng thống nga"). place: the innermost place the body is
    responsible for, "" if none. words: role and body as the article names them.
    """

    role: str
    body: str
    place: str
    former: bool
    words: str


class Evidence(NamedTuple):
    """What speaks for or against a bearer's being another.

    territories: the places it has to do with, each with those that contain it, spelled one way, innermost first: of a
        person those of the current posts, of a body its jurisdiction, of a place what contains it. Việt Nam, which all
        have in common, is left out of a person's.
    posts, ranks: of a person, sorted.
    tell: the words that would tell it from a namesake, "" if the article has none.
    """

    territories: tuple[Chain, ...] = ()
    posts: tuple[Post, ...] = ()
    ranks: tuple[str, ...] = ()
    tell: str = ""


class Bearer(NamedTuple):
    """A person, body or place as one article names it.

    published: the article's EDTF date, "" if unknown. start, end: the first mention.
    reference: the local IRI of the reference-data entry it was recognised as, "" if none.
    """

    article: str
    key: str
    folder: str
    name: str
    published: str
    start: int
    end: int = 0
    reference: str = ""
    evidence: Evidence = Evidence()

    @property
    def block(self) -> str:
        """The block it is looked at in."""
        return block_of(self.folder, self.name)


REFERENCE_AT: Final = Bearer._fields.index("reference")
"""Where in a dumped bearer its reference stands."""


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
                end=entity.mentions[0].end,
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
    territories, posts, ranks, tell = evidence
    known = Evidence(tuple(map(tuple, territories)), tuple(Post(*post) for post in posts), tuple(ranks), tell)
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
        return Evidence((_chain(names),), tell=names[0]) if names else Evidence()

    def _of_person(self, person: Entity) -> Evidence:
        holdings = sorted(self._holdings.get(person.key, ()), key=lambda holding: holding.former)
        current = {self._region(holding) for holding in holdings if not holding.former}
        first = holdings[0] if holdings else None
        tell = (self._entities[first.organization].name if first.organization else first.role) if first else ""
        return Evidence(
            territories=tuple(sorted(chain for chain in current if chain)),
            posts=tuple(sorted(set(self._posts(holdings)))),
            ranks=tuple(sorted({rank.rank.casefold() for rank in self._ranks if rank.holder == person.key})),
            tell=tell,
        )

    def _posts(self, holdings: Iterable[PostHolding]) -> Iterator[Post]:
        for holding in holdings:
            role = role_named(holding.role)
            if holding.organization:
                body = self._entities[holding.organization]
                place = next(iter(self._region(holding)), "")
                name = body.reference or spelled("body", body.name)
                yield Post(role, name, place, holding.former, f"{holding.role}, {body.name}")
            elif role not in bare_roles():
                yield Post(role, "", "", holding.former, holding.role)

    def _region(self, holding: PostHolding) -> Chain:
        """Where the body of a post is, Việt Nam left out."""
        body = self._entities.get(holding.organization or "")
        names = [place.name for place in self._territory(body)] if body else []
        return tuple(place for place in _chain(names) if place != HOME)

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


def _chain(names: Iterable[str]) -> Chain:
    return tuple(spelled("place", name) for name in names)
