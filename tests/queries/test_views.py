"""The records behind show, commitments, ledger and stats, whole."""

import dataclasses
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camket.graph import lookup
from camket.graph.errors import QueryError, UsageError
from camket.graph.store import Dataset
from camket.graph.views import figures
from camket.graph.views.entity import Holding, entity_page
from camket.graph.views.figures import Figure
from camket.graph.views.ledger import abstentions, by_reason
from camket.graph.views.mentions import Mention
from camket.graph.views.rows import select
from camket.graph.views.statistics import statistics
from camket.graph.views.undertakings import KINDS, Choice, Undertaking, chosen_kinds, undertakings

UBND = "https://w3id.org/camket/id/body/UBND_tỉnh_Thanh_Giang"
THUAN = "https://w3id.org/camket/id/person/Lê_Văn_Thuấn"
HOUSING = "tỉnh cam kết xây 1.200 căn nhà ở xã hội cho công nhân trước ngày 30/6/2025"
BUDGET = "năm 2024, tỉnh phấn đấu thu ngân sách đạt trên 60.000 tỷ đồng"
SCHOOLS = "Các chủ đầu tư hứa sẽ xây thêm trường học"
ORDER = "Công an tỉnh sẽ giữ vững trật tự"
DIRECTIVE = "UBND tỉnh Thanh Giang rà soát quỹ đất"
EXPECTATION = "Công an tỉnh quan tâm công nhân"


def words(dataset: Dataset, **wishes: object) -> list[str]:
    return [one.words for one in undertakings(dataset, dataclasses.replace(Choice(), **wishes))]  # type: ignore[arg-type]


def test_a_whole_undertaking(thanh_giang: Dataset) -> None:
    assert undertakings(thanh_giang)[0] == Undertaking(
        iri="https://w3id.org/camket/id/article/thanh-giang-01#pledge=159,233",
        kind="pledge",
        who=("UBND tỉnh Thanh Giang",),
        words=HOUSING,
        figures=(Figure("nhà ở xã hội", "=", "1200", None, "căn", "level", None),),
        due="2025-06-30",
        to=("công nhân",),
        by=("Lê Văn Thuấn",),
        condition=None,
        cue="cam kết",
        article="thanh-giang-01",
        published="2024-03-08",
        title="Thanh Giang xây nhà ở xã hội",
        order=(),
    )


@pytest.mark.parametrize(
    ("wishes", "expected"),
    [
        ({}, [HOUSING, BUDGET, SCHOOLS, ORDER]),
        ({"kinds": tuple(KINDS)}, [HOUSING, BUDGET, DIRECTIVE, SCHOOLS, ORDER, EXPECTATION]),
        ({"kinds": ("directive",)}, [DIRECTIVE]),
        ({"by": [UBND]}, [HOUSING]),
        ({"by": []}, []),
        ({"stated_by": [THUAN]}, [HOUSING, BUDGET]),
        ({"due_before": "2025-06-30"}, [BUDGET]),
        ({"due_before": "2025-07"}, [HOUSING, BUDGET]),
        ({"due_after": "2024"}, [HOUSING]),
        ({"with_number": True}, [HOUSING, BUDGET]),
        ({"without_deadline": True}, [SCHOOLS, ORDER]),
        ({"article": "thanh-giang-02"}, [ORDER]),
        ({"article": 'x" } #'}, []),
    ],
)
def test_choices_narrow(thanh_giang: Dataset, wishes: dict[str, object], expected: list[str]) -> None:
    assert words(thanh_giang, **wishes) == expected


def test_choices_that_mean_nothing_are_refused(thanh_giang: Dataset) -> None:
    with pytest.raises(UsageError, match="'promise': use all, pledge, goal, directive, expectation"):
        words(thanh_giang, kinds=("promise",))
    with pytest.raises(UsageError, match="'30/6/2025' is no date: write 2025"):
        words(thanh_giang, due_before="30/6/2025")
    with pytest.raises(UsageError, match="leave one of the two out"):
        words(thanh_giang, due_before="2025", without_deadline=True)
    assert chosen_kinds([]) == ("pledge", "goal")
    assert chosen_kinds(["goal", "all"]) == tuple(KINDS)
    assert chosen_kinds(["goal", "goal"]) == ("goal",)


