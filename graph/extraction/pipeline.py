"""The pipeline: a blank spaCy language with Camket's tokenizer and components, each of which fills in the reading."""

from collections.abc import Sequence

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from camket.graph.documents.document import Document
from camket.graph.extraction import ledger  # noqa: F401  (importing a module registers its component)
from camket.graph.extraction.assessments import assessments  # noqa: F401
from camket.graph.extraction.entities import bodies, names, parties, places, posts, references  # noqa: F401
from camket.graph.extraction.events import events, occasions  # noqa: F401
from camket.graph.extraction.handover import facts_of
from camket.graph.extraction.measures import observations  # noqa: F401
from camket.graph.extraction.reading import Reading
from camket.graph.extraction.speech import speech  # noqa: F401
from camket.graph.extraction.text import quotations, sentences, tokenizer  # noqa: F401
from camket.graph.extraction.undertakings import undertakings  # noqa: F401
from camket.graph.extraction.values import dates, quantities  # noqa: F401
from camket.graph.facts import ArticleFacts

COMPONENTS = (
    "camket_sentences",
    "camket_quotations",
    "camket_places",
    "camket_names",
    "camket_bodies",
    "camket_posts",
    "camket_references",
    "camket_parties",
    "camket_dates",
    "camket_quantities",
    "camket_speech",
    "camket_events",
    "camket_occasions",
    "camket_undertakings",
    "camket_observations",
    "camket_assessments",
    "camket_ledger",
)
"""The names of the components in the order they run; each reads what those before it have found."""

Doc.set_extension("reading", default=None)


def load(components: Sequence[str] = COMPONENTS) -> Language:
    """The pipeline, ready to read; build it once, it takes some 100 ms. components: some of `COMPONENTS`, in order."""
    nlp = spacy.blank("xx", config={"nlp": {"tokenizer": {"@tokenizers": "camket.syllables.v1"}}})
    for name in components:
        nlp.add_pipe(name)
    return nlp


def read(nlp: Language, document: Document) -> Reading:
    """The whole reading of one article, before it is turned into facts: for tests and for looking inside."""
    doc = nlp.make_doc(document.text)
    doc._.reading = Reading.of(doc, document)
    reading: Reading = nlp(doc)._.reading
    return reading


def extract(nlp: Language, document: Document) -> ArticleFacts:
    """The facts of one article. A pure function of the document and of the data files."""
    return facts_of(read(nlp, document))
