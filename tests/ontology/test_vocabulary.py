"""The vocabulary, its shapes, its context and its Python names say the same, and every term is used."""

import json
import re
from pathlib import Path

import pytest
import rdflib
from rdflib.namespace import OWL, RDF, RDFS, SKOS

from camket import ontology
from camket.graph.facts import Change, Comparator, EventKind, Outcome, Reason, SpeechAct, Turn, UndertakingKind
from camket.ontology.namespaces import CK as CK_NAMESPACE
from camket.ontology.namespaces import PREFIXES
from camket.ontology.reference import concepts, reference_nquads
from camket.ontology.terms import CK

KINDS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, SKOS.Concept, SKOS.ConceptScheme)
REPOSITORY = Path(__file__).parents[2]


def terms(graph: rdflib.Graph) -> set[str]:
    return {
        str(s)[len(CK_NAMESPACE) :]
        for kind in KINDS
        for s in graph.subjects(RDF.type, kind)
        if str(s).startswith(CK_NAMESPACE)
    }


def named_in(text: str) -> set[str]:
    return set(re.findall(r"\bck:([A-Za-z]+)", text))


def test_python_names_are_the_terms(vocabulary: rdflib.Graph) -> None:
    assert set(CK.__annotations__) == terms(vocabulary)
    assert CK.Pledge == rdflib.URIRef(CK_NAMESPACE + "Pledge")
    with pytest.raises(AttributeError):
        _ = CK.Promise


def test_context_names_the_terms(vocabulary: rdflib.Graph) -> None:
    definitions = json.loads(ontology.context())["@context"]
    told = {
        name: value["@id"] if isinstance(value, dict) else value
        for name, value in definitions.items()
        if not name.startswith("@")
    }
    ours = {name for name, iri in told.items() if str(iri).startswith("ck:")}
    assert ours == terms(vocabulary)
    assert all(told[name] == f"ck:{name}" for name in ours)
    assert {n: i for n, i in told.items() if n in PREFIXES} == {n: PREFIXES[n] for n in told if n in PREFIXES}


def test_context_reads_values_as_the_vocabulary_says(vocabulary: rdflib.Graph) -> None:
    definitions = json.loads(ontology.context())["@context"]
    for prop in vocabulary.subjects(RDF.type, OWL.ObjectProperty):
        assert definitions[str(prop)[len(CK_NAMESPACE) :]]["@type"] in ("@id", "@vocab"), prop
    for prop in vocabulary.subjects(RDF.type, OWL.DatatypeProperty):
        definition = definitions[str(prop)[len(CK_NAMESPACE) :]]
        if isinstance(definition, dict):
            assert vocabulary.value(prop, RDFS.range) == rdflib.URIRef(
                definition["@type"].replace("xsd:", PREFIXES["xsd"])
            )


def test_a_document_with_the_context_gives_the_triples_it_says() -> None:
    context = json.loads(ontology.context())["@context"]
    document = {
        "@context": context,
        "id": "http://e/a#pledge=0,9",
        "type": ["Pledge", "Commitment", "Undertaking"],
        "actor": "http://e/body/Sở_Mai",
        "dateBy": "2024-06-30",
        "measure": {"id": "http://e/a#measure=0,9", "comparator": "AtLeast", "value": "5.5", "change": "Increase"},
    }
    graph = rdflib.Graph().parse(data=json.dumps(document), format="json-ld")
    pledge, measure = rdflib.URIRef("http://e/a#pledge=0,9"), rdflib.URIRef("http://e/a#measure=0,9")
    xsd = rdflib.XSD
    assert set(graph) == {
        (pledge, RDF.type, CK.Pledge),
        (pledge, RDF.type, CK.Commitment),
        (pledge, RDF.type, CK.Undertaking),
        (pledge, CK.actor, rdflib.URIRef("http://e/body/Sở_Mai")),
        (pledge, CK.dateBy, rdflib.Literal("2024-06-30", datatype=xsd.date)),
        (pledge, CK.measure, measure),
        (measure, CK.comparator, CK.AtLeast),
        (measure, CK.value, rdflib.Literal("5.5", datatype=xsd.decimal)),
        (measure, CK.change, CK.Increase),
    }


def test_every_term_is_used(vocabulary: rdflib.Graph, shapes: rdflib.Graph) -> None:
    in_shapes = {
        str(node)[len(CK_NAMESPACE) :] for triple in shapes for node in triple if str(node).startswith(CK_NAMESPACE)
    }
    in_reference = set(re.findall(rf"> <{CK_NAMESPACE}([A-Za-z]+)>", reference_nquads("http://e/").decode()))
    assert in_shapes <= terms(vocabulary)
    assert in_reference <= terms(vocabulary)
    # The vocabulary's own names stand in the reference graph as subjects only, or as scheme or class of another.
    assert terms(vocabulary) - in_shapes - in_reference == set()


def test_every_class_has_a_shape(vocabulary: rdflib.Graph, shapes: rdflib.Graph) -> None:
    targets = set(shapes.objects(None, rdflib.SH.targetClass))
    one_of = {
        node
        for choice in shapes.objects(None, rdflib.SH["in"])
        for node in rdflib.collection.Collection(shapes, choice)
    }
    for name in vocabulary.subjects(RDF.type, OWL.Class):
        assert name in targets | one_of, name


