"""Facts survive being stored, whatever they are; equal ones are stored equal."""

import re
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from camket.graph import facts_json
from camket.graph.facts import ArticleFacts, Comparator, Measure, Observation, Span

TEXT = st.text(st.characters(codec="utf-8"), max_size=5)
st.register_type_strategy(str, TEXT)
st.register_type_strategy(Decimal, st.decimals(allow_nan=False, allow_infinity=False))


@settings(max_examples=60)
@given(st.from_type(ArticleFacts))
def test_what_is_written_is_read_back(facts: ArticleFacts) -> None:
    line = facts_json.dump(facts)
    assert "\n" not in line
    assert facts_json.load(line) == facts
    assert facts_json.dump(facts_json.load(line)) == line


def test_numbers_keep_their_digits_and_defaults_are_left_out() -> None:
    measure = Measure(indicator="GRDP", comparator=Comparator.AT_LEAST, value=Decimal("10.50"), unit="%")
    facts = ArticleFacts(observations=(Observation(evidence=Span(1, 9), of=("e0",), measures=(measure,)),))
    assert re.sub(r"\s", "", facts_json.dump(facts)) == (
        '{"observations":[{"evidence":[1,9],"of":["e0"],'
        '"measures":[{"indicator":"GRDP","comparator":">=","value":"10.50","unit":"%"}]}]}'
    )
