"""Which parts promises name, and who makes promises that can be checked."""

import pytest

from camket.graph.errors import UsageError
from camket.graph.store import Dataset
from camket.graph.views.audit import Actor, AuditedPromise, Ranked, audited, ranked, wilson
from camket.graph.views.measurability import Wording, is_checkable, is_measurable, named_parts
from camket.graph.views.undertakings import KINDS, Choice
from camket.ontology.namespaces import BASE

UBND, HEALTH, PROVINCE = (
    f"{BASE}{name}" for name in ("body/UBND_tỉnh_Đồng_Khê", "body/Sở_Y_tế_Đồng_Khê", "place/Đồng_Khê")
)


def names(words: str, cue: str = "sẽ", units: tuple[str, ...] = (), due: str | None = None) -> set[str]:
    """What a promise of somebody with a name names."""
    return set(named_parts(Wording(words, cue, True, units, False, due))) - {"actor"}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("tỉnh sẽ khởi công cầu Khê Thượng", {"action"}),
        ("tỉnh sẽ quan tâm người cao tuổi", set()),
        ("tỉnh sẽ tiếp tục nỗ lực hết sức mình", {"action"}),  # "mình" is read as what is done: in doubt it is named
        ("tỉnh sẽ tiếp tục nỗ lực hết sức", set()),
        ("tỉnh sẽ nỗ lực hoàn thành cầu Khê Thượng", {"action"}),
        ("tỉnh sẽ chủ động, tích cực phối hợp với các sở", set()),
        ("việc thẩm định sẽ được Sở làm xong", {"action"}),
        ("kiến nghị sẽ được trả lời trong vòng 10 ngày làm việc", {"action", "deadline"}),
    ],
)
def test_an_action_is_more_than_willingness(words: str, expected: set[str]) -> None:
    assert names(words) == expected


@pytest.mark.parametrize(
    ("words", "is_named"),
    [
        ("huyện phấn đấu giảm 30% số vụ cháy so với năm trước", True),
        ("công ty sẽ nâng tỷ lệ nguyên liệu tự có từ 55% lên 70%", True),
        ("số đội thuế sẽ giảm từ 15 xuống còn 10", True),
        ("hội phấn đấu có 40 câu lạc bộ, gấp đôi hiện nay", True),
        ("sản lượng phấn đấu đạt 28 triệu tấn, gấp hơn 2 lần năm 2024", True),
        ("kinh phí phấn đấu không thấp hơn năm 2018, là 3 tỷ đồng", True),
        ("tỉnh phấn đấu thu ngân sách vượt 5% dự toán", True),
        ("tỉnh phấn đấu GRDP tăng 10%", False),
        ("tỉnh phấn đấu tăng trưởng từ 10% trở lên", False),
        ("tỉnh phấn đấu làm từ 5 đến 10 km đường", False),
        ("tỉnh phấn đấu xong 3 km từ ngày 1/1 đến 30/6", False),
        ("tỉnh phấn đấu nâng tỷ lệ lên 95%", False),
    ],
)
def test_a_baseline_is_what_the_number_is_compared_with(words: str, is_named: bool) -> None:
    assert ("baseline" in names(words, "phấn đấu", units=("%",))) is is_named


def test_without_a_number_there_is_no_baseline() -> None:
    assert names("tỉnh sẽ làm tốt hơn so với năm trước") == set()


def test_checkable_and_measurable() -> None:
    assert is_checkable({"actor", "action", "deadline"})
    assert not is_checkable({"action", "number", "unit", "deadline"})
    whole = {"actor", "action", "number", "unit", "deadline"}
    assert is_measurable(whole, changes=False)
    assert not is_measurable(whole, changes=True)
    assert is_measurable({*whole, "baseline"}, changes=True)


def test_a_promise_told_twice_stands_once_with_what_either_names(dong_khe: Dataset) -> None:
    found = audited(dong_khe, Choice(by=[PROVINCE]))
    assert found == [
        AuditedPromise(
            iri=f"{BASE}article/dk-01#goal=138,198",
            kind="goal",
            who=(Actor("Đồng Khê", "place", PROVINCE),),
            words="năm 2024, tỉnh phấn đấu giảm 20% số hộ nghèo so với năm 2023",
            names=("actor", "action", "number", "baseline", "unit", "deadline"),
            lacks=(),
            checkable=True,
            measurable=True,
            due="2024",
            told=2,
            article="dk-01",
            published="2024-01-15",
        )
    ]


def test_the_ranking(dong_khe: Dataset) -> None:
    assert ranked(audited(dong_khe)) == [
        Ranked("UBND tỉnh Đồng Khê", "body", UBND, 2, 2, 2, 1.0, 0.342,
               {"actor": 2, "action": 2, "number": 2, "baseline": 0, "unit": 2, "deadline": 2}),
        Ranked("Đồng Khê", "place", PROVINCE, 1, 1, 1, 1.0, 0.207,
               {"actor": 1, "action": 1, "number": 1, "baseline": 1, "unit": 1, "deadline": 1}),
        Ranked("Sở Y tế Đồng Khê", "body", HEALTH, 3, 1, 0, 0.333, 0.061,
               {"actor": 3, "action": 2, "number": 1, "baseline": 0, "unit": 1, "deadline": 1}),
    ]  # fmt: skip


def test_the_ranking_narrowed(dong_khe: Dataset) -> None:
    everything = audited(dong_khe, Choice(kinds=tuple(KINDS)))
    assert [(one.name, one.promises) for one in ranked(everything, ["places"])] == [("Đồng Khê", 1)]
    assert [(one.name, one.promises) for one in ranked(everything, only=[HEALTH])] == [("Sở Y tế Đồng Khê", 4)]
    with pytest.raises(UsageError, match="nobody is ranked as 'ministries': use bodies, people, places, posts"):
        ranked(everything, ["ministries"])


def test_few_promises_weigh_little() -> None:
    assert wilson(0, 0) == 0
    assert wilson(1, 1) < wilson(5, 6) < wilson(50, 60)
    assert wilson(0, 9) == 0
    assert round(wilson(9, 10), 4) == 0.5958  # a value from the tables
