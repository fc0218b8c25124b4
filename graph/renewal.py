"""From the records to the next snapshot: names resolved again, graphs written that change, readers pointed at it."""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final, TypeAlias

from camket.graph.derived import Derived
from camket.graph.documents.document import Document
from camket.graph.facts import ArticleFacts
from camket.graph.folder import StoreFolder
from camket.graph.identity.judgement_triples import judgement_triples
from camket.graph.identity.judgements import Judgement, Verdict
from camket.graph.identity.layer import Reading, Triple, lines
from camket.graph.identity.layers import layers
from camket.graph.identity.life.layer import Life
from camket.graph.judged import Judged, Rulings
from camket.graph.lives import Lives
from camket.graph.rdf import iris
from camket.graph.rdf.article import Activity, article_lines
from camket.graph.rdf.claims import article_claims
from camket.graph.rdf.concepts import Concepts
from camket.graph.rdf.entities import entity_lines
from camket.graph.rdf.fact_nodes import FactNodes, fact_nodes
from camket.graph.rdf.reference import ReferenceData
from camket.graph.records import Records
from camket.graph.rejection import without
from camket.graph.search import index, schema
from camket.graph.search.links import Relinked, relinked
from camket.graph.shown import Shown
from camket.graph.snapshot import NextSnapshot
from camket.graph.store import Dataset, open_snapshot
from camket.graph.versions import writing_version

Progress: TypeAlias = Callable[[str, int, int | None], None]
"""Told how a long step goes on: its name, how many are done, how many there are (None: not known)."""

WRITING: Final = "writing"

JUDGEMENTS: Final = "judgements"
"""What the judgements in force are called among the layers of `graph/identity`."""


def renew(
    folder: StoreFolder,
    records: Records,
    reference: bytes,
    progress: Progress,
    judgements: Sequence[Judgement] = (),
) -> list[tuple[str, str]]:
    """Make a snapshot of the records, if the newest is not one already, and show it to readers.

    reference: the N-Quads of `graph/reference`. judgements: what editors have decided.
    Returns the IRIs that were renamed, old and new. Broken off at any moment, the next call completes the work.
    Raises JudgementError, the graph as it was, where judgements contradict each other.
    """
    made_of = f"{writing_version()} {hashlib.sha256(reference).hexdigest()}"
    shown = Shown(records.database)
    before = shown.state()
    anew = before is None or before[1] != made_of or not folder.snapshot(before[0]).is_dir()
    judged = Judged(records.database, judgements, folder.base)
    changed_judgements = judged.changed()
    if before and not anew and not shown.outdated() and not changed_judgements:
        if not schema.is_current(folder.index(before[0])):
            _index(folder, before[0])
        if folder.current() != before[0]:
            folder.show(before[0])
        return []
    with records.transaction():
        known = ReferenceData(reference, folder.base)
        derived = Derived(records.database, layers(folder.base, known))
        lives = Lives(records.database, Life(folder.base, known))
        if anew:
            records.bear_again()
            shown.mark_all()
            derived.begin_anew()
            lives.begin_anew()
        rulings = _judge(records, judged, changed_judgements, anew)
        renamed = shown.resolve(folder.base, rulings, derived)
        derived.replace(JUDGEMENTS, "", _in_force(judged, folder.base))
        with NextSnapshot(folder, None if anew or before is None else before[0]) as snapshot:
            writing = _Writing(folder.base, records, shown, judged, derived, lives, known, snapshot, progress)
            subjects, linked = writing.write(reference if anew else None)
            compact = anew or 2 * len(shown.dirty()) > records.count()
            articles = {iris.article_iri(article, folder.base) for article in shown.dirty()} | linked.articles
            changed = None if anew or before is None else (before[0], articles, subjects | linked.occasions)
            number = snapshot.publish(compact, lambda number: _index(folder, number, changed))
        shown.settle(number, made_of)
        judged.settle()
    folder.prune({number, before[0]} if before else {number})
    return renamed


def _judge(records: Records, judged: Judged, changed: Sequence[Judgement], anew: bool) -> Rulings:
    """Mark what judgements that have come or gone change, and what they mean for names."""
    rejected = judged.facts(Verdict.REJECT)
    articles = {judged.fact(j).partition("#")[0] for j in changed if j.verdict is Verdict.REJECT}
    dirty = set(Shown(records.database).dirty())
    for iri_of_article in sorted(articles | rejected.keys()):
        identifier = judged.article(iri_of_article)
        if identifier is not None and (anew or iri_of_article in articles or identifier in dirty):
            records.bear(identifier, rejected.get(iri_of_article, frozenset()))
            records.mark(identifier)
    judged.touch(changed)
    return Rulings(records.database, judged.pairs())


