"""The judgements of a file, with what each does to the graph now."""

from dataclasses import dataclass
from pathlib import Path

from camket.graph.identity.judgements import Judgement, Verdict
from camket.graph.judged import Judged
from camket.graph.judgement_file import JudgementFile
from camket.graph.judging.reading import opened


@dataclass(frozen=True, slots=True)
class Standing:
    """One judgement: its line, what it says, why and by whom, whom or what it concerns now, and what it does."""

    line: int
    verdict: str
    about: str
    because: str
    by: str
    concerns: tuple[str, ...]
    now: str


def standing(store: str | Path, judgements: str | Path | None = None) -> tuple[list[Standing], bool]:
    """Every judgement of the file in its order; and whether the newest snapshot was made with just these."""
    file = JudgementFile(Path(store), judgements)
    known = file.read()
    with opened(Path(store)) as (folder, database):
        judged = Judged(database, known, folder.base)
        rows = [_standing(judgement, judged.concerned(judgement), folder.base) for judgement in known]
        return rows, not judged.changed()


def _standing(judgement: Judgement, concerns: list[str], base: str) -> Standing:
    about = f"{judgement.pair[0]} and {judgement.pair[1]}" if judgement.pair else judgement.fact
    local = tuple(iri.removeprefix(base) for iri in concerns)
    return Standing(
        judgement.number,
        judgement.verdict,
        f"{judgement.folder} {about}".strip(),
        judgement.because,
        judgement.by,
        local,
        _now(judgement.verdict, local),
    )


def _now(verdict: Verdict, concerns: tuple[str, ...]) -> str:
    if not concerns:
        return "matches nothing now"
    things = " and ".join(dict.fromkeys(concerns))
    if verdict is Verdict.SAME and len(set(concerns)) > 1:
        return f"cannot join {things}"
    return {
        Verdict.SAME: f"one: {things}",
        Verdict.DIFFERENT: f"two: {things}",
        Verdict.UNSURE: f"left open: {things}",
        Verdict.REJECT: "left out of the graph",
        Verdict.CONFIRM: "marked as confirmed",
    }[verdict]
