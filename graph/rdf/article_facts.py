"""Facts into triples: posts and ranks held, events, statements, undertakings and what became of them, the ledger."""

from collections.abc import Sequence

from camket.graph.facts import (
    EntityKind,
    Event,
    Measure,
    PostHolding,
    RankHolding,
    Statement,
    Undertaking,
)
from camket.graph.rdf import iris
from camket.graph.rdf import vocabulary as v
from camket.graph.rdf.terms import boolean, ck, date, decimal, iri, string
from camket.graph.rdf.writer import ArticleWriter


def write_facts(w: ArticleWriter) -> None:
    """Every fact of the article."""
    for node, holding in w.each(w.nodes.holdings, w.read.holdings):
        _holding(w, node, holding)
    for node, rank in w.each(w.nodes.ranks, w.read.ranks):
        _rank(w, node, rank)
    for node, event in w.each(w.nodes.events, w.read.events):
        _event(w, node, event)
    for node, statement in w.each(w.nodes.statements, w.read.statements):
        _statement(w, node, statement)
    measures = zip(w.nodes.undertaking_measures, w.nodes.former_measures, strict=True)
    undertakings = w.each(w.nodes.undertakings, w.read.undertakings)
    for (node, undertaking), (names, former) in zip(undertakings, measures, strict=True):
        _undertaking(w, node, undertaking)
        _measures(w, node, undertaking.measures, names)
        _measures(w, node, undertaking.former_measures, former, v.FORMER_MEASURE)
    _observations(w)
    _assessments(w)
    _refusals(w)
    _abstentions(w)


def _holding(w: ArticleWriter, node: str, holding: PostHolding) -> None:
    w.fact(node, holding, v.MEMBERSHIP)
    w.slot(node, v.MEMBER, holding.member)
    w.add(node, v.ROLE, iri(w.concepts.role(holding.role)))
    w.add(node, v.FORMER, boolean(holding.former))
    body = w.by_key.get(holding.organization or "")
    if body and body.kind is EntityKind.BODY:
        w.slot(node, v.ORGANIZATION, body.key)
        w.add(node, v.POST, iri(iris.post_iri(holding.role, body, w.plain[body.key], w.base)))
    _attested(w, node)


def _rank(w: ArticleWriter, node: str, rank: RankHolding) -> None:
    w.fact(node, rank, v.RANK_HOLDING)
    w.slot(node, v.HOLDER, rank.holder)
    w.add(node, v.RANK, iri(w.concepts.rank(rank.rank)))
    _attested(w, node)


def _attested(w: ArticleWriter, node: str) -> None:
    if w.document.published:
        w.add(node, v.ATTESTED_ON, date(w.document.published))
        w.days(node, w.document.published)


def _event(w: ArticleWriter, node: str, event: Event) -> None:
    w.fact(node, event, v.EVENT, ck(event.kind))
    start, _, until = (event.start or "").partition("/")
    end = event.end or until
    if start:
        w.add(node, v.START_DATE, date(start))
    if end:
        w.add(node, v.END_DATE, date(end))
    if start or end:
        w.days(node, f"{start or end}/{end or start}")
    w.slot(node, v.LOCATION, event.location)
    w.slot(node, v.ORGANIZER, event.organizer)
    w.slot(node, v.CHAIR, event.chair)
    w.slots(node, v.ATTENDEE, (*event.attendees, *(key for key in (event.organizer, event.chair) if key)))


def _statement(w: ArticleWriter, node: str, statement: Statement) -> None:
    w.fact(node, statement, v.STATEMENT)
    w.slot(node, v.SPEAKER, statement.speaker)
    w.slot(node, v.ON_BEHALF_OF, statement.on_behalf_of)
    w.add(node, v.SPEECH_ACT, ck(statement.speech_act))
    w.add(node, v.CUE, string(statement.cue))
    if statement.made_at is not None:
        w.add(node, v.MADE_AT, iri(w.nodes.events[statement.made_at]))
    if statement.said_on:
        w.add(node, v.SAID_ON, date(statement.said_on))
        w.days(node, statement.said_on)


