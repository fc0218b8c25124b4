"""What a user asks, however it is given: SPARQL as it stands, a file, or the name of a query, with parameters."""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from camket.graph import queries
from camket.graph.errors import QueryError, UsageError
from camket.graph.queries.named import FindNames, NamedQuery, parse
from camket.ontology.namespaces import BASE

STDIN = Path("-")

Question = NamedQuery | str


def is_sparql(text: str) -> bool:
    """Whether `text` is a query; it is the name of one otherwise."""
    return "{" in text or len(text.split()) > 1


def read_question(text: str | None, file: Path | None = None) -> Question:
    """The query asked: a named one, or SPARQL. Exactly one of `text` (SPARQL or a name) and `file` is to be given.

    A file with the header of a named query is one. Raises UsageError, or QueryError where a file cannot be read or no
    query is named so.
    """
    if (text is None) == (file is None):
        raise UsageError(
            "give a SPARQL query, the name of a query (camket query --list), or a file with -f: one of them"
        )
    if text is not None:
        return text if is_sparql(text) else queries.load(text)
    assert file is not None
    sparql = read_sparql(file)
    try:
        return parse(file.stem, sparql)
    except ValueError:
        return sparql


def read_sparql(file: Path) -> str:
    """The text of a query's file; `-` is standard input. Raises QueryError where it cannot be read."""
    try:
        return sys.stdin.read() if file == STDIN else file.read_text(encoding="utf-8")
    except OSError as error:
        raise QueryError(f"{file} cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise QueryError(f"{file} is not UTF-8: save it as UTF-8") from error


def read_values(settings: Sequence[str]) -> dict[str, str]:
    """Parameters from `NAME=VALUE` strings. Raises UsageError for one without `=` or given twice."""
    values: dict[str, str] = {}
    for setting in settings:
        name, equals, value = setting.partition("=")
        name = name.strip()
        if not equals or not name or not value:
            raise UsageError(f"--set {setting!r}: write NAME=VALUE")
        if name in values:
            raise UsageError(f"--set {name}=... is given twice")
        values[name] = value
    return values


def sparql_of(question: Question, values: Mapping[str, str], find: FindNames | None = None, base: str = BASE) -> str:
    """The query ready to run. Raises UsageError where SPARQL as it stands is given parameters; see NamedQuery."""
    if isinstance(question, NamedQuery):
        return question.render(values, find, base)
    if values:
        raise UsageError("--set goes with a named query only: write the values into the SPARQL itself")
    return question
