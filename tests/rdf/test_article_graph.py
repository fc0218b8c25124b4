"""One article's graph, whole: every row of the design's table, from handmade facts to N-Quads.

`article_graph.txt` and `entities_graph.txt` hold what must come out, a triple a line, namespaces shortened.
"""

import re
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st

from camket.graph.check import check
from camket.graph.documents.document import Document
from camket.graph.facts import (
    Abstention,
    ArticleFacts,
    Assessment,
    Change,
    Comparator,
    Entity,
    EntityKind,
    Event,
    EventKind,
    Measure,
    Observation,
    Outcome,
    PostHolding,
    RankHolding,
    Reason,
    Refusal,
    Span,
    SpeechAct,
    Statement,
    Turn,
    Undertaking,
    UndertakingKind,
)
from camket.graph.rdf import iris
from camket.graph.rdf import vocabulary as v
from camket.graph.rdf.article import Activity, article_lines
from camket.graph.rdf.claims import article_claims
from camket.graph.rdf.concepts import Concepts
from camket.graph.rdf.entities import entity_lines
from camket.graph.rdf.reference import ReferenceData
from camket.graph.rdf.terms import decimal, string
from camket.graph.store import Dataset
from camket.ontology.namespaces import BASE, CK, PREFIXES
from camket.ontology.reference import reference_nquads

TEXT = (
    "Ngày 5/3, Đại tá Lê Văn Thuấn, Chủ tịch UBND tỉnh Thanh Giang, chủ trì hội nghị tại Thanh Giang.\n"
    'Ông cam kết "hỗ trợ 500 hộ" trong năm 2024 nếu đủ vốn, yêu cầu các chủ đầu tư làm xong 3,5 km đường.\n'
    "Bí thư Tỉnh ủy Thanh Giang chưa cam kết gì. Thu ngân sách đạt 1.200 tỷ đồng. Bà Trần Thị Mận đứng xem.\n"
    "Đến hết tháng 2, tỉnh mới làm xong 2 trong tổng số 3,5 km."
)


def at(words: str, nth: int = 0) -> Span:
    """Where the words stand in the text."""
    start = [found.start() for found in re.finditer(re.escape(words), TEXT)][nth]
    return Span(start, start + len(words))


