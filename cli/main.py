"""The `camket` command: one file per subcommand beside this one; what a user can cause is told in one line."""

import io
import sys
from typing import Annotated

import typer

from camket.cli.audit import audit
from camket.cli.build import build
from camket.cli.candidates import candidates
from camket.cli.changes import changes
from camket.cli.check import check
from camket.cli.commitments import commitments
from camket.cli.confirm import confirm
from camket.cli.different import different
from camket.cli.evaluate import evaluate
from camket.cli.export import export
from camket.cli.failures import stopped_at_once, told
from camket.cli.judgements import judgements
from camket.cli.ledger import ledger
from camket.cli.path import path
from camket.cli.query import query
from camket.cli.reject import reject
from camket.cli.retract import retract
from camket.cli.same import same
from camket.cli.serve import serve
from camket.cli.show import show
from camket.cli.stats import stats
from camket.cli.timeline import timeline
from camket.cli.unsure import unsure
from camket.cli.why import why

app = typer.Typer(
    name="camket",
    help="Reads Vietnamese news and builds a graph of who promised what, with the very sentence as evidence.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
_JUDGING = (same, different, unsure, reject, confirm, judgements)
_MANY_STEPS = (build, retract, *_JUDGING, export, check, serve, evaluate)  # Python gets to see Ctrl-C between these
for command in (
    build,
    retract,
    query,
    show,
    why,
    candidates,
    *_JUDGING,
    path,
    commitments,
    audit,
    ledger,
    changes,
    timeline,
    export,
    check,
    stats,
    serve,
    evaluate,
):
    app.command(command.__name__)(told(command if command in _MANY_STEPS else stopped_at_once(command)))


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        print(f"camket {version('camket')}")
        raise typer.Exit


@app.callback()
def camket(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Options that stand before any command."""


def main() -> None:
    """The entry point; ends the process with the command's exit code."""
    for stream in (sys.stdout, sys.stderr):
        # Vietnamese letters, and file names that are no text at all, must not end in an encoding error (LANG=C).
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    app(prog_name="camket")
