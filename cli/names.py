"""Names as options take them."""

from typing import TYPE_CHECKING

from camket.cli import console

if TYPE_CHECKING:
    from camket.graph.store import Dataset


def iris(dataset: "Dataset", name: str | None) -> list[str] | None:
    """The IRIs of all that is called `name`, None for None; says on standard error whom a name was taken for."""
    from camket.graph import lookup

    if name is None:
        return None
    matches = lookup.find_namesakes(dataset, name)
    for match in matches:
        if match.name != name:
            console.note(f"{name}: {match.name} ({match.kind})")
    return [match.iri for match in matches]
