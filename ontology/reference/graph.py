"""The graph `<base>graph/reference`: the reference data and the vocabulary's names, as a store holds them.

The files say each thing once; the graph writes out what follows: superclasses and super-properties, the preferred name
again as an `rdfs:label` without language tag, the first and last day of each date ("dates to compare"), and what came
after a body or place that is no more: of the originals of a change those that are not among its results.
"""

import calendar
from collections.abc import Iterable

import pyoxigraph
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat

from camket.ontology import vocabulary
from camket.ontology.namespaces import CK, PREFIXES
from camket.ontology.reference.entries import turtle_files

_TYPE = NamedNode(PREFIXES["rdf"] + "type")
_LABEL = NamedNode(PREFIXES["rdfs"] + "label")
_SUBCLASS = NamedNode(PREFIXES["rdfs"] + "subClassOf")
_SUBPROPERTY = NamedNode(PREFIXES["rdfs"] + "subPropertyOf")
_PREF_LABEL = NamedNode(PREFIXES["skos"] + "prefLabel")
_EFFECTIVE_ON = NamedNode(CK + "effectiveOn")
_SUCCEEDED_BY = NamedNode(CK + "succeededBy")
_ENDED_BY = NamedNode(CK + "endedBy")
_CHANGES = (
    (NamedNode(PREFIXES["org"] + "originalOrganization"), NamedNode(PREFIXES["org"] + "resultingOrganization")),
    (NamedNode(CK + "originalArea"), NamedNode(CK + "resultingArea")),
)
_DATE_FROM = NamedNode(CK + "dateFrom")
_DATE_BY = NamedNode(CK + "dateBy")
_DAY = NamedNode(PREFIXES["xsd"] + "date")

# Of a term of the vocabulary, what a query or a page wants to show; definitions and alignments stay in camket.ttl.
_SHOWN = {
    _TYPE,
    _LABEL,
    _SUBCLASS,
    _SUBPROPERTY,
    _PREF_LABEL,
    NamedNode(PREFIXES["skos"] + "notation"),
    NamedNode(PREFIXES["skos"] + "inScheme"),
}

_Thing = NamedNode | Literal
_Triple = tuple[NamedNode, NamedNode, _Thing]


def reference_nquads(base: str, more: Iterable[bytes] = ()) -> bytes:
    """The reference data and the names of the vocabulary's terms, as sorted N-Quads of `<base>graph/reference`.

    base: the IRI under which things live, ending in `/`. more: Turtle files to be read like those here.
    The shapes are not in it, nor any blank node.
    """
    terms = set(_triples(vocabulary(), base))
    above = _ancestors((s, o) for s, p, o in terms if p == _SUBCLASS and isinstance(o, NamedNode))
    triples: set[_Triple] = {(s, p, o) for s, p, o in terms if p in _SHOWN and s.value.startswith(CK)}
    for turtle in (*turtle_files(), *more):
        triples.update(_triples(turtle, base))
    triples |= {(s, p, parent) for s, p, o in triples if p == _TYPE for parent in above.get(o, ())}
    triples |= {(s, _LABEL, Literal(o.value)) for s, p, o in triples if p == _PREF_LABEL}
    triples |= {day for s, p, o in triples if p == _EFFECTIVE_ON for day in _days(s, o)}
    triples |= _successions(triples)
    graph = NamedNode(base + "graph/reference")
    return "".join(sorted(f"{Quad(s, p, o, graph)} .\n" for s, p, o in triples)).encode()


def _triples(turtle: bytes, base: str) -> list[_Triple]:
    """The triples of a file, those with a blank node left out (the vocabulary's lists of disjoint classes)."""
    found = []
    for quad in pyoxigraph.parse(turtle, RdfFormat.TURTLE, base_iri=base):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
            found.append((quad.subject, quad.predicate, quad.object))
    return found


def _ancestors(pairs: Iterable[tuple[NamedNode, NamedNode]]) -> dict[_Thing, set[NamedNode]]:
    """All classes above each class."""
    above: dict[_Thing, set[NamedNode]] = {}
    for child, parent in pairs:
        above.setdefault(child, set()).add(parent)
    for parents in above.values():
        waiting = list(parents)
        while waiting:
            new = above.get(waiting.pop(), set()) - parents
            parents |= new
            waiting += new
    return above


def _successions(triples: set[_Triple]) -> set[_Triple]:
    """What each thing that a change ended was succeeded by, and the change."""
    found: set[_Triple] = set()
    for before, after in _CHANGES:
        results: dict[NamedNode, set[_Thing]] = {}
        for change, p, o in triples:
            if p == after:
                results.setdefault(change, set()).add(o)
        for change, p, original in triples:
            if p == before and isinstance(original, NamedNode) and original not in results.get(change, ()):
                found.add((original, _ENDED_BY, change))
                found |= {(original, _SUCCEEDED_BY, result) for result in results.get(change, ())}
    return found


def _days(subject: NamedNode, when: _Thing) -> list[_Triple]:
    """The first and last day of `2025`, `2025-03` or `2025-03-01`."""
    year, month, day = ([int(part) for part in when.value.split("-")] + [0, 0])[:3]
    last = calendar.monthrange(year, month or 12)[1]
    return [
        (subject, _DATE_FROM, Literal(f"{year}-{month or 1:02}-{day or 1:02}", datatype=_DAY)),
        (subject, _DATE_BY, Literal(f"{year}-{month or 12:02}-{day or last:02}", datatype=_DAY)),
    ]