def _undertaking(w: ArticleWriter, node: str, undertaking: Undertaking) -> None:
    w.fact(node, undertaking, *v.UNDERTAKING_CLASSES[undertaking.kind])
    w.slots(node, v.ACTOR, undertaking.actors)
    if undertaking.kind in v.COMMITMENTS:
        w.slots(node, v.PROMISOR, undertaking.actors)
    w.slots(node, v.BENEFICIARY, undertaking.beneficiaries)
    w.slot(node, v.STATED_BY, undertaking.stated_by)
    w.add(node, v.CUE, string(undertaking.cue))
    if undertaking.stated_in is not None:
        w.add(node, v.STATED_IN, iri(w.nodes.statements[undertaking.stated_in]))
    if undertaking.condition:
        w.add(node, v.CONDITION, string(undertaking.condition))
    if undertaking.due:
        w.add(node, v.DUE, string(undertaking.due))
        w.days(node, undertaking.due)
    if undertaking.turn:
        w.add(node, v.TURN, ck(undertaking.turn))
    if undertaking.former_due:
        w.add(node, v.FORMER_DUE, string(undertaking.former_due))


def _measures(
    w: ArticleWriter, owner: str, measures: Sequence[Measure], names: Sequence[str], measured: str = v.MEASURE
) -> None:
    for node, measure in w.each(names, measures):
        w.add(owner, measured, node)
        w.types(node, v.MEASURE_CLASS)
        if measure.indicator:
            w.add(node, v.INDICATOR, iri(w.concepts.indicator(measure.indicator)))
        w.add(node, v.COMPARATOR, v.COMPARATORS[measure.comparator])
        w.add(node, v.VALUE, decimal(measure.value))
        if measure.upper is not None:
            w.add(node, v.UPPER_VALUE, decimal(measure.upper))
        w.add(node, v.UNIT, iri(w.concepts.unit(measure.unit)))
        w.add(node, v.CHANGE, v.CHANGES[measure.change])
        if measure.period:
            w.add(node, v.PERIOD, string(measure.period))
            w.days(node, measure.period)


def _observations(w: ArticleWriter) -> None:
    for (node, observation), measures in zip(
        w.each(w.nodes.observations, w.read.observations), w.nodes.observation_measures, strict=True
    ):
        w.fact(node, observation, v.OBSERVATION)
        w.slots(node, v.OF, observation.of)
        _measures(w, node, observation.measures, measures)


def _assessments(w: ArticleWriter) -> None:
    for (node, assessment), measures in zip(
        w.each(w.nodes.assessments, w.read.assessments), w.nodes.assessment_measures, strict=True
    ):
        w.fact(node, assessment, v.ASSESSMENT)
        w.slots(node, v.ACTOR, assessment.actors)
        w.slot(node, v.STATED_BY, assessment.stated_by)
        w.add(node, v.CUE, string(assessment.cue))
        w.add(node, v.OUTCOME, ck(assessment.outcome))
        if assessment.stated_in is not None:
            w.add(node, v.STATED_IN, iri(w.nodes.statements[assessment.stated_in]))
        if assessment.done_on:
            w.add(node, v.DONE_ON, string(assessment.done_on))
            w.days(node, assessment.done_on)
        _measures(w, node, assessment.measures, measures)


def _refusals(w: ArticleWriter) -> None:
    for node, refusal in w.each(w.nodes.refusals, w.read.refusals):
        w.fact(node, refusal, v.REFUSAL)
        w.slots(node, v.ACTOR, refusal.actors)
        w.slot(node, v.STATED_BY, refusal.stated_by)
        w.add(node, v.CUE, string(refusal.cue))


def _abstentions(w: ArticleWriter) -> None:
    for node, abstention in w.each(w.nodes.abstentions, w.read.abstentions):
        w.fact(node, abstention, v.ABSTENTION)
        w.add(node, v.CUE, string(abstention.cue))
        w.add(node, v.REASON, ck(abstention.reason))
