"""What the life of a commitment is made of: one undertaking, refusal, observation or assessment of one article."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from camket.graph.facts import ArticleFacts, Entity, Fact, Measure, Refusal, Undertaking
from camket.graph.identity.layer import Item, Reading
from camket.graph.identity.life import clause
from camket.graph.identity.life.indicators import indicator_key
from camket.graph.identity.responsibility import Responsibility, Root
from camket.graph.identity.standing import Standing

UNDERTAKINGS: Final = ("pledge", "goal", "directive", "expectation")
NEGATIVE: Final = "negative"
"""The mark of a clause that says what is not to be."""

REFUSAL, OBSERVATION, ASSESSMENT = "refusal", "observation", "assessment"

REPORTING: Final = (OBSERVATION, ASSESSMENT)
"""Sorts that tell what became of something."""

THIN: Final = 6
"""What reports with fewer words than that is about what the sentence before it is about."""

FEWEST_WORDS: Final = 2
"""A clause with fewer words of content, and without a measure, could be anything: it has no life."""


class Figure(NamedTuple):
    """A measure. indicator: as worded; key: the same for all names of it; numbers as decimal strings, "" for none."""

    indicator: str
    key: str
    comparator: str
    value: str
    upper: str
    unit: str
    change: str
    period: str

    @property
    def amount(self) -> Decimal:
        """The value."""
        return Decimal(self.value)


class Deed(NamedTuple):
    """A fact in the life of a commitment.

    sort: one of `UNDERTAKINGS`, or what reports on them. published: of its article. offset: where it begins.
    roots: whose it is (`Root` as pairs); stated: other roots, of who says it. speakers: keys of the
    roots of who says it, the person's own included. words: its content; topic: that of its
    sentence. marks: as `clause.marks`. due: of an undertaking; of an assessment the day it was done. outcome: of an
    assessment. said: the day on which it was said. fullness: how fully the article tells of the occasion.
    """

    node: str
    article: str
    sort: str
    published: str
    offset: int
    roots: tuple[Root, ...]
    stated: tuple[Root, ...]
    speakers: tuple[str, ...]
    words: tuple[str, ...]
    topic: tuple[str, ...]
    marks: tuple[str, ...]
    figures: tuple[Figure, ...]
    due: str
    outcome: str
    said: str
    fullness: int

    @property
    def keys(self) -> set[str]:
        """The blocks it stands in."""
        return {root.key for root in (*self.roots, *self.stated)}

    @property
    def is_undertaking(self) -> bool:
        """Whether it is what others report on."""
        return self.sort in UNDERTAKINGS


def load(item: Item) -> Deed:
    """A deed as JSON gives it back."""
    deed = Deed._make(tuple(field) if isinstance(field, list) else field for field in item)
    return deed._replace(
        roots=tuple(map(Root._make, deed.roots)),
        stated=tuple(map(Root._make, deed.stated)),
        figures=tuple(map(Figure._make, deed.figures)),
    )


def deeds(reading: Reading, standing: Standing, base: str) -> Iterator[Deed]:
    """The deeds of an article that could be linked with another's; none where its date is unknown."""
    if not reading.published:
        return
    article = _Article(reading, standing, base)
    facts, nodes = reading.facts, reading.nodes
    for node, undertaking in zip(nodes.undertakings, facts.undertakings, strict=True):
        yield from article.deed(node, undertaking.kind, undertaking, undertaking.actors, undertaking.measures)
    for node, refusal in zip(nodes.refusals, facts.refusals, strict=True):
        yield from article.deed(node, REFUSAL, refusal, refusal.actors, ())
    for node, observation in zip(nodes.observations, facts.observations, strict=True):
        yield from article.deed(node, OBSERVATION, observation, observation.of, observation.measures)
    for node, assessment in zip(nodes.assessments, facts.assessments, strict=True):
        yield from article.deed(node, ASSESSMENT, assessment, assessment.actors, assessment.measures)


