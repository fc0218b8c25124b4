"""How an undertaking takes up an earlier one: once more, unchanged, moved to another day, raised or lowered."""

from dataclasses import dataclass, replace
from functools import cache
from itertools import zip_longest

from camket.graph.extraction.measures.yardsticks import is_duration
from camket.graph.extraction.reading import DateMention, QuantityMention, Reading
from camket.graph.extraction.text.cue_words import begins_action, term_words
from camket.graph.extraction.text.cues import WordTable, lexicon, words
from camket.graph.facts import Measure, Span, Turn, UndertakingKind

MAX_LEAD = 6
"""Tokens before the clause in which "một lần nữa cam kết" is looked for."""
MAX_BETWEEN = 3
"""Tokens between "thay vì" and what held before, at most ("thay vì | trước tháng | 6")."""
_COMMITTED = frozenset({UndertakingKind.PLEDGE, UndertakingKind.GOAL})
_OWN = (
    ("kept", Turn.KEPT),
    ("holding", Turn.KEPT),
    ("moved", Turn.MOVED),
    ("raised", Turn.RAISED),
    ("lowered", Turn.LOWERED),
    ("again", Turn.AGAIN),
    ("on", Turn.AGAIN),
)
_OTHERS = (("again", Turn.AGAIN),)
_LEADING = (("kept", Turn.KEPT), ("again", Turn.AGAIN))
_NOT = frozenset({"không", "chưa", "đừng", "chẳng"})


@dataclass(frozen=True, slots=True)
class Turned:
    """What an undertaking's words say of an earlier one; context: where outside the clause that stands."""

    turn: Turn | None = None
    former_due: str | None = None
    former_measures: tuple[Measure, ...] = ()
    context: tuple[Span, ...] = ()


def turned(
    reading: Reading, kind: UndertakingKind, evidence: Span, due: str | None, measures: tuple[Measure, ...]
) -> Turned:
    """How the undertaking in `evidence` takes up an earlier one; nothing where its words do not say.

    What somebody is told or hoped to move or raise is his, and not what he is told: there only "again" counts.
    """
    committed = kind in _COMMITTED
    turn = _worded(reading, evidence, _OWN if committed else _OTHERS) or _led_by(reading, evidence)
    if not committed:
        return Turned(turn)
    stretch = _with_instead(reading, evidence)
    date = _former_date(reading, stretch, due)
    value = _former_value(reading, stretch, measures)
    if value is not None and turn in {None, Turn.MOVED}:
        turn = _compared(*value)
    if turn is None and date is not None:
        turn = Turn.MOVED
    former = (_as_former(*value),) if value else ()
    outside = (date.span,) if date and date.span.end > evidence.end else ()
    return Turned(turn, date.edtf if date else None, former, outside)


def _with_instead(reading: Reading, evidence: Span) -> Span:
    """The clause with the aside on what held before that follows it (", thay vì cuối năm 2026")."""
    first = reading.token_at(evidence.end - 1) + 1
    sentence = reading.sentences[reading.sentence_of(evidence.start)]
    covered = reading.tokens(Span(evidence.end, sentence.end)) if evidence.end < sentence.end else range(0)
    token = first + 1 if reading.norms[first : first + 1] == [","] else first
    if token not in covered or _instead().at(reading.norms, token) is None:
        return evidence
    stop = (i for i in covered if i > token and reading.words[i] in {";", ",", "."})
    return Span(evidence.start, reading.ends[next(stop, covered[-1] + 1) - 1])


def _worded(reading: Reading, stretch: Span, tables: tuple[tuple[str, Turn], ...]) -> Turn | None:
    """What the first word for it says that nothing negates."""
    norms = reading.norms
    for token in reading.tokens(stretch):
        found = [(key, hit[0], turn) for key, turn in tables if (hit := _turns(key).at(norms, token))]
        hits = [(n, turn) for key, n, turn in found if key != "on" or begins_action(norms, token + n, len(norms))]
        if hits and norms[token - 1] not in _NOT:
            return max(hits, key=lambda hit: hit[0])[1]
    return None


