"""FollowTheMoney entities, one JSON object a line, as `ftm` and Aleph read them: https://followthemoney.tech.

Person, Organization, Position, Occupancy and Event; texts on one line and no longer than FollowTheMoney takes them,
addresses only of the web. Ids are made from IRIs and stay; every entity names its IRI.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterator
from typing import Any, BinaryIO, Final

from camket.graph.export.attributes import shortened
from camket.graph.export.json_lines import compact
from camket.graph.export.rows import rows
from camket.graph.store import Dataset

_ID_DIGITS: Final = 24

# Which entities there are: schema and the class of things that are its entities.
_SCHEMATA: Final = (
    ("Person", "foaf:Person"),
    ("Organization", "org:Organization"),
    ("Position", "org:Post"),
    ("Occupancy", "org:Membership"),
    ("Event", "schema:Event"),
)

# What FollowTheMoney does not take an entity without, and the property that tells of what thing it is.
_NEEDED: Final = {
    "Person": {"name"},
    "Organization": {"name"},
    "Position": {"name"},
    "Occupancy": {"holder", "post"},
    "Event": {"name"},
}
_IRI_IN: Final = {schema: "recordId" if schema in ("Occupancy", "Event") else "notes" for schema, _ in _SCHEMATA}

# Characters that FollowTheMoney takes of a property at most, and of those not named here.
_LONGEST: Final = {"name": 384, "alias": 384, "location": 250, "summary": 65_000}
_LONGEST_OTHERWISE: Final = 1024

_URLS: Final = frozenset({"sourceUrl"})

# Schema, property, path to its values, and whether these are other entities.
_PROPERTIES: Final = (
    ("Person", "name", "skos:prefLabel", False),
    ("Person", "alias", "skos:altLabel", False),
    ("Person", "title", "^ck:holder/ck:rank/skos:prefLabel", False),
    ("Person", "position", "^org:member/ck:post/skos:prefLabel", False),
    ("Organization", "name", "skos:prefLabel", False),
    ("Organization", "alias", "skos:altLabel", False),
    ("Organization", "parent", "org:subOrganizationOf", True),
    ("Position", "name", "skos:prefLabel", False),
    ("Position", "organization", "org:postIn", True),
    ("Occupancy", "holder", "org:member", True),
    ("Occupancy", "post", "ck:post", True),
    ("Occupancy", "date", "ck:attestedOn", False),
    ("Occupancy", "summary", "ck:evidence/oa:hasSelector/oa:exact", False),
    ("Occupancy", "publisher", "prov:wasDerivedFrom/schema:publisher", False),
    ("Occupancy", "sourceUrl", "prov:wasDerivedFrom/schema:url", False),
    ("Event", "name", "ck:evidence/oa:hasSelector/oa:exact", False),
    ("Event", "summary", "ck:evidence/oa:hasSelector/oa:exact", False),
    ("Event", "publisher", "prov:wasDerivedFrom/schema:publisher", False),
    ("Event", "startDate", "schema:startDate", False),
    ("Event", "endDate", "schema:endDate", False),
    ("Event", "location", "schema:location/skos:prefLabel", False),
    ("Event", "involved", "schema:attendee", True),
    ("Event", "organizer", "schema:organizer", True),
    ("Event", "sourceUrl", "prov:wasDerivedFrom/schema:url", False),
)

_IN_REFERENCE_DATA: Final = frozenset({"Organization", "Position"})
"""Of these only what somebody speaks of is an entity: what a fact or a mention leads to."""


def write_ftm(dataset: Dataset, out: BinaryIO) -> dict[str, int]:
    """Write the entities to `out`; how many of each schema."""
    counts = dict.fromkeys((schema for schema, _ in _SCHEMATA), 0)
    for entity in _entities(dataset):
        counts[entity["schema"]] += 1
        out.write((compact(entity) + "\n").encode())
    return counts


def _entities(dataset: Dataset) -> Iterator[dict[str, Any]]:
    schemata = _spoken_of(dataset)
    values = _values(dataset, schemata)
    for iri, schema in sorted(schemata.items()):
        properties = {name: sorted(found) for name, found in values[iri].items() if found}
        if _NEEDED[schema] <= properties.keys():
            own = {_IRI_IN[schema]: [iri]}
            yield {"id": entity_id(iri), "schema": schema, "properties": {**properties, **own}}


def entity_id(iri: str) -> str:
    """The id of the entity for a thing."""
    return "camket-" + hashlib.sha256(iri.encode()).hexdigest()[:_ID_DIGITS]


def _spoken_of(dataset: Dataset) -> dict[str, str]:
    """The schema of everything that is to be an entity, by IRI."""
    found = {
        thing.value: schema
        for schema, cls in _SCHEMATA
        for (thing,) in rows(dataset, f"SELECT DISTINCT ?x WHERE {{ ?x a {cls} FILTER(isIRI(?x)) }}")
    }
    named = {thing.value for (thing,) in rows(dataset, _NAMED)}
    kept = {iri: schema for iri, schema in found.items() if schema not in _IN_REFERENCE_DATA or iri in named}
    return kept | {role.value: "Position" for _, _, role, _ in rows(dataset, _HELD_WITHOUT_POST)}


_NAMED: Final = """SELECT DISTINCT ?x WHERE {
  { ?article schema:mentions ?x } UNION { ?fact org:organization|ck:post|schema:attendee|schema:organizer ?x }
  UNION { ?child org:subOrganizationOf ?x . ?article schema:mentions ?child }
  UNION { ?post org:postIn ?x . ?fact ck:post ?post }
}"""


_HELD_WITHOUT_POST: Final = """SELECT ?holding ?person ?role ?name WHERE {
  ?holding a org:Membership ; org:member ?person ; org:role ?role . ?role skos:prefLabel ?name
  FILTER NOT EXISTS { ?holding ck:post ?post }
}"""
"""A post that belongs to no body is told by its role alone, "Thủ tướng Ấn Độ": the role is then the position."""


def _values(dataset: Dataset, schemata: dict[str, str]) -> dict[str, dict[str, set[str]]]:
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for schema, name, path, is_entity in _PROPERTIES:
        for thing, value in rows(dataset, f"SELECT ?x ?v WHERE {{ ?x {path} ?v }}"):
            if schemata.get(thing.value) != schema:
                continue
            if not is_entity:
                found[thing.value][name] |= _taken(name, value.value)
            elif value.value in schemata:
                found[thing.value][name].add(entity_id(value.value))
    for holding, person, role, title in rows(dataset, _HELD_WITHOUT_POST):
        found[holding.value]["post"].add(entity_id(role.value))
        found[person.value]["position"] |= _taken("position", title.value)
    for thing, former in rows(dataset, "SELECT ?x ?v WHERE { ?x ck:former ?v }"):
        if schemata.get(thing.value) == "Occupancy":
            found[thing.value]["status"].add("ended" if former.value == "true" else "current")
    return found


def _taken(name: str, value: str) -> set[str]:
    """A value as FollowTheMoney takes it: none, or one."""
    if name in _URLS and not value.startswith(("http://", "https://")):
        return set()
    text = shortened(value, _LONGEST.get(name, _LONGEST_OTHERWISE))
    return {text} if text else set()
