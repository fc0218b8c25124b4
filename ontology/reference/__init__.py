"""The reference data: bodies, places, roles and ranks that the news takes for granted (README.md beside this file).

    bodies() -> tuple[ReferenceBody, ...]      places() -> tuple[ReferencePlace, ...]
    roles()  -> tuple[Role, ...]               ranks()  -> tuple[Rank, ...]

All are read once and kept; their order is that of the files.
"""

from camket.ontology.reference.entries import (
    Rank,
    ReferenceBody,
    ReferencePlace,
    Role,
    bodies,
    places,
    ranks,
    roles,
)

__all__ = [
    "Rank",
    "ReferenceBody",
    "ReferencePlace",
    "Role",
    "bodies",
    "places",
    "ranks",
    "roles",
]
