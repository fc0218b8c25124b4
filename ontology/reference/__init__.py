"""The reference data: bodies, places, roles and ranks that the news takes for granted (README.md beside this file).

    bodies() -> tuple[ReferenceBody, ...]      places() -> tuple[ReferencePlace, ...]
    roles()  -> tuple[Role, ...]               ranks()  -> tuple[Rank, ...]
    concepts() -> tuple[Concept, ...]          what closed schemes and units hold
    body_changes(), place_changes() -> tuple[Change, ...]    what became what
    reference_nquads(base) -> bytes            all of it as the graph `<base>graph/reference`

All but the last are read once and kept; their order is that of the files.
"""

from camket.ontology.reference.entries import (
    Change,
    Concept,
    Rank,
    ReferenceBody,
    ReferencePlace,
    Role,
    bodies,
    body_changes,
    concepts,
    place_changes,
    places,
    ranks,
    roles,
)
from camket.ontology.reference.graph import reference_nquads

__all__ = [
    "Change",
    "Concept",
    "Rank",
    "ReferenceBody",
    "ReferencePlace",
    "Role",
    "bodies",
    "body_changes",
    "concepts",
    "place_changes",
    "places",
    "ranks",
    "reference_nquads",
    "roles",
]
