"""What came after local bodies that are no more: only what articles name, always with the change that is the reason."""

import random

import pytest

from camket.graph.facts import ArticleFacts, Entity, EntityKind, Span
from camket.graph.identity.layer import Item, Reading
from camket.graph.identity.succession import Succession
from camket.graph.identity.succession.history import History
from camket.graph.identity.succession.local_bodies import LocalBodies
from camket.graph.rdf import vocabulary as v
from camket.graph.rdf.fact_nodes import fact_nodes
from camket.graph.rdf.iris import named
from camket.graph.rdf.reference import ReferenceData
from camket.ontology.namespaces import BASE
from camket.ontology.reference import reference_nquads


@pytest.fixture(scope="module")
def reference() -> ReferenceData:
    return ReferenceData(reference_nquads(BASE), BASE)


@pytest.fixture(scope="module")
def layer(reference: ReferenceData) -> Succession:
    return Succession(reference)


def reading(published: str, *bodies: str) -> Reading:
    entities = tuple(Entity(f"e{n}", EntityKind.BODY, name, (Span(n, n + 1),)) for n, name in enumerate(bodies))
    facts, iri = ArticleFacts(entities=entities), f"{BASE}article/{published}"
    names = {entity.key: named("body", entity.name, BASE) for entity in entities}
    return Reading(published, iri, published, "", facts, names, fact_nodes(facts, iri))


def derived(layer: Succession, *readings: Reading) -> dict[str, dict[str, set[str]]]:
    """By body, all without the base: what it was succeeded and ended by. Each triple in one block only."""
    blocks: dict[str, list[Item]] = {}
    for one in readings:
        for block, item in layer.items(one):
            blocks.setdefault(block, []).append(item)
    triples = [triple for block, items in blocks.items() for triple in set(layer.triples(block, items))]
    assert len(triples) == len(set(triples))
    names = {v.SUCCEEDED_BY: "after", v.ENDED_BY: "by"}
    found: dict[str, dict[str, set[str]]] = {}
    for s, p, o in triples:
        of, value = (term[1 + len(BASE) : -1].partition("/")[2] for term in (s, o))
        found.setdefault(of, {}).setdefault(names[p], set()).add(value)
    return found


@pytest.mark.parametrize(
    ("name", "kind", "place"),
    [
        ("UBND tỉnh Yên Bái", "UBND", "Yên_Bái"),
        ("Ủy ban nhân dân TP.HCM", "UBND", "Thành_phố_Hồ_Chí_Minh"),
        ("Thành ủy Hải Phòng", "Tỉnh_ủy", "Hải_Phòng"),
        ("Tỉnh uỷ Hải Dương", "Tỉnh_ủy", "Hải_Dương"),
        ("Sở GTVT tỉnh Quảng Ninh", "Sở_Giao_thông_vận_tải", "Quảng_Ninh"),
        ("Sở Lao động Thương binh và Xã hội Quảng Trị", "Sở_Lao_động_-_Thương_binh_và_Xã_hội", "Quảng_Trị"),
        ("Công an TP Thái Bình", "Công_an_cấp_huyện", None),  # the capital, not the province
        ("Công an Thái Bình", "Công_an", "Thái_Bình"),
        ("Thành ủy Thái Bình", "Huyện_ủy", None),
        ("UBND huyện Lâm Hòa", "UBND_cấp_huyện", None),
        ("TAND quận 3 TP.HCM", "TAND_cấp_huyện", None),
    ],
)
def test_a_name_tells_kind_and_place(reference: ReferenceData, name: str, kind: str, place: str | None) -> None:
    found = LocalBodies(reference).read(name)
    assert found
    assert found.kind == f"{BASE}kind/{kind}"
    assert found.place == (f"{BASE}place/{place}" if place else None)


@pytest.mark.parametrize(
    "name",
    [
        "UBND phường Hải Châu",
        "Bệnh viện Đa khoa tỉnh Yên Bái",
        "Báo Yên Bái",
        "Công an nhân dân",
        "UBND tỉnh Thanh Giang",
    ],
)
def test_no_other_body_has_a_fate(reference: ReferenceData, name: str) -> None:
    assert LocalBodies(reference).read(name) is None


