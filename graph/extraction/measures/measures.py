"""The measures of a clause: each number with the noun phrase it measures, its change and the time it is tied to."""

import re
from dataclasses import dataclass
from functools import cache

from camket.graph.extraction.measures import indicators
from camket.graph.extraction.measures.changes import change_of
from camket.graph.extraction.measures.doubts import polished
from camket.graph.extraction.measures.referents import referent, refers
from camket.graph.extraction.measures.ties import date_of, is_anothers
from camket.graph.extraction.measures.yardsticks import SHARES, is_duration, is_yardstick
from camket.graph.extraction.reading import QuantityMention, Reading
from camket.graph.extraction.text.cues import lexicon, one_of
from camket.graph.extraction.values.chronology import whole_month
from camket.graph.facts import Change, Measure, Span

_GROWTH = re.compile(r"\A(?:tốc độ tăng trưởng|tốc độ tăng|tăng trưởng)\s+(?=\S)", re.IGNORECASE)
_ABOUT = re.compile(r"\s*(?:Về|Đối với|Riêng về)\s(?:vấn đề\s|việc\s)?((?:[^\W\d_]+\s?){1,5}),")
_EQUALS = re.compile(r"(?<!\w)(?:bằng|tương đương|tương ứng)(?:\svới)?\s+\Z")
_WORTH = "tổng trị giá"
_GROWS = "tăng trưởng"
_WITHIN = re.compile(r"(?:trong|tại|ở|trên|thuộc)\s", re.IGNORECASE)  # "của 800 lao động trong tập đoàn đạt ..."


@dataclass(frozen=True, slots=True)
class Measured:
    """A measure with the words it was taken from.

    carried: the indicator was named with an earlier number of the clause. named: it stands before the number, with a
    head noun of its own. dated: where the time stands that the clause ties it to.
    """

    quantity: QuantityMention
    measure: Measure
    before: Span
    carried: bool = False
    named: bool = False
    dated: Span | None = None


def measures_in(reading: Reading, clause: Span, *, default_period: str | None = None) -> tuple[Measure, ...]:
    """The measures of an undertaking's clause, in text order.

    Yardsticks ("so với", "thay vì 45 ngày"), sizes ("dài 41,5 km") and numbers of a condition are none.
    default_period: EDTF, for a number that no date of the clause is tied to.
    """
    return tuple(found.measure for found in measured_in(reading, clause, default_period=default_period))


def measured_in(
    reading: Reading, clause: Span, *, default_period: str | None = None, looks_back: bool = True
) -> list[Measured]:
    """The measures of a clause with their origin; see `measures_in`.

    looks_back: whether an indicator like "con số này" is sought in what stands before the clause.
    """
    found: list[Measured] = []
    carried, latest, previous = _topic(reading, clause), "", clause.start
    for quantity in reading.quantities_in(clause):
        segment = indicators.segment_before(reading, clause, quantity, previous)
        own = indicators.before(reading, segment.span) or indicators.listed_before(reading, clause, previous, quantity)
        previous = quantity.span.end
        left = reading.slice(segment.span).lower()
        if is_yardstick(reading, quantity, left):
            carried = own or _lasting(reading, quantity, segment.span) or carried
            continue
        carried = own.removesuffix(" của") if own and left.rstrip().endswith("của") else carried
        known = own or carried or (latest if _goes_on(quantity, found) else "")
        indicator, from_before = _indicator(reading, clause, quantity, segment.span, own, known)
        if not indicator[:1].isalpha():
            continue
        indicator = (looks_back and refers(indicator) and referent(reading, quantity, _named)) or indicator
        told = polished(reading, quantity, indicator)
        if not told:
            continue
        is_carried = from_before and not own and bool(known)
        anew = quantity.unit.isupper() and not indicator.startswith(known)  # ", lãi gộp đạt 44 tỷ, giảm 3 tỷ"
        carried = indicator if from_before and (anew or not is_carried) else carried
        latest = indicator
        date = date_of(reading, clause, quantity, segment.span)
        by_default = None if is_anothers(reading, clause, quantity) else default_period
        measure = _measure(reading, quantity, told, left, date.edtf if date else by_default)
        when, said = date.span if date else None, bool(own) or indicator == _GROWS
        found.append(Measured(quantity, measure, segment.span, is_carried, said, when))
    return found


