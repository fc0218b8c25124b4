"""Who of a block is who, the IRI of each, and why."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from camket.graph.identity.bearers import Bearer
from camket.graph.identity.clusters import Clusters, Named, Ruling
from camket.graph.identity.joins import Join
from camket.graph.identity.names import spelled
from camket.graph.identity.people import cluster_people
from camket.graph.identity.things import cluster_things
from camket.graph.rdf.iris import named

NO_RULING: Final = Ruling()


class Resolved(NamedTuple):
    """One person, body or place: its IRI, who bears it in canonical order, and what joined them.

    reference: the local IRI of the reference-data entry it was recognised as, "" if none.
    """

    iri: str
    reference: str
    bearers: tuple[Bearer, ...]
    joins: tuple[Join, ...]


def resolve(bearers: Iterable[Bearer], base: str, ruling: Ruling = NO_RULING) -> dict[Named, str]:
    """The IRI of each bearer, by article id and entity key. Takes what `resolved` does."""
    found = resolved(bearers, base, ruling)
    return {(bearer.article, bearer.key): one.iri for one in found for bearer in one.bearers}


def resolved(bearers: Iterable[Bearer], base: str, ruling: Ruling = NO_RULING) -> list[Resolved]:
    """Who is who among the bearers of one block, or of blocks that a judgement joins. A pure function of their set.

    One thing of a name is `person/Lê_Văn_Thuấn`; where several bear it, each gets what tells it from the others:
    `person/Lê_Văn_Thuấn_(UBND_tỉnh_Thanh_Giang)`. What was recognised keeps the IRI of the reference data.
    """
    found = Clusters(bearers, ruling)
    if found.bearers:
        (cluster_people if found.bearers[0].folder == "person" else cluster_things)(found)
    clusters = found.all()
    members = [tuple(found.bearers[place] for place in sorted(cluster.members)) for cluster in clusters]
    references = _references([cluster.reference for cluster in clusters])
    iris = _iris(members, references, base)
    return [
        Resolved(iri, reference, borne, tuple(cluster.joins))
        for iri, reference, borne, cluster in zip(iris, references, members, clusters, strict=True)
    ]


def _references(found: Sequence[str]) -> list[str]:
    """The references, each for the first only that has it: a judgement may part what was recognised as one."""
    taken: set[str] = set()
    result = []
    for reference in found:
        result.append("" if reference in taken else reference)
        taken.add(reference)
    return result


def _iris(members: Sequence[Sequence[Bearer]], references: Sequence[str], base: str) -> list[str]:
    iris = [base + reference if reference else "" for reference in references]
    of_name: dict[str, list[int]] = {}
    for index, borne in enumerate(members):
        of_name.setdefault(spelled(borne[0].folder, borne[0].name), []).append(index)
    for same in of_name.values():
        unnamed = [index for index in same if not iris[index]]
        taken = [iris[index] for index in same if iris[index]]
        for index, name in zip(unnamed, _names([members[i] for i in unnamed], len(same), base, taken), strict=True):
            iris[index] = name
    return iris


def _names(members: Sequence[Sequence[Bearer]], namesakes: int, base: str, taken: Sequence[str]) -> list[str]:
    """An IRI for each of some of one name, none of them in `taken`, no two the same."""
    firsts = [borne[0] for borne in members]
    if namesakes == 1:
        return [named(first.folder, first.name, base) for first in firsts]
    detail = [0] * len(members)
    while True:
        iris = [
            named(b.folder, f"{b.name} ({_tell(borne, n)})", base)
            for b, borne, n in zip(firsts, members, detail, strict=True)
        ]
        count = Counter((*iris, *taken))
        if all(count[iri] == 1 for iri in iris):
            return iris
        detail = [n + (count[iri] > 1) for n, iri in zip(detail, iris, strict=True)]


def _tell(borne: Sequence[Bearer], detail: int) -> str:
    """What tells some bearers from their namesakes: their articles' words; then more, until nobody shares it."""
    first = borne[0]
    words = next((bearer.evidence.tell for bearer in borne if bearer.evidence.tell), "")
    more = ("", first.article, f"{first.article}, {first.start}", f"{first.article}, {first.start}, {first.key}")[
        detail
    ]
    return ", ".join(filter(None, (words, more))) or first.article
