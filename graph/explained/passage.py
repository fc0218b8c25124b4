"""The sentence that a fact's clause stands in, and where in a fact's spans its slots stand."""

import re
from dataclasses import dataclass
from typing import Final

from camket.graph.documents.document import Document
from camket.graph.facts import Span

_SPAN: Final = re.compile(r"#(?:char|[a-z]+)=(\d+),(\d+)(?:,\d+)?\Z")


@dataclass(frozen=True, slots=True)
class Passage:
    """A clause in its sentence: what stands before it there, its words, what stands after it."""

    before: str
    clause: str
    after: str


def span_of(iri: str) -> Span | None:
    """The characters that an IRI ending in `#KIND=START,END` names."""
    found = _SPAN.search(iri)
    return Span(int(found[1]), int(found[2])) if found else None


def passage(text: str, clause: Span) -> Passage:
    """The clause in the sentence of the text that it stands in, or in several where it runs over them."""
    from camket.graph.extraction import pipeline  # spaCy takes a while to load, and only this needs it

    reading = pipeline.read(pipeline.load(("camket_sentences",)), Document("", text, ""))
    over = [s for s in reading.sentences if s.start < clause.end and clause.start < s.end] or [clause]
    start, end = min(clause.start, over[0].start), max(clause.end, over[-1].end)
    return Passage(text[start : clause.start], text[clause.start : clause.end], text[clause.end : end])


def within(inner: Span, outer: Span) -> bool:
    """Whether a span lies wholly in another."""
    return outer.start <= inner.start and inner.end <= outer.end