def _lasting(reading: Reading, quantity: QuantityMention, segment: Span) -> str:
    """What lasts as long as a yardstick says, for the number after it: "từ 15 ngày xuống còn 7 ngày"."""
    return indicators.words_before(reading, segment) if is_duration(quantity) else ""


def _goes_on(quantity: QuantityMention, found: list[Measured]) -> bool:
    """Whether a number may say more of what the one before it measures: a share, or by how much it has changed."""
    again = bool(found) and found[-1].quantity.unit == quantity.unit and _differs(quantity)
    return again or quantity.unit in SHARES


def _differs(quantity: QuantityMention) -> bool:
    """Whether a number says by how much what was counted before it has changed: ", giảm 12 vụ"."""
    return quantity.change is not Change.LEVEL


def _named(reading: Reading, clause: Span) -> list[tuple[QuantityMention, str]]:
    """The numbers of a clause with their indicators, without looking back."""
    return [(found.quantity, found.measure.indicator) for found in measured_in(reading, clause, looks_back=False)]


def _topic(reading: Reading, clause: Span) -> str:
    """What a clause says in its first words that it is about: "Về mặt bằng, ..."."""
    match = _ABOUT.match(reading.text, clause.start, clause.end)
    return match[1] if match else ""


def _measure(reading: Reading, quantity: QuantityMention, indicator: str, left: str, period: str | None) -> Measure:
    comparator, change = change_of(reading, quantity, left, indicator)
    if change is not Change.LEVEL:
        indicator = _GROWTH.sub("", indicator)
    return Measure(
        indicator=indicator,
        comparator=comparator,
        value=quantity.value,
        unit=quantity.unit,
        upper=quantity.upper,
        change=change,
        period=whole_month(period) if period else None,
    )


def _indicator(
    reading: Reading, clause: Span, quantity: QuantityMention, segment: Span, before: str, carried: str
) -> tuple[str, bool]:
    """What a number measures, and whether it was named before it; "" where nothing says it."""
    after = indicators.after(reading, clause, quantity.span.end)
    words = lexicon("indicators")
    yardstick = next((noun for noun in words["yardsticks"] if after == noun), None)
    if quantity.unit in SHARES:
        if (
            quantity.unit == "lần"
            and change_of(reading, quantity, reading.slice(segment).lower(), "")[1] is Change.LEVEL
        ):
            return f"lần {indicators.words_before(reading, segment)}".strip(), False
        return _share(reading, quantity, segment, before, after, yardstick, carried)
    if quantity.unit in words["unit_says"]:
        return words["unit_says"][quantity.unit], False
    if is_duration(quantity):
        action = before or indicators.words_before(reading, segment) or carried
        named = action.lower().rfind("thời gian")
        return (action[named:] if named >= 0 else f"thời gian {action}" if action else ""), False
    if quantity.unit.isupper():
        return _money(reading, segment, before, after, carried)
    counted = quantity.unit in carried.lower().split() or quantity.unit in lexicon("units")["physical"]["words"]
    if carried and (counted or _differs(quantity)) and not (before or after):
        return carried, True
    return _counted(reading, clause, quantity, segment, before, after)