DOCUMENT = Document(
    "bao/so 1", TEXT, "ab12" * 16, title="Hội nghị", publisher="Báo", published="2024-03", url="https://bao.example/1"
)
PLEDGE, ORDER = at('"hỗ trợ 500 hộ" trong năm 2024 nếu đủ vốn'), at("các chủ đầu tư làm xong 3,5 km đường")
FACTS = ArticleFacts(
    entities=(
        Entity("e0", EntityKind.PERSON, "Lê Văn Thuấn", (at("Lê Văn Thuấn"), at("Ông")), aliases=("Ông Thuấn",)),
        Entity(
            "e1",
            EntityKind.BODY,
            "UBND tỉnh Thanh Giang",
            (at("UBND tỉnh Thanh Giang"),),
            aliases=("Ủy ban nhân dân tỉnh Thanh Giang",),
            category="StateBody",
            jurisdiction="e2",
        ),
        Entity("e2", EntityKind.PLACE, "Thanh Giang", (at("Thanh Giang", 1),), category="AdministrativeArea"),
        Entity("e3", EntityKind.GROUP, "các chủ đầu tư", (at("các chủ đầu tư"),)),
        Entity("e4", EntityKind.BODY, "Tỉnh ủy Thanh Giang", (at("Tỉnh ủy Thanh Giang"),), category="PartyBody"),
        Entity(
            "e5",
            EntityKind.POST,
            "Bí thư Tỉnh ủy Thanh Giang",
            (at("Bí thư Tỉnh ủy Thanh Giang"),),
            part_of="e4",
            role="Bí thư",
        ),
        Entity("e6", EntityKind.PERSON, "Trần Thị Mận", (at("Trần Thị Mận"),), private=True),
    ),
    holdings=(
        PostHolding(
            evidence=at("Lê Văn Thuấn, Chủ tịch UBND tỉnh Thanh Giang"), member="e0", role="Chủ tịch", organization="e1"
        ),
    ),
    ranks=(RankHolding(evidence=at("Đại tá Lê Văn Thuấn"), holder="e0", rank="Đại tá"),),
    events=(
        Event(
            evidence=at("chủ trì hội nghị tại Thanh Giang"),
            context=(at("Ngày 5/3"),),
            kind=EventKind.CONFERENCE,
            start="2024-03-05",
            location="e2",
            attendees=("e0",),
            chair="e0",
        ),
    ),
    statements=(
        Statement(
            evidence=PLEDGE,
            context=(at("Lê Văn Thuấn"),),
            speaker="e0",
            cue="cam kết",
            speech_act=SpeechAct.COMMITTING,
            on_behalf_of="e1",
            made_at=0,
            said_on="2024-03-05",
        ),
    ),
    undertakings=(
        Undertaking(
            evidence=PLEDGE,
            kind=UndertakingKind.PLEDGE,
            actors=("e0",),
            cue="cam kết",
            stated_by="e0",
            stated_in=0,
            condition="nếu đủ vốn",
            due="2024",
            rule="undertakings/pledge-cue:cam kết",
            turn=Turn.MOVED,
            former_due="2023",
            former_measures=(
                Measure(indicator="hỗ trợ", comparator=Comparator.EQUAL, value=Decimal("400"), unit="hộ"),
            ),
            measures=(
                Measure(
                    indicator="hỗ trợ",
                    comparator=Comparator.AT_LEAST,
                    value=Decimal("500"),
                    unit="hộ",
                    change=Change.INCREASE,
                ),
                Measure(
                    indicator="hỗ trợ", comparator=Comparator.EQUAL, value=Decimal("12.50"), unit="%", period="2024"
                ),
            ),
        ),
        Undertaking(evidence=ORDER, kind=UndertakingKind.DIRECTIVE, actors=("e3",), cue="yêu cầu", stated_by="e0"),
    ),
    refusals=(Refusal(evidence=at("chưa cam kết gì"), actors=("e5",), cue="chưa cam kết"),),
    observations=(
        Observation(
            evidence=at("Thu ngân sách đạt 1.200 tỷ đồng"),
            of=("e2",),
            measures=(
                Measure(indicator="thu ngân sách", comparator=Comparator.EQUAL, value=Decimal("1.2E+12"), unit="VND"),
            ),
        ),
    ),
    assessments=(
        Assessment(
            evidence=at("Đến hết tháng 2, tỉnh mới làm xong 2 trong tổng số 3,5 km"),
            outcome=Outcome.PARTLY,
            cue="mới làm xong",
            actors=("e2",),
            stated_by="e0",
            stated_in=0,
            done_on="2024-02",
            measures=(
                Measure(indicator="làm xong", comparator=Comparator.EQUAL, value=Decimal("2"), unit="km"),
                Measure(indicator="tổng số", comparator=Comparator.EQUAL, value=Decimal("3.5"), unit="km"),
            ),
        ),
    ),
    abstentions=(Abstention(evidence=at("Bà Trần Thị Mận đứng xem."), cue="đứng", reason=Reason.NOT_UNDERSTOOD),),
)
ASSIGNED = {
    "e0": BASE + "person/Lê_Văn_Thuấn",
    "e1": BASE + "body/UBND_tỉnh_Thanh_Giang",
    "e2": BASE + "place/Thanh_Giang",
    "e4": BASE + "body/Tỉnh_ủy_Thanh_Giang",
}  # fmt: skip


def lines(with_text: bool = True) -> list[str]:
    return article_lines(
        DOCUMENT, FACTS, ASSIGNED, base=BASE, concepts=Concepts(BASE), activity=Activity("0.1.0", "1"),
        with_text=with_text,
    )  # fmt: skip


ARTICLE = BASE + "article/bao/so_1"


def entities(reference: ReferenceData) -> list[str]:
    claims = article_claims(FACTS, ARTICLE, ASSIGNED, base=BASE, concepts=Concepts(BASE, reference.concepts))
    return [
        line
        for subject, found in claims.items()
        for line in entity_lines(subject, [(claim, 1) for claim in found], reference, BASE)
    ]


def shortened(lines: Iterable[str]) -> list[str]:
    """The triples without their graph, namespaces as prefixes, `<#...>` what lives in the article."""
    result = []
    for line in lines:
        text = line.rsplit(" ", 2)[0].replace(f"<{ARTICLE}#", "<#").replace(f"<{BASE}", "<")
        for name, namespace in PREFIXES.items():
            text = re.sub(rf"<{re.escape(namespace)}([A-Za-z0-9]+)>", rf"{name}:\1", text)
        result.append(text)
    return result


def expected(name: str) -> list[str]:
    return Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()


def test_every_row_of_the_design_is_written_into_the_articles_graph() -> None:
    assert all(line.endswith(f" <{ARTICLE}> .") for line in lines())
    assert shortened(lines()) == expected("article_graph.txt")


