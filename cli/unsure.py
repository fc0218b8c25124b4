"""camket unsure: an editor has looked at two and leaves it open."""

from typing import Annotated

import typer

from camket.cli.judging import Because, By, JudgementFile
from camket.cli.options import DEFAULT_STORE, Store


def unsure(
    a: Annotated[str, typer.Argument(metavar="A", help="An IRI, a name, NAME@ARTICLE or a mention.")],
    b: Annotated[str, typer.Argument(metavar="B", help="The same of the other.")],
    because: Because = "",
    by: By = "",
    judgements: JudgementFile = None,
    store: Store = DEFAULT_STORE,
) -> None:
    """Note that two were looked at and left open: nothing is joined or parted, and they are no candidates any more.

    Example: camket unsure "Lê Văn Thuấn@bai-1" "Lê Văn Thuấn@bai-7"
    """
    from camket.cli.judging import judge
    from camket.graph.identity.judgements import Verdict

    judge(store, judgements, lambda editor: editor.pair(Verdict.UNSURE, a, b, because, by))
