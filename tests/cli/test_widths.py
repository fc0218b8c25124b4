"""Tables fit their room and break between words."""

from hypothesis import given
from hypothesis import strategies as st

from camket.cli.widths import column_widths


def test_what_fits_stays() -> None:
    assert column_widths(["who", "what"], [["Bộ Công an", "tăng 1.000 biên chế"]], 80) == [10, 19]


def test_running_text_gives_way_last() -> None:
    rows = [["một hai ba bốn năm sáu bảy tám chín mười"] * 2]
    who, what = column_widths(["who", "what"], rows, 50, "what")
    assert who + what == 50
    assert who < what


def test_no_word_is_broken_while_another_column_has_spaces() -> None:
    widths = column_widths(["day", "words"], [["2025-06-30", "a b c d e f g h i j k l m n o p"]], 16)
    assert widths == [10, 6]


@given(st.lists(st.lists(st.text("ab ", max_size=60), min_size=3, max_size=3), max_size=4), st.integers(3, 120))
def test_widths_fit_the_room(rows: list[list[str]], room: int) -> None:
    widths = column_widths(["a", "b", "c"], rows, room)
    assert sum(widths) <= room
    assert min(widths) >= 1
