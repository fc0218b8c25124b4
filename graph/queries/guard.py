"""What a query may not do: reach out to other machines. Oxigraph would, and has no switch to keep it from it."""

from typing import Final

from camket.graph.errors import RefusedQueryError
from camket.graph.queries.tokens import words

_REACHING_OUT: Final = ("SERVICE", "LOAD")


def refuse_reaching_out(sparql: str) -> None:
    """Raises RefusedQueryError where a query has a SERVICE or LOAD clause.

    The words may stand in comments, strings, IRIs, variables and behind a prefix. They may not be part of a prefix:
    keywords need no space after them, so that `SERVICEs:x` is the clause with the name `s:x`.
    """
    for word in words(sparql):
        for keyword in _REACHING_OUT:
            if keyword in word.text.upper():
                raise RefusedQueryError(
                    f"{keyword} is refused: a query reads this store alone. Leave the clause out"
                    " (a prefix of that name: rename it)"
                )
