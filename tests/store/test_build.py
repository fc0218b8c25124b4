"""A build: what it puts into the store, what it tells, and that nothing but the set of articles decides the graph."""

import random
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import pyoxigraph
import pytest

from camket.graph import records, renewal
from camket.graph.build import BuildReport
from camket.graph.documents.document import Document
from camket.graph.errors import UsageError
from camket.graph.facts import ArticleFacts, Entity, EntityKind, RankHolding, Span
from camket.graph.identity.bearers import Evidence, dump
from camket.graph.store import open_dataset
from camket.ontology.namespaces import BASE, PREFIXES

Build = Callable[..., BuildReport]
Invent = Callable[..., Document]
Graph = Callable[[Path], list[str]]
Articles = tuple[Document, ...]


def rows(store: Path, sparql: str) -> list[tuple[str, ...]]:
    """The rows of a SELECT, IRIs without the base."""
    answer = open_dataset(store).query(sparql)
    assert isinstance(answer, pyoxigraph.QuerySolutions)
    return [tuple(term.value.removeprefix(BASE) if term is not None else "" for term in row) for row in answer]


def test_a_build_tells_what_it_did(tmp_path: Path, build: Build, articles: Articles) -> None:
    report = build(articles, tmp_path / "store")
    assert (report.read, report.new, report.replaced, report.unchanged) == (6, 6, 0, 0)
    assert (report.refused, report.faults, report.renamed, report.interrupted) == ([], [], [], False)
    assert report.facts["undertakings"] == 6
    assert report.facts["statements"] == 2


def test_who_promised_what_can_be_asked(tmp_path: Path, build: Build, articles: Articles) -> None:
    build(articles, tmp_path / "store")
    asked = """SELECT ?who ?words ?due ?value ?notation { ?p a ck:Pledge, ck:Commitment, ck:Undertaking ;
        ck:promisor ?who ; ck:actor ?who ; ck:due ?due ; ck:measure ?m ; ck:evidence/oa:hasSelector/oa:exact ?words .
        ?m ck:value ?value ; ck:unit/skos:notation ?notation . ?who a foaf:Person } ORDER BY ?who ?due ?p"""
    assert rows(tmp_path / "store", asked) == [
        ("person/Lê_Văn_Thuấn_(UBND_tỉnh_Hải_Lâm)", "hỗ trợ 40 em", "2024", "40", "em"),
        ("person/Lê_Văn_Thuấn_(UBND_tỉnh_Thanh_Giang)", "hỗ trợ 500 hộ", "2025", "500", "hộ"),
        ("person/Lê_Văn_Thuấn_(UBND_tỉnh_Thanh_Giang)", "hỗ trợ 7 hộ", "2025", "7", "hộ"),
        ("person/Lê_Văn_Thuấn_(UBND_tỉnh_Thanh_Giang)", "hỗ trợ 500 hộ", "2026", "500", "hộ"),
        ("person/Trần_Quốc_Khởi", "hỗ trợ 500 hộ", "2025", "500", "hộ"),
        ("person/Trần_Quốc_Khởi", "hỗ trợ 20 em", "2025", "20", "em"),
    ]


def test_private_people_and_groups_live_in_their_article(tmp_path: Path, build: Build, articles: Articles) -> None:
    build(articles, tmp_path / "store")
    asked = (
        "SELECT ?g ?name { GRAPH ?g { ?x a %s ; skos:prefLabel ?name } FILTER(CONTAINS(STR(?x), '#')) } ORDER BY ?name"
    )
    assert rows(tmp_path / "store", asked % "foaf:Person") == [
        ("article/kd-5", "Lê Văn Thuấn"),
        ("article/tg-1", "Đỗ Mười Hai"),
    ]
    assert rows(tmp_path / "store", asked % "ck:Group") == [
        ("article/tg-1", "các chủ đầu tư"),
        ("article/kd-5", "các hộ dân"),
    ]


def test_every_triple_stands_in_one_graph_and_every_thing_has_one_name(undisturbed: list[str]) -> None:
    triples = Counter(line.rsplit(" ", 2)[0] for line in undisturbed)
    assert {triple: count for triple, count in triples.items() if count > 1} == {}
    preferred = Counter(line.split(" ", 1)[0] for line in undisturbed if f"<{PREFIXES['skos']}prefLabel>" in line)
    labelled = {line.split(" ", 1)[0] for line in undisturbed if f"<{PREFIXES['rdfs']}label>" in line}
    assert set(preferred.values()) == {1}
    assert labelled <= set(preferred)
    assert "_:" not in "".join(undisturbed)


def test_a_class_has_as_many_things_as_rows_in_the_union(tmp_path: Path, build: Build, articles: Articles) -> None:
    build(articles, tmp_path / "store")
    counted = rows(tmp_path / "store", "SELECT ?c (COUNT(?x) AS ?n) (COUNT(DISTINCT ?x) AS ?d) { ?x a ?c } GROUP BY ?c")
    assert [row for row in counted if row[1] != row[2]] == []
    assert len(counted) > 10


