"""Evidence or nothing: what an article's facts must keep to before they are stored.

A span has to lie in the text, an entity key to name an entity, a date to be one. A fact that fails is left out, and
what depends on it with it; each is reported.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from camket.graph import edtf
from camket.graph.facts import ArticleFacts, Assessment, Entity, Event, Fact, Measure, Span, Statement, Undertaking

AnyFact = TypeVar("AnyFact", bound=Fact)

_KEYS = ("member", "organization", "holder", "location", "organizer", "chair", "speaker", "on_behalf_of", "stated_by")
_KEY_LISTS = ("attendees", "actors", "beneficiaries", "of")
_DATES = ("said_on", "due", "done_on", "former_due")


def verified(facts: ArticleFacts, text: str) -> tuple[ArticleFacts, list[str]]:
    """The facts that hold up against the text, and a line for each that does not."""
    check = _Check(len(text))
    entities = check.entities(facts.entities)
    events, event_at = check.kept(facts.events)
    statements, statement_at = check.kept([_moved(s, "made_at", event_at) for s in facts.statements])
    undertakings, _ = check.kept([_moved(u, "stated_in", statement_at) for u in facts.undertakings])
    assessments, _ = check.kept([_moved(a, "stated_in", statement_at) for a in facts.assessments])
    result = ArticleFacts(
        entities=entities,
        holdings=check.kept(facts.holdings)[0],
        ranks=check.kept(facts.ranks)[0],
        events=events,
        statements=statements,
        undertakings=undertakings,
        refusals=check.kept(facts.refusals)[0],
        observations=check.kept(facts.observations)[0],
        assessments=assessments,
        abstentions=check.kept(facts.abstentions)[0],
    )
    return result, check.problems


class _Check:
    def __init__(self, length: int) -> None:
        self.problems: list[str] = []
        self._length = length
        self._keys: set[str] = set()

    def entities(self, entities: Sequence[Entity]) -> tuple[Entity, ...]:
        """The entities with the mentions that lie in the text, without those that have none."""
        result = []
        for entity in entities:
            mentions = tuple(span for span in entity.mentions if self._lies(span))
            if len(mentions) < len(entity.mentions) or not mentions:
                self.problems.append(f"{entity.kind} {entity.name!r}: a mention lies outside the text")
            if mentions:
                self._keys.add(entity.key)
                result.append(entity if mentions == entity.mentions else replace(entity, mentions=mentions))
        return tuple(self._related(entity) for entity in result)

    def kept(self, facts: Sequence[AnyFact]) -> tuple[tuple[AnyFact, ...], dict[int, int]]:
        """The facts that hold, and the new index of each by its old one."""
        kept: list[AnyFact] = []
        moved = {}
        for index, fact in enumerate(facts):
            fault = self._fault(fact)
            if fault:
                self.problems.append(f"{type(fact).__name__} at {fact.evidence.start},{fact.evidence.end}: {fault}")
            else:
                moved[index] = len(kept)
                kept.append(fact)
        return tuple(kept), moved

    def _lies(self, span: Span) -> bool:
        return 0 <= span.start < span.end <= self._length

    def _related(self, entity: Entity) -> Entity:
        known: Callable[[str | None], str | None] = lambda key: key if key in self._keys else None  # noqa: E731
        part_of, jurisdiction = known(entity.part_of), known(entity.jurisdiction)
        if (part_of, jurisdiction) == (entity.part_of, entity.jurisdiction):
            return entity
        self.problems.append(f"{entity.kind} {entity.name!r}: related to an entity that is not there")
        return replace(entity, part_of=part_of, jurisdiction=jurisdiction)

    def _fault(self, fact: Fact) -> str | None:
        if not all(self._lies(span) for span in (fact.evidence, *fact.context)):
            return "a span lies outside the text"
        keys = [getattr(fact, name, None) for name in _KEYS]
        keys += [key for name in _KEY_LISTS for key in getattr(fact, name, ())]
        if any(key is not None and key not in self._keys for key in keys):
            return "it names an entity that is not there"
        bad = [when for when in _dates(fact) if not edtf.is_edtf(when)]
        return f"{bad[0]!r} is no date" if bad else None


def _dates(fact: Fact) -> Iterable[str]:
    """The dates of a fact and of its measures; an event's as the stretch from its start to its end."""
    if isinstance(fact, Event):
        points = [point for point in (fact.start, fact.end) if point]
        yield from points
        if len(points) > 1:
            yield f"{points[0].split('/')[0]}/{points[1].split('/')[-1]}"
    for name in _DATES:
        if when := getattr(fact, name, None):
            yield when
    measures: tuple[Measure, ...] = (*getattr(fact, "measures", ()), *getattr(fact, "former_measures", ()))
    for measure in measures:
        if measure.period:
            yield measure.period


Referring = TypeVar("Referring", Statement, Undertaking, Assessment)


def _moved(fact: Referring, name: str, moved: dict[int, int]) -> Referring:
    """A fact that refers to another by its index, with the other's new index, or None where that is left out."""
    old: int | None = getattr(fact, name)
    new = None if old is None else moved.get(old)
    if new == old:
        return fact
    return replace(fact, made_at=new) if isinstance(fact, Statement) else replace(fact, stated_in=new)
