"""Judging: a line in the judgement file, and the graph made anew where that touches it."""

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from camket.graph.build import Reference
from camket.graph.errors import JudgementError, UsageError
from camket.graph.failures import store_failures
from camket.graph.folder import StoreFolder, find
from camket.graph.identity.bearers import Bearer
from camket.graph.identity.clusters import canonical
from camket.graph.identity.judgements import Anchor, Judgement, Verdict, appended, read, without_line
from camket.graph.judged import Judged
from camket.graph.judgement_file import JudgementFile
from camket.graph.judging.finding import Finder, Meant
from camket.graph.records import Records
from camket.graph.reference_file import store_reference
from camket.graph.renewal import Progress, renew
from camket.graph.store import open_dataset

_SHOWN: Final = 5  # articles in an error


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a judgement, or its withdrawal, has done.

    line: the judgement as the file at `path` has it, or had it. known: the file said so already.
    before, now: the IRIs of whom it is about, or of the fact; none where it means nothing.
    renamed: every IRI that has changed, old and new.
    """

    line: str
    path: Path
    known: bool
    before: tuple[str, ...]
    now: tuple[str, ...]
    renamed: tuple[tuple[str, str], ...]


class Editor:
    """Somebody who judges what is in a store.

    judgements: the judgement file, None for the store's own. reference: as for a build.
    """

    def __init__(
        self,
        store: str | Path,
        judgements: str | Path | None = None,
        *,
        reference: Reference | None = None,
        progress: Progress | None = None,
    ) -> None:
        self._store = Path(store)
        self._file = JudgementFile(self._store, judgements)
        self._reference = reference
        self._progress: Progress = progress or (lambda step, done, total: None)

    def pair(self, verdict: Verdict, one: str, other: str, because: str = "", by: str = "") -> Outcome:
        """Judge two people, bodies or places: the same, different, unsure. one, other: as `Finder.find` takes them.

        Raises UsageError or a QueryError where they mean nobody, JudgementError where that contradicts what was judged.
        """
        with store_failures(self._store):
            folder = find(self._store)
            with closing(Records(folder.records, folder.base)) as records:
                finder = Finder(records.database, open_dataset(self._store))
                a, b = _two(verdict, finder.find(one), finder.find(other))
                judged = Judged(records.database, [], folder.base)
                pair = (_anchor(judged, a), _anchor(judged, b))
                return self._judge(folder, records, Judgement(verdict, a.folder, pair, because=because, by=by))

    def fact(self, verdict: Verdict, fact: str, because: str = "", by: str = "") -> Outcome:
        """Reject or confirm a fact, by its IRI, whole or from `article/` on.

        Raises UsageError where there is none, or no reason to reject it; JudgementError where the opposite was judged.
        """
        if verdict is Verdict.REJECT and not because.strip():
            raise UsageError("--because '': a rejection says why, for who reads the file")
        with store_failures(self._store):
            folder = find(self._store)
            local = fact.removeprefix(folder.base)
            local = local if local.startswith("article/") else f"article/{local}"
            judgement = Judgement(verdict, fact=local, because=because, by=by)
            with closing(Records(folder.records, folder.base)) as records:
                if not Judged(records.database, [], folder.base).concerned(judgement):
                    raise UsageError(
                        f"no fact {fact!r} in {self._store}: `camket query article-says --set article=ID` lists those "
                        "of an article"
                    )
                return self._judge(folder, records, judgement)

    def withdraw(self, number: int) -> Outcome:
        """Take back the judgement on a line of the file. Raises UsageError where there is none."""
        text = self._file.text()
        found = [judgement for judgement in read(text, str(self._file.path)) if judgement.number == number]
        if not found:
            raise UsageError(
                f"{self._file.path} has no judgement on line {number}: `camket judgements` shows the lines"
            )
        with store_failures(self._store):
            folder = find(self._store)
            with closing(Records(folder.records, folder.base)) as records:
                return self._apply(folder, records, found[0], without_line(text, number))

    def apply(self) -> list[tuple[str, str]]:
        """Make the graph what the file says now; the IRIs that have changed."""
        with store_failures(self._store):
            folder = find(self._store)
            with closing(Records(folder.records, folder.base)) as records:
                return self._renew(folder, records, self._file.read())

    def _judge(self, folder: StoreFolder, records: Records, judgement: Judgement) -> Outcome:
        text = self._file.text()
        known = read(text, str(self._file.path))
        same = next((old for old in known if _says_the_same(old, judgement)), None)
        if same:
            now = tuple(Judged(records.database, [], folder.base).concerned(same))
            return Outcome(str(same), self._file.path, True, now, now, ())
        changed = appended(text, [judgement])
        self._check(records, folder, read(changed, str(self._file.path)))
        return self._apply(folder, records, judgement, changed)

    def _check(self, records: Records, folder: StoreFolder, judgements: Sequence[Judgement]) -> None:
        try:
            self._file.check(judgements)
            Judged(records.database, judgements, folder.base).pairs()
        except JudgementError as error:
            raise JudgementError(f"nothing was written: {error}") from error

    def _apply(self, folder: StoreFolder, records: Records, judgement: Judgement, text: str) -> Outcome:
        """Write the file and renew the graph; the file is as it was where that fails."""
        concerned = Judged(records.database, [judgement], folder.base).concerned
        before, old = tuple(concerned(judgement)), self._file.text()
        self._file.write(text)
        try:
            renamed = self._renew(folder, records, read(text, str(self._file.path)))
        except BaseException:
            self._file.write(old)
            raise
        return Outcome(str(judgement), self._file.path, False, before, tuple(concerned(judgement)), tuple(renamed))

    def _renew(self, folder: StoreFolder, records: Records, judgements: Sequence[Judgement]) -> list[tuple[str, str]]:
        known = self._reference(folder.base) if self._reference else store_reference(folder)
        return renew(folder, records, known, self._progress, judgements)


def _two(verdict: Verdict, one: Meant, other: Meant) -> tuple[Bearer, Bearer]:
    """The bearers that stand for two, the earlier first. Raises UsageError where they cannot be judged so."""
    a, b = sorted((one.bearer, other.bearer), key=canonical)
    if a.folder != b.folder:
        raise UsageError(f"{one.name} is a {one.bearer.folder}, {other.name} a {other.bearer.folder}: nothing is both")
    if (a.article, a.key) == (b.article, b.key):
        where = ", ".join(f"{bearer.name}@{bearer.article}" for bearer in one.bearers[:_SHOWN])
        raise UsageError(f"both mean {one.iri}: name it in two of its articles, as NAME@ARTICLE ({where})")
    if verdict is Verdict.SAME and a.reference and b.reference and a.reference != b.reference:
        raise UsageError(f"{a.reference} and {b.reference} are two entries of the reference data: mend that instead")
    return a, b


def _anchor(judged: Judged, bearer: Bearer) -> Anchor:
    """How the file names a bearer: by the place in the text, too, where the article has two of the name."""
    anchor = Anchor(bearer.article, bearer.name)
    meant = judged.bearer(bearer.folder, anchor)
    return anchor if meant and meant.key == bearer.key else Anchor(bearer.article, bearer.name, bearer.start)


def _says_the_same(old: Judgement, new: Judgement) -> bool:
    if old.verdict is not new.verdict or old.fact != new.fact or old.folder != new.folder:
        return False
    return set(old.pair or ()) == set(new.pair or ())
