"""Posts in time: bounds, succession, conflicts, and who the holder was that an article does not name."""

import random
from collections.abc import Sequence

import pytest

from camket.graph.facts import (
    ArticleFacts,
    Entity,
    EntityKind,
    PostHolding,
    Span,
    SpeechAct,
    Statement,
)
from camket.graph.identity.layer import Item, Reading
from camket.graph.identity.tenures import Tenures
from camket.graph.identity.tenures.attestations import Attestation, Nameless
from camket.graph.identity.tenures.holders import Basis, Holders
from camket.graph.identity.tenures.posts import Posts
from camket.graph.identity.tenures.timeline import order, tenures
from camket.graph.rdf.fact_nodes import fact_nodes
from camket.graph.rdf.iris import complete, named
from camket.graph.rdf.reference import ReferenceData
from camket.ontology.namespaces import BASE, CK
from camket.ontology.reference import reference_nquads

MAN, BIEN, CUC = (f"{BASE}person/{name}" for name in ("Đỗ_Văn_Mẫn", "Lê_Thị_Biên", "Trần_Cúc"))


@pytest.fixture(scope="module")
def reference() -> ReferenceData:
    return ReferenceData(reference_nquads(BASE), BASE)


@pytest.fixture(scope="module")
def layer(reference: ReferenceData) -> Tenures:
    return Tenures(BASE, reference)


def held(person: str, published: str, former: bool = False) -> Attestation:
    article = f"{BASE}article/{person.rpartition('/')[2]}-{published}{'-former' * former}"
    return Attestation(person, "post", former, published, f"{article}#membership=0,9", article)


def test_the_bounds_of_a_tenure() -> None:
    told = [held(MAN, "2024-03-08"), held(MAN, "2023-05"), held(MAN, "2024"), held(MAN, "")]
    (tenure,) = tenures(told)
    assert tenure.first
    assert tenure.last
    assert (tenure.first.published, tenure.last.published, tenure.left) == ("2023-05", "2024-03-08", None)
    assert len(tenure.attestations) == 4
    gone = [held(MAN, "2026-01-05", former=True), held(MAN, "2025-02-01", former=True), held(MAN, "2022", former=True)]
    (tenure,) = tenures([*told, *gone])
    assert tenure.left
    assert tenure.left.published == "2025-02-01"
    (tenure,) = tenures(gone)
    assert (tenure.first, tenure.last, tenure.left and tenure.left.published) == (None, None, "2022")


def ordered(*told: Attestation) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    successions, conflicts = order(tenures(told))
    return [(a.person, b.person) for a, b in successions], [(a.person, b.person) for a, b in conflicts]


def test_who_came_after_whom() -> None:
    assert ordered(held(BIEN, "2024-06-01"), held(MAN, "2023"), held(CUC, "2025-01"), held(MAN, "2024-02-01")) == (
        [(MAN, BIEN), (BIEN, CUC)],
        [],
    )
    # The day of handing over tells of both.
    assert ordered(held(MAN, "2023-01-01"), held(MAN, "2024-02-01"), held(BIEN, "2024-02-01")) == ([(MAN, BIEN)], [])
    # Who only held it before is nobody's predecessor: nobody knows when.
    assert ordered(held(MAN, "2024-01-01", former=True), held(BIEN, "2024-01-01")) == ([], [])


def test_conflicts_are_told_and_no_order_is_made_of_them() -> None:
    alternately = ordered(held(MAN, "2023-01-01"), held(BIEN, "2023-06-01"), held(MAN, "2024-01-01"))
    assert alternately == ([], [(MAN, BIEN)])
    assert ordered(held(MAN, "2023-01-01"), held(BIEN, "2023-01-01")) == ([], [(BIEN, MAN)])
    # Only the month is known: which came first cannot be told, nor that they overlapped.
    assert ordered(held(MAN, "2023-01"), held(BIEN, "2023-01-10")) == ([], [])
    # One long tenure conflicts with each that lies in it; the next after all follows the longest.
    long = [held(MAN, "2020-01-01"), held(MAN, "2024-01-01")]
    inner = [held(BIEN, "2021-01-01"), held(BIEN, "2022-01-01")]
    assert ordered(*long, *inner, held(CUC, "2025-01-01")) == ([(MAN, CUC)], [(MAN, BIEN)])


