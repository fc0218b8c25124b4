"""camket reject: an editor says that a fact is wrong."""

from typing import Annotated

import typer

from camket.cli.judging import Because, By, JudgementFile
from camket.cli.options import DEFAULT_STORE, Store


def reject(
    fact: Annotated[str, typer.Argument(metavar="FACT", help="A fact's IRI, as article/ID#pledge=10,52.")],
    because: Because,
    by: By = "",
    judgements: JudgementFile = None,
    store: Store = DEFAULT_STORE,
) -> None:
    """Take a fact out of the graph; a post so rejected tells nobody from a namesake either. Kept in a file.

    Example: camket reject 'article/bai-1#pledge=10,52' --because "he quotes another"
    """
    from camket.cli.judging import judge
    from camket.graph.identity.judgements import Verdict

    judge(store, judgements, lambda editor: editor.fact(Verdict.REJECT, fact, because, by))
