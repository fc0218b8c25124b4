"""What all parts of an article's graph are written with: lines, spans, and what every fact has."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from camket.graph import edtf
from camket.graph.documents.document import Document
from camket.graph.facts import ArticleFacts, Fact, Span
from camket.graph.rdf import iris
from camket.graph.rdf import vocabulary as v
from camket.graph.rdf.concepts import Concepts
from camket.graph.rdf.fact_nodes import FactNodes, fact_nodes
from camket.graph.rdf.terms import day, integer, iri, string

AnyFact = TypeVar("AnyFact")


class ArticleWriter:
    """The lines of one article's graph in the making.

    node: the article as a term. plain, entity: the IRI of every entity by key, bare and as a term. nodes: those of the
    facts, bare.
    """

    def __init__(
        self,
        document: Document,
        facts: ArticleFacts,
        assigned: Mapping[str, str],
        base: str,
        concepts: Concepts,
        nodes: FactNodes | None = None,
    ) -> None:
        self.document = document
        self.read = facts
        self.base = base
        self.concepts = concepts
        self.article = iris.article_iri(document.id, base)
        self.node = iri(self.article)
        self.by_key = {entity.key: entity for entity in facts.entities}
        self.plain = iris.complete(facts, self.article, assigned, base)
        self.entity = {key: iri(value) for key, value in self.plain.items()}
        self.nodes = nodes or fact_nodes(facts, self.article)
        self.lines: list[str] = []
        self._tail = f" {self.node} ."
        self._described: set[Span] = set()

    def add(self, subject: str, predicate: str, value: str) -> None:
        """One triple, of terms."""
        self.lines.append(f"{subject} {predicate} {value}{self._tail}")

    def types(self, subject: str, *classes: str) -> None:
        """The classes of a subject, superclasses written out by the caller."""
        for name in classes:
            self.add(subject, v.TYPE, name)

    def slot(self, subject: str, predicate: str, key: str | None) -> None:
        """A property whose value is an entity, where there is one."""
        if key is not None:
            self.add(subject, predicate, self.entity[key])

    def slots(self, subject: str, predicate: str, keys: Iterable[str]) -> None:
        """A property whose values are entities."""
        for key in keys:
            self.add(subject, predicate, self.entity[key])

    def days(self, subject: str, when: str) -> None:
        """The first and the last day of an EDTF date or interval, for queries to compare."""
        self.add(subject, v.DATE_FROM, day(edtf.first_day(when).isoformat()))
        self.add(subject, v.DATE_BY, day(edtf.last_day(when).isoformat()))

    def place(self, span: Span) -> str:
        """The node of some characters of the text, not described: enough for a mention."""
        return f"<{self.article}#char={span.start},{span.end}>"

    def span(self, span: Span) -> str:
        """The node of some characters of the text, described with its offsets and words."""
        node = self.place(span)
        if span not in self._described:
            self._described.add(span)
            selector = f"<{self.article}#selector={span.start},{span.end}>"
            self.types(node, v.SPECIFIC_RESOURCE)
            self.add(node, v.HAS_SOURCE, self.node)
            self.add(node, v.HAS_SELECTOR, selector)
            self.types(selector, v.POSITION_SELECTOR, v.QUOTE_SELECTOR)
            self.add(selector, v.START, integer(span.start))
            self.add(selector, v.END, integer(span.end))
            self.add(selector, v.EXACT, string(self.document.text[span.start : span.end]))
        return node

    def fact(self, node: str, fact: Fact, *classes: str) -> None:
        """What every fact has: its classes, its article, the clause that says it and what completed it."""
        self.types(node, *classes)
        self.add(node, v.WAS_DERIVED_FROM, self.node)
        self.add(node, v.EVIDENCE, self.span(fact.evidence))
        for span in fact.context:
            self.add(node, v.CONTEXT, self.span(span))
        if fact.rule:
            self.add(node, v.RULE, string(fact.rule))

    def each(self, nodes: Sequence[str], facts: Sequence[AnyFact]) -> Iterator[tuple[str, AnyFact]]:
        """Each fact of one kind, or measure, with its node as a term. nodes: their IRIs, as `self.nodes` has them."""
        return zip(map(iri, nodes), facts, strict=True)