def test_names_that_may_be_one_persons_are_not_put_in_order() -> None:
    longer = f"{BASE}person/Trần_Thị_Cúc_(Sở_Mẫu)"
    assert ordered(held(CUC, "2023-01-01"), held(longer, "2024-01-01")) == ([], [])


def resolved(published: str, *told: Attestation, article: str = "x") -> tuple[str, Basis] | None:
    found = Holders(told).find(Nameless("post", published, article))
    return (found.person, found.basis) if found else None


@pytest.mark.parametrize(
    ("published", "told", "expected"),
    [
        ("2024-03-01", [held(MAN, "2024-01-01"), held(MAN, "2024-05")], (MAN, Basis.AROUND)),
        ("2024-03-01", [held(MAN, "2024-03-01")], (MAN, Basis.AROUND)),
        ("2024-03", [held(MAN, "2023-09"), held(MAN, "2024-09")], (MAN, Basis.AROUND)),
        ("2024-03-01", [held(MAN, "2023-12-31")], (MAN, Basis.NEAR)),
        ("2024-03-01", [held(MAN, "2023-11-01")], None),  # too long ago
        ("2024-03-01", [held(MAN, "2024-03-02")], None),  # may just have taken over
        ("2024-03-01", [held(MAN, "2024-01-01"), held(BIEN, "2024-04-01")], None),  # one of two
        ("2024-03-01", [held(MAN, "2024-01-01"), held(BIEN, "2024-02-01"), held(MAN, "2024-04-01")], None),
        (
            "2024-03-01",
            [held(MAN, "2024-01-01"), held(MAN, "2024-04-01"), held(BIEN, "2024")],
            None,
        ),  # some day of 2024
        ("2024-03-01", [held(MAN, "2024-01-01"), held(BIEN, "2024-02-01", former=True)], (MAN, Basis.NEAR)),
        (
            "2024-03-01",
            [held(MAN, "2024-01-01"), held(MAN, "2024-05-01", former=True)],
            None,
        ),  # gone, nobody knows when
        ("2024-03-01", [held(MAN, "2017-01-01"), held(MAN, "2024-04-01")], None),  # more than a term
        ("2024-03-01", [held(MAN, "2024"), held(MAN, "2024")], None),
        ("2024", [held(MAN, "2024-01-01"), held(MAN, "2024-12-31")], None),
        ("", [held(MAN, "2024-01-01")], None),
    ],
)
def test_who_the_nameless_holder_was(
    published: str, told: Sequence[Attestation], expected: tuple[str, Basis] | None
) -> None:
    assert resolved(published, *told) == expected
    assert resolved(published, *reversed(told)) == expected


def test_the_article_itself_may_name_the_holder() -> None:
    here = held(MAN, "2024-03-01")
    assert resolved("2024-03-01", here, held(BIEN, "2024-03-01"), article=here.article) == (MAN, Basis.SAME_ARTICLE)
    other = here._replace(person=BIEN, fact=here.fact + ",2")
    assert resolved("2024-03-01", here, other, article=here.article) is None


