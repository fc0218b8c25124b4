"""What of the links between articles counts as right, wrong, or neither: two articles and a graph written by hand."""

import json
from pathlib import Path
from typing import Any

import pyoxigraph
import pytest

from camket.graph.errors import UsageError
from camket.graph.evaluation.evaluate import check_asked, evaluate_links
from camket.graph.evaluation.figures import Figure
from camket.graph.evaluation.link_annotations import read_links
from camket.graph.evaluation.link_figures import LinkFigures, Overdue, Resolved, Share
from camket.graph.store import Dataset
from camket.ontology.namespaces import PREFIXES

TEXTS = {
    "a-01": "Ngày 7/3, ông Trần Quốc Khởi họp ở Thanh Giang. Tỉnh sẽ xây 200 căn nhà. Tỉnh chưa hứa mở cầu.",
    "a-02": "Buổi họp 7/3 có Bà Lê An. Tỉnh hứa xây 200 căn. Thứ trưởng nói đã giao 200 căn. Hãng X cũng xây 200 căn.",
    "b-01": "Ông Trần Quốc Khởi ở nơi khác. Tỉnh sẽ xây 200 căn ở đây.",
}
GOLD: dict[str, Any] = {
    "links_within": ["a-", "b-"],
    "people": {
        "clusters": [
            {"person": "P1", "mentions": [{"id": "a-01", "name": "Trần Quốc Khởi"}]},
            {"person": "P2", "mentions": [{"id": "b-01", "name": "Trần Quốc Khởi"}]},
            {"person": "P3", "mentions": [{"id": "a-02", "name": "Lê An"}]},
        ]
    },
    "posts_unnamed": [{"id": "a-02", "quote": "Thứ trưởng nói", "person": "P1"}],
    "bodies": {"clusters": [{"body": "x", "mentions": [{"id": "a-02", "name": "Hãng X"}]}]},
    "events": {
        "same": [
            {
                "event": "họp",
                "mentions": [{"id": "a-01", "quote": "họp ở Thanh Giang"}, {"id": "a-02", "quote": "Buổi họp 7/3"}],
            }
        ],
        "different": [],
    },
    "commitments": [
        {
            "relation": "restates",
            "from": {"id": "a-02", "quote": "Tỉnh hứa xây 200 căn"},
            "to": {"id": "a-01", "quote": "Tỉnh sẽ xây 200 căn nhà"},
        },
        {
            "relation": "partlyFulfils",
            "from": {"id": "a-02", "quote": "đã giao 200 căn"},
            "to": {"id": "a-01", "quote": "Tỉnh sẽ xây 200 căn nhà"},
        },
    ],
    "optional": [
        {
            "relation": "partlyFulfils",
            "from": {"id": "a-02", "quote": "đã giao 200 căn"},
            "to": {"id": "a-02", "quote": "Tỉnh hứa xây 200 căn"},
        }
    ],
    "not_commitments": [{"id": "a-01", "quote": "Tỉnh chưa hứa mở cầu"}],
    "lookalike_goals": [{"id": "a-02", "quote": "Hãng X cũng xây 200 căn"}],
}
BASE = "https://w3id.org/camket/id/"


def extent(article: str, words: str) -> tuple[int, int]:
    start = TEXTS[article].index(words)
    return start, start + len(words)


class Graph:
    """A graph in the words of the ontology, fact by fact."""

    def __init__(self) -> None:
        self.store = pyoxigraph.Store()
        for article in TEXTS:
            self.add(f'<{BASE}article/{article}> dcterms:identifier "{article}"', article)

    def add(self, triples: str, article: str | None = None) -> None:
        graph = f"{BASE}article/{article}" if article else f"{BASE}graph/identity"
        prefixes = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
        self.store.update(f"{prefixes} INSERT DATA {{ GRAPH <{graph}> {{ {triples} }} }}")

    def mention(self, article: str, node: str, kind: str, name: str) -> None:
        self.add(f"<{BASE}article/{article}> schema:mentions <{BASE}{node}>", article)
        self.add(f'<{BASE}{node}> a {kind} ; skos:prefLabel "{name}"@vi')

    def fact(self, article: str, kind: str, words: str) -> str:
        start, end = extent(article, words)
        fact = f"<{BASE}article/{article}#fact={start},{end}>"
        span = f"<{BASE}article/{article}#char={start},{end}>"
        self.add(
            f"{fact} a {kind} ; ck:evidence {span} . {span} oa:hasSource <{BASE}article/{article}> ; oa:hasSelector"
            f' <urn:{article}:{start}> . <urn:{article}:{start}> oa:start {start} ; oa:end {end} ; oa:exact "{words}"',
            article,
        )
        return fact

    def figures(self, folder: Path, gold: dict[str, Any] = GOLD, only: tuple[str, ...] = ()) -> LinkFigures:
        articles, links = folder / "articles.jsonl", folder / "links.json"
        lines = [json.dumps({"id": i, "text": text}, ensure_ascii=False) for i, text in TEXTS.items()]
        articles.write_text("\n".join(lines), encoding="utf-8")
        links.write_text(json.dumps(gold), encoding="utf-8")
        return evaluate_links([articles], links, Dataset(self.store), only)


