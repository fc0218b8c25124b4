"""What one article says of posts: who holds or held them, and where it tells of a holder without a name."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from camket.graph import edtf
from camket.graph.facts import ArticleFacts, EntityKind
from camket.graph.identity.layer import Item, Reading
from camket.graph.identity.tenures.posts import Posts
from camket.graph.rdf.iris import is_local

_HELD, _NAMELESS = "held", "nameless"


class Attestation(NamedTuple):
    """That an article has somebody hold a post, or have held it (`former`); `fact` is the membership's IRI."""

    person: str
    post: str
    former: bool
    published: str
    fact: str
    article: str

    @property
    def first(self) -> date:
        """The first day on which the article can have been published."""
        return edtf.first_day(self.published)

    @property
    def last(self) -> date:
        """The last day on which the article can have been published."""
        return edtf.last_day(self.published)


class Nameless(NamedTuple):
    """That an article has facts of the holder of a post and does not name him or her."""

    post: str
    published: str
    article: str


def items(reading: Reading, posts: Posts) -> Iterator[tuple[str, Item]]:
    """The attestations and nameless holders of an article as items, each with the block of its post."""
    entities = {entity.key: entity for entity in reading.facts.entities}
    for holding, fact in zip(reading.facts.holdings, reading.nodes.holdings, strict=True):
        member, body = entities[holding.member], entities.get(holding.organization or "")
        if member.kind is not EntityKind.PERSON or is_local(member):
            continue
        post = posts.find(holding.role, body, reading.names[body.key] if body else "")
        if post:
            told = Attestation(
                reading.names[member.key], post.iri, holding.former, reading.published, fact, reading.iri
            )
            yield post.block, [_HELD, *told]
    for key in sorted(_told_of(reading.facts)):
        entity = entities[key]
        if entity.kind is EntityKind.POST:
            body = entities.get(entity.part_of or "")
            role = entity.role if body and entity.role else entity.name
            post = posts.find(role, body, reading.names[body.key] if body else "")
            if post and posts.is_single(post.role, post.body):
                yield post.block, [_NAMELESS, *Nameless(reading.names[key], reading.published, reading.iri)]


def sorted_out(found: list[Item]) -> tuple[list[Attestation], list[Nameless]]:
    """Items as the records they were made of."""
    held = [Attestation(*fields) for kind, *fields in found if kind == _HELD]
    return held, [Nameless(*fields) for kind, *fields in found if kind == _NAMELESS]


def _told_of(facts: ArticleFacts) -> set[str]:
    """The keys of whoever says, does, gains or attends something."""
    keys: set[str | None] = set()
    for statement in facts.statements:
        keys |= {statement.speaker, statement.on_behalf_of}
    for undertaking in facts.undertakings:
        keys |= {*undertaking.actors, *undertaking.beneficiaries, undertaking.stated_by}
    for refusal in facts.refusals:
        keys |= {*refusal.actors, refusal.stated_by}
    for event in facts.events:
        keys |= {*event.attendees, event.organizer, event.chair}
    for observation in facts.observations:
        keys |= set(observation.of)
    return {key for key in keys if key}
