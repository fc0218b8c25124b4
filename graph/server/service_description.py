"""What the endpoint says of itself: SPARQL 1.1 Service Description."""

import io
from typing import Final

import pyoxigraph
from pyoxigraph import BlankNode, Literal, NamedNode
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from camket.graph import results
from camket.graph.rdf.iris import ENTITIES, IDENTITY, REFERENCE
from camket.graph.server.answers import unacceptable
from camket.graph.server.context import Context
from camket.graph.server.media_types import TRIPLES, Accepted, content_type
from camket.ontology.namespaces import PREFIXES

_SD: Final = "http://www.w3.org/ns/sparql-service-description#"
_FORMATS: Final = "http://www.w3.org/ns/formats/"
_RESULT_FORMATS: Final = (
    *("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV"),
    *("Turtle", "N-Triples", "JSON-LD", "RDF_XML", "TriG", "N-Quads"),
)
_TYPE: Final = NamedNode(PREFIXES["rdf"] + "type")
_LABEL: Final = NamedNode(PREFIXES["rdfs"] + "label")

_Node = NamedNode | BlankNode


def describe_service(context: Context, request: Request) -> Response:
    """The description in the format that the request takes; the endpoint is the address that was asked."""
    media_type = Accepted.of(request).best([*TRIPLES])
    if media_type is None:
        raise unacceptable(rows=False, triples=True)
    try:
        endpoint = NamedNode(str(request.url.replace(query="", fragment="")))
    except ValueError as error:
        raise HTTPException(400, "the address asked for is no IRI") from error
    written = io.BytesIO()
    store = pyoxigraph.Store()
    store.extend(pyoxigraph.Quad(*triple) for triple in _triples(endpoint, context.base))
    everything = store.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")
    results.write(everything, TRIPLES[media_type], written, context.base)
    return Response(written.getvalue(), headers={"Content-Type": content_type(media_type), "Vary": "Accept"})


def _triples(endpoint: NamedNode, base: str) -> list[tuple[_Node, NamedNode, _Node | Literal]]:
    service, dataset, default = BlankNode("service"), BlankNode("dataset"), BlankNode("default")
    said: list[tuple[_Node, NamedNode, _Node | Literal]] = [
        (service, _TYPE, _sd("Service")),
        (service, _sd("endpoint"), endpoint),
        (service, _sd("supportedLanguage"), _sd("SPARQL11Query")),
        (service, _sd("feature"), _sd("UnionDefaultGraph")),
        (service, _sd("defaultDataset"), dataset),
        (dataset, _TYPE, _sd("Dataset")),
        (dataset, _LABEL, Literal("who promised what, with the sentences as evidence", language="en")),
        (dataset, _LABEL, Literal("ai cam kết điều gì, kèm câu làm chứng", language="vi")),
        (dataset, _sd("defaultGraph"), default),
        (default, _TYPE, _sd("Graph")),
        *((service, _sd("resultFormat"), NamedNode(_FORMATS + name)) for name in _RESULT_FORMATS),
    ]
    for name in (ENTITIES, IDENTITY, REFERENCE):
        graph = BlankNode(name.partition("/")[2])
        said += [
            (dataset, _sd("namedGraph"), graph),
            (graph, _TYPE, _sd("NamedGraph")),
            (graph, _sd("name"), NamedNode(base + name)),
        ]
    return said


def _sd(name: str) -> NamedNode:
    return NamedNode(_SD + name)
