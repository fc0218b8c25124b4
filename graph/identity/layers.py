"""The layers of `graph/identity` that are derived block by block, each with its own folder or file."""

from camket.graph.identity.layer import Layer
from camket.graph.identity.occasions.layer import Occasions
from camket.graph.identity.succession import Succession
from camket.graph.identity.tenures import Tenures
from camket.graph.rdf.reference import ReferenceData


def layers(base: str, reference: ReferenceData) -> list[Layer]:
    """All layers, in no order that matters. base: what IRIs of things start with."""
    return [Succession(reference), Tenures(base, reference), Occasions(base, reference)]