def test_merged_provinces_and_departments_lead_on(layer: Succession) -> None:
    found = derived(
        layer,
        reading(
            "2024-05", "UBND tỉnh Yên Bái", "Sở GTVT tỉnh Yên Bái", "Sở Xây dựng tỉnh Yên Bái", "Sở Y tế tỉnh Sơn La"
        ),
        reading("2025-09", "UBND tỉnh Lào Cai", "Sở Xây dựng tỉnh Lào Cai"),
        reading("2024-06", "Tỉnh ủy Hải Dương", "Thành ủy Hải Phòng"),
    )
    assert found == {
        "UBND_tỉnh_Yên_Bái": {"after": {"UBND_tỉnh_Lào_Cai"}, "by": {"2025-07-01_Lào_Cai"}},
        "Sở_GTVT_tỉnh_Yên_Bái": {"after": {"Sở_Xây_dựng_tỉnh_Yên_Bái"}, "by": {"2025_Sở_Xây_dựng"}},
        "Sở_Xây_dựng_tỉnh_Yên_Bái": {"after": {"Sở_Xây_dựng_tỉnh_Lào_Cai"}, "by": {"2025-07-01_Lào_Cai"}},
        "Tỉnh_ủy_Hải_Dương": {"after": {"Thành_ủy_Hải_Phòng"}, "by": {"2025-07-01_Hải_Phòng"}},
    }


def test_where_no_article_names_the_next_the_first_after_it_is_meant(layer: Succession) -> None:
    found = derived(layer, reading("2007", "Sở Thủy sản Hà Tây"), reading("2026", "Sở NN&MT Hà Nội"))
    changes = {"2008_Sở_Nông_nghiệp_và_Phát_triển_nông_thôn", "2008-08-01_Hà_Nội", "2025_Sở_Nông_nghiệp_và_Môi_trường"}
    assert found == {"Sở_Thủy_sản_Hà_Tây": {"after": {"Sở_NN&MT_Hà_Nội"}, "by": changes}}


def test_no_successor_is_made_up(layer: Succession) -> None:
    assert derived(layer, reading("2024", "UBND tỉnh Yên Bái", "UBND huyện Lâm Hòa", "TAND quận 3 TP.HCM")) == {
        "UBND_tỉnh_Yên_Bái": {"by": {"2025-07-01_Lào_Cai"}},
        "UBND_huyện_Lâm_Hòa": {"by": {"2025-07-01_UBND_cấp_huyện"}},
        "TAND_quận_3_TP.HCM": {"by": {"2025-07-01_TAND_khu_vực"}},
    }


def test_a_namesake_from_before_the_change_is_no_successor(layer: Succession) -> None:
    before = reading("2023", "UBND tỉnh Thừa Thiên Huế", "UBND thành phố Huế")
    assert derived(layer, before) == {"UBND_tỉnh_Thừa_Thiên_Huế": {"by": {"2025-01-01_Huế"}}}
    after = derived(layer, before, reading("2025-03", "UBND thành phố Huế"))
    assert after["UBND_tỉnh_Thừa_Thiên_Huế"]["after"] == {"UBND_thành_phố_Huế"}


def test_the_order_of_articles_does_not_matter(layer: Succession) -> None:
    readings = [
        reading("2024-05", "UBND tỉnh Yên Bái", "Ủy ban nhân dân tỉnh Yên Bái"),
        reading("2025-09", "UBND tỉnh Lào Cai"),
        reading("2025-10", "Ủy ban nhân dân Lào Cai"),
        reading("2025-11", "UBND tỉnh Lào Cai"),
    ]
    first = derived(layer, *readings)
    assert first["Ủy_ban_nhân_dân_tỉnh_Yên_Bái"]["after"] == {"UBND_tỉnh_Lào_Cai"}
    for seed in range(5):
        random.Random(seed).shuffle(readings)
        assert derived(layer, *readings) == first


def test_every_change_of_a_kind_is_known_to_the_history(reference: ReferenceData) -> None:
    history = History(reference)
    for words in ("Sở Kế hoạch và Đầu tư", "Sở TN&MT", "Sở Thông tin và Truyền thông", "Ban Dân vận Tỉnh ủy"):
        body = LocalBodies(reference).read(f"{words} Quảng Ninh")
        assert body, words
        assert [step.body.kind for step in history.after(body) if step.body], words
