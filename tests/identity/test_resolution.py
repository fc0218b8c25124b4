"""Who is who: namesakes in different places stay apart, one person in several posts stays one, in whatever order."""

from itertools import permutations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camket.graph import edtf
from camket.graph.documents.document import Document
from camket.graph.facts import ArticleFacts, Entity, EntityKind, PostHolding, RankHolding, Span
from camket.graph.identity.bearers import Bearer, Evidence, Post, bearers, dump, load
from camket.graph.identity.clusters import Ruling
from camket.graph.identity.joins import Ground
from camket.graph.identity.names import block_of, near, spelled
from camket.graph.identity.resolution import resolve, resolved
from camket.graph.identity.territories import months_between
from camket.ontology.namespaces import BASE


def post(role: str, body: str, province: str, former: bool = False) -> Post:
    """A post as an article tells it."""
    return Post(role, body, province, former, f"{role}, {body}" if body else role)


def person(
    article: str,
    published: str,
    *posts: tuple[str, str],
    name: str = "Lê Văn Thuấn",
    role: str = "chủ tịch",
    ranks: tuple[str, ...] = (),
    before: tuple[tuple[str, str, str], ...] = (),
) -> Bearer:
    """A person in an article; posts are pairs of a body's name and its province ("" for none), `before` former ones."""
    held = [post(role, body, province) for body, province in posts]
    evidence = Evidence(
        tuple(sorted({(province,) for _, province in posts if province})),
        tuple(sorted([*held, *(post(*known, former=True) for known in before)])),
        ranks,
        posts[0][0] if posts else "",
    )
    return Bearer(article, "e0", "person", name, published, 0, 5, evidence=evidence)


def thing(folder: str, name: str, article: str, *chain: str, reference: str = "") -> Bearer:
    """A body or place in an article, with the places around it."""
    known = Evidence((tuple(spelled("place", place) for place in chain),), tell=chain[0]) if chain else Evidence()
    return Bearer(article, "e0", folder, name, "2025", 0, 5, reference, known)


def iris(*found: Bearer) -> dict[str, str]:
    """The local IRI of each article's bearer; the same in every order."""
    outcomes = [resolve(order, BASE) for order in permutations(found)]
    assert all(outcome == outcomes[0] for outcome in outcomes)
    return {article: iri.removeprefix(BASE) for (article, _), iri in outcomes[0].items()}


def count(*found: Bearer) -> int:
    """How many there are."""
    return len(set(iris(*found).values()))


def grounds(*found: Bearer) -> list[str]:
    """What joins them, the firmest first."""
    joins = [join for one in resolved(found, BASE) for join in one.joins]
    return [ground for ground in Ground for join in joins if join.ground is ground]


THANH_GIANG = ("ủy ban nhân dân tỉnh thanh giang", "thanh giang")
HAI_LAM = ("ủy ban nhân dân huyện lâm hòa", "hải lâm")
MINISTRY = ("body/Bộ_Xây_dựng", "")
RARE, COMMON = "Vương Chí Khiêm", "Nguyễn Văn Hùng"


def test_one_person_in_one_post_is_one_however_common_the_name() -> None:
    found = [person("a", "2025-04-16", THANH_GIANG, name=COMMON), person("b", "2025-09-30", THANH_GIANG, name=COMMON)]
    assert set(iris(*found).values()) == {"person/Nguyễn_Văn_Hùng"}
    assert grounds(*found) == [Ground.SAME_POST]


def test_namesakes_in_two_provinces_at_one_time_get_what_tells_them_apart() -> None:
    assert iris(
        person("a", "2025-04-16", THANH_GIANG),
        person("b", "2024-10-09", HAI_LAM),
        person("c", "2025-11-18", THANH_GIANG),
    ) == {
        "a": "person/Lê_Văn_Thuấn_(ủy_ban_nhân_dân_tỉnh_thanh_giang)",
        "b": "person/Lê_Văn_Thuấn_(ủy_ban_nhân_dân_huyện_lâm_hòa)",
        "c": "person/Lê_Văn_Thuấn_(ủy_ban_nhân_dân_tỉnh_thanh_giang)",
    }


