"""The declaration of the property graph, `ontology/projection.toml`, read and checked; what it means stands there."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from camket.graph.errors import UsageError

TYPES = ("string", "integer", "double", "boolean", "date")
TAKES = ("all", "first", "least", "greatest", "count")
WRITTEN_BY_THE_PROJECTION = {"kind": "string", "label": "string", "label_en": "string"}
EDGE_COLUMNS = {**WRITTEN_BY_THE_PROJECTION, "weight": "double"}
NODE_COLUMNS = {**WRITTEN_BY_THE_PROJECTION, "colour": "string", "size": "double"}

Attributes = Mapping[str, "Attribute"]


@dataclass(frozen=True, slots=True)
class Attribute:
    """One attribute of a node or edge: where its values come from, and how they become one value."""

    path: tuple[str, ...] = ()
    type: str = "string"
    lang: str | None = None
    within: str | None = None
    take: str = "all"
    shorten: int | None = None
    each: str | None = None
    of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NodeKind:
    """The things of one class, as nodes."""

    kind: str
    cls: str
    colour: str
    attributes: Attributes
    only_linked: bool = False


@dataclass(frozen=True, slots=True)
class EdgeKind:
    """The facts of a class as edges (`cls`, `source`, `target`), or whatever `path` leads from and to."""

    kind: str
    label: str
    attributes: Attributes
    cls: str | None = None
    source: str = ""
    target: tuple[str, ...] = ()
    path: str = ""
    of: str | None = None
    unless: str | None = None
    structural: bool = False
    symmetric: bool = False


@dataclass(frozen=True, slots=True)
class Projection:
    """A declaration, reduced to one profile.

    node_columns and edge_columns: the one type of each attribute. merges: like edges are to be made one.
    """

    nodes: tuple[NodeKind, ...]
    edges: tuple[EdgeKind, ...]
    node_columns: Mapping[str, str] = field(default_factory=dict)
    edge_columns: Mapping[str, str] = field(default_factory=dict)
    merges: bool = False


def load(profile: str) -> Projection:
    """The project's declaration, for one of its profiles. Raises UsageError for a profile it does not have."""
    return reduced(_declared(), profile)


@cache
def _declared() -> dict[str, Any]:
    return tomllib.loads(files("camket.ontology").joinpath("projection.toml").read_text(encoding="utf-8"))


def reduced(declared: Mapping[str, Any], profile: str) -> Projection:
    """`declared` (the parsed TOML), with only the kinds that `profile` keeps.

    Raises UsageError for an unknown profile, ValueError where the declaration contradicts itself.
    """
    if profile not in declared["profiles"]:
        raise UsageError(f"unknown profile {profile!r}: choose one of {', '.join(sorted(declared['profiles']))}")
    kept = declared["profiles"][profile]
    groups = declared.get("attributes", {})
    nodes = [_node_kind(entry, groups) for entry in declared["nodes"] if profile in entry.get("only_in", [profile])]
    edges = [_edge_kind(entry, groups) for entry in declared["edges"] if profile in entry.get("only_in", [profile])]
    node_columns = _columns("nodes", (kind.attributes for kind in nodes), NODE_COLUMNS)
    edge_columns = _columns("edges", (kind.attributes for kind in edges), EDGE_COLUMNS)
    return Projection(
        tuple(kind for kind in nodes if kind.kind in kept.get("nodes", [kind.kind])),
        tuple(kind for kind in edges if kind.kind in kept.get("edges", [kind.kind])),
        node_columns,
        edge_columns,
        kept.get("merge", False),
    )


def _node_kind(entry: Mapping[str, Any], groups: Mapping[str, Any]) -> NodeKind:
    attributes = _attributes(entry, groups)
    return NodeKind(entry["kind"], entry["class"], entry["colour"], attributes, entry.get("only_linked", False))


def _edge_kind(entry: Mapping[str, Any], groups: Mapping[str, Any]) -> EdgeKind:
    if ("class" in entry) == ("path" in entry):
        raise ValueError(f"edge {entry['kind']!r} needs either a class or a path")
    return EdgeKind(
        kind=entry["kind"],
        label=entry["label"],
        attributes=_attributes(entry, groups),
        cls=entry.get("class"),
        source=entry.get("source", ""),
        target=_paths(entry.get("target", ())),
        path=entry.get("path", ""),
        of=entry.get("of"),
        unless=entry.get("unless"),
        structural=entry.get("structural", False),
        symmetric=entry.get("symmetric", False),
    )


def _attributes(entry: Mapping[str, Any], groups: Mapping[str, Any]) -> Attributes:
    declared: dict[str, Any] = {}
    for group in entry.get("attributes", ()):
        declared.update(groups[group])
    declared.update(entry.get("own", {}))
    return {name: _attribute(name, value) for name, value in declared.items()}


def _attribute(name: str, value: Mapping[str, Any]) -> Attribute:
    attribute = Attribute(**{**value, "path": _paths(value.get("path", ())), "of": tuple(value.get("of", ()))})
    if attribute.type not in TYPES or attribute.take not in TAKES:
        raise ValueError(f"attribute {name!r} has an unknown type or take: {attribute.type!r}, {attribute.take!r}")
    if bool(attribute.path) == bool(attribute.each):
        raise ValueError(f"attribute {name!r} needs either a path or each")
    if attribute.take == "all" and attribute.type != "string":
        raise ValueError(f"attribute {name!r} joins values, so it is a string, not {attribute.type}")
    return attribute


def _paths(value: str | Iterable[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _columns(where: str, kinds: Iterable[Attributes], fixed: Mapping[str, str]) -> dict[str, str]:
    columns = dict(fixed)
    for attributes in kinds:
        for name, attribute in attributes.items():
            if columns.setdefault(name, attribute.type) != attribute.type:
                raise ValueError(f"{where} attribute {name!r} is declared as {columns[name]} and as {attribute.type}")
    return columns
