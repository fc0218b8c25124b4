"""Nothing is invented: every number, date and name of a fact stands in the words the fact points at."""

import json
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from itertools import chain
from pathlib import Path

import pytest
from spacy.language import Language

from camket.graph.documents.document import Document
from camket.graph.extraction import pipeline
from camket.graph.extraction.handover import facts_of, named_in
from camket.graph.extraction.reading import Reading
from camket.graph.facts import Event, Fact, Measure, Observation, Span, Statement, Undertaking

ROOT = Path(__file__).parents[2]
SEEN = [f"first-contact-{name}" for name in "abcd"]  # what is not learned from is read by nobody, failures included
SOURCES = (ROOT / "examples" / "articles.jsonl", *(ROOT / "tests" / "gold" / f"{name}.jsonl" for name in SEEN))
_MONTH = len("2025-03")


def articles(source: Path) -> Iterator[Document]:
    for line in source.read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        text = unicodedata.normalize("NFC", article["text"])
        yield Document(article["id"], text, "", published=article.get("published"))


def spans(fact: Fact) -> tuple[Span, ...]:
    return (fact.evidence, *fact.context)


def values_in(reading: Reading, where: tuple[Span, ...]) -> set[Decimal]:
    """The values of the numbers whose figures lie in the spans."""
    found = [q for q in reading.quantities if any(s.start <= q.number.start and q.number.end <= s.end for s in where)]
    return {value for q in found for value in (q.value, q.upper) if value is not None}


def times_in(reading: Reading, where: tuple[Span, ...]) -> set[str]:
    """The ends of the dates that lie in the spans, as days, months and years, with the month of publication.

    What adds up to a month counts from the January before it.
    """
    found = [d for d in reading.dates if any(s.start <= d.span.start and d.span.end <= s.end for s in where)]
    told = {end for d in found for end in d.edtf.split("/")} | {reading.document.published or ""}
    return told | {end[:_MONTH] for end in told} | {f"{end[:4]}-01" for end in told if len(end) >= _MONTH}


def told(fact: Fact) -> Iterator[str]:
    """The dates that a fact bears, and those of its measures."""
    dates: list[str | None] = []
    if isinstance(fact, Undertaking):
        dates.append(fact.due)
    if isinstance(fact, Event):
        dates += [fact.start, fact.end]
    if isinstance(fact, Statement):
        dates.append(fact.said_on)
    dates += [measure.period for measure in measures(fact)]
    yield from chain.from_iterable(date.split("/") for date in dates if date)


def measures(fact: Fact) -> tuple[Measure, ...]:
    return fact.measures if isinstance(fact, Undertaking | Observation) else ()


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.stem)
def test_every_number_and_date_of_a_fact_is_in_its_words(source: Path, nlp: Language) -> None:
    strange = []
    for document in articles(source):
        reading = pipeline.read(nlp, document)
        found = facts_of(reading)
        for fact in (*found.undertakings, *found.observations, *found.events, *found.statements):
            where = spans(fact)
            numbers = {v for m in measures(fact) for v in (m.value, m.upper) if v is not None}
            amiss = [*(numbers - values_in(reading, where)), *({*told(fact)} - times_in(reading, where))]
            if amiss:
                strange.append((document.id, type(fact).__name__, reading.slice(fact.evidence), amiss))
    assert not strange


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.stem)
def test_everybody_a_fact_names_is_mentioned_in_its_words(source: Path, nlp: Language) -> None:
    strange = []
    for document in articles(source):
        found = pipeline.extract(nlp, document)
        entities = {entity.key: entity for entity in found.entities}
        facts = (*found.holdings, *found.ranks, *found.events, *found.statements, *found.undertakings)
        for fact in (*facts, *found.refusals, *found.observations):
            for entity in map(entities.__getitem__, named_in(fact)):
                if not any(s.start <= m.start and m.end <= s.end for m in entity.mentions for s in spans(fact)):
                    strange.append((document.id, type(fact).__name__, entity.name))
    assert not strange
