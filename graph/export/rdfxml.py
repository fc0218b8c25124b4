"""RDF/XML: the union of all graphs, with the project's prefixes."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

import pyoxigraph

from camket.graph.export.sorting import Counted, sorted_triples
from camket.graph.export.xml_text import xml_text
from camket.ontology.namespaces import PREFIXES


def write_rdfxml(quads: Iterable[pyoxigraph.Quad], out: BinaryIO, base: str) -> int:
    """Write the union of `quads` to `out`; how many triples there were. Characters XML cannot hold are left out."""
    triples = Counted(_writable(sorted_triples(quads)))
    pyoxigraph.serialize(triples, out, format=pyoxigraph.RdfFormat.RDF_XML, prefixes=PREFIXES)
    return triples.count


def _writable(quads: Iterable[pyoxigraph.Quad]) -> Iterator[pyoxigraph.Triple]:
    for quad in quads:
        value = quad.object
        if isinstance(value, pyoxigraph.Literal) and (text := xml_text(value.value)) != value.value:
            value = (
                pyoxigraph.Literal(text, language=value.language)
                if value.language
                else pyoxigraph.Literal(text, datatype=value.datatype)
            )
        yield pyoxigraph.Triple(quad.subject, quad.predicate, value)
