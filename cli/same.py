"""camket same: an editor says that two are one."""

from typing import Annotated

import typer

from camket.cli.judging import Because, By, JudgementFile
from camket.cli.options import DEFAULT_STORE, Store


def same(
    a: Annotated[str, typer.Argument(metavar="A", help="An IRI, a name, NAME@ARTICLE or a mention.")],
    b: Annotated[str, typer.Argument(metavar="B", help="The same of the other.")],
    because: Because = "",
    by: By = "",
    judgements: JudgementFile = None,
    store: Store = DEFAULT_STORE,
) -> None:
    """Judge two people, bodies or places to be one, whatever the rules say. The judgement is kept in a file.

    Example: camket same "Trần Khởi" "Trần Quốc Khởi" --because "the ministry's own list"
    """
    from camket.cli.judging import judge
    from camket.graph.identity.judgements import Verdict

    judge(store, judgements, lambda editor: editor.pair(Verdict.SAME, a, b, because, by))
