"""An article's facts without those that an editor has rejected; what depends on these loses the slot.

The others keep their IRIs: facts are named before any is left out.
"""

from collections.abc import Set
from dataclasses import fields, replace
from typing import Final, TypeVar

from camket.graph.facts import ArticleFacts, Assessment, Undertaking
from camket.graph.rdf.fact_nodes import FactNodes

_MEASURES: Final = {
    "undertaking_measures": "undertakings",
    "former_measures": "undertakings",
    "observation_measures": "observations",
    "assessment_measures": "assessments",
}
Said = TypeVar("Said", Undertaking, Assessment)


def without(facts: ArticleFacts, nodes: FactNodes, rejected: Set[str]) -> tuple[ArticleFacts, FactNodes]:
    """The facts that are left, with their IRIs. rejected: IRIs."""
    if not rejected:
        return facts, nodes
    left = {
        kind.name: [index for index, node in enumerate(getattr(nodes, kind.name)) if node not in rejected]
        for kind in fields(ArticleFacts)
        if kind.name != "entities"
    }
    kept = replace(facts, **{name: tuple(getattr(facts, name)[i] for i in which) for name, which in left.items()})
    names = {name: tuple(getattr(nodes, name)[i] for i in which) for name, which in left.items()}
    for measures, owners in _MEASURES.items():
        names[measures] = tuple(getattr(nodes, measures)[i] for i in left[owners])
    events, statements = (_moved(left[name]) for name in ("events", "statements"))
    kept = replace(
        kept,
        statements=tuple(
            s if s.made_at is None else replace(s, made_at=events.get(s.made_at)) for s in kept.statements
        ),
        undertakings=tuple(_said_in(undertaking, statements) for undertaking in kept.undertakings),
        assessments=tuple(_said_in(assessment, statements) for assessment in kept.assessments),
    )
    return kept, FactNodes(**names)


def _moved(left: list[int]) -> dict[int, int]:
    """Where each fact that is left stands now, by where it stood."""
    return {old: new for new, old in enumerate(left)}


def _said_in(fact: Said, statements: dict[int, int]) -> Said:
    return fact if fact.stated_in is None else replace(fact, stated_in=statements.get(fact.stated_in))