def test_a_rare_name_in_another_province_is_one_a_term_later_only() -> None:
    assert count(person("a", "2018", THANH_GIANG, name=RARE), person("b", "2024-02", HAI_LAM, name=RARE)) == 1
    assert count(person("a", "2020", THANH_GIANG, name=RARE), person("b", "2024-02", HAI_LAM, name=RARE)) == 2
    assert count(person("a", "2018", THANH_GIANG, name=COMMON), person("b", "2024-02", HAI_LAM, name=COMMON)) == 2


def test_who_is_promoted_is_one_once_an_article_tells_of_both_posts() -> None:
    before = person("a", "2023", THANH_GIANG, name=COMMON)
    after = person("b", "2024-06", HAI_LAM, name=COMMON)
    told = person("c", "2024-02", HAI_LAM, name=COMMON, before=(("chủ tịch", *THANH_GIANG),))
    assert count(before, after) == 2
    assert count(before, after, told) == 1


def test_a_second_post_in_the_province_joins_the_namesake_there() -> None:
    found = iris(
        person("a", "2025-04", THANH_GIANG),
        person("b", "2024-10", HAI_LAM),
        person("c", "2026-04", ("sở y tế", "tỉnh thanh giang"), role="giám đốc"),
    )
    assert found["c"] == found["a"] != found["b"]


def test_a_common_name_in_another_post_of_the_province_is_another() -> None:
    other = person("b", "2025-05", ("sở y tế", "thanh giang"), role="giám đốc", name=COMMON)
    assert count(person("a", "2025-04", THANH_GIANG, name=COMMON), other) == 2


def test_offices_of_one_name_in_two_provinces_are_two_bodies() -> None:
    found = [
        person(article, "2025-01", ("sở y tế", province), role="giám đốc", name=RARE)
        for article, province in (("a", "thanh giang"), ("b", "hải lâm"))
    ]
    assert count(*found) == 2


def test_one_role_in_an_office_whose_place_is_not_told_joins_no_common_name() -> None:
    found = [person(article, "2025-01", ("sở y tế", ""), role="giám đốc", name=COMMON) for article in "ab"]
    assert count(*found) == 2


def test_what_many_hold_joins_no_common_name() -> None:
    deputies = [person(a, "2025-01", ("body/Quốc_hội", ""), role="đại biểu", name=COMMON) for a in "ab"]
    colonels = [person(a, f"202{n}-01", name=COMMON, ranks=("đại tá",)) for n, a in enumerate("ab")]
    generals = [person(a, f"202{n}-01", name="Trần Quốc Khởi", ranks=("đại tướng",)) for n, a in enumerate("ab")]
    assert (count(*deputies), count(*colonels), count(*generals)) == (2, 2, 1)


def test_a_ministry_merged_into_another_keeps_its_people() -> None:
    before = person("a", "2024-11", ("body/Bộ_Giao_thông_vận_tải", ""), role="thứ trưởng", name=COMMON)
    after = person("b", "2025-04", MINISTRY, role="thứ trưởng", name=COMMON)
    assert grounds(before, after) == [Ground.SUCCEEDING_POST]
    in_both_at_once = person("b", "2024-11", MINISTRY, role="thứ trưởng", name=COMMON)
    assert count(before, in_both_at_once) == 2
    assert count(before, person("b", "2025-04", MINISTRY, role="vụ trưởng", name=COMMON)) == 2


def test_who_rises_to_the_ministry_is_one_where_the_name_is_rare() -> None:
    assert count(person("a", "2025-01", THANH_GIANG, name=RARE), person("b", "2025-03", MINISTRY, name=RARE)) == 1
    assert count(person("a", "2025-01", THANH_GIANG, name=COMMON), person("b", "2025-03", MINISTRY, name=COMMON)) == 2


def test_whose_post_is_not_told_joins_the_only_bearer_of_a_rare_name() -> None:
    assert grounds(person("a", "2025-01", THANH_GIANG, name=RARE), person("b", "2025-03", name=RARE)) == [
        Ground.ONLY_BEARER
    ]
    assert count(person("a", "2025-01", THANH_GIANG, name=COMMON), person("b", "2025-03", name=COMMON)) == 2


def test_a_name_that_is_not_quite_rare_joins_within_days() -> None:
    first = person("a", "2025-01-04", THANH_GIANG, name="Trần Quốc Khởi")
    assert count(first, person("b", "2025-01-06", name="Trần Quốc Khởi")) == 1


