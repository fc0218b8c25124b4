"""The reference data of a store: Camket's own, and what the store's `reference.ttl` adds to them."""

from pathlib import Path
from typing import Final

import pyoxigraph

from camket.graph.errors import UsageError
from camket.graph.folder import StoreFolder
from camket.ontology.namespaces import PREFIXES

NAME: Final = "reference.ttl"
"""Its name in a store's folder."""

_HOW: Final = "ontology/reference/README.md says how entries are written"
_PREFERRED: Final = PREFIXES["skos"] + "prefLabel"
_TYPE: Final = PREFIXES["rdf"] + "type"


def store_reference(folder: StoreFolder) -> bytes:
    """The N-Quads of `graph/reference` of a store.

    Raises UsageError, one line, where its `reference.ttl` is no Turtle, has an entry without its one preferred name,
    or gives another to what Camket knows already.
    """
    from camket.ontology.reference import reference_nquads

    path = folder.path / NAME
    try:
        turtle = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return reference_nquads(folder.base)
    _check(path, turtle, folder.base, reference_nquads(folder.base))
    return reference_nquads(folder.base, [turtle])


def _check(path: Path, turtle: bytes, base: str, own: bytes) -> None:
    try:
        added = list(pyoxigraph.parse(turtle, pyoxigraph.RdfFormat.TURTLE, base_iri=base))
    except (SyntaxError, ValueError) as error:
        raise UsageError(f"{path} is no Turtle ({error}): mend it; {_HOW}") from error
    known = {
        str(quad.subject)
        for quad in pyoxigraph.parse(own, pyoxigraph.RdfFormat.N_QUADS)
        if quad.predicate.value == _PREFERRED
    }
    names: dict[str, int] = {str(quad.subject): 0 for quad in added if quad.predicate.value == _TYPE}
    for quad in added:
        if quad.predicate.value == _PREFERRED:
            names[str(quad.subject)] = names.get(str(quad.subject), 0) + 1
    for subject, count in sorted(names.items()):
        if subject in known and count:
            raise UsageError(f"{path}: {subject} has its name already: leave its skos:prefLabel out")
        if subject not in known and count != 1:
            raise UsageError(f"{path}: {subject} has {count} skos:prefLabel and needs one, in Vietnamese; {_HOW}")
