"""No id stands for two articles, whatever the order they come in."""

from dataclasses import replace
from itertools import permutations

import pytest

from camket.graph.documents import duplicates
from camket.graph.documents.document import Document
from camket.graph.documents.duplicates import refuse_duplicates

FIRST = Document("a", "Huyện hứa làm đường.", "00", source="1.txt")
OTHER = replace(FIRST, text="Huyện chưa hứa gì.", sha256="01", source="2.txt")
AGAIN = replace(FIRST, source="3.txt")
ALONE = Document("b", "Xã cũng hứa.", "02", source="4.txt")


def gathered(*documents: Document) -> tuple[list[Document], list[str], list[str]]:
    """What is kept of `documents`, the errors and the notes."""
    errors: list[str] = []
    notes: list[str] = []
    with refuse_duplicates(documents, on_error=lambda e: errors.append(str(e)), on_note=notes.append) as kept:
        assert len(kept) == len(list(kept))
        return list(kept), errors, notes


def test_two_texts_under_one_id_are_both_refused() -> None:
    reason = "the id 'a' stands for two different articles, both refused: give each its own"
    assert gathered(FIRST, ALONE, OTHER) == ([ALONE], [f"1.txt: {reason}", f"2.txt: {reason}"], [])


def test_the_same_article_twice_is_kept_once() -> None:
    note = "3.txt: the same article as in 1.txt, kept once (id 'a')"
    assert gathered(FIRST, ALONE, AGAIN) == ([FIRST, ALONE], [], [note])


def test_what_is_kept_does_not_depend_on_the_order() -> None:
    kept = {tuple(gathered(*order)[0]) for order in permutations([FIRST, OTHER, AGAIN, ALONE])}
    assert kept == {(ALONE,)}


@pytest.mark.parametrize("change", [{"title": "Hứa"}, {"published": "2024-03"}, {"publisher": "Tin"}, {"sha256": "01"}])
def test_the_same_text_with_different_facts_about_it_is_refused_too(change: dict[str, str]) -> None:
    kept, errors, _ = gathered(FIRST, replace(AGAIN, **change))
    assert (kept, len(errors)) == ([], 2)


def test_many_articles_go_through_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(duplicates, "MAX_IN_MEMORY", 1000)
    articles = [replace(ALONE, id=f"b{number}", text=f"Xã {number} hứa.") for number in range(200)]
    assert gathered(*articles, FIRST) == ([*articles, FIRST], [], [])
