"""Layers of `graph/identity`: what follows from several articles together, derived block by block.

A layer says what of an article it needs, sorted into blocks; what follows is worked out for each block from the items
of all articles in it. So a build that adds an article works out again no more than the blocks the article touches.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeAlias

from camket.graph.facts import ArticleFacts
from camket.graph.rdf.fact_nodes import FactNodes

Item: TypeAlias = Any
"""What JSON can hold: strings, numbers, booleans, None, lists and dicts of such."""

Triple: TypeAlias = tuple[str, str, str]
"""Subject, property and value as N-Quads terms (`camket.graph.rdf.terms`)."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One article as the layers see it.

    published: its EDTF date, "" if unknown. text: the stored text, blank but for the words of the evidence where the
    article's text is not kept. names: the IRI of every entity by key, groups, private people and posts included.
    nodes: the IRIs of its facts. title, outlet: its headline and publisher, "" if unknown.
    """

    id: str
    iri: str
    published: str
    text: str
    facts: ArticleFacts
    names: Mapping[str, str]
    nodes: FactNodes
    title: str = ""
    outlet: str = ""


class Layer(Protocol):
    """One kind of thing that is said in `graph/identity`."""

    @property
    def name(self) -> str:
        """What it is called in the store; never changes."""

    def items(self, reading: Reading) -> Iterable[tuple[str, Item]]:
        """What of an article counts, each with its block: all that the derivation needs, once in JSON and back."""

    def triples(self, block: str, items: Sequence[Item]) -> Iterable[Triple]:
        """What follows from the items of a block: a pure function of which there are, which come sorted by article.

        No triple follows from two blocks, and none stands in another graph. Takes time nearly linear in the items: the
        block of a capital city holds thousands.
        """


def lines(triples: Iterable[Triple], graph: str) -> list[str]:
    """Triples as the sorted N-Quads lines of a graph, each without its newline. graph: its IRI."""
    return sorted(f"{' '.join(triple)} <{graph}> ." for triple in triples)
