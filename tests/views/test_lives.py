"""What became of promises, as records."""

from datetime import date

import pytest

from camket.graph.errors import UsageError
from camket.graph.store import Dataset
from camket.graph.views.lives import Life, Watch, followed, lives
from camket.graph.views.undertakings import Choice, undertakings

TODAY = date(2025, 12, 1)


def told(found: list[Life]) -> list[tuple[str, str, str | None]]:
    """Article and kind of each, its status, and the article of the latest step."""
    return [(_name(life), life.status.value, life.latest.article if life.latest else None) for life in found]


def _name(life: Life) -> str:
    return f"{life.undertaking.article} {life.undertaking.words[:12]}"


def watched(dataset: Dataset, **wishes: object) -> list[tuple[str, str, str | None]]:
    return told(lives(dataset, Choice(), Watch(**wishes), TODAY))  # type: ignore[arg-type]


def test_today(dong_khe: Dataset) -> None:
    assert watched(dong_khe) == [
        ("dk-01 tỉnh cam kết", "moved", "dk-02"),
        ("dk-01 năm 2024, tỉ", "missed", "dk-03"),
        ("dk-01 Sở sẽ quan t", "open", None),
        ("dk-02 tỉnh sẽ xây ", "kept", "dk-03"),
        ("dk-02 tỉnh vẫn phấ", "missed", "dk-03"),  # it restates what was missed
        ("dk-04 Sở sẽ mở phò", "overdue", None),
        ("dk-04 Sở hứa tuyển", "refused", "dk-05"),
    ]


def test_on_a_day_only_what_was_published_by_then_is_known(dong_khe: Dataset) -> None:
    assert watched(dong_khe, on="2024-03") == [
        ("dk-01 tỉnh cam kết", "open", None),
        ("dk-01 năm 2024, tỉ", "open", None),
        ("dk-01 Sở sẽ quan t", "open", None),
    ]
    assert watched(dong_khe, on="2025-01-05")[:2] == [
        ("dk-01 tỉnh cam kết", "moved", "dk-02"),
        ("dk-01 năm 2024, tỉ", "overdue", "dk-02"),  # its last telling
    ]


def test_narrowed(dong_khe: Dataset) -> None:
    assert watched(dong_khe, statuses=("overdue", "refused")) == [
        ("dk-04 Sở sẽ mở phò", "overdue", None),
        ("dk-04 Sở hứa tuyển", "refused", "dk-05"),
    ]
    assert [row[0][:5] for row in watched(dong_khe, since="2025")] == ["dk-01", "dk-02", "dk-02", "dk-04", "dk-04"]
    assert watched(dong_khe, since="2025-02-28")[0] == (
        "dk-04 Sở sẽ mở phò",
        "overdue",
        None,
    )  # 2025-02 may be its last day
    assert watched(dong_khe, since="2025-03") == [("dk-04 Sở hứa tuyển", "refused", "dk-05")]


def test_without_a_day_nothing_is_overdue(dong_khe: Dataset) -> None:
    found = followed(dong_khe, undertakings(dong_khe), None)
    assert "overdue" not in {life.status.value for life in found}
    assert [step.step for step in found[1].steps] == ["restated", "missed"]


@pytest.mark.parametrize("watch", [Watch(("broken",)), Watch(since="now"), Watch(on="1/6/2025")])
def test_a_watch_that_cannot_be(dong_khe: Dataset, watch: Watch) -> None:
    with pytest.raises(UsageError, match=r"no status is called 'broken': use kept, partly-kept|is no date: write 2025"):
        lives(dong_khe, Choice(), watch, TODAY)