@pytest.fixture
def graph() -> Graph:
    """All that is annotated, found; but both people of one name are one."""
    graph = Graph()
    graph.mention("a-01", "person/khoi", "foaf:Person", "Trần Quốc Khởi")
    graph.mention("b-01", "person/khoi", "foaf:Person", "Trần Quốc Khởi")
    graph.mention("a-02", "person/an", "foaf:Person", "Lê An")
    graph.mention("a-02", "body/x", "org:Organization", "Hãng X")
    for article, words in (("a-01", "họp ở Thanh Giang"), ("a-02", "Buổi họp")):
        graph.add(f"{graph.fact(article, 'schema:Event', words)} ck:reports <{BASE}occasion/1>")
    goal = graph.fact("a-01", "ck:Pledge", "sẽ xây 200 căn nhà")
    graph.add(f"{graph.fact('a-02', 'ck:Pledge', 'Tỉnh hứa xây 200 căn')} ck:restates {goal}")
    graph.add(f"{graph.fact('a-02', 'ck:Observation', 'đã giao 200 căn')} ck:partlyFulfils {goal}")
    return graph


def test_what_is_found_whole_scores_one_and_a_homonym_that_is_joined_does_not(graph: Graph, tmp_path: Path) -> None:
    figures = graph.figures(tmp_path)
    assert figures.articles == 3
    one = {"events": Figure(1.0, 1.0, 1.0, 1), "bodies B³": Figure(1.0, 1.0, 1.0, 1)}
    assert {what: figures.identity[what] for what in one} == one
    assert figures.identity["people"] == Figure(0.0, 0.0, 0.0, 0)  # nothing to join, and two were joined
    assert figures.identity["people B³"] == Figure(0.667, 1.0, 0.8, 3)
    assert figures.life == figures.whatever == Figure(1.0, 1.0, 1.0, 2)
    assert set(figures.relations) == {"restates", "partlyFulfils"}
    assert figures.traps == Share(0, 1)
    assert figures.lookalikes == Share(0, 1)
    assert figures.posts == Resolved(Share(0, 1), Share(0, 1), Share(1, 1))
    assert figures.overdue == Overdue(Share(0, 0), Share(0, 1))
    assert figures.errors == ()


def test_only_the_articles_asked_for_count(graph: Graph, tmp_path: Path) -> None:
    figures = graph.figures(tmp_path, only=("a-*",))
    assert figures.articles == 2
    assert figures.identity["people B³"] == Figure(1.0, 1.0, 1.0, 2)
    with pytest.raises(UsageError, match=r"no article's id is like c-\*: give a pattern"):
        graph.figures(tmp_path, only=("c-*",))


def test_a_link_of_another_relation_is_wrong_and_told_apart(graph: Graph, tmp_path: Path) -> None:
    graph.store.update(
        f"PREFIX ck: <{PREFIXES['ck']}> DELETE {{ GRAPH ?g {{ ?x ck:partlyFulfils ?y }} }}"
        " INSERT { GRAPH ?g { ?x ck:misses ?y , ?x } } WHERE { GRAPH ?g { ?x ck:partlyFulfils ?y } }"
    )
    gold = GOLD | {"commitments": [*GOLD["commitments"], GOLD["commitments"][0] | {"relation": "misses"}]}
    figures = graph.figures(tmp_path, gold)
    assert figures.relations["misses"] == Figure(0.0, 0.0, 0.0, 1)
    assert figures.relations["partlyFulfils"] == Figure(0.0, 0.0, 0.0, 1)
    assert figures.life == Figure(0.333, 0.333, 0.333, 3)
    assert [line.split(":")[0] for line in figures.errors] == ["- partlyFulfils", "- misses", "+ misses", "+ misses"]


def test_optional_links_and_those_between_sets_count_neither_way(graph: Graph, tmp_path: Path) -> None:
    later, again = (graph.fact("a-02", "ck:Pledge", words) for words in ("đã giao 200 căn", "Tỉnh hứa xây 200 căn"))
    graph.add(f"{later} ck:partlyFulfils {again}")
    graph.add(f"{graph.fact('b-01', 'ck:Pledge', 'Tỉnh sẽ xây 200 căn')} ck:restates {again}")
    assert graph.figures(tmp_path).life == Figure(1.0, 1.0, 1.0, 2)


def test_traps_and_look_alikes_are_counted(graph: Graph, tmp_path: Path) -> None:
    graph.fact("a-01", "ck:Pledge", "chưa hứa mở cầu")
    alike = graph.fact("a-02", "ck:Goal", "Hãng X cũng xây 200 căn")
    graph.add(f"{alike} ck:restates {graph.fact('a-01', 'ck:Pledge', 'sẽ xây 200 căn nhà')}")
    figures = graph.figures(tmp_path)
    assert (figures.traps, figures.lookalikes) == (Share(1, 1), Share(1, 1))
    assert figures.life == Figure(0.667, 1.0, 0.8, 2)


