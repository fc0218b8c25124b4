"""How much of something was done, and when: the numbers and the date of an assessment's clause."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from camket.graph.edtf import first_day, last_day
from camket.graph.extraction.measures.measures import measured_in
from camket.graph.extraction.reading import DateMention, QuantityMention, Reading
from camket.graph.extraction.text.cues import WordTable, lexicon, one_of, words
from camket.graph.extraction.values.dates import is_adverbial, is_now
from camket.graph.facts import Comparator, Measure, Outcome, Span

WHOLE = "tổng số"
"""The indicator of the whole that a part is of: "35,7 trong tổng số 41,5 km" has the measures 35,7 km and 41,5 km."""
NEAR = 5
"""Tokens behind a verb within which its number must stand."""
_HUNDRED = Decimal(100)
_NUMBER = r"\d{1,3}(?:\.\d{3})+|\d+(?:,\d+)?"
_OPENING = ("trong", "trong số", "trong tổng số", "với", "trên tổng số")
_AS_OF = ("đến", "hết", "tới")


@dataclass(frozen=True, slots=True)
class Part:
    """That what was done is less than the whole; `done`, `whole` and `unit` are told where it is no mere share."""

    done: Decimal | None = None
    whole: Decimal | None = None
    unit: str = ""


def part_of(reading: Reading, verb_end: int, last: int) -> Part | None:
    """A share, or a part of a whole that is told, that stands right behind a verb; None where it is not less."""
    if verb_end >= last:
        return None
    fraction = _fraction(reading, verb_end, last)
    if fraction is not None:
        return None if _is_played(fraction.unit) else fraction
    ahead = reading.quantities_in(reading.span(verb_end, last))
    if not ahead or reading.token_at(ahead[0].span.start) - verb_end > NEAR:
        return None
    first = ahead[0]
    if any(_is_played(other.unit) for other in ahead[:2]):
        return None
    if first.unit == "%":
        return Part() if first.value < _HUNDRED and _of_something(reading, first, last) else None
    if len(ahead) > 1 and _joins(reading, first, ahead[1]) and first.value < ahead[1].value:
        return Part(first.value, ahead[1].value, first.unit)
    whole = _short_of(reading, first, ahead[1:]) or _whole_before(reading, first) or _asked(reading, first, last)
    return Part(first.value, whole, first.unit) if whole else None


def _is_played(unit: str) -> bool:
    """Whether so many of a game or a poll are told: "2 trong 5 lượt chơi"."""
    return unit.partition(" ")[0] in lexicon("assessments")["partly"]["played"]


def share_of(reading: Reading, verb_end: int, last: int) -> Part | None:
    """A part told in words: "giữ lời | được một phần", "tiêm cho 9.300 em, | được một phần kế hoạch"."""
    for token in range(verb_end, last):
        near = token - verb_end <= 1 or reading.norms[token - 1] in {"được", "đạt", "bằng"}
        if near and _shares().at(reading.norms, token):
            return Part()
    return None


def measures_of(reading: Reading, clause: Span, part: Part | None) -> tuple[Measure, ...]:
    """The measures of an assessment's clause; the whole that a part is of stands behind them as `WHOLE`."""
    found = [measured.measure for measured in measured_in(reading, clause)]
    if part is None or part.done is None or part.whole is None:
        return tuple(found)
    if not any((m.value, m.unit) == (part.done, part.unit) for m in found):
        found.insert(0, _equal(part.unit, part.done, part.unit))
    own = [m for m in found if (m.value, m.unit) != (part.whole, part.unit)]
    return (*own, _equal(WHOLE, part.whole, part.unit))


def done_on(reading: Reading, clause: Span, outcome: Outcome) -> DateMention | None:
    """When it was done, or the day up to which so much of it was; None where the clause does not say."""
    sentence = reading.sentences[reading.sentence_of(clause.start)]
    dates = [d for d in reading.dates_in(Span(sentence.start, clause.end)) if _tells_when(reading, clause, sentence, d)]
    if outcome is not Outcome.DONE:
        within = [d for d in dates if d.period and d.span.start >= clause.start]  # "không được khởi công trong quý I"
        others = within if outcome is Outcome.NOT_DONE else dates
        dates = [d for d in dates if _as_of(reading, d)] or others
    return min(dates, key=lambda date: date.span.start < clause.start) if dates else None