def test_every_property_is_constrained(vocabulary: rdflib.Graph, shapes: rdflib.Graph) -> None:
    paths = {node for triple in shapes for node in triple}
    for kind in (OWL.ObjectProperty, OWL.DatatypeProperty):
        for name in vocabulary.subjects(RDF.type, kind):
            assert name in paths, name


def test_every_term_is_named_and_defined_in_both_languages(vocabulary: rdflib.Graph) -> None:
    for name in terms(vocabulary):
        node = rdflib.URIRef(CK_NAMESPACE + name)
        named = SKOS.prefLabel if (node, SKOS.prefLabel, None) in vocabulary else RDFS.label
        vietnamese = [o for o in vocabulary.objects(node, named) if getattr(o, "language", None) == "vi"]
        english = [o for o in vocabulary.objects(node, RDFS.label) if getattr(o, "language", None) == "en"]
        definitions = sorted(str(getattr(o, "language", "")) for o in vocabulary.objects(node, SKOS.definition))
        assert (len(vietnamese), len(english), definitions) == (1, 1, ["en", "vi"]), name


def test_a_concept_has_one_preferred_label(vocabulary: rdflib.Graph) -> None:
    for kind in (SKOS.Concept, SKOS.ConceptScheme):
        for node in vocabulary.subjects(RDF.type, kind):
            (preferred,) = vocabulary.objects(node, SKOS.prefLabel)
            assert rdflib.Literal(str(preferred)) in set(vocabulary.objects(node, RDFS.label)), node


def test_superclasses_are_ours_or_ones_that_data_bear(vocabulary: rdflib.Graph) -> None:
    written_out = {"org:Organization", "schema:Event", "schema:Place", "schema:AdministrativeArea"}
    reused = {
        prefix + ":" + str(parent)[len(PREFIXES[prefix]) :]
        for parent in vocabulary.objects(None, RDFS.subClassOf)
        for prefix in ("org", "schema")
        if str(parent).startswith(PREFIXES[prefix])
    }
    assert reused == written_out
    for parent in vocabulary.objects(None, RDFS.subClassOf):
        assert str(parent).startswith((CK_NAMESPACE, PREFIXES["org"], PREFIXES["schema"])), parent


def test_only_pledges_and_goals_are_commitments(vocabulary: rdflib.Graph) -> None:
    assert set(vocabulary.subjects(RDFS.subClassOf, CK.Commitment)) == {CK.Pledge, CK.Goal}
    below = set(vocabulary.subjects(RDFS.subClassOf, CK.Undertaking))
    assert below == {CK.Commitment, CK.Pledge, CK.Goal, CK.Directive, CK.Expectation}
    assert set(vocabulary.subject_objects(RDFS.subPropertyOf)) == {
        (CK.promisor, CK.actor),
        (CK.chair, rdflib.URIRef(PREFIXES["schema"] + "attendee")),
    }


def test_enumerations_of_facts_are_the_schemes(vocabulary: rdflib.Graph) -> None:
    def scheme(name: str) -> dict[str, str | None]:
        return {c.iri.removeprefix(CK_NAMESPACE): c.notation for c in concepts() if c.scheme == name}

    assert list(scheme("SpeechActs")) == [act.value for act in SpeechAct]
    assert list(scheme("Reasons")) == [reason.value for reason in Reason]
    assert list(scheme("Turns")) == [turn.value for turn in Turn]
    assert list(scheme("Outcomes")) == [outcome.value for outcome in Outcome]
    assert list(scheme("Comparators").values()) == [comparator.value for comparator in Comparator]
    assert list(scheme("Changes").values()) == [change.value for change in Change]
    events = vocabulary.subjects(RDFS.subClassOf, rdflib.URIRef(PREFIXES["schema"] + "Event"))
    assert {str(event)[len(CK_NAMESPACE) :] for event in events} == {kind.value for kind in EventKind}
    assert {kind.value for kind in UndertakingKind} <= terms(vocabulary)


def test_the_code_names_only_terms_that_exist(vocabulary: rdflib.Graph) -> None:
    known = terms(vocabulary)
    sources = [*REPOSITORY.glob("graph/**/*.py"), *REPOSITORY.glob("graph/**/*.rq"), *REPOSITORY.glob("cli/**/*.py")]
    assert sources
    for source in sources:
        text = source.read_text(encoding="utf-8")
        assert named_in(text) <= known, source
        assert set(re.findall(r"\bck\(\"([A-Za-z]+)\"\)", text)) <= known, source


def test_the_lexicon_names_only_kinds_that_exist(vocabulary: rdflib.Graph) -> None:
    kinds = set(vocabulary.subjects(RDFS.subClassOf, rdflib.URIRef(PREFIXES["org"] + "Organization")))
    for source in (REPOSITORY / "ontology" / "lexicon").glob("*.toml"):
        for name in re.findall(r'^category = "(\w+)"', source.read_text(encoding="utf-8"), re.MULTILINE):
            assert rdflib.URIRef(CK_NAMESPACE + name) in kinds, f"{source.name}: {name}"
