"""No id stands for two texts: a look-ahead over all that a build was given, before any of it is read for facts."""

import pickle
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from hashlib import sha256
from tempfile import SpooledTemporaryFile
from types import TracebackType
from typing import Self

from camket.graph.documents.document import Document
from camket.graph.errors import SourceError

MAX_IN_MEMORY = 32 * 1024 * 1024
"""So many bytes of articles are held in memory; more are kept in a temporary file."""


class Gathered:
    """The articles of one build, each id once, in the order they came. A context manager; `len()` is their number.

    Memory: the id, a digest and the source of each article; the texts are in a temporary file where they are many.
    """

    def __init__(self) -> None:
        self._file = SpooledTemporaryFile(max_size=MAX_IN_MEMORY)  # noqa: SIM115, closed by __exit__ and __del__
        self._count = 0
        self._first: dict[str, tuple[bytes, str]] = {}
        self._refused: set[str] = set()

    def add(self, document: Document, on_error: Callable[[SourceError], None], on_note: Callable[[str], None]) -> None:
        """Keep `document`, unless its id has come before."""
        digest = sha256(repr(replace(document, source="")).encode()).digest()
        if document.id not in self._first:
            self._first[document.id] = digest, document.source
            self._count += 1
            pickle.dump(document, self._file, pickle.HIGHEST_PROTOCOL)
            return
        known, source = self._first[document.id]
        if document.id not in self._refused and known == digest:
            on_note(f"{document.source}: the same article as in {source}, kept once (id {document.id!r})")
            return
        if document.id not in self._refused:
            self._refused.add(document.id)
            on_error(SourceError(source, _REASON.format(document.id)))
        on_error(SourceError(document.source, _REASON.format(document.id)))

    def __len__(self) -> int:
        return self._count - len(self._refused)

    def __iter__(self) -> Iterator[Document]:
        self._file.seek(0)
        for _ in range(self._count):
            document: Document = pickle.load(self._file)
            if document.id not in self._refused:
                yield document

    def close(self) -> None:
        """Give the temporary file back."""
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __del__(self) -> None:
        self.close()


_REASON = "the id {!r} stands for two different articles, both refused: give each its own"


def refuse_duplicates(
    documents: Iterable[Document], *, on_error: Callable[[SourceError], None], on_note: Callable[[str], None]
) -> Gathered:
    """`documents`, all of them read, without those whose id stands for two different articles.

    An article that comes twice, the same in everything but its source, is kept once, and `on_note` is told. Where the
    text or anything else differs, no order of the sources may decide which holds: `on_error` is told of each, none is
    kept, and a store goes on holding what it held under that id.
    """
    gathered = Gathered()
    for document in documents:
        gathered.add(document, on_error, on_note)
    return gathered
