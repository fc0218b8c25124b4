"""One article's graph: from the document, its facts and who its entities are, to sorted N-Quads lines."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from camket.graph.documents.document import Document
from camket.graph.facts import ArticleFacts, Entity, EntityKind
from camket.graph.rdf import iris
from camket.graph.rdf import vocabulary as v
from camket.graph.rdf.article_facts import write_facts
from camket.graph.rdf.concepts import Concepts
from camket.graph.rdf.fact_nodes import FactNodes
from camket.graph.rdf.terms import any_uri, date, iri, string, vietnamese
from camket.graph.rdf.writer import ArticleWriter

SOFTWARE: Final = "Camket"


@dataclass(frozen=True, slots=True)
class Activity:
    """What read an article: the software's version and the pipeline's; no wall clock."""

    version: str
    pipeline: str


def article_lines(
    document: Document,
    facts: ArticleFacts,
    assigned: Mapping[str, str],
    *,
    base: str,
    concepts: Concepts,
    activity: Activity,
    with_text: bool = True,
    nodes: FactNodes | None = None,
) -> list[str]:
    """The N-Quads lines of an article's graph, sorted, each without its newline.

    assigned: the IRIs of the people, bodies and places that identity has resolved, by entity key.
    with_text: whether the graph keeps the article's text (the words of the evidence are always kept).
    nodes: the IRIs of the facts, None for those they have when none has been left out.
    """
    writer = ArticleWriter(document, facts, assigned, base, concepts, nodes)
    _metadata(writer, with_text)
    _activity(writer, activity)
    _entities(writer)
    write_facts(writer)
    return sorted(set(writer.lines))


def _metadata(w: ArticleWriter, with_text: bool) -> None:
    document, node = w.document, w.node
    w.types(node, v.NEWS_ARTICLE)
    w.add(node, v.IDENTIFIER, string(document.id))
    w.add(node, v.LANGUAGE, string("vi"))
    w.add(node, v.SHA256, string(document.sha256))
    if document.title:
        w.add(node, v.HEADLINE, string(document.title))
    if document.publisher:
        w.add(node, v.PUBLISHER, string(document.publisher))
    if document.url:
        w.add(node, v.URL, any_uri(document.url))
    if document.published:
        w.add(node, v.DATE_PUBLISHED, date(document.published))
        w.days(node, document.published)
    if with_text:
        w.add(node, v.ARTICLE_BODY, string(document.text))


def _activity(w: ArticleWriter, activity: Activity) -> None:
    reading = iri(f"{w.article}#reading")
    w.add(w.node, v.WAS_GENERATED_BY, reading)
    w.types(reading, v.ACTIVITY)
    w.add(reading, v.SOFTWARE, string(SOFTWARE))
    w.add(reading, v.SOFTWARE_VERSION, string(activity.version))
    w.add(reading, v.PIPELINE, string(activity.pipeline))


def _entities(w: ArticleWriter) -> None:
    """Where every entity is mentioned; types and names of those that live in this article alone."""
    for entity in w.read.entities:
        node = w.entity[entity.key]
        for span in entity.mentions:
            w.add(node, v.MENTION, w.place(span))
        if entity.kind in iris.FOLDERS:
            w.add(w.node, v.MENTIONS, node)
        if iris.is_local(entity):
            _local_entity(w, entity, node)


def _local_entity(w: ArticleWriter, entity: Entity, node: str) -> None:
    w.types(node, *(v.GROUP_CLASSES if entity.kind is EntityKind.GROUP else v.PERSON_CLASSES))
    w.add(node, v.PREF_LABEL, vietnamese(entity.name))
    w.add(node, v.LABEL, string(entity.name))
    for alias in entity.aliases:
        if alias != entity.name:
            w.add(node, v.ALT_LABEL, vietnamese(alias))
