"""What the commands that judge have in common: their options, and what they say."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from camket.cli.console import note

if TYPE_CHECKING:
    from camket.graph.judging.judge import Editor, Outcome

WRONG_USAGE = 2

JudgementFile = Annotated[
    str | None,
    typer.Option(
        "--judgements",
        envvar="CAMKET_JUDGEMENTS",
        metavar="FILE",
        help="The judgement file; judgements.txt in the store's folder if left out.",
    ),
]
Because = Annotated[str, typer.Option("--because", metavar="WHY", help="The reason, for who reads the file.")]
By = Annotated[str, typer.Option("--by", metavar="WHO", help="Who judges so.")]

T = TypeVar("T")


def told_apart(act: Callable[[], T]) -> T:
    """What `act` gives; where a name means several things, they are listed and the command ends with exit 2."""
    from camket.cli import page
    from camket.graph.lookup import AmbiguousNameError

    try:
        return act()
    except AmbiguousNameError as error:
        page.print_matches(error.matches)
        note(f"camket: {error}, or NAME@ARTICLE")
        raise typer.Exit(WRONG_USAGE) from error


def judge(store: str, file: str | None, act: "Callable[[Editor], Outcome]", said: str = "") -> None:
    """Let an editor of the store judge, and say what that has done; `said` stands before the line of the file."""
    from camket.cli.options import folder
    from camket.cli.progress import steps
    from camket.graph.judging.judge import Editor

    with steps() as progress:
        outcome = told_apart(lambda: act(Editor(folder(store), file, progress=progress)))
    _print_outcome(outcome, "said already: " if outcome.known else said)


def _print_outcome(outcome: "Outcome", said: str) -> None:
    """The line of the file on standard output with what it concerns now; what was renamed on standard error."""
    for old, new in outcome.renamed:
        note(f"renamed: {old} is now {new}")
    print(f"{outcome.path}: {said}{outcome.line}")
    print(_effect(outcome))


def _effect(outcome: "Outcome") -> str:
    before, now = (tuple(dict.fromkeys(iris)) for iris in (outcome.before, outcome.now))
    if not now:
        return "matches nothing now"
    counted = {1: "one", 2: "two"}[len(now)]
    changed = "now " if len(before) != len(now) else ""
    return f"{changed}{counted}: {' and '.join(now)}"
