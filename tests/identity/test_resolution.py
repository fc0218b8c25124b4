"""Who is who: namesakes in different places stay apart, one person in several posts stays one, in whatever order."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camket.graph.documents.document import Document
from camket.graph.facts import ArticleFacts, Entity, EntityKind, PostHolding, RankHolding, Span
from camket.graph.identity.bearers import Bearer, Evidence, bearers, block_of, dump, load
from camket.graph.identity.clusters import months_between
from camket.graph.identity.resolution import resolve
from camket.ontology.namespaces import BASE


def person(article: str, published: str, *posts: tuple[str, str], name: str = "Lê Văn Thuấn") -> Bearer:
    """A person in an article; posts are pairs of a body's name and its province ("" for none)."""
    return Bearer(
        article,
        "e0",
        "person",
        name,
        published,
        0,
        evidence=Evidence(
            tuple(sorted({(province,) for _, province in posts if province})),
            tuple(sorted(body for body, _ in posts)),
            tuple(sorted(body for body, province in posts if province)),
            posts[0][0] if posts else "",
        ),
    )


def thing(folder: str, name: str, article: str, *chain: str, reference: str = "") -> Bearer:
    """A body or place in an article, with the places around it."""
    known = Evidence((chain,), tell=chain[0]) if chain else Evidence()
    return Bearer(article, "e0", folder, name, "2025", 0, reference, known)


def iris(*found: Bearer) -> dict[str, str]:
    """The local IRI of each article's bearer; the same in every order."""
    outcomes = [resolve(order, BASE) for order in permutations(found)]
    assert all(outcome == outcomes[0] for outcome in outcomes)
    return {article: iri.removeprefix(BASE) for (article, _), iri in outcomes[0].items()}


THANH_GIANG = ("UBND tỉnh Thanh Giang", "thanh giang")
HAI_LAM = ("UBND huyện Lâm Hòa", "hải lâm")
MINISTRY = ("Bộ Xây dựng", "")


def test_one_person_in_one_post_is_one() -> None:
    assert set(iris(person("a", "2025-04-16", THANH_GIANG), person("b", "2025-09-30", THANH_GIANG)).values()) == {
        "person/Lê_Văn_Thuấn"
    }


def test_namesakes_in_two_provinces_at_one_time_get_what_tells_them_apart() -> None:
    assert iris(
        person("a", "2025-04-16", THANH_GIANG),
        person("b", "2024-10-09", HAI_LAM),
        person("c", "2025-11-18", THANH_GIANG),
    ) == {
        "a": "person/Lê_Văn_Thuấn_(UBND_tỉnh_Thanh_Giang)",
        "b": "person/Lê_Văn_Thuấn_(UBND_huyện_Lâm_Hòa)",
        "c": "person/Lê_Văn_Thuấn_(UBND_tỉnh_Thanh_Giang)",
    }


def test_who_moves_to_another_province_a_term_later_is_one() -> None:
    assert len(set(iris(person("a", "2018", THANH_GIANG), person("b", "2024-02", HAI_LAM)).values())) == 1
    assert len(set(iris(person("a", "2020", THANH_GIANG), person("b", "2024-02", HAI_LAM)).values())) == 2


def test_who_is_told_of_in_both_provinces_by_one_article_is_one() -> None:
    moved = person("b", "2024-02", HAI_LAM)
    once = moved._replace(evidence=moved.evidence._replace(seated=(HAI_LAM[0], THANH_GIANG[0])))
    assert len(set(iris(person("a", "2023", THANH_GIANG), once).values())) == 1


def test_a_second_post_in_the_province_joins_the_namesake_there() -> None:
    found = iris(
        person("a", "2025-04", THANH_GIANG),
        person("b", "2024-10", HAI_LAM),
        person("c", "2026-04", ("Sở Y tế", "tỉnh thanh giang")),
    )
    assert found["c"] == found["a"] != found["b"]


def test_who_rises_to_the_ministry_is_one() -> None:
    assert len(set(iris(person("a", "2025-01", THANH_GIANG), person("b", "2025-03", MINISTRY)).values())) == 1


