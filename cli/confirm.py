"""camket confirm: an editor says that a fact is right."""

from typing import Annotated

import typer

from camket.cli.judging import Because, By, JudgementFile
from camket.cli.options import DEFAULT_STORE, Store


def confirm(
    fact: Annotated[str, typer.Argument(metavar="FACT", help="A fact's IRI, as article/ID#pledge=10,52.")],
    because: Because = "",
    by: By = "",
    judgements: JudgementFile = None,
    store: Store = DEFAULT_STORE,
) -> None:
    """Mark a fact as looked at and right. The judgement is kept in a file.

    Example: camket confirm 'article/bai-1#pledge=10,52' --by Lan
    """
    from camket.cli.judging import judge
    from camket.graph.identity.judgements import Verdict

    judge(store, judgements, lambda editor: editor.fact(Verdict.CONFIRM, fact, because, by))
