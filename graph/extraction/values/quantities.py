"""Numbers with their units: "ít nhất 3 tỷ USD", "từ 8 - 8,5%", "2 con số", "không còn hộ nghèo"."""

import re
from bisect import bisect_right
from decimal import Decimal

from spacy.language import Language
from spacy.tokens import Doc

from camket.graph.extraction.reading import QuantityMention, Reading
from camket.graph.extraction.values import units
from camket.graph.extraction.values.bare import money_left_out, unit_named_before
from camket.graph.extraction.values.numbers import FIGURE, is_amount, numeral, value_of
from camket.graph.extraction.values.units import Unit
from camket.graph.extraction.values.worded import difference, none_of, sign_before, worded
from camket.graph.facts import Change, Comparator, EntityKind, Span

_BILLION = 10**9
_LOOKBACK = 40  # characters before a number in which its comparator, its change and a naming word are sought
_START = re.compile(rf"(?<![\w/.,:+–-])({FIGURE})(?![.:]\d)")
_FIGURE = re.compile(rf"({FIGURE})(?![.:/]?\d)")
_SMALLER = re.compile(rf"\s({FIGURE})(?![.:/]?\d)")
_FRACTION = re.compile(r"/\d+(?![\d/])(?=\s)")
_RANGE = re.compile(r"[^\S\n]?(?:[-–—]|đến|tới)[^\S\n]?(?=\d)")
_TWO_DIGITS = re.compile(r"\scon\ssố(?!\w)")
_TOTAL = re.compile(rf"\s(?:trong|trên)\s(?:tổng\s)?(?:số\s)?(?:hơn\s)?{FIGURE}(?=\s)")
_FROM = re.compile(r"(?<!\w)từ\s(?:mức\s)?\Z")
_CAPITALISED = re.compile(r"(?:\A|[\s“\"(])([^\W\d_]\S*)\s\Z")


def _plain(value: Decimal) -> Decimal:
    """The same value without an exponent or trailing zeros: 1.05E+9 and 1050000000.00 are 1050000000."""
    whole = value.to_integral_value()
    return whole.quantize(Decimal(1)) if whole == value else value.normalize()


@Language.component("camket_quantities")
def quantities(doc: Doc) -> Doc:
    """Fills `reading.quantities`, in text order and without overlap; what lies in a date is none.

    Ordinals, numbers of documents, roads and rooms, ages, hours and names with figures are none.
    """
    reading: Reading = doc._.reading
    reading.quantities.extend(_Finder(reading).found())
    return doc


