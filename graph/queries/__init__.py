"""Questions a journalist asks, each as SPARQL in a file of its own (`NAME.rq`), known by the file's name.

>>> queries.names()
['article-says', 'articles-about', ...]
>>> dataset.query(queries.load("due-in").render({"during": "2025"}))
"""

import difflib
from functools import cache
from importlib import resources

from camket.graph.errors import QueryError
from camket.graph.queries.named import ANY, NamedQuery, Parameter, ParameterType, parse

__all__ = ["ANY", "NamedQuery", "Parameter", "ParameterType", "load", "names"]

SUFFIX = ".rq"
SUGGESTIONS = 3


@cache
def names() -> tuple[str, ...]:
    """The names of all named queries, sorted."""
    files = (entry.name for entry in resources.files(__name__).iterdir())
    return tuple(sorted(name.removesuffix(SUFFIX) for name in files if name.endswith(SUFFIX)))


def load(name: str) -> NamedQuery:
    """The named query `name`. Raises QueryError, with the names that are near, where there is none."""
    if name not in names():
        near = difflib.get_close_matches(name, names(), SUGGESTIONS, cutoff=0.5)
        hint = f"did you mean {' or '.join(near)}?" if near else "camket query --list shows them all"
        raise QueryError(f"no query is named {name!r}: {hint}")
    return parse(name, resources.files(__name__).joinpath(name + SUFFIX).read_text(encoding="utf-8"))