def test_whose_post_is_not_told_joins_nobody_where_the_name_is_borne_twice() -> None:
    found = iris(
        person("a", "2025-01", THANH_GIANG, name=RARE),
        person("b", "2025-03", HAI_LAM, name=RARE),
        person("c", "2025-04", name=RARE),
    )
    assert len(set(found.values())) == 3
    assert found["c"] == "person/Vương_Chí_Khiêm_(c)"


def test_two_of_whom_nothing_is_known_are_not_one_by_a_common_name() -> None:
    assert iris(person("a", "2025", name=COMMON), person("b", "2025", name=COMMON)) == {
        "a": "person/Nguyễn_Văn_Hùng_(a)",
        "b": "person/Nguyễn_Văn_Hùng_(b)",
    }


def test_a_given_name_alone_joins_nobody() -> None:
    found = iris(person("a", "2025", MINISTRY, name="Thuấn"), person("b", "2025", MINISTRY, name="Thuấn"))
    assert len(set(found.values())) == 2


def test_namesakes_within_one_article_are_two() -> None:
    first, second = person("a", "2025", THANH_GIANG), person("a", "2025", THANH_GIANG)._replace(key="e1", start=40)
    assert set(resolve([second, first], BASE).values()) == {
        BASE + "person/Lê_Văn_Thuấn_(ủy_ban_nhân_dân_tỉnh_thanh_giang,_a,_0)",
        BASE + "person/Lê_Văn_Thuấn_(ủy_ban_nhân_dân_tỉnh_thanh_giang,_a,_40)",
    }


# --- Names written otherwise


def test_a_middle_name_left_out_is_one_in_the_same_post_only() -> None:
    full = person("a", "2025-01", THANH_GIANG, name="Phùng Thị Ánh Lê")
    assert grounds(full, person("b", "2025-04", THANH_GIANG, name="Phùng Ánh Lê")) == [Ground.NEAR_NAME_SAME_POST]
    assert count(full, person("b", "2025-04", ("sở y tế", "thanh giang"), name="Phùng Ánh Lê")) == 2
    assert count(full, person("b", "2025-04", name="Phùng Ánh Lê")) == 2
    assert count(full, person("b", "2032-04", THANH_GIANG, name="Phùng Ánh Lê")) == 2


def test_a_short_name_that_can_be_two_is_neither() -> None:
    found = iris(
        person("a", "2025-01", THANH_GIANG, role="phó chủ tịch", name="Lê Thu Hà"),
        person("b", "2025-01", THANH_GIANG, role="phó chủ tịch", name="Lê Văn Hà"),
        person("c", "2025-02", THANH_GIANG, role="phó chủ tịch", name="Lê Hà"),
    )
    assert len(set(found.values())) == 3


def test_names_that_differ_by_a_tone_are_two() -> None:
    assert count(*(person(n, "2025-01", THANH_GIANG, name=f"Lê Văn {n}") for n in ("Thuấn", "Thuận", "Thuần"))) == 3


def test_where_tones_are_placed_and_hyphens_make_no_other_name() -> None:
    assert count(*(person(n, "2025-01", THANH_GIANG, name=f"Lê {n} Khiêm") for n in ("Hoà", "Hòa"))) == 1
    assert count(*(person(n, "2025-01", name=n) for n in ("Kim Jong-un", "Kim Jong Un"))) == 1


@pytest.mark.parametrize(
    ("one", "other", "are_near"),
    [
        ("Phùng Ánh Lê", "Phùng Thị Ánh Lê", True),
        ("Lý Quí", "Lý Quý", True),
        ("Péter Szijjártó", "Peter Szijjarto", True),
        ("Taro Kono", "Kono Taro", True),
        ("Joe Biden", "Joe Robinette Biden", False),
        ("Lê Văn Thuấn", "Lê Văn Thuận", False),
        ("Lê Văn Hà", "Lê Thu Hà", False),
        ("Trần Hà", "Lê Hà", False),
    ],
)
def test_names_that_are_near_stand_in_one_block(one: str, other: str, are_near: bool) -> None:
    assert near(one, other) is near(other, one) is are_near
    if are_near:
        assert block_of("person", one) == block_of("person", other)