@pytest.mark.parametrize(
    ("role", "body", "single"),
    [
        ("Bí thư", "Tỉnh_ủy_Quảng_Ninh", True),
        ("Bí thư", "Trung_ương_Đoàn_TNCS_Hồ_Chí_Minh", False),
        ("Phó Chủ tịch", "UBND_tỉnh_Quảng_Ninh", False),
        ("Bộ trưởng", "Bộ_Y_tế", True),
        ("Bộ trưởng", "Chính_phủ", False),
        ("Cục trưởng", "Cục_Thuế", True),
        ("Cục trưởng", "Bộ_Tài_chính", False),
        ("Chủ tịch nước", "", True),
        ("Giám đốc", "", False),
    ],
)
def test_which_posts_one_person_holds(reference: ReferenceData, role: str, body: str, single: bool) -> None:
    concept = named("role", role, BASE)
    assert Posts(BASE, reference).is_single(concept, f"{BASE}body/{body}" if body else "") is single


BODY = Entity("body", EntityKind.BODY, "Sở Y tế tỉnh Thanh Giang", (Span(0, 5),), category="StateBody")


def naming(identifier: str, published: str, name: str, role: str = "Giám đốc", former: bool = False) -> Reading:
    person = Entity("who", EntityKind.PERSON, name, (Span(10, 20),))
    holding = PostHolding(evidence=Span(0, 20), member="who", role=role, organization="body", former=former)
    return reading(identifier, published, ArticleFacts(entities=(BODY, person), holdings=(holding,)))


def nameless(identifier: str, published: str) -> Reading:
    post = Entity("post", EntityKind.POST, "Giám đốc Sở Y tế", (Span(6, 9),), part_of="body", role="Giám đốc")
    said = Statement(evidence=Span(20, 40), speaker="post", cue="cho biết", speech_act=SpeechAct.ASSERTING)
    return reading(identifier, published, ArticleFacts(entities=(BODY, post), statements=(said,)))


def reading(identifier: str, published: str, facts: ArticleFacts) -> Reading:
    iri = f"{BASE}article/{identifier}"
    folders = {EntityKind.PERSON: "person", EntityKind.BODY: "body"}
    assigned = {e.key: named(folders[e.kind], e.name, BASE) for e in facts.entities if e.kind in folders}
    names = complete(facts, iri, assigned, BASE)
    return Reading(identifier, iri, published, "", facts, names, fact_nodes(facts, iri))


def derived(layer: Tenures, readings: Sequence[Reading]) -> list[str]:
    blocks: dict[str, list[Item]] = {}
    for one in sorted(readings, key=lambda one: one.id):
        for block, item in layer.items(one):
            blocks.setdefault(block, []).append(item)
    triples = [triple for block, items in blocks.items() for triple in set(layer.triples(block, items))]
    assert len(triples) == len(set(triples))
    return sorted(" ".join(triple).replace(BASE, "").replace(CK, "ck:") for triple in triples)


