"""The part of the property graph around some nodes.

Actors (people, bodies, places, groups, posts) are joined through facts. A hop leads from an actor to its facts and on
to all who have a part in them, so that no fact is shown with one of its ends cut off.
"""

from collections.abc import Iterable
from typing import Final

from camket.graph.export.links import Links

ACTORS: Final = frozenset({"person", "body", "place", "group", "post"})
"""Kinds of nodes that are no facts: they have no date of their own, and matter as long as a fact names them."""

LEAST_SHARE: Final = 4
"""So many neighbours of a node are shown at least, however many nodes want room."""


def around(links: Links, seeds: Iterable[str], *, hops: int, limit: int) -> list[str]:
    """The seeds and what is up to `hops` from them, at most about `limit` nodes; of a node's facts the newest first.

    Room is shared out evenly among the nodes of one distance. The same graph gives the same nodes in the same order.
    """
    kept = dict.fromkeys(seeds)
    edge = list(kept)
    for _ in range(hops):
        found: list[str] = []
        for position, node in enumerate(edge):
            room = limit - len(kept)
            if room <= 0:
                break
            share = max(LEAST_SHARE, room // (len(edge) - position))
            found += _taken(links, node, kept, share)
        edge = found
    return list(kept)


def _taken(links: Links, node: str, kept: dict[str, None], share: int) -> list[str]:
    """Keep up to `share` neighbours of `node`, with all who have a part in those that are facts; returns new actors."""
    actors: list[str] = []
    until = len(kept) + share
    for near in _in_order(links, links.of(node) - kept.keys()):
        if len(kept) >= until:
            break
        kept[near] = None
        if links.kind(near) in ACTORS:
            actors.append(near)
            continue
        parts = [end for end in sorted(links.of(near) - kept.keys()) if links.kind(end) in ACTORS]
        kept.update(dict.fromkeys(parts))
        actors += parts
    return actors


def _in_order(links: Links, nodes: Iterable[str]) -> list[str]:
    """Actors first, then facts, the newest first."""
    by_name = sorted(node for node in nodes if links.kind(node) is not None)
    facts_last = {node: "" if links.kind(node) in ACTORS else links.published(node) or "0" for node in by_name}
    actors = [node for node in by_name if not facts_last[node]]
    facts = [node for node in by_name if facts_last[node]]
    return actors + sorted(facts, key=lambda fact: facts_last[fact], reverse=True)
