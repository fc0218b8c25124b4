"""Writing the answer to a query: rows and yes/no answers in SPARQL's result formats, triples in RDF's."""

from collections.abc import Iterator
from typing import BinaryIO

import pyoxigraph

from camket.graph.errors import UsageError
from camket.graph.export.ntriples import write_ntriples
from camket.graph.export.trig import write_trig
from camket.graph.export.turtle import write_turtle
from camket.graph.store import Answer
from camket.ontology.namespaces import BASE

ROW_FORMATS = {
    "json": pyoxigraph.QueryResultsFormat.JSON,
    "xml": pyoxigraph.QueryResultsFormat.XML,
    "csv": pyoxigraph.QueryResultsFormat.CSV,
    "tsv": pyoxigraph.QueryResultsFormat.TSV,
}
GRAPH_FORMATS = ("ttl", "nt", "jsonld", "rdfxml", "trig", "nq")
ALL_FORMATS = (*ROW_FORMATS, *GRAPH_FORMATS)


def is_graph(answer: Answer) -> bool:
    """Whether the query built triples (CONSTRUCT, DESCRIBE); it gave rows or a yes/no otherwise."""
    return isinstance(answer, pyoxigraph.QueryTriples)


def formats(answer: Answer) -> tuple[str, ...]:
    """The formats that this answer can be written in; the first of them is the customary one."""
    return GRAPH_FORMATS if is_graph(answer) else tuple(ROW_FORMATS)


def write(answer: Answer, name: str, out: BinaryIO, base: str = BASE) -> None:
    """Writes `answer` to `out` in format `name`; triples sorted, each once. Always ends with a line break.

    Raises UsageError, naming the formats that go, where this answer cannot be written in that one.
    """
    if name not in formats(answer):
        kind = "triples (CONSTRUCT, DESCRIBE)" if is_graph(answer) else "rows (SELECT, ASK)"
        raise UsageError(f"format {name!r} cannot hold {kind}: use {', '.join(formats(answer))}")
    if isinstance(answer, pyoxigraph.QueryTriples):
        _write_triples(answer, name, out, base)
        return
    answer.serialize(out, ROW_FORMATS[name])
    if name in ("json", "xml") or isinstance(answer, pyoxigraph.QueryBoolean):
        out.write(b"\n")


def _write_triples(answer: pyoxigraph.QueryTriples, name: str, out: BinaryIO, base: str) -> None:
    """Without prefixes where pyoxigraph writes: it gives them in an order that changes from run to run."""
    if name == "ttl":
        write_turtle(_quads(answer), out, base)
    elif name == "trig":
        write_trig(_quads(answer), out, base)
    elif name in ("nt", "nq"):  # of triples, which stand in no graph, the same
        write_ntriples(_quads(answer), out, base)
    else:
        rdf_format = pyoxigraph.RdfFormat.JSON_LD if name == "jsonld" else pyoxigraph.RdfFormat.RDF_XML
        pyoxigraph.serialize(sorted(set(answer), key=str), out, rdf_format)
        out.write(b"\n")


def _quads(answer: pyoxigraph.QueryTriples) -> Iterator[pyoxigraph.Quad]:
    return (pyoxigraph.Quad(*triple) for triple in answer)