def test_the_default_graph_is_empty(tmp_path: Path, build: Build, articles: Articles) -> None:
    build(articles, tmp_path / "store")
    quads = open_dataset(tmp_path / "store").quads()
    assert {type(quad.graph_name) for quad in quads} == {pyoxigraph.NamedNode}


def test_the_same_again_changes_nothing(tmp_path: Path, build: Build, articles: Articles, graph_of: Graph) -> None:
    store = tmp_path / "store"
    build(articles, store)
    before, shown = graph_of(store), (store / "current").readlink()
    report = build(articles, store)
    assert (report.read, report.unchanged) == (0, 6)
    assert graph_of(store) == before
    assert (store / "current").readlink() == shown


@pytest.mark.parametrize("seed", range(8))
def test_neither_order_nor_batches_decide_the_graph(
    seed: int, tmp_path: Path, build: Build, articles: Articles, graph_of: Graph, undisturbed: list[str]
) -> None:
    dice = random.Random(seed)
    shuffled = dice.sample(articles, len(articles))
    cuts = sorted(dice.sample(range(len(articles) + 1), dice.randint(0, 4)))
    for begin, end in zip([0, *cuts], [*cuts, len(articles)], strict=True):
        build(shuffled[begin:end], tmp_path / "store")
    build(dice.sample(articles, 3), tmp_path / "store")
    assert graph_of(tmp_path / "store") == undisturbed


def test_an_article_read_again_with_another_text_is_replaced(
    tmp_path: Path, build: Build, articles: Articles, graph_of: Graph, invent: Invent, promising: Callable[..., str]
) -> None:
    changed = invent("hl-2", "2024-10-09", promising("Vũ Thị Na", "Giám đốc", "Sở Y tế tỉnh Hải Lâm"))
    build(articles, tmp_path / "store")
    report = build([changed], tmp_path / "store")
    assert (report.read, report.new, report.replaced) == (1, 0, 1)
    build([changed if old.id == "hl-2" else old for old in articles], tmp_path / "anew")
    assert graph_of(tmp_path / "store") == graph_of(tmp_path / "anew")
    assert not any("UBND_tỉnh_Hải_Lâm" in line for line in graph_of(tmp_path / "store"))


def test_changed_metadata_and_another_pipeline_are_read_again(
    tmp_path: Path, build: Build, articles: Articles, graph_of: Graph
) -> None:
    build(articles[:1], tmp_path / "store")
    assert build(articles[:1], tmp_path / "store", pipeline="invented 2").replaced == 1
    assert any('"invented 2"' in line for line in graph_of(tmp_path / "store"))


def test_what_a_namesake_renames_is_told(tmp_path: Path, build: Build, articles: Articles) -> None:
    build(articles[:1], tmp_path / "store")
    assert build(articles[1:2], tmp_path / "store").renamed == [
        (BASE + "person/Lê_Văn_Thuấn", BASE + "person/Lê_Văn_Thuấn_(UBND_tỉnh_Thanh_Giang)")
    ]


def test_articles_without_their_text_keep_their_evidence(
    tmp_path: Path, build: Build, articles: Articles, graph_of: Graph, undisturbed: list[str]
) -> None:
    build(articles, tmp_path / "store", with_text=False)
    build(articles[:1], tmp_path / "store", with_text=False, pipeline="invented 2")
    build(articles[:1], tmp_path / "store", with_text=False)
    assert graph_of(tmp_path / "store") == [line for line in undisturbed if "articleBody" not in line]
    assert "mưa to" in (tmp_path / "store" / "records.sqlite").read_bytes().decode(errors="replace")
    assert "đứng xem".encode() not in (tmp_path / "store" / "records.sqlite").read_bytes()


def test_things_live_under_another_base(
    tmp_path: Path, build: Build, articles: Articles, graph_of: Graph, undisturbed: list[str]
) -> None:
    other = "https://example.org/tin/"
    build(articles, tmp_path / "store", base=other)
    assert graph_of(tmp_path / "store") == sorted(line.replace(BASE, other) for line in undisturbed)
    assert open_dataset(tmp_path / "store").base == other


@pytest.mark.parametrize("bad", ["", "tin", "https://example.org/tin", "https://example.org/a b/", "https://a/#"])
def test_what_is_no_base_is_refused(bad: str, tmp_path: Path, build: Build, articles: Articles) -> None:
    with pytest.raises(UsageError, match="--base"):
        build(articles, tmp_path / "store", base=bad)
    assert not (tmp_path / "store").exists()


def test_two_ids_of_one_iri_are_not_mixed_up(tmp_path: Path, build: Build, invent: Invent) -> None:
    report = build([invent("bài 1", "2025", "Không có gì."), invent("bài_1", "2025", "Có gì.")], tmp_path / "store")
    assert [str(error) for error in report.refused] == [
        "bài_1: the id 'bài_1' would get the IRI of 'bài 1': give it another id"
    ]
    again = build([invent("bài_1", "2025", "Có gì.")], tmp_path / "store")
    assert len(again.refused) == 1


