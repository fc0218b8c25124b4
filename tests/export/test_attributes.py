import pyoxigraph
import pytest

from camket.graph.errors import CamketError
from camket.graph.export.attributes import AttributeReader
from camket.graph.export.projection import Attribute
from camket.graph.store import Dataset
from camket.ontology.namespaces import PREFIXES

TURTLE = """
<http://e/a> a ck:Goal, ck:Commitment, schema:Thing ; rdfs:label "tên"@vi, "name"@en, "name again"@en ;
  ck:measure <http://e/m#1=9,20>, <http://e/m#1=10,2> ; ck:former true ;
  ck:dateBy "2025-06-30"^^xsd:date, "2024-01-31"^^xsd:date .
<http://e/m#1=9,20> ck:value 10 ; ck:unit [ skos:notation "ha" ] ; ck:indicator [ skos:prefLabel "Đất" ] .
<http://e/m#1=10,2> ck:value 2.5 ; ck:unit [ skos:notation "" ] .
<http://e/b> rdfs:label "chỉ có tên" ; ck:value "nhiều" .
"""
A, B = "http://e/a", "http://e/b"


@pytest.fixture
def reader() -> AttributeReader:
    store = pyoxigraph.Store()
    header = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in PREFIXES.items())
    graph = pyoxigraph.NamedNode("http://e/g")
    store.load((header + TURTLE).encode(), format=pyoxigraph.RdfFormat.TURTLE, to_graph=graph)
    return AttributeReader(Dataset(store))


@pytest.mark.parametrize(
    ("attribute", "value"),
    [
        (Attribute(("rdfs:label",)), "name | name again | tên"),
        (Attribute(("rdfs:label",), lang="vi"), "tên"),
        (Attribute(("rdfs:label",), lang="en", take="first"), "name"),
        (Attribute(("skos:prefLabel", "rdfs:label"), lang="vi"), "tên"),
        (Attribute(("ck:cue",)), None),
        (Attribute(("rdf:type",), within="ck"), "Commitment | Goal"),
        (Attribute(("rdf:type",), take="count", type="integer"), 3),
        (Attribute(("ck:measure/ck:value",)), "10 | 2.5"),  # in the order of the measures, by number
        (Attribute(("ck:measure/ck:value",), take="first", type="double"), 10.0),
        (Attribute(("ck:measure/ck:value",), take="least", type="double"), 2.5),
        (Attribute(("ck:dateBy",), take="greatest", type="date"), "2025-06-30"),
        (Attribute(("ck:dateBy",), take="least", type="date"), "2024-01-31"),
        (Attribute(("ck:former",), take="first", type="boolean"), True),
        (
            Attribute(each="ck:measure", of=("ck:indicator/skos:prefLabel", "ck:value", "ck:unit/skos:notation")),
            "Đất 10 ha | 2.5",
        ),
        (Attribute(("ck:former|ck:dateBy",), take="count", type="integer"), 3),
    ],
)
def test_values_become_one_value_as_declared(reader: AttributeReader, attribute: Attribute, value: object) -> None:
    found = reader.value(A, attribute)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(("length", "value"), [(10, "chỉ có tên"), (9, "chỉ có…"), (100, "chỉ có tên"), (3, "ch…")])
def test_long_texts_are_cut_at_a_word(reader: AttributeReader, length: int, value: str) -> None:
    assert reader.value(B, Attribute(("rdfs:label",), shorten=length)) == value


def test_what_is_not_of_the_declared_type_is_named(reader: AttributeReader) -> None:
    with pytest.raises(CamketError, match="'nhiều' is no double"):
        reader.value(B, Attribute(("ck:value",), take="first", type="double"))
