"""Numbers as Vietnamese readers write them: `60.000 tỷ VND`, `8,5 %`."""

from dataclasses import dataclass
from decimal import Decimal

BILLION = Decimal(10**9)  # tỷ
MILLION = Decimal(10**6)  # triệu
WRITTEN_OUT_BELOW = MILLION  # smaller numbers carry no word

MEASURES = """SELECT DISTINCT ?x ?measure ?indicator ?comparator ?value ?upper ?unit ?change ?period WHERE {{
  {chosen}
  ?x ck:measure ?measure .
  ?measure ck:indicator/skos:prefLabel ?indicator ; ck:comparator/skos:notation ?comparator ;
    ck:value ?value ; ck:unit/skos:notation ?unit .
  OPTIONAL {{ ?measure ck:upperValue ?upper }}
  OPTIONAL {{ ?measure ck:change/skos:notation ?change }}
  OPTIONAL {{ ?measure ck:period ?period }}
}}"""
"""The measures of the facts `?x` that the pattern `chosen` chooses, undertakings and observations alike."""

_SIGNS = {"=": "", ">=": "≥ ", ">": "> ", "<=": "≤ ", "<": "< ", "~": "≈ ", "..": ""}
_CHANGES = {"increase": "+", "decrease": "−"}


@dataclass(frozen=True, slots=True)
class Figure:
    """One measure of an undertaking or observation; numbers as decimal strings in full."""

    indicator: str
    comparator: str
    value: str
    upper: str | None
    unit: str
    change: str | None
    period: str | None

    def __str__(self) -> str:
        number = _CHANGES.get(self.change or "", "") + written(self.value)
        if self.upper is not None:
            number += f"–{written(self.upper)}"
        return f"{_SIGNS.get(self.comparator, self.comparator + ' ')}{number} {self.unit}".rstrip()

    def plain(self) -> str:
        """The figure for programs: comparator, number in full with a decimal point, unit, as `> 60000000000000 VND`."""
        number = self.value if self.upper is None else f"{self.value} {self.upper}"
        change = "" if self.change in (None, "level") else f" ({self.change})"
        return f"{self.comparator} {number} {self.unit}".rstrip() + change


def written(value: str) -> str:
    """A decimal string with dots for thousands and a comma for decimals; billions are `tỷ`, millions `triệu`."""
    number = Decimal(value)
    for size, word in ((BILLION, " tỷ"), (MILLION, " triệu")):
        if abs(number) >= size:
            return _grouped(number / size) + word
    return _grouped(number)


def _grouped(number: Decimal) -> str:
    plain = f"{number.normalize():,f}"
    return plain.translate(str.maketrans(",.", ".,"))