def test_people_bodies_places_posts_and_concepts_stand_in_the_entities_graph() -> None:
    found = entities(ReferenceData(b"", BASE))
    assert all(line.endswith(f" <{BASE}graph/entities> .") for line in found)
    assert shortened(found) == expected("entities_graph.txt")


def test_lines_are_sorted_and_as_oxigraph_writes_them() -> None:
    store = pyoxigraph.Store()
    everything = lines() + entities(ReferenceData(b"", BASE))
    store.load("\n".join(everything).encode(), format=pyoxigraph.RdfFormat.N_QUADS)
    written = store.dump(format=pyoxigraph.RdfFormat.N_QUADS)
    assert written is not None
    assert sorted(written.decode().splitlines()) == sorted(everything)
    assert lines() == sorted(lines())


def test_without_its_text_the_graph_keeps_the_words_of_the_evidence() -> None:
    left_out = set(lines()) - set(lines(with_text=False))
    assert shortened(left_out) == [line for line in expected("article_graph.txt") if "schema:articleBody" in line]


def test_the_entities_graph_leaves_out_what_the_reference_data_says() -> None:
    said = [
        "<body/UBND_tỉnh_Thanh_Giang> rdf:type ck:GovernmentBody",
        '<body/UBND_tỉnh_Thanh_Giang> skos:prefLabel "Ủy ban nhân dân tỉnh Thanh Giang"@vi',
        '<body/UBND_tỉnh_Thanh_Giang> rdfs:label "Ủy ban nhân dân tỉnh Thanh Giang"',
        '<rank/Cấp_đại_tá> skos:prefLabel "Cấp đại tá"@vi',
        '<rank/Cấp_đại_tá> skos:altLabel "đại tá"@vi',
    ]
    nquads = "".join(f"{_expand(line)} <{BASE}graph/reference> .\n" for line in said)
    found = shortened(entities(ReferenceData(nquads.encode(), BASE)))
    body = [line.split(" ", 1)[1] for line in found if line.startswith("<body/UBND_tỉnh_Thanh_Giang>")]
    assert body == [
        "rdf:type org:Organization",
        'skos:altLabel "UBND tỉnh Thanh Giang"@vi',
        "ck:jurisdiction <place/Thanh_Giang>",
    ]
    assert [line for line in found if line.startswith("<rank/")] == [
        "<rank/Cấp_đại_tá> rdf:type skos:Concept",
        '<rank/Cấp_đại_tá> skos:altLabel "Đại tá"@vi',
        "<rank/Cấp_đại_tá> skos:inScheme ck:Ranks",
    ]


def whole() -> pyoxigraph.Store:
    """The article's graph with `graph/entities` and Camket's own reference data."""
    nquads = reference_nquads(BASE)
    store = pyoxigraph.Store()
    store.load(nquads, format=pyoxigraph.RdfFormat.N_QUADS)
    everything = lines() + entities(ReferenceData(nquads, BASE))
    store.load("\n".join(everything).encode(), format=pyoxigraph.RdfFormat.N_QUADS)
    return store


def test_spans_shapes_and_placement_hold() -> None:
    report = check(Dataset(whole()))
    assert report.failures == []
    assert report.shapes_checked


def test_superclasses_and_super_properties_are_written_out() -> None:
    asked = """SELECT ?x ?p ?y {
        { ?x a ?c . ?c rdfs:subClassOf ?y . BIND (rdf:type AS ?p) } UNION { ?x ?q ?y . ?q rdfs:subPropertyOf ?p }
        FILTER NOT EXISTS { ?x ?p ?y } }"""
    dataset = Dataset(whole())
    answer = dataset.query(asked)
    assert isinstance(answer, pyoxigraph.QuerySolutions)
    assert [str(row) for row in answer] == []
    followed = dataset.query(asked.replace("FILTER NOT EXISTS { ?x ?p ?y }", ""))
    assert isinstance(followed, pyoxigraph.QuerySolutions)
    assert any("promisor" in str(row) or "Undertaking" in str(row) for row in followed)


def test_every_term_that_is_written_is_one_of_the_vocabulary() -> None:
    store = whole()
    written = {
        quad.object if quad.predicate.value == PREFIXES["rdf"] + "type" else quad.predicate
        for quad in store
        if quad.graph_name != pyoxigraph.NamedNode(BASE + "graph/reference")
    }
    own = {term for term in written if isinstance(term, pyoxigraph.NamedNode) and term.value.startswith(CK)}
    assert len(own) > 30
    assert {term for term in own if not any(store.quads_for_pattern(term, None, None, None))} == set()


