"""The judgement file: read back as written, every bad line told, contradictions named with their lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camket.graph.errors import JudgementError
from camket.graph.identity.judgements import (
    HEADER,
    Anchor,
    Judgement,
    Verdict,
    appended,
    contradicting_facts,
    contradictions,
    read,
    without_line,
)

_WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1).map(
    lambda t: " ".join(t.split())
)
_ANCHORS = st.builds(Anchor, _WORDS.filter(bool), _WORDS.filter(bool), st.none() | st.integers(0, 10**6))
_PAIRS = st.builds(
    Judgement,
    st.sampled_from([Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE]),
    st.sampled_from(["person", "body", "place"]),
    st.tuples(_ANCHORS, _ANCHORS),
    because=_WORDS,
    by=_WORDS,
)
_FACTS = st.builds(
    Judgement,
    st.sampled_from([Verdict.REJECT, Verdict.CONFIRM]),
    fact=st.integers(0, 99).map(lambda n: f"article/a#pledge={n},{n + 1}"),
    because=_WORDS.filter(bool),
    by=_WORDS,
)


@given(st.lists(_PAIRS | _FACTS))
def test_what_is_written_is_read_back(judgements: list[Judgement]) -> None:
    text = appended("", judgements)
    assert text.startswith(HEADER)
    assert read(text, "file") == judgements
    assert [judgement.number for judgement in read(text, "file")] == [
        HEADER.count("\n") + 1 + n for n in range(len(judgements))
    ]


def test_one_line_is_taken_out_and_the_rest_stays() -> None:
    text = "# mine\n\nconfirm article/a#goal=1,2\nconfirm article/b#goal=1,2"
    assert without_line(text, 3) == "# mine\n\nconfirm article/b#goal=1,2"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("<<<<<<< HEAD", "file line 2: '<<<<<<<' is no verdict: write same, different, unsure, reject, confirm"),
        ('same person "A" in a', "file line 2: it breaks off before 'and'"),
        ('same ship "A" in a and "B" in b', "file line 2: 'ship' is neither person, body nor place"),
        ('same person "A in a', "file line 2: a quotation mark is never closed"),
        ('same person "A" in a at home and "B" in b', "file line 2: at 'home': write a number of characters"),
        ('same person "A" in a and "B" in b so', "file line 2: 'so' is one word too many"),
        ("reject article/a#pledge=1,2", 'file line 2: a rejection says why: because "..."'),
    ],
)
def test_a_bad_line_is_told_by_its_number(line: str, told: str) -> None:
    with pytest.raises(JudgementError) as raised:
        read(f"# a comment\n{line}\n", "file")
    assert str(raised.value).startswith(told)


def test_contradictions_name_the_lines() -> None:
    lines = [
        'same person "A" in a and "B" in b',
        'same person "B" in b and "C" in c',
        'same person "X" in x and "C" in c',
        'different person "A" in a and "C" in c',
        'different person "A" in a and "Y" in y',
    ]
    found = read("\n".join(lines), "file")
    assert list(contradictions((judgement, *judgement.pair) for judgement in found if judgement.pair)) == [
        f"line 4 ({lines[3]}) contradicts line 1 ({lines[0]}) and line 2 ({lines[1]})"
    ]


def test_a_fact_is_not_both_rejected_and_confirmed() -> None:
    found = read('confirm https://x/article/a#goal=1,2\nreject article/a#goal=1,2 because "no"\n', "file")
    assert list(contradicting_facts(found)) == [
        'line 1 (confirm https://x/article/a#goal=1,2) contradicts line 2 (reject article/a#goal=1,2 because "no")'
    ]
