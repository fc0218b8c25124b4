"""What one article says of the people, bodies, places, posts and concepts it names: the ground of `graph/entities`.

A claim is two or three strings, of which articles that say the same give equal ones, so that they can be counted:

    ("class", CLASS)             a class it has, as a term
    ("category", CLASS)          what kind of body it is: the kind that most articles give counts
    ("name", NAME)               its preferred name in this article
    ("alias", NAME)              another name
    ("notation", TEXT)           a unit's notation
    ("link", PROPERTY, VALUE)    a relation to another entity, both as terms
"""

from collections.abc import Mapping
from typing import TypeAlias

from camket.graph.facts import ArticleFacts, Entity, EntityKind, Measure
from camket.graph.rdf import iris
from camket.graph.rdf import vocabulary as v
from camket.graph.rdf.concepts import NO_UNIT, Concepts
from camket.graph.rdf.terms import ck, iri

Claim: TypeAlias = tuple[str, ...]

_CLASSES = {EntityKind.PERSON: v.PERSON_CLASSES, EntityKind.BODY: v.BODY_CLASSES, EntityKind.PLACE: v.PLACE_CLASSES}


def article_claims(
    facts: ArticleFacts, article: str, assigned: Mapping[str, str], *, base: str, concepts: Concepts
) -> dict[str, list[Claim]]:
    """The claims of one article, sorted, by the IRI of whom or what they are about; none of what lives in it alone.

    article: its IRI. assigned: the IRIs of the people, bodies and places that identity has resolved, by entity key.
    """
    gathered = _Claims(facts, iris.complete(facts, article, assigned, base), base, concepts)
    for entity in facts.entities:
        gathered.entity(entity)
    gathered.facts(facts)
    return {subject: sorted(claims) for subject, claims in sorted(gathered.found.items())}


class _Claims:
    def __init__(self, facts: ArticleFacts, names: Mapping[str, str], base: str, concepts: Concepts) -> None:
        self.found: dict[str, set[Claim]] = {}
        self._entities = {entity.key: entity for entity in facts.entities}
        self._names = names
        self._base = base
        self._concepts = concepts

    def entity(self, entity: Entity) -> None:
        """What is said of one entity."""
        if iris.is_local(entity):
            return
        if entity.kind is EntityKind.POST:
            self._post(entity)
            return
        claims = self._named(self._names[entity.key], entity.name, _CLASSES[entity.kind])
        claims.update(("alias", alias) for alias in entity.aliases)
        if entity.kind is EntityKind.BODY:
            if entity.category:
                claims.add(("category", ck(entity.category)))
            self._link(claims, v.SUB_ORGANIZATION_OF, entity, entity.part_of, EntityKind.BODY)
            self._link(claims, v.JURISDICTION, entity, entity.jurisdiction, EntityKind.PLACE)
        elif entity.kind is EntityKind.PLACE:
            if entity.category == "AdministrativeArea":
                claims.add(("class", v.AREA_CLASS))
            self._link(claims, v.CONTAINED_IN, entity, entity.part_of, EntityKind.PLACE)

    def facts(self, facts: ArticleFacts) -> None:
        """The posts and concepts that facts name."""
        for holding in facts.holdings:
            body = self._body(holding.organization)
            if body:
                self._post_of_body(holding.role, body)
            self._concept(self._concepts.role(holding.role), iris.concept_name(holding.role), v.ROLES)
        for rank in facts.ranks:
            self._concept(self._concepts.rank(rank.rank), iris.concept_name(rank.rank), v.RANKS)
        for undertaking in facts.undertakings:
            self._measures((*undertaking.measures, *undertaking.former_measures))
        for observation in facts.observations:
            self._measures(observation.measures)
        for assessment in facts.assessments:
            self._measures(assessment.measures)

    def _measures(self, measures: tuple[Measure, ...]) -> None:
        for measure in measures:
            if measure.indicator:
                self._concept(self._concepts.indicator(measure.indicator), iris.concept_name(measure.indicator))
            unit = self._concept(self._concepts.unit(measure.unit), measure.unit or NO_UNIT, v.UNITS)
            unit.add(("notation", measure.unit))

    def _named(self, subject: str, name: str, classes: tuple[str, ...]) -> set[Claim]:
        claims = self.found.setdefault(subject, set())
        claims.add(("name", name))
        claims.update(("class", name) for name in classes)
        return claims

    def _concept(self, subject: str, name: str, scheme: str | None = None) -> set[Claim]:
        claims = self._named(subject, name, (v.CONCEPT,))
        if scheme:
            claims.add(("link", v.IN_SCHEME, scheme))
        return claims

    def _link(self, claims: set[Claim], prop: str, entity: Entity, key: str | None, kind: EntityKind) -> None:
        other = self._entities.get(key or "")
        if other and other.kind is kind and self._names[other.key] != self._names[entity.key]:
            claims.add(("link", prop, iri(self._names[other.key])))

    def _body(self, key: str | None) -> Entity | None:
        body = self._entities.get(key or "")
        return body if body and body.kind is EntityKind.BODY else None

    def _post(self, entity: Entity) -> None:
        body = self._body(entity.part_of)
        role = entity.role or entity.name
        if body:
            claims = self._post_of_body(role, body)
        else:
            claims = self._named(self._names[entity.key], iris.concept_name(entity.name), v.POST_CLASSES)
            role = entity.name
            claims.add(("link", v.ROLE, iri(self._concepts.role(role))))
        claims.update(("alias", alias) for alias in entity.aliases)
        self._concept(self._concepts.role(role), iris.concept_name(role), v.ROLES)

    def _post_of_body(self, role: str, body: Entity) -> set[Claim]:
        node = iris.post_iri(role, body, self._names[body.key], self._base)
        claims = self._named(node, iris.post_name(role, body.name), v.POST_CLASSES)
        claims.add(("link", v.POST_IN, iri(self._names[body.key])))
        claims.add(("link", v.ROLE, iri(self._concepts.role(role))))
        return claims
