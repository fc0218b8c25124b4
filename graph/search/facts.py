"""Facts as they are shown: their words, whom and what they are about, and the article they stand in."""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Final, NotRequired, TypedDict

from camket.graph.search.lives import Became, Linked, became, tells_of
from camket.graph.search.occasions import Occasion, occasions
from camket.graph.views.figures import Figure

_AT_ONCE: Final = 500

_FACTS: Final = """SELECT fact.n, fact.iri, kind, start, end, quote, details, article.iri, identifier, title, outlet,
    published, url FROM fact JOIN article ON article.n = fact.article WHERE fact.n IN ({marks})"""
_PARTS: Final = """SELECT part.fact, part.role, thing.iri, thing.name, thing.kind
    FROM part JOIN thing ON thing.n = part.thing WHERE part.fact IN ({marks}) ORDER BY thing.name, thing.iri"""


class Holder(TypedDict):
    """Who held a post on an article's date, and why that is known: the local name of a concept of `ck:Bases`."""

    iri: str
    name: str
    kind: str
    basis: str


class Thing(TypedDict):
    """Somebody or something: `kind` is `person`, `body`, `place`, `group` or `post`.

    holder: of a post whose holder the article does not name, where it is known.
    """

    iri: str
    name: str
    kind: str
    holder: NotRequired[Holder]


class Source(TypedDict):
    """An article; `published` as precise as it is known."""

    iri: str
    id: str
    title: str | None
    outlet: str | None
    published: str | None
    url: str | None


class ShownFigure(TypedDict):
    """A number: `text` for readers (`≥ 60.000 tỷ VND`), `plain` for programs (`>= 60000000000000 VND`)."""

    indicator: str
    text: str
    plain: str
    period: str | None


class ShownFact(TypedDict):
    """A fact. `start`, `end`: where its words stand in the article's text, in code points; `parts`: things by role.

    became: of an undertaking, what became of it. tells: the undertakings of earlier articles that the fact tells of.
    occasion: of an event, what other articles tell of it.
    """

    iri: str
    kind: str
    quote: str
    start: int
    end: int
    parts: dict[str, list[Thing]]
    figures: list[ShownFigure]
    cue: NotRequired[str]
    due: NotRequired[str]
    condition: NotRequired[str]
    on: NotRequired[str]
    act: NotRequired[str]
    event: NotRequired[str]
    role: NotRequired[str]
    rank: NotRequired[str]
    reason: NotRequired[str]
    outcome: NotRequired[str]
    turn: NotRequired[str]
    former_due: NotRequired[str]
    former: NotRequired[bool]
    became: NotRequired[Became]
    tells: NotRequired[list[Linked]]
    occasion: NotRequired[Occasion]


class ToldFact(ShownFact):
    """A fact with the article that says it."""

    article: Source


def load(index: sqlite3.Connection, numbers: Sequence[int], on: date | None = None) -> list[ToldFact]:
    """The facts of these numbers, in their order; what became of them as of the day `on`, today if None."""
    found: dict[int, ToldFact] = {}
    for first in range(0, len(numbers), _AT_ONCE):
        some = numbers[first : first + _AT_ONCE]
        marks = ",".join("?" * len(some))
        for n, *fact in index.execute(_FACTS.format(marks=marks), some):
            found[n] = _told(fact)
        for n, role, iri, name, kind in index.execute(_PARTS.format(marks=marks), some):
            found[n]["parts"].setdefault(role, []).append(Thing(iri=iri, name=name, kind=kind))
    link(index, found.values(), on)
    return [found[n] for n in numbers]


def link(index: sqlite3.Connection, facts: Iterable[ShownFact], on: date | None = None) -> None:
    """Put into facts what other articles say of the same: what became of them, what they tell of, their occasions."""
    by_iri = {fact["iri"]: fact for fact in facts}
    for iri, fate in became(index, list(by_iri), on or date.today()).items():
        by_iri[iri]["became"] = fate
    for iri, earlier in tells_of(index, list(by_iri)).items():
        by_iri[iri]["tells"] = earlier
    for iri, occasion in occasions(index, [iri for iri, fact in by_iri.items() if fact["kind"] == "event"]).items():
        by_iri[iri]["occasion"] = occasion


def shown(
    iri: str, kind: str, start: int, end: int, quote: str, details: Mapping[str, Any], parts: dict[str, list[Thing]]
) -> ShownFact:
    """A fact from what the index, or an article's entry, says of it."""
    fact = ShownFact(
        iri=iri, kind=kind, quote=quote, start=start, end=end, parts=parts, figures=figures(details.get("figures", ()))
    )
    fact.update({name: value for name, value in details.items() if name != "figures"})  # type: ignore[typeddict-item]
    return fact


def figures(measures: Iterable[Sequence[Any]]) -> list[ShownFigure]:
    """Numbers from the fields of `Figure`."""
    read = [Figure(*measure) for measure in measures]
    return [
        ShownFigure(indicator=figure.indicator, text=str(figure), plain=figure.plain(), period=figure.period)
        for figure in read
    ]


def _told(fact: Sequence[Any]) -> ToldFact:
    iri, kind, start, end, quote, details, article, identifier, title, outlet, published, url = fact
    source = Source(iri=article, id=identifier, title=title, outlet=outlet, published=published, url=url)
    return ToldFact(**shown(iri, kind, start, end, quote, json.loads(details), {}), article=source)
