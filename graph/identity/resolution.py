"""The IRIs of the bearers of one name."""

from collections import Counter
from collections.abc import Iterable, Sequence

from camket.graph.identity.bearers import Bearer
from camket.graph.identity.clusters import Cluster, cluster
from camket.graph.rdf.iris import named


def resolve(bearers: Iterable[Bearer], base: str) -> dict[tuple[str, str], str]:
    """The IRI of each bearer of one block, by article id and entity key. A pure function of the set of bearers.

    One thing of a name is `person/Lê_Văn_Thuấn`; where several bear it, each gets what tells it from the others:
    `person/Lê_Văn_Thuấn_(UBND_tỉnh_Thanh_Giang)`. What was recognised keeps the IRI of the reference data.
    """
    clusters = cluster(bearers)
    iris = [base + found.reference if found.reference else "" for found in clusters]
    unnamed = [index for index, iri in enumerate(iris) if not iri]
    for index, name in zip(unnamed, _names([clusters[i] for i in unnamed], len(clusters), base, iris), strict=True):
        iris[index] = name
    return {
        (bearer.article, bearer.key): iri for found, iri in zip(clusters, iris, strict=True) for bearer in found.members
    }


def _names(clusters: Sequence[Cluster], namesakes: int, base: str, taken: Sequence[str]) -> list[str]:
    """An IRI for each cluster, none of them in `taken`, no two the same."""
    firsts = [found.members[0] for found in clusters]
    if namesakes == 1:
        return [named(first.folder, first.name, base) for first in firsts]
    detail = [0] * len(clusters)
    while True:
        iris = [
            named(b.folder, f"{b.name} ({_tell(c, n)})", base) for b, c, n in zip(firsts, clusters, detail, strict=True)
        ]
        count = Counter((*iris, *filter(None, taken)))
        if all(count[iri] == 1 for iri in iris):
            return iris
        detail = [n + (count[iri] > 1) for n, iri in zip(detail, iris, strict=True)]


def _tell(found: Cluster, detail: int) -> str:
    """What tells a cluster from its namesakes: its articles' words for it; then more, until nobody shares it."""
    first = found.members[0]
    words = next((bearer.evidence.tell for bearer in found.members if bearer.evidence.tell), "")
    more = ("", first.article, f"{first.article}, {first.start}", f"{first.article}, {first.start}, {first.key}")[
        detail
    ]
    return ", ".join(filter(None, (words, more))) or first.article
