"""Articles of our own as the layers see them, read by the whole pipeline."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from functools import cache

import pytest
from spacy.language import Language

from camket.graph.derived import SCHEMA as DERIVED
from camket.graph.derived import Derived
from camket.graph.documents.document import Document
from camket.graph.extraction import pipeline
from camket.graph.identity.bearers import Bearer, bearers
from camket.graph.identity.layer import Item, Layer, Reading
from camket.graph.identity.life.layer import Life
from camket.graph.identity.resolution import resolve
from camket.graph.lives import SCHEMA as LIVES
from camket.graph.lives import Lives
from camket.graph.rdf.fact_nodes import fact_nodes
from camket.graph.rdf.iris import article_iri, complete
from camket.graph.rdf.reference import ReferenceData
from camket.ontology.namespaces import BASE
from camket.ontology.reference import reference_nquads

Article = tuple[str, str, str]
"""Id, day of publication, text."""

Link = tuple[str, str, str]


@cache
def reference() -> ReferenceData:
    return ReferenceData(reference_nquads(BASE), BASE)


@cache
def _pipeline() -> Language:
    return pipeline.load()


def readings(articles: Iterable[Article]) -> list[Reading]:
    """The readings of some articles, their people, bodies and places resolved together."""
    documents = [Document(identifier, text, "", published=day) for identifier, day, text in articles]
    read = [(document, pipeline.extract(_pipeline(), document)) for document in documents]
    blocks: dict[str, list[Bearer]] = {}
    for document, facts in read:
        for bearer in bearers(document, facts):
            blocks.setdefault(bearer.block, []).append(bearer)
    iris = {key: iri for block in blocks.values() for key, iri in resolve(block, BASE).items()}
    found = []
    for document, facts in read:
        article = article_iri(document.id, BASE)
        assigned = {e.key: iris[document.id, e.key] for e in facts.entities if (document.id, e.key) in iris}
        names = complete(facts, article, assigned, BASE)
        nodes = fact_nodes(facts, article)
        found.append(Reading(document.id, article, document.published or "", document.text, facts, names, nodes))
    return found


@cache
def read(articles: tuple[Article, ...]) -> list[Reading]:
    """The readings of articles, kept from test to test."""
    return readings(articles)


@pytest.fixture
def derive() -> Callable[[type[Layer], Sequence[Article]], set[Link]]:
    """Derives a layer from articles: all triples, the facts in them by article and words, terms by local name."""

    def run(layer: type[Layer], articles: Sequence[Article]) -> set[Link]:
        found = read(tuple(articles))
        texts = {reading.iri: reading.text for reading in found}
        made = layer(BASE, reference())  # type: ignore[call-arg]
        items: dict[str, list[Item]] = {}
        for reading in found:
            for block, item in made.items(reading):
                items.setdefault(block, []).append(json.loads(json.dumps(item)))
        triples = (triple for block, told in items.items() for triple in made.triples(block, told))
        return {(readable(s, texts), readable(p, texts), readable(o, texts)) for s, p, o in triples}

    return run


@pytest.fixture
def lived() -> Callable[[Sequence[Article]], set[Link]]:
    """The life of what articles undertake, in the form of `derive`."""

    def run(articles: Sequence[Article]) -> set[Link]:
        found = read(tuple(articles))
        texts = {reading.iri: reading.text for reading in found}
        database = sqlite3.connect(":memory:")
        database.executescript(DERIVED + LIVES)
        lives, derived = Lives(database, Life(BASE, reference())), Derived(database, [])
        for reading in found:
            lives.add(reading)
        lives.derive(derived)
        triples = (triple for _, come in derived.changes() for triple in come)
        return {(readable(s, texts), readable(p, texts), readable(o, texts)) for s, p, o in triples}

    return run


def readable(term: str, texts: dict[str, str]) -> str:
    """A fact by its article and words, another thing by its local IRI, a term by its name, a literal as it is."""
    if not term.startswith("<"):
        return term.rpartition('"')[0].lstrip('"')
    article, _, place = term[1:-1].partition("#")
    if article in texts:
        start, end = place.split("=")[1].split(",")[:2]
        return f"{article.rsplit('/', 1)[-1]}: {texts[article][int(start) : int(end)]}"
    return term[1:-1].removeprefix(BASE) if term[1:-1].startswith(BASE) else place or article.rsplit("/", 1)[-1]
