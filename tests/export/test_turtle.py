from collections.abc import Callable
from pathlib import Path

import pyoxigraph
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st
from rdflib.compare import isomorphic

from camket.graph.export import export
from camket.graph.export.turtle import Terms
from camket.graph.store import Dataset
from camket.ontology.namespaces import BASE, PREFIXES

Union = Callable[[Dataset], rdflib.Graph]


def test_rdflib_reads_the_union_back(dataset: Dataset, union_of: Union, tmp_path: Path) -> None:
    out = tmp_path / "all.ttl"
    report = export(dataset, out, with_text=True, all_people=True)
    read = rdflib.Graph().parse(out, format="turtle")
    assert isomorphic(read, union_of(dataset))
    assert report.counts == {"triples": len(read)}


def test_things_are_relative_to_the_base_and_terms_have_prefixes(dataset: Dataset, tmp_path: Path) -> None:
    out = tmp_path / "all.ttl"
    export(dataset, out)
    written = out.read_text(encoding="utf-8")
    assert written.startswith(
        "@base <https://w3id.org/camket/id/> .\n@prefix ck: <https://w3id.org/camket/ontology#> .\n"
    )
    assert (
        "\n<article/tin/02#pledge=1,9>\n"
        "    a ck:Commitment, ck:Goal, ck:Undertaking ;\n"
        "    prov:wasDerivedFrom <article/tin/02> ;\n"
        "    ck:actor <post/Chủ_tịch_UBND_tỉnh_Vân_Hải> ;\n"
        '    ck:cue "phấn đấu" ;\n'
        "    ck:promisor <post/Chủ_tịch_UBND_tỉnh_Vân_Hải> ;\n"
        "    ck:restates <article/bao-01#pledge=96,146> .\n"
    ) in written


@pytest.mark.parametrize(
    ("iri", "written"),
    [
        ("https://w3id.org/camket/id/person/Tô_Sơn_(Báo_A)", "<person/Tô_Sơn_(Báo_A)>"),
        ("https://w3id.org/camket/id/article/a:b", "<article/a:b>"),
        ("https://w3id.org/camket/id/article/../b", "<https://w3id.org/camket/id/article/../b>"),
        ("https://w3id.org/camket/id/article//b", "<https://w3id.org/camket/id/article//b>"),
        ("https://w3id.org/camket/id/a:b", "<https://w3id.org/camket/id/a:b>"),
        ("https://w3id.org/camket/id/", "<https://w3id.org/camket/id/>"),
        ("https://w3id.org/camket/ontology#Pledge", "ck:Pledge"),
        ("https://schema.org/a/b", "<https://schema.org/a/b>"),
        ("https://w3id.org/camket/ontology#", "<https://w3id.org/camket/ontology#>"),
        ("https://w3id.org/camket/ontology#1.", "<https://w3id.org/camket/ontology#1.>"),
    ],
)
def test_iris_are_shortened_only_where_every_reader_resolves_them_alike(iri: str, written: str) -> None:
    terms = Terms(BASE)
    assert terms.iri(iri) == written
    statement = f"{terms.header()}\n{written} {written} {written} ."
    for subject, _, _ in rdflib.Graph().parse(data=statement, format="turtle"):
        assert str(subject) == iri
    [triple] = pyoxigraph.parse(statement.encode(), pyoxigraph.RdfFormat.TURTLE)
    assert triple.object == pyoxigraph.NamedNode(iri)


def test_a_base_that_is_no_folder_is_not_shortened() -> None:
    assert Terms("urn:x:").iri("urn:x:person/A") == "<urn:x:person/A>"
    assert "@base" not in Terms("urn:x:").header()


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_survives(text: str) -> None:
    literal = pyoxigraph.Literal(text, language="vi")
    statement = f"<http://e/s> <http://e/p> {Terms(BASE).term(literal)} ."
    [(_, _, value)] = rdflib.Graph().parse(data=statement, format="turtle")
    assert value == rdflib.Literal(text, lang="vi")


@pytest.mark.parametrize(
    ("lexical", "datatype"),
    [("5", "integer"), ("-7.5", "decimal"), ("5", "decimal"), ("true", "boolean"), ("2024-03", "gYearMonth")],
)
def test_typed_values_keep_their_type(lexical: str, datatype: str) -> None:
    literal = pyoxigraph.Literal(lexical, datatype=pyoxigraph.NamedNode(PREFIXES["xsd"] + datatype))
    terms = Terms(BASE)
    statement = f"{terms.header()} <http://e/s> <http://e/p> {terms.term(literal)} ."
    [triple] = pyoxigraph.parse(statement.encode(), pyoxigraph.RdfFormat.TURTLE)
    assert triple.object == literal
