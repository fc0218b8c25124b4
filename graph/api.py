"""Camket from Python, small: read, extract, build, open, query, and the graph as rdflib or networkx has it.

>>> from camket.graph import api
>>> api.build(["articles/"], "my.store")
>>> dataset = api.open_store("my.store")
>>> for row in api.query(dataset, "due-in", during="2025"):
...     print(row["who"].value, row["words"].value)
"""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from camket.graph.documents.document import Document
from camket.graph.errors import SourceError, StoreError
from camket.graph.facts import ArticleFacts
from camket.graph.store import Answer, Dataset

if TYPE_CHECKING:
    import networkx
    import rdflib
    from spacy.language import Language

    from camket.graph.build import BuildReport

_pipelines: "list[Language]" = []  # the one pipeline of the process, once it is needed


def read(*sources: str | Path, on_error: Callable[[SourceError], None] | None = None) -> Iterator[Document]:
    """The articles of files, folders, globs or `-` (standard input), in the order given.

    on_error: is handed each source that cannot be read, and the reading goes on; without it the first one is raised.
    Raises UsageError at once where a path does not exist.
    """
    from camket.graph.documents.reader import read as read_sources

    return read_sources([str(source) for source in sources], on_error=on_error or _raise)


def extract(document: Document) -> ArticleFacts:
    """What one article says, as typed records; the pipeline is loaded at the first call."""
    from camket.graph.extraction import pipeline

    if not _pipelines:
        _pipelines.append(pipeline.load())
    return pipeline.extract(_pipelines[0], document)


def _raise(error: SourceError) -> None:
    raise error


def build(
    sources: Sequence[str | Path], store: str | Path, *, base: str | None = None, with_text: bool = True
) -> "BuildReport":
    """Read articles into the store in folder `store`, which is made where there is none; the report says what came.

    Raises UsageError where a source does not exist, StoreError where the store cannot be written.
    """
    from camket.graph.build import build as build_store

    return build_store(sources, store, base=base, with_text=with_text)


def open_store(location: str | Path) -> Dataset:
    """The graph in a store's folder, as the last build left it, or behind the URL of a SPARQL 1.1 endpoint.

    Raises StoreError where there is none.
    """
    from camket.graph.endpoint import Endpoint, is_url

    if is_url(str(location)):
        return Endpoint(str(location))
    from camket.graph.store import open_dataset

    return open_dataset(Path(location))


def query(dataset: Dataset, question: str, **parameters: str) -> Answer:
    """The answer to a SPARQL query, or to the named query `question` with its parameters.

    Raises QueryError where it is malformed or no query is named so, UsageError for parameters that do not fit.
    """
    from camket.graph import lookup
    from camket.graph.queries.question import read_question, sparql_of

    asked = read_question(question)
    sparql = sparql_of(
        asked, parameters, lambda name: [match.iri for match in lookup.find_namesakes(dataset, name)], dataset.base
    )
    return dataset.query(sparql)


def to_rdflib(dataset: Dataset) -> "rdflib.Dataset":
    """The graph as an rdflib Dataset whose default graph is the union of all, without a copy.

    Give it queries as strings: rdflib itself answers prepared ones, some 20 times slower. Raises StoreError for an
    endpoint, which is no store to hand out.
    """
    import rdflib
    from oxrdflib import OxigraphStore

    from camket.graph.endpoint import Endpoint

    if isinstance(dataset, Endpoint):
        raise StoreError(f"{dataset.url} is an endpoint: only a store on disk can be had as an rdflib Dataset")
    return rdflib.Dataset(store=OxigraphStore(store=dataset.store), default_union=True)


def to_networkx(dataset: Dataset, *, profile: str = "full", all_people: bool = False) -> "networkx.MultiDiGraph[str]":
    """The graph as a property graph: people, bodies, events and undertakings as nodes, posts and roles as edges."""
    from camket.graph import export

    return export.to_networkx(dataset, profile=profile, all_people=all_people)