def _in_force(judged: Judged, base: str) -> Iterator[Triple]:
    for judgement in judged.judgements:
        yield from judgement_triples(judgement, judged.concerned(judgement), base)


def _index(folder: StoreFolder, number: int, changed: tuple[int, set[str], set[str]] | None = None) -> None:
    """Make the index of a snapshot that is not shown yet.

    changed: the snapshot before, and the IRIs of the articles and of all else in which this one differs from it.
    """
    dataset = Dataset(open_snapshot(folder.snapshot(number)), folder.base)
    if changed is not None and schema.is_current(folder.index(changed[0])):
        index.update(folder.index(changed[0]), dataset, folder.index(number), changed[1], changed[2])
    else:
        index.make(dataset, folder.index(number))


class _Writing:
    def __init__(
        self,
        base: str,
        records: Records,
        shown: Shown,
        judged: Judged,
        derived: Derived,
        lives: Lives,
        reference: ReferenceData,
        snapshot: NextSnapshot,
        progress: Progress,
    ) -> None:
        self._base = base
        self._records = records
        self._shown = shown
        self._rejected = judged.facts(Verdict.REJECT)
        self._reference = reference
        self._concepts = Concepts(base, self._reference.concepts)
        self._derived = derived
        self._lives = lives
        self._snapshot = snapshot
        self._progress = progress

    def write(self, reference: bytes | None) -> tuple[set[str], Relinked]:
        """Write what is marked. Returns the subjects of graph/entities, and what is linked otherwise than before.

        reference: what a snapshot that is empty yet begins with, None where this one begins with another.
        """
        anew = reference is not None
        if reference is not None:
            self._snapshot.add(reference.decode().splitlines())
        articles = self._shown.dirty()
        subjects: set[str] = set()
        for done, article in enumerate(articles):
            self._progress(WRITING, done, len(articles))
            subjects |= self._article(article, anew)
        self._progress(WRITING, len(articles), len(articles))
        graph = self._base + iris.ENTITIES
        for subject, claims in self._shown.claims_of(sorted(subjects)):
            said = entity_lines(subject, claims, self._reference, self._base) if claims else []
            if anew:
                self._snapshot.add(said)
            else:
                self._snapshot.replace_subject(subject, graph, said)
        return subjects, self._derive(anew)

    def _derive(self, anew: bool) -> Relinked:
        """Write what the articles say together. What goes in one block may come in another."""
        graph = self._base + iris.IDENTITY
        gone: set[Triple] = set()
        come: set[Triple] = set()
        self._lives.derive(self._derived)
        for old, new in self._derived.changes():
            gone |= old
            come |= new
            if anew:
                self._snapshot.add(lines(new, graph))
                come.clear()
        self._snapshot.remove(lines(gone - come, graph))
        self._snapshot.add(lines(come - gone, graph))
        return relinked(gone ^ come, self._base)

    def _article(self, identifier: str, anew: bool) -> set[str]:
        """Write an article's graph, or drop it where the article is gone; returns the subjects it claims things of."""
        name = iris.article_iri(identifier, self._base)
        if not anew:
            self._snapshot.drop(name)
            self._derived.forget(identifier)
            self._lives.forget(identifier)
        record = self._records.get(identifier)
        if record is None:
            return self._shown.replace_claims(identifier, {})
        assigned = self._shown.assigned(identifier)
        facts, nodes = without(record.facts, fact_nodes(record.facts, name), self._rejected.get(name, frozenset()))
        written = article_lines(
            record.document,
            facts,
            assigned,
            base=self._base,
            concepts=self._concepts,
            activity=Activity(record.version, record.pipeline),
            with_text=record.with_text,
            nodes=nodes,
        )
        self._snapshot.add(written)
        reading = _reading(record.document, facts, nodes, name, iris.complete(facts, name, assigned, self._base))
        self._derived.add(reading)
        self._lives.add(reading)
        claims = article_claims(facts, name, assigned, base=self._base, concepts=self._concepts)
        return self._shown.replace_claims(identifier, claims)


def _reading(document: Document, facts: ArticleFacts, nodes: FactNodes, name: str, names: Mapping[str, str]) -> Reading:
    said = document.published or "", document.text
    return Reading(document.id, name, *said, facts, names, nodes, document.title or "", document.publisher or "")