def test_who_stands_behind_a_post_is_right_wrong_or_open(graph: Graph, tmp_path: Path) -> None:
    start, end = extent("a-02", "Thứ trưởng")
    graph.add(f"<{BASE}post/1> ck:mention <{BASE}article/a-02#char={start},{end}>", "a-02")
    graph.add(
        f"<{BASE}resolution/1> a ck:PostResolution ; prov:wasDerivedFrom <{BASE}article/a-02> ; ck:post <{BASE}post/1>"
    )
    for holder, found in (("khoi", (1, 0, 0)), ("an", (0, 1, 0))):
        graph.add(f"<{BASE}resolution/1> ck:holder <{BASE}person/{holder}>")
        posts = graph.figures(tmp_path).posts
        assert (posts.right.count, posts.wrong.count, posts.left_open.count) == found


def test_what_is_overdue_with_nothing_reported_is_so_rightly_or_wrongly(graph: Graph, tmp_path: Path) -> None:
    goal, again = (
        graph.fact(*fact)
        for fact in (("a-01", "ck:Pledge", "sẽ xây 200 căn nhà"), ("a-02", "ck:Pledge", "Tỉnh hứa xây 200 căn"))
    )
    graph.add(f'{goal} ck:due "2026"', "a-01")
    graph.add(f'{again} ck:due "2026"', "a-02")
    silent = GOLD | {"nothing_said": [{"id": "a-02", "quote": "Tỉnh hứa xây 200 căn"}]}
    overdue = graph.figures(tmp_path, silent).overdue
    assert (overdue.rightly, overdue.wrongly) == (Share(1, 1), Share(0, 1))
    graph.store.update(f"PREFIX ck: <{PREFIXES['ck']}> DELETE WHERE {{ GRAPH ?g {{ ?x ck:partlyFulfils ?y }} }}")
    assert graph.figures(tmp_path, silent).overdue.wrongly == Share(1, 1)


def test_pairs_are_read_too_and_partly_kept_is_kept_where_it_is_not_told_apart(graph: Graph, tmp_path: Path) -> None:
    kept = [link | {"relation": link["relation"].replace("partlyFulfils", "fulfils")} for link in GOLD["commitments"]]
    people = {
        "same": [{"name": "Trần Quốc Khởi", "mentions": [{"id": "a-01"}]}],
        "homonyms": [{"name": "Trần Quốc Khởi", "persons": [{"ids": ["a-01"]}, {"ids": ["b-01"]}]}],
        "alike_but_different": [{"names": ["Lê An", "Lê Ân"], "ids": ["a-02"]}],
    }
    bodies = {
        "different": [
            {
                "bodies": [
                    {"id": "a-02", "name": "Hãng X"},
                    {"id": "a-02", "name": "Hãng X"},
                    {"id": "a-02", "name": "Y"},
                ]
            }
        ]
    }
    figures = graph.figures(tmp_path, GOLD | {"people": people, "bodies": bodies, "commitments": kept, "optional": []})
    assert figures.life == Figure(1.0, 1.0, 1.0, 2)
    assert figures.identity["people"] == Figure(0.0, 0.0, 0.0, 0)
    assert figures.identity["bodies"] == Figure(1.0, 1.0, 1.0, 1)


def test_links_that_cannot_be_used_are_named(tmp_path: Path) -> None:
    path = tmp_path / "links.json"
    with pytest.raises(UsageError, match=r"links\.json cannot be read \(No such file"):
        read_links(path, TEXTS)
    path.write_text("{}", encoding="utf-8")
    with pytest.raises(UsageError, match=r"links\.json holds no links between articles \(KeyError: 'events'\)"):
        read_links(path, TEXTS)
    path.write_text(json.dumps(GOLD), encoding="utf-8")
    with pytest.raises(UsageError, match="speaks of article a-01, which is not among the 1 articles"):
        read_links(path, {"b-01": TEXTS["b-01"]})
    path.write_text(json.dumps(GOLD).replace("restates", "repeats"), encoding="utf-8")
    with pytest.raises(UsageError, match="relation 'repeats' is none of restates, revises"):
        read_links(path, TEXTS)


def test_it_is_either_annotations_or_links(tmp_path: Path) -> None:
    assert check_asked(tmp_path, None) == tmp_path == check_asked(None, tmp_path, ["a-*"])
    for asked in ((None, None), (tmp_path, tmp_path)):
        with pytest.raises(UsageError, match="give either the folder with ANNOTATIONS or --links FILE"):
            check_asked(*asked)
    with pytest.raises(UsageError, match="--only goes with --links"):
        check_asked(tmp_path, None, ["a-*"])
    with pytest.raises(UsageError, match="--intervals goes with ANNOTATIONS"):
        check_asked(None, tmp_path, intervals=True)
