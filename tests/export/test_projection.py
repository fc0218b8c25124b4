import re
from collections.abc import Iterator
from copy import deepcopy
from importlib.resources import files
from typing import Any

import pytest
import rdflib

from camket.graph.errors import UsageError
from camket.graph.export.projection import EdgeKind, NodeKind, load, reduced
from camket.ontology.namespaces import CK, PREFIXES

DECLARED: dict[str, Any] = {
    "profiles": {"full": {}, "people": {"nodes": ["person"], "edges": ["met"]}},
    "attributes": {"name": {"label": {"path": "skos:prefLabel"}}},
    "nodes": [
        {"kind": "person", "class": "foaf:Person", "colour": "#000000", "attributes": ["name"]},
        {"kind": "place", "class": "schema:Place", "colour": "#000000", "own": {"people": {"path": "ck:p"}}},
    ],
    "edges": [
        {"kind": "met", "label": "gặp", "path": "ck:met"},
        {"kind": "in", "label": "ở", "path": "ck:in"},
    ],
}


def test_a_profile_keeps_the_kinds_it_names() -> None:
    people = reduced(DECLARED, "people")
    assert [kind.kind for kind in people.nodes] == ["person"]
    assert [kind.kind for kind in people.edges] == ["met"]
    assert len(reduced(DECLARED, "full").nodes) == 2


def test_an_unknown_profile_is_refused_and_the_known_ones_named() -> None:
    with pytest.raises(UsageError, match=r"unknown profile 'tiny': choose one of full, people"):
        reduced(DECLARED, "tiny")


@pytest.mark.parametrize(
    ("attribute", "message"),
    [
        ({"path": "ck:p", "type": "integer", "take": "count"}, "'people' is declared as integer and as string"),
        ({"path": "ck:p", "type": "float"}, "unknown type or take: 'float'"),
        ({"path": "ck:p", "take": "some"}, "unknown type or take: 'string', 'some'"),
        ({"path": "ck:p", "type": "double"}, "joins values, so it is a string"),
        ({"path": "ck:p", "each": "ck:q"}, "needs either a path or each"),
        ({}, "needs either a path or each"),
    ],
)
def test_contradictions_are_found_when_the_declaration_is_read(attribute: dict[str, Any], message: str) -> None:
    declared = deepcopy(DECLARED)
    declared["nodes"][0]["own"] = {"people": attribute}
    with pytest.raises(ValueError, match=message):
        reduced(declared, "full")


def test_an_edge_has_a_class_or_a_path() -> None:
    declared = deepcopy(DECLARED)
    declared["edges"][0]["class"] = "ck:Meeting"
    with pytest.raises(ValueError, match="'met' needs either a class or a path"):
        reduced(declared, "full")


def terms(kind: NodeKind | EdgeKind) -> Iterator[str]:
    """Every prefixed name in the paths of a kind."""
    paths = [kind.cls or ""]
    if isinstance(kind, EdgeKind):
        paths += [kind.source, *kind.target, kind.path, kind.unless or ""]
    for attribute in kind.attributes.values():
        paths += [*attribute.path, attribute.each or "", *attribute.of]
    for path in paths:
        yield from re.findall(r"[^/|^]+", path)


def test_the_projects_declaration_uses_only_terms_that_there_are() -> None:
    project = load("full")
    kinds: list[NodeKind | EdgeKind] = [*project.nodes, *project.edges]
    used = {term for kind in kinds for term in terms(kind)}
    assert used
    assert {term.partition(":")[0] for term in used} <= PREFIXES.keys()
    vocabulary = files("camket.ontology").joinpath("camket.ttl")
    defined = {str(subject) for subject in rdflib.Graph().parse(data=vocabulary.read_text("utf-8")).subjects()}
    assert {term for term in used if term.startswith("ck:") and CK + term[3:] not in defined} == set()


def test_every_kind_of_node_has_a_colour_of_its_own_and_every_edge_a_vietnamese_label() -> None:
    project = load("full")
    colours = [kind.colour for kind in project.nodes]
    assert len(set(colours)) == len(colours)
    assert all(re.fullmatch(r"#[0-9a-f]{6}", colour) for colour in colours)
    assert all(kind.label for kind in project.edges)
