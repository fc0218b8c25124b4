import io
from itertools import chain

import pyoxigraph

from camket.graph.export.nquads import write_nquads
from camket.graph.export.selection import BLACK, Selection
from camket.graph.store import Dataset
from camket.ontology.namespaces import PREFIXES

OA_EXACT = pyoxigraph.NamedNode(PREFIXES["oa"] + "exact")


def value(term: pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Literal | pyoxigraph.Triple) -> str:
    assert isinstance(term, pyoxigraph.NamedNode | pyoxigraph.Literal)
    return term.value


def written(dataset: Dataset, *, with_text: bool = False, all_people: bool = False) -> str:
    out = io.BytesIO()
    write_nquads(Selection(dataset, with_text=with_text, all_people=all_people).quads(), out, dataset.base)
    return out.getvalue().decode()


def test_with_everything_asked_for_nothing_is_left_out(dataset: Dataset) -> None:
    selection = Selection(dataset, with_text=True, all_people=True)
    assert set(selection.quads()) == set(dataset.quads())
    assert set(selection.left_out.values()) == {0}


def test_texts_stay_unless_asked_for(dataset: Dataset, text: str) -> None:
    selection = Selection(dataset, all_people=True)
    left_out = set(dataset.quads()) - set(selection.quads())
    assert [value(quad.object) for quad in left_out] == [text]
    assert selection.left_out == {"texts": 1, "private people": 0, "blackened quotes": 0}


def test_of_private_people_neither_name_nor_mention_nor_quote_remains(dataset: Dataset) -> None:
    everything, shown = written(dataset, all_people=True), written(dataset)
    for trace in (
        "Lưu Văn Tằm",
        "Tằm",
        "Lưu_Văn_Tằm",
        "#person=",
        "#observation=",
        "350",
        "đền bù cho Lưu",
        "Tiền_đền_bù",
    ):
        assert trace in everything
        assert trace not in shown
    assert f"Vân Hải đền bù cho {BLACK * 3} {BLACK * 3} {BLACK * 3}" in shown  # the headline


def test_blackened_quotes_keep_their_length(dataset: Dataset, text: str) -> None:
    shown = Selection(dataset).dataset().store
    for quad in shown.quads_for_pattern(None, OA_EXACT, None, None):
        start, end = (int(offset) for offset in value(quad.subject).partition("=")[2].split(","))
        original = text[start:end]
        assert len(value(quad.object)) == len(original)
        assert all(ours in (BLACK, theirs) for ours, theirs in zip(value(quad.object), original, strict=True))


def test_a_mention_without_a_capital_letter_names_nobody_and_is_not_blackened(dataset: Dataset) -> None:
    assert '"hộ dân bị thu hồi đất"@vi' in written(dataset)


def test_what_is_about_others_too_stays(dataset: Dataset) -> None:
    shown = written(dataset)
    for fact in ("#event=", "#post=", "#rank=", "#statement=", "#pledge=", "#refusal=", "#abstention=", "#group="):
        assert fact in shown


def test_reference_data_stays_whole(dataset: Dataset) -> None:
    reference = pyoxigraph.NamedNode(f"{dataset.base}graph/reference")
    shown = Selection(dataset).dataset().store  # the observation left out alone has the comparator "<"
    assert set(shown.quads_for_pattern(None, None, None, reference)) == set(
        dataset.store.quads_for_pattern(None, None, None, reference)
    )


def test_no_shown_reference_leads_to_what_is_hidden(dataset: Dataset) -> None:
    everything = {quad.subject for quad in dataset.quads()}
    shown = list(Selection(dataset).quads())
    hidden = everything - {quad.subject for quad in shown}
    assert hidden
    assert not hidden & set(chain.from_iterable((quad.subject, quad.object) for quad in shown))
