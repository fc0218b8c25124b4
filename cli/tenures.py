"""Posts in time, drawn: one line for each tenure, with a bar on one scale of years."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

    from camket.graph.views.tenures import Neighbour, Resolution, Tenure

BAR = 24  # characters of the scale
_FULL, _EMPTY = "█", "·"


def is_telling(tenures: "Sequence[Tenure]") -> bool:
    """Whether the timeline says more than the single attestations do."""
    return any(one.first != one.last or one.left or one.before or one.after or one.conflicts for one in tenures)


def print_tenures(out: "Console", tenures: "Sequence[Tenure]", name: str) -> None:
    """The tenures of a person, body or post called `name`."""
    from rich.table import Table
    from rich.text import Text

    scale = _Scale(tenures)
    out.print()
    out.print(Text(f"Posts in time ({len(tenures)})", style="bold"))
    table = Table.grid(padding=(0, 2))
    table.add_column(width=BAR)
    table.add_column(overflow="fold")
    if scale.head:
        table.add_row(Text(scale.head, style="dim"), "")
    for one in tenures:
        table.add_row(Text(scale.bar(one), style="cyan"), Text(_told(one, name)))
    out.print(table)


def resolved(one: "Resolution", name: str) -> tuple[str, str]:
    """When and where, and what a nameless holder undertook there."""
    who = one.post if one.who == name else f"{one.who}, {one.post}"
    told = "; ".join(f"[{undertaken.kind}] {undertaken.words}" for undertaken in one.undertaken)
    return f"{one.published or ''} {one.article}".strip(), f"{who}{': ' if told else ''}{told} ({one.reason})"


def _told(one: "Tenure", name: str) -> str:
    words = one.post if one.who == name else one.who if one.post == name else f"{one.who}: {one.post}"
    when = one.first if one.first == one.last else f"{one.first} – {one.last}"
    details = [
        when or "",
        f"gone by {one.left}" if one.left else "",
        *(f"after {_neighbour(other)}" for other in one.before),
        *(f"then {_neighbour(other)}" for other in one.after),
        *(f"CONTRADICTION: also {_neighbour(other)}" for other in one.conflicts),
        f"{one.articles} times" if one.articles > 1 else "",
    ]
    return f"{words} ({'; '.join(filter(None, details))})"


def _neighbour(other: "Neighbour") -> str:
    return f"{other.name} ({other.when})" if other.when else other.name


class _Scale:
    """Whole years around all tenures, as characters."""

    def __init__(self, tenures: "Sequence[Tenure]") -> None:
        from camket.graph import edtf

        self._spans = {
            one.iri: (edtf.first_day(one.first), edtf.last_day(one.last)) for one in tenures if one.first and one.last
        }
        years = [day.year for span in self._spans.values() for day in span]
        self._begin = date(min(years), 1, 1) if years else date.min
        self._days = (date(max(years) + 1, 1, 1) - self._begin).days if years else 0
        self.head = f"{min(years)}{max(years) + 1:>{BAR - 4}}" if years else ""

    def bar(self, one: "Tenure") -> str:
        """Where on the scale a tenure is attested."""
        if one.iri not in self._spans:
            return _EMPTY * BAR if self._days else ""
        first, last = (min(BAR - 1, BAR * (day - self._begin).days // self._days) for day in self._spans[one.iri])
        return _EMPTY * first + _FULL * (last - first + 1) + _EMPTY * (BAR - 1 - last)
