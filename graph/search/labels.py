"""What things and concepts are called, as the graph says, over all its graphs."""

from dataclasses import dataclass
from typing import Final

import pyoxigraph

from camket.graph.lookup import CLASSES
from camket.ontology.namespaces import PREFIXES

_TYPE: Final = pyoxigraph.NamedNode(PREFIXES["rdf"] + "type")
_PREFERRED: Final = pyoxigraph.NamedNode(PREFIXES["skos"] + "prefLabel")
_OTHER: Final = pyoxigraph.NamedNode(PREFIXES["skos"] + "altLabel")
_NOTATION: Final = pyoxigraph.NamedNode(PREFIXES["skos"] + "notation")
_KINDS: Final = {PREFIXES[name.split(":")[0]] + name.split(":")[1]: kind for name, kind in CLASSES.items()}


@dataclass(frozen=True, slots=True)
class Named:
    """A thing's kind (`person`, `body` ...), its preferred name, and all its names."""

    kind: str
    name: str
    names: tuple[str, ...]


class Labels:
    """Names as `store` has them; those of concepts are remembered."""

    def __init__(self, store: pyoxigraph.Store) -> None:
        self._store = store
        self._concepts: dict[tuple[str, str], str] = {}

    def name(self, concept: str) -> str:
        """The preferred name of a concept; its IRI's last part where it has none."""
        return self._concept(concept, _PREFERRED, concept.rpartition("/")[2])

    def notation(self, concept: str) -> str:
        """The notation of a comparator, unit or change; "" where it has none."""
        return self._concept(concept, _NOTATION, "")

    def named(self, thing: str) -> Named | None:
        """What a thing is and is called, None where it is no person, body, place, group or post."""
        kind = next((_KINDS[value] for value in self._values(thing, _TYPE) if value in _KINDS), None)
        if kind is None:
            return None
        preferred, others = self._values(thing, _PREFERRED), self._values(thing, _OTHER)
        name = preferred[0] if preferred else thing.rpartition("/")[2]
        return Named(kind, name, tuple(sorted({name, *others})))

    def _concept(self, concept: str, property: pyoxigraph.NamedNode, default: str) -> str:
        key = (concept, property.value)
        if key not in self._concepts:
            found = self._values(concept, property)
            self._concepts[key] = found[0] if found else default
        return self._concepts[key]

    def _values(self, subject: str, property: pyoxigraph.NamedNode) -> list[str]:
        quads = self._store.quads_for_pattern(pyoxigraph.NamedNode(subject), property, None, None)
        return sorted(quad.object.value for quad in quads)  # type: ignore[union-attr]
