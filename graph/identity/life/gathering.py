"""The deeds of one article: each fact with what is needed to tell what it has to do with another article's."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from camket.graph.extraction.text.tokenizer import fold
from camket.graph.facts import ArticleFacts, Change, Entity, Fact, Measure, Observation, Refusal, Turn, Undertaking
from camket.graph.identity.layer import Reading
from camket.graph.identity.life import clause
from camket.graph.identity.life.deed import (
    ASSESSMENT,
    CHANGED,
    FEWEST_WORDS,
    INHERITED,
    NEGATIVE,
    OBSERVATION,
    REFUSAL,
    REPORTING,
    THIN,
    Deed,
    Figure,
)
from camket.graph.identity.life.indicators import indicator_key, is_growth
from camket.graph.identity.responsibility import Responsibility, Root
from camket.graph.identity.standing import Standing


def deeds(reading: Reading, standing: Standing, base: str) -> Iterator[Deed]:
    """The deeds of an article that could be linked with another's; none where its date is unknown."""
    if not reading.published:
        return
    article = _Article(reading, standing, base)
    facts, nodes = reading.facts, reading.nodes
    for node, undertaking in zip(nodes.undertakings, facts.undertakings, strict=True):
        for part, measures in article.stages(undertaking):
            yield from article.deed(node, part.kind, part, part.actors, measures)
    for node, refusal in zip(nodes.refusals, facts.refusals, strict=True):
        yield from article.deed(node, REFUSAL, refusal, refusal.actors, ())
    for node, observation in zip(nodes.observations, facts.observations, strict=True):
        yield from article.deed(node, OBSERVATION, observation, observation.of, observation.measures)
    for node, assessment in zip(nodes.assessments, facts.assessments, strict=True):
        yield from article.deed(node, ASSESSMENT, assessment, assessment.actors, assessment.measures)


MAIN_ROOTS: Final = 3
"""So many of the roots that act in an article may be meant where nobody is named."""


class _Article:
    def __init__(self, reading: Reading, standing: Standing, base: str) -> None:
        self._reading = reading
        self._facts: ArticleFacts = reading.facts
        self._entities: Mapping[str, Entity] = {entity.key: entity for entity in reading.facts.entities}
        self._responsibility = Responsibility(reading, standing, base)
        self._main = self._main_root()

    def _main_root(self) -> list[Root]:
        """The roots of bodies and places that act in most facts of the article."""
        promised = [undertaking.actors for undertaking in self._facts.undertakings]
        reported = [assessment.actors for assessment in self._facts.assessments]
        acting = Counter(r for actors in promised + reported for r in self._responsibility.of_bodies(actors))
        return sorted(acting, key=lambda root: (-acting[root], root))[:MAIN_ROOTS]

    def stages(self, undertaking: Undertaking) -> Iterator[tuple[Undertaking, tuple[Measure, ...]]]:
        """An undertaking as it stands; of several parts with days of their own, each with the numbers it names."""
        if not undertaking.stages:
            yield undertaking, undertaking.measures
        for stage in undertaking.stages:
            told = set(clause.content(self._reading.text[slice(*stage.evidence)]))
            own = tuple(m for m in undertaking.measures if clause.number(m.value, m.unit) in told)
            yield replace(undertaking, evidence=stage.evidence, due=stage.due), own

    def deed(
        self, node: str, sort: str, fact: Fact, actors: Sequence[str], measures: Iterable[Measure]
    ) -> Iterator[Deed]:
        said_so = self._clause(fact, actors)
        figures = self._figures(fact, tuple(measures), said_so)
        words = clause.content(said_so)
        topic = tuple(clause.content(clause.topic(self._reading.text, fact.evidence.start)))
        if sort in REPORTING and sum(not word[0].isdigit() for word in set(words)) < THIN:
            topic += tuple(clause.content(clause.sentence_before(self._reading.text, fact.evidence.start)))
        if len(words) + len(topic) < FEWEST_WORDS and not figures:
            return
        by = getattr(fact, "stated_by", None)
        speaking = self._responsibility.of_bodies([by] if by else [])
        main = self._responsibility.main
        anybody = sorted({*self._main, *filter(None, [main])}) if sort in REPORTING else self._main[:1]
        roots = self._responsibility.roots(actors) or speaking or anybody
        if not roots:
            return
        saying = self._responsibility.roots([by] if by else [])
        stated = [root for root in dict.fromkeys((*saying, *self._main, *filter(None, [main]))) if root not in roots]
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
            marks=self._marks(fact, said_so),
            figures=figures,
            due=getattr(fact, "due", None) or getattr(fact, "done_on", None) or self._due(sort, figures),
            former=self._figures(fact, getattr(fact, "former_measures", ()), said_so),
            former_due=getattr(fact, "former_due", None) or "",
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
        if not isinstance(fact, Undertaking | Refusal):
            said = clause.without_before(said)
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

    def _marks(self, fact: Fact, said_so: str) -> tuple[str, ...]:
        """How the clause stands to what was said before: by its words, and by the turn that was read in it."""
        found = clause.marks(self._around(fact))
        if INHERITED not in found and INHERITED in clause.marks(clause.lead(self._reading.text, fact.evidence.start)):
            found.append(INHERITED)
        if clause.is_negative(said_so):
            found.append(NEGATIVE)
        if clause.is_change(said_so):
            found.append(CHANGED)
        found += clause.ordinals(said_so)
        if isinstance(fact, Undertaking) and fact.turn:
            found.append(_TURNS[fact.turn])
        return tuple(dict.fromkeys(found))

    def _figures(self, fact: Fact, measures: Sequence[Measure], said_so: str) -> tuple[Figure, ...]:
        """The measures of a fact; of a clause with one of them it counts what the clause as a whole names, too."""
        also = indicator_key(said_so) if len(measures) == 1 else ""
        told = self._reading.text, fact.evidence, self._reading.published
        year = clause.year_before(*told)
        if not year and isinstance(fact, Observation):
            year = clause.year_closed(*told)
        return tuple(figure(measure, also, year, said_so) for measure in measures)

    @staticmethod
    def _due(sort: str, figures: Sequence[Figure]) -> str:
        """When an undertaking is due that only its figures date."""
        if sort in (*REPORTING, REFUSAL):
            return ""
        return next((figure.period for figure in figures if figure.period), "")


_TURNS: Final = {
    Turn.AGAIN: "again",
    Turn.KEPT: "unchanged",
    Turn.MOVED: "moved",
    Turn.RAISED: "moved",
    Turn.LOWERED: "moved",
}
_YEAR: Final = len("2025")


def figure(measure: Measure, also: str, year: str, said_so: str = "") -> Figure:
    """A measure as a deed keeps it. year: that of the sentence; it counts where its own is no more precise.

    said_so: the clause, of which the indicator may leave out that it is a growth ("chỉ tiêu tăng GRDP").
    """
    key = indicator_key(measure.indicator) if measure.indicator else ""
    counted = measure.indicator.casefold() == measure.unit.casefold()
    named = measure.unit == "%" and f"tăng {fold(measure.indicator)}" in fold(said_so)
    grows = measure.change is Change.LEVEL and (is_growth(measure.indicator) or named)
    period = measure.period or ""
    return Figure(
        measure.indicator,
        also if counted and also else key,
        measure.comparator,
        format(measure.value, "f"),
        format(measure.upper, "f") if measure.upper is not None else "",
        measure.unit,
        Change.INCREASE if grows else measure.change,
        year if year and len(period) in (0, _YEAR) else period,
        also,
    )
