"""What all articles together say of one entity: its lines in `graph/entities`."""

from collections import Counter
from collections.abc import Iterable

from camket.graph.rdf import iris
from camket.graph.rdf import vocabulary as v
from camket.graph.rdf.claims import Claim
from camket.graph.rdf.reference import ReferenceData
from camket.graph.rdf.terms import iri, string, vietnamese

_ONLY_ONE = (v.POST_IN, v.ROLE)

Counted = Iterable[tuple[Claim, int]]


def entity_lines(subject: str, claims: Counted, reference: ReferenceData, base: str) -> list[str]:
    """The N-Quads lines of one entity, sorted, each without its newline; less what the reference data already says.

    claims: each claim with the number of articles that make it; a claim may come several times, the numbers add up.
    """
    kinds: dict[str, Counter[tuple[str, ...]]] = {}
    for claim, count in claims:
        kinds.setdefault(claim[0], Counter())[claim[1:]] += count
    node = iri(subject)
    pairs = {(v.TYPE, name) for (name,) in kinds.get("class", ())}
    pairs |= _links(kinds.get("link", Counter()))
    if not reference.has_notation(node):
        pairs |= {(v.NOTATION, string(text)) for (text,) in kinds.get("notation", ())}
    pairs |= _category(kinds.get("category"), reference.has_kind(node))
    pairs |= _labels(kinds, reference.preferred_name(node))
    tail = f" {iri(base + iris.ENTITIES)} ."
    triples = (f"{node} {prop} {value}" for prop, value in pairs)
    return sorted(triple + tail for triple in triples if triple not in reference.triples)


def most_agreed(counted: Counter[tuple[str, ...]]) -> str:
    """The value that most articles give; of these the longest, of these the first in code point order."""
    return min(counted, key=lambda claim: (-counted[claim], -len(claim[0]), claim[0]))[0]


def _links(counted: Counter[tuple[str, ...]]) -> set[tuple[str, str]]:
    """The relations to other entities. A post has one role and one body: where articles cut "Đại diện Ban thanh tra
    Trường X" in two ways, it is one post all the same, and the reading that most give holds."""
    pairs = {(prop, value) for prop, value in counted if prop not in _ONLY_ONE}
    for prop in _ONLY_ONE:
        values: Counter[tuple[str, ...]] = Counter(
            {(value,): count for (name, value), count in counted.items() if name == prop}
        )
        if values:
            pairs.add((prop, most_agreed(values)))
    return pairs


def _category(counted: Counter[tuple[str, ...]] | None, known: bool) -> set[tuple[str, str]]:
    """The kind of a body; the reference data's word, where it has one, holds."""
    return {(v.TYPE, most_agreed(counted))} if counted and not known else set()


def _labels(kinds: dict[str, Counter[tuple[str, ...]]], preferred: str | None) -> set[tuple[str, str]]:
    names, aliases = kinds.get("name", Counter()), kinds.get("alias", Counter())
    chosen = preferred if preferred is not None else most_agreed(names)
    others = {name for (name,) in (*names, *aliases)} - {chosen}
    labels = {(v.ALT_LABEL, vietnamese(name)) for name in others}
    if preferred is None:
        labels |= {(v.PREF_LABEL, vietnamese(chosen)), (v.LABEL, string(chosen))}
    return labels
