"""What the tests of the vocabulary share: the parsed files, and a validator."""

from collections.abc import Callable, Iterable

import pyoxigraph
import pyshacl
import pytest
import rdflib

from camket import ontology
from camket.ontology.namespaces import BASE
from camket.ontology.reference import reference_nquads


@pytest.fixture(scope="session")
def vocabulary() -> rdflib.Graph:
    return rdflib.Graph().parse(data=ontology.vocabulary(), format="turtle")


@pytest.fixture(scope="session")
def shapes() -> rdflib.Graph:
    return rdflib.Graph().parse(data=ontology.shapes(), format="turtle")


@pytest.fixture(scope="session")
def reference() -> list[pyoxigraph.Quad]:
    return list(pyoxigraph.parse(reference_nquads(BASE), pyoxigraph.RdfFormat.N_QUADS))


@pytest.fixture(scope="session")
def validate(shapes: rdflib.Graph) -> Callable[[Iterable[bytes]], list[str]]:
    """The focus nodes' complaints over the union of some N-Quads: "subject path: message", English, sorted."""

    def run(parts: Iterable[bytes]) -> list[str]:
        union = {quad.triple for part in parts for quad in pyoxigraph.parse(part, pyoxigraph.RdfFormat.N_QUADS)}
        graph = rdflib.Graph().parse(
            data=pyoxigraph.serialize(union, format=pyoxigraph.RdfFormat.N_TRIPLES), format="nt"
        )
        _, report, _ = pyshacl.validate(graph, shacl_graph=shapes)
        sh = rdflib.SH
        found = []
        for result in report.subjects(rdflib.RDF.type, sh.ValidationResult):
            path = report.value(result, sh.resultPath)
            messages = [m for m in report.objects(result, sh.resultMessage) if getattr(m, "language", None) != "vi"]
            node = str(report.value(result, sh.focusNode)).removeprefix(BASE)
            found.append(f"{node} {str(path or '').rpartition('#')[2].rpartition('/')[2]}: {messages[0]}")
        return sorted(found)

    return run