def test_a_person_s_page(thanh_giang: Dataset) -> None:
    page = entity_page(thanh_giang, lookup.find_one(thanh_giang, "le van thuấn"))
    assert (page.name, page.kind, page.aliases) == ("Lê Văn Thuấn", "person", ("ông Thuấn",))
    chair, party = "Chủ tịch UBND tỉnh Thanh Giang Lê Văn Thuấn", "Bí thư Tỉnh ủy Thanh Giang Lê Văn Thuấn"
    assert page.posts == (
        Holding(
            page.name, "Chủ tịch UBND tỉnh Thanh Giang", "Chủ tịch", "UBND tỉnh Thanh Giang", False, "2024-03-08",
            "thanh-giang-01", chair,
        ),
        Holding(
            page.name, "Bí thư Tỉnh ủy Thanh Giang", "Bí thư", "Tỉnh ủy Thanh Giang", False, "2024-09",
            "thanh-giang-02", party,
        ),
        Holding(
            page.name, "Chủ tịch UBND tỉnh Thanh Giang", "Chủ tịch", "UBND tỉnh Thanh Giang", True, "2024-09",
            "thanh-giang-02", "nguyên Chủ tịch UBND tỉnh",
        ),
    )  # fmt: skip
    assert page.commitments == page.tasks == page.gains == ()
    assert [one.words for one in page.stated] == [HOUSING, BUDGET, EXPECTATION]
    assert [one.words for one in page.refusals] == ["Ông Thuấn chưa cam kết thời hạn giải phóng mặt bằng"]
    assert [(one.cue, one.words, one.on) for one in page.statements] == [("cho biết", HOUSING, "2024-03-07")]
    assert [(one.kind, one.on) for one in page.events] == [("WorkingSession", "2024-03-07")]
    assert page.mentions[1] == Mention(
        "thanh-giang-02",
        "2024-09",
        "Công an Thanh Giang giữ vững trật tự",
        1,
        "… Công an tỉnh sẽ giữ vững trật tự. Bí thư Tỉnh ủy Thanh Giang Lê Văn Thuấn, nguyên Chủ tịch UBND tỉnh, mong"
        " Công an tỉnh quan tâm công …",
    )


def test_a_body_s_and_a_place_s_page(thanh_giang: Dataset) -> None:
    police = entity_page(thanh_giang, lookup.find_one(thanh_giang, "cong an tinh thanh giang"))
    assert (police.classes, police.within, police.jurisdiction) == (("PoliceBody",), ("Bộ Công an",), ("Thanh Giang",))
    assert [one.who for one in police.posts] == ["Đỗ Thị Hiền"]
    assert [one.words for one in police.commitments] == [ORDER]
    assert [one.words for one in police.tasks] == [EXPECTATION]
    place = entity_page(thanh_giang, lookup.find_one(thanh_giang, "tỉnh Thanh Giang"))
    assert [str(one.figures[0]) for one in place.observations] == ["55.600 tỷ VND"]
    assert [one.words for one in place.commitments] == [BUDGET]
    workers = entity_page(thanh_giang, lookup.find_one(thanh_giang, "công nhân"))
    assert (workers.kind, [one.words for one in workers.gains]) == ("group", [HOUSING])


def test_the_ledger(thanh_giang: Dataset) -> None:
    (found,) = abstentions(thanh_giang)
    assert (found.reason, found.reason_vi, found.cue) == ("NoActor", "không rõ ai làm", "cam kết")
    assert found.words == "Sẽ có thêm nhiều cam kết trong thời gian tới."
    assert by_reason([found, found, dataclasses.replace(found, reason="Hedged")]) == {"NoActor": 2, "Hedged": 1}
    assert abstentions(thanh_giang, reason="Hedged") == abstentions(thanh_giang, article="thanh-giang-02") == []
    with pytest.raises(UsageError, match="'Lazy': use NoActor"):
        abstentions(thanh_giang, reason="Lazy")


def test_statistics(thanh_giang: Dataset) -> None:
    counted = statistics(thanh_giang)
    assert counted.things == {"articles": 2, "people": 4, "bodies": 5, "places": 1, "groups": 2, "posts": 4}
    assert counted.mentioned == {"people": 4, "bodies": 4, "places": 1}
    assert counted.facts["statements"] == 3
    assert sum(counted.quads.values()) == len(thanh_giang.store)
    assert counted.quads["articles"] > counted.quads["entities"] > counted.quads["reference"] > 0


def test_only_rows_are_rows(thanh_giang: Dataset) -> None:
    with pytest.raises(QueryError, match="gives no rows"):
        select(thanh_giang, "ASK { ?s ?p ?o }")


@pytest.mark.parametrize(
    ("figure", "shown"),
    [
        (Figure("GRDP", ">=", "8.5", None, "%", "increase", "2025"), "≥ +8,5 %"),
        (Figure("chi phí", "<", "1500000", None, "VND", "decrease", None), "< −1,5 triệu VND"),
        (Figure("hộ nghèo", "=", "0", None, "hộ", "level", None), "0 hộ"),
        (Figure("biên chế", "..", "1000", "1200", "người", "level", None), "1.000–1.200 người"),
        (Figure("vốn", "~", "2300000000", None, "USD", None, None), "≈ 2,3 tỷ USD"),
        (Figure("hệ số", "=", "3", None, "", None, None), "3"),
    ],
)
def test_figures_as_vietnamese_readers_write_them(figure: Figure, shown: str) -> None:
    assert str(figure) == shown


def test_figures_for_programs() -> None:
    assert Figure("vốn", ">", "60000000000000", None, "VND", "level", None).plain() == "> 60000000000000 VND"
    assert Figure("GRDP", "..", "8.5", "9", "%", "increase", None).plain() == ".. 8.5 9 % (increase)"


@given(st.decimals(min_value=0, max_value=10**15, places=3, allow_nan=False))
def test_a_written_number_keeps_its_value(number: Decimal) -> None:
    shown = figures.written(str(number))
    digits, _, word = shown.partition(" ")
    size = {"tỷ": 10**9, "triệu": 10**6, "": 1}[word]
    assert Decimal(digits.replace(".", "").replace(",", ".")) * size == number
