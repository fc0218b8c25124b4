"""Fixtures for the components that need to know who is who: texts with the people, bodies and places marked."""

import re
from collections.abc import Callable

import pytest
from spacy.language import Language

from camket.graph.documents.document import Document
from camket.graph.extraction import pipeline
from camket.graph.extraction.events import events
from camket.graph.extraction.reading import DraftEntity, Phrase, Reading
from camket.graph.extraction.speech import speech
from camket.graph.facts import EntityKind, Span

_MARK = re.compile(r"\{(person|body|place)\|([^|}]*)(?:\|([^}]*))?\}")
BEFORE = ("camket_sentences", "camket_quotations", "camket_dates")


@pytest.fixture(scope="session")
def with_events() -> Callable[[str], Reading]:
    """Reads a text marked like "{person|đồng chí Trần Văn An|Trần Văn An} thăm {place|Hà Nội}" up to camket_events.

    The article is of 6 August 2025. The marks become phrases and entities, whose key is the name; dates are found by
    the pipeline's own component.
    """
    nlp = pipeline.load(BEFORE)

    def read(marked: str) -> Reading:
        text, found, last = "", [], 0
        for mark in _MARK.finditer(marked):
            text += marked[last : mark.start()]
            kind, phrase, name = EntityKind(mark[1]), mark[2], mark[3] or mark[2]
            inner = len(text) + phrase.find(name) if name in phrase else len(text)
            found.append((Span(len(text), len(text) + len(phrase)), Span(inner, inner + len(name)), name, kind))
            text += phrase
            last = mark.end()
        text += marked[last:]
        doc = nlp.make_doc(text)
        doc._.reading = reading = Reading.of(doc, Document("a", text, "", published="2025-08-06"))
        doc = nlp(doc)
        for span, name_span, name, kind in found:
            entity = reading.entities.setdefault(name, DraftEntity(name, kind, name))
            entity.mentions.append(span)
            reading.phrases.append(Phrase(span, name_span, name, kind))
        speech.speech(doc)
        events.events(doc)
        return reading

    return read


@pytest.fixture(scope="session")
def told(with_events: Callable[[str], Reading]) -> Callable[[str], list[dict[str, object]]]:
    """The events of a marked text as plain dicts, empty slots left out, places by name."""

    def tell(marked: str) -> list[dict[str, object]]:
        reading = with_events(marked)
        out: list[dict[str, object]] = []
        for event in reading.events:
            slots: dict[str, object] = {
                "kind": event.kind.value,
                "start": event.start,
                "end": event.end,
                "location": event.location and reading.entities[event.location].name,
                "attendees": list(event.attendees),
                "organizer": event.organizer,
                "chair": event.chair,
            }
            out.append({name: value for name, value in slots.items() if value})
        return out

    return tell


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The whole pipeline, as articles are read with it."""
    return pipeline.load()
