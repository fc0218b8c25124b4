"""Evidence or nothing: what does not hold up against the text is left out, and what hangs on it with it."""

from dataclasses import replace
from decimal import Decimal

import pytest

from camket.graph.facts import (
    ArticleFacts,
    Comparator,
    Entity,
    EntityKind,
    Event,
    EventKind,
    Measure,
    Observation,
    Span,
    SpeechAct,
    Statement,
    Undertaking,
    UndertakingKind,
)
from camket.graph.verification import verified

TEXT = "Ông Vũ An nói tại hội nghị rằng sẽ xây 5 cầu."
PERSON = Entity("e0", EntityKind.PERSON, "Vũ An", (Span(4, 9),))
EVENT = Event(evidence=Span(14, 26), kind=EventKind.CONFERENCE, start="2025-03-01", attendees=("e0",))
SAID = Statement(evidence=Span(32, 44), speaker="e0", cue="nói", speech_act=SpeechAct.ASSERTING, made_at=0)
PLEDGE = Undertaking(
    evidence=Span(32, 44), kind=UndertakingKind.PLEDGE, actors=("e0",), cue="sẽ", stated_in=0, due="2025"
)
FACTS = ArticleFacts(entities=(PERSON,), events=(EVENT,), statements=(SAID,), undertakings=(PLEDGE,))


def test_what_holds_is_left_as_it_is() -> None:
    assert verified(FACTS, TEXT) == (FACTS, [])


@pytest.mark.parametrize("span", [Span(-1, 4), Span(4, 4), Span(9, 4), Span(40, len(TEXT) + 1)])
def test_a_span_outside_the_text(span: Span) -> None:
    kept, problems = verified(replace(FACTS, undertakings=(replace(PLEDGE, evidence=span),)), TEXT)
    assert kept.undertakings == ()
    assert problems == [f"Undertaking at {span.start},{span.end}: a span lies outside the text"]
    kept, problems = verified(replace(FACTS, undertakings=(replace(PLEDGE, context=(span,)),)), TEXT)
    assert kept.undertakings == ()
    assert len(problems) == 1


def test_an_index_follows_the_fact_it_points_at() -> None:
    bad = replace(EVENT, start="2025-02-30")
    facts = replace(
        FACTS,
        events=(bad, EVENT),
        statements=(replace(SAID, cue="kể"), replace(SAID, made_at=1), replace(SAID, evidence=Span(0, 99))),
        undertakings=(replace(PLEDGE, stated_in=1), replace(PLEDGE, stated_in=2)),
    )
    kept, problems = verified(facts, TEXT)
    assert kept.events == (EVENT,)
    assert [statement.made_at for statement in kept.statements] == [None, 0]
    assert [undertaking.stated_in for undertaking in kept.undertakings] == [1, None]
    assert problems == [
        "Event at 14,26: '2025-02-30' is no date",
        "Statement at 0,99: a span lies outside the text",
    ]


@pytest.mark.parametrize(
    "dates", [{"start": "5/3"}, {"end": "2025-02-29"}, {"start": "2025-03", "end": "2024"}, {"start": "2025/2024"}]
)
def test_an_event_without_a_real_date(dates: dict[str, str]) -> None:
    kept, problems = verified(replace(FACTS, events=(replace(EVENT, **dates),)), TEXT)  # type: ignore[arg-type]
    assert kept.events == ()
    assert len(problems) == 1


def test_a_measure_with_a_period_that_is_no_date() -> None:
    measure = Measure(indicator="cầu", comparator=Comparator.EQUAL, value=Decimal(5), unit="cầu", period="quý I")
    facts = ArticleFacts((PERSON,), observations=(Observation(evidence=Span(32, 44), of=("e0",), measures=(measure,)),))
    assert verified(facts, TEXT) == (ArticleFacts((PERSON,)), ["Observation at 32,44: 'quý I' is no date"])


def test_an_entity_that_is_mentioned_nowhere_takes_its_facts_along() -> None:
    kept, problems = verified(replace(FACTS, entities=(replace(PERSON, mentions=(Span(90, 99),)),)), TEXT)
    assert kept == ArticleFacts()
    assert len(problems) == 4


def test_relations_to_what_is_not_there_are_dropped() -> None:
    body = Entity("e1", EntityKind.BODY, "Sở", (Span(0, 2),), part_of="e7", jurisdiction="e0")
    kept, problems = verified(ArticleFacts((PERSON, body)), TEXT)
    assert kept.entities == (PERSON, replace(body, part_of=None))
    assert len(problems) == 1
