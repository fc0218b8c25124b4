"""The IRIs of an article's facts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from camket.graph.facts import ArticleFacts, Assessment, Fact, Observation, Undertaking, UndertakingKind
from camket.graph.rdf import iris


@dataclass(frozen=True, slots=True)
class FactNodes:
    """IRIs parallel to the lists of `ArticleFacts`; of what has measures those of these."""

    holdings: tuple[str, ...]
    ranks: tuple[str, ...]
    events: tuple[str, ...]
    statements: tuple[str, ...]
    undertakings: tuple[str, ...]
    refusals: tuple[str, ...]
    observations: tuple[str, ...]
    assessments: tuple[str, ...]
    abstentions: tuple[str, ...]
    undertaking_measures: tuple[tuple[str, ...], ...]
    former_measures: tuple[tuple[str, ...], ...]
    observation_measures: tuple[tuple[str, ...], ...]
    assessment_measures: tuple[tuple[str, ...], ...]


def fact_nodes(facts: ArticleFacts, article: str) -> FactNodes:
    """What the facts of an article are called. article: its IRI."""

    def named(kind: str, of_kind: Iterable[Fact]) -> tuple[str, ...]:
        return tuple(iris.numbered(article, kind, [fact.evidence for fact in of_kind]))

    measures = _measures([*facts.undertakings, *facts.observations, *facts.assessments], article)
    first, second = len(facts.undertakings), len(facts.undertakings) + len(facts.observations)
    return FactNodes(
        holdings=named("membership", facts.holdings),
        ranks=named("rank", facts.ranks),
        events=named("event", facts.events),
        statements=named("statement", facts.statements),
        undertakings=_undertakings(facts.undertakings, article),
        refusals=named("refusal", facts.refusals),
        observations=named("observation", facts.observations),
        assessments=named("assessment", facts.assessments),
        abstentions=named("abstention", facts.abstentions),
        undertaking_measures=measures[:first],
        former_measures=_former_measures(facts.undertakings, article),
        observation_measures=measures[first:second],
        assessment_measures=measures[second:],
    )


def _measures(owners: Sequence[Undertaking | Observation | Assessment], article: str) -> tuple[tuple[str, ...], ...]:
    """Measures bear the span of what they belong to, and are numbered through all of one span."""
    names = iter(iris.numbered(article, "measure", [owner.evidence for owner in owners for _ in owner.measures]))
    return tuple(tuple(next(names) for _ in owner.measures) for owner in owners)


def _former_measures(undertakings: Sequence[Undertaking], article: str) -> tuple[tuple[str, ...], ...]:
    """What had been set before bears the span of what was set instead."""
    names = iter(iris.numbered(article, "former", [u.evidence for u in undertakings for _ in u.former_measures]))
    return tuple(tuple(next(names) for _ in undertaking.former_measures) for undertaking in undertakings)


def _undertakings(undertakings: Sequence[Undertaking], article: str) -> tuple[str, ...]:
    """Numbered within each of the four kinds."""
    names = {
        kind: iter(iris.numbered(article, kind.lower(), [u.evidence for u in undertakings if u.kind is kind]))
        for kind in UndertakingKind
    }
    return tuple(next(names[undertaking.kind]) for undertaking in undertakings)
