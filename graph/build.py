"""The main job: articles in, facts stored, a new snapshot of the graph out.

First every article is read and its record stored, some hundred at a time; then what changed is written into the next
snapshot, and readers are pointed at it. Broken off at any moment, the store keeps the graph it had, and the next build
completes the work.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, Final, TypeAlias

from camket.graph.documents.document import Document
from camket.graph.errors import SourceError, UsageError
from camket.graph.facts import ArticleFacts
from camket.graph.failures import store_failures
from camket.graph.folder import StoreFolder, find, find_or_make
from camket.graph.judgement_file import JudgementFile
from camket.graph.records import Record, Records, fingerprint
from camket.graph.reference_file import store_reference
from camket.graph.renewal import Progress, renew
from camket.graph.verification import verified
from camket.ontology.namespaces import BASE

Extract: TypeAlias = Callable[[Document], ArticleFacts]
Reference: TypeAlias = Callable[[str], bytes]

BATCH: Final = 200
"""So many articles are stored in one transaction."""

_BASE_IRI: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*://[^\s<>\"{}|\\^`?#%]*/")

READING: Final = "reading"
"""The name of the first step, for progress; the second is `renewal.WRITING`."""


@dataclass
class BuildReport:
    """What a build has done.

    read: articles read and understood, of which `new` and `replaced`; `unchanged` ones were passed over.
    refused: what could not be read. notes: what is worth telling and no failure.
    faults: article id and a line for every fact that was left out because its evidence does not hold.
    renamed: IRIs that things had and have no more, each with the new one.
    facts: how many facts of each kind the articles read have given. interrupted: stopped by Ctrl-C, nothing lost.
    """

    read: int = 0
    new: int = 0
    replaced: int = 0
    unchanged: int = 0
    refused: list[SourceError] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    faults: list[tuple[str, str]] = field(default_factory=list)
    renamed: list[tuple[str, str]] = field(default_factory=list)
    facts: Counter[str] = field(default_factory=Counter)
    interrupted: bool = False


def build(
    sources: Sequence[str | Path],
    store: str | Path,
    *,
    base: str | None = None,
    with_text: bool = True,
    progress: Progress | None = None,
    stdin: BinaryIO | None = None,
    judgements: str | Path | None = None,
) -> BuildReport:
    """Read the articles in `sources` into the store in folder `store`, which is made where there is none.

    sources: files, folders, globs, `-` for `stdin`; see `camket.graph.documents.reader`.
    base: what IRIs of things start with; fixed by the first build. with_text: keep the articles' texts.
    judgements: the judgement file, None for the store's own.

    Raises UsageError where a source does not exist, `base` cannot be one or the store's `reference.ttl` is at fault;
    JudgementError, the graph as it was, where the judgement file cannot be understood; StoreBusyError,
    StoreVersionError or StoreError where the store cannot be written.
    """
    from camket.graph.documents.duplicates import refuse_duplicates
    from camket.graph.documents.reader import read
    from camket.graph.extraction import pipeline
    from camket.graph.versions import extraction_version

    report = BuildReport()
    documents = read([str(source) for source in sources], stdin=stdin, on_error=report.refused.append)
    judged = JudgementFile(Path(store), judgements).read()
    nlp = pipeline.load()
    with _opened(Path(store), base) as (folder, records):
        known = store_reference(folder)
        with refuse_duplicates(documents, on_error=report.refused.append, on_note=report.notes.append) as gathered:
            reader = _Reader(records, lambda d: pipeline.extract(nlp, d), extraction_version(), with_text, report)
            reader.read_all(gathered, len(gathered), progress or _silent)
        report.renamed = renew(folder, records, known, progress or _silent, judged)
    return report


def build_documents(
    documents: Iterable[Document],
    store: str | Path,
    *,
    extract: Extract,
    pipeline: str,
    reference: Reference | None = None,
    base: str | None = None,
    with_text: bool = True,
    progress: Progress | None = None,
    judgements: str | Path | None = None,
) -> BuildReport:
    """Like `build`, for documents that are read already and any extraction.

    extract: gives a document's facts, always the same ones. pipeline: its version; an article is read again when
    that changes. reference: gives the N-Quads of `graph/reference` for a base; None for Camket's own
        and what the store's `reference.ttl` adds.
    """
    report = BuildReport()
    judged = JudgementFile(Path(store), judgements).read()
    with _opened(Path(store), base) as (folder, records):
        known = reference(folder.base) if reference else store_reference(folder)
        reader = _Reader(records, extract, pipeline, with_text, report)
        total = len(documents) if isinstance(documents, Sequence) else None
        reader.read_all(documents, total, progress or _silent)
        report.renamed = renew(folder, records, known, progress or _silent, judged)
    return report


def retract(
    ids: Sequence[str],
    store: str | Path,
    *,
    reference: Reference | None = None,
    progress: Progress | None = None,
    judgements: str | Path | None = None,
) -> BuildReport:
    """Take articles out of the store, with their facts and all that nothing else mentions; the report has `renamed`.

    Raises UsageError, nothing changed, where an id is not in the store; StoreError as `build` does.
    """
    path, report = Path(store), BuildReport()
    with store_failures(path):
        folder = find(path)
        judged = JudgementFile(path, judgements).read()
        known = reference(folder.base) if reference else store_reference(folder)
        with closing(Records(folder.records, folder.base)) as records:
            unknown = [identifier for identifier in ids if records.fingerprint(identifier) is None]
            if unknown:
                raise UsageError(f"no article {', '.join(map(repr, unknown))} in {path}: nothing was retracted")
            records.remove(ids)
            report.renamed = renew(folder, records, known, progress or _silent, judged)
    return report


class _Reader:
    """The first half of a build: articles into the records."""

    def __init__(self, records: Records, extract: Extract, pipeline: str, with_text: bool, report: BuildReport) -> None:
        self._records = records
        self._extract = extract
        self._pipeline = pipeline
        self._with_text = with_text
        self._report = report
        self._version = _software_version()
        self._batch: dict[str, Record] = {}
        self._batch_iris: dict[str, str] = {}

    def read_all(self, documents: Iterable[Document], total: int | None, progress: Progress) -> None:
        """Read the documents and store what is new. Ctrl-C ends the reading; what was read is stored."""
        try:
            for done, document in enumerate(documents):
                progress(READING, done, total)
                self._read(document)
                if len(self._batch) >= BATCH:
                    self._store()
            if total is not None:
                progress(READING, total, total)
        except KeyboardInterrupt:
            self._report.interrupted = True
        self._store()

    def _store(self) -> None:
        self._records.put(self._batch.values())
        self._batch, self._batch_iris = {}, {}

    def _read(self, document: Document) -> None:
        known = self._records.fingerprint(document.id)
        if known == fingerprint(document, self._pipeline, self._with_text):
            self._report.unchanged += 1
            return
        source = document.source or document.id
        iri = self._records.iri(document.id)
        namesake = self._batch_iris.get(iri) or self._records.bearer_of(iri)
        if namesake not in (None, document.id):
            reason = f"the id {document.id!r} would get the IRI of {namesake!r}: give it another id"
            self._report.refused.append(SourceError(source, reason))
            return
        try:
            facts, faults = verified(self._extract(document), document.text)
        except (
            Exception
        ) as error:  # one article must not take down a build of thousands; it is told and fails the build
            reason = f"a fault of Camket's ({type(error).__name__}: {error}), please report it with the article"
            self._report.refused.append(SourceError(source, reason))
            return
        self._batch_iris[iri] = document.id
        self._batch[document.id] = Record(document, facts, self._version, self._pipeline, self._with_text)
        self._count(document, facts, faults, known is None)

    def _count(self, document: Document, facts: ArticleFacts, faults: list[str], new: bool) -> None:
        self._report.read += 1
        self._report.new += new
        self._report.replaced += not new
        self._report.faults += [(document.id, fault) for fault in faults]
        for name in ArticleFacts.__dataclass_fields__:
            self._report.facts[name] += len(getattr(facts, name))


@contextmanager
def _opened(path: Path, base: str | None) -> Iterator[tuple[StoreFolder, Records]]:
    """The store at `path`, made where there is none, open for writing."""
    if base is not None and not _BASE_IRI.fullmatch(base):
        raise UsageError(f"--base {base!r} is no IRI that ends in '/': write one such as {BASE}")
    with store_failures(path):
        folder = find_or_make(path, base, BASE)
        with closing(Records(folder.records, folder.base)) as records:
            yield folder, records


def _software_version() -> str:
    from importlib.metadata import version

    return version("camket")


def _silent(step: str, done: int, total: int | None) -> None:
    """Progress that is told to nobody."""
