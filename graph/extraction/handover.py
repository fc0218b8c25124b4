"""The reading's drafts as frozen records: what is used is kept, keys are numbered in order of first mention."""

from dataclasses import replace
from typing import TypeVar

from camket.graph.extraction.grounding import Grounding
from camket.graph.extraction.reading import DraftEntity, Reading
from camket.graph.facts import (
    ArticleFacts,
    Assessment,
    Entity,
    EntityKind,
    Event,
    Fact,
    Observation,
    PostHolding,
    RankHolding,
    Refusal,
    Statement,
    Undertaking,
)

F = TypeVar("F", bound=Fact)
_ONLY_IF_USED = {EntityKind.GROUP, EntityKind.POST}


def facts_of(reading: Reading) -> ArticleFacts:
    """All that the reading holds, as `facts.ArticleFacts`.

    Entities without a mention are left out; groups, bare posts and what is spoken of in passing also where no fact
    names them. Facts keep their order; statements and events are pointed at by index, so that order must not change.
    """
    facts = _facts(reading)
    used = {key for fact in facts for key in named_in(fact)}
    free = (e for e in reading.entities.values() if not (e.passing or e.kind in _ONLY_IF_USED) or e.key in used)
    kept = [e for e in free if e.mentions]
    kept += _owners(reading, kept)
    kept.sort(key=lambda e: (min(e.mentions), e.kind, e.name))
    keys = {entity.key: f"e{number}" for number, entity in enumerate(kept)}
    public = _public(facts)
    grounding = Grounding(reading)

    def handed(found: list[F]) -> tuple[F, ...]:
        return tuple(_renamed(grounding.grounded(fact, named_in(fact)), keys) for fact in found)

    return ArticleFacts(
        entities=tuple(_entity(e, keys, private=e.kind == EntityKind.PERSON and e.key not in public) for e in kept),
        holdings=handed(reading.holdings),
        ranks=handed(reading.ranks),
        events=handed(reading.events),
        statements=handed(reading.statements),
        undertakings=handed(reading.undertakings),
        refusals=handed(reading.refusals),
        observations=handed(reading.observations),
        assessments=handed(reading.assessments),
        abstentions=tuple(reading.abstentions),
    )


def named_in(fact: Fact) -> list[str]:
    """The keys of the entities a fact names, in the order of its slots."""
    match fact:
        case PostHolding():
            keys = [fact.member, fact.organization]
        case RankHolding():
            keys = [fact.holder]
        case Event():
            keys = [*fact.attendees, fact.location, fact.organizer, fact.chair]
        case Statement():
            keys = [fact.speaker, fact.on_behalf_of]
        case Undertaking():
            keys = [*fact.actors, *fact.beneficiaries, fact.stated_by]
        case Refusal() | Assessment():
            keys = [*fact.actors, fact.stated_by]
        case Observation():
            keys = [*fact.of]
        case _:
            keys = []
    return [key for key in keys if key is not None]


def _facts(reading: Reading) -> list[Fact]:
    return [
        *reading.holdings,
        *reading.ranks,
        *reading.events,
        *reading.statements,
        *reading.undertakings,
        *reading.refusals,
        *reading.observations,
        *reading.assessments,
    ]


def _owners(reading: Reading, kept: list[DraftEntity]) -> list[DraftEntity]:
    """The bodies and places that kept entities point at and that would be left out themselves."""
    have = {entity.key for entity in kept}
    wanted = [key for entity in kept for key in (entity.part_of, entity.jurisdiction) if key and key not in have]
    return [reading.entities[key] for key in dict.fromkeys(wanted) if reading.entities[key].mentions]


def _public(facts: list[Fact]) -> set[str]:
    """Whoever holds a post or rank, says or undertakes something; who attends, gains or has done it stays private."""
    keys: set[str] = set()
    for fact in facts:
        match fact:
            case Event() | Observation() | Assessment():
                continue
            case Undertaking():
                keys.update(fact.actors, [fact.stated_by] if fact.stated_by else [])
            case _:
                keys.update(named_in(fact))
    return keys


def _entity(draft: DraftEntity, keys: dict[str, str], *, private: bool) -> Entity:
    aliases = [a for a in dict.fromkeys(draft.aliases) if a != draft.name]
    return Entity(
        key=keys[draft.key],
        kind=draft.kind,
        name=draft.name,
        mentions=tuple(sorted(set(draft.mentions))),
        aliases=tuple(aliases),
        category=draft.category,
        reference=draft.reference,
        part_of=keys.get(draft.part_of) if draft.part_of else None,
        jurisdiction=keys.get(draft.jurisdiction) if draft.jurisdiction else None,
        role=draft.role,
        private=private,
    )


def _renamed(fact: F, keys: dict[str, str]) -> F:
    """The fact with every entity key it names replaced."""
    changes: dict[str, object] = {}
    for slot in (
        "member",
        "organization",
        "holder",
        "location",
        "organizer",
        "chair",
        "speaker",
        "on_behalf_of",
        "stated_by",
    ):
        value = getattr(fact, slot, None)
        if value is not None:
            changes[slot] = keys[value]
    for slot in ("attendees", "actors", "beneficiaries", "of"):
        values = getattr(fact, slot, None)
        if values:
            changes[slot] = tuple(dict.fromkeys(keys[value] for value in values))
    return replace(fact, **changes)  # type: ignore[arg-type]
