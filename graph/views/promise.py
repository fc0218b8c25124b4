"""A promise's page: what it says, what it names, what it takes up, and what became of it until a day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from camket.graph.store import Dataset
from camket.graph.views.audit import audited
from camket.graph.views.lives import Life, followed
from camket.graph.views.rows import select
from camket.graph.views.sources import Source, sources
from camket.graph.views.steps import Step, steps
from camket.graph.views.undertakings import COMMITMENTS, Choice, Undertaking, undertaking

_HOLDERS: Final = """SELECT DISTINCT ?post ?holder WHERE {{
  <{iri}> prov:wasDerivedFrom ?source ; ck:actor|ck:statedBy ?thing . ?thing skos:prefLabel ?post .
  ?resolution a ck:PostResolution ; ck:post ?thing ; prov:wasDerivedFrom ?source .
  ?resolution ck:holder/skos:prefLabel ?holder }}"""
_CONFIRMED: Final = """SELECT DISTINCT ?judgement ?by WHERE {{
  <{iri}> ck:confirmedBy ?judgement OPTIONAL {{ ?judgement ck:judgedBy ?by }} }} ORDER BY ?by"""


@dataclass(frozen=True, slots=True)
class TakenUp:
    """An earlier undertaking that this one says again, moves, changes or renews. step: which of these."""

    step: str
    iri: str
    words: str
    article: str
    published: str | None
    because: str | None


@dataclass(frozen=True, slots=True)
class PromisePage:
    """All that is known of an undertaking until a day.

    names, lacks: the parts that make it checkable (docs/audit.md), of pledges and goals only. holders: who held the
    posts that it tells of without a name, as (post, holder). confirmed: the editors who did, "" for one without a name.
    """

    life: Life
    source: Source
    names: tuple[str, ...]
    lacks: tuple[str, ...]
    holders: tuple[tuple[str, str], ...]
    confirmed: tuple[str, ...]
    takes_up: tuple[TakenUp, ...]


def promise_page(dataset: Dataset, promise: Undertaking, on: date) -> PromisePage:
    """The page of an undertaking on a day."""
    (life,) = followed(dataset, [promise], on)
    own = Choice(article=promise.article)
    audit = next((one for one in audited(dataset, own) if one.iri == promise.iri), None)
    wording = audit if promise.kind in COMMITMENTS else None
    holders = select(dataset, _HOLDERS.format(iri=promise.iri))
    return PromisePage(
        life=life,
        source=sources(dataset).get(promise.article, Source()),
        names=wording.names if wording else (),
        lacks=wording.lacks if wording else (),
        holders=tuple(sorted((row["post"], row["holder"]) for row in holders)),
        confirmed=tuple(row.get("by", "") for row in select(dataset, _CONFIRMED.format(iri=promise.iri))),
        takes_up=_taken_up(dataset, steps(dataset, f"VALUES ?later {{ <{promise.iri}> }}")),
    )


def _taken_up(dataset: Dataset, found: Sequence[Step]) -> tuple[TakenUp, ...]:
    """The earlier undertakings of steps, the earliest first."""
    told = [(step, earlier) for step in found if (earlier := undertaking(dataset, step.earlier)) is not None]
    told.sort(key=lambda one: one[1].order)
    return tuple(TakenUp(step.step, one.iri, one.words, one.article, one.published, step.because) for step, one in told)
