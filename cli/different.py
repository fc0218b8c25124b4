"""camket different: an editor says that one is two."""

from typing import Annotated

import typer

from camket.cli.judging import Because, By, JudgementFile
from camket.cli.options import DEFAULT_STORE, Store


def different(
    a: Annotated[str, typer.Argument(metavar="A", help="An IRI, a name, NAME@ARTICLE or a mention.")],
    b: Annotated[str, typer.Argument(metavar="B", help="The same of the other.")],
    because: Because = "",
    by: By = "",
    judgements: JudgementFile = None,
    store: Store = DEFAULT_STORE,
) -> None:
    """Judge two people, bodies or places to be two, whatever the rules say. The judgement is kept in a file.

    Example: camket different "Lê Văn Thuấn@bai-1" "Lê Văn Thuấn@bai-7" --by Lan
    """
    from camket.cli.judging import judge
    from camket.graph.identity.judgements import Verdict

    judge(store, judgements, lambda editor: editor.pair(Verdict.DIFFERENT, a, b, because, by))
