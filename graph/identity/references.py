"""What the reference data says for identity: names of roles, where a recognised body or place is, what became what."""

from collections.abc import Iterator
from functools import cache
from typing import Final

from camket.graph.identity.names import spelled
from camket.ontology import reference

HOME: Final = "việt nam"
"""The place that everything has in common."""


@cache
def _role_names() -> dict[str, str]:
    names: dict[str, str] = {}
    for role in reference.roles():
        for name in (role.name, *role.aliases):
            names.setdefault(name.casefold(), role.name.casefold())
    return names


def role_named(words: str) -> str:
    """A role by its name in the reference data, case-folded; as it is worded where that has none."""
    return _role_names().get(words.casefold(), words.casefold())


def bare_roles() -> frozenset[str]:
    """Roles that say nothing without a body ("giám đốc")."""
    return _bare_roles()


@cache
def _bare_roles() -> frozenset[str]:
    return frozenset(_role_names().values())


@cache
def territory_of(local: str) -> tuple[str, ...]:
    """The places that an entry is responsible for or lies in, innermost first, spelled one way."""
    body = _bodies().get(local)
    seen: list[str] = []
    while body and not body.jurisdiction and body.parent and body.iri not in seen:
        seen.append(body.iri)
        body = _bodies().get(body.parent)
    place = body.jurisdiction if body else (_places()[local].parent if local in _places() else None)
    return tuple(_upwards(place))


def _upwards(place: str | None) -> Iterator[str]:
    seen: set[str] = set()
    while place in _places() and place not in seen:
        seen.add(place)
        yield spelled("place", _places()[place].name)
        place = _places()[place].parent


@cache
def _bodies() -> dict[str, reference.ReferenceBody]:
    return {body.iri: body for body in reference.bodies()}


@cache
def _places() -> dict[str, reference.ReferencePlace]:
    return {place.iri: place for place in reference.places()}


@cache
def successors() -> dict[str, tuple[tuple[str, str], ...]]:
    """What a body became and from which day (an EDTF date) on, by local IRI."""
    found: dict[str, list[tuple[str, str]]] = {}
    for change in reference.body_changes():
        for original in change.originals:
            found.setdefault(original, []).extend(
                (result, change.effective) for result in change.results if result != original
            )
    return {original: tuple(sorted(results)) for original, results in found.items() if results}


@cache
def place_successors() -> dict[str, frozenset[str]]:
    """What a place became, both by their spelled names."""
    found: dict[str, set[str]] = {}
    for change in reference.place_changes():
        for original in change.originals:
            names = {_name(result) for result in change.results if result != original}
            if names:
                found.setdefault(_name(original), set()).update(names)
    return {original: frozenset(results) for original, results in found.items()}


def _name(place: str) -> str:
    return spelled("place", _places()[place].name if place in _places() else place.rpartition("/")[2].replace("_", " "))