def _led_by(reading: Reading, evidence: Span) -> Turn | None:
    """What the few words before the clause say: "một lần nữa cam kết | xây trạm xá"."""
    first = reading.tokens(evidence)[0]
    begun = reading.token_at(reading.sentences[reading.sentence_of(evidence.start)].start)
    lead = range(max(begun, first - MAX_LEAD), first)
    return _worded(reading, reading.span(lead.start, lead.stop), _LEADING) if lead else None


def _former_date(reading: Reading, stretch: Span, due: str | None) -> DateMention | None:
    """The day it was due before: after "thay vì", or after "từ" and before "sang" with the new one."""
    if due is None:
        return None
    dates = reading.dates_in(stretch)
    for date, following in zip_longest(dates, dates[1:]):
        if date.edtf == due:
            continue
        first = reading.tokens(date.span)[0]
        moved = following is not None and following.edtf == due and _from(reading, first)
        if _after_instead(reading, first) or (moved and following and _leads(reading, date.span, following.span)):
            return date
    return None


def _former_value(
    reading: Reading, stretch: Span, measures: tuple[Measure, ...]
) -> tuple[QuantityMention, Measure] | None:
    """The value set before, with the measure that replaces it, of the same unit."""
    quantities = reading.quantities_in(stretch)
    for quantity, following in zip_longest(quantities, quantities[1:]):
        measure = next((m for m in measures if m.unit == quantity.unit and m.value != quantity.value), None)
        if measure is None or is_duration(quantity):
            continue  # "trong 20 ngày thay vì 45 ngày": how long it has always taken
        first = reading.tokens(quantity.span)[0]
        onward = following is not None and _from(reading, first) and _of_a_target(reading, stretch, first)
        if _after_instead(reading, first) or (onward and following and _leads(reading, quantity.span, following.span)):
            return quantity, measure
    return None


def _compared(former: QuantityMention, measure: Measure) -> Turn:
    return Turn.RAISED if measure.value > former.value else Turn.LOWERED


def _as_former(former: QuantityMention, measure: Measure) -> Measure:
    """The measure as it was set before; for which time that was, the words need not say."""
    return replace(measure, comparator=former.comparator, value=former.value, upper=former.upper, period=None)


def _after_instead(reading: Reading, token: int) -> bool:
    """Whether "thay vì" stands right before a token, but for a few words."""
    return any(_instead().ending(reading.norms, token - back) for back in range(1, MAX_BETWEEN + 1))


def _from(reading: Reading, token: int) -> bool:
    """Whether what begins at `token` is what something is moved or raised from."""
    return "từ" in reading.norms[max(0, token - 2) : token + 1]


def _leads(reading: Reading, before: Span, after: Span) -> bool:
    """Whether only "sang" or the like, and a word or two, stand between what held and what holds now."""
    between = reading.norms[reading.tokens(before)[-1] + 1 : reading.tokens(after)[0] + 1]
    return len(between) <= MAX_BETWEEN + 1 and any(word in _onward() for word in between)


def _of_a_target(reading: Reading, stretch: Span, token: int) -> bool:
    """Whether what was undertaken, and not what merely was, is told to change: "nâng mục tiêu từ 8% lên 10%"."""
    return any(_targets().at(reading.norms, i) for i in range(reading.tokens(stretch)[0], token))


@cache
def _turns(key: str) -> WordTable[bool]:
    """The words for a turn, those that move or keep a term among them."""
    listed = lexicon("undertakings")["turns"][key]
    built = term_words(key) if key in {"moved", "kept"} else ()
    return WordTable((entry, True) for entry in (*listed, *built))


@cache
def _instead() -> WordTable[bool]:
    return words("undertakings", "turns", "instead")


@cache
def _targets() -> WordTable[bool]:
    return words("undertakings", "turns", "targets")


@cache
def _onward() -> frozenset[str]:
    return frozenset(lexicon("undertakings")["turns"]["onward"])
