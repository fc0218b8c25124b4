"""The Turtle files of this folder as records: what extraction looks names up in.

An `iri` is local, without base: `body/Bộ_Công_an`. `name` is the preferred name, `aliases` the other forms, in file
order. The days of validity are inclusive; None: no day is known on that side.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

import pyoxigraph

from camket.ontology import vocabulary
from camket.ontology.namespaces import BASE, CK, PREFIXES

KIND_OF_PLACE = {
    CK + "Province": "province",
    CK + "CentralCity": "city",
    CK + "Region": "region",
    PREFIXES["schema"] + "Country": "country",
    PREFIXES["schema"] + "City": "foreign_city",
}
CAPITAL = "capital"


@dataclass(frozen=True, slots=True)
class ReferenceBody:
    """A body. `category`: local name of its class (`StateBody`); `parent`: a body; `jurisdiction`: a place."""

    iri: str
    name: str
    aliases: tuple[str, ...]
    category: str
    parent: str | None
    jurisdiction: str | None
    valid_from: date | None
    valid_to: date | None


@dataclass(frozen=True, slots=True)
class ReferencePlace:
    """A place.

    kind: `province`, `city` (of Vietnam, centrally run), `country`, `capital` (of a foreign country), `foreign_city`
    or `region`. parent: the place it lies in. stands_for: of a `capital` its country, since "Washington" often stands
    for a government; None for Hà Nội, which in the domestic news is nearly always the city.
    """

    iri: str
    name: str
    aliases: tuple[str, ...]
    kind: str
    parent: str | None
    valid_from: date | None
    valid_to: date | None
    stands_for: str | None


@dataclass(frozen=True, slots=True)
class Role:
    """A kind of post ("Bộ trưởng"). `implied_body`: the Vietnamese body that the role alone names."""

    iri: str
    name: str
    aliases: tuple[str, ...]
    implied_body: str | None


@dataclass(frozen=True, slots=True)
class Rank:
    """A military, police or naval rank ("Đại tướng")."""

    iri: str
    name: str
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Concept:
    """A concept of a closed scheme, or a unit.

    iri: of a closed scheme the whole IRI (`https://w3id.org/camket/ontology#AtLeast`), of a unit the local one
    (`unit/VND`). scheme: local name of its scheme (`Comparators`). notation: None where it has none.
    """

    iri: str
    name: str
    aliases: tuple[str, ...]
    scheme: str
    notation: str | None


@dataclass(frozen=True, slots=True)
class Change:
    """Bodies or places that became others. `effective`: the first day of the new state, as EDTF has it, "" if unknown.

    What goes on under its name is among the originals and the results.
    """

    iri: str
    originals: tuple[str, ...]
    results: tuple[str, ...]
    effective: str


class _Node:
    """What the files say of one subject: its values by predicate."""

    def __init__(self) -> None:
        self._values: dict[str, list[pyoxigraph.NamedNode | pyoxigraph.Literal]] = {}

    def add(self, predicate: str, value: pyoxigraph.NamedNode | pyoxigraph.Literal) -> None:
        self._values.setdefault(predicate, []).append(value)

    def all(self, term: str) -> tuple[str, ...]:
        """The values of a prefixed term, literals by their text, things of ours by their local IRI."""
        prefix, name = term.split(":")
        return tuple(v.value.removeprefix(BASE) for v in self._values.get(PREFIXES[prefix] + name, ()))

    def one(self, term: str) -> str | None:
        return next(iter(self.all(term)), None)

    def day(self, term: str) -> date | None:
        text = self.one(term)
        return date.fromisoformat(text) if text else None


def turtle_files() -> Iterator[bytes]:
    """The Turtle files of the reference data, in the order of their names."""
    for file in sorted(files(__package__).iterdir(), key=lambda f: f.name):
        if file.name.endswith(".ttl"):
            yield file.read_bytes()


@cache
def _nodes() -> dict[str, _Node]:
    return _read(turtle_files())


def _read(turtles: Iterable[bytes]) -> dict[str, _Node]:
    nodes: dict[str, _Node] = {}
    for turtle in turtles:
        for quad in pyoxigraph.parse(turtle, pyoxigraph.RdfFormat.TURTLE, base_iri=BASE):
            subject, value = quad.subject, quad.object
            if isinstance(subject, pyoxigraph.NamedNode) and isinstance(
                value, pyoxigraph.NamedNode | pyoxigraph.Literal
            ):
                nodes.setdefault(subject.value.removeprefix(BASE), _Node()).add(quad.predicate.value, value)
    return nodes


def _named(folder: str) -> Iterator[tuple[str, str, tuple[str, ...], _Node]]:
    for iri, node in _nodes().items():
        name = node.one("skos:prefLabel")
        if name is not None and iri.startswith(folder + "/"):
            yield iri, name, node.all("skos:altLabel"), node


@cache
def bodies() -> tuple[ReferenceBody, ...]:
    """Every body, in file order."""
    return tuple(
        ReferenceBody(
            iri=iri,
            name=name,
            aliases=aliases,
            category=next(t.removeprefix(CK) for t in node.all("rdf:type") if t.startswith(CK)),
            parent=node.one("org:subOrganizationOf"),
            jurisdiction=node.one("ck:jurisdiction"),
            valid_from=node.day("ck:validFrom"),
            valid_to=node.day("ck:validThrough"),
        )
        for iri, name, aliases, node in _named("body")
    )


@cache
def places() -> tuple[ReferencePlace, ...]:
    """Every place, in file order."""
    found = []
    for iri, name, aliases, node in _named("place"):
        kind = next(KIND_OF_PLACE[t] for t in node.all("rdf:type") if t in KIND_OF_PLACE)
        capital_of = node.one("ck:capitalOf") if kind == "foreign_city" else None
        found.append(
            ReferencePlace(
                iri=iri,
                name=name,
                aliases=aliases,
                kind=CAPITAL if capital_of else kind,
                parent=node.one("schema:containedInPlace"),
                valid_from=node.day("ck:validFrom"),
                valid_to=node.day("ck:validThrough"),
                stands_for=capital_of,
            )
        )
    return tuple(found)


@cache
def body_changes() -> tuple[Change, ...]:
    """Every change of bodies, in file order."""
    return _changes("org:originalOrganization", "org:resultingOrganization")


@cache
def place_changes() -> tuple[Change, ...]:
    """Every change of places, in file order."""
    return _changes("ck:originalArea", "ck:resultingArea")


def _changes(original: str, result: str) -> tuple[Change, ...]:
    return tuple(
        Change(iri, node.all(original), node.all(result), node.one("ck:effectiveOn") or "")
        for iri, _, _, node in _named("change")
        if node.all(original)
    )


@cache
def roles() -> tuple[Role, ...]:
    """Every role, in file order."""
    return tuple(Role(iri, name, aliases, node.one("ck:impliesBody")) for iri, name, aliases, node in _named("role"))


@cache
def ranks() -> tuple[Rank, ...]:
    """Every rank, in file order: from the highest down."""
    return tuple(Rank(iri, name, aliases) for iri, name, aliases, _ in _named("rank"))


@cache
def concepts() -> tuple[Concept, ...]:
    """The concepts of the closed schemes (speech acts, comparators, changes, reasons), then the units of the files."""
    closed = _read([vocabulary()])
    units = {iri: node for iri, node in _nodes().items() if iri.startswith("unit/")}
    return tuple(
        Concept(iri, name, node.all("skos:altLabel"), scheme.removeprefix(CK), node.one("skos:notation"))
        for iri, node in {**closed, **units}.items()
        if (name := node.one("skos:prefLabel")) and (scheme := node.one("skos:inScheme"))
    )
