"""What `camket check` finds: each kind of damage done to a sound graph, and nothing in the sound one."""

from pathlib import Path

import pyoxigraph
import pytest
import rdflib

from camket.graph.check import check, shapes
from camket.graph.check.report import Failure
from camket.graph.store import Dataset

ARTICLE = "https://w3id.org/camket/id/article/thanh-giang-01"
PLEDGE = f"{ARTICLE}#char=159,233"
OA, CK, SCHEMA = "http://www.w3.org/ns/oa#", "https://w3id.org/camket/ontology#", "https://schema.org/"
GRAPH = pyoxigraph.NamedNode(ARTICLE)


@pytest.fixture
def damaged() -> pyoxigraph.Store:
    store = pyoxigraph.Store()
    store.load(path=Path(__file__).with_name("thanh_giang.trig"))
    return store


def found(store: pyoxigraph.Store) -> list[Failure]:
    return check(Dataset(store), shapes=False).failures


def replace(store: pyoxigraph.Store, subject: str, predicate: str, value: pyoxigraph.Literal | None) -> None:
    """Gives the property another value, or takes it away."""
    for quad in list(
        store.quads_for_pattern(pyoxigraph.NamedNode(subject), pyoxigraph.NamedNode(predicate), None, GRAPH)
    ):
        store.remove(quad)
        if value is not None:
            store.add(pyoxigraph.Quad(quad.subject, quad.predicate, value, GRAPH))


def test_a_sound_graph(thanh_giang: Dataset) -> None:
    steps = []
    report = check(thanh_giang, shapes=False, progress=lambda *step: steps.append(step))
    assert report.conforms
    assert (report.articles, report.spans, report.unverifiable) == (2, 16, 0)
    assert (report.mentions, report.quads) == (16, len(thanh_giang.store))
    assert steps == [("spans", 1, 2), ("spans", 2, 2)]


def test_words_that_the_text_does_not_say(damaged: pyoxigraph.Store) -> None:
    replace(damaged, f"{ARTICLE}#selector=159,233", OA + "exact", pyoxigraph.Literal("tỉnh hứa"))
    (failure,) = found(damaged)
    assert failure.check == "span"
    assert failure.where == PLEDGE
    assert failure.what.startswith("the text says 'tỉnh cam kết xây 1.200 căn")
    assert failure.what.endswith("not 'tỉnh hứa'")


def test_offsets_that_do_not_agree(damaged: pyoxigraph.Store) -> None:
    replace(damaged, f"{ARTICLE}#selector=159,233", OA + "end", pyoxigraph.Literal(9999))
    assert [failure.what for failure in found(damaged)] == [
        "the span's name does not agree with its offsets 159,9999",
        "no such characters: the text has 548",
    ]


def test_a_span_without_words(damaged: pyoxigraph.Store) -> None:
    replace(damaged, f"{ARTICLE}#selector=159,233", OA + "exact", None)
    assert [failure.what for failure in found(damaged)] == [
        "the span has no source, or no selector with start, end and exact words"
    ]


def test_a_mention_of_nothing(damaged: pyoxigraph.Store) -> None:
    where = pyoxigraph.NamedNode(f"{ARTICLE}#char=540,560")
    person = pyoxigraph.NamedNode("https://w3id.org/camket/id/person/Lê_Văn_Thuấn")
    damaged.add(pyoxigraph.Quad(person, pyoxigraph.NamedNode(CK + "mention"), where, GRAPH))
    assert found(damaged) == [
        Failure("span", where.value, "a mention of characters that are not there: the text has 548")
    ]


def test_a_text_that_is_not_stored_cannot_be_verified(damaged: pyoxigraph.Store) -> None:
    replace(damaged, ARTICLE, SCHEMA + "articleBody", None)
    report = check(Dataset(damaged), shapes=False)
    assert report.conforms
    assert report.articles_without_text == 1
    assert 0 < report.unverifiable < report.spans


def test_triples_where_they_may_not_stand(damaged: pyoxigraph.Store) -> None:
    thing, label = (
        pyoxigraph.NamedNode(CK + "NoActor"),
        pyoxigraph.NamedNode("http://www.w3.org/2000/01/rdf-schema#label"),
    )
    word = pyoxigraph.Literal("x")
    entities = pyoxigraph.NamedNode("https://w3id.org/camket/id/graph/entities")
    damaged.add(pyoxigraph.Quad(thing, label, word))
    damaged.add(pyoxigraph.Quad(thing, label, word, entities))
    damaged.add(pyoxigraph.Quad(pyoxigraph.BlankNode("b"), label, word, entities))
    assert sorted(failure.what.split(":")[0] for failure in found(damaged)) == [
        "a blank node",
        "a graph that is neither an article's nor one of graph/entities, graph/identity, graph/reference",
        "one triple in 2 graphs",
    ]


SHAPES = """
@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix ck: <https://w3id.org/camket/ontology#> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix org: <http://www.w3.org/ns/org#> .
ck:PledgeShape a sh:NodeShape ; sh:targetClass ck:Pledge ;
    sh:property [ sh:path ck:due ; sh:minCount 1 ; sh:message "a pledge has a deadline"@en, "thiếu thời hạn"@vi ] ;
    sh:property [ sh:path ck:statedBy ; sh:class foaf:Person ] .
ck:UnitShape a sh:NodeShape ; sh:targetClass skos:Concept ;
    sh:property [ sh:path skos:notation ; sh:in ( "VND" "căn" "=" ">" "level" ) ] .
"""


def test_shapes_see_each_article_with_what_it_speaks_of(thanh_giang: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shapes, "load_shapes", lambda: rdflib.Graph().parse(data=SHAPES, format="turtle"))
    monkeypatch.setattr(shapes, "BATCH_ARTICLES", 1)
    monkeypatch.setattr(shapes, "BATCH_THINGS", 1)
    report = check(thanh_giang)
    assert report.shapes_checked
    # People and their classes stand in another graph than the pledge; the shape sees them all the same.
    assert [(one.where.rpartition("/")[2], one.what) for one in report.failures] == [
        ("thanh-giang-01#pledge=460,501", "due: a pledge has a deadline"),
        (
            "thanh-giang-01#pledge=460,501",
            "statedBy: Value does not have class foaf:Person (value: "
            "https://w3id.org/camket/id/article/thanh-giang-01#group=460,474)",
        ),
        ("thanh-giang-02#pledge=71,103", "due: a pledge has a deadline"),
    ]


def test_the_hand_written_graph_keeps_to_the_shapes(thanh_giang: Dataset) -> None:
    assert check(thanh_giang).failures == []


def test_several_processes_find_what_one_finds(damaged: pyoxigraph.Store) -> None:
    replace(damaged, ARTICLE, SCHEMA + "headline", pyoxigraph.Literal(5))
    articles = [ARTICLE, ARTICLE.replace("01", "02")]
    one, two = (list(shapes.shape_failures(Dataset(damaged), articles, processes=n)) for n in (1, 2))
    assert one == two
    assert [(failure.where, failure.what.split(":")[0]) for failure in one] == [(ARTICLE, "headline")]