def test_short_forms_of_bodies_make_no_other_name() -> None:
    for one, other in (
        ("UBND TP.Mai Giang", "Ủy ban nhân dân thành phố Mai Giang"),
        ("CTCP Sao Biển", "Công ty cổ phần Sao Biển"),
        ("Công ty CP Sao Biển", "Công ty Cổ phần Sao Biển"),
        ("Phòng NN&PTNT huyện Lâm Hòa", "Phòng Nông nghiệp và Phát triển nông thôn huyện Lâm Hòa"),
    ):
        assert count(thing("body", one, "a"), thing("body", other, "b")) == 1, one


# --- What editors say


def test_a_judgement_joins_two_names_and_parts_one() -> None:
    one, other = (
        person("a", "2024", THANH_GIANG, name="Trần Khởi"),
        person("b", "2025", MINISTRY, name="Trần Quốc Khởi"),
    )
    joined = resolved([one, other], BASE, Ruling(same=((("b", "e0"), ("a", "e0"), "he said so"),)))
    assert [(found.iri, len(found.bearers)) for found in joined] == [(BASE + "person/Trần_Khởi", 2)]
    assert [(join.ground, join.shared, join.earlier.article) for join in joined[0].joins] == [
        (Ground.JUDGED_SAME, "he said so", "a")
    ]
    both = [person("a", "2024", THANH_GIANG), person("b", "2025", THANH_GIANG), person("c", "2026", THANH_GIANG)]
    parted = resolve(both, BASE, Ruling(different=((("a", "e0"), ("b", "e0")),)))
    assert parted["a", "e0"] == parted["c", "e0"] != parted["b", "e0"]


def test_who_is_the_same_as_one_is_different_from_whom_that_one_is() -> None:
    names = ("Trần Khởi", "Trần Quốc Khởi", "Trần Khởi")
    found = [person(article, "2025", THANH_GIANG, name=name) for article, name in zip("abc", names, strict=True)]
    ruling = Ruling(same=((("a", "e0"), ("b", "e0"), ""),), different=((("b", "e0"), ("c", "e0")),))
    now = resolve(found, BASE, ruling)
    assert now["a", "e0"] == now["b", "e0"] != now["c", "e0"]


def test_what_was_recognised_as_one_can_be_parted() -> None:
    found = [thing("body", "Bộ Xây dựng", a, reference="body/Bộ_Xây_dựng") for a in "abc"]
    now = resolve(found, BASE, Ruling(different=((("a", "e0"), ("c", "e0")),)))
    assert now["a", "e0"] == now["b", "e0"] == BASE + "body/Bộ_Xây_dựng" != now["c", "e0"]


# --- Bodies and places


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


def test_an_office_without_a_place_is_anybodys() -> None:
    assert count(thing("body", "Sở Y tế", "a"), thing("body", "Sở Y tế", "b")) == 2
    assert count(thing("body", "Sở Y tế", "a", "hải lâm"), thing("body", "Sở Y tế", "b")) == 2
    recognised = thing("body", "Đoàn thanh tra", "a", reference="body/Đoàn_thanh_tra")
    assert count(recognised, thing("body", "Đoàn thanh tra", "b")) == 2


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


def test_an_article_may_recognise_one_thing_twice() -> None:
    twice = [thing("body", "Bộ Xây dựng", "a", reference="body/Bộ_Xây_dựng")._replace(key=key) for key in ("e0", "e1")]
    assert set(resolve(twice, BASE).values()) == {BASE + "body/Bộ_Xây_dựng"}


def test_a_ward_of_another_district_is_another() -> None:
    wards = [("a", "Lâm Hòa", "Hải Lâm"), ("b", "Tân Sơn", "Hải Lâm"), ("c", "Lâm Hòa")]
    found = iris(*(thing("place", "Tân Mai", article, *chain) for article, *chain in wards))
    assert found["a"] == found["c"] != found["b"]