def _tells_when(reading: Reading, clause: Span, sentence: Span, date: DateMention) -> bool:
    """Whether a date that is not to come says when: no deadline, and before the clause only the sentence's first."""
    published = reading.document.published
    if date.before or is_now(reading, date) or (published and first_day(date.edtf) > last_day(published)):
        return False
    if _late_or_early().at(reading.norms, reading.tokens(date.span)[-1]):
        return False  # "ba ngày trước | hạn"
    if date.span.start >= clause.start:
        return is_adverbial(reading, clause, date)
    lead = reading.text[sentence.start : date.span.start].split()
    between = reading.text[date.span.end : clause.start].strip()
    return len(lead) <= 2 and between in {"", ","}


def _as_of(reading: Reading, date: DateMention) -> bool:
    """Whether a date is the day up to which it was so: "đến hết 30/6"."""
    left = reading.text[max(0, date.span.start - 8) : date.span.end].lower().split()
    return any(word in _AS_OF for word in left[:3])


def _equal(indicator: str, value: Decimal, unit: str) -> Measure:
    return Measure(indicator=indicator, comparator=Comparator.EQUAL, value=value, unit=unit)


def _fraction(reading: Reading, verb_end: int, last: int) -> Part | None:
    """A part that is written with its whole: "27/31 điểm sạt lở", "31 trong số 45 bác sĩ"."""
    near = reading.span(verb_end, min(last, verb_end + NEAR + 2))
    match = _fractions().search(reading.text, near.start, near.end)
    if match is None or any(d.span.start <= match.start() < d.span.end for d in reading.dates):
        return None
    done, whole = (Decimal(number.replace(".", "").replace(",", ".")) for number in (match[1], match[2]))
    unit = next((q.unit for q in reading.quantities if q.span.start <= match.start() < q.span.end), match[3])
    return Part(done, whole, unit) if done < whole else None


def _short_of(reading: Reading, part: QuantityMention, ahead: Sequence[QuantityMention]) -> Decimal | None:
    """The whole of which a part is told to fall short: "412 căn, hụt 388 căn so với ..."."""
    for other in ahead:
        before = reading.token_at(other.span.start) - 1
        if other.unit == part.unit and before > 0 and _wanting().ending(reading.norms, before):
            return part.value + other.value
    return None


def _whole_before(reading: Reading, part: QuantityMention) -> Decimal | None:
    """The whole that opens the sentence: "Trong 800 căn được hứa giao, công ty chỉ kịp bàn giao | 412 căn"."""
    sentence = reading.sentences[reading.sentence_of(part.span.start)]
    told = reading.quantities_in(Span(sentence.start, part.span.start))
    opens = bool(told) and reading.text[sentence.start : told[0].span.start].lower().strip() in _OPENING
    return told[0].value if opens and told[0].unit == part.unit and told[0].value > part.value else None


def _asked(reading: Reading, part: QuantityMention, last: int) -> Decimal | None:
    """The number that was asked for, without a unit: "27 mũi trong khi yêu cầu là | 40"."""
    norms = reading.norms
    for token in range(reading.tokens(part.span)[-1] + 1, last - 1):
        found = _asking().at(norms, token)
        number = norms[token + found[0]] if found and token + found[0] < last else ""
        if number.isdigit() and Decimal(number) > part.value:
            return Decimal(number)
    return None


def _joins(reading: Reading, part: QuantityMention, whole: QuantityMention) -> bool:
    between = reading.text[part.span.end : whole.span.start].lower().split()
    joined = " ".join(between)
    return any(word in joined for word in lexicon("assessments")["partly"]["whole"])


def _of_something(reading: Reading, share: QuantityMention, last: int) -> bool:
    """Whether a share is told to be one of what was to be done: "60% kế hoạch"."""
    after = reading.tokens(share.span)[-1] + 1
    return any(_yardsticks().at(reading.norms, token) for token in range(after, min(last, after + NEAR)))


@cache
def _fractions() -> re.Pattern[str]:
    of = one_of(lexicon("assessments")["partly"]["whole"])
    return re.compile(rf"(?<![\d/.,])({_NUMBER})(?:\s?/\s?|\s{of}\s)({_NUMBER})\s([^\W\d_]+)")


@cache
def _asking() -> WordTable[bool]:
    return words("assessments", "partly", "asked")


@cache
def _wanting() -> WordTable[bool]:
    return words("assessments", "partly", "wanting")


@cache
def _shares() -> WordTable[bool]:
    return words("assessments", "partly", "shares")


@cache
def _yardsticks() -> WordTable[bool]:
    return words("assessments", "yardsticks")


@cache
def _late_or_early() -> WordTable[bool]:
    return WordTable((f"trước {word}", True) for word in ("hạn", "thời hạn", "kế hoạch", "tiến độ"))