def test_whose_post_is_not_told_joins_the_only_bearer_of_the_name() -> None:
    assert len(set(iris(person("a", "2025-01", THANH_GIANG), person("b", "2025-03")).values())) == 1


def test_whose_post_is_not_told_joins_nobody_where_the_name_is_borne_twice() -> None:
    found = iris(person("a", "2025-01", THANH_GIANG), person("b", "2025-03", HAI_LAM), person("c", "2025-04"))
    assert len(set(found.values())) == 3
    assert found["c"] == "person/Lê_Văn_Thuấn_(c)"


def test_two_of_whom_nothing_is_known_are_not_one_by_name_alone() -> None:
    assert iris(person("a", "2025"), person("b", "2025")) == {
        "a": "person/Lê_Văn_Thuấn_(a)",
        "b": "person/Lê_Văn_Thuấn_(b)",
    }


def test_a_given_name_alone_joins_nobody() -> None:
    found = iris(person("a", "2025", MINISTRY, name="Thuấn"), person("b", "2025", MINISTRY, name="Thuấn"))
    assert found == {"a": "person/Thuấn_(Bộ_Xây_dựng,_a)", "b": "person/Thuấn_(Bộ_Xây_dựng,_b)"}


def test_the_same_whole_post_or_rank_is_the_same_person() -> None:
    president = ("tổng thống tavoria", "")
    assert set(iris(person("a", "2025", president), person("b", "2026", president), person("c", "2024")).values()) == {
        "person/Lê_Văn_Thuấn"
    }


def test_a_shared_local_body_holds_against_a_second_post_elsewhere() -> None:
    both = person("b", "2025-02", THANH_GIANG, ("Đoàn đại biểu Quốc hội tỉnh Hải Lâm", "hải lâm"))
    assert len(set(iris(person("a", "2025-01", THANH_GIANG), both).values())) == 1


def test_namesakes_within_one_article_are_two() -> None:
    first, second = person("a", "2025", THANH_GIANG), person("a", "2025", THANH_GIANG)._replace(key="e1", start=40)
    assert set(resolve([second, first], BASE).values()) == {
        BASE + "person/Lê_Văn_Thuấn_(UBND_tỉnh_Thanh_Giang,_a,_0)",
        BASE + "person/Lê_Văn_Thuấn_(UBND_tỉnh_Thanh_Giang,_a,_40)",
    }


def test_a_body_of_one_name_in_two_provinces_is_two() -> None:
    assert iris(thing("body", "Sở Xây dựng", "a", "Thanh Giang"), thing("body", "Sở Xây dựng", "b", "Hải Lâm")) == {
        "a": "body/Sở_Xây_dựng_(Thanh_Giang)",
        "b": "body/Sở_Xây_dựng_(Hải_Lâm)",
    }


def test_a_province_is_the_same_with_and_without_its_kind() -> None:
    both = iris(thing("body", "Sở Y tế", "a", "tỉnh thanh giang"), thing("body", "Sở Y tế", "b", "thanh giang"))
    assert set(both.values()) == {"body/Sở_Y_tế"}


def test_bodies_without_a_place_are_one_by_name() -> None:
    assert set(iris(thing("body", "Tập đoàn Sao Biển", "a"), thing("body", "Tập đoàn Sao Biển", "b")).values()) == {
        "body/Tập_đoàn_Sao_Biển"
    }


def test_places_of_one_name_in_two_provinces_are_two() -> None:
    found = iris(thing("place", "Châu Thành", "a", "hải lâm"), thing("place", "Châu Thành", "b", "thanh giang"))
    assert len(set(found.values())) == 2


def test_what_was_recognised_keeps_the_reference_datas_iri() -> None:
    found = iris(
        thing("body", "Bộ Xây dựng", "a", reference="body/Bộ_Xây_dựng_(2025)"), thing("body", "Bộ Xây dựng", "b")
    )
    assert set(found.values()) == {"body/Bộ_Xây_dựng_(2025)"}


def test_a_new_name_never_takes_an_iri_of_the_reference_data() -> None:
    found = iris(
        thing("body", "Sở Y tế", "a", "hải lâm", reference="body/Sở_Y_tế_(thanh_giang)"),
        thing("body", "Sở Y tế", "b", "thanh giang"),
    )
    assert len(set(found.values())) == 2