def _share(
    reading: Reading,
    quantity: QuantityMention,
    segment: Span,
    before: str,
    after: str,
    yardstick: str | None,
    carried: str,
) -> tuple[str, bool]:
    """The indicator of a percentage: "giải ngân" + "kế hoạch vốn", "số vụ tai nạn", "tỷ lệ che phủ rừng"."""
    verbal = before.lower() in lexicon("indicators")["verbal"]
    if yardstick and not before and carried:
        return f"{carried} so với {yardstick}", True
    if not before and not after and reading.slice(segment).lower().rstrip().endswith(_GROWS):
        return _GROWS, True
    if verbal and after:
        return f"{before} {after}", True
    if before and (yardstick or not after or not before.lower().startswith("số")):
        return before, True
    if after and carried and not before and _EQUALS.search(reading.slice(segment).lower()):
        return f"{carried} so với {after}", True  # "lãi đạt 40 tỷ đồng, bằng 25% vốn điều lệ"
    if after and not yardstick:
        return after, False
    if carried and _elsewhere().match(reading.slice(segment).lower()):
        return carried, True
    if carried:
        part = _apart().match(reading.slice(segment).lower())
        words = indicators.words_before(reading, segment)
        apart = reading.text[max(0, segment.start - 1) : segment.start] == ","
        if apart and not part and indicators.is_phrase(words):
            return words, True  # "cà phê tăng 6%, hồ tiêu tăng 3%"
        if part and indicators.is_phrase(words) and words.split()[0].lower() == carried.split()[0].lower():
            return words, False  # "156 nghìn học sinh, trong đó học sinh dân tộc thiểu số chiếm 58%"
        return f"{carried} {words if part else ''}".strip(), not part
    return indicators.words_before(reading, segment), True


def _money(reading: Reading, segment: Span, before: str, after: str, carried: str) -> tuple[str, bool]:
    """The indicator of an amount of money: named before it, after it, or told by the verb."""
    if before and before.lower() not in lexicon("indicators")["verbal"]:
        return before, True
    if reading.slice(segment).lower().rstrip().endswith(_WORTH):
        return _WORTH, True
    words = indicators.words_before(reading, segment)
    words = "" if carried and _WITHIN.match(words) else words
    verb = _money_verb().search(words.lower())
    if after and indicators.after_is_noun(after):
        return after, False
    if verb:
        return f"{lexicon('indicators')['money'][verb[1]]}{words[verb.end() :] or f' {after}'}".strip(), True
    return words or carried, bool(words or carried)


def _counted(
    reading: Reading, clause: Span, quantity: QuantityMention, segment: Span, before: str, after: str
) -> tuple[str, bool]:
    """The indicator of a count or a size: the counted noun with what belongs to it, else with the verb before it."""
    classifies = quantity.unit in lexicon("indicators")["classifiers"]["words"]
    physical = quantity.unit in lexicon("units")["physical"]["words"]
    if before.lower().startswith(tuple(lexicon("indicators")["measured_by_count"]["words"])):
        return before, True
    if before and not after and (physical or quantity.unit in lexicon("indicators")["generic"]["words"]):
        return before, True
    if indicators.is_ordinal(after) or (classifies and not after):
        after = indicators.noun_of(reading, quantity) if classifies else ""
    noun = after if (classifies or physical) and after else f"{'' if physical else quantity.unit} {after}".strip()
    if noun and (after or noun not in lexicon("indicators")["generic"]["words"]):
        return noun, False
    done = indicators.passive_after(reading, clause, quantity.span.end)
    if done:
        return f"{noun} {done}".strip(), False
    words = indicators.words_before(reading, segment)
    if refers(words):
        return words, False
    verbs = [word for word in words.split() if word.islower()]
    return f"{' '.join(verbs[-2:])} {noun}".strip(), False


@cache
def _apart() -> re.Pattern[str]:
    """What sets a part of the whole apart: "riêng vùng đồng bào ..."."""
    return re.compile(r"\s*,?\s*(?:riêng|trong đó)\s")


@cache
def _elsewhere() -> re.Pattern[str]:
    """What says that the same is told of another place: "song ở huyện ..."."""
    return re.compile(r"\s*,?\s*(?:song|nhưng|riêng|còn|trong khi)\s(?:ở|tại)\s")


@cache
def _money_verb() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)({one_of(lexicon('indicators')['money'])})(?!\w)")