def test_the_whole_of_what_follows(layer: Tenures) -> None:
    readings = [
        naming("a", "2023-02-01", "Đỗ Văn Mẫn"),
        nameless("b", "2023-03-01"),
        naming("c", "2023-04-01", "Đỗ Văn Mẫn"),
        naming("d", "2024-01-01", "Lê Thị Biên", role="giám đốc"),
    ]
    post = "post/Giám_đốc_Sở_Y_tế_tỉnh_Thanh_Giang"
    one, other = (f"tenure/{name}/Giám_đốc/Sở_Y_tế_tỉnh_Thanh_Giang" for name in ("Đỗ_Văn_Mẫn", "Lê_Thị_Biên"))
    found = derived(layer, readings)
    short = [line.replace("<http://www.w3.org/", "<").replace("2001/XMLSchema#", "") for line in found]
    known = "<article/b#holder=Giám_đốc_Sở_Y_tế_tỉnh_Thanh_Giang>"
    assert sorted(short) == sorted(
        [
            f"<{one}> <1999/02/22-rdf-syntax-ns#type> <ck:Tenure>",
            f"<{one}> <ck:holder> <person/Đỗ_Văn_Mẫn>",
            f"<{one}> <ck:post> <{post}>",
            f"<{one}> <ns/org#role> <role/Giám_đốc>",
            f"<{one}> <ns/org#organization> <body/Sở_Y_tế_tỉnh_Thanh_Giang>",
            f"<{one}> <ck:restsOn> <article/a#membership=0,20>",
            f"<{one}> <ck:restsOn> <article/c#membership=0,20>",
            f'<{one}> <ck:firstAttested> "2023-02-01"^^<date>',
            f'<{one}> <ck:lastAttested> "2023-04-01"^^<date>',
            f'<{one}> <ck:dateFrom> "2023-02-01"^^<date>',
            f'<{one}> <ck:dateBy> "2023-04-01"^^<date>',
            f"<{one}> <ck:followedBy> <{other}>",
            f"<{other}> <1999/02/22-rdf-syntax-ns#type> <ck:Tenure>",
            f"<{other}> <ck:holder> <person/Lê_Thị_Biên>",
            f"<{other}> <ck:post> <{post}>",
            f"<{other}> <ns/org#role> <role/Giám_đốc>",
            f"<{other}> <ns/org#organization> <body/Sở_Y_tế_tỉnh_Thanh_Giang>",
            f"<{other}> <ck:restsOn> <article/d#membership=0,20>",
            f'<{other}> <ck:firstAttested> "2024-01-01"^^<date>',
            f'<{other}> <ck:lastAttested> "2024-01-01"^^<date>',
            f'<{other}> <ck:dateFrom> "2024-01-01"^^<date>',
            f'<{other}> <ck:dateBy> "2024-01-01"^^<date>',
            f"<{other}> <ck:precededBy> <{one}>",
            f"{known} <1999/02/22-rdf-syntax-ns#type> <ck:PostResolution>",
            f"{known} <ns/prov#wasDerivedFrom> <article/b>",
            f"{known} <ck:post> <{post}>",
            f"{known} <ck:holder> <person/Đỗ_Văn_Mẫn>",
            f"{known} <ck:basis> <ck:AttestedAround>",
            f"{known} <ck:restsOn> <article/a#membership=0,20>",
            f"{known} <ck:restsOn> <article/c#membership=0,20>",
        ]
    )


def test_the_order_of_articles_does_not_matter(layer: Tenures) -> None:
    people = ("Đỗ Văn Mẫn", "Lê Thị Biên", "Trần Cúc")
    days = [f"202{year}-0{month}-15" for year in (2, 3, 4) for month in (1, 5, 9)]
    readings = [naming(f"n{i}", day, people[i % 7 % 3], former=i % 5 == 0) for i, day in enumerate(days)]
    readings += [nameless(f"x{i}", day) for i, day in enumerate(days)]
    first = derived(layer, readings)
    for seed in range(5):
        random.Random(seed).shuffle(readings)
        assert derived(layer, readings) == first


def test_a_large_block_takes_time_in_proportion(layer: Tenures) -> None:
    """Eight thousand articles on one post: a quadratic step would take minutes."""
    readings = [naming(f"n{i}", f"20{10 + i % 15}-{1 + i % 12:02}-{1 + i % 28:02}", "Đỗ Văn Mẫn") for i in range(4000)]
    readings += [nameless(f"x{i}", f"20{10 + i % 15}-{1 + i % 12:02}-{1 + i % 28:02}") for i in range(4000)]
    assert len(derived(layer, readings)) > 4000


def test_private_people_and_groups_hold_no_tenure(layer: Tenures) -> None:
    private = Entity("who", EntityKind.PERSON, "Đỗ Văn Mẫn", (Span(10, 20),), private=True)
    group = Entity("group", EntityKind.GROUP, "hai giám đốc sở", (Span(30, 40),))
    holdings = tuple(
        PostHolding(evidence=Span(0, 20), member=key, role="Giám đốc", organization="body") for key in ("who", "group")
    )
    facts = ArticleFacts(entities=(BODY, private, group), holdings=holdings)
    assert list(layer.items(reading("a", "2024", facts))) == []