@pytest.mark.parametrize(
    ("role", "body", "name"),
    [
        ("Giám đốc Sở", "Sở Y tế Hải Lâm", "Giám đốc Sở Y tế Hải Lâm"),
        ("trưởng đoàn", "Đoàn công tác", "Trưởng Đoàn công tác"),
        ("Bộ trưởng", "Bộ Y tế", "Bộ trưởng Bộ Y tế"),
        ("Bộ trưởng Bộ Y tế", "Bộ Y tế", "Bộ trưởng Bộ Y tế"),
        ("Thủ tướng", "Chính phủ", "Thủ tướng Chính phủ"),
    ],
)
def test_a_post_is_called_by_role_and_body(role: str, body: str, name: str) -> None:
    assert iris.post_name(role, body) == name
    entity = Entity("e0", EntityKind.BODY, body, (Span(0, 1),))
    own = iris.named("body", body + " (a)", BASE)
    assert iris.post_iri(role, entity, own, BASE) == iris.named("post", name + " (a)", BASE)


@pytest.mark.parametrize(
    ("identifier", "expected"),
    [
        ("2024/03/bài một", "article/2024/03/bài_một"),
        ("a_b", "article/a_b"),
        ("100% #1?", "article/100%25_%231%3F"),
        ("../x", "article/%2E%2E/x"),
        ('<a>"{}|^`\\', "article/%3Ca%3E%22%7B%7D%7C%5E%60%5C"),
        ("\ue000\t\u2028", "article/%EE%80%80"),
    ],
)
def test_an_article_can_be_called_anything(identifier: str, expected: str) -> None:
    assert iris.article_iri(identifier, BASE) == BASE + expected
    pyoxigraph.NamedNode(BASE + expected)


@given(st.text(st.characters(codec="utf-8"), max_size=20))
def test_any_text_and_name_can_be_written(text: str) -> None:
    node = pyoxigraph.NamedNode("https://w3id.org/x")
    quad = pyoxigraph.Quad(pyoxigraph.NamedNode(iris.named("body", text, BASE)), node, pyoxigraph.Literal(text), node)
    line = f"<{iris.named('body', text, BASE)}> <https://w3id.org/x> {string(text)} <https://w3id.org/x> ."
    assert f"{quad} ." == line
    assert next(iter(pyoxigraph.parse(line.encode(), pyoxigraph.RdfFormat.N_QUADS))) == quad


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**15), max_value=10**15))
def test_numbers_are_written_as_oxigraph_has_them(number: Decimal) -> None:
    node, graph = pyoxigraph.NamedNode("https://w3id.org/x"), pyoxigraph.Store()
    graph.load(f"<https://w3id.org/x> <https://w3id.org/x> {decimal(number)} .".encode(), pyoxigraph.RdfFormat.N_QUADS)
    assert [str(quad.object) for quad in graph.quads_for_pattern(node, None, None)] == [decimal(number)]


def _expand(line: str) -> str:
    line = re.sub(r"<(?!http)", f"<{BASE}", line)
    for name, namespace in PREFIXES.items():
        line = re.sub(rf"(?<= ){name}:(\w+)", rf"<{namespace}\1>", line)
    return line


def test_a_post_cut_in_two_ways_is_one_post_of_one_body() -> None:
    """ "Đại diện | Ban thanh tra Trường X" here, "Đại diện Ban thanh tra | Trường X" there."""
    role, wrong_role = "<https://w3id.org/camket/id/role/a>", "<https://w3id.org/camket/id/role/a_b>"
    part, whole = "<https://w3id.org/camket/id/body/b_c>", "<https://w3id.org/camket/id/body/c>"
    claims = [
        (("name", "a b c"), 3),
        (("link", v.POST_IN, part), 2),
        (("link", v.POST_IN, whole), 1),
        (("link", v.ROLE, role), 2),
        (("link", v.ROLE, wrong_role), 1),
    ]
    lines = entity_lines(BASE + "post/a_b_c", claims, ReferenceData(b"", BASE), BASE)
    assert [line for line in lines if v.POST_IN in line or v.ROLE in line] == [
        f"<{BASE}post/a_b_c> {v.POST_IN} {part} <{BASE}graph/entities> .",
        f"<{BASE}post/a_b_c> {v.ROLE} {role} <{BASE}graph/entities> .",
    ]