_NAMES = st.sampled_from(["Lê Văn Thuấn", "Lê Thuấn", "Vương Chí Khiêm", "Nguyễn Văn Hùng", "Lê Thị Thuấn"])
_POSTS = st.lists(
    st.tuples(
        st.sampled_from(["ủy ban nhân dân", "sở y tế", "body/Bộ_Giao_thông_vận_tải", "body/Bộ_Xây_dựng"]),
        st.sampled_from(["", "hải lâm", "thanh giang"]),
    ),
    max_size=2,
)
_DATES = st.sampled_from(["", "2018", "2023", "2024-05", "2025-01-02", "2025-01-05", "2025-11"])
_ROLES = st.sampled_from(["chủ tịch", "thứ trưởng", "đại biểu"])
_PEOPLE = st.lists(st.tuples(_NAMES, _DATES, _POSTS, _ROLES, st.integers(0, 5)), min_size=1, max_size=10).map(
    lambda found: [
        person(f"a{article}", published, *posts, name=name, role=role)._replace(key=f"e{i}", start=i)
        for i, (name, published, posts, role, article) in enumerate(found)
    ]
)


@st.composite
def _ruled(draw: st.DrawFn) -> tuple[list[Bearer], Ruling]:
    """People and judgements on some of them that do not contradict each other."""
    found = draw(_PEOPLE)
    named = [(bearer.article, bearer.key) for bearer in found]
    groups = draw(st.lists(st.integers(0, 2), min_size=len(named), max_size=len(named)))
    pairs = draw(
        st.lists(st.tuples(st.sampled_from(range(len(named))), st.sampled_from(range(len(named)))), max_size=4)
    )
    same = tuple((named[i], named[j], "") for i, j in pairs if groups[i] == groups[j] and i != j)
    different = tuple((named[i], named[j]) for i, j in pairs if groups[i] != groups[j])
    return found, Ruling(same, different)


@given(_ruled(), st.randoms(use_true_random=False))
def test_the_outcome_depends_on_no_order_and_keeps_to_every_judgement(
    ruled: tuple[list[Bearer], Ruling], random: Random
) -> None:
    found, ruling = ruled
    shuffled, same, different = list(found), list(ruling.same), list(ruling.different)
    for order in (shuffled, same, different):
        random.shuffle(order)
    outcome = resolved(found, BASE, ruling)
    assert resolved(shuffled, BASE, Ruling(tuple(same), tuple(different))) == outcome
    now = {(bearer.article, bearer.key): one.iri for one in outcome for bearer in one.bearers}
    assert all(now[one] == now[other] for one, other, _ in ruling.same)
    assert all(now[one] != now[other] for one, other in ruling.different)
    assert len({one.iri for one in outcome}) == len(outcome)
    assert all(len(one.joins) == len(one.bearers) - 1 for one in outcome)


@given(_PEOPLE)
def test_every_bearer_gets_an_iri_and_is_read_back_as_written(found: list[Bearer]) -> None:
    assert set(resolve(found, BASE)) == {(bearer.article, bearer.key) for bearer in found}
    assert [load(dump(bearer)) for bearer in found] == found


@pytest.mark.parametrize(
    ("one", "other", "months"),
    [("2024", "2024-05", 0), ("2024-01", "2025-01-31", 12), ("2025-02-01", "2024", 2), ("", "2024", 0)],
)
def test_months_between(one: str, other: str, months: int) -> None:
    days = [(edtf.first_day(when), edtf.last_day(when)) if when else None for when in (one, other)]
    assert months_between(*days) == months


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
        (
            Post("bí thư", "phòng y tế", "lâm hòa", True, "Bí thư, Phòng Y tế"),
            Post("chủ tịch", "ủy ban nhân dân huyện lâm hòa", "lâm hòa", False, "Chủ tịch, UBND huyện Lâm Hòa"),
        ),
        ("đại tá",),
        "UBND huyện Lâm Hòa",
    )
    assert found["Phòng Y tế"].evidence == Evidence((chain,), tell="Lâm Hòa")
    assert found["Lâm Hòa"].evidence == Evidence((("hải lâm",),), tell="Hải Lâm")
    assert found["Ana Tavor"].evidence == Evidence(
        (), (Post("tổng thống tavoria", "", "", False, "Tổng thống Tavoria"),), (), "Tổng thống Tavoria"
    )
    assert set(found) == {"Lê Văn Thuấn", "UBND huyện Lâm Hòa", "Lâm Hòa", "Hải Lâm", "Phòng Y tế", "Ana Tavor"}


def test_blocks_know_no_case_and_no_spacing() -> None:
    assert block_of("person", "LÊ  Văn Thuấn") == block_of("person", "Lê Văn Thuấn") == "person/le thuan"
    assert block_of("body", "SỞ  Y tế") == block_of("body", "Sở Y tế") == "body/sở y tế"
