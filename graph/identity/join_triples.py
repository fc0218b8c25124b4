"""The record of why: what joined the bearers of a person or body, as triples of `graph/identity`.

One `ck:Join` for each thing that some of the bearers share: "Thứ trưởng, Bộ Xây dựng" is said once, with the mention it
began with and those it joined to that. Places and what the reference data names need no such record.
"""

from collections.abc import Iterable, Iterator

from camket.graph.facts import Span
from camket.graph.identity.bearers import Bearer
from camket.graph.identity.joins import Ground, Join
from camket.graph.identity.layer import Triple
from camket.graph.identity.resolution import Resolved
from camket.graph.rdf import vocabulary as v
from camket.graph.rdf.iris import article_iri, local
from camket.graph.rdf.terms import ck, iri, segment, string


def join_triples(found: Resolved, base: str) -> Iterator[Triple]:
    """Why the bearers of one person or body are one; nothing for a place."""
    if found.bearers[0].folder == "place":
        return
    shared: dict[tuple[Ground, str], list[Join]] = {}
    for join in found.joins:
        if join.ground is not Ground.SAME_REFERENCE:
            shared.setdefault((join.ground, join.shared), []).append(join)
    for (ground, words), joins in shared.items():
        yield from _join(found.iri, ground, words, joins, base)


def _join(entity: str, ground: Ground, words: str, joins: Iterable[Join], base: str) -> Iterator[Triple]:
    parts = [base + "join", entity.removeprefix(base), ground.value, segment(words)]
    node = iri("/".join(filter(None, parts)))
    yield node, v.TYPE, v.JOIN
    yield node, v.JOINS, iri(entity)
    yield node, v.GROUND, ck(ground)
    if words:
        yield node, v.SHARED, string(words)
    for join in joins:
        yield node, v.EARLIER_MENTION, _mention(join.earlier, base)
        yield node, v.LATER_MENTION, _mention(join.later, base)


def _mention(bearer: Bearer, base: str) -> str:
    return iri(local(article_iri(bearer.article, base), "char", Span(bearer.start, bearer.end)))
