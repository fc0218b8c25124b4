"""The slots of an undertaking that its clause fills: condition, beneficiary, deadline, measures."""

from functools import cache

from camket.graph.edtf import first_day, last_day
from camket.graph.extraction.measures.measures import measures_in
from camket.graph.extraction.reading import DateMention, QuantityMention, Reading
from camket.graph.extraction.text.cue_words import given
from camket.graph.extraction.text.cues import WordTable, words
from camket.graph.extraction.text.subjects import PhraseIndex
from camket.graph.extraction.values.dates import due_in
from camket.graph.facts import Measure, Span

_MONTH = len("2026-06")
_LEADING = frozenset({"từ", "lên", "xuống", "ở mức"})
"""What may stand between the year a goal is set for and its value."""


def condition_in(reading: Reading, clause: Span) -> str | None:
    """The words that make the clause conditional, from "nếu" to the comma or the end; None where there are none.

    What stands before the clause's comma is its condition too where it has "khi", "nào" or the like.
    """
    covered = reading.tokens(clause)
    comma = next((token for token in covered if reading.norms[token] == ","), covered[0])
    if any(given().at(reading.norms, token) for token in range(covered[0], comma)):
        return reading.slice(reading.span(covered[0], comma))
    for token in covered:
        found = conditions().at(reading.norms, token)
        if found:
            last = next((i for i in range(token, covered[-1] + 1) if reading.norms[i] in {",", ";"}), covered[-1] + 1)
            return reading.slice(reading.span(token, last))
    return None


def beneficiary_in(reading: Reading, index: PhraseIndex, clause: Span, actors: tuple[str, ...]) -> tuple[str, ...]:
    """The one named right after "cho", "giúp" or "hỗ trợ" in the clause, unless he is the actor himself."""
    for token in reading.tokens(clause):
        found = beneficiary_words().at(reading.norms, token)
        phrase = index.begin.get(token + found[0]) if found else None
        if phrase and phrase.span.end <= clause.end and phrase.entity not in actors:
            return (phrase.entity,)
    return ()


def deadline_in(reading: Reading, clause: Span, *, goal: bool) -> DateMention | None:
    """When the clause says it is due, None where it does not; a goal's passage may say it for all its goals."""
    date = (_beside_number(reading, clause) if goal else None) or due_in(reading, clause, framed=goal)
    condition = condition_in(reading, clause)
    if date and condition and reading.slice(date.span) in condition:
        return None  # "Nếu hết quý I công ty chưa xong, huyện sẽ ..."
    return date


def _beside_number(reading: Reading, clause: Span) -> DateMention | None:
    """The date of a goal's clause right at a number: "tăng 8% năm 2026", "chỉ tiêu GRDP năm 2026 từ 8% lên 9%".

    Behind a number it has to be the clause's only one.
    """
    dates = reading.dates_in(clause)
    amounts = [q for q in reading.quantities_in(clause) if q.unit != "lần"]
    leading = [d for d in dates if any(_text_between(reading, d, q) in _LEADING for q in amounts)]
    if len(leading) != 1 and (len(dates) != 1 or due_in(reading, clause) is not None):
        return None
    published, date = reading.document.published, (leading or dates)[0]
    beside = bool(leading) or any(0 <= date.span.start - q.span.end <= 1 for q in amounts)
    ahead = published is None or last_day(date.edtf) >= first_day(published)
    return date if beside and ahead else None


def _text_between(reading: Reading, date: DateMention, quantity: QuantityMention) -> str | None:
    """The words from a date to a number behind it, None where it stands before it."""
    between = reading.text[date.span.end : quantity.span.start]
    return between.strip() if quantity.span.start > date.span.end else None


def numbers_in(reading: Reading, clause: Span, due: str | None) -> tuple[Measure, ...]:
    """The clause's measures; the time of a number that has none of its own is the deadline, by month if it is a day."""
    return measures_in(reading, clause, default_period=_by_month(due))


def _by_month(due: str | None) -> str | None:
    if due is None:
        return None
    return "/".join(point[:_MONTH] for point in due.split("/"))


@cache
def conditions() -> WordTable[bool]:
    """The words that open a condition."""
    return words("undertakings", "conditions")


@cache
def beneficiary_words() -> WordTable[bool]:
    """The words before the one who gains."""
    return words("undertakings", "beneficiary")
