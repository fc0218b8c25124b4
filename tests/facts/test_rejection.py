"""Facts left out: the others keep their IRIs, and what depended on one loses the slot."""

from decimal import Decimal

from camket.graph.facts import (
    ArticleFacts,
    Comparator,
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
from camket.graph.rdf.fact_nodes import fact_nodes
from camket.graph.rejection import without

SPAN = Span(0, 9)
ARTICLE = "https://x/article/a"
MEASURE = Measure(indicator="nhà", comparator=Comparator.EQUAL, value=Decimal(1), unit="căn")


def pledge(stated_in: int | None) -> Undertaking:
    return Undertaking(
        evidence=SPAN, kind=UndertakingKind.PLEDGE, actors=("e0",), cue="hứa", stated_in=stated_in, measures=(MEASURE,)
    )


def said(span: Span, made_at: int | None) -> Statement:
    return Statement(evidence=span, speaker="e0", cue="nói", speech_act=SpeechAct.COMMITTING, made_at=made_at)


FACTS = ArticleFacts(
    events=(Event(evidence=SPAN, kind=EventKind.MEETING), Event(evidence=SPAN, kind=EventKind.VISIT)),
    statements=(said(Span(0, 4), 0), said(Span(5, 9), 1)),
    undertakings=(pledge(0), pledge(1), pledge(1)),
    observations=(Observation(evidence=SPAN, of=("e0",), measures=(MEASURE,)),),
)
NODES = fact_nodes(FACTS, ARTICLE)


def test_nothing_rejected_changes_nothing() -> None:
    assert without(FACTS, NODES, frozenset()) == (FACTS, NODES)


def test_the_others_keep_their_numbers_and_so_do_their_measures() -> None:
    facts, nodes = without(FACTS, NODES, {f"{ARTICLE}#pledge=0,9,2"})
    assert nodes.undertakings == (f"{ARTICLE}#pledge=0,9,1", f"{ARTICLE}#pledge=0,9,3")
    assert nodes.undertaking_measures == ((f"{ARTICLE}#measure=0,9,1",), (f"{ARTICLE}#measure=0,9,3",))
    assert nodes.observation_measures == ((f"{ARTICLE}#measure=0,9,4",),)
    assert facts.undertakings == (FACTS.undertakings[0], FACTS.undertakings[2])


def test_what_depends_on_a_rejected_fact_loses_the_slot() -> None:
    facts, _ = without(FACTS, NODES, {f"{ARTICLE}#statement=0,4", f"{ARTICLE}#event=0,9,1"})
    assert [undertaking.stated_in for undertaking in facts.undertakings] == [None, 0, 0]
    assert [statement.made_at for statement in facts.statements] == [0]
    facts, _ = without(FACTS, NODES, {f"{ARTICLE}#event=0,9,2"})
    assert [statement.made_at for statement in facts.statements] == [0, None]