class _Finder:
    """One pass over an article."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.text = reading.text
        lowered = reading.text.lower()
        # Offsets must hold: a text with letters whose lower case is longer is read as it stands.
        self.lowered = lowered if len(lowered) == len(reading.text) else reading.text
        self.date_starts = [date.span.start for date in reading.dates]

    def found(self) -> list[QuantityMention]:
        """Every quantity, in text order; of two that overlap the first."""
        candidates = [*self._figures(), *self._numerals(), *none_of(self.lowered), *self._worded()]
        candidates.sort(key=lambda q: (q.number.start, q.span))
        kept: list[QuantityMention] = []
        for quantity in candidates:
            if (not kept or quantity.span.start >= kept[-1].span.end) and not self._in_name(quantity.number):
                kept.append(quantity)
        return kept

    def _figures(self) -> list[QuantityMention]:
        found = []
        end = 0
        for match in _START.finditer(self.lowered):
            if match.start() < end or self._in_date(match.start()) or not is_amount(match[1]):
                continue
            quantity = self._quantity(Span(match.start(), match.end()), value_of(match[1]))
            if quantity:
                found.append(quantity)
                end = quantity.span.end
        return found

    def _numerals(self) -> list[QuantityMention]:
        found, token = [], 0
        norms = self.reading.norms
        while token < len(norms):
            read = numeral(norms, token)
            if read:
                span = self.reading.span(token, token + read[0])
                quantity = None if self._in_date(span.start) else self._quantity(span, read[1], spelt=True)
                if quantity:
                    found.append(quantity)
            token += read[0] if read else 1
        return found

    def _worded(self) -> list[QuantityMention]:
        found = []
        for span, value, code, increase in worded(self.lowered):
            quantity = self._finished(span, value, None, Unit(code, span.end, "code"), Comparator.EQUAL)
            quantity.change = Change.INCREASE if increase else quantity.change
            found.append(quantity)
        return found

    def _in_date(self, offset: int) -> bool:
        """Whether a date holds this character."""
        index = bisect_right(self.date_starts, offset) - 1
        return index >= 0 and offset < self.reading.dates[index].span.end

    def _in_name(self, number: Span) -> bool:
        """Whether the figure belongs to the name of a body or place ("Ban Quản lý dự án Đường bộ 9")."""
        around = self.reading.phrases_in(Span(number.start - _LOOKBACK * 3, number.end + _LOOKBACK * 3))
        named = (p.name for p in around if p.kind in {EntityKind.BODY, EntityKind.PLACE})
        return any(name.start < number.start < name.end for name in named)

    def _quantity(self, number: Span, value: Decimal, spelt: bool = False) -> QuantityMention | None:
        """The quantity whose first figure is `number`, or None where it counts nothing."""
        double = _TWO_DIGITS.match(self.lowered, number.end)
        if double and value == 2:
            return self._finished(number, Decimal(10), None, Unit("%", double.end(), "code"), Comparator.AT_LEAST)
        end, upper, first_unit = number.end, None, None
        fraction = _FRACTION.match(self.lowered, end)
        if fraction:
            end = fraction.end()
        elif not spelt:
            end, value, upper, first_unit = self._range(end, value)
        scale, end = self._scale(end)
        if scale and not spelt and upper is None:
            value, end = self._compound(value, scale, end)
        unit = units.unit_after(self.lowered, self.text, end) or self._unit_of_total(end) or first_unit
        if unit is None and not spelt:
            unit = unit_named_before(self.lowered, number, end, scaled=scale is not None)
        if unit is None and scale is not None and scale >= _BILLION and not spelt:
            unit = money_left_out(self.lowered, number, end)
        signed = sign_before(self.text, number.start)
        if signed and (unit is None or unit.kind != "code"):
            number, unit = Span(signed[1], number.end), Unit(signed[0], end, "code")
        if unit is None or not self._counts(number, unit, scale, spelt or bool(fraction)):
            return None
        if unit is first_unit:
            unit = Unit(unit.notation, end, unit.kind)
        factor = scale or 1
        return self._finished(number, value * factor, upper and upper * factor, unit, Comparator.EQUAL)

    def _range(self, end: int, value: Decimal) -> tuple[int, Decimal, Decimal | None, Unit | None]:
        """`8 - 8,5%`, `8% đến 9%`, `10 triệu đồng đến 20 triệu đồng`: where it ends, both values, the unit.

        The first value is returned so that the scale after the last figure holds for both, unless it has its own.
        """
        scale, after = self._scale(end)
        unit = units.unit_after(self.lowered, self.text, after)
        only = end, value, None, None
        own = scale is not None or (unit is not None and unit.kind == "code")
        start = unit.end if unit is not None and unit.kind == "code" else after
        dash = _RANGE.match(self.lowered, start)
        figure = _FIGURE.match(self.lowered, dash.end()) if dash else None
        if not figure or not is_amount(figure[1]) or self._in_date(figure.start()):
            return only
        upper = value_of(figure[1])
        last_scale, _ = self._scale(figure.end())
        if own and scale is not None:
            value = value * scale / (last_scale or 1)
        if upper <= value:
            return only
        return figure.end(), value, upper, unit

    def _scale(self, end: int) -> tuple[int | None, int]:
        match = units.multiplier().match(self.lowered, end)
        return (units.scale_of(match[1]), match.end()) if match else (None, end)

    def _compound(self, value: Decimal, scale: int, end: int) -> tuple[Decimal, int]:
        """`1 tỷ 200 triệu (đồng)`: the value counted in the first scale, and where the last one ends."""
        figure = _SMALLER.match(self.lowered, end)
        smaller, after = self._scale(figure.end()) if figure else (None, end)
        if figure and smaller and smaller < scale and is_amount(figure[1]):
            return value + value_of(figure[1]) * smaller / scale, after
        return value, end

    def _unit_of_total(self, end: int) -> Unit | None:
        """`35,7 trong tổng số 41,5 km`: the unit stands after the total."""
        total = _TOTAL.match(self.lowered, end)
        unit = units.unit_after(self.lowered, self.text, total.end()) if total else None
        return Unit(unit.notation, end, unit.kind) if unit else None

    def _counts(self, number: Span, unit: Unit, scale: int | None, strict: bool) -> bool:
        """Whether the figure is an amount of the unit: not a name, a year or an ordinal."""
        if unit.kind == "code" or scale is not None:
            return True
        if unit.kind == "actor" or (strict and unit.kind == "open"):
            return False
        if unit.kind == "physical":
            return True
        start, comparator = self._comparator(number.start, Comparator.EQUAL, None)
        left = self.lowered[max(0, start - _LOOKBACK) : start]
        if units.is_clock(unit.notation):
            return comparator is not Comparator.EQUAL or units.lasts(left)
        figure = self.lowered[number.start : number.end]
        if re.fullmatch(r"(?:19|20)\d\d", figure) and unit.kind == "open":
            return False
        return not units.name_before().search(left) and not self._named(number, unit)

    def _named(self, number: Span, unit: Unit) -> bool:
        """Whether a capitalised word right before makes the figure a name ("Trung đoàn 886", "Euro 2012")."""
        if unit.kind != "open":
            return False
        before = _CAPITALISED.search(self.text[max(0, number.start - _LOOKBACK) : number.start])
        if not before or not before[1][0].isupper():
            return False
        lead = self.text[: max(0, number.start - len(before[1]) - 1)].rstrip()
        return bool(lead) and lead[-1] not in ".!?\n"

    def _finished(
        self, number: Span, value: Decimal, upper: Decimal | None, unit: Unit, comparator: Comparator
    ) -> QuantityMention:
        start, comparator = self._comparator(number.start, comparator, upper)
        end = unit.end
        after, says = units.comparator_after()
        trailing = after.match(self.lowered, end)
        if trailing and upper is None:
            comparator, end = says[trailing[1]], trailing.end()
            leading = _FROM.search(self.lowered, max(0, start - _LOOKBACK), start)
            start = leading.start() if leading else start
        change = self._change(start)
        told = difference(
            self.lowered[start : number.start].strip(), unit.notation, self.lowered[end : end + _LOOKBACK]
        )
        if told is not Change.LEVEL:
            comparator, change = Comparator.EQUAL, told
        upper = None if upper is None else _plain(upper)
        return QuantityMention(Span(start, end), number, comparator, _plain(value), unit.notation, upper, change)

    def _comparator(self, start: int, default: Comparator, upper: Decimal | None) -> tuple[int, Comparator]:
        """Where the quantity begins, its comparator included, and what that is; a range is between."""
        pattern, says = units.comparator_before()
        match = pattern.search(self.lowered, max(0, start - _LOOKBACK), start)
        if upper is not None:
            leading = _FROM.search(self.lowered, max(0, start - _LOOKBACK), start)
            begin = match.start() if match else leading.start() if leading else start
            return begin, Comparator.BETWEEN
        if not match:
            return start, default
        return match.start(), says[match[1]]

    def _change(self, start: int) -> Change:
        pattern, increase = units.change_before()
        match = pattern.search(self.lowered, max(0, start - _LOOKBACK), start)
        if not match:
            return Change.LEVEL
        return Change.INCREASE if match[1] in increase else Change.DECREASE