class _Article:
    def __init__(self, reading: Reading, standing: Standing, base: str) -> None:
        self._reading = reading
        self._facts: ArticleFacts = reading.facts
        self._entities: Mapping[str, Entity] = {entity.key: entity for entity in reading.facts.entities}
        self._responsibility = Responsibility(reading.facts, reading.names, standing, base)
        promised = (key for undertaking in reading.facts.undertakings for key in undertaking.actors)
        reported = (key for assessment in reading.facts.assessments for key in assessment.actors)
        self._acting = list(dict.fromkeys((*promised, *reported)))

    def deed(
        self, node: str, sort: str, fact: Fact, actors: Sequence[str], measures: Iterable[Measure]
    ) -> Iterator[Deed]:
        figures = tuple(figure(measure) for measure in measures)
        said_so = self._clause(fact, actors)
        words = clause.content(said_so)
        topic = tuple(clause.content(clause.topic(self._reading.text, fact.evidence.start)))
        if sort in REPORTING and sum(not word[0].isdigit() for word in set(words)) < THIN:
            topic += tuple(clause.content(clause.sentence_before(self._reading.text, fact.evidence.start)))
        if len(words) + len(topic) < FEWEST_WORDS and not figures:
            return
        by = getattr(fact, "stated_by", None)
        roots = self._responsibility.roots(actors)
        near = [by] if by else []
        if not actors:
            near += self._acting
        stated = [root for root in self._responsibility.of_bodies(near) if root not in roots]
        if not roots and not stated:
            return
        said, fullness = self._said(fact)
        yield Deed(
            node=node,
            article=self._reading.id,
            sort=sort.lower(),
            published=self._reading.published,
            offset=fact.evidence.start,
            roots=tuple(roots),
            stated=tuple(stated),
            speakers=self._speakers(by),
            words=tuple(words),
            topic=topic,
            marks=(*clause.marks(self._around(fact)), *((NEGATIVE,) if clause.is_negative(said_so) else ())),
            figures=figures,
            due=getattr(fact, "due", None) or getattr(fact, "done_on", None) or "",
            outcome=str(getattr(fact, "outcome", "")),
            said=said,
            fullness=fullness,
        )

    def _clause(self, fact: Fact, actors: Sequence[str]) -> str:
        """The clause without the names of who is to do it, the cue and the condition."""
        start, end = fact.evidence
        text = self._reading.text[start:end]
        blank = list(text)
        for key in actors:
            for mention in self._entities[key].mentions:
                if start <= mention.start and mention.end <= end:
                    blank[mention.start - start : mention.end - start] = " " * (mention.end - mention.start)
        said = clause.unconditional("".join(blank))
        for words in (getattr(fact, "condition", None), fact.cue) if isinstance(fact, Undertaking | Refusal) else ():
            said = said.replace(words, " ") if words else said
        return said

    def _speakers(self, by: str | None) -> tuple[str, ...]:
        return tuple(sorted({root.key for root in self._responsibility.roots([by] if by else [])}))

    def _around(self, fact: Fact) -> str:
        """The clause with what follows it in its sentence, at most a few words: "..., thay vì cuối năm 2026"."""
        start, end = fact.evidence
        after = self._reading.text[end : end + 60]
        return self._reading.text[start:end] + after.split(". ")[0].split(";")[0].split("\n")[0]

    def _said(self, fact: Fact) -> tuple[str, int]:
        """The day a fact was said and how many take part in the occasion as the article tells it."""
        index = getattr(fact, "stated_in", None)
        statement = self._facts.statements[index] if index is not None else None
        event = self._facts.events[statement.made_at] if statement and statement.made_at is not None else None
        if statement is None:
            return "", 0
        day = statement.said_on or (event.start if event and event.start else "")
        return day, len(event.attendees) + (event.location is not None) if event else 0


def figure(measure: Measure) -> Figure:
    """A measure as a deed keeps it."""
    return Figure(
        measure.indicator,
        indicator_key(measure.indicator) if measure.indicator else "",
        measure.comparator,
        format(measure.value, "f"),
        format(measure.upper, "f") if measure.upper is not None else "",
        measure.unit,
        measure.change,
        measure.period or "",
    )
