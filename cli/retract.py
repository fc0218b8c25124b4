"""camket retract: articles out of the graph."""

from typing import Annotated

import typer

from camket.cli.judging import JudgementFile
from camket.cli.options import DEFAULT_STORE, Store, folder


def retract(
    ids: Annotated[list[str], typer.Argument(metavar="ID...", help="The articles' ids.")],
    judgements: JudgementFile = None,
    store: Store = DEFAULT_STORE,
) -> None:
    """Take articles out of the graph, with their facts and the people and bodies that nothing mentions any more.

    Example: camket retract article-17 article-18
    """
    from camket.cli import reports
    from camket.cli.progress import steps
    from camket.graph.build import retract as retract_articles

    with steps() as progress:
        report = retract_articles(ids, folder(store), progress=progress, judgements=judgements)
    reports.print_renamed(report)
    count = len(set(ids))
    print(f"{store}: {count} article{'' if count == 1 else 's'} retracted")
