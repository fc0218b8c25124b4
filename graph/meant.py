"""What a word of a user means: a fact, something of `graph/identity`, or the name of a person, body or place."""

from enum import StrEnum
from typing import Final

from camket.graph.rdf import iris
from camket.graph.store import Dataset
from camket.graph.views.rows import select

_HELD: Final = "SELECT ?p WHERE {{ GRAPH <{graph}> {{ <{node}> a ?p }} }} LIMIT 1"
_NO_FACTS: Final = ("char=", "selector=", "group=", "person=")
_NO_IRI: Final = frozenset('<>"{}|\\^`\n\t')


class Meaning(StrEnum):
    """What an argument is."""

    FACT = "fact"
    DERIVED = "derived"
    NAME = "name"


def meant(dataset: Dataset, words: str) -> tuple[Meaning, str]:
    """What `words` mean, with the IRI of a fact or of a node of `graph/identity`; a name is left as it is.

    A fact is told by its IRI, whole or without the base, or by the article's id: `bai-1#pledge=10,52`.
    """
    if _NO_IRI & set(words):
        return Meaning.NAME, words
    whole = words.startswith(("http://", "https://", dataset.base))
    article, mark, fragment = words.partition("#")
    if " " in words and (whole or article.startswith("article/")):
        return Meaning.NAME, words
    if mark and "=" in fragment and not fragment.startswith(_NO_FACTS):
        if whole:
            return Meaning.FACT, words
        known = dataset.base + article if article.startswith("article/") else iris.article_iri(article, dataset.base)
        return Meaning.FACT, f"{known}#{fragment}"
    node = words if whole else dataset.base + words
    identity = _HELD.format(graph=f"{dataset.base}{iris.IDENTITY}", node=node)
    held = " " not in node and select(dataset, identity)
    return (Meaning.DERIVED, node) if held else (Meaning.NAME, words)
