"""The reference data: bodies, places, roles and ranks that the news takes for granted (README.md beside this file).

    bodies() -> tuple[ReferenceBody, ...]      places() -> tuple[ReferencePlace, ...]
    roles()  -> tuple[Role, ...]               ranks()  -> tuple[Rank, ...]
    concepts() -> tuple[Concept, ...]          what closed schemes and units hold
    reference_nquads(base) -> bytes            all of it as the graph `<base>graph/reference`

All but the last are read once and kept; their order is that of the files.
"""

from camket.ontology.reference.entries import (
    Concept,
    Rank,
    ReferenceBody,
    ReferencePlace,
    Role,
    bodies,
    concepts,
    places,
    ranks,
    roles,
)
from camket.ontology.reference.graph import reference_nquads

__all__ = [
    "Concept",
    "Rank",
    "ReferenceBody",
    "ReferencePlace",
    "Role",
    "bodies",
    "concepts",
    "places",
    "ranks",
    "reference_nquads",
    "roles",
]
