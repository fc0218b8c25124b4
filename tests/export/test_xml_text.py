from xml.etree import ElementTree
from xml.sax.saxutils import escape

from hypothesis import given
from hypothesis import strategies as st

from camket.graph.export.xml_text import xml_text


def test_only_what_xml_cannot_hold_is_left_out() -> None:
    assert xml_text("Tô\x0bLâm\x00 😀\ufffe\t<&>\n") == "TôLâm 😀\t<&>\n"


def test_line_ends_are_one() -> None:
    assert xml_text("a\r\nb\rc\nd") == "a\nb\nc\nd"


@given(st.text())
def test_a_parser_takes_it_and_gives_it_back(text: str) -> None:
    cleaned = xml_text(text)
    assert (ElementTree.fromstring(f"<a>{escape(cleaned)}</a>".encode()).text or "") == cleaned
    assert xml_text(cleaned) == cleaned