def test_one_article_that_cannot_be_understood_does_not_stop_the_others(
    tmp_path: Path, build: Build, articles: Articles
) -> None:
    def extract(document: Document) -> ArticleFacts:
        if document.id == "hl-2":
            raise IndexError("out of range")
        return ArticleFacts()

    report = build(articles, tmp_path / "store", extract=extract)
    assert report.read == 5
    assert "hl-2: a fault of Camket's (IndexError: out of range)" in str(report.refused[0])


def test_a_fact_without_evidence_is_left_out_and_told(tmp_path: Path, build: Build, invent: Invent) -> None:
    document = invent("a", "2025", "Đại tá Vũ An.")
    facts = ArticleFacts(
        entities=(Entity("e0", EntityKind.PERSON, "Vũ An", (Span(7, 12),)),),
        ranks=(
            RankHolding(evidence=Span(0, 12), holder="e0", rank="Đại tá"),
            RankHolding(evidence=Span(5, 99), holder="e0", rank="Đại tướng"),
        ),
    )
    report = build([document], tmp_path / "store", extract=lambda _: facts)
    assert report.faults == [("a", "RankHolding at 5,99: a span lies outside the text")]
    assert rows(tmp_path / "store", "SELECT ?r { ?x ck:rank ?r }") == [("rank/Đại_tá",)]


def test_progress_is_told_step_by_step(tmp_path: Path, build: Build, articles: Articles) -> None:
    told: list[tuple[str, int, int | None]] = []
    build(articles, tmp_path / "store", progress=lambda *step: told.append(step))
    assert [step for step in told if step[0] == "reading"] == [("reading", done, 6) for done in range(7)]
    assert [step for step in told if step[0] == "writing"] == [("writing", done, 6) for done in range(7)]


def test_retracting_is_as_if_the_article_had_never_come(
    tmp_path: Path, build: Build, retract: Build, articles: Articles, graph_of: Graph
) -> None:
    for gone in range(len(articles)):
        store, other = tmp_path / f"store{gone}", tmp_path / f"other{gone}"
        build(articles, store)
        retract([articles[gone].id], store)
        build([kept for kept in articles if kept is not articles[gone]], other)
        assert graph_of(store) == graph_of(other)


def test_a_retracted_namesake_gives_the_name_back(
    tmp_path: Path, build: Build, retract: Build, articles: Articles
) -> None:
    build(articles[:2], tmp_path / "store")
    assert retract(["hl-2"], tmp_path / "store").renamed == [
        (BASE + "person/Lê_Văn_Thuấn_(UBND_tỉnh_Thanh_Giang)", BASE + "person/Lê_Văn_Thuấn")
    ]


def test_with_everything_retracted_the_reference_data_stays(
    tmp_path: Path, build: Build, retract: Build, articles: Articles, graph_of: Graph, undisturbed: list[str]
) -> None:
    build(articles, tmp_path / "store")
    retract([document.id for document in articles], tmp_path / "store")
    assert graph_of(tmp_path / "store") == [line for line in undisturbed if f"<{BASE}graph/reference>" in line]


def test_an_unknown_id_is_named_and_nothing_retracted(
    tmp_path: Path, build: Build, retract: Build, articles: Articles, graph_of: Graph, undisturbed: list[str]
) -> None:
    build(articles, tmp_path / "store")
    with pytest.raises(UsageError, match="no article 'khong-co' in"):
        retract(["tg-1", "khong-co"], tmp_path / "store")
    assert graph_of(tmp_path / "store") == undisturbed


def test_new_reference_data_is_written_beside_old_articles(
    tmp_path: Path, build: Build, articles: Articles, graph_of: Graph, undisturbed: list[str]
) -> None:
    build(articles, tmp_path / "store", reference=lambda base: b"")
    assert any(f"<{BASE}body/Bộ_Y_tế> <{PREFIXES['skos']}prefLabel>" in line for line in graph_of(tmp_path / "store"))
    build([], tmp_path / "store")
    assert graph_of(tmp_path / "store") == undisturbed


def test_a_store_that_another_camket_wrote_is_written_anew(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    build: Build,
    articles: Articles,
    graph_of: Graph,
    undisturbed: list[str],
) -> None:
    store = tmp_path / "store"
    with monkeypatch.context() as older:
        older.setattr(renewal, "writing_version", lambda: "older")
        older.setattr(records, "naming_version", lambda: "older")
        older.setattr(records, "dump", lambda bearer: dump(bearer._replace(evidence=Evidence())))
        build(articles, store)
    assert graph_of(store) != undisturbed
    report = build([], store)
    assert graph_of(store) == undisturbed
    old, new = zip(*report.renamed, strict=True)
    assert BASE + "person/Lê_Văn_Thuấn_(hl-2)" in old
    assert BASE + "person/Lê_Văn_Thuấn_(UBND_tỉnh_Hải_Lâm)" in new


def test_an_empty_build_makes_a_store_that_can_be_asked(tmp_path: Path, build: Build) -> None:
    no_articles: Sequence[Document] = []
    build(no_articles, tmp_path / "store")
    assert rows(tmp_path / "store", "SELECT ?x { ?x a foaf:Person }") == []
