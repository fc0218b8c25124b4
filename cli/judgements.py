"""camket judgements: what editors have decided, and what each line does now."""

from typing import Annotated

import typer

from camket.cli.judging import JudgementFile
from camket.cli.options import DEFAULT_STORE, Store

_FORMATS = ("table", "csv", "json")
_COLUMNS = ("line", "verdict", "about", "now", "because", "by")


def judgements(
    withdraw: Annotated[int | None, typer.Option("--withdraw", metavar="LINE", help="Take back a judgement.")] = None,
    apply: Annotated[bool, typer.Option("--apply", help="Make the graph what an edited file says.")] = False,
    format: Annotated[
        str | None, typer.Option("--format", help="table, csv or json; a table on a terminal, csv in a pipe.")
    ] = None,
    file: JudgementFile = None,
    store: Store = DEFAULT_STORE,
) -> None:
    """List the judgements of the file with what each does now, or withdraw one.

    Example: camket judgements --withdraw 14
    """
    from camket.cli import console, judging
    from camket.cli.options import folder
    from camket.cli.progress import steps
    from camket.graph.judging.judge import Editor
    from camket.graph.judging.listing import standing

    chosen = console.chosen_format(format, _FORMATS)
    if withdraw is not None:
        judging.judge(store, file, lambda editor: editor.withdraw(withdraw), "withdrawn: ")
        return
    if apply:
        with steps() as progress:
            for old, new in Editor(folder(store), file, progress=progress).apply():
                console.note(f"renamed: {old} is now {new}")
    found, in_force = standing(folder(store), file)
    if not in_force:
        console.note("the file has changed since the graph was made: --apply, or the next build, heeds it")
    rows = [(str(one.line), one.verdict, one.about, one.now, one.because, one.by) for one in found]
    if chosen == console.JSON:
        console.print_json(found)
    elif chosen == console.CSV:
        console.print_csv(_COLUMNS, rows)
    else:
        console.print_table(_COLUMNS, rows, widest="about", numbers=("line",), empty="no judgements")