_POSTS = st.lists(
    st.tuples(st.sampled_from(["UBND", "Sở Y tế", "Bộ Y tế"]), st.sampled_from(["", "hải lâm", "thanh giang"])),
    max_size=2,
)
_PEOPLE = st.lists(
    st.tuples(st.sampled_from(["", "2023", "2024-05", "2025-01-02", "2025-11"]), _POSTS), min_size=1, max_size=8
).map(lambda found: [person(f"a{i}", published, *posts) for i, (published, posts) in enumerate(found)])


@given(_PEOPLE, st.randoms(use_true_random=False))
def test_the_outcome_depends_on_no_order(found: list[Bearer], random: object) -> None:
    shuffled = list(found)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert resolve(shuffled, BASE) == resolve(found, BASE)


@given(_PEOPLE)
def test_every_bearer_gets_an_iri_and_is_read_back_as_written(found: list[Bearer]) -> None:
    assert set(resolve(found, BASE)) == {(bearer.article, bearer.key) for bearer in found}
    assert [load(dump(bearer)) for bearer in found] == found


@pytest.mark.parametrize(
    ("one", "other", "months"),
    [("2024", "2024-05", 0), ("2024-01", "2025-01-31", 12), ("2025-02-01", "2024", 2), ("", "2024", 0)],
)
def test_months_between(one: str, other: str, months: int) -> None:
    assert months_between(one, other) == months


def test_what_an_article_says_of_its_people_and_bodies() -> None:
    facts = ArticleFacts(
        entities=(
            Entity("e0", EntityKind.PERSON, "Lê Văn Thuấn", (Span(5, 17),)),
            Entity("e1", EntityKind.BODY, "UBND huyện Lâm Hòa", (Span(20, 30),), jurisdiction="e2"),
            Entity("e2", EntityKind.PLACE, "Lâm Hòa", (Span(25, 30),), part_of="e3"),
            Entity("e3", EntityKind.PLACE, "Hải Lâm", (Span(40, 47),)),
            Entity("e4", EntityKind.BODY, "Phòng Y tế", (Span(50, 60),), part_of="e1"),
            Entity("e5", EntityKind.PERSON, "Trần Thị Mận", (Span(70, 82),), private=True),
            Entity("e7", EntityKind.PERSON, "Ana Tavor", (Span(84, 93),)),
            Entity("e6", EntityKind.GROUP, "người dân", (Span(90, 99),)),
        ),
        holdings=(
            PostHolding(evidence=Span(5, 17), member="e0", role="Bí thư", organization="e4", former=True),
            PostHolding(evidence=Span(5, 30), member="e0", role="Chủ tịch", organization="e1"),
            PostHolding(evidence=Span(5, 30), member="e0", role="Giám đốc"),
            PostHolding(evidence=Span(61, 83), member="e7", role="Tổng thống Tavoria"),
        ),
        ranks=(RankHolding(evidence=Span(0, 17), holder="e0", rank="Đại tá"),),
    )
    found = {bearer.name: bearer for bearer in bearers(Document("a", "", "", published="2024-10"), facts)}
    chain = ("lâm hòa", "hải lâm")
    assert found["Lê Văn Thuấn"].evidence == Evidence(
        (chain,),
        ("phòng y tế", "ubnd huyện lâm hòa", "đại tá"),
        ("phòng y tế", "ubnd huyện lâm hòa"),
        "UBND huyện Lâm Hòa",
    )
    assert found["Phòng Y tế"].evidence == Evidence((chain,), tell="Lâm Hòa")
    assert found["Lâm Hòa"].evidence == Evidence((("hải lâm",),), tell="Hải Lâm")
    assert found["Ana Tavor"].evidence == Evidence((), ("tổng thống tavoria",), (), "Tổng thống Tavoria")
    assert set(found) == {"Lê Văn Thuấn", "UBND huyện Lâm Hòa", "Lâm Hòa", "Hải Lâm", "Phòng Y tế", "Ana Tavor"}


def test_blocks_know_no_case_and_no_spacing() -> None:
    assert block_of("person", "LÊ  Văn Thuấn") == block_of("person", "Lê Văn Thuấn") == "person/lê văn thuấn"
