"""A large store from few articles: those of a file again and again under new ids, each text read once.

For benchmarks alone; all but the reading of the text is done as `camket build` does it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from camket.graph.build import BuildReport, build_documents
from camket.graph.documents.document import Document
from camket.graph.documents.reader import read
from camket.graph.extraction import pipeline
from camket.graph.facts import ArticleFacts
from camket.graph.renewal import Progress
from camket.graph.versions import extraction_version


class Repeated:
    """The articles of a JSONL file, without end."""

    def __init__(self, file: Path) -> None:
        self._originals = list(read([str(file)], on_error=lambda error: None))
        by_text = {document.text: document for document in self._originals}
        nlp = pipeline.load()
        self._facts = cache(lambda text: pipeline.extract(nlp, by_text[text]))

    def build(self, store: Path, count: int, *, start: int = 0, progress: Progress | None = None) -> BuildReport:
        """Build the articles from place `start` to `start + count` into a store."""
        return build_documents(
            _Stretch(self._originals, start, count),
            store,
            extract=self._facts_of,
            pipeline=extraction_version(),
            progress=progress,
        )

    def read(self) -> None:
        """Read every text, so that what comes after does not wait for it."""
        for document in self._originals:
            self._facts_of(document)

    def _facts_of(self, document: Document) -> ArticleFacts:
        return self._facts(document.text)


class _Stretch(Sequence[Document]):
    def __init__(self, originals: Sequence[Document], start: int, count: int) -> None:
        self._originals = originals
        self._start = start
        self._count = count

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[Document]:
        return (self._at(place) for place in range(self._start, self._start + self._count))

    def __getitem__(self, place: object) -> Document:  # type: ignore[override]  # never sliced
        assert isinstance(place, int)
        if place >= self._count:
            raise IndexError(place)
        return self._at(self._start + place)

    def _at(self, place: int) -> Document:
        again, which = divmod(place, len(self._originals))
        original = self._originals[which]
        return replace(original, id=f"{original.id}-{again}")
